"""A meeting of several days is found by each of its days."""

import datetime

import pytest

from briefing.library.entries import Entry
from briefing.search.engine import SearchEngine
from tests.search.helpers import quote


def of(text: str, day: str, more_days: str = "") -> Entry:
    return quote(text, date=datetime.date.fromisoformat(day), more_days=more_days)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("date:2022-03-30", {"long"}),
        ("date:2022-03-31", {"long", "short"}),
        ("date:2022-04-02", {"long"}),
        ("date:2022-04-03", set()),
        ("date:2022-Q1", {"long", "short"}),
        ("date:2022-Q2", {"long"}),
        ("date:2022-04..", {"long"}),
        ("date:..2022-03-30", {"long"}),
        ("-date:2022-04", {"short", "undated"}),
        ("date:0001-01-01", set()),
    ],
)
def test_days_of_a_meeting(query: str, expected: set[str]) -> None:
    said = [of("long", "2022-03-30", "3"), of("short", "2022-03-31"), quote("undated")]
    hits = SearchEngine.build(said).search(query).hits
    assert {hit.entry.text for hit in hits} == expected
