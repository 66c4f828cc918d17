"""Who says or undertakes an item: by speaker, by side, and the words a point quotes."""

from pathlib import Path

import pytest

from briefing.library.entries import library_entries
from briefing.library.library import Library
from briefing.search.engine import SearchEngine
from briefing.search.index.segment import Segment
from briefing.search.index.segment_building import build
from tests.cli.libraries import SPEAKERS, write_library

POINTS = """\
- point: Voss called it “one river” and promised readings.
  kind: commitment
  by: [voss, bank]
  evidence: [{source: gazette, exact: "Minister Ada Voss said"}]
- point: The commission will meet again.
  kind: commitment
  by: [bank]
  evidence: [{source: gazette, exact: meet again}]
"""


@pytest.fixture
def engine(tmp_path: Path) -> SearchEngine:
    speakers = SPEAKERS + "bank: {name: River commission, kind: body, country: Lower bank}\n"
    library = Library.open(write_library(tmp_path, more=POINTS, speakers=speakers))
    return SearchEngine([Segment(build(list(library_entries(library))))])


def found(engine: SearchEngine, query: str) -> list[tuple[str, str]]:
    return [(hit.entry.kind, hit.entry.text) for hit in engine.search(query).hits]


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("speaker:voss kind:commitment", ["point"]),
        ("speaker:bank kind:commitment", ["point", "point"]),
        ('side:"upper bank" kind:commitment', ["point"]),
        ('side:"lower bank" kind:commitment', ["point", "point"]),
        ("-speaker:bank kind:commitment", ["point"]),
    ],
)
def test_a_point_is_found_by_all_who_undertake_it_and_by_their_sides(
    engine: SearchEngine, query: str, kinds: list[str]
) -> None:
    assert [kind for kind, _ in found(engine, query)] == kinds


def test_words_that_a_point_quotes_are_found_as_a_quote_of_theirs(engine: SearchEngine) -> None:
    assert ("quote", "one river") in found(engine, "kind:quote speaker:voss river")
    assert ("quote", "one river") in found(engine, "kind:quote speaker:bank")


def test_such_words_and_their_point_are_one_hit(engine: SearchEngine) -> None:
    hits = found(engine, "one river promised")
    assert hits[0] == ("point", "Voss called it “one river” and promised readings.")
    assert ("quote", "one river") not in hits
