"""Where the cursor goes when the text moves by screens."""

from briefing.tui.lineview.blocks import Layout


def stop_after_paging(
    lines: Layout, cursor: int | None, before: int, now: int, height: int, *, whole: bool
) -> int | None:
    """Return the stop to go to once the text has moved, never one against the way it moved.

    A whole screen goes to the first stop that came into view; less keeps the cursor's height.

    Args:
        lines: The text.
        cursor: The stop under the cursor.
        before: The line at the top of the view before, from 0.
        now: The line at its top after.
        height: Lines of the view.
        whole: Whether the text moved by whole screens.

    Returns:
        Index of the stop's block; None when there is none in view.
    """
    down = now > before
    top, bottom = now, now + height
    if cursor is not None:
        line = lines.top(cursor) + (0 if whole else now - before)
        if down:
            top = max(top, min(line, bottom - 1))
        else:
            bottom = min(bottom, max(line, top) + 1)
    return lines.stop_in_view(top, bottom, first=down)
