"""The part of the model that is needed even where no card is read.

A list and a search from the catalogue take less time than making all the classes of the model does;
whoever reads cards finds these there too.
"""

from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text, `start` included and `end` not, in code points."""

    start: int
    end: int


class State(StrEnum):
    """How well the words of some evidence were found in their source."""

    VERBATIM = "verbatim"
    """Found, code point for code point."""
    TYPOGRAPHY = "typography"
    """Found; only quote marks, dashes, spaces or Unicode form differ, a final stop, the case of
    the first letter, or a hyphen at a line's end."""
    INSERTED = "inserted"
    """Found but for bracketed words of ours, which mask words that are there and are told."""
    DRIFTED = "drifted"
    """Not found, but something close was, with a clear margin; never shown as a quotation."""
    AMBIGUOUS = "ambiguous"
    """Found in several places, and nothing says which is meant."""
    MISSING = "missing"
    """Not found."""

    @property
    def verified(self) -> bool:
        """Whether the words may stand between quotation marks."""
        return self in (State.VERBATIM, State.TYPOGRAPHY, State.INSERTED)


NOT_CHECKED = "sense not checked"
"""What is said where no list of words covers a language or a change."""

UNCLEAR = "unclear"
"""The speaker id that says: the text does not tell who."""
NOBODY = "none"
"""The speaker id that says: a term in scare quotes, spoken by no one."""
