"""The line of keys: which ones it shows, and what a click on one does."""

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import Button

from briefing.tui.themes import DARK, THEMES
from briefing.tui.widgets.key_bar import ALWAYS, KeyBar, ShownKey, fitting
from tests.tui.helpers import drawn, wait_until

KEYS = [
    ShownKey("one", "a", "a", "First"),
    ShownKey("two", "b", "b", "Second one"),
    ShownKey(ALWAYS, "h", "?", "Help"),
    ShownKey("last", "z", "z", "日本"),
]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (100, "ab?z"),
        (9 + 14 + 8 + 8, "ab?z"),
        (9 + 14 + 8 + 7, "ab?"),
        (9 + 14 + 8 - 1, "a?"),
        (8, "?"),
        (0, "?"),
    ],
)
def test_the_first_keys_that_fit_and_always_help(width: int, expected: str) -> None:
    assert "".join(key.label for key in fitting(KEYS, width)) == expected


class Keys(App[None]):
    BINDINGS = [
        Binding("j,down", "step(1)", "Next"),
        Binding("x", "refuse", "Never"),
        Binding("ctrl+y", "hide", "Hidden", show=False),
        Binding("question_mark", "explain", "[Help]", id=ALWAYS),
    ]

    def __init__(self) -> None:
        super().__init__()
        for own in THEMES:
            self.register_theme(own)
        self.theme = DARK.name
        self.did: list[str] = []

    def compose(self) -> ComposeResult:
        yield Button("Go")
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
        before = bar.keys
        button.can_focus = True
        button._bindings.bind("k", "press", "Only here")
        button.focus()
        await wait_until(pilot, lambda: bar.keys != before)
        assert "Only here" in drawn(bar)[0]


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
