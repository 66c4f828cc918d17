"""A card's file that is read again as it was is not parsed again; one that changed always is."""

import pytest

from briefing.cardformat.parse import Parsed, read_card
from briefing.library.cards import parsed_cards
from briefing.library.cards.parsed_cards import ParsedCards
from briefing.model.card import Card
from tests.cli.libraries import CARD

TEXT = CARD.format(bottom_line="We share one river.", more="")


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the ids of the cards that are parsed."""
    ids: list[str] = []

    def noting(text: str, file: str, card_id: str, most: int) -> Parsed[Card]:
        ids.append(card_id)
        return read_card(text, file, card_id, most)

    monkeypatch.setattr(parsed_cards, "read_card", noting)
    return ids


def test_the_same_text_is_parsed_once(parsed: list[str]) -> None:
    cards = ParsedCards()
    first = cards.read(TEXT, "a.yaml", "a", 20)
    assert cards.read(TEXT, "a.yaml", "a", 20) is first
    assert first.value is not None
    assert first.value.title == "River talks"
    assert parsed == ["a"]


def test_another_text_of_the_same_size_is_parsed(parsed: list[str]) -> None:
    cards = ParsedCards()
    cards.read(TEXT, "a.yaml", "a", 20)
    other = cards.read(TEXT.replace("River talks", "Rival talks"), "a.yaml", "a", 20)
    assert other.value is not None
    assert other.value.title == "Rival talks"
    assert parsed == ["a", "a"]


def test_another_card_or_another_number_of_mistakes_is_another_answer(parsed: list[str]) -> None:
    cards = ParsedCards()
    broken = TEXT.replace("status", "stats").replace("series", "serie")
    assert [len(cards.read(broken, "a.yaml", "a", most).problems) for most in (1, 20)] == [1, 2]
    cards.read(broken, "b.yaml", "b", 20)
    assert parsed == ["a", "a", "b"]


def test_what_is_gone_through_once_is_not_kept(parsed: list[str]) -> None:
    cards = ParsedCards()
    cards.read(TEXT, "a.yaml", "a", 20, keep=False)
    cards.read(TEXT, "a.yaml", "a", 20)
    cards.read(TEXT, "a.yaml", "a", 20, keep=False)
    assert parsed == ["a", "a"]


def test_those_kept_first_make_room_for_those_that_follow(parsed: list[str]) -> None:
    cards = ParsedCards(kept=2 * len(TEXT))
    for card_id in ("a", "b", "a", "c", "b", "c", "a"):
        cards.read(TEXT, f"{card_id}.yaml", card_id, 20)
    # For c there was room once a had gone; b and c were still there when they were asked for again.
    assert parsed == ["a", "b", "c", "a"]


def test_a_card_larger_than_all_the_room_is_kept_alone(parsed: list[str]) -> None:
    cards = ParsedCards(kept=1)
    for card_id in ("a", "a", "b", "b", "a"):
        cards.read(TEXT, f"{card_id}.yaml", card_id, 20)
    assert parsed == ["a", "b", "a"]


def test_room_is_given_back_when_a_card_changes(parsed: list[str]) -> None:
    cards = ParsedCards(kept=2 * len(TEXT))
    cards.read(TEXT, "a.yaml", "a", 20)
    for number in range(10):
        cards.read(f"{TEXT}# {number}\n"[-len(TEXT) :], "b.yaml", "b", 20)
    cards.read(TEXT, "a.yaml", "a", 20)
    assert parsed == ["a", *["b"] * 10]
