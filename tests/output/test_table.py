"""Tables as Markdown and CSV: library text is text in both."""

import csv
import io

import pytest

from briefing.output.analysis.table import Table, csv_text, escaped, markdown

TABLE = Table(
    "Counts",
    ("topic", "all"),
    (("Water | ice", "3"), ("=SUM(A1)", "4"), ('say "hi", twice', "2")),
    frozenset({1}),
    ("Counted by hand.",),
)


def test_markdown() -> None:
    assert markdown([TABLE]) == (
        "## Counts\n\n"
        "| topic | all |\n"
        "| --- | ---: |\n"
        "| Water \\| ice | 3 |\n"
        "| \\=SUM(A1) | 4 |\n"
        '| say "hi", twice | 2 |\n\n'
        "Counted by hand.\n"
    )


def test_csv_keeps_numbers_and_disarms_formulas() -> None:
    rows = list(csv.reader(io.StringIO(csv_text(TABLE))))

    assert rows == [
        ["topic", "all"],
        ["Water | ice", "3"],
        ["'=SUM(A1)", "4"],
        ['say "hi", twice', "2"],
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[x](http://a.example)", "\\[x\\](http\\://a.example)"),
        ("<b>*so*</b>", "\\<b\\>\\*so\\*\\</b\\>"),
        ("# no heading #2", "\\# no heading \\#2"),
        ("1. no list 2. either", "1\\. no list 2. either"),
        ("two\nlines", "two lines"),
        ("a@b.example &amp; www.c.example", "a\\@b.example \\&amp; www\\.c.example"),
        ("a\x1b[31mred", "a␛\\[31mred"),
        ("2023-01-11-us-japan#3", "2023-01-11-us-japan\\#3"),
    ],
)
def test_nothing_is_read_as_markup(text: str, written: str) -> None:
    assert escaped(text) == written


def test_an_empty_table_is_a_sentence_and_its_head_alone() -> None:
    empty = TABLE._replace(rows=())

    assert markdown([empty], "no topic at all") == (
        "## Counts\n\nNo topic at all.\n\nCounted by hand.\n"
    )
    assert markdown([], "no topic at all") == "No topic at all.\n"
    assert markdown([]) == "Nothing is here.\n"
    assert csv_text(empty) == "topic,all\n"
