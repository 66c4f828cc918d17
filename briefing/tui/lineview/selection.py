"""What of some blocks the user has selected with the mouse.

Textual keeps a selection as two offsets. A line view gives it a block's code point for x and the
block's index for y, which hold at any width.
"""

from collections.abc import Sequence

from textual.geometry import Offset
from textual.selection import Selection
from textual.widget import Widget

from briefing.text.cleaning import NOTHING
from briefing.tui.lineview.blocks import Block
from briefing.tui.lineview.wrapping import snap


def selected_span(block: Block, index: int, selection: Selection) -> tuple[int, int] | None:
    """Return the selected stretch of a block's text, whole grapheme clusters; None for none.

    Args:
        block: The block.
        index: Its index.
        selection: The selection.
    """
    span = selection.get_span(index)
    if span is None:
        return None
    end = len(block.text) if span[1] < 0 else snap(block.text, span[1])
    return snap(block.text, span[0]), end


def selected_text(blocks: Sequence[Block], selection: Selection) -> str:
    """Return the selected text, each block on a line of its own.

    Args:
        blocks: The blocks of the view.
        selection: The selection.
    """
    first = selection.start.y if selection.start else 0
    last = selection.end.y if selection.end else len(blocks) - 1
    texts = []
    for index in range(first, min(last, len(blocks) - 1) + 1):
        span = selected_span(blocks[index], index, selection)
        text = blocks[index].lined[slice(*span)] if span else ""
        texts.append(text.replace(NOTHING, ""))
    return "\n".join(texts)


def keep_selection(
    view: Widget, before: Sequence[Block], after: Sequence[Block], shift: int
) -> None:
    """Leave the same words selected in other blocks of a view, or nothing.

    Args:
        view: The view.
        before: The blocks it showed.
        after: Those it shows.
        shift: By how many blocks what is under the cursor has moved.
    """
    selection = view.text_selection
    if selection is None:
        return
    words = selected_text(before, selection)
    for moved in (_moved(selection, shift), selection):
        if words and selected_text(after, moved) == words:
            if moved != selection:
                view.screen.selections = {**view.screen.selections, view: moved}
            return
    view.screen.clear_selection()


def _moved(selection: Selection, shift: int) -> Selection:
    start, end = (
        Offset(each.x, max(0, each.y + shift)) if each else None
        for each in (selection.start, selection.end)
    )
    return Selection(start, end)
