"""Speakers over time: how often, in what manner and office, and in which words."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final, NamedTuple

from briefing.analysis.topics import names_of_items
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.rows import ANY_MANNER, TOOK_PART, ItemRow
from briefing.catalogue.queries import speakers as queries
from briefing.catalogue.queries.meetings import (
    MeetingColumn,
    all_series,
    in_order,
    meetings_of_series,
)
from briefing.catalogue.queries.names import ViewNames
from briefing.catalogue.queries.speakers import Office, SpeakerName
from briefing.catalogue.read_transaction import in_read_transaction
from briefing.model.core import Manner, name_of_none

_MANNERS: Final = tuple((manner.value, manner) for manner in Manner)
"""Each manner as the catalogue has it."""
_ALONE: Final = frozenset(manner for manner in Manner if manner.alone)


class SpeakerRow(NamedTuple):
    """Someone who speaks, undertakes or takes part, and how often."""

    speaker: SpeakerName
    items: int
    """How many items say, in whatever manner, what they say or undertake."""
    meetings: int
    """How many meetings have one at least."""
    took_part: int
    """How many meetings list them as taking part."""
    by_manner: Mapping[Manner, int]
    """How many items there are of each manner that occurs."""
    office: Office | None
    """The office named last, where a card names one."""

    @property
    def id(self) -> str:
        """The id of the speaker."""
        return self.speaker.id

    @property
    def quoted_alone(self) -> bool:
        """Whether any words are quoted that are given to them alone."""
        return not _ALONE.isdisjoint(self.by_manner)

    @property
    def silent(self) -> bool:
        """Whether they took part and no words of their own are quoted anywhere."""
        return self.took_part > 0 and not self.quoted_alone


class SpeakerCell(NamedTuple):
    """One speaker at one meeting."""

    took_part: bool
    items: int
    by_manner: Mapping[Manner, int]


class SpeakerMatrixRow(NamedTuple):
    """One speaker, meeting by meeting."""

    row: SpeakerRow
    """Counts of the series alone."""
    cells: tuple[SpeakerCell, ...]
    """One for each meeting of the matrix, in its order."""


class SpeakerMatrix(NamedTuple):
    """Speakers by meetings: of one series, or of what is of none."""

    series: str
    """Id of the series, empty for meetings that are of none."""
    meetings: tuple[MeetingColumn, ...]
    """In order of date."""
    rows: tuple[SpeakerMatrixRow, ...]
    """Those of most items first."""

    def of(self, speakers: Collection[str]) -> "SpeakerMatrix":
        """Return the same with some speakers only, given their ids."""
        return self._replace(rows=tuple(row for row in self.rows if row.row.id in speakers))


class SpeakerWords(NamedTuple):
    """What one speaker says or undertakes, over time."""

    row: SpeakerRow
    offices: tuple[Office, ...]
    """Where they took part or are named as quoted, in order of date."""
    items: Mapping[Manner, tuple[ItemRow, ...]]
    """By manner, own words first, each in order of date."""
    topics: tuple[tuple[str, int], ...]
    """Ids of the topics of these items, with how many are filed under each."""
    names: ViewNames


class SideBySide(NamedTuple):
    """What two speakers say at one meeting."""

    card: str
    """Id of the card."""
    title: str
    one: tuple[ItemRow, ...]
    other: tuple[ItemRow, ...]


class Pair(NamedTuple):
    """Two speakers on one topic, or on all."""

    one: SpeakerName
    other: SpeakerName
    topic: str
    """Id of the topic; empty for all."""
    meetings: tuple[SideBySide, ...]
    """In order of date; of meetings at which one of them has an item at least."""
    shared: tuple[tuple[str, int, int], ...]
    """Ids of topics of both, with how many items each has; those of most first."""
    names: ViewNames


@in_read_transaction
def all_speakers(catalogue: Catalogue) -> tuple[SpeakerRow, ...]:
    """Return everyone who speaks, undertakes or takes part: those of most items first.

    Raises:
        sqlite3.DatabaseError: The database is damaged.
    """
    totals = queries.speaker_totals(catalogue)
    known = {each.id: each for each in queries.listed_speakers(catalogue)}
    offices = {office.speaker: office for office in queries.latest_offices(catalogue)}
    rows = [
        SpeakerRow(
            known.get(name) or _unlisted(name), n, meetings, part, manners, offices.get(name)
        )
        for name, n, meetings, part, manners in totals
    ]
    return tuple(sorted(rows, key=_most_first))


@in_read_transaction
def speaker_matrix(catalogue: Catalogue, series: str) -> SpeakerMatrix:
    """Return who speaks at each meeting of a series, in what manner, and who took part in silence.

    Args:
        catalogue: The catalogue.
        series: Id of the series; empty for the meetings that are of none.
    """
    meetings = meetings_of_series(catalogue, series)
    cells: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for cell in queries.speaker_cells(catalogue, series):
        cells[cell.speaker][cell.card][cell.manner] = cell.items
    known = queries.speakers_called(catalogue, cells.keys())
    offices = {each.speaker: each for each in queries.offices_in_series(catalogue, series)}
    rows = []
    for speaker, by_card in cells.items():
        name = known.get(speaker) or _unlisted(speaker)
        row = _row(name, _added_up(by_card.values()), offices.get(speaker))
        of_each = tuple(_cell(by_card.get(meeting.card, {})) for meeting in meetings)
        rows.append(SpeakerMatrixRow(row, of_each))
    rows.sort(key=lambda each: _most_first(each.row))
    return SpeakerMatrix(series, meetings, tuple(rows))


@in_read_transaction
def speaker_matrices(
    catalogue: Catalogue, series: Iterable[str] | None = None
) -> list[SpeakerMatrix]:
    """Return the matrices of some series, or else of all, those without a series last."""
    if series is None:
        series = [row.id for row in all_series(catalogue)]
    return [speaker_matrix(catalogue, each) for each in series]


@in_read_transaction
def speaker_words(
    catalogue: Catalogue, speaker: str, *, topic: str = "", series: str | None = None
) -> SpeakerWords:
    """Return what a speaker says or undertakes, own words apart from all others.

    Args:
        catalogue: The catalogue.
        speaker: Id of the speaker.
        topic: Only what is filed under it, where one is given.
        series: Only of this series; empty for meetings that are of none.
    """
    items = queries.items_of_speaker(catalogue, speaker, topic=topic, series=series)
    by_manner = {
        manner: some
        for manner in Manner
        if (some := tuple(item for item in items if item.manner is manner))
    }
    counted = Counter(each for item in items for each in item.topics)
    return SpeakerWords(
        speaker_row(catalogue, speaker),
        queries.offices_of_speaker(catalogue, speaker),
        by_manner,
        tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))),
        names_of_items(catalogue, items),
    )


@in_read_transaction
def speaker_row(catalogue: Catalogue, speaker: str) -> SpeakerRow:
    """Return one speaker with the counts of all meetings."""
    totals = queries.speaker_totals(catalogue, speaker)
    held = [o for o in queries.offices_of_speaker(catalogue, speaker) if o.role]
    name, office = _name(catalogue, speaker), held[-1] if held else None
    if not totals:
        return SpeakerRow(name, 0, 0, 0, {}, office)
    _, items, meetings, part, by_manner = totals[0]
    return SpeakerRow(name, items, meetings, part, by_manner, office)


@in_read_transaction
def side_by_side(catalogue: Catalogue, one: str, other: str, topic: str = "") -> Pair:
    """Return what two speakers say, meeting by meeting.

    Args:
        catalogue: The catalogue.
        one: Id of a speaker.
        other: Id of another.
        topic: Only what is filed under it, where one is given.
    """
    left = queries.items_of_speaker(catalogue, one, topic=topic)
    right = queries.items_of_speaker(catalogue, other, topic=topic)
    ours, theirs = _by_card(left), _by_card(right)
    titles = {row.card: row.title for row in (*left, *right)}
    meetings = tuple(
        SideBySide(card, titles[card], tuple(ours.get(card, ())), tuple(theirs.get(card, ())))
        for card in in_order(catalogue, titles)
    )
    return Pair(
        _name(catalogue, one),
        _name(catalogue, other),
        topic,
        meetings,
        _shared_topics(left, right),
        names_of_items(catalogue, (*left, *right)),
    )


def _by_card(rows: Iterable[ItemRow]) -> dict[str, list[ItemRow]]:
    found: dict[str, list[ItemRow]] = defaultdict(list)
    for row in rows:
        found[row.card].append(row)
    return found


def _shared_topics(
    left: Iterable[ItemRow], right: Iterable[ItemRow]
) -> tuple[tuple[str, int, int], ...]:
    ours = Counter(topic for row in left for topic in row.topics)
    theirs = Counter(topic for row in right for topic in row.topics)
    both = [(topic, ours[topic], theirs[topic]) for topic in ours.keys() & theirs.keys()]
    return tuple(sorted(both, key=lambda each: (-min(each[1:]), -sum(each[1:]), each[0])))


def _name(catalogue: Catalogue, speaker: str) -> SpeakerName:
    return queries.speakers_called(catalogue, (speaker,)).get(speaker) or _unlisted(speaker)


def _unlisted(speaker: str) -> SpeakerName:
    return SpeakerName(speaker, name_of_none(speaker) or speaker, "", "")


def _row(
    speaker: SpeakerName, totals: Mapping[str, tuple[int, int]], office: Office | None
) -> SpeakerRow:
    items, meetings = totals.get(ANY_MANNER, (0, 0))
    return SpeakerRow(
        speaker,
        items,
        meetings,
        totals.get(TOOK_PART, (0, 0))[1],
        {manner: totals[value][0] for value, manner in _MANNERS if value in totals},
        office,
    )


def _added_up(cells: Iterable[Mapping[str, int]]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for cell in cells:
        for manner, items in cell.items():
            before = found.get(manner, (0, 0))
            found[manner] = (before[0] + items, before[1] + 1)
    return found


def _cell(counts: Mapping[str, int]) -> SpeakerCell:
    return SpeakerCell(
        TOOK_PART in counts,
        counts.get(ANY_MANNER, 0),
        {manner: counts[value] for value, manner in _MANNERS if value in counts},
    )


def _most_first(row: SpeakerRow) -> tuple[int, int, str]:
    return -row.items, -row.took_part, row.speaker.name.casefold()
