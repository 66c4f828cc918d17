"""Moving by screens takes the cursor along, and never back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.tui.lineview.blocks import Block, Layout
from briefing.tui.lineview.paging import stop_after_paging

TALL = Layout([Block(f"{n}", stop=True, space_after=True) for n in range(20)], 40)
"""Twenty stops of two lines: stop n begins on line 2n."""


@pytest.mark.parametrize(
    ("cursor", "before", "now", "whole", "expected"),
    [
        (0, 0, 10, True, 5),
        (2, 0, 10, True, 5),
        (8, 0, 10, True, 8),
        (8, 10, 0, True, 5),
        (3, 10, 0, True, 3),
        (2, 0, 5, False, 5),
        (5, 0, 6, False, 8),
        (8, 10, 4, False, 5),
        (None, 0, 10, True, 5),
        (19, 0, 10, True, 10),
        (0, 30, 20, False, 10),
    ],
)
def test_the_stop_after_a_move(
    cursor: int | None, before: int, now: int, whole: bool, expected: int
) -> None:
    assert stop_after_paging(TALL, cursor, before, now, 12, whole=whole) == expected


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(1, 90), min_size=1, max_size=12),
    st.integers(0, 11),
    st.integers(1, 14),
    st.data(),
    st.booleans(),
)
def test_no_move_takes_a_cursor_in_view_back(
    lengths: list[int], cursor: int, height: int, data: st.DataObject, whole: bool
) -> None:
    lines = Layout([Block("x" * n, stop=True, space_after=True) for n in lengths], 20)
    cursor = min(cursor, len(lengths) - 1)
    before = min(lines.top(cursor), max(0, lines.height - height))
    now = data.draw(st.integers(0, max(0, lines.height - height)))
    found = stop_after_paging(lines, cursor, before, now, height, whole=whole)

    assert found is not None
    if now > before:
        assert found >= cursor
    elif now < before:
        assert found <= cursor
