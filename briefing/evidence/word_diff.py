"""What differs between the words of a card and the words of its source, word by word."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from briefing.evidence.sense.alignment import opcodes
from briefing.evidence.sense.checks import RISKS, sense_risks
from briefing.evidence.texts.tokens import token_starts, words_of
from briefing.text.folding import Folded, fold

__all__ = ["RISKS", "DiffPart", "sense_risks", "word_diff"]


class DiffPart(NamedTuple):
    """A stretch of words that both texts share, or only one has."""

    kind: Literal["same", "removed", "added"]
    """`removed` is only in the expected words, `added` only in the found ones."""
    text: str


def word_diff(expected: str, found: str) -> tuple[DiffPart, ...]:
    """Compare two texts word by word; typography makes no difference.

    Args:
        expected: The words as the card has them.
        found: The words that are in the source.

    Returns:
        Parts in reading order, no two neighbours of one kind. The `same` and `added` parts
        together are exactly `found`; the `same` and `removed` ones are `expected` up to
        typography.
    """
    old, new = fold(expected), fold(found)
    old_pieces, new_pieces = _pieces(old), _pieces(new)
    parts: list[DiffPart] = []
    for tag, a, b, c, d in opcodes(words_of(old.text), words_of(new.text)):
        if tag == "equal":
            parts.append(DiffPart("same", "".join(new_pieces[c:d])))
            continue
        if a < b:
            gap = _lost_space(old_pieces[:a], parts)
            parts.append(DiffPart("removed", gap + "".join(old_pieces[a:b])))
        if c < d:
            parts.append(DiffPart("added", "".join(new_pieces[c:d])))
    return tuple(parts)


def _lost_space(before: Sequence[str], parts: Sequence[DiffPart]) -> str:
    """Return the space that is before removed words, if the found text has none there."""
    spaced = bool(before) and before[-1] != before[-1].rstrip()
    shown = bool(parts) and parts[-1].text != parts[-1].text.rstrip()
    return " " if spaced and not shown else ""


def _pieces(folded: Folded) -> list[str]:
    """Cut the given text where its folded form is cut into tokens; nothing is lost."""
    cuts = [0, *(folded.offsets[start] for start in token_starts(folded.text)[1:])]
    return [folded.source[a:b] for a, b in pairwise(cuts)]
