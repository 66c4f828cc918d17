"""Rows in groups: filtering keeps what holds every word, and puts a group of that name first."""

import pytest

from briefing.tui.content.analysis.table import TableGroup, TablePage, TableRow, spread
from briefing.tui.lineview.blocks import Block


def row(key: str, words: str) -> TableRow:
    return TableRow(key, words, lambda width: spread([Block(words)]))


def group(name: str, *rows: TableRow) -> TableGroup:
    return TableGroup(lambda width: (Block(name, "heading"),), rows, name)


PAGE = TablePage(
    [
        group("Alliance", row("a", "The alliance in Alliance"), row("b", "Alliance: also space")),
        group("Space", row("c", "Space: a treaty"), row("d", "Space: Café talks")),
    ],
    foot=("Counted by hand.",),
)


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("", "abcd"),
        ("   ", "abcd"),
        ("treaty", "c"),
        ("TREATY space", "c"),
        ("cafe", "d"),
        ("spac", "cdb"),
        ("space alliance", "b"),
        ("nothing of the kind", ""),
    ],
)
def test_rows_that_hold_every_word_are_kept(typed: str, keys: str) -> None:
    assert "".join(row.key for row in PAGE.matching(typed).rows) == keys


def test_a_filter_that_finds_nothing_says_what_it_looked_for() -> None:
    assert "“zzz”" in PAGE.matching("zzz").nothing
    assert PAGE.matching("") is PAGE


def test_all_blocks_of_a_row_belong_to_its_first() -> None:
    first, *others = spread([Block("one"), Block("two"), Block("three")])

    assert (first.stop, first.attached) == (True, False)
    assert [(block.stop, block.attached) for block in others] == [(False, True)] * 2


@pytest.mark.parametrize(
    ("typed", "below"),
    [
        ("", ["Counted by hand."]),
        ("treaty", ["Counted by hand."]),
        ("zzz", ["Nothing here has “zzz”; escape takes the filter off.", "Counted by hand."]),
    ],
)
def test_what_has_to_be_known_of_the_whole_stands_below_a_part_too(
    typed: str, below: list[str]
) -> None:
    assert [block.text for block in PAGE.matching(typed).below] == below


def test_words_that_are_made_are_made_once_and_for_a_filter_alone() -> None:
    made: list[str] = []

    def words() -> str:
        made.append("made")
        return "rivers and dams"

    row = TableRow("one", words, lambda width: spread([Block("Rivers")]))
    page = TablePage([TableGroup(lambda width: (), (row,))])
    assert not made
    assert [each.key for each in page.matching("dam").rows] == ["one"]
    assert not any(page.matching("sea").rows)
    assert row.words == "rivers and dams"
    assert made == ["made"]
