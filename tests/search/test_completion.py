"""What could complete the word being typed."""

import pytest

from briefing.entries import Entry
from briefing.search.completion import complete
from briefing.search.engine import SearchEngine


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return SearchEngine.build(
        [
            Entry("quote", "one", speaker="hayashi", voice="joint statement", topics=("space",)),
            Entry("quote", "two", speaker="hamada", voice="spoken"),
            Entry("speaker", "Yoshimasa Hayashi", speaker="hayashi", extra="林芳正"),
            Entry("speaker", "Yasukazu Hamada", speaker="hamada"),
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
        ("date:20", 5, ()),
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


def test_what_is_offered_can_be_searched_for(engine: SearchEngine) -> None:
    for query in ("voice:j", "speaker:yo"):
        found = complete(query, len(query), engine)
        whole = query[: found.start] + found.options[0]
        assert engine.search(whole).notes == ()
        assert engine.search(whole).total
