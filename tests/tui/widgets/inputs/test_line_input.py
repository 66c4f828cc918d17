import pytest

from briefing.tui.widgets.inputs.line_input import LineInput
from tests.tui.helpers import Host, wait_until


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ([*"counter", *["backspace"] * 7, *"provo"], "provo"),
        ([*"cd", "left", "left", *"ab", "end", "e"], "abcde"),
        ([*"one two", "ctrl+w", *"three", "home", "x"], "xone three"),
        ([*"abc", "ctrl+u", "d"], "d"),
        ([*"abc", "home", "delete", "x"], "xbc"),
    ],
)
async def test_a_burst_of_keys_keeps_its_order(keys: list[str], value: str) -> None:
    line = LineInput()
    app = Host(line)
    async with app.run_test() as pilot:
        line.focus()
        await pilot.pause()
        for key in keys:
            app.simulate_key(key)
        await wait_until(pilot, lambda: line.value == value)
        await pilot.pause()
        assert line.value == value


async def test_enter_still_submits() -> None:
    submitted: list[str] = []

    class Listening(Host):
        def on_input_submitted(self, event: LineInput.Submitted) -> None:
            submitted.append(event.value)

    line = LineInput()
    async with Listening(line).run_test() as pilot:
        line.focus()
        await pilot.press("a", "enter")
        assert submitted == ["a"]
