"""The search in a real terminal: a misspelt word leads to its quote beside the lit paragraph."""

from pathlib import Path

import pytest

from tests.e2e.harbour import CARD, FIRST
from tests.e2e.terminal import MODULE, window

pytestmark = [pytest.mark.terminal, pytest.mark.usefixtures("tmux")]


def test_a_misspelt_word_leads_to_the_quote_beside_its_paragraph(bare: dict[str, str]) -> None:
    with window(bare) as terminal:
        terminal.run(MODULE)
        terminal.wait_for(FIRST)
        terminal.press("/")
        terminal.wait_for("speaker: topic: date:")
        terminal.type("sharde concren")
        terminal.wait_for("sharde → shared")
        terminal.wait_for("“The tides are a shared concern,”")
        terminal.press("Enter")
        terminal.wait_for("hit 1/")
        terminal.wait_for("verbatim")
        terminal.wait_for("“The tides are a shared concern,”")
        terminal.wait_for('"The tides are a')
        terminal.press("q")
        assert terminal.exit_status() == 0


def test_the_first_visit_builds_the_catalogue_and_the_next_one_finds_it(
    bare: dict[str, str],
) -> None:
    for _ in range(2):
        with window(bare) as terminal:
            terminal.run(MODULE)
            terminal.wait_for(FIRST)
            terminal.press("/")
            terminal.type("autmn")
            terminal.wait_for("autmn → autumn")
            terminal.press("C-q")
            assert terminal.exit_status() == 0
    cache = Path(bare["XDG_CACHE_HOME"]) / "briefing"
    assert [path.name for path in cache.glob("*/catalogue.sqlite")] == ["catalogue.sqlite"]


def test_a_card_added_between_two_visits_is_found(bare: dict[str, str]) -> None:
    library = Path(bare["BRIEFING_LIBRARY"])
    with window(bare) as terminal:
        terminal.run(MODULE)
        terminal.wait_for(FIRST)
        terminal.press("q")
        assert terminal.exit_status() == 0
    text = CARD.format(title="Lighthouse keepers meet", date="2024-02-02")
    (library / "content" / "meetings" / "2024-02-02-keepers.yaml").write_text(text)
    with window(bare) as terminal:
        terminal.run([*MODULE, "--fresh"])
        terminal.wait_for("Lighthouse keepers meet")
        terminal.press("/")
        terminal.type("lihgthouse")
        terminal.wait_for("lihgthouse → lighthouse")
        terminal.press("C-q")
        assert terminal.exit_status() == 0
