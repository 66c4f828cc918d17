"""Series and meetings to choose from."""

from collections.abc import Sequence

from briefing.catalogue.db.rows import MeetingRow
from briefing.model.core import GONE
from briefing.output.wording import count
from briefing.tui.content.analysis.items import INDENT, plain_head
from briefing.tui.content.analysis.table import TableGroup, TablePage, TableRow
from briefing.tui.content.line import join
from briefing.tui.lineview.blocks import Block, Run

SERIES = "series\t"
"""What the key of a row begins with that stands for a whole series; else it is a card's id."""


def choosing_page(meetings: Sequence[MeetingRow]) -> TablePage:
    """Lay out the series of two meetings or more, and then the meetings, newest first.

    Args:
        meetings: All meetings, newest first.
    """
    sizes: dict[str, int] = {}
    for row in meetings:
        if row.series and not row.broken and row.status not in GONE:
            sizes[row.series] = sizes.get(row.series, 0) + 1
    series = tuple(_series(name, size) for name, size in sorted(sizes.items()) if size > 1)
    listed = tuple(_meeting(row) for row in meetings if not row.broken)
    groups = [TableGroup(plain_head(Run("All of a series", "heading")), series)] if series else []
    groups.append(TableGroup(plain_head(Run("One meeting", "heading")), listed))
    return TablePage(groups, nothing="No card was read so far.")


def _series(name: str, size: int) -> TableRow:
    return _row(f"{SERIES}{name}", "", [name, Run(count(size, "meeting"), "quiet")])


def _meeting(row: MeetingRow) -> TableRow:
    day = row.date.isoformat() if row.date else ""
    status = "" if row.status == "reviewed" else row.status
    said: list[Run | str] = [row.title, Run(row.series, "quiet"), Run(status, "caution")]
    return _row(row.card, f"{day}  ", said)


def _row(key: str, lead: str, said: Sequence[Run | str]) -> TableRow:
    line = join(said)
    block = Block(line.text, "", line.marks, INDENT, Run(lead, "label"), stop=True)
    return TableRow(key, f"{lead}{line.text}", lambda width: (block,))
