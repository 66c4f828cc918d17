"""The table all views share: rows, groups, the row under the cursor, and what stays where it is."""

from collections.abc import Iterator

from textual.geometry import Offset, Region
from textual.pilot import Pilot
from textual.selection import Selection

from briefing.tui.content.analysis.table import TableGroup, TablePage, TableRow, spread
from briefing.tui.lineview.blocks import Block
from briefing.tui.widgets.table.table_view import TableView
from tests.tui.helpers import HOSTILE, Host, control_characters, drawn, wait_until

WORDS = "words that go on for so long that they take more lines where there is less room"


def row(number: int) -> TableRow:
    text = f"row {number} {WORDS}"
    return TableRow(
        f"key-{number}", text, lambda width: spread([Block(text), Block(f"at {width}")])
    )


def page(*sizes: int) -> TablePage:
    def groups() -> Iterator[TableGroup]:
        first = 0
        for number, size in enumerate(sizes):
            head = Block(f"group {number}", "heading")
            rows = tuple(map(row, range(first, first + size)))
            yield TableGroup(lambda width, head=head: (head,), rows)  # type: ignore[misc]  # bound now
            first += size

    return TablePage(groups(), foot=("the end",), nothing="no rows")


async def shown(pilot: Pilot[None], view: TableView, *sizes: int) -> None:
    view.focus()
    view.show_page(page(*sizes))
    await pilot.pause()


async def test_rows_are_shown_under_their_headings() -> None:
    view = TableView()
    async with Host(view).run_test(size=(60, 20)) as pilot:
        await shown(pilot, view, 2, 1)
        text = "\n".join(drawn(view))

        assert text.index("group 0") < text.index("row 1") < text.index("group 1")
        assert text.index("group 1") < text.index("row 2") < text.index("the end")
        assert view.row is not None
        assert view.row.key == "key-0"


async def test_the_cursor_goes_from_row_to_row_and_from_group_to_group() -> None:
    view = TableView()
    async with Host(view).run_test(size=(60, 20)) as pilot:
        await shown(pilot, view, 3, 3, 3)

        async def key_after(*keys: str) -> str:
            await pilot.press(*keys)
            return view.row.key if view.row else ""

        assert await key_after("j") == "key-1"
        assert await key_after("J") == "key-3"
        assert await key_after("j", "J") == "key-6"
        assert await key_after("J") == "key-6"
        assert await key_after("K") == "key-3"
        assert await key_after("g", "g") == "key-0"
        assert await key_after("G") == "key-8"


async def test_a_group_that_is_gone_to_shows_its_heading() -> None:
    view = TableView()
    async with Host(view).run_test(size=(60, 8)) as pilot:
        await shown(pilot, view, 3, 3)
        await pilot.press("J")
        await pilot.pause()

        assert "group 1" in drawn(view)[0]


async def test_rows_are_made_for_the_width_and_the_cursor_stays_on_its_row() -> None:
    view = TableView()
    async with Host(view).run_test(size=(80, 12)) as pilot:
        await shown(pilot, view, 30)
        await pilot.press(*"jjjjj")
        await pilot.resize_terminal(40, 12)
        await wait_until(pilot, lambda: any("at 37" in line for line in drawn(view)))

        assert view.row is not None
        assert view.row.key == "key-5"
        assert any("row 5" in line for line in drawn(view))


async def test_a_page_is_shown_at_a_row_or_from_its_top() -> None:
    view = TableView()
    async with Host(view).run_test(size=(60, 12)) as pilot:
        await shown(pilot, view, 30)
        view.show_page(page(30), "key-20")
        await pilot.pause()
        assert view.row is not None
        assert view.row.key == "key-20"
        assert any("row 20" in line for line in drawn(view))
        view.show_page(page(30), "key-99")
        assert view.row.key == "key-0"


async def test_without_rows_it_says_why() -> None:
    view = TableView()
    async with Host(view).run_test(size=(60, 12)) as pilot:
        await shown(pilot, view)

        assert "no rows" in drawn(view)[0]
        assert view.row is None


async def test_nothing_in_a_row_reaches_the_terminal() -> None:
    view = TableView()
    made = TableRow("one", HOSTILE, lambda width: spread([Block(HOSTILE)]))
    async with Host(view).run_test(size=(60, 12)) as pilot:
        view.show_page(TablePage([TableGroup(lambda width: (Block(HOSTILE),), (made,))]))
        await pilot.pause()
        text = "\n".join(drawn(view))

        assert "[sic]" in text
        assert control_characters(text) == []


def numbered(*numbers: int, made: list[int] | None = None) -> TablePage:
    """Return a page of some rows; each notes when it is made."""

    def row_of(number: int) -> TableRow:
        def lines(width: int) -> tuple[Block, ...]:
            if made is not None:
                made.append(number)
            return spread([Block(f"row {number}"), Block(f"under {number}")])

        return TableRow(f"key-{number}", f"row {number}", lines)

    head = Block("rows", "heading")
    return TablePage([TableGroup(lambda width: (head,), tuple(map(row_of, numbers)))])


async def test_more_rows_leave_the_one_under_the_cursor_where_it_is() -> None:
    view = TableView()
    async with Host(view).run_test(size=(60, 12)) as pilot:
        view.show_page(numbered(*range(10, 60)), "key-40")
        await pilot.pause()
        line = next(y for y, text in enumerate(drawn(view)) if "row 40" in text)
        view.renew_page(numbered(*range(60)))
        await pilot.pause()

        assert view.row is not None
        assert view.row.key == "key-40"
        assert "row 40" in drawn(view)[line]


async def test_what_is_read_away_from_the_cursor_stays_in_view() -> None:
    view = TableView()
    async with Host(view).run_test(size=(60, 12)) as pilot:
        view.show_page(numbered(*range(10, 60)))
        await pilot.pause()
        view.scroll_to(y=61, animate=False, force=True, immediate=True)
        await pilot.pause()
        before = drawn(view)
        view.renew_page(numbered(*range(60)))
        await pilot.pause()

        assert drawn(view) == before
        assert view.row is not None
        assert view.row.key == "key-10"


async def test_where_the_row_is_gone_the_cursor_is_on_its_neighbour() -> None:
    view = TableView()
    async with Host(view).run_test(size=(60, 12)) as pilot:
        view.show_page(numbered(1, 2, 3, 4, 5), "key-3")
        view.renew_page(numbered(1, 2, 4, 5))
        await pilot.pause()
        assert view.row is not None
        assert view.row.key == "key-4"
        view.renew_page(numbered(1))
        assert view.row.key == "key-1"
        view.renew_page(numbered())
        assert view.row is None


async def test_what_is_selected_stays_selected_where_it_is_still_there() -> None:
    view = TableView()
    async with Host(view).run_test(size=(60, 12)) as pilot:
        view.show_page(numbered(2, 3, 4), "key-3")
        await pilot.pause()
        place = view.block_of("key-3") or 0
        chosen = Selection(Offset(0, place), Offset(5, place))
        view.screen.selections = {view: chosen}
        view.renew_page(numbered(1, 2, 3, 4))
        await pilot.pause()
        assert view.screen.get_selected_text() == "row 3"
        view.renew_page(numbered(1, 2, 4))
        await pilot.pause()
        assert not view.screen.get_selected_text()


async def test_rows_that_look_different_are_made_when_they_come_into_view() -> None:
    view, made = TableView(), list[int]()
    async with Host(view).run_test(size=(60, 12)) as pilot:
        view.show_page(numbered(*range(500), made=made))
        await pilot.pause()
        made.clear()
        view.relay()
        await pilot.pause()
        assert 0 < len(made) <= 12
        made.clear()
        await pilot.press("tab", "G")
        await pilot.pause()
        assert 499 in made
        assert len(made) <= 24
        assert "under 499" in "\n".join(drawn(view))


async def test_of_thousands_of_rows_of_a_line_those_in_view_are_made() -> None:
    made: list[int] = []

    def row_of(number: int) -> TableRow:
        def lines(width: int) -> tuple[Block, ...]:
            made.append(number)
            return spread([Block(f"row {number}")])

        return TableRow(f"key-{number}", f"row {number}", lines, least=20)

    view = TableView()
    page = TablePage([TableGroup(lambda width: (), tuple(map(row_of, range(5_000))))])
    async with Host(view).run_test(size=(60, 12)) as pilot:
        view.show_page(page)
        view.focus()
        await pilot.pause()
        assert set(made) <= set(range(13))
        await pilot.press("G")
        await pilot.pause()

        assert "row 4999" in "\n".join(drawn(view))
        assert view.row is not None
        assert view.row.key == "key-4999"
        assert len(set(made)) < 30
        view.show_page(page.matching("4321"))
        await pilot.pause()
        assert "row 4321" in drawn(view)[0]


async def test_a_table_that_is_gone_has_no_cursor_on_rows_it_let_go_of() -> None:
    view = TableView(id="table")
    async with Host(view).run_test(size=(60, 20)) as pilot:
        await shown(pilot, view, 3, 4)
        before = view.cursor
        await view.remove()

        assert before is not None
        assert view.cursor is None
        assert not view.rows
        assert [strip.text for strip in view.render_lines(Region(0, 0, 3, 2))] == ["   ", "   "]
