"""What all views do alike: filter, open beside the source, back to the row, copy, small screens."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.content import Content
from textual.pilot import Pilot

from briefing.tui.live.live_library import LibraryChanged
from briefing.tui.screens.analysis.speakers import WordsScreen
from briefing.tui.screens.analysis.topics import ThreadScreen
from briefing.tui.screens.views import asking_screen
from briefing.tui.screens.views.asking_screen import Answer, Question, answered
from briefing.tui.screens.views.export import ExportScreen
from briefing.tui.screens.views.trail import refresh_shown
from briefing.tui.screens.views.view_screen import AnyView, ViewScreen
from briefing.tui.session.library.library_access import LibraryAccess
from briefing.tui.widgets.key_bar import KeyBar, fitting
from tests.analysis.made import write_made
from tests.tui.helpers import drawn, wait_until
from tests.tui.screens.analysis.views import (
    KEYS,
    back_in_reader,
    open_kind,
    open_view,
    reader,
    reading,
    said,
    text_of,
    view,
)

ITEM_VIEWS = ("commitments", "compare", "prepare")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
async def test_a_key_opens_each_at_any_size(size: tuple[int, int]) -> None:
    async with reading(size=size) as pilot:
        for key in KEYS.values():
            screen = await open_view(pilot, key)
            assert screen.table.row is not None
            assert len([line for line in drawn(screen.table) if line.strip()]) > 4
            assert all(len(line) <= size[0] for line in drawn(screen.table))
            shown = [key.id for key in screen.query_one(KeyBar).keys]
            assert {"views.filter", "views.copy", "app.help", "app.back"} <= set(shown)
            await pilot.press("escape")
            await back_in_reader(pilot)


async def test_the_first_frame_of_a_view_has_its_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn_keys: list[str] = []
    render = KeyBar.render

    def first(self: KeyBar) -> Content:
        made = render(self)
        drawn_keys.append(made.plain)
        return made

    monkeypatch.setattr(KeyBar, "render", first)
    async with reading() as pilot:
        for key in KEYS.values():
            drawn_keys.clear()
            screen = await open_view(pilot, key)
            assert drawn_keys[0] == screen.query_one(KeyBar).render().plain
            await pilot.press("escape")
            await back_in_reader(pilot)


async def test_a_filter_narrows_each_as_it_is_typed_and_escape_takes_it_off() -> None:
    async with reading() as pilot:
        for key in KEYS.values():
            await _filter(pilot, key)
            await pilot.press("escape")
            await back_in_reader(pilot)


async def test_a_filter_says_which_keys_act_while_it_is_typed() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "t", "slash", *"spa")
        bar = screen.query_one(KeyBar)
        await wait_until(pilot, lambda: "filter.open" in [key.id for key in bar.keys])
        shown = {key.id: key.description for key in bar.keys}

        assert (shown["filter.open"], shown["filter.off"]) == ("Open", "Filter off")
        assert "views.filter" not in shown
        await pilot.press("escape")
        await wait_until(pilot, lambda: "views.filter" in [key.id for key in bar.keys])


@pytest.mark.parametrize(("width", "offered"), [(120, "tc"), (160, "tsdc")])
async def test_the_reader_names_the_keys_of_the_views_there_is_room_for(
    width: int, offered: str
) -> None:
    async with reading(size=(width, 40)) as pilot:
        bar = reader(pilot).query_one(KeyBar)
        shown = {key.label: key.description for key in fitting(bar.keys, width)}

        assert "".join(key for key in shown if key in "tcsdTpw") == offered
        assert shown.get("d", "Commitments") == "Commitments"


async def _filter(pilot: Pilot[None], key: str) -> None:
    screen = await open_view(pilot, key)
    everything = len(screen.table.rows)
    await pilot.press("j")
    row = screen.table.row
    await pilot.press("slash", *"zzz")
    await wait_until(pilot, lambda: not screen.table.rows)
    assert f"0 of {everything} rows" in said(screen)
    await pilot.press("escape")
    assert row is not None
    await wait_until(pilot, lambda: screen.table.row is not None)
    assert screen.table.row == row
    await pilot.press("slash", *"jap")
    await wait_until(pilot, lambda: 0 < len(screen.table.rows) < everything)
    assert f"of {everything} rows" in said(screen)
    await pilot.press(*"zz")
    await wait_until(pilot, lambda: not screen.table.rows)
    assert "“japzz”" in text_of(screen)
    assert said(screen).partition("  ")[2].startswith(f"0 of {everything} rows")

    await pilot.press("escape")
    await wait_until(pilot, lambda: len(screen.table.rows) == everything)
    assert screen.table.has_focus
    assert view(pilot) is screen


@pytest.mark.parametrize("name", ITEM_VIEWS)
async def test_an_item_opens_beside_its_source_and_escape_comes_back_to_its_row(name: str) -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, KEYS[name])
        await pilot.press("j", "j")
        row = screen.table.row
        assert row is not None
        await pilot.press("enter")
        behind = await back_in_reader(pilot)
        item = behind.card_view.item
        assert item is not None
        assert item.text.split()[-1].strip("”.") in row.words
        await wait_until(pilot, lambda: behind.source_view.source is not None)
        assert "esc: back" in "".join(drawn(behind.status))

        await pilot.press("escape")
        again = await open_view(pilot)
        assert type(again) is type(screen)
        assert again.table.row is not None
        assert again.table.row.key == row.key
        await pilot.press("escape")
        await back_in_reader(pilot)
        await pilot.press("escape")
        assert reader(pilot) is pilot.app.screen


async def test_the_filter_is_still_there_when_one_comes_back() -> None:
    async with reading() as pilot:
        await open_view(pilot, "d")
        await pilot.press("slash", *"hiroshima", "down", "enter")
        await back_in_reader(pilot)
        await pilot.press("escape")
        screen = await open_view(pilot)

        assert screen.filter_line.value == "hiroshima"
        assert screen.table.row is not None
        assert screen.table.row is screen.table.rows[1]


@pytest.mark.parametrize("name", ITEM_VIEWS)
async def test_copying_takes_the_words_with_their_source(name: str) -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, KEYS[name])
        await pilot.press("g", "g", "y")
        copied = pilot.app.clipboard

        assert screen.table.row is not None
        assert "¶" in copied
        assert "seeds/" in copied
        assert "\x1b" not in copied


@pytest.mark.parametrize("name", ["topics", "speakers"])
async def test_copying_counts_names_the_series_and_every_meeting(name: str) -> None:
    async with reading() as pilot:
        await open_view(pilot, KEYS[name], "g", "g", "y")

        assert pilot.app.clipboard.startswith("us-japan-2plus2, ")
        assert "2022-01-07" in pilot.app.clipboard
        assert "2023-01-11" in pilot.app.clipboard


async def test_a_view_is_found_in_the_palette_also_from_another_view() -> None:
    async with reading() as pilot:
        first: AnyView = await open_view(pilot, "t")
        await pilot.press("ctrl+p", *"speakers")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("enter")
        await wait_until(
            pilot,
            lambda: isinstance(pilot.app.screen, ViewScreen) and pilot.app.screen is not first,
        )

        assert type(view(pilot)).__name__ == "SpeakersScreen"
        assert len(pilot.app.screen_stack) == 2


async def test_help_and_leaving_act_on_a_view() -> None:
    async with reading() as pilot:
        await open_view(pilot, "t")
        await pilot.press("question_mark")
        await wait_until(pilot, lambda: type(pilot.app.screen).__name__ == "HelpScreen")
        await pilot.press("escape", "q")
        await back_in_reader(pilot)


async def test_keys_typed_in_a_burst_reach_the_item() -> None:
    async with reading() as pilot:
        for key in ("t", "slash", *"space", "enter", "enter"):
            pilot.app.simulate_key(key)
        behind = reader(pilot)
        await wait_until(pilot, lambda: "esc: back" in "".join(drawn(behind.status)))

        assert pilot.app.screen is behind
        assert behind.card_view.item is not None
        assert behind.card_view.item.text.startswith("Blinken said beforehand")


async def test_what_is_typed_before_the_filter_has_the_focus_is_not_replaced() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "t")
        screen.action_filter()
        screen.filter_line.insert_text_at_cursor("spa")
        await wait_until(pilot, lambda: screen.filter_line.has_focus)
        await pilot.press("c", "e")
        assert screen.filter_line.value == "space"


async def test_more_of_the_library_may_be_known_before_a_view_is_there() -> None:
    async with reading() as pilot:
        await pilot.app.run_action("screen.view('topics')")
        screen = pilot.app.screen
        assert isinstance(screen, ViewScreen)
        screen.refresh_view()
        await open_view(pilot)

        assert screen.table.row is not None


async def test_a_refresh_leaves_filter_and_cursor_where_they_are() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "d")
        await pilot.press("slash", *"hiroshima", "down")
        row = screen.table.row
        screen.refresh_view()
        await pilot.pause()

        assert row is not None
        assert screen.table.row is not None
        assert screen.table.row.key == row.key
        assert screen.filter_line.value == "hiroshima"


@pytest.mark.parametrize("at_once", [1_000, 0])
async def test_each_is_asked_for_once_on_opening(
    at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def counted(access: LibraryAccess, question: Question[object]) -> Answer[object]:
        asked.append(question)
        return answered(access, question)

    monkeypatch.setattr(asking_screen, "answered", counted)
    async with reading(at_once=at_once) as pilot:
        for key in KEYS.values():
            asked.clear()
            await open_view(pilot, key)
            assert len(asked) == 1
            await pilot.press("escape")
            await back_in_reader(pilot)


@pytest.mark.parametrize("gone", ["#view", "#table", "#said", "#filter"])
@pytest.mark.parametrize("name", ["topics", "timeline", "compare"])
async def test_a_view_whose_widgets_are_gone_already_shows_nothing_more(
    name: str, gone: str
) -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, KEYS[name])
        await screen.query(gone).remove()
        refresh_shown(pilot.app)

        assert not screen.is_there


@pytest.mark.parametrize("name", ["topics", "commitments", "compare"])
async def test_an_edited_card_reaches_the_view_that_is_open(name: str, tmp_path: Path) -> None:
    root = write_made(tmp_path / "library")
    path = root / "content/meetings/2023-09-04-harbour.yaml"
    async with reading(root, start="2023-09-04-harbour", size=(100, 80)) as pilot:
        screen = await open_view(pilot, KEYS[name])
        path.write_text(EDITS[name](path.read_text("utf-8")), "utf-8")
        reader(pilot).post_message(LibraryChanged())
        await wait_until(pilot, lambda: EDITED[name] in text_of(screen))


def _retitled(text: str) -> str:
    return re.sub(r"(?m)^title: .*$", "title: Edited talks", text)


EDITS: dict[str, Callable[[str], str]] = {
    "topics": lambda text: text.replace("[water]", "[border]"),
    "commitments": _retitled,
    "compare": _retitled,
}
EDITED = {"topics": "Border", "commitments": "Edited talks", "compare": "Edited talks"}


async def test_what_changes_behind_a_dialog_or_another_view_is_there_afterwards(
    tmp_path: Path,
) -> None:
    root = write_made(tmp_path / "library")
    path = root / "content/meetings/2023-09-04-harbour.yaml"
    async with reading(root, start="2023-09-04-harbour", size=(100, 80)) as pilot:
        topics = await open_view(pilot, "t")
        await open_kind(pilot, ThreadScreen, "enter")
        path.write_text(EDITS["topics"](path.read_text("utf-8")), "utf-8")
        reader(pilot).post_message(LibraryChanged())
        await pilot.press("x")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
        await pilot.press("escape", "escape")
        await wait_until(pilot, lambda: pilot.app.screen is topics)
        await wait_until(pilot, lambda: "Border" in text_of(topics))


async def test_a_key_that_does_nothing_says_so_until_the_next() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "t")
        before = said(screen)
        await pilot.press("Z")
        await wait_until(pilot, lambda: "Z does nothing here · ? lists the keys" in said(screen))
        await pilot.press("j")
        await wait_until(pilot, lambda: said(screen) == before)
        await pilot.press("Z", "slash", "q")
        await wait_until(pilot, lambda: "rows" in said(screen))


async def test_sources_are_called_by_their_publishers() -> None:
    async with reading(size=(100, 200)) as pilot:
        for key in KEYS.values():
            await open_view(pilot, key)
            if key in "ts":
                await open_kind(pilot, ThreadScreen if key == "t" else WordsScreen, "enter")
            text = text_of(view(pilot))
            assert "kyodo-2023-01" not in text
            assert "reuters-2022" not in text
            assert "Kyodo" in text or "Reuters" in text
            await pilot.press("escape", *(("escape",) if key in "ts" else ()))
            await back_in_reader(pilot)


async def test_ids_of_sources_are_still_found_by_a_filter() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "d")
        await pilot.press("slash", *"kyodo-2023")
        await wait_until(pilot, lambda: "rows" in said(screen))
        assert len(screen.table.rows) > 0
        assert "Kyodo" in text_of(screen)
