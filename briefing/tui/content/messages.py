"""Messages that take two lines at most, so that they cover nothing that is read."""

from typing import Final

from briefing.text.cleaning import clean_block
from briefing.text.width import cells, cut, cut_before

LINES: Final = 2
_FRAME: Final = 4
"""Columns that the edge and the padding of a message take."""
_LOST: Final = 12
"""Cells that breaking lines between words may leave empty."""
_GAP: Final = " … "


def fit_message(message: str, columns: int) -> str:
    """Clean a message and cut it in its middle if it would take more than two lines.

    Its beginning says what it is about and its end what to do.

    Args:
        message: The message.
        columns: Width of the screen in cells.
    """
    text = " ".join(clean_block(message).split())
    room = max(LINES * (columns - _FRAME) - _LOST, 2 * len(_GAP))
    if cells(text) <= room:
        return text
    half = (room - len(_GAP)) // 2
    return cut(text, half) + _GAP + cut_before(text, half)
