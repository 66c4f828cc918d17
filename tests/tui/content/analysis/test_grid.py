"""Columns by meeting: the latest that fit, or those up to the chosen one, all in line."""

from datetime import date

import pytest

from briefing.text.width import cells
from briefing.tui.content.analysis.grid import ColumnChoice, Grid
from briefing.tui.lineview.blocks import Block

DAYS = [date(2019 + number // 2, 1 + 6 * (number % 2), 7) for number in range(8)]
NUMBERS = [["1", "", "3", "4", "", "6", "7", "12"], [""] * 7 + ["1"]]
LABELS = ["Space", "Verteidigung und Abschreckung im Weltraum"]


def grid(back: int | None = None) -> Grid:
    return Grid(DAYS, LABELS, NUMBERS, ColumnChoice(back))


def whole(block: Block) -> str:
    """Return a line as it is drawn, what leads it included."""
    return block.lead.text + block.text


def cells_of(line: str) -> list[str]:
    return line.split()


def test_the_numbers_stand_under_their_days() -> None:
    made = grid()
    _, years, days = made.heads([("river", "heading")], 120)
    line = made.line("Space", NUMBERS[0], "33", 120)

    assert whole(years).split() == ["2019", "2020", "2021", "2022"]
    assert whole(days).endswith("7 Jul  all")
    assert whole(line).split() == ["Space", "1", "·", "3", "4", "·", "6", "7", "12", "33"]
    ends = [whole(days).index("7 Jan", 0) + len("7 Jan")]
    assert whole(line)[ends[0] - 1] == "1"
    assert cells(whole(days)) == cells(whole(line))


def test_where_there_is_no_room_the_latest_are_shown_and_the_others_counted() -> None:
    made = grid()
    _, years, days = made.heads([("river", "heading")], 60)
    line = made.line(LABELS[1], NUMBERS[1], "1", 60)

    assert "← 6 earlier" in whole(days)
    assert whole(years).split() == ["2022"]
    assert whole(line).split()[-3:] == ["·", "1", "1"]
    assert "…" in whole(line)
    assert cells(whole(line)) <= 60


@pytest.mark.parametrize(
    ("back", "hidden", "number"), [(0, 6, "12"), (1, 6, "7"), (3, 4, "·"), (7, 0, "1")]
)
def test_the_chosen_column_is_in_view_and_marked(back: int, hidden: int, number: str) -> None:
    made = grid(back)
    line = made.line("Space", NUMBERS[0], "33", 60)
    (mark,) = [mark for mark in line.marks if mark.role == "chosen"]

    assert made.fitted(60).first == hidden
    assert line.text[mark.start : mark.end].strip() == number


def test_choosing_walks_from_the_whole_row_to_the_left_and_back() -> None:
    choice = ColumnChoice()

    assert choice.step(1, 3) is False
    assert [choice.step(-1, 3) and choice.index(3) for _ in range(4)] == [2, 1, 0, False]
    assert [choice.step(1, 3) and choice.index(3) for _ in range(3)] == [1, 2, None]


def test_a_name_of_wide_characters_keeps_the_columns_in_line() -> None:
    made = Grid(DAYS[:2], ["宇宙", "Space"], [["1", "2"], ["3", "4"]], ColumnChoice())
    lines = [
        made.line(name, row, "9", 60) for name, row in (("宇宙", ["1", "2"]), ("Space", ["3", "4"]))
    ]

    assert len({cells(line.text) for line in lines}) == 1


@pytest.mark.parametrize("width", [16, 20, 24, 40, 120])
def test_a_row_is_as_wide_whatever_column_is_chosen_and_never_wider_than_there_is_room(
    width: int,
) -> None:
    for label, numbers in zip(LABELS, NUMBERS, strict=True):
        lines = [grid(back).line(label, numbers, "33", width) for back in (None, *range(8))]
        assert len({cells(whole(line)) for line in lines}) == 1
        assert cells(whole(lines[0])) <= width
