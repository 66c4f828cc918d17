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
            equal.sort(key=lambda one: _within_meeting(one, segments))
            equal.sort(key=lambda one: _meeting(one, segments), reverse=True)
        ordered += equal
    return ordered


def by_date(found: Iterable[Found], segments: Sequence[Segment]) -> list[Found]:
    """Return entries, latest first: card by card, and each card in its own order.

    Of one day, documents come after the cards.
    """

    def within_day(one: Found) -> tuple[str, int, int]:
        records = segments[one.segment].records
        source = "" if records.value("card", one.doc) else records.value("source", one.doc)
        return (source, one.segment, one.doc)

    ordered = sorted(found, key=within_day)
    ordered.sort(key=lambda one: _moment(segments[one.segment].records, one.doc), reverse=True)
    return ordered


def _moment(records: Records, doc: int) -> tuple[int, int, str]:
    """Return what orders the meetings of entries: `model.meeting_order` in parts; 0 for no day."""
    place = records.value("in_day", doc)
    return records.day(doc), int(place) if place else 0, records.value("card", doc)


def _meeting(one: Found, segments: Sequence[Segment]) -> tuple[int, int, str]:
    """Return the same of an entry on a card; of others what is before all of them."""
    records = segments[one.segment].records
    return _moment(records, one.doc) if records.value("card", one.doc) else (-1, 0, "")


def _within_meeting(one: Found, segments: Sequence[Segment]) -> tuple[int, str, str, int, int, int]:
    records = segments[one.segment].records
    if records.value("card", one.doc):
        return (0, "", "", 0, one.segment, one.doc)
    source, paragraph = records.place(one.doc)
    kind = records.value("kind", one.doc)
    return (1 if source else 2, kind, source, paragraph, one.segment, one.doc)
