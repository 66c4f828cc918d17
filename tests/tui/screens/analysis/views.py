"""Opening the views in the whole reader, on the bundled library and on the made one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.tui.app import BriefingApp
from briefing.tui.screens.analysis import opening
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.screens.views.view_screen import AnyView, ViewScreen
from briefing.tui.session.library.library_access import AT_ONCE
from tests.tui.catalogued import catalogued_library
from tests.tui.helpers import drawn, wait_until

TODAY = date(2023, 6, 1)
"""The day from which the tests look."""
KEYS = {
    "topics": "t",
    "speakers": "s",
    "commitments": "d",
    "compare": "c",
    "timeline": "T",
    "prepare": "p",
}
"""The key of each view that opens at once."""


@asynccontextmanager
async def reading(
    library: Path | None = None,
    *,
    size: tuple[int, int] = (100, 40),
    start: str | None = "2023-01-11-us-japan-2plus2",
    theme: str = "briefing-dark",
    at_once: int = AT_ONCE,
) -> AsyncIterator[Pilot[None]]:
    """Read a library that is catalogued, seen from the tests' day; by default the bundled one."""
    app = BriefingApp(library or catalogued_library(), start, theme=theme)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "today", lambda: TODAY)
        async with app.run_test(size=size, notifications=True) as pilot:
            await wait_until(pilot, lambda: isinstance(app.screen, ReaderScreen))
            reader(pilot).access.at_once = at_once
            sync = reader(pilot).access.catalogue_sync
            await wait_until(pilot, lambda: sync.engine() is not None and sync.progress is None)
            await app.workers.wait_for_complete()
            await pilot.pause()
            yield pilot


def view(pilot: Pilot[None]) -> AnyView:
    """Return the view in front."""
    screen = pilot.app.screen
    assert isinstance(screen, ViewScreen)
    return screen


def reader(pilot: Pilot[None]) -> ReaderScreen:
    """Return the reader behind all views."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, ReaderScreen)
    return screen


async def open_view(pilot: Pilot[None], *keys: str) -> AnyView:
    """Press keys, and return the view that is in front then, its rows read."""
    await pilot.press(*keys)
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, ViewScreen))
    await wait_until(pilot, lambda: bool(view(pilot).is_mounted and view(pilot).table.blocks))
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return view(pilot)


async def open_kind(pilot: Pilot[None], kind: type[AnyView], *keys: str) -> AnyView:
    """Press keys, and return the view of a kind that they lead to."""
    await pilot.press(*keys)
    await wait_until(
        pilot, lambda: isinstance(pilot.app.screen, kind) and pilot.app.screen.is_mounted
    )
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return view(pilot)


def text_of(screen: AnyView) -> str:
    """Return all that the table shows now."""
    return "\n".join(drawn(screen.table)).replace("\u00a0", " ")


def said(screen: AnyView) -> str:
    """Return the line above the table."""
    return str(screen.said.render())


async def back_in_reader(pilot: Pilot[None]) -> ReaderScreen:
    """Wait until no view stands before the reader."""
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
    await pilot.pause()
    return reader(pilot)
