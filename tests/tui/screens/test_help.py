"""The help lists every key as the user has it, and finds them as one types."""

import pytest
from textual.pilot import Pilot

from briefing.tui.keys.keymap import all_bindings, bindings_of
from briefing.tui.lineview.line_view import LineView
from briefing.tui.screens.help import HelpScreen, matching
from tests.tui.helpers import drawn
from tests.tui.shell import HostApp, HostScreen

BOUND = bindings_of(HostScreen)


def shown(pilot: Pilot[None]) -> str:
    """Return what is listed, a line for each key."""
    blocks = listing(pilot).blocks
    return "\n".join(f"{block.lead.text}{block.text}" for block in blocks)


def listing(pilot: Pilot[None]) -> LineView:
    return pilot.app.screen.query_one("#help-list", LineView)


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
        assert f"{bound.description} – {bound.tooltip}\n" in f"{text}\n"


async def test_ids_for_the_settings_show_while_one_types() -> None:
    async with HostApp().run_test(size=(120, 40)) as pilot:
        await pilot.press("question_mark", *"quit")
        assert "Leave the program from anywhere  app.quit" in shown(pilot)


async def test_typing_filters_and_says_so_when_nothing_is_left() -> None:
    async with HostApp().run_test() as pilot:
        await pilot.press("question_mark", *"palette")
        assert "Find a command" in shown(pilot)
        assert "Leave the program" not in shown(pilot)

        await pilot.press(*"[/x]")
        assert shown(pilot) == "No key matches 'palette[/x]'."


async def test_the_users_own_keys_are_shown() -> None:
    async with HostApp(keymap={"app.palette": "f9"}).run_test() as pilot:
        await pilot.press("question_mark", *"app.palette")

        assert "f9  Palette" in shown(pilot)


async def test_the_list_scrolls_while_typing_goes_on() -> None:
    async with HostApp().run_test(size=(80, 12)) as pilot:
        await pilot.press("question_mark", "pagedown", "down")
        assert listing(pilot).scroll_y > 0
        await pilot.press("up", "pageup")
        assert listing(pilot).scroll_y == 0


async def test_what_a_key_does_never_runs_on_under_the_keys() -> None:
    async with HostApp().run_test(size=(60, 20)) as pilot:
        await pilot.press("question_mark", *"view.next")
        await pilot.pause()
        heading, first, *further = [line for line in drawn(listing(pilot)) if line.strip()]
        assert heading.strip() == "Reading"
        text = first.index("Next")
        assert further
        assert all(line[:text].strip() == "" for line in further)
        assert "view.next" in "".join(further)


async def test_escape_closes_the_help() -> None:
    async with HostApp().run_test() as pilot:
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape")
        assert not isinstance(pilot.app.screen, HelpScreen)
