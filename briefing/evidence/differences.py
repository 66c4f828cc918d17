"""What differs between the words of a card and the words of its source, and if that matters."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from briefing.evidence.senses import senses, unsegmented_senses
from briefing.evidence.tokens import token_starts, words_of
from briefing.text import Folded, fold

RISKS = ("number", "negation", "modal", "name", "date")
"""What a difference can touch, in the order in which it is named."""

_NEGATING_PREFIX = re.compile(r"(?:un|in|im|il|ir|dis|non|mis)(?=\w{3})")


class DiffPart(NamedTuple):
    """A stretch of words that both texts share, or only one has."""

    kind: Literal["same", "removed", "added"]
    """`removed` stands only in the expected words, `added` only in the found ones."""
    text: str


class _Change(NamedTuple):
    """Words that stand in place of others; either side may be empty."""

    removed: tuple[str, ...]
    added: tuple[str, ...]
    opening: bool
    """Whether the change is at the beginning, where a capital says nothing."""


def word_diff(expected: str, found: str) -> tuple[DiffPart, ...]:
    """Compare two texts word by word; typography makes no difference.

    Args:
        expected: The words as the card has them.
        found: The words that stand in the source.

    Returns:
        Parts in reading order, no two neighbours of one kind. The `same` and `added` parts
        together are exactly `found`; the `same` and `removed` ones are `expected` up to
        typography.
    """
    old, new = fold(expected), fold(found)
    old_pieces, new_pieces = _pieces(old), _pieces(new)
    parts: list[DiffPart] = []
    for tag, a, b, c, d in _opcodes(words_of(old.text), words_of(new.text)):
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
    """Return the space that stands before removed words, if the found text has none there."""
    spaced = bool(before) and before[-1] != before[-1].rstrip()
    shown = bool(parts) and parts[-1].text != parts[-1].text.rstrip()
    return " " if spaced and not shown else ""


def _pieces(folded: Folded) -> list[str]:
    """Cut the given text where its folded form is cut into tokens; nothing is lost."""
    cuts = [0, *(folded.offsets[start] for start in token_starts(folded.text)[1:])]
    return [folded.source[a:b] for a, b in pairwise(cuts)]


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield equal stretches and, between them, one change each."""
    # Most commands never compare anything, and need not wait for this import.
    from rapidfuzz.distance import Indel

    changed: tuple[int, int, int, int] | None = None
    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            if changed:
                yield ("change", *changed)
            changed = None
            yield ("equal", op.src_start, op.src_end, op.dest_start, op.dest_end)
        else:
            a, _, c, _ = changed or (op.src_start, 0, op.dest_start, 0)
            changed = (a, op.src_end, c, op.dest_end)
    if changed:
        yield ("change", *changed)


def sense_risks(expected: str, found: str) -> tuple[str, ...]:
    """Say which differences could change the sense.

    Counts what is written in words known to the program (English, and some Japanese and Chinese):
    an empty answer says that nothing was recognised, not that the sense is the same.

    Args:
        expected: The words as the card has them.
        found: The words that stand in the source.

    Returns:
        Those of number, negation, modal, name and date that the difference touches.
    """
    risks: set[str] = set()
    for change in _changes(words_of(fold(expected).text), words_of(fold(found).text)):
        removed, added = _count(change.removed, change), _count(change.added, change)
        risks.update(category for category, _ in (removed - added) + (added - removed))
        if _negated(change.removed, change.added):
            risks.add("negation")
    old, new = unsegmented_senses(expected), unsegmented_senses(found)
    risks.update(category for category, _ in (old - new) + (new - old))
    return tuple(risk for risk in RISKS if risk in risks)


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[_Change]:
    for tag, a, b, c, d in _opcodes(old, new):
        if tag == "change":
            yield _Change(tuple(old[a:b]), tuple(new[c:d]), opening=a == 0)


def _count(words: Sequence[str], change: _Change) -> Counter[tuple[str, str]]:
    """Count what the words touch; a first word that only changed its case touches nothing."""
    if change.opening and change.removed and change.added:
        first = (change.removed[0], change.added[0])
        if first[0].casefold() == first[1].casefold():
            words = words[1:]
    return Counter(sense for word in words for sense in senses(word))


def _negated(removed: Sequence[str], added: Sequence[str]) -> bool:
    old = {word.casefold() for word in removed}
    new = {word.casefold() for word in added}
    return _has_negated_form(old, new) or _has_negated_form(new, old)


def _has_negated_form(words: set[str], plain: set[str]) -> bool:
    return any(
        (prefix := _NEGATING_PREFIX.match(word)) and word[prefix.end() :] in plain for word in words
    )
