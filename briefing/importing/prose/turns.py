"""Transcripts: lines that open with who speaks, `NAME: words`, with or without a time before."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

_TIME: Final = r"[\[(]?(?P<time>(?:\d{1,2}:)?\d{1,2}:\d{2})(?:[.,]\d{1,3})?[\])]?\s+(?:-\s+)?"
_CAPITALS: Final = r"[A-Z][A-Z.'’-]*(?: [A-Z0-9][A-Z0-9.'’-]*){0,6}"
_TITLED: Final = r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gen|Adm|Prof)\. )?"
_CAPITAL: Final = r"[^\W\d_a-z][\w.'’-]*"
_PARTICLES: Final = r"(?:(?:de|of|the|von|van|al|bin|la|da|du) )*"
_MIXED: Final = rf"{_CAPITAL}(?: {_PARTICLES}{_CAPITAL}){{0,5}}"
_ASIDE: Final = r"(?: ?[(（][^()（）]{1,60}[)）])?"
_TURN: Final = re.compile(
    rf"\s*(?:{_TIME})?(?P<name>(?:{_TITLED}(?:{_CAPITALS}|{_MIXED})|[QA]|[^\s:：]{{1,15}}(?=：)){_ASIDE})"
    r"(?::(?=\s|$)|：)\s*(?P<words>.*)",
    re.DOTALL,
)
_QA: Final = re.compile(rf"\s*(?:{_TIME})?(?P<name>[QA])\.?\s{{2,}}(?P<words>.*)", re.DOTALL)
_FEWEST: Final = 3
_LONGEST_NAME: Final = 60


class Turn(NamedTuple):
    """The beginning of what someone says."""

    name: str
    words: str
    time: str = ""
    """As the transcript has it; empty where it has none."""


def turn_of(line: str) -> Turn | None:
    """Return whose turn a line opens; None if it opens none."""
    found = _TURN.match(line) or _QA.match(line)
    if found is None or len(found["name"]) > _LONGEST_NAME:
        return None
    return Turn(found["name"].strip(), found["words"], found["time"] or "")


def is_transcript(starts: Sequence[str]) -> bool:
    """Return whether a text is made of turns: three at least, and nearly all by who speaks again.

    Args:
        starts: The first lines of what may be paragraphs.
    """
    names = Counter(turn.name for line in starts if (turn := turn_of(line)) is not None)
    turns = sum(names.values())
    again = sum(count for count in names.values() if count > 1)
    return turns >= _FEWEST and again * 2 >= turns and turns * 3 >= len(starts)
