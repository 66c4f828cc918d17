"""Dates of commitments as a calendar (RFC 5545)."""

from datetime import date

import pytest

from briefing.analysis.commitments import commitments
from briefing.catalogue.catalogue import Catalogue
from briefing.output.analysis.icalendar import calendar

TODAY = date(2024, 2, 10)


@pytest.fixture
def text(made: Catalogue) -> str:
    return calendar(commitments(made, TODAY))


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_every_line_is_ended_and_no_longer_than_75_bytes(text: str) -> None:
    lines = text.split("\r\n")

    assert lines[-1] == ""
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2] == "END:VCALENDAR"


def test_each_dated_commitment_is_a_whole_day_and_the_undated_are_left_out(text: str) -> None:
    lines = unfolded(text)

    assert [line for line in lines if line.startswith("DTSTART")] == [
        "DTSTART;VALUE=DATE:20191231",
        "DTSTART;VALUE=DATE:20210630",
        "DTSTART;VALUE=DATE:20221231",
        "DTSTART;VALUE=DATE:20240501",
        "DTSTART;VALUE=DATE:20241231",
        "DTSTART;VALUE=DATE:20270331",
    ]
    assert [line for line in lines if line.startswith("DTEND")][3] == "DTEND;VALUE=DATE:20240502"
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 6
    assert lines.count("DTSTAMP:20240210T000000Z") == 6


def test_an_entry_says_who_when_and_what_it_rests_on(text: str) -> None:
    lines = unfolded(text)

    assert "UID:2018-03-05-harbour-hotline@briefing-reader" in lines
    assert "SUMMARY:Due 2019: A hotline will open in 2019." in lines
    assert (
        "DESCRIPTION:A hotline will open in 2019.\\nAda Voss and Ben Okafor\\n"
        "Talks of 2018-03-05\\, 2018-03-05\\nrests on report-2018-03-05-harbour paragraph 3\\, "
        "verbatim\\, 2018-03-05-harbour#2\\nCaution: Read aloud by telephone.\\n"
        "The source sets 2019\\; the entry is on the last day that can mean."
    ) in lines


@pytest.mark.parametrize(
    ("due", "start", "ends"),
    [
        (date(1, 1, 1), "00010101", ["DTEND;VALUE=DATE:00010102"]),
        (date(999, 12, 31), "09991231", ["DTEND;VALUE=DATE:10000101"]),
        (date(9999, 12, 30), "99991230", ["DTEND;VALUE=DATE:99991231"]),
        (date.max, "99991231", []),
    ],
)
def test_the_first_and_the_last_years_have_days_too(
    made: Catalogue, due: date, start: str, ends: list[str]
) -> None:
    view = commitments(made, TODAY)
    row = view.rows[0]
    moved = row._replace(item=row.item._replace(due_first=due, due_last=due))
    lines = unfolded(calendar(view._replace(rows=(moved,), today=due)))

    assert f"DTSTART;VALUE=DATE:{start}" in lines
    assert f"DTSTAMP:{start}T000000Z" in lines
    assert [line for line in lines if line.startswith("DTEND")] == ends
