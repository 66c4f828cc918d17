"""Screens whose widgets are not there yet, or not any more, when a key's turn comes."""

import pytest
from textual.command import CommandList
from textual.widgets import Input

from briefing.tui.screens.palette import Palette
from tests.tui.helpers import wait_until
from tests.tui.shell import HostApp


async def test_a_palette_whose_list_is_gone_gathers_nothing() -> None:
    """As when it is closed between a key and the work that the key started."""
    app = HostApp()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        palette = app.screen
        assert isinstance(palette, Palette)
        await wait_until(pilot, lambda: palette.query_one(CommandList).option_count > 0)
        await palette.query_one(CommandList).remove()
        palette.query_one(Input).value = "help"
        await wait_until(pilot, lambda: not any(w.is_running for w in app.workers))
        await pilot.pause()

        assert app.is_running
        assert app.crash is None


async def test_any_other_fault_of_the_palette_is_still_a_crash() -> None:
    async def fault() -> None:
        raise LookupError

    app = HostApp()

    async def meet_it() -> None:
        async with app.run_test() as pilot:
            await pilot.press("ctrl+p")
            app.screen.run_worker(fault())
            await wait_until(pilot, lambda: not app.is_running)

    with pytest.raises(LookupError):
        await meet_it()
