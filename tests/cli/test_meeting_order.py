"""Every command tells the meetings of one day in one order: by the hours they began."""

import json
from pathlib import Path

import pytest

from briefing.library.library import Library
from briefing.tui.session.library.library_access import LibraryAccess
from tests.analysis.libraries import make_library, quote
from tests.cli.conftest import Run

DAY = "2024-06-03"
OSLO, NEW_YORK = ", timezone: Europe/Oslo", ", timezone: America/New_York"
LONDON = ", timezone: Europe/London"


@pytest.fixture(
    params=[
        {"a-morning": f"'09:00'{OSLO}", "b-evening": f"'20:00'{OSLO}"},
        {"b": "'09:00'", "a": "'12:00'", "c": "'14:00'"},
        {"z-london": f"'09:00'{LONDON}", "a-new-york": f"'09:00'{NEW_YORK}"},
        {"a": "null", "b": "null", "c": "null"},
    ],
    ids=["hours", "hours against names", "zones", "names alone"],
)
def in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> list[str]:
    """Write meetings of one day and return their cards, the earliest first."""
    words = "The river rose."
    cards = {f"{DAY}-{name}": [quote(words, "one", "river")] for name in request.param}
    root = make_library(tmp_path / "library", {"one": words}, cards, {"river": ["River"]})
    for name, time in request.param.items():
        path = root / f"content/meetings/{DAY}-{name}.yaml"
        text = path.read_text(encoding="utf-8")
        if time != "null":
            text = text.replace(
                "  name: Talks\n", f"  name: Talks\n  time: {time}\n".replace(", ", "\n  ")
            )
        path.write_text(text, encoding="utf-8")
    monkeypatch.setenv("BRIEFING_LIBRARY", str(root))
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path / "cache"))
    return list(cards)


def test_lists_begin_with_the_last(run: Run, in_time: list[str], tmp_path: Path) -> None:
    newest_first = in_time[::-1]

    assert [row["id"] for row in json.loads(run("list", "--json").stdout)] == newest_first
    assert [card.id for card in Library.open(tmp_path / "library").cards()] == newest_first
    cards = Library.open(tmp_path / "library").cards()
    opened = newest_first[0] if cards[0].meeting.time else in_time[0]  # the reader, without hours
    assert LibraryAccess(tmp_path / "library").newest() == opened
    found = json.loads(run("search", "kind:quote", "--json").stdout)
    assert [hit["card"] for hit in found["hits"]] == newest_first


def test_a_line_of_time_ends_with_the_last(run: Run, in_time: list[str]) -> None:
    entries = json.loads(run("timeline", "--json").stdout)["entries"]
    assert [each["meeting"]["card"] for each in entries if each["meeting"]] == in_time
    rows = json.loads(run("topics", "river", "--json").stdout)["rows"]
    assert [row["card"] for row in rows] == in_time
    told = json.loads(run("phrase", "the river rose", "--json").stdout)
    assert [each["card"] for each in told["meetings"]] == in_time


def test_the_meeting_before_is_the_earlier_one(run: Run, in_time: list[str]) -> None:
    before, last = in_time[-2:]
    page = json.loads(run("prepare", "river", "--json").stdout)
    assert (page["before"]["card"], page["last"]["card"]) == (before, last)
    for names in ((), (last,), (last, before), (before, last)):
        compared = json.loads(run("compare", *names, "--json").stdout)
        assert [each["id"] for each in compared["meetings"]] == [before, last]
    whole = json.loads(run("compare", "--series", "river", "--json").stdout)
    assert [each["id"] for each in whole["meetings"]] == in_time
