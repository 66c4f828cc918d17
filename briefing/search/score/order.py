"""The order of hits, which never depends on the order in which a library was read."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from briefing.search.index.records import Records
from briefing.search.index.segment import Segment
from briefing.search.score.ranking import Ranked


class Found(NamedTuple):
    """An entry that may become a hit."""

    segment: int
    doc: int
    ranked: Ranked


def by_score(found: Iterable[Found], segments: Sequence[Segment]) -> list[Found]:
    """Return entries, best first.

    Of equal ones, those on cards come first, newest meeting first, then the documents.

    Args:
        found: Entries.
        segments: The segments they are in.
    """
    ordered: list[Found] = []
    best_first = sorted(found, key=lambda one: -one.ranked.score)
    for _, group in groupby(best_first, key=lambda one: one.ranked.score):
        equal = list(group)
        if len(equal) > 1:
            equal.sort(key=lambda one: _place(one, segments))
        ordered += equal
    return ordered


def by_date(found: Iterable[Found], segments: Sequence[Segment]) -> list[Found]:
    """Return entries, latest first: card by card, and each card in its own order."""

    def place(one: Found) -> tuple[int, int, str, str, int, int]:
        records = segments[one.segment].records
        card, source = records.value("card", one.doc), records.value("source", one.doc)
        day, sequence = _moment(records, one.doc)
        return (-day, -sequence, card, "" if card else source, one.segment, one.doc)

    return sorted(found, key=place)


def _moment(records: Records, doc: int) -> tuple[int, int]:
    """Return the day of an entry, and the number of its meeting on that day; 0 for none."""
    return records.day(doc), int(records.value("sequence", doc) or 0)


def _place(
    one: Found, segments: Sequence[Segment]
) -> tuple[int, int, int, str, str, int, int, int]:
    records = segments[one.segment].records
    card, source = records.value("card", one.doc), records.value("source", one.doc)
    if card:
        day, sequence = _moment(records, one.doc)
        return (0, -day, -sequence, card, "", 0, one.segment, one.doc)
    _, paragraph = records.place(one.doc)
    kind = records.value("kind", one.doc)
    return (1 if source else 2, 0, 0, kind, source, paragraph, one.segment, one.doc)
