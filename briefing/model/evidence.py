"""Evidence as frozen values: exact words, and the passage in which they were found, or were not."""

from typing import NamedTuple

from briefing.errors import Place
from briefing.model.core import Span, State


class Insertion(NamedTuple):
    """Words of ours in brackets within a quotation, and the words of the source they mask."""

    text: str
    """What is between the brackets."""
    masked: str = ""
    """The source's words it stands for; empty where it only adds to them."""
    risks: tuple[str, ...] = ()
    """How it turns the sense of what it masks: name, number, negation, and so on."""


class Gap(NamedTuple):
    """What an ellipsis skips."""

    words: int
    """How many words of the source."""
    risks: tuple[str, ...] = ()
    """What the skipped words hold that may turn the sense: `negation`, `condition`; and
    `quotation` where they leave the quotation that the words before are in."""
    checked: bool = True
    """Whether the language has lists for this; False means that the sense was not checked."""


class Continued(NamedTuple):
    """Where words go on that a page or a blank line breaks amid a sentence."""

    paragraph: int
    """1-based paragraph."""
    spans: tuple[Span, ...]
    """In code points of that paragraph's text."""


class Passage(NamedTuple):
    """Where evidence was found, or why it was not."""

    state: State
    paragraph: int | None = None
    """1-based paragraph; None when ambiguous or missing."""
    spans: tuple[Span, ...] = ()
    """The words found, in code points of the paragraph's text; one span for each fragment that an
    ellipsis separates; empty when ambiguous or missing."""
    score: float = 0.0
    """Likeness from 0 to 100; 100 for verbatim and typography."""
    candidates: tuple[int, ...] = ()
    """When ambiguous, the paragraphs in which the words are, one entry for each place; for words
    that should be absent, where the first of each of them is."""
    risks: tuple[str, ...] = ()
    """When drifted, what the difference touches: number, negation, modal, name, date."""
    found: str = ""
    """When drifted, the words that are in the source instead."""
    checked: bool = True
    """When drifted, whether the program knows words for the language and the change; False
    means that the sense was not checked."""
    insertions: tuple[Insertion, ...] = ()
    """The brackets of ours, in order."""
    gaps: tuple[Gap, ...] = ()
    """What each ellipsis skips, in order."""
    differences: tuple[str, ...] = ()
    """What differs in typography beyond marks, dashes and spaces, such as `first letter`."""
    continued: Continued | None = None
    """Where the words go on after the paragraph they begin in."""
    reason: str = ""
    """When missing or drifted, why, in words that follow "is not in the source: "."""
    remedy: str = ""
    """What to do about `reason`."""

    @property
    def parts(self) -> tuple[tuple[int, tuple[Span, ...]], ...]:
        """The paragraphs in which the words are, 1-based, each with the words in it."""
        if self.paragraph is None:
            return ()
        if self.continued is None:
            return ((self.paragraph, self.spans),)
        return (self.paragraph, self.spans), (self.continued.paragraph, self.continued.spans)

    @property
    def start(self) -> int | None:
        """Offset of the first found code point in the paragraph's text."""
        return self.spans[0].start if self.spans else None

    @property
    def end(self) -> int | None:
        """Offset just past the last found code point in the paragraph's text."""
        return self.spans[-1].end if self.spans else None


class Evidence(NamedTuple):
    """Exact words in a source that support an item: a W3C TextQuoteSelector.

    See https://www.w3.org/TR/annotation-model/#text-quote-selector.
    """

    source: str
    """Id of the source."""
    exact: str = ""
    """The words as the card has them; empty for evidence of absence."""
    prefix: str = ""
    suffix: str = ""
    paragraph: int | None = None
    """A hint that decides between several places; the place itself is always searched for."""
    passage: Passage = Passage(State.MISSING)
    """Where the words were found; `Library` fills it in."""
    place: Place | None = None
    absent: tuple[str, ...] = ()
    """Words that occur nowhere in the source, for evidence of absence."""

    @property
    def state(self) -> State:
        """How well the words were found."""
        return self.passage.state
