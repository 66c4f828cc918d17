"""The passage that says most of an item opens first, and passages are read in their order."""

import pytest

from briefing.library.cards.main_passage import main_piece, reading_order
from briefing.library.library import Library
from briefing.library.locations import bundled_library
from briefing.model.card import Item
from briefing.model.core import Span, State
from briefing.model.evidence import Evidence, Passage


def piece(words: str, paragraph: int | None, source: str = "s", start: int = 0) -> Evidence:
    if paragraph is None:
        return Evidence(source, words)
    spans = (Span(start, start + len(words)),)
    return Evidence(source, words, passage=Passage(State.VERBATIM, paragraph, spans))


def item(text: str, *pieces: Evidence) -> Item:
    return Item("i", "point", text, evidence=pieces)


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        ("A regiment by 2025", ["a joint statement said", "a plan for a regiment by 2025"], 1),
        ("A regiment by 2025", ["a plan for a regiment by 2025", "a joint statement said"], 0),
        ("The treaty covers space", ["the officials met in space and time", "in 2025"], 0),
        ("Their words of the 12th of May", ["the words that were theirs", "on May 12th"], 1),
        ("Aven will employ it", ["it was said in rainy Rome", "the employment"], 1),
        ("Nothing in common", ["short", "the longest of the three", "longer"], 1),
        ("Nothing in common", ["four", "five", "nine"], 0),
        ("毎日交換する", ["水位の情報を", "水位の情報を毎日交換する"], 1),
        ("", ["a", "b"], 0),
    ],
)
def test_the_piece_that_says_most(text: str, pieces: list[str], expected: int) -> None:
    evidence = [piece(words, number) for number, words in enumerate(pieces, 1)]
    assert main_piece(item(text, *evidence)) == expected


def test_what_was_not_found_is_not_shown_first() -> None:
    lost, found = piece("a plan for a regiment by 2025", None), piece("they said", 3)
    assert main_piece(item("A regiment by 2025", lost, found)) == 1
    assert main_piece(item("A regiment by 2025", lost)) == 0
    assert main_piece(item("A regiment by 2025")) == 0


def test_what_is_sought_decides() -> None:
    evidence = (piece("the port of Aven closes in 2024", 1), piece("the minister was glad", 2))
    said = item("The port of Aven closes in 2024", *evidence)
    assert main_piece(said) == 0
    assert main_piece(said, ["minister"]) == 1
    assert main_piece(said, ["nowhere"]) == 0


def test_a_bottom_line_is_read_from_its_first_passage_on() -> None:
    evidence = (piece("the treaty of 2024 on 12 ports", 9), piece("they met", 2))
    bottom = item("The treaty of 2024 on 12 ports", *evidence)._replace(type="bottom_line")
    assert main_piece(bottom) == 1
    assert main_piece(bottom, ["treaty"]) == 0


def test_passages_are_read_in_the_order_of_their_sources() -> None:
    evidence = (
        piece("c", 9, "b"),
        piece("lost", None, "b"),
        piece("a", 2, "a"),
        piece("b", 2, "b", start=40),
        piece("d", 2, "b", start=7),
    )
    assert reading_order(item("text", *evidence)) == (4, 3, 0, 2, 1)
    assert reading_order(item("text")) == ()


def test_no_point_of_the_bundled_cards_opens_on_an_attribution() -> None:
    attributions = {
        "a joint statement said",
        "The Japanese foreign minister said the four confirmed",
        "Austin played down the possibility of an imminent invasion",
    }
    for card in Library.open(bundled_library()).cards():
        for each in card.items:
            if len(each.evidence) > 1:
                assert each.evidence[main_piece(each)].exact not in attributions
