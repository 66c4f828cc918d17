"""Entries that were taken out leave nothing behind: no name, no year, no completion."""

import datetime

import pytest

from briefing.library.entries import Entry
from briefing.search.completion import complete
from briefing.search.engine import SearchEngine
from briefing.search.index.segment import Segment
from briefing.search.index.segment_building import build
from tests.search.helpers import quote

YEARS = 2022, 2023


def entries(speaker: str, name: str, year: int, due: str) -> list[Entry]:
    day = datetime.date(year, 1, 7)
    said = quote("treaty", speaker=speaker, date=day, due=due)
    return [said, Entry("speaker", name, speaker=speaker, extra=name.split()[-1])]


@pytest.fixture
def engine() -> SearchEngine:
    """An index that Bob Ray and what he said in 2023 were taken out of."""
    held = entries("ann", "Ann Lee", 2022, "2027") + entries("bob", "Bob Ray", 2023, "2030")
    return SearchEngine((Segment(build(held)),), gone=((2, 3),))


def test_values_of_fields(engine: SearchEngine) -> None:
    assert [(value.id, value.label) for value in engine.values("speaker")] == [("ann", "Ann Lee")]
    assert (set(engine.years), set(engine.dues)) == ({2022}, {"", "2027"})


@pytest.mark.parametrize(
    ("begun", "options"),
    [("date:20", ("2022",)), ("due:20", ("2027",)), ("speaker:", ("ann",)), ("speaker:b", ())],
)
def test_completions(engine: SearchEngine, begun: str, options: tuple[str, ...]) -> None:
    assert complete(begun, len(begun), engine).options == options


@pytest.mark.parametrize("value", ["ray", "bob", "rya"])
def test_a_name_that_is_gone_is_no_name(engine: SearchEngine, value: str) -> None:
    [note] = engine.search(f"treaty speaker:{value}").notes
    assert (note.message, note.hint) == (f"no speaker is called '{value}'", "there is ann")


def test_a_name_still_held_by_another_part_is_known() -> None:
    parts = [Segment(build(entries("ann", "Ann Lee", year, "2027"))) for year in YEARS]
    engine = SearchEngine(parts, gone=((0, 1),))
    assert [(value.id, value.label) for value in engine.values("speaker")] == [("ann", "Ann Lee")]
    assert engine.years == {2023}
