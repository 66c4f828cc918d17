"""How a time stands to a day, in words."""

from datetime import date

import pytest

from briefing.analysis.due import due_state, relative_words
from briefing.language.dates.periods import Period
from briefing.search.language.date_ranges import days_of_due

TODAY = date(2024, 2, 10)


def period(due: str) -> Period:
    found = days_of_due(due)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("due", "state", "words"),
    [
        ("2024-02-09", "overdue", "1 day ago"),
        ("2024-02-10", "due soon", "today"),
        ("2024-02-11", "due soon", "in 1 day"),
        ("2024-02-24", "due soon", "in 2 weeks"),
        ("2024-02", "due soon", "now, until 2024-02-29"),
        ("2024", "due soon", "now, until 2024-12-31"),
        ("2024-05-10", "due soon", "in 3 months"),
        ("2024-05-11", "later", "in 3 months"),
        ("2024-Q2", "later", "in 7 weeks"),
        ("2025", "later", "next year"),
        ("2027", "later", "in 3 years"),
        ("2024-winter", "later", "in 9 months"),
        ("2023", "overdue", "5 weeks ago"),
        ("2022", "overdue", "13 months ago"),
        ("2019", "overdue", "4 years ago"),
        ("FY2022", "overdue", "10 months ago"),
        ("FY2023", "due soon", "now, until 2024-03-31"),
        ("FY2026", "later", "in 2 years"),
    ],
)
def test_a_time_stands_to_today(due: str, state: str, words: str) -> None:
    assert due_state(period(due), TODAY) == state
    assert relative_words(period(due), TODAY) == words


def test_what_has_no_time_is_undated() -> None:
    assert due_state(None, TODAY) == "undated"


def test_soon_is_as_far_as_one_says() -> None:
    assert due_state(period("2024-05-11"), TODAY, 91) == "due soon"
    assert due_state(period("2024-02-11"), TODAY, 0) == "later"
    assert due_state(period("2024-02-10"), TODAY, 0) == "due soon"
