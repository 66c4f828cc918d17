"""What was promised or is planned: who, what, by when, and what later meetings say on it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from heapq import nsmallest
from math import sqrt
from typing import Final, NamedTuple

from briefing.analysis.due import SOON_DAYS, DueState, due_state, relative_words
from briefing.analysis.topics import names_of_items
from briefing.analysis.wording import shared_words
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.rows import ItemRow
from briefing.catalogue.queries import commitments as queries
from briefing.catalogue.queries.commitments import LaterItem
from briefing.catalogue.queries.items import items_at, texts_at
from briefing.catalogue.queries.names import ViewNames
from briefing.catalogue.queries.topics import topic_rows
from briefing.catalogue.read_transaction import in_read_transaction
from briefing.language.dates.periods import Period

DUE_STATES: Final[tuple[DueState, ...]] = ("overdue", "due soon", "later", "undated")
"""In the order in which they are shown."""
MOST_OFFERED: Final = 3
"""How many later items are offered for one commitment."""
_ELSEWHERE: Final = 12
"""How many later items of other series are looked at, by topic."""


_STATEMENTS: Final = ("quote", "point")
"""What may take something up: a bottom line repeats, and an open question says nothing."""
_WORD: Final = 0.1
"""What a shared word counts beside a shared topic, which counts 1 where nothing else is on it."""
_SAME_SPEAKER: Final = 0.2
_LIKELY: Final = 8
"""Of how many later items the words are compared."""


class CommitmentRow(NamedTuple):
    """A commitment, or another item that a time is set for."""

    item: ItemRow
    due_state: DueState
    when: str
    """How far that time is, in words; empty where none is set."""
    followed_by: tuple[ItemRow, ...] = ()
    """Later items whose authors say that they take it up."""

    @property
    def promised(self) -> bool:
        """Whether it is a commitment, and not a fact or position that names a time."""
        return self.item.kind == "commitment"


class Offer(NamedTuple):
    """A later item on the same topic: offered as what may take a commitment up, never asserted."""

    item: ItemRow
    topics: tuple[str, ...]
    """Ids of the topics that both are filed under."""
    words: tuple[str, ...]
    """Words that both have, as the later item has them."""
    same_series: bool
    confirmed: bool
    """Whether the author of the later item says that it takes the commitment up."""


class CommitmentView(NamedTuple):
    """Commitments by the time they are due, as seen from a day."""

    today: date
    soon: int
    """How many days ahead count as soon."""
    rows: tuple[CommitmentRow, ...]
    """By last day due, then the undated ones, the latest meeting first."""
    total: int
    """How many there are, of which `rows` may be a part."""
    names: ViewNames


@in_read_transaction
def commitments(
    catalogue: Catalogue,
    today: date,
    *,
    series: str | None = None,
    speaker: str = "",
    topic: str = "",
    soon: int = SOON_DAYS,
    most: int = -1,
) -> CommitmentView:
    """Return what is to be done, by the time it is due.

    Args:
        catalogue: The catalogue.
        today: The day to look from.
        series: Only of this series; empty for meetings that are of none.
        speaker: Only what this speaker says or undertakes, where one is given.
        topic: Only what is filed under this topic, where one is given.
        soon: How many days ahead count as soon.
        most: How many at most of what is past, of what is ahead and of what is undated: those
            nearest to the day, and the undated ones of the latest meetings. All where negative.

    Raises:
        sqlite3.DatabaseError: The database is damaged.
    """
    if series is None and not speaker and not topic:
        items, total = _of_all(catalogue, today, most)
    else:
        found = _narrowed(catalogue, series, speaker, topic)
        items, total = _nearest(found, today, most), len(found)
    rows = _rows(catalogue, items, today, soon)
    shown = [item for row in rows for item in (row.item, *row.followed_by)]
    return CommitmentView(today, soon, rows, total, names_of_items(catalogue, shown))


@in_read_transaction
def due_in_series(
    catalogue: Catalogue, series: str, today: date, soon: int, most: int
) -> tuple[tuple[CommitmentRow, ...], int]:
    """Return the rows of `commitments` of one series without their names, and how many there are.

    Args:
        catalogue: The catalogue.
        series: Id of the series; empty for meetings that are of none.
        today: The day to look from.
        soon: How many days ahead count as soon.
        most: How many at most of each; see `commitments`.
    """
    found = queries.commitments_of_series(catalogue, series)
    return _rows(catalogue, _nearest(found, today, most), today, soon), len(found)


@in_read_transaction
def offers_of(
    catalogue: Catalogue, rows: Iterable[CommitmentRow], most: int = MOST_OFFERED
) -> Mapping[str, tuple[Offer, ...]]:
    """Return what later meetings say on the topics of commitments, by the commitment's address.

    What an author has confirmed comes first, then what is most likely to speak of the same: it
    shares topics, rare ones counting more, words, and those who say it. Of equals a meeting of the
    same series comes first, then the earlier one.

    Args:
        catalogue: The catalogue.
        rows: The commitments.
        most: How many to offer for each; what is confirmed is never left out.
    """
    return _offered(catalogue, [(row.item, row.followed_by) for row in rows], most)


@in_read_transaction
def offers_for(
    catalogue: Catalogue, view: CommitmentView
) -> tuple[CommitmentView, Mapping[str, tuple[Offer, ...]]]:
    """Return what is offered for every row of a view.

    Returns:
        The view, its names completed by those of what is offered, and the offers by the address of
        the commitment.
    """
    offers = offers_of(catalogue, view.rows)
    shown = [row.item for row in view.rows]
    shown += [offer.item for some in offers.values() for offer in some]
    return view._replace(names=names_of_items(catalogue, shown)), offers


def by_state(rows: Iterable[CommitmentRow]) -> dict[DueState, tuple[CommitmentRow, ...]]:
    """Return rows by how their time is to today, in the order in which they are shown."""
    kept = tuple(rows)
    return {state: tuple(r for r in kept if r.due_state == state) for state in DUE_STATES}


def due_period(item: ItemRow) -> Period | None:
    """Return the days that an item is due; None where no time is set."""
    if item.due_first is None or item.due_last is None:
        return None
    return Period(item.due_first, item.due_last)


def _rows(
    catalogue: Catalogue, items: Sequence[ItemRow], today: date, soon: int
) -> tuple[CommitmentRow, ...]:
    followers = _followers(catalogue, items)
    return tuple(_row(item, today, soon, followers.get(item.address, ())) for item in items)


def _row(item: ItemRow, today: date, soon: int, followed_by: tuple[ItemRow, ...]) -> CommitmentRow:
    state, when = _how_far(item.due_first, item.due_last, today, soon)
    return CommitmentRow(item, state, when, followed_by)


@lru_cache(maxsize=4096)
def _how_far(first: date | None, last: date | None, today: date, soon: int) -> tuple[DueState, str]:
    """Return how a time is to today, in a word and in words; many items are due at the same one."""
    period = Period(first, last) if first and last else None
    when = relative_words(period, today) if period else ""
    return due_state(period, today, soon), when


def _rarities(catalogue: Catalogue, items: Iterable[ItemRow]) -> Mapping[str, float]:
    """Return how telling each topic of some items is: the fewer are filed under it, the more."""
    rows = topic_rows(catalogue, {topic for item in items for topic in item.topics})
    # An item that was fetched earlier may have been the last one on its topic.
    return {topic: 1 / sqrt(max(1, row.items)) for topic, row in rows.items()}


def _offered(
    catalogue: Catalogue, asked: Sequence[tuple[ItemRow, Sequence[ItemRow]]], most: int
) -> Mapping[str, tuple[Offer, ...]]:
    """Return what is offered for each item, by its address.

    Args:
        catalogue: The catalogue.
        asked: The items, each with what is confirmed to take it up.
        most: How many to offer; what is confirmed is never left out.
    """
    rarity = _rarities(catalogue, (item for item, _ in asked))
    likely = [
        _likely(catalogue, item, {_place(row) for row in confirmed}, rarity, most)
        for item, confirmed in asked
    ]
    # At once, and no more of any item than is needed: to fetch the rows of all takes longest.
    texts = texts_at(catalogue, {_place(row) for rows in likely for row in rows})
    best = [
        _best(item, rows, texts, rarity)[: max(0, most - len(confirmed))]
        for (item, confirmed), rows in zip(asked, likely, strict=True)
    ]
    found = items_at(catalogue, {_place(row) for rows in best for row in rows})
    return {
        item.address: (
            *(_offer(item, row, True) for row in confirmed),
            *(_offer(item, found[_place(row)], False) for row in rows),
        )
        for (item, confirmed), rows in zip(asked, best, strict=True)
    }


def _likely(
    catalogue: Catalogue,
    item: ItemRow,
    known: Collection[tuple[str, int]],
    rarity: Mapping[str, float],
    most: int,
) -> list[LaterItem]:
    """Return the later items that most likely speak of the same, their words left out."""
    if len(known) >= most or not item.topics:
        return []
    later = queries.later_on_topics(catalogue, item, _ELSEWHERE)
    found = [row for row in later if row.type in _STATEMENTS and _place(row) not in known]
    return nsmallest(_LIKELY, found, lambda row: _likelihood(item, row, (), rarity))


def _best(
    item: ItemRow,
    likely: Iterable[LaterItem],
    texts: Mapping[tuple[str, int], str],
    rarity: Mapping[str, float],
) -> list[LaterItem]:
    """Return the likely items by all that is shared, their words too."""
    there = (row for row in likely if _place(row) in texts)
    return sorted(
        there,
        key=lambda row: _likelihood(item, row, shared_words(item.text, texts[_place(row)]), rarity),
    )


def _place(row: ItemRow | LaterItem) -> tuple[str, int]:
    return row.card, row.position


def _followers(catalogue: Catalogue, items: Iterable[ItemRow]) -> dict[str, tuple[ItemRow, ...]]:
    """Return the items that take some items up, by the address of what they take up."""
    found: dict[str, tuple[ItemRow, ...]] = {}
    for row in queries.followers_of_cards(catalogue, {item.card for item in items}):
        assert row.follows is not None
        address = "#".join(row.follows)
        found[address] = (*found.get(address, ()), row)
    return found


def _of_all(catalogue: Catalogue, today: date, most: int) -> tuple[tuple[ItemRow, ...], int]:
    """Return the items of all meetings, and how many there are; no more are fetched than shown."""
    past: tuple[ItemRow, ...] = ()
    if today > date.min:
        yesterday = today - timedelta(days=1)
        past = queries.dated_between(catalogue, date.min, yesterday, most=most, latest=True)
    ahead = queries.dated_between(catalogue, today, date.max, most=most)
    rest = queries.undated(catalogue, most=most)
    return (*past, *ahead, *rest), sum(queries.due_counts(catalogue, today))


def _narrowed(
    catalogue: Catalogue, series: str | None, speaker: str, topic: str
) -> tuple[ItemRow, ...]:
    if series is not None:
        found = queries.commitments_of_series(catalogue, series)
    elif speaker:
        found = queries.commitments_of_speaker(catalogue, speaker)
    else:
        found = queries.commitments_on_topic(catalogue, topic)
    return tuple(
        row
        for row in found
        if (not speaker or speaker in row.who) and (not topic or topic in row.topics)
    )


def _nearest(found: tuple[ItemRow, ...], today: date, most: int) -> tuple[ItemRow, ...]:
    dated = sorted((row for row in found if row.due_last), key=_by_due)
    past = [row for row in dated if row.due_last and row.due_last < today]
    ahead = dated[len(past) :]
    rest = _latest_first(row for row in found if not row.due_last)
    if most < 0:
        return (*past, *ahead, *rest)
    return (*past[max(0, len(past) - most) :], *ahead[:most], *rest[:most])


def _latest_first(rows: Iterable[ItemRow]) -> list[ItemRow]:
    """Return rows in order of date by the latest meeting, those of one in the order of its card."""
    of_card: dict[str, list[ItemRow]] = {}
    for row in rows:
        of_card.setdefault(row.card, []).append(row)
    return [row for some in reversed(of_card.values()) for row in some]


def _by_due(row: ItemRow) -> tuple[date, date]:
    """Order by time; what is due at one time stays in the order of meetings, as it was fetched."""
    assert row.due_first is not None
    assert row.due_last is not None
    return row.due_last, row.due_first


def _offer(item: ItemRow, later: ItemRow, confirmed: bool) -> Offer:
    topics = tuple(topic for topic in item.topics if topic in later.topics)
    same = bool(item.series) and item.series == later.series
    return Offer(later, topics, shared_words(item.text, later.text), same, confirmed)


def _likelihood(
    item: ItemRow, later: LaterItem, words: Sequence[str], rarity: Mapping[str, float]
) -> tuple[float, bool, int, str, int]:
    """Return a sort key; the weights are ours, and nothing but the order follows from them."""
    score = _WORD * len(words)
    for topic in item.topics:
        if topic in later.topics:
            score += rarity[topic]
    if any(who in later.who for who in item.who):
        score += _SAME_SPEAKER
    same_series = bool(item.series) and item.series == later.series
    return -round(score, 6), not same_series, later.moment, later.card, later.position
