"""Dates in running text: where they stand, what they mean, and what they do in their sentence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language.dates.finding import DateWords, find_dates
from briefing.language.dates.periods import period_of_due

MAY_DAY = date(2024, 5, 1)


def only(text: str, anchor: date = MAY_DAY, language: str = "") -> DateWords:
    (found,) = find_dates(text, anchor, language)
    return found


@pytest.mark.parametrize(
    ("text", "words", "due"),
    [
        ("the hotline opens by June 30, 2025", "by June 30, 2025", "2025-06-30"),
        ("opens on 30 June 2025.", "on 30 June 2025", "2025-06-30"),
        ("opened on Friday, 30 May 2025", "on Friday, 30 May 2025", "2025-05-30"),
        ("agreed on the 30th of June", "on the 30th of June", "2024-06-30"),
        ("opens on 2025-11-03", "on 2025-11-03", "2025-11-03"),
        ("opens on 2025/11/03", "on 2025/11/03", "2025-11-03"),
        ("until 13/04/2025", "until 13/04/2025", "2025-04-13"),
        ("bis 03.04.2025", "bis 03.04.2025", "2025-04-03"),
        ("October 3-5, 2025", "October 3-5, 2025", "2025-10"),
        ("Q3 2025", "Q3 2025", "2025-Q3"),
        ("in the third quarter of 2025", "in the third quarter of 2025", "2025-Q3"),
        ("in fiscal 2027", "in fiscal 2027", "FY2027"),
        ("by FY 2026/27", "by FY 2026/27", "FY2026"),
        ("by the end of 2026", "by the end of 2026", "2026"),
        ("end-2026", "end-2026", "2026"),
        ("in mid-2025", "in mid-2025", "2025"),
        ("the first half of 2025", "the first half of 2025", "2025-H1"),
        ("between 2025 and 2027", "between 2025 and 2027", "2027"),
        ("no later than 31 March 2026", "no later than 31 March 2026", "2026-03-31"),
        ("by 5 p.m. on 3 June 2025", "by 5 p.m. on 3 June 2025", "2025-06-03"),
        ("le 1er octobre 2025", "1er octobre 2025", "2025-10-01"),
        ("d'ici 2030", "d'ici 2030", "2030"),
        ("am 3. Oktober 2025", "am 3. Oktober 2025", "2025-10-03"),
        ("im dritten Quartal 2025", "im dritten Quartal 2025", "2025-Q3"),
        ("bis Ende 2026", "bis Ende 2026", "2026"),
        ("el 3 de octubre de 2025", "3 de octubre de 2025", "2025-10-03"),
        ("до конца 2026 года", "до конца 2026 года", "2026"),
        ("3 октября 2025 года", "3 октября 2025 года", "2025-10-03"),
        ("بحلول عام 2026", "بحلول عام 2026", "2026"),
        ("3 أكتوبر 2025", "3 أكتوبر 2025", "2025-10-03"),
        ("会合は2025年10月3日に開く", "2025年10月3日", "2025-10-03"),
        ("令和7年度の予算", "令和7年度", "FY2025"),
        ("令和六年四月三日", "令和六年四月三日", "2024-04-03"),
        ("2026年末までに設置する", "2026年末までに", "2026"),
        ("２０２５年第３四半期", "２０２５年第３四半期", "2025-Q3"),
    ],
)
def test_a_date_is_found_whole_and_spelled_as_due(text: str, words: str, due: str) -> None:
    found = only(text)

    assert found.words == words
    assert text[found.span.start : found.span.end] == words
    assert found.due == due
    assert not found.relative


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("within 90 days", "2024-07-30"),
        ("within the next three months", "2024-08"),
        ("in two years", "2026"),
        ("by the end of next year", "2025"),
        ("by year-end", "2024"),
        ("by the end of the year", "2024"),
        ("this month", "2024-05"),
        ("later this week", "2024-05"),
        ("tomorrow", "2024-05-02"),
        ("next spring", "2025-spring"),
        ("by next June", "2024-06"),
        ("by 1 July next year", "2025-07-01"),
        ("by Monday", "2024-05-06"),
        ("à la fin de l'année prochaine", "2025"),
        ("dans un délai de 90 jours", "2024-07-30"),
        ("innerhalb von drei Monaten", "2024-08"),
        ("vom 24. Oktober letzten Jahres", "2023-10-24"),
        ("el próximo año", "2025"),
        ("в следующем году", "2025"),
        ("العام المقبل", "2025"),
        ("来年度", "FY2025"),
        ("来年3月までに", "2025-03"),
        ("3か月以内に", "2024-08"),
        ("年内に", "2024"),
    ],
)
def test_a_relative_date_is_counted_from_the_day_of_the_text(text: str, due: str) -> None:
    found = only(text)

    assert found.relative
    assert found.due == due


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("by 2030", "deadline"),
        ("until 2030", "deadline"),
        ("within 90 days", "deadline"),
        ("on 1 July 2025, at the latest", "deadline"),
        ("au plus tard le 3 octobre 2025", "deadline"),
        ("spätestens am 3. Oktober 2025", "deadline"),
        ("2027年までに", "deadline"),
        ("in 2030", "time"),
        ("as of 1 January 2026", "time"),
        ("since 2019", "mention"),
        ("the budget for 2025", "mention"),
        ("Agenda 2030", "mention"),
        ("in the 2030 Agenda", "mention"),
    ],
)
def test_a_date_says_what_it_does_in_its_sentence(text: str, role: str) -> None:
    assert only(text).role == role


@pytest.mark.parametrize(
    "text",
    [
        "Article 5 may be invoked.",
        "They march on.",
        "March to the hall and may it help.",
        "April to be heard, May and Corbyn",
        "between 3 million and 10 million",
        "in the coming weeks",
        "around 1900 BC",
        "12,025 people and 1.2026 units",
        "He worked there for ten years.",
        "the A2025-B and 2025x parts",
        "Hier wird gearbeitet.",
        "",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert find_dates(text, MAY_DAY, "de" if text.startswith("Hier") else "en") == ()


@pytest.mark.parametrize(
    "text",
    [
        "March to May",
        "from March to May",
        "between March and May",
        "March–May",
        "entre March et May",
        "March-May and later",
        "The talks of March–May and the vote.",
    ],
)
def test_the_months_of_a_span_are_both_found(text: str) -> None:
    first, last = find_dates(text, MAY_DAY, "en")
    assert (first.periods[0].first.month, last.periods[0].first.month) == (3, 5)


@pytest.mark.parametrize(
    ("text", "language", "alternatives"),
    [
        ("03/04/2025", "en", ("2025-04-03", "2025-03-04")),
        ("05/05/2025", "en", ()),
        ("03/04/2025", "fr", ()),
        ("03.04.2025", "en", ()),
    ],
)
def test_two_readings_of_day_and_month_are_told_in_english_alone(
    text: str, language: str, alternatives: tuple[str, ...]
) -> None:
    assert only(text, language=language).alternatives == alternatives


@pytest.mark.parametrize(
    ("text", "fitting", "not_fitting"),
    [
        ("by June 30, 2025", ["2025", "2025-06", "2025-06-30", "2025-Q2"], ["2026", "2025-05"]),
        ("in 2025", ["2025"], ["2025-06", "2025-06-30", "FY2025", "2024"]),
        ("by the end of 2026", ["2026", "2026-12", "2026-Q4", "2026-12-31"], ["2026-06", "2027"]),
        ("in fiscal 2027", ["FY2027"], ["2027", "FY2026"]),
        ("before 1 July 2025", ["2025", "2025-07-01", "2025-06-30"], ["2025-05"]),
        ("in May", ["2024-05", "2024"], ["2025-05", "2024-06"]),
        ("03/04/2025", ["2025", "2025-03", "2025-04-03", "2025-03-04"], ["2025-05"]),
        ("within three months", ["2024", "2024-08", "2024-08-01"], ["2024-07"]),
        ("the first half of 2025", ["2025", "2025-Q2"], ["2025-Q1", "2025-Q3"]),
    ],
)
def test_due_fits_where_it_says_the_same_or_less(
    text: str, fitting: list[str], not_fitting: list[str]
) -> None:
    found = only(text)

    assert [due for due in fitting if not found.fits(due)] == []
    assert [due for due in not_fitting if found.fits(due)] == []


def test_why_due_is_coarser_than_the_words_is_told() -> None:
    assert only("next week").reason == ("'due' has no form for 'next week', and 2024-05 holds it")
    assert only("within 90 days").reason == "90 days from 2024-05-01"
    assert only("by June 30, 2025").reason == ""


DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@given(day=DAYS, anchor=DAYS)
def test_every_spelling_of_a_day_means_that_day(day: date, anchor: date) -> None:
    spellings = (
        day.isoformat(),
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%d.%m.%Y}",
        f"{day.year}年{day.month}月{day.day}日",
    )
    for text in spellings:
        assert only(f"It was {text} then.", anchor).due == day.isoformat()


@given(text=st.text(st.characters(codec="utf-8"), max_size=60), anchor=st.dates())
def test_spans_never_overlap_and_hold_their_words(text: str, anchor: date) -> None:
    end = 0
    for found in find_dates(f"{text} 2025 by {text}", anchor):
        assert end <= found.span.start < found.span.end
        assert found.periods
        assert found.fits(found.due)
        assert found.fiscal or period_of_due(found.due) is not None
        end = found.span.end
