"""Source documents as frozen values: what is recorded of them, their text and its paragraphs.

Offsets are code points, paragraph numbers count from 1 with furniture included.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

from briefing.errors import Place
from briefing.model.core import PartialDate


class Text(Protocol):
    """What a document's text can be asked: a string answers it, and so does one that is packed."""

    def __len__(self) -> int:
        """Return how many code points it has."""

    def __getitem__(self, stretch: slice, /) -> str:
        """Return some of its code points."""


class Paragraph(NamedTuple):
    """A numbered block of a source."""

    number: int
    """1-based place among all blocks of the file, furniture included."""
    start: int
    """Offset of the first code point of `text` in the source's text."""
    line: int
    """1-based line of the file on which the block starts."""
    text: str
    """The words, one code point for each code point of the source's text in this stretch."""
    furniture: bool = False
    """Whether the block is in the file but not in the story (a caption, a credit, a heading)."""

    @property
    def end(self) -> int:
        """Offset just past the last code point of `text` in the source's text."""
        return self.start + len(self.text)


class Locators(NamedTuple):
    """Where the paragraphs of a document are in the original that it was made of."""

    starts: tuple[int, ...] = ()
    """1-based numbers of the paragraphs from which on the next place holds, rising."""
    places: tuple[str, ...] = ()
    """Such as `p. 4` or `00:12:31`, one for each start; empty where nothing says."""

    def of(self, paragraph: int) -> str | None:
        """Return the page or time of a paragraph, by its 1-based number; None if nothing says."""
        at = bisect_right(self.starts, paragraph) - 1
        return (self.places[at] or None) if at >= 0 else None


NO_LOCATORS: Final = Locators()
"""Of a document of which nobody knows where its paragraphs were."""


class SourceRecord(NamedTuple):
    """What `sources.yaml` says of one source document."""

    id: str
    file: str
    """Path inside the library, such as `seeds/report.txt`."""
    publisher: str = ""
    """Who published it; empty where nobody knows."""
    title: str = ""
    kind: str = ""
    """What sort of document it is, such as `news story` or `joint statement`."""
    byline: str = ""
    """Who wrote it, as the document says."""
    published: PartialDate | None = None
    retrieved: PartialDate | None = None
    """When it was fetched from where it was published."""
    version: str = ""
    """Which of several editions of one document it is, such as `updated` or `2`."""
    supersedes: str = ""
    """Id of the source that it is a later version of."""
    language: str = "en"
    """BCP 47 language tag."""
    url: str = ""
    rights: str = ""
    sha256: str = ""
    """Hexadecimal digest of the file's bytes; empty when not recorded."""
    furniture: tuple[str, ...] = ()
    """Opening words of the blocks that are furniture."""
    caution: str = ""
    """What a reader must know before trusting the wording; travels with every quote."""
    encoding: str = ""
    """Python's name of the file's encoding; empty when it is to be found out."""
    place: Place | None = None


class Source(NamedTuple):
    """A source document that was read."""

    record: SourceRecord
    text: Text
    """The whole text as decoded, byte order mark dropped and every line ending a single newline."""
    paragraphs: Sequence[Paragraph]
    """Its blocks; in a document that was read they are made when asked for."""
    encoding: str = "utf-8"
    crlf: Sequence[int] = ()
    """Offsets in `text` of the newlines that are two code points, CR and LF, in the file."""
    guessed: bool = False
    """Whether the encoding is only a guess."""
    damaged: int = 0
    """How many places of the file could not be read and are U+FFFD in `text`."""
    locators: Locators = NO_LOCATORS
    """Where its paragraphs are in the original that it was made of."""

    @property
    def id(self) -> str:
        """The id the cards use."""
        return self.record.id

    @property
    def body(self) -> Sequence[int]:
        """The 1-based numbers of the paragraphs that are part of the story."""
        body: Sequence[int] | None = getattr(self.paragraphs, "body", None)
        if body is None:
            return tuple(p.number for p in self.paragraphs if not p.furniture)
        return body

    def paragraph(self, number: int) -> Paragraph:
        """Return the paragraph with this 1-based number.

        Raises:
            IndexError: There is no such paragraph.
        """
        if not 1 <= number <= len(self.paragraphs):
            raise IndexError(number)
        return self.paragraphs[number - 1]
