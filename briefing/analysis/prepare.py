"""Before the next round of a series: what to have read, on one page."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final, NamedTuple

from briefing.analysis.commitments import (
    CommitmentRow,
    CommitmentView,
    Offer,
    commitments,
    taken_up,
)
from briefing.analysis.due import SOON_DAYS
from briefing.analysis.moved_phrases import MovedPhrase, moved_phrases
from briefing.analysis.offices import OfficeChange, office_changes
from briefing.analysis.topics import TopicMatrix, names_of_items, topic_matrix
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.rows import ItemRow
from briefing.catalogue.queries.items import items_of_card
from briefing.catalogue.queries.meetings import MeetingColumn
from briefing.catalogue.queries.names import ViewNames, names_of
from briefing.catalogue.queries.speakers import offices_at
from briefing.catalogue.queries.topics import TopicRow
from briefing.errors import UnknownNameError
from briefing.library.library import Library

MOST_COMMITMENTS: Final = 12
"""Of what is past, of what is ahead and of what is undated: the page is to stay one."""


class OpenCommitment(NamedTuple):
    """What is due or was promised, and what later meetings say on the same topics."""

    row: CommitmentRow
    offers: tuple[Offer, ...]
    """What is confirmed, or else the likeliest one: the page is to stay one."""


class TopicChange(NamedTuple):
    """A topic of the last two meetings, by how many items each has."""

    topic: TopicRow
    before: int
    """Items of the meeting before the last."""
    last: int
    """Items of the last meeting."""


class Preparation(NamedTuple):
    """What a series has left for its next meeting, as seen from a day."""

    series: str
    """Id of the series."""
    today: date
    last: MeetingColumn
    """The last meeting."""
    before: MeetingColumn | None
    """The meeting before it, where there is one."""
    bottom_line: ItemRow
    """Of the last meeting."""
    due: tuple[OpenCommitment, ...]
    """What the series has set a time for, by that time; of the past and of what is ahead as much
    as is nearest to the day."""
    undated: tuple[OpenCommitment, ...]
    """What was promised at the last two meetings without a time."""
    commitments: int
    """How many commitments and dated items the series has, shown or not."""
    open: tuple[ItemRow, ...]
    """What the sources of the last meeting left open, and what those of the meeting before did."""
    offices: tuple[OfficeChange, ...]
    """Who is listed in another office, or in another's place, than the time before."""
    topics: tuple[TopicChange, ...]
    """Topics of the last two meetings: those of most items first."""
    phrases: tuple[MovedPhrase, ...]
    """Phrases that both share, with other words around them; empty where no library was given."""
    names: ViewNames


def prepare(
    catalogue: Catalogue,
    series: str,
    today: date,
    soon: int = SOON_DAYS,
    library: Library | None = None,
) -> Preparation:
    """Gather what to have read before a series meets again.

    Args:
        catalogue: The catalogue.
        series: Id of the series.
        today: The day to look from.
        soon: How many days ahead count as soon.
        library: Where the two cards and their sources are read to find the phrases that moved; all
            else is asked of the catalogue alone.

    Raises:
        UnknownNameError: The series has no meeting.
        CardError: One of the two cards cannot be read any more.
        sqlite3.DatabaseError: The database is damaged.
    """
    matrix = topic_matrix(catalogue, series)
    if not matrix.meetings:
        raise UnknownNameError(f"the series {series} has no meeting")
    last = matrix.meetings[-1]
    before = matrix.meetings[-2] if len(matrix.meetings) > 1 else None
    items = items_of_card(catalogue, last.card)
    earlier = items_of_card(catalogue, before.card) if before else ()
    view = commitments(catalogue, today, series=series, soon=soon, most=MOST_COMMITMENTS)
    due, undated = _commitments(catalogue, view, {items[0].card, before.card if before else ""})
    people = offices_at(catalogue, before.card) if before else ()
    changes = office_changes(people, offices_at(catalogue, last.card))
    offers = (each.item for some in (*due, *undated) for each in some.offers)
    shown = (*items, *earlier, *offers, *(row.item for row in view.rows))
    return Preparation(
        series,
        today,
        last,
        before,
        items[0],
        due,
        undated,
        view.total,
        tuple(item for item in (*items, *earlier) if item.type == "open"),
        changes,
        _topic_changes(matrix),
        _phrases(library, before, last),
        _names(catalogue, shown, changes),
    )


def _commitments(
    catalogue: Catalogue, view: CommitmentView, recent: Collection[str]
) -> tuple[tuple[OpenCommitment, ...], tuple[OpenCommitment, ...]]:
    """Return what has a time, and what some recent cards promise without one."""
    due = (row for row in view.rows if row.item.due_last)
    undated = (row for row in view.rows if not row.item.due_last and row.item.card in recent)
    return (
        tuple(_with_offers(catalogue, row) for row in due),
        tuple(_with_offers(catalogue, row) for row in undated),
    )


def _phrases(
    library: Library | None, before: MeetingColumn | None, last: MeetingColumn
) -> tuple[MovedPhrase, ...]:
    if library is None or before is None:
        return ()
    return moved_phrases(library.card(before.card), library.card(last.card), library)


def _names(
    catalogue: Catalogue, items: Iterable[ItemRow], changes: Iterable[OfficeChange]
) -> ViewNames:
    """Return the names behind the ids of items, and of those who changed office."""
    offices = [each for change in changes for each in (change.before, change.after) if each]
    people = names_of(catalogue, speakers={each.speaker for each in offices})
    names = names_of_items(catalogue, items)
    return names._replace(speakers={**names.speakers, **people.speakers})


def _with_offers(catalogue: Catalogue, row: CommitmentRow) -> OpenCommitment:
    return OpenCommitment(row, taken_up(catalogue, row.item, 1))


def _topic_changes(matrix: TopicMatrix) -> tuple[TopicChange, ...]:
    found = [
        TopicChange(row.topic, row.counts[-2] if len(row.counts) > 1 else 0, row.counts[-1])
        for row in matrix.rows
    ]
    found = [each for each in found if each.before or each.last]
    return tuple(sorted(found, key=lambda each: -(each.before + each.last)))
