"""Opening the reader: everything that has to happen before the toolkit is imported."""

import asyncio
import gc
import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import BriefingError, Place, Problem
from briefing.text.suggest import did_you_mean
from briefing.tui.terminal.environment import named_driver, settle_environment
from briefing.tui.terminal.limits import check_limits, is_shortage
from briefing.tui.terminal.terminal import (
    check_terminal,
    draws_elsewhere,
    ending_signals,
    on_terminal,
    why_lost,
)

if TYPE_CHECKING:
    from briefing.library.library import Library
    from briefing.tui.app import BriefingApp
    from briefing.user.settings import Settings

FRAMES_PER_SECOND = "120"
"""Halves the time from a key to its echo; Textual reads it once, when it is imported."""


class ReaderCrashedError(Exception):
    """The reader came upon a fault of its own, which is the cause of this error."""


def open_reader(library: "Library | Path", start: str | None = None, *, fresh: bool = False) -> int:
    """Run the reader until the user leaves it, on one library after another as they choose.

    Args:
        library: The first library, or its folder where the first frame need not wait for it.
        start: `CARD` or `CARD#ITEM` to open first; None for where the reader left off.
        fresh: Whether to open the newest meeting instead.

    Returns:
        The exit status: 0 when the user left, 128 + n when signal n ended it.

    Raises:
        TerminalError: There is no terminal the reader can run in.
        LimitError: It is not allowed the memory or the open files that it needs.
        MemoryError, OSError, RuntimeError: Memory, files or threads ran short.
        BriefingError: The user's settings name an unknown theme or key.
        ReaderCrashedError: A fault of the program's own; the terminal is given back all the same.
    """
    elsewhere = draws_elsewhere(os.environ)
    if not elsewhere:
        check_terminal(os.environ)
    check_limits()
    settle_environment(os.environ)
    os.environ.setdefault("TEXTUAL_FPS", FRAMES_PER_SECOND)
    # Nearly all that a start makes stays: looking for garbage in it delays the first frame.
    gc.disable()
    try:
        settings = _sound_settings()
        roots = [library if isinstance(library, Path) else library.root]
        app = _build(settings, library, start, roots, fresh=fresh)
        with nullcontext() if elsewhere else on_terminal():
            status = asyncio.run(_run(app))
            while app.wanted is not None:
                roots.insert(0, app.wanted)
                app.close_library()
                del app
                _forget_the_last()
                app = _build(settings, roots[0], None, roots)
                status = asyncio.run(_run(app))
    finally:
        gc.enable()
    if app.crash is not None and is_shortage(app.crash):
        raise app.crash
    if app.crash is not None:
        raise ReaderCrashedError from app.crash
    if app.lost is not None:
        return why_lost(app.lost.why)
    return status


def _forget_the_last() -> None:
    """Free what the reader of the last library held, which a library may fill a memory with."""
    gc.unfreeze()
    gc.collect()
    gc.disable()


def _sound_settings() -> "Settings":
    from briefing.user.settings import load_settings

    settings = load_settings()
    problems = list(_problems(settings))
    if problems:
        first, *others = problems
        more = f", and {len(others)} more" if others else ""
        raise BriefingError(first.message + more, place=first.place, problems=problems)
    return settings


def _build(
    settings: "Settings",
    library: "Library | Path",
    start: str | None,
    roots: list[Path],
    *,
    fresh: bool = False,
) -> "BriefingApp":
    """Make a reader.

    Args:
        settings: The user's settings.
        library: What to read.
        start: What to open first.
        roots: The folder of that library, then those of the libraries read before it.
        fresh: Whether not to come back to the place that was left.
    """
    from briefing.tui.app import BriefingApp
    from briefing.tui.session.memory import Memory

    root, *before = roots
    return BriefingApp(
        library,
        start,
        theme=settings.theme,
        keymap=settings.keys,
        driver_class=named_driver(os.environ),
        memory=Memory(root, fresh=fresh, before=before),
    )


def _problems(settings: "Settings") -> Iterator[Problem]:
    """Find what only the reader can judge of the settings: names of themes and of keys."""
    from briefing.tui.themes.themes import theme_names

    place = Place(str(settings.file))
    if settings.theme and settings.theme not in theme_names():
        hint = did_you_mean(settings.theme, theme_names(), "the palette lists them")
        message = f"there is no theme '{settings.theme}'"
        yield Problem("error", "unknown-theme", place, message, hint)
    if settings.keys:
        from briefing.tui.keys.keymap import all_bindings, check_keymap

        for wrong in check_keymap(all_bindings(), settings.keys).values():
            yield Problem("error", "bad-key", place, wrong)


async def _run(app: "BriefingApp") -> int:
    """Run a reader to its end.

    Returns:
        The exit status. The app wants no other library any more if anything went wrong.
    """
    signalled: list[int] = []

    def end(status: int) -> None:
        signalled.append(status)
        app.exit(return_code=status)

    with ending_signals(end):
        await app.run_async()
    if app.wanted is None:
        return app.return_code or 0
    if signalled or app.crash is not None or app.lost is not None:
        app.wanted = None
    return signalled[0] if signalled else app.return_code or 0
