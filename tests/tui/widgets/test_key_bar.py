"""The line of keys: which ones it shows, and what a click on one does."""

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import Button

from briefing.library.library import Library
from briefing.library.locations import bundled_library
from briefing.tui.app import BriefingApp
from briefing.tui.themes.themes import DARK, THEMES
from briefing.tui.widgets.key_bar import ALWAYS, KeyBar, ShownKey, fitting
from tests.tui import libraries
from tests.tui.helpers import drawn, wait_until

KEYS = [
    ShownKey("one", "a", "a", "First"),
    ShownKey("two", "b", "b", "Second one"),
    ShownKey(ALWAYS[0], "h", "?", "Help"),
    ShownKey("last", "z", "z", "日本"),
    ShownKey(ALWAYS[1], "q", "q", "Out"),
]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (100, "ab?zq"),
        (9 + 14 + 8 + 8 + 7, "ab?zq"),
        (9 + 14 + 8 + 7 + 7, "ab?q"),
        (9 + 14 + 8 + 7 - 1, "a?q"),
        (8 + 7, "?q"),
        (8 + 6, "?"),
        (8, "?"),
        (0, "?"),
    ],
)
def test_the_first_keys_that_fit_and_always_help_and_the_way_out(width: int, expected: str) -> None:
    assert "".join(key.label for key in fitting(KEYS, width)) == expected


class BoundButton(Button):
    BINDINGS = [Binding("k", "press", "Only here")]


class Keys(App[None]):
    BINDINGS = [
        Binding("j,down", "step(1)", "Next"),
        Binding("x", "refuse", "Never"),
        Binding("ctrl+y", "hide", "Hidden", show=False),
        Binding("question_mark", "explain", "[Help]", id=ALWAYS[0]),
    ]

    def __init__(self) -> None:
        super().__init__()
        for own in THEMES:
            self.register_theme(own)
        self.theme = DARK.name
        self.did: list[str] = []

    def compose(self) -> ComposeResult:
        yield BoundButton("Go")
        yield KeyBar()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return None if action == "refuse" else True

    def action_step(self, direction: int) -> None:
        self.did.append(f"step {direction}")

    def action_explain(self) -> None:
        self.did.append("explain")


async def test_it_shows_active_keys_as_they_are_written() -> None:
    app = Keys()
    async with app.run_test(size=(60, 10)) as pilot:
        bar = app.query_one(KeyBar)
        await wait_until(pilot, lambda: bar.keys != ())
        line = drawn(bar)[0]
        assert " j Next " in line
        assert " ? [Help] " in line
        assert "Hidden" not in line
        assert line.count("Next") == 1
        never = next(key for key in bar.keys if key.description == "Never")
        assert not never.enabled


async def test_it_follows_the_focus() -> None:
    app = Keys()
    async with app.run_test(size=(60, 10)) as pilot:
        bar = app.query_one(KeyBar)
        button = app.query_one(Button)
        button.can_focus = False
        app.set_focus(None)
        await wait_until(pilot, lambda: bar.keys != () and "Only here" not in drawn(bar)[0])
        button.can_focus = True
        button.focus()
        await wait_until(pilot, lambda: "Only here" in drawn(bar)[0])


async def test_a_click_presses_the_key() -> None:
    app = Keys()
    async with app.run_test(size=(60, 10)) as pilot:
        bar = app.query_one(KeyBar)
        await wait_until(pilot, lambda: bar.keys != ())
        line = drawn(bar)[0]
        await pilot.click(bar, offset=(line.index("Help"), 0))
        await pilot.click(bar, offset=(line.index("Next"), 0))
        await wait_until(pilot, lambda: app.did == ["explain", "step 1"])
        await pilot.click(bar, offset=(55, 0))
        assert app.did == ["explain", "step 1"]


@pytest.mark.parametrize(("width", "last"), [(60, "Search"), (80, "Copy"), (120, "Palette")])
async def test_the_readers_most_useful_keys_fit(width: int, last: str) -> None:
    app = BriefingApp(libraries.tidy())
    async with app.run_test(size=(width, 24)) as pilot:
        bar = app.screen.query_one(KeyBar)
        await wait_until(pilot, lambda: "Next" in drawn(bar)[0])
        line = drawn(bar)[0]
        assert [word for word in ("Open", "Search", "? Help", "q Leave") if word not in line] == []
        assert last in line


@pytest.mark.parametrize("width", [80, 100, 120])
async def test_the_record_is_offered_before_further_evidence(width: int) -> None:
    app = BriefingApp(
        Library.open(bundled_library()), "2023-01-11-us-japan-2plus2", theme=DARK.name
    )
    async with app.run_test(size=(width, 24)) as pilot:
        bar = app.screen.query_one(KeyBar)
        await wait_until(pilot, lambda: "v Record/brief" in drawn(bar)[0])
        shown = [key.label for key in fitting(bar.keys, width)]
        assert shown.index("v") < (shown.index("e") if "e" in shown else len(shown))
