"""Before the next round of a series: what to have read, on one page."""

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from briefing.analysis.commitments import CommitmentRow, Offer, due_in_series, offers_of
from briefing.analysis.compare.weighing import counting_in
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
from briefing.catalogue.read_transaction import in_read_transaction
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
    page = _of_catalogue(catalogue, series, today, soon)
    # Cards and sources are read outside the transaction, which keeps others from writing.
    phrases = _phrases(catalogue, library, page.before, page.last)
    if not phrases:
        return page
    sources = {place.source for each in phrases for place in (each.earlier, each.later)}
    cautions = {**page.names.cautions, **names_of(catalogue, sources=sources).cautions}
    return page._replace(phrases=phrases, names=page.names._replace(cautions=cautions))


@in_read_transaction
def _of_catalogue(catalogue: Catalogue, series: str, today: date, soon: int) -> Preparation:
    """Return the page without the phrases that moved."""
    matrix = topic_matrix(catalogue, series)
    if not matrix.meetings:
        raise UnknownNameError(f"the series {series} has no meeting")
    last = matrix.meetings[-1]
    before = matrix.meetings[-2] if len(matrix.meetings) > 1 else None
    items = items_of_card(catalogue, last.card)
    earlier = items_of_card(catalogue, before.card) if before else ()
    recent = {last.card, before.card if before else ""}
    rows, total = due_in_series(catalogue, series, today, soon, MOST_COMMITMENTS)
    shown = [row for row in rows if row.item.due_last or row.item.card in recent]
    offers = offers_of(catalogue, shown, 1)
    tasks = tuple(OpenCommitment(row, offers[row.item.address]) for row in shown)
    people = offices_at(catalogue, before.card) if before else ()
    changes = office_changes(people, offices_at(catalogue, last.card))
    offered = (each.item for some in offers.values() for each in some)
    return Preparation(
        series,
        today,
        last,
        before,
        items[0],
        tuple(each for each in tasks if each.row.item.due_last),
        tuple(each for each in tasks if not each.row.item.due_last),
        total,
        tuple(item for item in (*items, *earlier) if item.type == "open"),
        changes,
        _topic_changes(matrix),
        (),
        _names(catalogue, (*items, *earlier, *offered, *(row.item for row in rows)), changes),
    )


def _phrases(
    catalogue: Catalogue,
    library: Library | None,
    before: MeetingColumn | None,
    last: MeetingColumn,
) -> tuple[MovedPhrase, ...]:
    if library is None or before is None:
        return ()
    cards = library.card(before.card), library.card(last.card)
    return moved_phrases(*cards, library, counting_in(catalogue))


def _names(
    catalogue: Catalogue, items: Iterable[ItemRow], changes: Iterable[OfficeChange]
) -> ViewNames:
    """Return the names behind the ids of items, and of those who changed office."""
    offices = [each for change in changes for each in (change.before, change.after) if each]
    return names_of_items(catalogue, items, speakers={each.speaker for each in offices})


def _topic_changes(matrix: TopicMatrix) -> tuple[TopicChange, ...]:
    found = [
        TopicChange(row.topic, row.counts[-2] if len(row.counts) > 1 else 0, row.counts[-1])
        for row in matrix.rows
    ]
    found = [each for each in found if each.before or each.last]
    return tuple(sorted(found, key=lambda each: -(each.before + each.last)))
