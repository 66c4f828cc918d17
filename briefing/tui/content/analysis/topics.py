"""Topics by meeting, and all that is said on one topic."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.analysis.topics import MatrixRow, TopicMatrix, TopicThread
from briefing.catalogue.queries.topics import TopicRow
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
from briefing.tui.content.analysis.items import INDENT, by_meeting, item_row, plain_head
from briefing.tui.content.analysis.table import TableGroup, TablePage, TableRow
from briefing.tui.content.analysis.totals import total_row
from briefing.tui.content.line import join, shown
from briefing.tui.lineview.blocks import Block, Run

TOPIC = "topic\t"
"""What the key of a row begins with that stands for a topic."""
COUNTED = "Counted are the items of the cards that are filed under a topic."


def topics_page(
    matrices: Iterable[TopicMatrix], choice: ColumnChoice, totals: Sequence[TopicRow] = ()
) -> TablePage:
    """Lay out the topics of each series by meeting, and perhaps those of all meetings together.

    Args:
        matrices: The counts, series apart.
        choice: Which meeting is chosen.
        totals: The topics of all meetings, where these are too many for a table of each series.
    """
    groups = [_group(matrix, choice) for matrix in matrices if matrix.rows]
    if totals:
        head = plain_head(Run(EVERYWHERE, "heading"), Run("enter shows all on a topic", "quiet"))
        groups.append(TableGroup(head, tuple(map(_total, totals)), EVERYWHERE))
    return TablePage(
        groups,
        foot=(COUNTED,),
        nothing="No item of any card that was read so far is filed under a topic.",
        most=GRID_WIDTH,
    )


def _group(matrix: TopicMatrix, choice: ColumnChoice) -> TableGroup:
    numbers = [[str(n) if n else "" for n in row.counts] for row in matrix.rows]
    days = [meeting.date for meeting in matrix.meetings]
    grid = Grid(days, [row.topic.label for row in matrix.rows], numbers, choice)
    name = shown(matrix.series or NO_SERIES)
    held = f" · {count(len(matrix.meetings), 'meeting')}"
    rows = (_row(row, some, matrix, grid) for row, some in zip(matrix.rows, numbers, strict=True))

    def head(width: int) -> tuple[Block, ...]:
        return grid.heads([(name, "heading"), (held, "quiet")], width)

    return TableGroup(head, tuple(rows))


def _row(row: MatrixRow, numbers: Sequence[str], matrix: TopicMatrix, grid: Grid) -> TableRow:
    topic = row.topic

    def lines(width: int) -> tuple[Block, ...]:
        made = grid.line(topic.label, numbers, str(row.total), width)
        return (made._replace(stop=True),)

    found_by = f"{topic.label} {topic.id} {matrix.series or NO_SERIES}"
    return TableRow(counted_key(matrix.series, topic.id), found_by, lines, grid.least)


def _total(row: TopicRow) -> TableRow:
    return total_row(row.id, row, _counted, row.label)


def _counted(row: TopicRow) -> Iterator[Run | str]:
    yield row.label
    yield Run(f"{count(row.items, 'item')} in {count(row.meetings, 'meeting')}", "quiet")


def thread_page(thread: TopicThread, sources: SourceNames) -> TablePage:
    """Lay out all that is said on a topic under its meetings, and then the topics beside it."""
    name = shown(thread.topic.label)
    groups = by_meeting(
        thread.items, lambda row: item_row(row, thread.names, sources, without=("meeting",))
    )
    return TablePage(
        (*groups, *_related(thread)),
        foot=(thread.topic.note,) if thread.topic.note else (),
        nothing=f"Nothing is filed under {name}.",
    )


def _related(thread: TopicThread) -> Iterator[TableGroup]:
    """Yield the topics that share items with a topic."""
    if thread.related:
        rows = (_related_row(each.topic, each.label, each.items) for each in thread.related)
        yield TableGroup(plain_head("Topics that share items with it"), tuple(rows))


def _related_row(topic: str, label: str, items: int) -> TableRow:
    line = join([label, Run(f"shares {count(items, 'item')}", "quiet")])
    block = Block(line.text, "", line.marks, indent=INDENT, stop=True)
    return TableRow(f"{TOPIC}{topic}", line.text, lambda width: (block,))
