"""The page around the text: ribbon, kept lines, outline, hints, copies, the terminal's cursor."""

from pathlib import Path

import pytest
from rich.style import Style
from textual.geometry import Offset
from textual.selection import Selection

from briefing.library.library import Library
from briefing.library.locations import bundled_library
from briefing.text.width import cells
from briefing.tui.app import BriefingApp
from briefing.tui.content.copying import copied_words, paragraph_citation
from briefing.tui.content.pages.source import column_pads, source_page
from briefing.tui.lineview.blocks import Block, Mark
from briefing.tui.lineview.painting import PaintedLine, paint
from briefing.tui.lineview.selection import selected_text
from briefing.tui.lineview.wrapping import wrap, wrap_all
from briefing.tui.widgets.source.laid_out_sources import SourceCounts
from briefing.tui.widgets.source.source_view import SourceView
from tests.cli.libraries import write_library
from tests.tui import libraries
from tests.tui.helpers import drawn, wait_until
from tests.tui.reader_host import MEDIUM, WIDE, ReaderHost

TABLE = """Figures

Port        2022    2023
----------  ------  ------
Aven         1,200   1,310

Two roads diverged in a yellow wood,
And sorry I could not travel both
And be one traveler, long I stood

MODERATOR: Good morning.
Q: Why is that so?
MODERATOR: Because.
"""


@pytest.fixture
def rough(tmp_path: Path) -> ReaderHost:
    return ReaderHost(libraries.rough(tmp_path))


@pytest.fixture
def lined(tmp_path: Path) -> ReaderHost:
    libraries.rough(tmp_path)
    (tmp_path / "seeds" / "plain.txt").write_text(TABLE, encoding="utf-8")
    return ReaderHost(Library.open(tmp_path))


def ribbon(view: SourceView) -> str:
    at = view.size.width - 1 - view.scrollbar_size_vertical
    return "".join(view.render_line(y).crop(at, at + 1).text for y in range(view.size.height))


async def test_lines_that_carry_meaning_stay_lines(lined: ReaderHost) -> None:
    async with lined.run_test(size=MEDIUM) as pilot:
        lined.reader.open_paragraph("plain", 2)
        view = lined.reader.source_view
        await wait_until(pilot, lambda: view.paragraph == 2)
        lines = [line[:50].rstrip(" ┃│") for line in drawn(view)]
        first = next(n for n, line in enumerate(lines) if "Port  " in line)
        start = lines[first].index("Port")
        assert lines[first][start:] == "Port        2022    2023"
        assert lines[first + 2][start:] == "Aven         1,200   1,310"
        assert sum("diverged" in line or "traveler" in line for line in lines) == 2
        assert [view.page.paragraph(n) for n in range(view.page.first, len(view.blocks))] == [
            1, 2, 3, 4, 5, 6,
        ]  # fmt: skip
        await pilot.press("y")
        assert lined.clipboard.splitlines()[:3] == TABLE.splitlines()[2:5]


@pytest.mark.parametrize(
    "table",
    [
        "Port\t2022\t2023\nAven\t1,200\t1,310\nSaint-Jean\t88\t-7%",
        "a\tb\nc\td\ne\tf",
        "港\t漁獲\n東京\t1,200\n大阪\t88",
    ],
)
async def test_a_copied_table_keeps_its_columns_and_can_be_pasted_into_a_sheet(
    tmp_path: Path, table: str
) -> None:
    libraries.rough(tmp_path)
    (tmp_path / "seeds" / "plain.txt").write_text(f"Figures\n\n{table}\n", encoding="utf-8")
    app = ReaderHost(Library.open(tmp_path))
    async with app.run_test(size=MEDIUM) as pilot:
        app.reader.open_paragraph("plain", 2)
        view = app.reader.source_view
        await wait_until(pilot, lambda: view.paragraph == 2)
        await pilot.press("y")
        assert app.clipboard.startswith(f"{table}\n")
        at = Offset(0, view.page.block(2) or 0)
        assert selected_text(view.blocks, Selection(at, Offset(99, at.y))) == table


async def test_the_ribbon_shows_what_is_cited_hit_and_lit(rough: ReaderHost) -> None:
    async with rough.run_test(size=MEDIUM) as pilot:
        view = rough.reader.source_view
        await wait_until(pilot, lambda: view.paragraph == 2)
        signs = ribbon(view)
        assert set(signs) == {"┃", "│", " "}
        tops = [view.lines.top(view.page.block(n) or 0) for n in (1, 2)]
        assert view.scroll_offset.y == 0
        assert [signs[top] for top in tops] == ["│", "┃"]
        rough.reader.light_hits(["Nothing"])
        assert "━" in ribbon(view)
        rough.reader.light_hits([])
        assert "━" not in ribbon(view)
        view.show_source(view.source, SourceCounts({}, omitted={5}))  # type: ignore[arg-type]  # it is shown
        assert set(ribbon(view)) == {"┊", "│", " "}


async def test_the_outline_stays_where_it_is_and_points_at_what_was_opened() -> None:
    app = ReaderHost(Library.open(bundled_library()), "2023-01-11-us-japan-2plus2")
    card = "2023-01-11-us-japan-2plus2"
    async with app.run_test(size=(160, 12)) as pilot:
        outline = app.reader.outline
        await wait_until(pilot, lambda: outline.display and outline.size.height > 0)
        for item in app.reader.card_view.page.items.values():
            if item.section:
                app.reader.open_item(card, item.id)
                assert outline.cursor is not None
                title = app.reader.section_titles()[outline.target(outline.cursor)[1] or 0]  # type: ignore[index]  # it stands on a section
                assert title == item.section
        before = outline.scroll_offset.y
        assert before > 0
        app.reader.open_item(card, item.id)
        assert outline.scroll_offset.y == before


async def test_a_key_that_does_nothing_says_so_quietly(rough: ReaderHost) -> None:
    async with rough.run_test(size=WIDE) as pilot:
        await pilot.press("x")
        await wait_until(pilot, lambda: "x does nothing here" in rough.where)
        await pilot.press("x", "X")
        await wait_until(pilot, lambda: "X does nothing here" in rough.where)
        await pilot.press("j")
        await wait_until(pilot, lambda: "does nothing" not in rough.where)
        assert rough.said == []


async def test_the_terminals_cursor_follows_the_cursor(rough: ReaderHost) -> None:
    async with rough.run_test(size=MEDIUM) as pilot:
        for key in ("j", "j", "l", "j", "G", "h", "k"):
            await pilot.press(key)
            view = rough.focused
            assert isinstance(view, SourceView | type(rough.reader.card_view))
            assert view.cursor is not None
            row = view.lines.top(view.cursor) - view.scroll_offset.y
            expected = (view.content_region.x, view.content_region.y + row)
            await wait_until(pilot, lambda: rough.cursor_position == expected)  # noqa: B023


async def test_a_copy_takes_the_note_along_and_shows_what_was_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    said: list[str] = []

    class Telling(BriefingApp):
        def notify(self, message: str, **_: object) -> None:
            said.append(message)

    app = Telling(libraries.rough(tmp_path), "rough#long-day", theme="briefing-dark")
    async with app.run_test(size=MEDIUM) as pilot:
        await pilot.press("y")
        assert "\nNote: A remark [/x]" in app.clipboard
        (words,) = said
        assert words.startswith("Sent to the terminal, which does not say whether")
        assert "“It was a long day.”" in words


def test_only_what_is_certain_is_confirmed() -> None:
    assert copied_words("words", certain=True).startswith("Copied")
    assert "Copied" not in copied_words("words", certain=False)
    assert copied_words("words", certain=False).endswith(": words")


async def test_help_opens_from_where_letters_are_typed(tmp_path: Path) -> None:
    app = BriefingApp(libraries.rough(tmp_path), theme="briefing-dark")
    async with app.run_test(size=MEDIUM) as pilot:
        await pilot.press("slash")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "SearchScreen")
        await pilot.press("f1")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "HelpScreen")
        await pilot.press("f1")
        assert len(app.screen_stack) == 3


def test_the_columns_of_a_tab_table_are_aligned() -> None:
    assert column_pads("Port\t2022\nSaint-Jean\t88\n字\t7") == ((4, 7), (20, 1), (25, 9))
    raw = "Port\t2022\tand\nSaint-Jean\t88\t1"
    text = raw.replace("\t", " ").replace("\n", " ")
    block = Block(text, breaks=(13,), pads=column_pads(raw), marks=(Mark(11, 19, "hit"),))
    for width, expected in (
        (40, ["  Port        2022  and", "  Saint-Jean  88    1"]),
        (20, ["  Port 2022 and", "  Saint-Jean 88 1"]),
    ):
        rows = wrap_all(block.text, width - 2, block.breaks)
        lines = [
            paint(PaintedLine(block, 0, n, row, 0, 0, "", (), False, None), width, style_of)
            for n, row in enumerate(rows)
        ]
        assert [line.text.rstrip() for line in lines] == expected
        assert {line.cell_length for line in lines} == {width}
        for line in lines:
            for segment in line:
                meta = segment.style.meta if segment.style else {}
                if "offset" in meta:
                    x, _ = meta["offset"]
                    assert block.text[x : x + len(segment.text)] == segment.text


def style_of(*roles: str) -> Style:
    return Style()


JAPANESE = """\
外務大臣談話

大臣は「ルールに基づく秩序は守られなければならない。力による
一方的な現状変更は認められない」と述べた。太平洋における漁業
資源の保護について、関係国と連携することを確認した。
"""


def test_joined_japanese_lines_have_no_blank_on_screen_nor_in_a_copy(tmp_path: Path) -> None:
    root = write_library(tmp_path, document=JAPANESE)
    source = Library.open(root).source("gazette")
    page = source_page(source, {})
    block = page.blocks[page.first + 1]
    assert len(block.text) == len(source.paragraph(2).text)
    words = block.text.replace("\u034f", "")
    assert "力による一方的な" in words
    assert "漁業資源" in words
    assert " " not in words
    assert "力による一方的な" in paragraph_citation(source, 2)
    assert "\u034f" not in paragraph_citation(source, 2)
    lines = [cells(block.text[start:end]) for start, end in wrap(block.text, 40)]
    assert (sum(lines), max(lines)) == (cells(words), 40)
