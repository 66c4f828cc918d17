"""Entries that say the same in two forms, of which one is the hit.

A quote and the paragraph it is from are two entries, and so are a point and the words it quotes.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from briefing.search.index.segment import Segment

Address = tuple[int, int]
"""The number of a segment, and of an entry in it."""


class Groups(NamedTuple):
    """Entries that may be doubles of each other; no group has only one."""

    passages: list[list[Address]]
    """The quotes and the paragraphs of each paragraph of a source."""
    items: list[list[Address]]
    """The entries of each item of a card."""

    def members(self) -> set[Address]:
        """Return all entries of all groups."""
        return {one for groups in self for group in groups for one in group}


def grouped(found: Iterable[Address], segments: Sequence[Segment]) -> Groups:
    """Return which entries may be doubles of each other.

    Args:
        found: Entries.
        segments: The segments they are in.
    """
    passages: dict[tuple[str, int], list[Address]] = {}
    items: dict[tuple[str, str], list[Address]] = {}
    for one in found:
        number, doc = one
        records = segments[number].records
        source, paragraph = records.place(doc)
        if paragraph and records.value("kind", doc) in ("quote", "paragraph"):
            passages.setdefault((source, paragraph), []).append(one)
        if item := records.item(doc):
            items.setdefault((records.value("card", doc), item), []).append(one)
    return Groups(_several(passages.values()), _several(items.values()))


def doubles(
    groups: Groups, held: Mapping[Address, int], segments: Sequence[Segment]
) -> set[Address]:
    """Return paragraphs whose quote is found, and quotes that hold less than theirs.

    Words that a point quotes are found as a quote of their own; where the point is found with
    as many of the words, it is the hit.

    Args:
        groups: Entries that may be doubles.
        held: How many words of the query each of them holds; of equal ones the first is the hit.
        segments: The segments they are in.
    """
    dropped: set[Address] = set()
    order = {one: place for place, one in enumerate(held)}
    for group in groups.passages:
        dropped |= _less_telling(group, held, segments)
    for group in groups.items:
        most = max(held[one] for one in group)
        best = sorted((one for one in group if held[one] == most), key=order.__getitem__)
        kept = next((one for one in best if _kind(one, segments) != "quote"), best[0])
        dropped.update(one for one in group if one != kept)
    return dropped


def _less_telling(
    group: Sequence[Address], held: Mapping[Address, int], segments: Sequence[Segment]
) -> set[Address]:
    """Return the quotes or the paragraphs of a passage, whichever hold less."""
    quotes = [one for one in group if _kind(one, segments) == "quote"]
    paragraphs = [one for one in group if one not in quotes]
    if not quotes or not paragraphs:
        return set()
    most = max(held[one] for one in paragraphs)
    return set(paragraphs if any(held[one] >= most for one in quotes) else quotes)


def _kind(one: Address, segments: Sequence[Segment]) -> str:
    number, doc = one
    return segments[number].records.value("kind", doc)


def _several(groups: Iterable[list[Address]]) -> list[list[Address]]:
    return [group for group in groups if len(group) > 1]
