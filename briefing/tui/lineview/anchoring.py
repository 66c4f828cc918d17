"""Where a view begins: so that the same words stay at the same height, or others come into view."""

from typing import NamedTuple

from briefing.tui.lineview.blocks import Layout


class Anchor(NamedTuple):
    """A place in a document and where it is in its view."""

    block: int
    offset: int
    """Code point of the block's text."""
    row: int
    """Line of the view it is on."""

    def top(self, lines: Layout) -> int:
        """Return the line to begin a view at so that the place is where it was."""
        return lines.line_of(self.block, self.offset) - self.row


def anchor_of(lines: Layout, cursor: int | None, top: int, height: int) -> Anchor | None:
    """Return what to hold on to: the block under the cursor if it is in view, else the first line.

    Args:
        lines: The lines as they are.
        cursor: The block under the cursor.
        top: The first line in view.
        height: Lines in view.

    Returns:
        The place, or None where the view is at its very top, and should stay there.
    """
    if cursor is not None and top <= lines.top(cursor) < top + height:
        return Anchor(cursor, 0, lines.top(cursor) - top)
    spot = lines.spot(top)
    if spot is None or top == 0:
        return None
    rows = lines.rows(spot.block)
    return Anchor(spot.block, rows[min(spot.row, len(rows) - 1)][0], 0)


def top_to_show(
    top: int, bottom: int, now: int, height: int, margin: int, *, centre: bool
) -> int | None:
    """Return the line to begin a view at so that some lines are in it, or None if it may stay.

    Args:
        top: The first line to show.
        bottom: The line after the last one to show.
        now: The line the view begins at.
        height: Lines in view.
        margin: Lines to keep above and below, where there is room.
        centre: Whether to put lines that are not in view in the middle.
    """
    spare = max(0, height - (bottom - top))
    if centre and not now <= top <= bottom <= now + height:
        return top - spare // 3
    margin = min(margin, spare // 2)
    if top - margin < now or spare == 0:
        return top - margin
    if bottom + margin > now + height:
        return bottom - height + margin
    return None
