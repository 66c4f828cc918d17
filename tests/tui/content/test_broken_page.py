"""What stands where a card cannot be read."""

import re

from briefing.errors import CardError, Place, Problem
from briefing.tui.content.pages.card import broken_page
from tests.tui import libraries


def test_a_broken_card_shows_each_mistake_with_its_place() -> None:
    library = libraries.broken()
    library.cards()
    error = library.broken["2023-02-04-three-mistakes"]
    page = broken_page("2023-02-04-three-mistakes", error)
    assert page.blocks[1].text.startswith("broken")
    stops = [block.text for block in page.blocks if block.stop]
    assert len(stops) == len(error.problems) >= 3
    assert all(re.match(r"\d+:\d+: ", text) for text in stops)
    named = [block.text for block in page.blocks if "three-mistakes.yaml" in block.text]
    assert named == ["content/meetings/2023-02-04-three-mistakes.yaml"]


def test_a_mistake_in_another_file_is_shown_with_that_file() -> None:
    problems = [
        Problem("error", "bad", Place("content/meetings/x.yaml", 3, 1), "no good"),
        Problem("error", "worse", Place("content/speakers.yaml"), "no better"),
    ]
    page = broken_page("x", CardError("cannot be read", problems=problems))
    assert [block.text for block in page.blocks if block.stop] == [
        "content/meetings/x.yaml:3:1: no good",
        "content/speakers.yaml: no better",
    ]
