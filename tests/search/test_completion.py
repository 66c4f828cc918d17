"""What could complete the word being typed."""

from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest

from briefing.library.entries import Entry
from briefing.search.completion import MOST, complete
from briefing.search.engine import SearchEngine
from briefing.search.index.segment import Segment
from briefing.search.index.segment_building import build
from briefing.search.language.case_folding import fold

JANUARY = date(2023, 1, 11)


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return SearchEngine.build(
        [
            Entry("quote", "one", speaker="hayashi", voice="joint statement", topics=("space",)),
            Entry("quote", "two", speaker="hamada", voice="spoken"),
            Entry("speaker", "Yoshimasa Hayashi", speaker="hayashi", extra="林芳正"),
            Entry("speaker", "Yasukazu Hamada", speaker="hamada"),
            Entry("point", "three", card="2023-01-11-us-japan", item_kind="fact", date=JANUARY),
            Entry("paragraph", "four", card="2021-05-01-us-korea", date=date(2021, 5, 1)),
            Entry("meeting", "Two-plus-two", card="2023-01-11-us-japan", date=JANUARY),
        ]
    )


@pytest.mark.parametrize(
    ("query", "start", "options"),
    [
        ("spe", 0, ("speaker:",)),
        ("taiwan s", 7, ()),
        ("taiwan si", 7, ("side:",)),
        ("SER", 0, ("series:",)),
        ("speaker:", 8, ("hamada", "hayashi")),
        ("speaker:ha", 8, ("hamada", "hayashi")),
        ("-speaker:hay", 9, ("hayashi",)),
        ("speaker:yoshi", 8, ("hayashi",)),
        ("speaker:hayashi", 8, ()),
        ("voice:j", 6, ('"joint statement"',)),
        ('voice:"joint st', 6, ('"joint statement"',)),
        ('speaker:"hay', 8, ("hayashi",)),
        ('"joint statement" spe', 18, ("speaker:",)),
        ('"joint spe', 7, ("speaker:",)),
        ("nofield:x", 8, ()),
        ('speaker:"yoshi', 8, ("hayashi",)),
        ("speaker:\u201chay", 8, ("hayashi",)),
        ("kind:", 5, ("quote", "point", "paragraph", "meeting", "speaker", "fact")),
        ("meeting:us-j", 8, ("2023-01-11-us-japan",)),
        ("meeting:two-p", 8, ("2023-01-11-us-japan",)),
        ("date:", 5, ("2023", "2021")),
        ("-date:202", 6, ("2023", "2021")),
        ("date:2023", 5, ()),
        ("date:..2", 5, ("..2023", "..2021")),
        ("date:2022..", 5, ("2022..2023",)),
        ("date:soon", 5, ()),
        ("", 0, ()),
        ("two words ", 10, ()),
    ],
)
def test_completions(
    engine: SearchEngine, query: str, start: int, options: tuple[str, ...]
) -> None:
    found = complete(query, len(query), engine)
    assert found.options == options
    assert (found.start, found.end) == (start, len(query))


def test_the_word_left_of_the_cursor_is_completed(engine: SearchEngine) -> None:
    found = complete("speaker:ha taiwan", 10, engine)
    assert (found.start, found.end, found.options) == (8, 10, ("hamada", "hayashi"))


def test_a_completion_takes_the_closing_mark_with_it(engine: SearchEngine) -> None:
    query = 'voice:"join" taiwan'
    found = complete(query, 11, engine)
    whole = query[: found.start] + found.options[0] + query[found.end :]
    assert whole == 'voice:"joint statement" taiwan'


def test_it_is_said_how_many_more_fit() -> None:
    many = SearchEngine.build(Entry("quote", "x", source=f"source-{n}") for n in range(MOST + 3))
    assert complete("source:", 7, many).more == 3
    assert len(complete("source:", 7, many).options) == MOST
    assert complete("source:source-1", 15, many).more == 0


def test_a_key_looks_at_ten_thousand_names_without_reading_them_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many = SearchEngine.build(Entry("meeting", f"Talks {n}", card=f"card-{n}") for n in range(300))
    complete("meeting:", 8, many)
    folded = Mock(side_effect=fold)
    monkeypatch.setattr("briefing.search.completion.fold", folded)
    monkeypatch.setattr("briefing.search.score.filters.fold", folded)
    assert complete("meeting:talks", 13, many).more == 300 - MOST
    folded.assert_called_once_with("talks")


def test_a_damaged_index_offers_nothing(tmp_path: Path) -> None:
    path = tmp_path / "main.segment"
    Segment(build([Entry("quote", "one", speaker="hayashi")])).save(path)
    engine = SearchEngine([Segment.load(path)])
    with path.open("r+b") as file:
        file.truncate(100)
    for query in ("speaker:", "date:"):
        assert complete(query, len(query), engine).options == ()


def test_what_is_offered_can_be_searched_for(engine: SearchEngine) -> None:
    for query in ("voice:j", "speaker:yo"):
        found = complete(query, len(query), engine)
        whole = query[: found.start] + found.options[0]
        assert engine.search(whole).notes == ()
        assert engine.search(whole).total


@pytest.mark.parametrize(
    ("value", "cards"),
    [
        ("us-japan", {"2023-01-11-us-japan"}),
        ("japan-2023", {"2023-01-11-us-japan"}),
        ("2023-01", {"2023-01-11-us-japan"}),
        ("2021-05-01-us-korea", {"2021-05-01-us-korea"}),
        ("us", {"2023-01-11-us-japan", "2021-05-01-us-korea"}),
    ],
)
def test_a_value_may_be_hyphenated_words_of_an_id(
    engine: SearchEngine, value: str, cards: set[str]
) -> None:
    assert {hit.entry.card for hit in engine.search(f"meeting:{value}").hits} == cards


def test_unknown_values_name_documented_entry_kinds_first_and_how_many_more(
    engine: SearchEngine,
) -> None:
    (note,) = engine.search("kind:foo one").notes[:1]
    assert note.hint == "there is quote, point, open, bottom_line and 8 more"
