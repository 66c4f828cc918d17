"""The keys that act everywhere do: on every screen, past every line that is typed into."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from briefing.tui.app import BriefingApp
from briefing.tui.screens.help import HelpScreen
from briefing.tui.screens.palette import Palette
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.screens.search import SearchScreen
from tests.e2e.harbour import SECOND, write_library
from tests.tui.helpers import drawn, wait_until

SCREENS: dict[str, tuple[tuple[str, ...], type[Screen[Any]]]] = {
    "card": ((), ReaderScreen),
    "source": (("enter",), ReaderScreen),
    "list": (("o",), ReaderScreen),
    "search": (("slash",), SearchScreen),
    "hits": (("slash", *"tides", "down"), SearchScreen),
    "help": (("question_mark",), HelpScreen),
    "palette": (("ctrl+p",), Palette),
    "palette over search": (("slash", "ctrl+p"), Palette),
    "help over search": (("slash", "f1"), HelpScreen),
    "help over palette": (("ctrl+p", "f1"), HelpScreen),
}
"""How to come to each screen, and what it is."""
TYPED_INTO = [name for name, (_, kind) in SCREENS.items() if kind is not ReaderScreen]
READ = [name for name in SCREENS if name not in TYPED_INTO]


def reader(tmp_path: Path, **keymap: str) -> BriefingApp:
    keys = {name.replace("_", "."): key for name, key in keymap.items()}
    return BriefingApp(write_library(tmp_path / "library"), theme="briefing-dark", keymap=keys)


def screen(app: BriefingApp) -> Screen[Any]:
    """Return the screen in front, which may be another one after each key."""
    return app.screen


async def come_to(name: str, pilot: Pilot[None]) -> None:
    keys, kind = SCREENS[name]
    await pilot.press(*keys)
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, kind))
    if kind is not ReaderScreen:
        await wait_until(pilot, lambda: isinstance(pilot.app.focused, Input))


async def says_how_to_leave(key: str, pilot: Pilot[None]) -> None:
    await pilot.press("ctrl+c")

    def said() -> str:
        return " ".join(" ".join(drawn(toast)) for toast in pilot.app.screen.query("Toast"))

    await wait_until(pilot, lambda: f"press {key}" in said())


@pytest.mark.parametrize("name", SCREENS)
async def test_copying_and_help_act(name: str, tmp_path: Path) -> None:
    app = reader(tmp_path)
    async with app.run_test(notifications=True) as pilot:
        await come_to(name, pilot)
        if isinstance(line := app.focused, Input):
            line.value = ""
        await says_how_to_leave("^q", pilot)
        assert isinstance(screen(app), SCREENS[name][1])

        await pilot.press("f1")
        await wait_until(pilot, lambda: isinstance(screen(app), HelpScreen))
        assert sum(isinstance(each, HelpScreen) for each in app.screen_stack) == 1


@pytest.mark.parametrize("name", SCREENS)
async def test_the_palette_and_leaving_act(name: str, tmp_path: Path) -> None:
    app = reader(tmp_path)
    async with app.run_test() as pilot:
        await come_to(name, pilot)
        await pilot.press("ctrl+p")
        await wait_until(pilot, lambda: isinstance(screen(app), Palette))
        assert sum(isinstance(each, Palette) for each in app.screen_stack) == 1

        await pilot.press("ctrl+q")
        await wait_until(pilot, lambda: not app.is_running)
    assert app.crash is None


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("key", ["question_mark", "q"])
async def test_a_letter_acts_where_nothing_is_typed(name: str, key: str, tmp_path: Path) -> None:
    app = reader(tmp_path)
    async with app.run_test() as pilot:
        await come_to(name, pilot)
        await pilot.press(key)
        if key == "q":
            await wait_until(pilot, lambda: not app.is_running)
        else:
            await wait_until(pilot, lambda: isinstance(app.screen, HelpScreen))


@pytest.mark.parametrize("name", TYPED_INTO)
async def test_a_letter_is_typed_where_something_is(name: str, tmp_path: Path) -> None:
    app = reader(tmp_path)
    async with app.run_test() as pilot:
        await come_to(name, pilot)
        await pilot.press("question_mark", "q")

        assert isinstance(screen(app), SCREENS[name][1])
        assert isinstance(app.focused, Input)
        assert app.focused.value.endswith("?q")


@pytest.mark.parametrize("name", TYPED_INTO)
async def test_ctrl_c_takes_what_is_selected_in_the_line(name: str, tmp_path: Path) -> None:
    app = reader(tmp_path)
    async with app.run_test() as pilot:
        await come_to(name, pilot)
        await pilot.press(*"words", "shift+home", "ctrl+c")

        assert app.clipboard.endswith("words")


async def test_the_users_own_keys_act_everywhere_too_unless_they_are_typed(tmp_path: Path) -> None:
    app = reader(tmp_path, app_palette="f9,colon", app_help="f8", app_quit="f10")
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("slash", "colon", "ctrl+p")
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.query_input.value == ":"
        await says_how_to_leave("f10", pilot)
        await pilot.press("f9")
        assert isinstance(screen(app), Palette)
        await pilot.press("f8")
        assert isinstance(screen(app), HelpScreen)


async def test_what_is_typed_after_the_palettes_key_goes_into_the_palette(tmp_path: Path) -> None:
    app = reader(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("slash")
        for key in ("t", "ctrl+p", "f", "a", "r"):
            app.simulate_key(key)
        await wait_until(
            pilot, lambda: isinstance(app.focused, Input) and app.focused.value == "far"
        )

        search = app.screen_stack[-2]
        assert isinstance(search, SearchScreen)
        assert search.query_input.value == "t"


@pytest.mark.parametrize("opened", ["search", "help", "help over search"])
async def test_a_meeting_chosen_over_another_screen_is_seen(opened: str, tmp_path: Path) -> None:
    app = reader(tmp_path)
    async with app.run_test() as pilot:
        await come_to(opened, pilot)
        await pilot.press("ctrl+p", *"far")
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, ReaderScreen))

        assert len(app.screen_stack) == 1
        await wait_until(pilot, lambda: SECOND in "\n".join(drawn(app.screen.query_one("#card"))))


async def test_a_search_chosen_over_the_search_takes_its_place(tmp_path: Path) -> None:
    app = reader(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("slash", *"old", "ctrl+p", *"customs")
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        await wait_until(
            pilot,
            lambda: (
                isinstance(app.screen, SearchScreen)
                and app.screen.is_mounted
                and app.screen.query_input.value == "customs"
            ),
        )

        assert len(app.screen_stack) == 2
        await pilot.press("escape", "slash")
        search = screen(app)
        assert isinstance(search, SearchScreen)
        assert search.query_input.value == "customs"


@pytest.mark.parametrize("action", ["command_palette", "help", "screen.search"])
async def test_a_screen_opens_again_before_it_is_gone(action: str, tmp_path: Path) -> None:
    """A screen that is closed stays for a moment after, and a key may come within it."""
    app = reader(tmp_path)
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await app.run_action(action)
        await pilot.pause()
        first = app.screen
        app.pop_screen()
        await app.run_action(action)
        await pilot.pause()

        assert type(app.screen) is type(first)
        assert app.screen is not first
        assert app.crash is None


@pytest.mark.parametrize("opening", ["slash", "ctrl+p", "question_mark"])
async def test_what_was_said_of_a_key_is_gone_with_the_next_one(
    opening: str, tmp_path: Path
) -> None:
    app = reader(tmp_path)
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await pilot.press("W")
        await wait_until(pilot, lambda: "W does nothing" in "".join(drawn(screen.status)))
        await pilot.press(opening, "escape")
        await wait_until(pilot, lambda: app.screen is screen)
        await wait_until(pilot, lambda: "does nothing" not in "".join(drawn(screen.status)))
