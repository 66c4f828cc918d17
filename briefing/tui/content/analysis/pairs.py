"""Two speakers side by side: what each says, meeting by meeting."""

from collections.abc import Sequence
from functools import cache

from briefing.analysis.speakers import Pair, SideBySide
from briefing.catalogue.db.rows import ItemRow
from briefing.catalogue.queries.names import ViewNames
from briefing.catalogue.queries.speakers import SpeakerName
from briefing.output.names import SourceNames
from briefing.output.wording import count
from briefing.tui.content.analysis.items import INDENT, item_key, item_row
from briefing.tui.content.analysis.table import Lines, TableGroup, TablePage, TableRow
from briefing.tui.content.line import join, shown
from briefing.tui.lineview.blocks import Block, Run, Side
from briefing.tui.lineview.sides import MOST_WIDTH, column_rooms


def pair_page(pair: Pair, sources: SourceNames) -> TablePage:
    """Lay out what two speakers say, meeting by meeting, in columns where there is room."""
    return TablePage(
        (_meeting(side, pair, sources) for side in pair.meetings),
        nothing=f"Neither {pair.one.name} nor {pair.other.name} says anything on it.",
        most=MOST_WIDTH,
    )


def side_key(row: ItemRow, speaker: str) -> str:
    """Return what an item is known by below one of two speakers."""
    return item_key(row, speaker)


def _meeting(both: SideBySide, pair: Pair, sources: SourceNames) -> TableGroup:
    rows = (
        *(_row(row, pair.one, "left", pair.names, sources) for row in both.one),
        *(_row(row, pair.other, "right", pair.names, sources) for row in both.other),
    )
    return TableGroup(_head(both, pair), rows)


def _head(both: SideBySide, pair: Pair) -> Lines:
    """Return the heading of a meeting, with the name of either speaker over their column."""
    day = (*both.one, *both.other)[0].date.isoformat()
    title = Block(shown(both.title), "heading", lead=Run(f"{day}  ", "label"))

    def lines(width: int) -> tuple[Block, ...]:
        columns = column_rooms(width) is not None
        names = (
            _name(pair.one, both.one, "left", columns=columns),
            _name(pair.other, both.other, "right", columns=columns),
        )
        return (title, *names)

    return lines


def _name(speaker: SpeakerName, rows: Sequence[ItemRow], side: Side, *, columns: bool) -> Block:
    held = count(len(rows), "item") if rows else "nothing on this card"
    line = join([Run(speaker.name, "speaker"), Run(held, "quiet")])
    return Block(line.text, "", line.marks, 0 if columns else INDENT, side=side)


def _row(
    row: ItemRow, speaker: SpeakerName, side: Side, names: ViewNames, sources: SourceNames
) -> TableRow:
    """Return an item in a column; where there are none, it names its speaker."""

    @cache
    def made(columns: bool) -> TableRow:
        manner = Run(row.manner.value if row.manner else "", "label")
        name = Run(speaker.name, "speaker")
        before: tuple[Run, ...] = (name, manner)
        if columns:
            # As many lines at every width: there is one also where no manner is known.
            before = (manner if manner.text else name,)
        without = ("meeting", "who") if len(row.who) == 1 else ("meeting",)
        return item_row(row, names, sources, before=before, without=without, among=speaker.id)

    def lines(width: int) -> tuple[Block, ...]:
        if column_rooms(width) is None:
            return tuple(block._replace(side=side) for block in made(False).lines(width))
        return tuple(block._replace(side=side, indent=0) for block in made(True).lines(width))

    return TableRow(side_key(row, speaker.id), lambda: made(False).words, lines)
