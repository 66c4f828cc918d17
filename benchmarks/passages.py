"""Cut real texts into passages of the length of a quotation, without mixing or making up."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

SHORTEST = 60
LONGEST = 300

_SENTENCE_END = re.compile(r"""(?<=[.!?…])["'”’)\]]*\s+(?=["'“‘(\[]?[^\W\d_a-zß-öø-ÿ])""")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|No|Nos|Gen|Col|Capt|Sen|Rep|Hon|Prof|Gov|Lt|vs|etc|cf|i\.e|e\.g)|\b[A-Z])\.$"
)
_CLAUSE_END = re.compile(r"(?<=[;:,—])\s+|(?<=—)")
_BLANKS = re.compile(r"\s+")
_CONTROL = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Text(NamedTuple):
    """One entry to be: where its words come from, and the words."""

    origin: str
    """`1819-Monroe` for an address, else the package or the user's file."""
    text: str


def one_line(text: str) -> str:
    """Return the text without terminal escapes, every run of white space one blank."""
    return _BLANKS.sub(" ", _CONTROL.sub("", text)).strip()


def sentences(paragraph: str) -> list[str]:
    """Split a paragraph into sentences; an abbreviation's full stop ends none."""
    found: list[str] = []
    for piece in _SENTENCE_END.split(paragraph):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] = f"{found[-1]} {piece}"
        elif piece:
            found.append(piece)
    return found


def pieces(sentence: str) -> Iterator[str]:
    """Yield a sentence whole, or cut at clause ends where it is longer than a passage may be."""
    if len(sentence) <= LONGEST:
        yield sentence
        return
    held = ""
    for clause in _CLAUSE_END.split(sentence):
        if held and len(held) + 1 + len(clause) > LONGEST * 2 // 3:
            yield held
            held = clause
        else:
            held = f"{held} {clause}" if held else clause
    if held:
        yield held


def passages(paragraph: str) -> Iterator[str]:
    """Yield the paragraph's passages: sentences, clauses of long ones, short ones joined.

    No passage overlaps another. What is too short to join, or has no place to be cut, is left out.
    """
    held = ""
    for sentence in sentences(one_line(paragraph)):
        for piece in pieces(sentence):
            if held and len(held) + 1 + len(piece) <= LONGEST and len(held) < SHORTEST:
                held = f"{held} {piece}"
                continue
            if SHORTEST <= len(held) <= LONGEST:
                yield held
            held = piece
    if SHORTEST <= len(held) <= LONGEST:
        yield held


def windows(paragraph: str) -> Iterator[str]:
    """Yield every two neighbouring sentences that fit one passage; these overlap each other."""
    found = sentences(one_line(paragraph))
    for first, second in pairwise(found):
        joined = f"{first} {second}"
        if SHORTEST <= len(joined) <= LONGEST:
            yield joined


def is_prose(text: str) -> bool:
    """Tell whether a passage reads as words rather than as code, a table or a drawing."""
    letters = sum(map(str.isalpha, text))
    return letters >= 0.7 * len(text) and ("://" not in text)


def distinct(texts: Iterable[Text]) -> Iterator[Text]:
    """Yield the texts, leaving out a text that differs from an earlier one in case only."""
    seen: set[int] = set()
    for entry in texts:
        key = hash(_BLANKS.sub("", entry.text).casefold())
        if key not in seen:
            seen.add(key)
            yield entry
