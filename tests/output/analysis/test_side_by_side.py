"""Two speakers on a terminal: beside each other where there is room, else one above the other."""

import pytest

from briefing.analysis.speakers import side_by_side
from briefing.catalogue.catalogue import Catalogue
from briefing.output.analysis.speakers import pair_page
from briefing.output.lines import Piece, PrintedLine, beside
from briefing.text.width import cells


def printed(catalogue: Catalogue, columns: int) -> list[str]:
    pair = side_by_side(catalogue, "voss", "okafor", "water")
    return ["".join(piece.text for piece in line) for line in pair_page(pair, columns)]


def test_what_two_say_at_one_meeting_stands_in_two_columns(made: Catalogue) -> None:
    lines = printed(made, 90)
    names = [line for line in lines if line.startswith("Ada Voss")]

    assert names[1] == f"{'Ada Voss':46}Ben Okafor: nothing here"
    assert names[2] == f"{'Ada Voss: nothing here':46}Ben Okafor"
    below = lines[lines.index(names[2]) + 1 :]
    assert below[0] == f"{'':46}own words"
    assert below[1] == f"{'':46}  “There is no dam without consent.”"


@pytest.mark.parametrize("columns", [75, 80, 88, 120])
def test_no_line_is_wider_than_the_terminal(made: Catalogue, columns: int) -> None:
    assert max(map(cells, printed(made, columns))) <= columns


def test_on_a_narrow_terminal_one_is_above_the_other(made: Catalogue) -> None:
    lines = printed(made, 60)

    assert "Ada Voss" in lines
    assert "Ben Okafor: nothing here" in lines
    assert "own words" in lines


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (["one", "two"], ["1"], ["one   1", "two"]),
        (["one"], ["1", "2"], ["one   1", "      2"]),
        (["金"], ["1"], ["金    1"]),
        ([], ["1"], ["      1"]),
        (["one"], [], ["one"]),
    ],
)
def test_columns_keep_their_place(left: list[str], right: list[str], expected: list[str]) -> None:
    def lines(texts: list[str]) -> list[PrintedLine]:
        return [(Piece(text),) for text in texts]

    found = beside(lines(left), lines(right), 6)
    assert ["".join(piece.text for piece in line) for line in found] == expected
