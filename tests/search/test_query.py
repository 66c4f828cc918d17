"""The query language."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.search.language.date_ranges import PeriodError, days_of_due, period
from briefing.search.language.query import Query, parse


def shape(query: Query) -> list[str]:
    """Return what was read, in short."""
    found = ["-" * word.negated + word.unit.word for word in query.words]
    found += ["-" * p.negated + '"' + " ".join(p.ways[0]) + '"' for p in query.phrases]
    return found + ["-" * f.negated + f"{f.field}={f.value}" for f in query.filters]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("joint statement", ["joint", "statement"]),
        ("joint -russia", ["joint", "-russia"]),
        ('"joint statement"', ['"joint statement"']),
        ("\u201cjoint statement\u201d", ['"joint statement"']),
        ('-"joint statement" x', ["x", '-"joint statement"']),
        ('"unfinished phra', ['"unfinished phra"']),
        ('"two-plus-two talks"', ['"two plus two talks"']),
        ('"日米同"', ['"日 米 同"']),
        ("speaker:hayashi space", ["space", "speaker=hayashi"]),
        ("SPEAKER:hayashi", ["speaker=hayashi"]),
        ('speaker:"antony blinken"', ["speaker=antony blinken"]),
        ("-topic:space", ["-topic=space"]),
        ("12:30", ["12:30"]),
        ("http://example.org", ["http", "exampleorg"]),
        ("Note: this", ["note", "this"]),
        ("co-operation", ["cooperation"]),
        ("- -- \"\" ''", []),
    ],
)
def test_reading(text: str, expected: list[str]) -> None:
    assert shape(parse(text)) == expected


def test_only_the_last_word_is_being_typed() -> None:
    assert [word.typed for word in parse("joint stat").words] == [False, True]
    assert [word.typed for word in parse("joint stat ").words] == [False, False]
    assert parse('"joint stat').phrases[0].typed
    assert not parse('"joint stat"').phrases[0].typed


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("x speeker:hayashi", "speeker:hayashi", "no field 'speeker'", "speaker:hayashi"),
        ("spkr:x", "spkr:x", "no field 'spkr'", "speaker, topic"),
        ("x author:hayashi", "author:hayashi", "no field 'author'", "there is speaker, topic"),
        ("Remark:x 12:30 x:y http:// http://example.org Kyodo: kyodo: side://x", "", "", ""),
        ("date:2022-13", "date:2022-13", "no month 13", "2022-01"),
        ("date:2022-02-30 x", "date:2022-02-30", "no day 30", "2022-01"),
        ("date:soon", "date:soon", "'soon' is no date", ".."),
        ("date:2023..2022", "date:2023..2022", "2023 is later than 2022", ".."),
        ("date:..", "date:..", "one side", ".."),
        ("speaker: x", "speaker:", "no value", "speaker:"),
    ],
)
def test_notes_say_what_and_where(text: str, place: str, message: str, hint: str) -> None:
    notes = parse(text).notes
    assert [text[note.start : note.end] for note in notes] == ([place] if place else [])
    for note in notes:
        assert message in note.message
        assert hint in note.hint


@pytest.mark.parametrize(
    "text",
    [
        "speaker:", "date:", "date:2", "date:202", "date:2022-", "date:2022-0", "date:2022-1",
        "date:2022-02-3", "date:2022-12-", "date:..", "date:2022..", "date:2022..2", "date:.",
        "date:2022..2022-0", "date:2022.", "date:2022-01.", "date:2024-12..2024-1",
        "date:2024-06-30..2024-06-3", "date:2023-02-25..2023-02-", "date:2023-12-25..2023-",
        "date:2023-02-25..2023-02-2", "date:2023-Q",
        "due:F", "due:FY", "due:fy202", "due:FY2027..FY2",
    ],
)  # fmt: skip
def test_what_is_still_being_typed_may_yet_become_right(text: str) -> None:
    assert all(note.early for note in parse(text).notes)
    assert not any(note.early for note in parse(f"{text} ").notes)


@pytest.mark.parametrize(
    "text",
    [
        "date:2023-13", "date:2022-02-30", "date:2023..2022", "date:soon", "date:0000",
        "date:2023-00", "date:2023-01-00", "date:2024-06-20..2024-06-1", "date:2023-13.",
        "date:2023-13..2024", "date:2023-Q5", "date:FY2023", "due:FY20277",
    ],
)  # fmt: skip
def test_what_cannot_become_right_is_complained_about_at_once(text: str) -> None:
    (note,) = parse(text).notes
    assert text[note.start : note.end] == text
    assert not note.early


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-01-07", date(2022, 1, 7), date(2022, 1, 7)),
        ("2022..2023-06", date(2022, 1, 1), date(2023, 6, 30)),
        ("..2023", date.min, date(2023, 12, 31)),
        ("2022..", date(2022, 1, 1), date.max),
        ("2022-Q3", date(2022, 7, 1), date(2022, 9, 30)),
        ("2022-q4..", date(2022, 10, 1), date.max),
    ],
)
def test_the_days_of_a_period(value: str, first: date, last: date) -> None:
    assert period(value).days == (first, last)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='ab:"-..0129 date speaker\u201c\n', max_size=30))
def test_anything_can_be_read(text: str) -> None:
    query = parse(text)
    for note in query.notes:
        assert 0 <= note.start <= note.end <= len(text)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="0123456789-. ", max_size=14))
def test_a_date_is_read_or_refused(value: str) -> None:
    try:
        first, last = period(value).days
    except PeriodError:
        return
    assert first <= last


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("2027", ["FY2026", "FY2027", "2027", "2027-05", "2027-05-31", "2027-Q2"]),
        ("..2027", ["FY2027", "2027", "2027-05", "2027-05-31", "2027-Q2", "2025", "FY2026"]),
        ("2027-05", ["FY2027", "2027", "2027-05", "2027-05-31", "2027-Q2"]),
        ("2027-05-31", ["FY2027", "2027", "2027-05", "2027-05-31", "2027-Q2"]),
        ("2027-05-30", ["FY2027", "2027", "2027-05", "2027-Q2"]),
        ("2027-Q1", ["FY2027", "2027", "FY2026"]),
        ("fy2027", ["FY2027", "2027", "2027-05", "2027-05-31", "2027-Q2", "2028-03"]),
        ("2028", ["FY2027", "2028", "2028-03"]),
        ("FY2028..", ["FY2027", "2028", "2028-03"]),
    ],
)
def test_what_is_due_is_a_stretch_of_days(asked: str, found: list[str]) -> None:
    dues = [
        "FY2027",
        "2027",
        "2027-05",
        "2027-05-31",
        "2027-Q2",
        "2025",
        "FY2026",
        "2028",
        "2028-03",
    ]
    fits = period(asked, fiscal=True).fits
    if asked == "2027":
        found = [*found, "FY2026"]
    assert {due for due in dues if fits(due)} == set(found)


@pytest.mark.parametrize("due", ["", "soon", "FY99999", "2027-Qx"])
def test_a_due_that_means_no_days_is_never_found(due: str) -> None:
    assert days_of_due(due) is None
    assert not period("..9000", fiscal=True).fits(due)
