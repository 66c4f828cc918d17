"""The views in a real terminal: from a topic to its words beside the source, and back."""

import pytest

from tests.e2e.harbour import FIRST, SECOND
from tests.e2e.terminal import MODULE, window

pytestmark = [pytest.mark.terminal, pytest.mark.usefixtures("tmux")]


def test_a_topic_leads_to_its_words_beside_the_source_and_back(bare: dict[str, str]) -> None:
    with window(bare) as terminal:
        terminal.run(MODULE)
        terminal.wait_for(FIRST)
        terminal.press("t")
        terminal.wait_for("1 topic in 2 meetings")
        terminal.wait_for("Tides")
        terminal.press("Enter")
        terminal.wait_for("“The tides are a shared concern,”")
        terminal.type("/shore")
        terminal.wait_for("2 of 4 rows")
        terminal.press("Enter")
        terminal.wait_for("esc: back to the view")
        terminal.wait_for(SECOND)
        terminal.press("Escape")
        terminal.wait_for("2 of 4 rows")
        terminal.press("C-q")
        assert terminal.exit_status() == 0


def test_every_view_opens_by_its_key(bare: dict[str, str]) -> None:
    with window(bare) as terminal:
        terminal.run(MODULE)
        terminal.wait_for(FIRST)
        for key, says in (
            ("s", "in 2 meetings"),
            ("d", "as seen on"),
            ("c", "2022-01-07 → 2023-01-11"),
            ("T", "Timeline"),
            ("p", "Before the next round of harbour"),
        ):
            terminal.press(key)
            terminal.wait_for(says)
            terminal.press("q")
            terminal.wait_for("Pane")
        terminal.press("w")
        terminal.wait_for("Trace a phrase")
        terminal.type("shared concern")
        terminal.press("Enter")
        terminal.wait_for("Uses by date")
        terminal.press("C-q")
        assert terminal.exit_status() == 0
