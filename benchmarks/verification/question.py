"""What is asked, of which text, and what the right answer is."""

from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from benchmarks.verification.words import Stretch, Token, letters, tokens

BLOCK_BREAK = "\n\n"


class Material:
    """A text that questions are asked of.

    Args:
        name: What it is called in the report.
        language: Two letters.
        text: The text, paragraphs parted by blank lines.
        held_out: Whether nothing may be tuned on it.
        noise: Offsets of what stands on the paper and not in the text: line numbers, running heads,
            hyphens at line ends.
    """

    def __init__(
        self,
        name: str,
        language: str,
        text: str,
        held_out: bool,
        noise: frozenset[int] = frozenset(),
    ) -> None:
        self.name = name
        self.language = language
        self.text = text
        self.held_out = held_out
        self.noise = noise

    @cached_property
    def blocks(self) -> list[tuple[int, str]]:
        """The paragraphs, each with its offset; empty ones left out."""
        found, offset = [], 0
        for block in self.text.split(BLOCK_BREAK):
            if block.strip():
                found.append((offset, block))
            offset += len(block) + len(BLOCK_BREAK)
        return found

    @cached_property
    def paragraphs(self) -> list[list[Token]]:
        """The words of each paragraph."""
        return [tokens(block, self.language, start) for start, block in self.blocks]

    @cached_property
    def words(self) -> list[Token]:
        """All words."""
        return [token for paragraph in self.paragraphs for token in paragraph]

    @cached_property
    def letters(self) -> str:
        """The text as the judge reads it: letters and digits."""
        return letters("".join(c for i, c in enumerate(self.text) if i not in self.noise))

    def has(self, words: str) -> bool:
        """Whether the words stand anywhere in the text, as the judge reads it."""
        return letters(words) in self.letters

    def slice(self, start: int, end: int) -> str:
        """Return a stretch of the text without its noise."""
        return "".join(self.text[i] for i in range(start, end) if i not in self.noise)


class Wanted(StrEnum):
    """What the right answer is."""

    FOUND = "found"
    """Verified, at these words."""
    REFUSED = "refused"
    """Never verified."""
    TOLD = "told"
    """Not verified, or verified with a warning."""
    PLACE = "place"
    """Verified at the place that is meant, or not at all."""


class Piece(NamedTuple):
    """Words of the source that the answer covers."""

    start: int
    end: int
    masked: bool = False
    """Whether a bracket stands for them; the answer may cover them or not."""


class Question(NamedTuple):
    """Words to find, and the right answer."""

    kind: str
    """Begins with the letter of the section."""
    material: Material
    exact: str
    wanted: Wanted
    pieces: tuple[Piece, ...] = ()
    """Where the right words stand; none where nothing may be verified."""
    prefix: str = ""
    suffix: str = ""
    paragraph: int | None = None
    gaps: tuple[int, ...] = ()
    """How many words each ellipsis skips, where that is certain."""
    inserted: bool = False
    """Whether brackets of ours are in it, which the answer has to tell."""


def whole(stretch: Stretch) -> tuple[Piece, ...]:
    """Return the answer that is all of a stretch."""
    return (Piece(stretch.start, stretch.end),)
