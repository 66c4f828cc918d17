"""What was found out about one quotation of a memo."""

from typing import Literal, NamedTuple

from briefing.evidence.word_diff import DiffPart
from briefing.model.evidence import Passage

Standing = Literal[
    "verbatim", "typography", "inserted", "drifted", "truncated", "joined", "ambiguous", "missing"
]  # fmt: skip
"""`truncated`: verified, and cut right before or after what turns the sense. `joined`: parts that
are apart in the sources. The others are the states of evidence."""
GOOD: tuple[Standing, ...] = ("verbatim", "typography", "inserted")


class Attributed(NamedTuple):
    """Who says the words by the memo, and who by the library."""

    named: str
    """As the memo has it; empty where it names nobody."""
    words: str
    """What that was read from."""
    found: str = ""
    """Who says them by a card or by the words beside them in the source; empty if nothing tells."""
    by: str = ""
    """What tells it: `card 2023-…`, `the words ‘Blinken said’ in paragraph 8`."""
    agrees: bool | None = None
    """Whether both are the same; None where one of them is open."""


class Verdict(NamedTuple):
    """One quotation of a memo, and what became of it."""

    text: str
    """The words, without the marks around them."""
    paragraph: int
    """1-based paragraph of the memo."""
    line: int | None
    column: int | None
    standing: Standing
    source: str = ""
    """Id of the source; empty where no place was found."""
    passage: Passage | None = None
    locator: str = ""
    """The page or time of the source's original where the words are; empty where nobody knows."""
    found: str = ""
    """The words that are in the source, where they differ; the nearest ones if missing."""
    difference: tuple[DiffPart, ...] = ()
    """Word by word, where the words drifted: `removed` is only in the memo."""
    told: tuple[str, ...] = ()
    """What a reader has to know, one clause each: what was cut off, where the parts are."""
    speaker: Attributed | None = None
    caution: str = ""
    """What the library says of the source's wording."""
    title: bool = False
    """Whether it may be a title and no quotation; then it is told, and fails nothing."""

    @property
    def holds(self) -> bool:
        """Whether the words are the source's, cut nowhere that matters, and of who is named."""
        good = self.standing in GOOD
        return (good or self.title) and (self.speaker is None or self.speaker.agrees is not False)
