"""The part of the model that is needed even where no card is read.

A list and a search from the catalogue take less time than making all the classes of the model does;
whoever reads cards finds these there too.
"""

from datetime import MAXYEAR, date, timedelta
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text, `start` included and `end` not, in code points."""

    start: int
    end: int


class PartialDate(NamedTuple):
    """A day, or as much of one as is known: a month, a year."""

    year: int
    month: int = 0
    """1 to 12; 0 where only the year is known."""
    day: int = 0
    """1 to 31; 0 where only the month is known."""

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read `2023`, `2023-01` or `2023-01-11`.

        Raises:
            ValueError: The text is none of these.
        """
        year, *rest = (int(part) for part in text.split("-"))
        found = cls(year, *rest[:2])
        if text != str(found) or year > MAXYEAR:
            raise ValueError(f"{text!r} is no date")
        date(found.year, found.month or 1, found.day or 1)
        return found

    @property
    def first(self) -> date:
        """The first day it may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it may be."""
        if self.day:
            return self.first
        if self.month in (0, 12):
            return date(self.year, 12, 31)  # the last year of all has none after it
        return date(self.year, self.month + 1, 1) - timedelta(days=1)

    @property
    def exact(self) -> date | None:
        """The day, where it is known."""
        return self.first if self.day else None

    def __str__(self) -> str:
        """Return it as it is written in a library's files."""
        parts = (f"{self.year:04}", *(f"{part:02}" for part in self[1:] if part))
        return "-".join(parts)


class State(StrEnum):
    """How well the words of some evidence were found in their source."""

    VERBATIM = "verbatim"
    """Found, code point for code point."""
    TYPOGRAPHY = "typography"
    """Found; only quote marks, dashes, spaces or Unicode form differ, a final stop, the case of
    the first letter, or a hyphen at a line's end."""
    INSERTED = "inserted"
    """Found but for bracketed words of ours, which mask words that are there and are told."""
    ABSENT = "absent"
    """Evidence of absence: the words occur nowhere in the source, as the card says."""
    DRIFTED = "drifted"
    """Not found, but something close was, with a clear margin; never shown as a quotation."""
    AMBIGUOUS = "ambiguous"
    """Found in several places, and nothing says which is meant."""
    PRESENT = "present"
    """Evidence of absence that fails: words that the card says are nowhere stand there."""
    MISSING = "missing"
    """Not found."""

    @property
    def verified(self) -> bool:
        """Whether the words may be between quotation marks."""
        return self in (State.VERBATIM, State.TYPOGRAPHY, State.INSERTED)

    @property
    def holds(self) -> bool:
        """Whether the evidence is what the card says it is: words found, or none there."""
        return self.verified or self is State.ABSENT


class Manner(StrEnum):
    """How someone's words are on a card: whose words are read, and through whom."""

    OWN = "own words"
    """A quote that the source has from the speaker, or from the document itself."""
    IN_POINT = "quoted in a point"
    """Words in quotation marks, found in the source, in a point about this speaker alone."""
    JOINT = "joint words"
    """A joint statement, or words that a point quotes of several together."""
    REPORTED = "reported words"
    """A quote that came through a spokesperson, or as someone reported it."""
    TOLD = "told in our words"
    """A point that says what the speaker says or undertakes, and quotes nothing."""

    @property
    def alone(self) -> bool:
        """Whether words are quoted that are given to the speaker alone."""
        return self in (Manner.OWN, Manner.IN_POINT, Manner.REPORTED)


NOT_CHECKED = "sense not checked"
"""What is said where no list of words covers a language or a change."""

UNCLEAR = "unclear"
"""The speaker id that says: the text does not tell who."""
NOBODY = "none"
"""The speaker id that says: a term in scare quotes, spoken by no one."""
GONE = frozenset(("superseded", "retracted"))
"""The statuses of cards that stand for no meeting any more."""


def name_of_none(speaker: str) -> str | None:
    """Return what to show for an id that stands for no listed speaker; None for any other id.

    Args:
        speaker: Id of a speaker, empty where there is none.

    Returns:
        Nothing for nobody, and "speaker unclear" where the text does not tell who.
    """
    if speaker in ("", NOBODY):
        return ""
    return "speaker unclear" if speaker == UNCLEAR else None
