"""Which meetings are compared when nobody says so."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from briefing.analysis.compare.choosing import (
    cards_of_series,
    newest_with_previous,
    previous_in_series,
)
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.rows import MeetingRow
from briefing.errors import UnknownNameError
from briefing.model.core import GONE
from briefing.model.meeting_order import MOMENTS_A_DAY


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


def catalogue_of(rows: Sequence[MeetingRow]) -> Catalogue:
    """Return a catalogue that gives these meetings."""
    catalogue = Catalogue.in_memory(Path("library"))
    with catalogue.database.writing() as connection:
        connection.executemany(
            "INSERT INTO meeting VALUES (?, ?, ?, '', '', '', '', ?, ?, ?, 0, 0, 0, ?, ?, ?)",
            [
                (r.card, r.title, day, r.series, r.status, held, r.broken, moment, day)
                for r in rows
                for day in [r.date.toordinal() if r.date else 0]
                for held in [day * MOMENTS_A_DAY]
                for moment in [0 if r.broken or r.status in GONE else held]
            ],
        )
    return catalogue


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (ROWS, ("c3", "c6")),
        (ROWS[4:], ("c2", "c5")),
        (ROWS[5:], ("c1", "c3")),
        (ROWS[:5], None),
        ([], None),
    ],
)
def test_the_newest_with_one_before_it_is_compared_by_default(
    rows: Sequence[MeetingRow], expected: tuple[str, str] | None
) -> None:
    with catalogue_of(rows) as catalogue:
        assert newest_with_previous(catalogue) == expected


@pytest.mark.parametrize("series", ["river", "sea", "lone", "", "nowhere"])
def test_the_meetings_of_a_series_are_those_of_the_whole_list(series: str) -> None:
    with catalogue_of(ROWS) as catalogue:
        listed = catalogue.meetings()
        assert catalogue.meetings(series) == tuple(r for r in listed if r.series == series)


@pytest.mark.parametrize("name", ["river", "riv"])
def test_a_series_is_its_standing_meetings_in_order(name: str) -> None:
    assert cards_of_series(name, ROWS) == ("c1", "c3", "c6")


@pytest.mark.parametrize(
    ("name", "rows", "message", "hint"),
    [
        ("rivers", ROWS, "no series is called 'rivers'", "did you mean 'river'?"),
        ("xyzzy", ROWS, "no series is called 'xyzzy'", "there is lone, river, sea"),
        ("", ROWS, "no series is called ''", "there is lone, river, sea"),
        ("lone", ROWS, "the series 'lone' has one meeting only", "name two cards to compare"),
        ("x", [row("c9")], "no series is called 'x'", "no card names a series"),
        ("s", [row("c1", "sea"), row("c2", "sun")], "'s' can mean 2 series", "sea, sun"),
    ],
)
def test_a_series_that_cannot_be_compared_is_said(
    name: str, rows: list[MeetingRow], message: str, hint: str
) -> None:
    with pytest.raises(UnknownNameError) as raised:
        cards_of_series(name, rows)
    assert str(raised.value) == f"{message} ({hint})"
