"""What a card may say beyond its statements: briefs, speakers of points, people, dates, waivers."""

from datetime import date

import pytest

from briefing.cardformat.parse import read_card, read_sources
from briefing.library.cards.brief import brief_items, dates_ahead
from briefing.model.card import (
    Card,
    Omission,
    Related,
    Translation,
)
from briefing.model.core import PartialDate

HEAD = """\
format: 1
title: Talks
meeting: {name: Talks, date: 2021-05-03}
bottom_line: {text: They agreed., evidence: [{source: paper, exact: agreed}]}
"""
EVIDENCE = "evidence: [{source: paper, exact: agreed}]"


def card(items: str = "", top: str = "", head: str = HEAD) -> Card:
    parsed = read_card(text_of(items, top, head), "c.yaml", "c")
    assert parsed.problems == ()
    assert parsed.value is not None
    return parsed.value


def text_of(items: str = "", top: str = "", head: str = HEAD) -> str:
    items = items or f"{{point: A., {EVIDENCE}}}"
    lines = "".join(f"      - {item}\n" for item in items.split("\n"))
    return f"{head}{top}sections:\n  - title: All\n    items:\n{lines}"


def mistakes(items: str = "", top: str = "", head: str = HEAD) -> list[tuple[str, int | None]]:
    parsed = read_card(text_of(items, top, head), "c.yaml", "c")
    return [(problem.code, problem.place.line) for problem in parsed.problems]


def test_a_point_names_who_says_or_undertakes_it() -> None:
    point = card(f"{{point: A., by: [abel, cain], key: true, {EVIDENCE}}}").items[1]
    assert point.by == ("abel", "cain")
    assert point.speakers == ("abel", "cain")
    assert point.key


def test_a_quote_has_a_kind_a_due_and_a_translation() -> None:
    quote = card(
        "{quote: Wir gehen, speaker: abel, source: paper, voice: spoken, kind: commitment, "
        "due: 2025-spring, translation: {text: We leave, language: en, by: the editors}}"
    ).items[1]
    assert (quote.kind, quote.due) == ("commitment", "2025-spring")
    assert quote.translation == Translation("We leave", "en", "the editors")
    assert quote.speakers == ("abel",)


def test_an_open_question_needs_no_evidence() -> None:
    bare, proven = card(
        "{open: Who pays?}\n{open: And when?, evidence: [{source: paper, absent: [cost, price]}]}"
    ).items[1:]
    assert (bare.type, bare.text, bare.state, bare.holds) == ("open", "Who pays?", None, True)
    assert proven.evidence[0].absent == ("cost", "price")


def test_a_card_names_its_people_its_neighbours_and_what_it_leaves_out() -> None:
    top = (
        "status: superseded\nsuperseded_by: d\nauthor: A. B.\nreviewed_by: C. D.\n"
        "reviewed: 2021-06-01\nquoted: [{speaker: seth, role: Expert}]\n"
        "related: [{card: d, why: The next round.}]\n"
        "omitted: [{source: paper, starts: The weather, why: Not about the talks.}]\n"
        "accept: [{code: long-card, why: It is a treaty.}]\n"
    )
    read = card(top=top)
    assert (read.status, read.superseded_by, read.author) == ("superseded", "d", "A. B.")
    assert (read.reviewed_by, read.reviewed) == ("C. D.", date(2021, 6, 1))
    assert [(each.speaker, each.role) for each in read.quoted] == [("seth", "Expert")]
    assert read.related == (Related("d", "The next round."),)
    (omission,) = read.omitted
    assert omission._replace(place=None) == Omission("paper", "The weather", "Not about the talks.")
    assert [(each.code, each.why) for each in read.accept] == [("long-card", "It is a treaty.")]


def test_a_meeting_of_several_days_has_an_end_an_hour_and_a_number() -> None:
    days = "date: 2021-05-03, end: 2021-05-05, time: '09:30', timezone: Asia/Tokyo, sequence: 10"
    meeting = card(head=HEAD.replace("date: 2021-05-03", days)).meeting
    assert (meeting.end, meeting.time, meeting.timezone) == (
        date(2021, 5, 5),
        "09:30",
        "Asia/Tokyo",
    )
    assert meeting.sequence == 10


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ("end: 2021-05-03", "bad-date"),
        ("end: 2021-05-02", "bad-date"),
        ("time: '9:30'", "bad-time"),
        ("time: '25:00'", "bad-time"),
        ("timezone: JST", "bad-value"),
        ("sequence: 0", "bad-value"),
    ],
)
def test_a_meeting_that_cannot_be_is_refused_at_its_line(fields: str, code: str) -> None:
    head = HEAD.replace("date: 2021-05-03", f"date: 2021-05-03, {fields}")
    assert mistakes(head=head) == [(code, 3)]


def test_a_brief_has_seven_items_at_most() -> None:
    seven = "\n".join(f"{{point: A{n}., key: true, {EVIDENCE}}}" for n in range(7))
    assert mistakes(seven) == []
    assert mistakes(f"{seven}\n{{open: Who?, key: true}}") == [("too-many-key-items", 15)]


@pytest.mark.parametrize(
    "due", ["2025", "2025-06", "2025-06-30", "2025-Q2", "2025-H1", "2025-autumn", "FY2027"]
)
def test_a_due_is_as_exact_as_its_source(due: str) -> None:
    assert card(f"{{point: A., due: {due}, {EVIDENCE}}}").items[1].due == due


@pytest.mark.parametrize("due", ["soon", "2025-H3", "2025-fall", "2025-13", "2025-02-30", "FY27"])
def test_other_dues_are_refused(due: str) -> None:
    assert mistakes(f"{{point: A., due: {due}, {EVIDENCE}}}") == [("bad-date", 8)]


def test_a_brief_is_the_bottom_line_and_the_key_items_with_the_dates_in_order() -> None:
    read = card(
        f"{{point: B., due: FY2027, {EVIDENCE}}}\n"
        f"{{point: C., due: 2025, key: true, {EVIDENCE}}}\n"
        f"{{point: D., due: 2023-05, {EVIDENCE}}}"
    )
    assert [item.text for item in brief_items(read)] == ["They agreed.", "C."]
    assert [(each.due, each.item.text) for each in dates_ahead(read)] == [
        ("2023-05", "D."),
        ("2025", "C."),
        ("FY2027", "B."),
    ]


@pytest.mark.parametrize(
    ("due", "is_listed"),
    [("2019", False), ("2020-H2", False), ("2021-05-02", False), ("FY2019", False),
     ("2021", True), ("2021-05", True), ("2021-winter", True), ("2021-05-03", True),
     ("FY2020", True)],
)  # fmt: skip
def test_what_was_over_at_the_meeting_is_no_date_ahead(due: str, is_listed: bool) -> None:
    read = card(f"{{point: B., due: {due}, {EVIDENCE}}}")
    assert bool(dates_ahead(read)) is is_listed


def test_a_source_says_as_much_of_its_dates_as_is_known() -> None:
    parsed = read_sources(
        "paper: {file: a.txt, publisher: P, byline: A. B., published: 2023-01, retrieved: 2024,\n"
        "  version: updated, supersedes: older}\nolder: {file: b.txt, publisher: P}\n",
        "s.yaml",
    )
    assert parsed.problems == ()
    record = (parsed.value or {})["paper"]
    assert (record.byline, record.version, record.supersedes) == ("A. B.", "updated", "older")
    assert (record.published, record.retrieved) == (PartialDate(2023, 1), PartialDate(2024))
    assert [reference.id for reference in parsed.references] == ["older"]


@pytest.mark.parametrize(
    ("text", "first", "last", "exact"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31), None),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31), None),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), None),
        ("2023-01-11", date(2023, 1, 11), date(2023, 1, 11), date(2023, 1, 11)),
        ("0001", date(1, 1, 1), date(1, 12, 31), None),
        ("9999", date(9999, 1, 1), date.max, None),
        ("9999-12", date(9999, 12, 1), date.max, None),
    ],
)
def test_a_partial_date_is_a_stretch_of_days(
    text: str, first: date, last: date, exact: date | None
) -> None:
    known = PartialDate.parse(text)
    assert (known.first, known.last, known.exact, str(known)) == (first, last, exact, text)


@pytest.mark.parametrize(
    "text",
    ["2023-13", "2023-02-30", "2023-1", "23", "2023-01-11-02", "x", "", "10000", "9" * 20, "٢٠٢٣"],
)
def test_what_is_no_date_is_none(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # what int and date say is theirs
        PartialDate.parse(text)
