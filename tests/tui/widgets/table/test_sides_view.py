"""A table in two columns: how it looks, and how cursor, mouse and selection go about in it."""

import pytest
from textual.geometry import Offset
from textual.selection import Selection

from briefing.text.cleaning import clean_block
from briefing.text.width import cells
from briefing.tui.content.analysis.table import TableGroup, TablePage, TableRow, spread
from briefing.tui.lineview.blocks import Block, Side
from briefing.tui.lineview.sides import MOST_WIDTH
from briefing.tui.widgets.table.sides_view import SidesView
from tests.tui.helpers import HOSTILE, Host, control_characters, drawn, wait_until

WIDE, NARROW = (84, 16), (60, 16)


def row(key: str, side: Side, words: str = "") -> TableRow:
    text = f"{key} {words}".strip()
    blocks = [Block(text, side=side), Block(f"of {key}", side=side, space_after=True)]
    return TableRow(key, text, lambda width: spread(blocks))


def page(*groups: tuple[str, ...]) -> TablePage:
    """Return groups of rows, `a1` being on the left, `b1` on the right, `w1` over all."""
    sides: dict[str, Side] = {"a": "left", "b": "right", "w": ""}
    return TablePage(
        (
            TableGroup(
                lambda width, name=name: (Block(f"head {name}"),),  # type: ignore[misc]  # bound now
                tuple(row(key, sides[key[0]]) for key in keys),
            )
            for name, keys in enumerate(groups)
        ),
        most=MOST_WIDTH,
    )


PAGE = (("a1", "a2", "b1"), ("a3", "b2", "b3"), ("w1",))


def key_of(view: SidesView) -> str:
    return view.row.key if view.row else ""


async def test_rows_stand_beside_each_other_where_there_is_room() -> None:
    view = SidesView()
    async with Host(view).run_test(size=WIDE) as pilot:
        view.show_page(page(*PAGE))
        await wait_until(pilot, lambda: view.columns is not None and view.has_focus)
        lines = [line.split() for line in drawn(view)]
        assert lines[:4] == [["head", "0"], ["▌", "a1", "b1"], ["▌", "of", "a1", "of", "b1"], []]
        assert lines[4:6] == [["a2"], ["of", "a2"]]

        await pilot.resize_terminal(*NARROW)
        await wait_until(pilot, lambda: view.columns is None)
        words = [line.split() for line in drawn(view) if line.strip()]
        assert words[1:7] == [
            ["▌", "a1"],
            ["▌", "of", "a1"],
            ["a2"],
            ["of", "a2"],
            ["b1"],
            ["of", "b1"],
        ]


async def test_the_cursor_goes_down_its_column_and_from_side_to_side() -> None:
    view = SidesView()
    async with Host(view).run_test(size=WIDE) as pilot:
        view.focus()
        view.show_page(page(*PAGE))
        await wait_until(pilot, lambda: view.columns is not None)

        async def after(*keys: str) -> str:
            await pilot.press(*keys)
            return key_of(view)

        assert key_of(view) == "a1"
        assert await after("j", "j") == "a3"
        assert view.change_side()
        assert key_of(view) == "b2"
        assert await after("j") == "b3"
        assert await after("j") == "w1"
        assert await after("k", "k", "k") == "b1"
        assert view.change_side("right")
        assert key_of(view) == "b1"
        assert view.change_side("left")
        assert key_of(view) == "a1"


async def test_groups_and_ends_are_gone_to_within_a_column() -> None:
    view = SidesView()
    async with Host(view).run_test(size=WIDE) as pilot:
        view.focus()
        view.show_page(page(*PAGE[:2]), "b1")
        await wait_until(pilot, lambda: view.columns is not None)

        async def after(*keys: str) -> str:
            await pilot.press(*keys)
            return key_of(view)

        assert await after("J") == "b2"
        assert await after("K") == "b1"
        assert await after("G") == "b3"
        assert await after("g", "g") == "b1"
        assert await after("pagedown") == "b3"


async def test_the_cursor_keeps_its_row_when_the_columns_go() -> None:
    view = SidesView()
    async with Host(view).run_test(size=WIDE) as pilot:
        view.show_page(page(*PAGE), "b2")
        await wait_until(pilot, lambda: view.columns is not None)
        await pilot.resize_terminal(*NARROW)
        await wait_until(pilot, lambda: view.columns is None)
        assert key_of(view) == "b2"
        assert any(line.split() == ["▌", "b2"] for line in drawn(view))
        assert view.change_side()
        assert key_of(view) == "a3"


async def test_on_a_side_without_rows_nothing_is_gone_to() -> None:
    view = SidesView()
    async with Host(view).run_test(size=WIDE) as pilot:
        view.show_page(page(("a1", "a2")))
        await wait_until(pilot, lambda: view.columns is not None)
        assert not view.change_side()
        assert key_of(view) == "a1"
        view.show_page(page(("b1", "b2")))
        assert key_of(view) == "b1"
        view.show_page(page(("w1",)))
        assert not view.has_sides


async def test_a_click_is_on_what_it_hits() -> None:
    view = SidesView()
    async with Host(view).run_test(size=WIDE) as pilot:
        view.show_page(page(*PAGE))
        await wait_until(pilot, lambda: view.columns is not None)
        await pilot.click(view, offset=(60, 1))
        assert key_of(view) == "b1"
        await pilot.click(view, offset=(60, 4))
        assert key_of(view) == "b1", "nothing is there on the right"
        await pilot.click(view, offset=(5, 4))
        assert key_of(view) == "a2"


async def test_the_terminals_cursor_is_at_the_bar() -> None:
    view = SidesView()
    async with Host(view).run_test(size=WIDE) as pilot:
        view.focus()
        view.show_page(page(*PAGE), "b1")
        await wait_until(pilot, lambda: view.columns is not None)
        assert view.columns is not None
        place = view.content_region.offset + Offset(view.columns.edge, 1)
        await wait_until(pilot, lambda: pilot.app.cursor_position == place)


async def test_words_are_selected_in_one_column() -> None:
    view = SidesView()
    async with Host(view).run_test(size=WIDE) as pilot:
        view.show_page(page(*PAGE))
        await wait_until(pilot, lambda: view.columns is not None)
        first, last = 1, 4
        selection = Selection(Offset(0, first), Offset(2, last))
        assert view.get_selection(selection) == ("a1\nof a1\na2\nof", "\n")


@pytest.mark.parametrize("words", ["日米両国は平和を強調した。" * 9, "x" * 200, HOSTILE * 3])
async def test_the_right_column_begins_in_one_place_whatever_is_on_the_left(words: str) -> None:
    view = SidesView()
    async with Host(view).run_test(size=WIDE) as pilot:
        rows = (row("a1", "left", clean_block(words)), row("b1", "right", "here"))
        view.show_page(TablePage([TableGroup(lambda width: (), rows)], most=MOST_WIDTH), "b1")
        await wait_until(pilot, lambda: view.columns is not None)
        assert view.columns is not None
        left, right = drawn(view)[0].split("▌")
        assert cells(left) == view.columns.edge
        assert right.strip() == "b1 here"
        assert not control_characters("\n".join(drawn(view)))
        assert all(cells(line) == view.size.width for line in drawn(view))
