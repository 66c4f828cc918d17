"""The help lists every key as the user has it, and finds them as one types."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from briefing.tui.keymap import all_bindings, bindings_of
from briefing.tui.screens.help import HelpScreen, matching
from tests.tui.shell import HostApp, HostScreen

BOUND = bindings_of(HostScreen)


def shown(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#help-keys", Static).render())


@pytest.mark.parametrize("typed", ["", "next", "NEXT item", "j", "host", "go to"])
def test_every_typed_word_must_occur(typed: str) -> None:
    assert matching(BOUND, typed, ["j"]) == [0]


@pytest.mark.parametrize("typed", ["nothing", "next nothing"])
def test_what_does_not_occur_is_left_out(typed: str) -> None:
    assert matching(BOUND, typed, ["j"]) == []


async def test_every_key_is_listed_under_where_it_acts() -> None:
    async with HostApp().run_test(size=(120, 40)) as pilot:
        await pilot.press("question_mark")
        text = shown(pilot)

    for bound in all_bindings():
        assert bound.where in text
        assert f"{bound.description} – {bound.tooltip}" in text


async def test_typing_filters_and_says_so_when_nothing_is_left() -> None:
    async with HostApp().run_test() as pilot:
        await pilot.press("question_mark", *"palette")
        assert "Find a command" in shown(pilot)
        assert "Leave the program" not in shown(pilot)

        await pilot.press(*"[/x]")
        assert shown(pilot) == "No key matches “palette[/x]”."


async def test_the_users_own_keys_are_shown() -> None:
    async with HostApp(keymap={"app.palette": "f9"}).run_test() as pilot:
        await pilot.press("question_mark", *"app.palette")

        assert "f9  Palette" in shown(pilot)


async def test_the_list_scrolls_while_typing_goes_on() -> None:
    async with HostApp().run_test(size=(80, 12)) as pilot:
        await pilot.press("question_mark", "pagedown", "down")
        listing = pilot.app.screen.query_one("#help-list")
        assert listing.scroll_y > 0
        await pilot.press("up", "pageup")
        assert listing.scroll_y == 0


async def test_escape_closes_the_help() -> None:
    async with HostApp().run_test() as pilot:
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape")
        assert not isinstance(pilot.app.screen, HelpScreen)
