"""Two columns of blocks: which line each begins on, and where the cursor can stop."""

import pytest

from briefing.tui.lineview.blocks import Block, Side
from briefing.tui.lineview.sides import Rooms, SidesLayout, column_rooms

WIDE, NARROW = 80, 60


def block(text: str, side: Side = "", *, stop: bool = True, height: int = 1) -> Block:
    breaks = tuple(range(1, height))
    return Block(text[:1] + " " * (height - 1) + text[1:], stop=stop, side=side, breaks=breaks)


HEAD = block("h", stop=False)
BOTH = (HEAD, block("a", "left", height=3), block("b", "left"), block("c", "right", height=2))


def tops(blocks: tuple[Block, ...], width: int = WIDE, side: Side = "left") -> list[int]:
    layout = SidesLayout(blocks, width, lambda: side)
    return [layout.top(index) for index in range(len(blocks))]


@pytest.mark.parametrize(
    ("width", "rooms"),
    [(74, None), (75, Rooms(36, 36)), (76, Rooms(37, 36)), (117, Rooms(57, 57)), (40, None)],
)
def test_there_are_columns_where_each_has_room_for_six_words(
    width: int, rooms: Rooms | None
) -> None:
    assert column_rooms(width) == rooms


def test_both_columns_begin_on_one_line_and_what_follows_is_below_the_longer_one() -> None:
    blocks = (*BOTH, block("d"), block("e", "right"), block("f", "left"), block("g", "right"))
    assert tops(blocks) == [0, 1, 4, 1, 5, 6, 7, 7]
    assert SidesLayout(blocks, WIDE, lambda: "left").height == 8


def test_where_there_is_no_room_all_are_under_each_other() -> None:
    layout = SidesLayout(BOTH, NARROW, lambda: "left")
    assert tops(BOTH, NARROW) == [0, 1, 4, 5]
    assert (layout.height, layout.bottom(1)) == (7, 4)
    assert [layout.nearest_stop(index, 1) for index in range(4)] == [1, 1, 2, 3]


def test_each_line_has_what_is_on_either_side() -> None:
    layout = SidesLayout(BOTH, WIDE, lambda: "left")
    found = [
        tuple(spot and (spot.block, spot.row) for spot in layout.spots(line)) for line in range(5)
    ]
    assert found == [
        ((0, 0), None),
        ((1, 0), (3, 0)),
        ((1, 1), (3, 1)),
        ((1, 2), None),
        ((2, 0), None),
    ]
    assert layout.spots(5) == (None, None)
    assert layout.spot(5) is None


def test_words_of_a_column_break_at_its_width_and_others_at_that_of_a_page() -> None:
    words = " ".join(["word"] * 40)
    blocks = (Block(words, side="left"), Block(words, side="right"), Block(words))
    layout = SidesLayout(blocks, 160, lambda: "left")
    assert [layout.room(each) for each in blocks] == [79, 78, 88]


@pytest.mark.parametrize(("side", "stops"), [("left", [1, 2, 4, 6]), ("right", [3, 4, 5, 7])])
def test_the_cursor_stops_on_its_side_and_at_whole_lines(side: Side, stops: list[int]) -> None:
    blocks = (*BOTH, block("d"), block("e", "right"), block("f", "left"), block("g", "right"))
    layout = SidesLayout(blocks, WIDE, lambda: side)
    found, at = [], layout.nearest_stop(0, 1)
    while at is not None:
        found.append(at)
        at = layout.nearest_stop(at + 1, 1)
    assert found == stops
    assert layout.nearest_stop(len(blocks), -1) == stops[-1]


def test_where_a_side_has_nothing_the_cursor_stops_on_the_other() -> None:
    layout = SidesLayout((HEAD, block("a", "right")), WIDE, lambda: "left")
    assert layout.nearest_stop(0, 1) == 1


@pytest.mark.parametrize(
    ("index", "side", "beside"), [(1, "right", 3), (2, "right", 3), (3, "left", 1), (7, "left", 6)]
)
def test_beside_a_row_is_the_nearest_of_its_band(index: int, side: Side, beside: int) -> None:
    blocks = (*BOTH, block("d"), block("e", "right"), block("f", "left"), block("g", "right"))
    assert SidesLayout(blocks, WIDE, lambda: side).stop_beside(index, side) == beside


def test_a_heading_of_either_column_is_shown_with_the_first_row_below_it() -> None:
    names = (block("l", "left", stop=False), block("r", "right", stop=False))
    blocks = (HEAD, *names, block("a", "left"), block("b", "right"), block("c", "right"))
    layout = SidesLayout(blocks, WIDE, lambda: "right")
    assert [layout.lead_in(index) for index in (3, 4, 5)] == [0, 0, 5]


def test_in_view_is_what_begins_there_on_the_side_of_the_cursor() -> None:
    layout = SidesLayout(BOTH, WIDE, lambda: "right")
    assert layout.stop_in_view(0, 5, first=True) == 3
    assert layout.stop_in_view(2, 5, first=True) == 3, "it fills the first of these lines"
    assert layout.stop_in_view(3, 5, first=True) is None
