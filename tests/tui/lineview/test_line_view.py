"""The view of blocks: its cursor, scrolling, sizes and looks."""

import pytest
from textual.app import App
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing.tui.lineview.blocks import Block, Mark, Run
from briefing.tui.lineview.line_view import LineView
from briefing.tui.lineview.roles import ROLE_STYLES
from briefing.tui.themes.themes import THEMES
from tests.tui.helpers import HOSTILE, control_characters, drawn, style_of, wait_until
from tests.tui.lineview.view_host import WORDS, WRAPPED, Recorder, host, stops


class Seen(LineView):
    """Remembers what it drew."""

    def __init__(self) -> None:
        super().__init__()
        self.frames: list[list[str]] = []

    def render_lines(self, crop: Region) -> list[Strip]:
        strips = super().render_lines(crop)
        self.frames.append([strip.text.strip(" ▌▏") for strip in strips])
        return strips


class Counting(LineView):
    """Counts the lines that are drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.lines_drawn: list[int] = []

    def render_line(self, y: int) -> Strip:
        self.lines_drawn.append(y)
        return super().render_line(y)


async def test_only_lines_that_look_different_are_drawn_anew() -> None:
    view, blocks = Counting(), stops(30, "a line")
    view.show_blocks(blocks)
    app = Recorder(view)
    async with app.run_test(size=(40, 20)) as pilot:

        async def drawn_anew() -> list[int]:
            await pilot.pause()
            seen, view.lines_drawn = view.lines_drawn, []
            return sorted(seen)

        view.focus()
        await drawn_anew()
        await pilot.press("j")
        assert await drawn_anew() == [0, 2]  # two blocks, each with an empty line after it
        view.light({3: (Mark(0, 1, "hit"),)})
        assert await drawn_anew() == [6]
        other = [*blocks[:5], Block("5 another line", stop=True, space_after=True), *blocks[6:]]
        view.show_blocks(other, 1)
        assert await drawn_anew() == [6, 10, 11]  # what was lit, and what is new with its end
        assert "5 another line" in drawn(view)[10]
        await drawn_anew()
        view.show_blocks(other, 1)
        assert await drawn_anew() == []
        await pilot.press("ctrl+d")
        assert await drawn_anew() == list(range(20))


async def test_a_scrollbar_is_drawn_anew_where_it_changes() -> None:
    view = LineView()
    view.show_blocks(stops(30, "a line"))
    app = Recorder(view)
    async with app.run_test(size=(40, 20)) as pilot:
        bar = view.vertical_scrollbar
        view.show_blocks(stops(40, "a line"))
        await pilot.pause()
        kept = drawn(bar)
        assert kept[:5] == [" "] * 5
        bar.refresh()
        await pilot.pause()
        assert drawn(bar) == kept
        assert bar.window_virtual_size == view.lines.height == 80


async def test_the_first_frame_is_set_for_the_width_it_has() -> None:
    view = Seen()
    view.show_blocks(stops(3))
    async with Recorder(view).run_test(size=(30, 6)):
        assert view.frames[0][:4] == ["0 one two three four five", *WRAPPED, ""]


def in_view(view: LineView, block: int) -> bool:
    top = view.scroll_offset.y
    return top <= view.lines.top(block) and view.lines.bottom(block) <= top + view.size.height


async def test_the_cursor_goes_from_stop_to_stop_and_stays_in_view() -> None:
    blocks = [Block("Title"), *stops(30)]
    app = host(blocks)
    async with app.run_test(size=(40, 10)) as pilot:
        app.view.focus()
        assert app.view.cursor == 1
        await pilot.press("j", "down", "k")
        assert app.moved == [2, 3, 2]
        for _ in range(12):
            await pilot.press("j")
        assert app.view.cursor == 14
        assert in_view(app.view, 14)


async def test_top_and_bottom() -> None:
    app = host([Block("Title", space_after=True), *stops(50)])
    async with app.run_test(size=(40, 10)) as pilot:
        app.view.focus()
        await pilot.press("G")
        assert (app.view.cursor, in_view(app.view, 50)) == (50, True)
        await pilot.press("g")
        assert app.view.cursor == 50
        await pilot.press("g")
        assert (app.view.cursor, app.view.scroll_offset.y) == (1, 0)
        await pilot.press("end", "g", "k", "g")
        assert app.view.cursor == 49


async def test_pages_take_the_cursor_along() -> None:
    app = host(stops(50))
    async with app.run_test(size=(40, 11)) as pilot:
        app.view.focus()
        await pilot.press("space")
        assert app.view.scroll_offset.y == 10
        assert app.view.lines.top(app.view.cursor or 0) in range(10, 21)
        await pilot.press("ctrl+d")
        assert app.view.scroll_offset.y == 16
        await pilot.press("pageup", "pageup", "b", "ctrl+u", "ctrl+u")
        assert (app.view.scroll_offset.y, app.view.cursor) == (0, 0)
        for _ in range(40):
            await pilot.press("pagedown")
        assert app.view.cursor == 49


async def test_a_heading_comes_into_view_with_its_first_item() -> None:
    blocks = [*stops(10), Block("Heading", space_after=True), *stops(10)]
    app = host(blocks, cursor=15)
    async with app.run_test(size=(40, 8)) as pilot:
        app.view.focus()
        await pilot.press(*"kkkk")
        assert app.view.cursor == 11
        assert in_view(app.view, 10)


async def test_a_block_taller_than_the_view_is_scrolled_through() -> None:
    long = Block(WORDS * 20, stop=True)
    app = host([long, *stops(3)])
    async with app.run_test(size=(30, 8)) as pilot:
        app.view.focus()
        await pilot.press("j")
        assert app.view.cursor == 0
        assert app.view.scroll_offset.y > 0
        for _ in range(20):
            await pilot.press("j")
        assert app.view.cursor == 3


async def test_attached_blocks_belong_to_their_stop() -> None:
    blocks = [Block("a", stop=True), Block("who said it", attached=True, space_after=True)] * 2
    app = host(blocks)
    async with app.run_test(size=(40, 10)) as pilot:
        app.view.focus()
        lines = drawn(app.view)
        assert [line[0] for line in lines[:4]] == ["▌", "▌", " ", " "]
        await pilot.click(LineView, offset=(6, 4))
        assert app.moved == [2]
        await pilot.press("enter")
        assert app.opened == [2]


async def test_mouse_wheel_scrolls_without_moving_the_cursor() -> None:
    app = host(stops(50))
    async with app.run_test(size=(40, 10)) as pilot:
        app.view.scroll_down(animate=False)
        await wait_until(pilot, lambda: app.view.scroll_offset.y > 0)
        assert app.moved == []


async def test_double_click_opens() -> None:
    app = host(stops(5))
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.click(LineView, offset=(9, 2), times=2)
        assert app.opened == [1]


async def test_text_is_never_wider_than_is_good_to_read() -> None:
    app = host([Block(WORDS * 10, stop=True)])
    async with app.run_test(size=(200, 20)):
        assert max(len(line.rstrip()) for line in drawn(app.view)) <= 90


async def test_a_resize_keeps_the_cursor_at_the_same_height() -> None:
    app = host(stops(200, WORDS * 3), cursor=100)
    async with app.run_test(size=(80, 20)) as pilot:
        await wait_until(pilot, lambda: app.view.scroll_offset.y > 0)
        row = app.view.lines.top(100) - app.view.scroll_offset.y
        width = app.view.lines.width
        await pilot.resize_terminal(50, 20)
        await wait_until(pilot, lambda: app.view.lines.width != width)
        assert in_view(app.view, 100)
        await pilot.resize_terminal(80, 20)
        await wait_until(pilot, lambda: app.view.lines.width == width)
        assert abs(app.view.lines.top(100) - app.view.scroll_offset.y - row) <= 2


async def test_a_resize_keeps_the_words_at_the_top_when_the_cursor_is_elsewhere() -> None:
    app = host(stops(200, WORDS * 3))
    async with app.run_test(size=(80, 20)) as pilot:
        app.view.scroll_to(y=app.view.lines.top(80), animate=False, immediate=True)
        width = app.view.lines.width
        await pilot.resize_terminal(45, 20)
        await wait_until(pilot, lambda: app.view.lines.width != width)
        assert app.view.scroll_offset.y == app.view.lines.top(80)


async def test_a_smaller_window_still_shows_the_cursor() -> None:
    app = host(stops(20), cursor=4)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.resize_terminal(80, 6)
        await wait_until(pilot, lambda: app.view.size.height == 6 and in_view(app.view, 4))


async def test_jumping_in_a_long_document() -> None:
    app = host(stops(30_000), cursor=15_000)
    async with app.run_test(size=(60, 20)):
        assert in_view(app.view, 15_000)
        assert any("15000 one" in line for line in drawn(app.view))
        app.view.move_cursor(29_999)
        assert in_view(app.view, 29_999)


def looks_like(view: LineView, line: int, text: str, role: str) -> bool:
    wanted = style_of(view, role)
    return any(
        text in segment.text
        and segment.style is not None
        and (segment.style.color, segment.style.bgcolor) == (wanted.color, wanted.bgcolor)
        for segment in view.render_line(line)
    )


async def test_lit_words_and_dimmed_neighbours() -> None:
    app = host(stops(3))
    app.view.can_focus = False
    async with app.run_test(size=(100, 10)):
        app.view.light({1: (Mark(2, 5, "evidence"),)}, bright={1})
        assert looks_like(app.view, 2, "one", "evidence")
        assert not looks_like(app.view, 2, "two", "dimmed")
        assert looks_like(app.view, 4, "one", "dimmed")


async def test_what_leads_further_lines_stands_in_the_place_of_the_lead() -> None:
    block = Block(WORDS, lead=Run("7 Jan ● "), further=Run("      │"), stop=True)
    app = host([block])
    async with app.run_test(size=(40, 6)):
        lines = drawn(app.view)

    assert lines[0].startswith("▌ 7 Jan ● one two")
    assert lines[1].startswith("▌       │ ")
    assert lines[1].index("│") == lines[0].index("●")
    assert lines[2].strip("▌ ").startswith("│")


async def test_gutter_lead_and_indent_line_up() -> None:
    blocks = [
        Block(WORDS, gutter=(Run("7", "gutter"), Run(" ×12", "cited")), lead=Run("• "), indent=2),
        Block("last", gutter=(Run("1234", "gutter"),)),
    ]
    app = host(blocks)
    async with app.run_test(size=(40, 10)):
        lines = [line.rstrip() for line in drawn(app.view)]
        assert lines[0].startswith("  7 ×12    • one two")
        assert lines[1].startswith("             ")
        assert lines[1][13] != " "
        assert lines[3] == "   1234  last"


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_hostile_text_is_only_drawn(theme: str) -> None:
    marks = tuple(Mark(n, n + 3, "hit") for n in range(0, len(HOSTILE), 4))
    blocks = [
        Block(HOSTILE, marks=marks, stop=True, lead=Run("[x] "), gutter=(Run("[1]", "gutter"),)),
        *(Block(HOSTILE, role) for role in ROLE_STYLES),  # type: ignore[arg-type] # all looks
    ]
    view = LineView()
    view.show_blocks(blocks)
    app = Recorder(view, theme)
    async with app.run_test(size=(50, 20)):
        for y in range(min(20, view.lines.height)):
            strip = view.render_line(y)
            assert strip.cell_length == view.size.width
            assert control_characters(strip.text) == []
        assert "[the President] [sic] [/x]" in " ".join(drawn(view))


async def test_nothing_to_show() -> None:
    app: App[None] = host([])
    async with app.run_test(size=(30, 5)) as pilot:
        view = app.query_one(LineView)
        view.focus()
        await pilot.press("j", "k", "G", "g", "g", "space", "enter", "ctrl+u")
        assert view.cursor is None


async def test_tiny_terminals() -> None:
    app = host([Block(HOSTILE, stop=True, gutter=(Run("1234567"),)), *stops(3)])
    async with app.run_test(size=(80, 24)) as pilot:
        for size in ((20, 5), (5, 3), (2, 1), (1, 1), (100, 30)):
            await pilot.resize_terminal(*size)
            await pilot.press("j")
        assert drawn(app.view)


async def test_scrolling_leaves_some_context_around_the_cursor() -> None:
    app = host(stops(40))
    async with app.run_test(size=(40, 16)) as pilot:
        app.view.focus()
        await pilot.press(*"jjjjjj")
        below = app.view.scroll_offset.y + 16 - app.view.lines.bottom(6)
        assert below == 3
        await pilot.press(*"kkkkk")
        assert app.view.lines.top(1) - app.view.scroll_offset.y == 3


async def test_a_jump_puts_its_target_where_the_eye_is() -> None:
    app = host(stops(400))
    async with app.run_test(size=(40, 16)):
        app.view.move_cursor(200, centre=True)
        assert app.view.lines.top(200) - app.view.scroll_offset.y in range(3, 7)


@pytest.mark.parametrize("frame", ["border-top: solid red", "border: round red", "padding: 1 2"])
@pytest.mark.parametrize("region", [(0, 0, 30, 8), (0, 1, 30, 3), (4, 0, 9, 8), (5, 3, 7, 2)])
async def test_lines_are_framed_as_the_toolkit_frames_them(
    frame: str, region: tuple[int, int, int, int]
) -> None:
    app = host(stops(2))
    async with app.run_test(size=(30, 8)) as pilot:
        view = app.view
        view.set_styles(f"{frame};")
        view.border_title = "Title"
        await pilot.pause()
        for theme in (THEMES[0].name, THEMES[1].name):
            app.theme = theme
            await pilot.pause()
            ours = view.render_lines(Region(*region))
            theirs = ScrollView.render_lines(view, Region(*region))

            assert [looks(line) for line in ours] == [looks(line) for line in theirs]


def looks(line: Strip) -> list[tuple[str, str]]:
    """Return each sign of a line with its style, without the place that it may carry."""
    return [(sign, str(style)) for text, style, _ in line for sign in text]
