"""Speakers over time: who speaks where and how, and one speaker's words in order of date."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.model.core import Manner
from briefing.output.analysis.grid import grid_page
from briefing.output.analysis.rows import INDENT, dated_page, items_table, row_line, row_page
from briefing.output.analysis.table import Table
from briefing.output.analysis.topics import NO_SERIES
from briefing.output.lines import Piece, PrintedLine, beside, block
from briefing.output.wording import count

if TYPE_CHECKING:
    from briefing.analysis.speakers import (
        Pair,
        SpeakerCell,
        SpeakerMatrix,
        SpeakerRow,
        SpeakerWords,
    )
    from briefing.catalogue.db.rows import ItemRow
    from briefing.catalogue.queries.names import ViewNames
    from briefing.catalogue.queries.speakers import Office

SILENT = "took part, and no words of their own are quoted"
_GAP, _NEAR = 3, 2
"""Cells between two columns, and before the words of one."""
_LEAST_COLUMN = 36
"""Cells from which on words are read well in a column."""

_SHORT_MANNERS = {
    Manner.OWN: "own",
    Manner.IN_POINT: "in a point",
    Manner.JOINT: "joint",
    Manner.REPORTED: "reported",
    Manner.TOLD: "told",
}
"""What each manner is called at the head of a narrow column."""


def speakers_lines(matrices: "Iterable[SpeakerMatrix]") -> Iterator[str]:
    """Yield one line for each speaker of each series, with manner and counts by meeting."""
    for matrix in matrices:
        for each in matrix.rows:
            at = ", ".join(
                f"{meeting.date.isoformat()} {_cell_words(cell)}"
                for meeting, cell in zip(matrix.meetings, each.cells, strict=True)
                if cell.items or cell.took_part
            )
            yield f"{matrix.series or NO_SERIES}, {row_words(each.row)}: {at}"


def speakers_page(matrices: "Iterable[SpeakerMatrix]", columns: int) -> Iterator[PrintedLine]:
    """Yield a matrix for each series: speakers down, meetings across, and who is never quoted."""
    for number, matrix in enumerate(matrices):
        if number:
            yield ()
        heads = [meeting.date.isoformat() for meeting in matrix.meetings]
        cells = [
            (each.row.speaker.name, [_cell_sign(c) for c in each.cells], str(each.row.items))
            for each in matrix.rows
        ]
        yield from grid_page(matrix.series or NO_SERIES, heads, cells, "all", columns)
        yield ()
        manners = [
            (each.row.speaker.name, _manner_cells(each.row.by_manner), str(each.row.items))
            for each in matrix.rows
            if each.row.items
        ]
        shorts = tuple(_SHORT_MANNERS.values())
        yield from grid_page("Whose words", shorts, manners, "all", columns, "column")
        silent = [each.row.speaker.name for each in matrix.rows if each.row.silent]
        if silent:
            yield from block(
                f"No words of their own quoted in these meetings: {', '.join(silent)}",
                "dim",
                columns,
            )


def _manner_cells(by_manner: "Mapping[Manner, int]") -> list[str]:
    return [str(by_manner.get(manner, "")) for manner in _SHORT_MANNERS]


def speakers_tables(matrices: "Iterable[SpeakerMatrix]") -> list[Table]:
    """Return a table for each series, speakers down and meetings across."""
    return [
        Table(
            matrix.series or NO_SERIES,
            ("speaker", *(m.date.isoformat() for m in matrix.meetings), *Manner, "note"),
            tuple(
                (
                    each.row.speaker.name,
                    *(_cell_sign(cell) for cell in each.cells),
                    *(str(each.row.by_manner.get(manner, "")) for manner in Manner),
                    SILENT if each.row.silent else "",
                )
                for each in matrix.rows
            ),
            frozenset(range(1, len(matrix.meetings) + 1 + len(Manner))),
        )
        for matrix in matrices
    ]


def speakers_long_table(matrices: "Iterable[SpeakerMatrix]") -> Table:
    """Return one table of all counts: a speaker, a meeting and a manner in each row."""
    return Table(
        "Speakers by meeting",
        ("series", "card", "date", "speaker", "name", "took part", "manner", "items"),
        tuple(
            (
                matrix.series, meeting.card, meeting.date.isoformat(), each.row.speaker.id,
                each.row.speaker.name, "yes" if cell.took_part else "no", manner, str(items),
            )
            for matrix in matrices
            for each in matrix.rows
            for meeting, cell in zip(matrix.meetings, each.cells, strict=True)
            for manner, items in _long_cells(cell)
        ),
        frozenset({7}),
    )  # fmt: skip


def _long_cells(cell: "SpeakerCell") -> list[tuple[str, int]]:
    """Return manners with counts; one without a manner for who took part and says nothing."""
    found = [(manner.value, items) for manner, items in cell.by_manner.items()]
    return found or ([("", 0)] if cell.took_part else [])


def row_words(row: "SpeakerRow") -> str:
    """Return who someone is, in which office last, and how often in which manner."""
    office = f", {row.office.role}" if row.office and row.office.role else ""
    facts = [count(row.items, "item")]
    if row.by_manner:
        facts[0] += f" ({', '.join(manner_words(row.by_manner))})"
    if row.took_part:
        facts.append(f"took part in {count(row.took_part, 'meeting')}")
    if row.silent:
        facts.append("no words of their own quoted in these meetings")
    return f"{row.speaker.name} ({row.speaker.id}){office}, {', '.join(facts)}"


def manner_words(by_manner: "Mapping[Manner, int]") -> list[str]:
    """Return how many items there are of each manner: `own words 2`."""
    return [f"{manner.value} {number}" for manner, number in by_manner.items()]


def words_lines(words: "SpeakerWords") -> Iterator[str]:
    """Yield who it is, the offices held, and then one item a line, own words first."""
    yield row_words(words.row)
    yield from (f"Office: {term}" for term in office_words(words.offices))
    if words.topics:
        yield f"Topics: {', '.join(_topic_words(words))}"
    for manner, rows in words.items.items():
        for row in rows:
            yield f"{_heading(manner)}, {row_line(row, words.names, without=_unsaid(row.who))}"


def words_page(words: "SpeakerWords", columns: int) -> Iterator[PrintedLine]:
    """Yield who it is, the offices held, and each item under its manner and meeting."""
    yield from block(words.row.speaker.name, "title", columns)
    for term in office_words(words.offices):
        yield from block(term, "dim", columns)
    if words.topics:
        yield from block(f"On {', '.join(_topic_words(words))}", "dim", columns)
    if words.row.silent:
        yield from block(SILENT.capitalize(), "warning", columns)
    for manner, rows in words.items.items():
        yield ()
        yield from block(f"{_heading(manner)} · {count(len(rows), 'item')}", "heading", columns)
        for row in rows:
            yield ()
            yield from dated_page(row, words.names, columns, without=_unsaid(row.who))


def words_tables(words: "SpeakerWords") -> list[Table]:
    """Return a table of items for each manner."""
    name = words.row.speaker.name
    return [
        items_table(f"{name}: {manner.value}", rows, words.names)
        for manner, rows in words.items.items()
    ]


def words_table(words: "SpeakerWords") -> Table:
    """Return all items as one table, with the manner of each."""
    columns = items_table("", (), words.names).columns
    rows = (
        (manner.value, *row)
        for manner, table in zip(words.items, words_tables(words), strict=True)
        for row in table.rows
    )
    return Table(words.row.speaker.name, ("manner", *columns), tuple(rows))


def pair_lines(pair: "Pair") -> Iterator[str]:
    """Yield the topics both speak on, and then one item a line, meeting by meeting."""
    yield pair_head(pair)
    if shared := _shared_words(pair):
        yield f"Topics of both: {shared}"
    for side in pair.meetings:
        for name, rows in ((pair.one.name, side.one), (pair.other.name, side.other)):
            for row in rows:
                manner = f"{row.manner.value}, " if row.manner else ""
                yield f"{name}, {manner}{row_line(row, pair.names, without=_unsaid(row.who))}"


def pair_page(pair: "Pair", columns: int) -> Iterator[PrintedLine]:
    """Yield the topics both speak on, and each meeting with the words of one beside the other's.

    Where there is no room for two columns, those of one are above the other's.
    """
    yield from block(pair_head(pair), "title", columns)
    if shared := _shared_words(pair):
        yield from block(f"Topics of both: {shared}", "dim", columns)
    room = (columns - _GAP) // 2
    for side in pair.meetings:
        yield ()
        rows = (*side.one, *side.other)
        yield from block(f"{rows[0].date.isoformat()}  {side.title}", "title", columns)
        width = room if room >= _LEAST_COLUMN else columns
        one = _side_page(pair.one.name, side.one, pair.names, width)
        other = _side_page(pair.other.name, side.other, pair.names, width)
        if width == room:
            yield from beside(one, other, room + _GAP)
        else:
            yield from (*one, *other)


def _side_page(
    name: str, rows: "Sequence[ItemRow]", names: "ViewNames", width: int
) -> Iterator[PrintedLine]:
    """Yield what one of two speakers says at a meeting, and in what manner."""
    yield from block(f"{name}{'' if rows else ': nothing here'}", "heading", width)
    for row in rows:
        if row.manner is not None:
            yield from block(row.manner.value, "dim", width)
        for _, *line in row_page(row, names, width - _NEAR + INDENT, without=_unsaid(row.who)):
            yield (Piece(" " * _NEAR), *line)


def pair_table(pair: "Pair") -> Table:
    """Return what both say as one table, with the speaker of each item."""
    found = []
    for side in pair.meetings:
        for name, rows in ((pair.one.name, side.one), (pair.other.name, side.other)):
            table = items_table("", rows, pair.names)
            found += [(name, *row) for row in table.rows]
    columns = items_table("", (), pair.names).columns
    return Table(pair_head(pair), ("speaker", *columns), tuple(found))


def pair_head(pair: "Pair") -> str:
    """Return who is compared, and on what."""
    topic = f" on {pair.names.topic_label(pair.topic)}" if pair.topic else ""
    return f"{pair.one.name} and {pair.other.name}{topic}"


def _shared_words(pair: "Pair") -> str:
    if pair.topic:
        return ""
    labels = (f"{pair.names.topic_label(t)} ({ours}, {theirs})" for t, ours, theirs in pair.shared)
    return ", ".join(labels)


def _heading(manner: Manner) -> str:
    return manner.value.capitalize()


def _unsaid(who: tuple[str, ...]) -> tuple[str, ...]:
    """Name whoever else is with a speaker; the speaker alone is at the head."""
    return () if len(who) > 1 else ("who",)


def office_words(offices: "Iterable[Office]") -> Iterator[str]:
    """Yield the offices someone is listed in, those of meetings that follow one another as one.

    Args:
        offices: Of one speaker, in order of date.
    """
    for _, some in groupby(offices, key=lambda each: (each.role, each.side, each.part)):
        yield _term_words(list(some))


def _term_words(offices: "Sequence[Office]") -> str:
    """Say which office someone is listed in, from when to when, and at how many meetings."""
    first, last = offices[0], offices[-1]
    days = first.date.isoformat()
    if last.date > first.date:
        days += f" to {last.date.isoformat()}"
    part = "" if first.part == "participant" else "quoted without taking part"
    where = first.card if len(offices) == 1 else count(len(offices), "meeting")
    facts = (days, first.role, first.side, part, where)
    return ", ".join(fact for fact in facts if fact)


def _topic_words(words: "SpeakerWords") -> list[str]:
    return [f"{words.names.topic_label(topic)} ({number})" for topic, number in words.topics]


def _cell_words(cell: "SpeakerCell") -> str:
    manners = ", ".join(manner_words(cell.by_manner))
    return f"({manners})" if manners else "(took part, nothing of theirs on the card)"


def _cell_sign(cell: "SpeakerCell") -> str:
    """Return a count; 0 for who took part and says nothing, empty for who did neither."""
    return str(cell.items) if cell.items or cell.took_part else ""
