"""Speakers by meeting, and one speaker's words over time."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.analysis.speakers import (
    SpeakerCell,
    SpeakerMatrix,
    SpeakerMatrixRow,
    SpeakerWords,
)
from briefing.catalogue.db.rows import ItemRow
from briefing.catalogue.queries.names import ViewNames
from briefing.catalogue.queries.speakers import SpeakerSum
from briefing.output.analysis.speakers import SILENT, manner_words, office_words
from briefing.output.analysis.topics import NO_SERIES
from briefing.output.names import SourceNames
from briefing.output.wording import count
from briefing.tui.content.analysis.grid import (
    EVERYWHERE,
    GRID_WIDTH,
    ColumnChoice,
    Grid,
    counted_key,
)
from briefing.tui.content.analysis.items import INDENT, item_row, plain_head
from briefing.tui.content.analysis.table import TableGroup, TablePage, TableRow, spread
from briefing.tui.content.analysis.totals import total_row
from briefing.tui.content.line import KEPT_TOGETHER, join, shown, unbroken
from briefing.tui.lineview.blocks import Block, Run

COUNTED = (
    "Counted are the items that give what somebody says or undertakes, in whatever manner;"
    " 0 stands for who took part and has none."
)


def speakers_page(
    matrices: Iterable[SpeakerMatrix], choice: ColumnChoice, totals: Sequence[SpeakerSum] = ()
) -> TablePage:
    """Lay out the speakers of each series by meeting, and perhaps those of all meetings together.

    Args:
        matrices: The counts, series apart.
        choice: Which meeting is chosen.
        totals: The speakers of all meetings, where these are too many for a table of each series.
    """
    groups = [_group(matrix, choice) for matrix in matrices if matrix.rows]
    if totals:
        head = plain_head(Run(EVERYWHERE, "heading"), Run("enter shows all they say", "quiet"))
        groups.append(TableGroup(head, tuple(map(_total, totals)), EVERYWHERE))
    return TablePage(
        groups,
        foot=(COUNTED,),
        nothing="No card that was read so far names anybody.",
        most=GRID_WIDTH,
    )


def _group(matrix: SpeakerMatrix, choice: ColumnChoice) -> TableGroup:
    numbers = [[_number(cell) for cell in row.cells] for row in matrix.rows]
    days = [meeting.date for meeting in matrix.meetings]
    grid = Grid(days, [each.row.speaker.name for each in matrix.rows], numbers, choice)
    name = shown(matrix.series or NO_SERIES)
    held = f" · {count(len(matrix.meetings), 'meeting')}"
    rows = (_row(row, some, matrix, grid) for row, some in zip(matrix.rows, numbers, strict=True))

    def head(width: int) -> tuple[Block, ...]:
        return grid.heads([(name, "heading"), (held, "quiet")], width)

    return TableGroup(head, tuple(rows))


def _number(cell: SpeakerCell) -> str:
    return str(cell.items) if cell.items or cell.took_part else ""


def _row(
    each: SpeakerMatrixRow, numbers: Sequence[str], matrix: SpeakerMatrix, grid: Grid
) -> TableRow:
    row = each.row
    office = row.office
    facts = join(
        [
            office.role if office else "",
            office.side if office else "",
            *map(unbroken, manner_words(row.by_manner)),
            Run(SILENT if row.silent else "", "caution"),
        ],
        KEPT_TOGETHER,
    )

    def lines(width: int) -> tuple[Block, ...]:
        first = grid.line(row.speaker.name, numbers, str(row.items), width)
        return spread([first, Block(facts.text, "quiet", facts.marks, indent=INDENT)])

    found_by = f"{row.speaker.name} {row.speaker.id} {facts.text} {matrix.series or NO_SERIES}"
    return TableRow(counted_key(matrix.series, row.speaker.id), found_by, lines)


def _total(row: SpeakerSum) -> TableRow:
    return total_row(row.id, row, _counted, row.name, row.role, SILENT if row.silent else "")


def _counted(row: SpeakerSum) -> Iterator[Run | str]:
    yield row.name
    yield Run(row.role, "quiet")
    yield Run(f"{count(row.items, 'item')} in {count(row.meetings, 'meeting')}", "quiet")
    yield Run(SILENT if row.silent else "", "caution")


def words_page(words: SpeakerWords, sources: SourceNames) -> TablePage:
    """Lay out what one speaker says, own words apart from joint, reported and told ones."""
    groups: list[TableGroup] = []
    for manner, rows in words.items.items():
        title = Run(f"{manner.value.capitalize()} · {count(len(rows), 'item')}", "heading")
        made = tuple(_said(row, words.names, sources) for row in rows)
        groups.append(TableGroup(plain_head(title), made))
    foot = [f"Office: {term}" for term in office_words(words.offices)]
    if words.row.silent:
        foot.insert(0, f"{SILENT.capitalize()}.")
    return TablePage(
        groups, foot=foot, nothing=f"{words.row.speaker.name} says and undertakes nothing here."
    )


def _said(row: ItemRow, names: ViewNames, sources: SourceNames) -> TableRow:
    # Whoever says it alone stands in the heading; others who say it too are named.
    alone = ("who",) if len(row.who) == 1 else ()
    day = Run(row.date.isoformat(), "label")
    before = [day, Run(row.title, "quiet")]
    return item_row(row, names, sources, before=before, without=(*alone, "meeting"))
