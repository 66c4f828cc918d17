"""Phrases that two meetings share, with other words around them."""

from pathlib import Path

import pytest

from briefing.analysis.moved_phrases import MovedPhrase, moved_phrases
from briefing.library.library import Library
from tests.analysis.libraries import make_library, quote

ROOT = Path(__file__).parent.parent.parent
BEFORE, LAST = "2022-01-07-us-japan-2plus2", "2023-01-11-us-japan-2plus2"


@pytest.fixture(scope="module")
def moved() -> tuple[MovedPhrase, ...]:
    """Return what moved between the two meetings of the bundled library."""
    library = Library.open(ROOT)
    return moved_phrases(library.card(BEFORE), library.card(LAST), library)


def test_of_each_topic_the_longest_phrase_of_the_nearest_statements(
    moved: tuple[MovedPhrase, ...],
) -> None:
    found = {each.topic: (each.earlier.phrase, each.later.phrase) for each in moved}

    words = "political, economic, military and technological"
    assert found["china"] == (words, words)
    assert found["taiwan"] == ("peace and stability", "peace and stability")
    assert found["counterstrike"] == ("strike capabilities", "strike capabilities")
    assert found["defense-spending"] == ("defense spending", "defense spending")


def test_phrases_of_statements_that_share_most_come_first(moved: tuple[MovedPhrase, ...]) -> None:
    assert [each.topic for each in moved][:2] == ["china", "taiwan"]


def test_each_phrase_stands_where_it_is_said_to(moved: tuple[MovedPhrase, ...]) -> None:
    library = Library.open(ROOT)
    for each in moved:
        for place, card in ((each.earlier, BEFORE), (each.later, LAST)):
            text = library.source(place.source).paragraph(place.paragraph).text
            assert place.card == card
            assert text[place.span.start : place.span.end] == place.phrase
            assert place.phrase in place.words
            sources = {e.source for e in library.card(card).items[place.number].evidence}
            assert place.source in sources


def test_names_and_single_words_are_no_phrases(moved: tuple[MovedPhrase, ...]) -> None:
    for each in moved:
        assert any(word[0].islower() for word in each.earlier.phrase.split())
        assert " " in each.earlier.phrase


def test_no_pair_of_statements_is_told_twice(moved: tuple[MovedPhrase, ...]) -> None:
    pairs = [(each.earlier.number, each.later.number) for each in moved]
    assert len(pairs) == len(set(pairs))


def test_a_meeting_beside_itself_has_moved_nothing() -> None:
    library = Library.open(ROOT)
    card = library.card(LAST)
    same = [m for m in moved_phrases(card, card, library) if m.earlier.number == m.later.number]
    assert same == []


@pytest.mark.parametrize(
    ("language", "before", "after", "phrase"),
    [
        ("ja", "両国は台湾海峡の平和と安定を重視した", "閣僚は平和と安定を強く求めた",
         "平和と安定を"),
        ("ar", "أكد الجانبان أهمية السلام والاستقرار", "طالب الوزراء بدعم السلام والاستقرار",
         "السلام والاستقرار"),
        ("th", "สองประเทศย้ำสันติภาพและเสถียรภาพ", "รัฐมนตรีเรียกร้องสันติภาพและเสถียรภาพ",
         "สันติภาพและเสถียรภาพ"),
    ],
)  # fmt: skip
def test_phrases_of_scripts_without_blanks_or_case(
    tmp_path: Path, language: str, before: str, after: str, phrase: str
) -> None:
    cards = {
        "2020-01-01-river": [quote(before, "one", "order")],
        "2021-01-01-river": [quote(after, "two", "order")],
    }
    root = make_library(
        tmp_path, {"one": before, "two": after}, cards, {"order": ["Order"]}, language=language
    )
    library = Library.open(root)
    first, second = map(library.card, cards)
    (found,) = moved_phrases(first, second, library)
    assert (found.earlier.phrase, found.later.phrase) == (phrase, phrase)
