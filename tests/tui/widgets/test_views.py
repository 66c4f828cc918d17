from collections.abc import Callable
from pathlib import Path

import pytest
from textual.content import Content
from textual.widget import Widget

from briefing.errors import SourceError
from briefing.library.library import Library
from briefing.tui.content.outline import MeetingLine
from briefing.tui.content.status import StatusPart
from briefing.tui.lineview.blocks import Run
from briefing.tui.lineview.line_view import LineView
from briefing.tui.themes.themes import THEMES
from briefing.tui.widgets.card_view import CardView
from briefing.tui.widgets.outline import Outline
from briefing.tui.widgets.source.laid_out_sources import SourceCounts
from briefing.tui.widgets.source.source_view import SourceView
from briefing.tui.widgets.status_line import StatusLine
from tests.tui import libraries
from tests.tui.helpers import RAW_HOSTILE, Host, control_characters, drawn, style_of


@pytest.fixture
def rough(tmp_path: Path) -> Library:
    return libraries.rough(tmp_path)


def card_view(library: Library, card_id: str = "rough") -> CardView:
    view = CardView()
    view.show_card(library.card(card_id), library)
    return view


def source_view(library: Library, source_id: str = "paper") -> SourceView:
    view = SourceView()
    view.show_source(library.source(source_id), SourceCounts(library.citations(source_id)))
    return view


def outline(library: Library) -> Outline:
    view = Outline()
    lines = [MeetingLine.of(card) for card in library.cards()]
    sections = [(s.title, len(s.items)) for s in library.cards()[0].sections]
    view.show_meetings(lines, lines[0].card, sections)
    return view


def all_drawn(view: Widget) -> str:
    return "\n".join(drawn(view))


def lit(view: LineView, role: str) -> str:
    """Return the text drawn on the background of a look."""
    ground = style_of(view, role).bgcolor
    return " ".join(
        segment.text.strip()
        for y in range(view.size.height)
        for segment in view.render_line(y)
        if segment.text not in ("┃", "━") and segment.style and segment.style.bgcolor == ground
    )


async def test_sections_by_letter_and_number(rough: Library) -> None:
    view = card_view(rough)
    async with Host(view).run_test(size=(100, 30)) as pilot:
        view.focus()
        await pilot.press("J")
        assert (view.section, view.position) == (0, (1, 8))
        await pilot.press("J", "j")
        assert (view.section, view.position) == (1, (6, 8))
        await pilot.press("J", "K")
        assert view.position == (5, 8)
        await pilot.press("K", "K", "K")
        assert view.position == (0, 8)
        await pilot.press("2", "9")
        assert view.position == (5, 8)


async def test_a_card_opened_on_an_item_shows_it(rough: Library) -> None:
    view = CardView()
    view.show_card(rough.card("rough"), rough, "joint")
    async with Host(view).run_test(size=(80, 8)):
        assert view.item is not None
        assert view.item.id == "joint"
        assert "“A plain word”" in all_drawn(view)
        view.go_to("ports")
        assert view.item.id == "ports"
        view.go_to("no such item")
        assert view.item.id == "ports"


async def test_a_broken_card_can_be_read_for_its_mistakes() -> None:
    library = libraries.broken()
    library.cards()
    view = CardView()
    view.show_broken("2023-02-05-syntax", library.broken["2023-02-05-syntax"])
    async with Host(view).run_test(size=(100, 20)) as pilot:
        view.focus()
        await pilot.press("j", "J", "3", "enter")
        assert view.item is None
        assert view.position == (0, 0)
        assert "2023-02-05-syntax.yaml" in all_drawn(view)


async def test_before_there_is_a_card_the_view_says_so() -> None:
    view = CardView()
    app = Host(view)
    async with app.run_test(size=(100, 20)) as pilot:
        view.focus()
        await pilot.press("j", "J", "3", "enter", "space", "G")
        assert "There is no card in this library yet" in all_drawn(view)


async def test_a_section_that_is_not_there_is_no_silent_key(
    rough: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    view = card_view(rough)
    monkeypatch.setattr(view, "notify", lambda message, **_: said.append(message))
    async with Host(view).run_test(size=(100, 20)) as pilot:
        view.focus()
        await pilot.press("2", "3")
        assert said == ["This card has 2 sections."]


@pytest.mark.parametrize("height", [4, 6, 9, 12, 40])
async def test_an_opened_card_shows_what_its_cursor_stands_on(rough: Library, height: int) -> None:
    view = card_view(rough)
    async with Host(view).run_test(size=(60, height)):
        assert "The ports [/x] stay open" in all_drawn(view)


async def test_the_border_names_the_card_once_its_title_is_out_of_view(rough: Library) -> None:
    view = card_view(rough)

    def named() -> str:
        return Content.from_markup(view.border_title or "").plain

    async with Host(view).run_test(size=(60, 9)) as pilot:
        view.focus()
        await pilot.press("g", "g")
        assert named() == "Card"
        await pilot.press("G")
        assert named() == "Card · Rough [the President] ␛[2J talks"
        view.show_card(rough.card("rough"), rough, "joint")
        assert named() == "Card · Rough [the President] ␛[2J talks"
        await pilot.press("home")
        assert named() == "Card"


async def test_evidence_is_lit_and_in_view(rough: Library) -> None:
    view = source_view(rough)
    item = rough.card("rough").item("ports")
    assert item is not None
    async with Host(view).run_test(size=(60, 8)):
        view.light_evidence(item, 0)
        assert view.paragraph == 2
        assert lit(view, "evidence") == "whatever may come"
        view.light_hits(["ports"])
        assert lit(view, "hit") == "ports"
        assert lit(view, "evidence") == "whatever may come"
        view.light_hits([])
        assert lit(view, "hit") == ""


async def test_evidence_that_was_not_found_lights_nothing(rough: Library) -> None:
    view = source_view(rough)
    missing = rough.card("rough").item("missing")
    assert missing is not None
    async with Host(view).run_test(size=(60, 20)):
        view.light_evidence(missing, 0)
        assert lit(view, "evidence") == ""
        assert view.paragraph == 1


async def test_paragraphs_that_nothing_rests_on(rough: Library) -> None:
    view = source_view(rough)
    async with Host(view).run_test(size=(60, 20)) as pilot:
        view.focus()
        seen = []
        for key in ("]", "]", "]", "[", "["):
            await pilot.press(key)
            seen.append(view.paragraph)
        assert seen == [5, 6, 6, 5, 1]


async def test_a_source_that_cannot_be_read_says_why() -> None:
    library = libraries.broken()
    view = SourceView()
    view.show_unreadable("lost", SourceError("no such file", hint="put it back"))
    async with Host(view).run_test(size=(60, 10)):
        assert "no such file (put it back)" in all_drawn(view)
        assert (view.source, view.paragraph) == (None, None)
        view.show_source(library.source("gazette"), SourceCounts(library.citations("gazette")))
        assert view.paragraph == 1
        view.show_nothing()
        assert all_drawn(view).strip() == ""


async def test_the_outline_opens_at_one_click() -> None:
    view = outline(libraries.tidy())
    opened = []

    class Recorder(Host):
        def on_line_view_activated(self, event: LineView.Activated) -> None:
            opened.append(view.target(event.block))

    async with Recorder(view).run_test(size=(40, 20)) as pilot:
        rows = drawn(view)
        row = next(y for y, line in enumerate(rows) if "Lyon" in line)
        await pilot.click(Outline, offset=(8, row))
        assert opened == [("2021-05-03-river-talks", None)]
        view.point_at("2022-06-09-river-talks", 0)
        assert view.cursor is not None
        assert view.target(view.cursor) == ("2022-06-09-river-talks", 0)


async def test_the_status_line_fits_the_width() -> None:
    line = StatusLine()
    async with Host(line).run_test(size=(40, 3)) as pilot:
        line.show([StatusPart(Run("1/2"), 0), StatusPart(Run("[x] a long word" * 4, "quiet"), 1)])
        await pilot.pause()
        assert line.render().plain == "1/2"
        line.show([StatusPart(Run("1/2"), 0), StatusPart(Run("[sic] [/x]", "quiet"), 1)])
        await pilot.pause()
        assert line.render_line(0).text.strip() == "1/2 · [sic] [/x]"


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
@pytest.mark.parametrize("kind", [card_view, source_view, outline])
async def test_hostile_text_is_drawn_and_never_obeyed(
    rough: Library,
    kind: Callable[[Library], LineView],
    theme: str,
) -> None:
    view = kind(rough)
    async with Host(view, theme=theme).run_test(size=(70, 60)):
        if isinstance(view, CardView | SourceView):
            view.light_hits([RAW_HOSTILE, "[sic]"])
        text = all_drawn(view)
        assert control_characters(text) == []
        assert "[" in text
        assert "␛" in text
        for y in range(60):
            assert view.render_line(y).cell_length == view.size.width


async def test_a_list_of_meetings_that_stays_the_same_is_not_laid_out_again(
    rough: Library,
) -> None:
    view = outline(rough)
    lines = [MeetingLine.of(card) for card in rough.cards()]
    sections = [("One", 2)]
    async with Host(view).run_test(size=(60, 20)) as pilot:
        view.show_meetings(lines, lines[0].card, sections)
        await pilot.pause()
        before = view.blocks
        view.show_meetings(lines, lines[0].card, [("One", 2)])
        assert view.blocks is before
        view.show_meetings(lines, lines[0].card, [("One", 3)])
        assert view.blocks is not before
        assert any(block.text.endswith("3") for block in view.blocks)
