"""Which sentences of a source are kept with their dates, and which are not."""

from datetime import date

import pytest

from briefing.catalogue.sync.event_rows import MOST_EVENTS, event_rows, sentence_around
from briefing.model.core import PartialDate, Span
from briefing.model.source import Paragraph, Source, SourceRecord


def source(*paragraphs: str, furniture: int = 0) -> Source:
    record = SourceRecord("paper", "paper.txt", "Paper", published=PartialDate(2023, 1, 12))
    made, start = [], 0
    for number, text in enumerate(paragraphs, 1):
        made.append(Paragraph(number, start, number, text, furniture=number == furniture))
        start += len(text) + 2
    return Source(record, "\n\n".join(paragraphs), made)


def found(*paragraphs: str, furniture: int = 0) -> list[tuple[object, ...]]:
    return [row[2:7] for row in event_rows(source(*paragraphs, furniture=furniture))]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("It opened on 3 May 2019.", "on 3 May 2019", date(2019, 5, 3), date(2019, 5, 3)),
        ("They plan it by 2025.", "by 2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("It comes in fiscal 2027.", "in fiscal 2027", date(2027, 1, 1), date(2028, 3, 31)),
        ("Signed in January 2022.", "in January 2022", date(2022, 1, 1), date(2022, 1, 31)),
    ],
)
def test_a_date_that_names_its_year_is_kept(text: str, words: str, first: date, last: date) -> None:
    assert found("An opening.", text) == [(2, first.toordinal(), last.toordinal(), words, text)]


@pytest.mark.parametrize(
    "text",
    [
        "They met on Wednesday.",
        "They meet again in May.",
        "Of its 2,023 members all agreed within two years.",
        "Nothing is said here.",
    ],
)
def test_a_date_that_has_to_be_reckoned_is_not(text: str) -> None:
    assert found(text) == []


def test_what_is_not_in_the_story_is_left_out() -> None:
    assert found("Photo of 3 May 2019.", "In May 2020 it closed.", furniture=1) == [
        (2, date(2020, 5, 1).toordinal(), date(2020, 5, 31).toordinal(), "In May 2020",
         "In May 2020 it closed."),
    ]  # fmt: skip


def test_a_source_of_very_many_dates_is_cut() -> None:
    many = (f"In May {1900 + number % 100} number {number} came." for number in range(600))

    assert len(list(event_rows(source(*many)))) == MOST_EVENTS


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It rained. In 2020 it froze. Then it thawed.", "In 2020 it froze."),
        ("Mr. A. Voss came on Jan. 5, 2020, to Lyon. He left.",
         "Mr. A. Voss came on Jan. 5, 2020, to Lyon."),
        ('"It is over." In 2020 she left.', "In 2020 she left."),
        ("雨が降った。2020年に凍った。溶けた。", "2020年に凍った。"),
        ("no stop at all in 2020", "no stop at all in 2020"),
    ],
)  # fmt: skip
def test_the_sentence_around_a_date(text: str, sentence: str) -> None:
    start = text.index("2020")
    span = sentence_around(text, Span(start, start + 4))

    assert text[span.start : span.end] == sentence


def test_a_very_long_sentence_is_cut_around_its_date() -> None:
    text = f"{'word ' * 200}in 2020 {'more ' * 200}"
    start = text.index("2020")
    span = sentence_around(text, Span(start, start + 4))

    assert "2020" in text[span.start : span.end]
    assert span.end - span.start <= 400
    assert text[span.start - 1] == " "


@pytest.mark.parametrize(
    ("before", "when", "after"),
    [
        ("雨" * 500, "2020年5月", "に" * 500),
        ("水" * 500, "2020年5月", ""),
        ("", "2020年5月", "川" * 500),
        ("ต" * 500, "in May 2020", "ก" * 500),
    ],
)
def test_a_very_long_sentence_without_blanks_is_cut_around_its_date(
    before: str, when: str, after: str
) -> None:
    text = f"{before}{when}{after}。"
    span = Span(len(before), len(before) + len(when))
    kept = sentence_around(text, span)

    assert kept.start <= span.start < span.end <= kept.end
    assert 300 <= kept.end - kept.start <= 400 or kept.end == len(text)
    assert text[kept.start : kept.end].strip()


def test_an_event_of_a_very_long_sentence_has_its_words() -> None:
    text = "雨" * 500 + "2020年5月3日" + "川" * 500
    record = SourceRecord("paper", "paper.txt", "Paper", language="ja")
    paragraph = Paragraph(1, 0, 1, text, furniture=False)
    (row,) = event_rows(Source(record, text, [paragraph]))

    assert "2020年5月3日" in str(row[6])
    assert row[7] == "300-700"
