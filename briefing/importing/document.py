"""What an imported document is: blocks of canonical text, facts it states, and what is uncertain.

Canonical text is UTF-8 without a byte order mark: blocks parted by one empty line, prose on one
line, no control characters and nothing that shows nothing, except the joiners that scripts need.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, NamedTuple, TypeAlias

from briefing.errors import BriefingError
from briefing.text.cleaning import INVISIBLE, LAYOUT, clean

Kind: TypeAlias = Literal["prose", "lines"]

_LAYOUT_TO_SPACE: Final = str.maketrans({c: " " for c in LAYOUT if c not in "\t\n\x85\u2028\u2029"})
_LINE_ENDS: Final = re.compile("\r\n?|[\x85\u2028\u2029]")
_HYPHEN_BREAK: Final = re.compile(r"(?<=\w)([-\u2010])[ \t]*\n[ \t]*(?=\w)")


class DocumentError(BriefingError):
    """A document cannot be imported."""


class DocumentBlock(NamedTuple):
    """A paragraph, a heading, a caption, a table: what blank lines will part from the rest."""

    text: str
    """Canonical text; of prose one line, in which a line break is only after a hyphen of
    which nobody knows whether it belongs to the word."""
    kind: Kind = "prose"
    """Whether its line breaks mean nothing (prose) or are kept (tables, verse, addresses)."""
    furniture: str = ""
    """Why it is in the file and not in the story; empty for the story."""
    locator: str = ""
    """Where it is in the original, such as `p. 4` or `00:12:31`; empty where nothing says."""


class Facts(NamedTuple):
    """What a document says of itself; empty where it says nothing."""

    title: str = ""
    publisher: str = ""
    byline: str = ""
    published: str = ""
    """A day, month or year: `2023-01-31`, `2023-01`, `2023`."""
    retrieved: str = ""
    language: str = ""
    """BCP 47 tag, as the document has it."""
    url: str = ""
    kind: str = ""
    """What sort of document it is, such as `transcript`."""
    rights: str = ""
    caution: str = ""
    """What to know before trusting the wording."""

    def over(self, other: "Facts") -> "Facts":
        """Return these facts, completed by others where they say nothing."""
        return Facts(*(mine or theirs for mine, theirs in zip(self, other, strict=True)))


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read, whatever its format was."""

    name: str
    """The file's name, or `standard input`."""
    format: str
    """What it was, as words: `PDF`, `web page`."""
    suffix: str
    """What the name of an original of that format ends in, such as `.pdf`."""
    blocks: tuple[DocumentBlock, ...]
    facts: Facts
    warnings: tuple[str, ...]
    """What is uncertain or was left out, one clause each."""
    sha256: str
    """Digest of the original's bytes."""
    size: int
    """How many bytes those are."""
    language_told_by: Literal["", "letters", "words"] = ""
    """By what the language is told, where the document does not state it."""

    @property
    def text(self) -> str:
        """The canonical text of the whole document."""
        return "\n\n".join(block.text for block in self.blocks) + "\n"


class Read(NamedTuple):
    """What a reader of one format makes of a document."""

    blocks: tuple[DocumentBlock, ...]
    facts: Facts = Facts()
    warnings: tuple[str, ...] = ()
    format: str = ""
    """What it was, where the reader knows better than the detector."""


def prose(text: str, furniture: str = "", locator: str = "") -> DocumentBlock:
    """Return a block of running text: white space is one blank, undecided hyphens keep their break.

    Args:
        text: Any text.
        furniture: Why it is no part of the story; empty for the story.
        locator: Where it is in the original.
    """
    plain = canonical(text)
    parts = _HYPHEN_BREAK.split(plain)
    joined = [re.sub(r"[ \t\n]+", " ", part) for part in parts]
    whole = "".join(f"{each}\n" if n % 2 else each for n, each in enumerate(joined))
    return DocumentBlock(whole.strip(), "prose", furniture, locator)


def lines(text: str, furniture: str = "", locator: str = "") -> DocumentBlock:
    """Return a block whose lines are kept; empty ones are left out.

    Args:
        text: Any text.
        furniture: Why it is no part of the story; empty for the story.
        locator: Where it is in the original.
    """
    kept = [line.rstrip() for line in canonical(text).split("\n")]
    return DocumentBlock("\n".join(filter(_shows, kept)).strip("\n"), "lines", furniture, locator)


def shown(blocks: Iterable[DocumentBlock]) -> tuple[DocumentBlock, ...]:
    """Return the blocks that hold anything to see."""
    return tuple(block for block in blocks if _shows(block.text))


def canonical(text: str) -> str:
    """Return text with line ends as newlines and without what shows nothing or steers a terminal.

    Args:
        text: Any text.

    Returns:
        Tabs stay; what no file may hold (lone surrogates, noncharacters) becomes U+FFFD.
    """
    text = _LINE_ENDS.sub("\n", text).translate(_LAYOUT_TO_SPACE)
    return "\n".join(
        "\t".join(map(clean, line.split("\t"))) for line in _dropped().sub("", text).split("\n")
    )


def has_controls(text: str) -> bool:
    """Return whether a text holds control characters that `canonical` leaves out."""
    return _controls().search(text) is not None


@cache
def _controls() -> re.Pattern[str]:
    return re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


@cache
def _dropped() -> re.Pattern[str]:
    """Return what finds a character that is left out."""
    return re.compile(f"{_controls().pattern[:-1]}\x1c-\x1f\u180e\u2061-\u2064{INVISIBLE}]")


def _shows(text: str) -> bool:
    return any(not c.isspace() and c not in "\u200c\u200d" for c in text)


def count_words(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: `1 page`, `3 pages`."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def first_words(text: str, most: int = 60) -> str:
    """Return how a text begins, in at most so many code points."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…"


def numbered(blocks: Sequence[DocumentBlock]) -> Iterable[tuple[int, DocumentBlock]]:
    """Return blocks with their numbers, from 1, as paragraphs of the text."""
    return enumerate(blocks, 1)
