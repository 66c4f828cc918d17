"""Opening the reader: everything that has to happen before the toolkit is imported."""

import asyncio
import os
from contextlib import nullcontext
from typing import TYPE_CHECKING

from briefing.tui.terminal import check_terminal, draws_elsewhere, ending_signals, on_terminal

if TYPE_CHECKING:
    from briefing.library import Library
    from briefing.tui.app import BriefingApp

FRAMES_PER_SECOND = "120"
"""Halves the time from a key to its echo; Textual reads it once, when it is imported."""


def open_reader(library: "Library", start: str | None = None) -> int:
    """Run the reader until the user leaves it.

    Args:
        library: The library to read.
        start: `CARD` or `CARD#ITEM` to open first; None for the newest meeting.

    Returns:
        The exit status: 0 when the user left, 128 + n when signal n ended it.

    Raises:
        TerminalError: There is no terminal the reader can run in.
        BriefingError: The user's settings name an unknown theme or key.
    """
    elsewhere = draws_elsewhere(os.environ)
    if not elsewhere:
        check_terminal(os.environ)
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]  # no-color.org: an empty value asks for nothing
    os.environ.setdefault("TEXTUAL_FPS", FRAMES_PER_SECOND)
    app = _build(library, start)
    with nullcontext() if elsewhere else on_terminal():
        asyncio.run(_run(app))
    return app.return_code or 0


def _build(library: "Library", start: str | None) -> "BriefingApp":
    from briefing.tui.app import BriefingApp

    return BriefingApp(library, start)


async def _run(app: "BriefingApp") -> None:
    def end(status: int) -> None:
        app.exit(return_code=status)

    with ending_signals(end):
        await app.run_async()
