"""What a text is read as: words, and the signs that some of them carry."""

from typing import NamedTuple

from briefing.evidence.sense.languages.word_lists import Sign


class SenseWord(NamedTuple):
    """A word of a text."""

    key: str
    """What makes it equal to others: case, some letters and short forms are smoothed out."""
    shape: str
    """The word as it is there."""
    opening: bool
    """Whether it begins a sentence, where a capital says nothing."""


class SignSpan(NamedTuple):
    """A sign and the words that carry it."""

    sign: Sign
    start: int
    end: int
    """Index just past the last word."""

    @property
    def category(self) -> str:
        """The sign's category."""
        return self.sign[0]


class SenseReading(NamedTuple):
    """A text as words and signs, both in order; fillers count as signs of no risk."""

    words: tuple[SenseWord, ...]
    marks: tuple[SignSpan, ...]

    @property
    def keys(self) -> list[str]:
        """The keys of the words."""
        return [word.key for word in self.words]
