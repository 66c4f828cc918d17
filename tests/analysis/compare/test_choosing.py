"""Which meetings are compared when nobody says so."""

from datetime import date

import pytest

from briefing.analysis.compare.choosing import (
    cards_of_series,
    newest_with_previous,
    previous_in_series,
)
from briefing.catalogue.db.rows import MeetingRow
from briefing.errors import UnknownNameError


def row(card: str, series: str = "", status: str = "reviewed", broken: str = "") -> MeetingRow:
    day = None if broken else date(2000 + int(card[1:]), 1, 1)
    return MeetingRow(card, card, day, series=series, status=status, broken=broken)


ROWS = [
    row("c9"),
    row("c8", "lone"),
    row("c7", "river", "retracted"),
    row("c6", "river"),
    row("c5", "sea"),
    row("c4", "river", "superseded"),
    row("c3", "river"),
    row("c2", "sea"),
    row("c1", "river"),
    row("c0", "river", broken="no date"),
]
"""Newest first, as a catalogue gives them."""


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        ("c6", "c3"),
        ("c3", "c1"),
        ("c1", None),
        ("c5", "c2"),
        ("c8", None),
        ("c9", None),
        ("c4", "c3"),
        ("nowhere", None),
    ],
)
def test_the_meeting_before_is_one_that_stands(card: str, expected: str | None) -> None:
    assert previous_in_series(card, ROWS) == expected


def test_the_newest_with_one_before_it_is_compared_by_default() -> None:
    assert newest_with_previous(ROWS) == ("c3", "c6")
    assert newest_with_previous(ROWS[:5]) is None
    assert newest_with_previous([]) is None


@pytest.mark.parametrize("name", ["river", "riv"])
def test_a_series_is_its_standing_meetings_in_order(name: str) -> None:
    assert cards_of_series(name, ROWS) == ("c1", "c3", "c6")


@pytest.mark.parametrize(
    ("name", "rows", "message", "hint"),
    [
        ("rivers", ROWS, "there is no series 'rivers'", "did you mean 'river'?"),
        ("xyzzy", ROWS, "there is no series 'xyzzy'", "there is lone, river, sea"),
        ("", ROWS, "there is no series ''", "there is lone, river, sea"),
        ("lone", ROWS, "the series 'lone' has one meeting only", "name two cards to compare"),
        ("x", [row("c9")], "there is no series 'x'", "no card names a series"),
        ("s", [row("c1", "sea"), row("c2", "sun")], "'s' can mean 2 series", "sea, sun"),
    ],
)
def test_a_series_that_cannot_be_compared_is_said(
    name: str, rows: list[MeetingRow], message: str, hint: str
) -> None:
    with pytest.raises(UnknownNameError) as raised:
        cards_of_series(name, rows)
    assert str(raised.value) == f"{message} ({hint})"
