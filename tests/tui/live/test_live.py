"""An edited card, source or index is shown where one reads, and what breaks leaves it as it was."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection

from briefing.tui.app import BriefingApp
from briefing.tui.live import editing
from briefing.tui.screens.reader import ReaderScreen
from tests.cli.libraries import SPEAKERS, write_library
from tests.tui.helpers import drawn, wait_until

CARD_FILE = "content/meetings/2023-02-06-river.yaml"
SIZE = (150, 40)
LONG = "".join(
    f"- point: 'Readings go back and forth, says note {number}.'\n"
    "  evidence: [{source: gazette, exact: exchange readings every day}]\n"
    for number in range(30)
)


async def settled(pilot: Pilot[None], app: BriefingApp) -> ReaderScreen:
    """Wait until the reader has opened and watches."""
    reader = app.screen
    assert isinstance(reader, ReaderScreen)
    await app.workers.wait_for_complete()
    await wait_until(pilot, lambda: reader._live._watch._thread is not None)
    return reader


def edit(root: Path, file: str, *changes: tuple[str, str]) -> None:
    """Change a file as an editor does: beside it, then in its place."""
    text = (root / file).read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    beside = root / f"{file}.tmp"
    beside.write_text(text, encoding="utf-8")
    beside.replace(root / file)


async def comes(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Wait for what the watching thread sees, which no message queue knows of."""
    for _ in range(500):
        if condition():
            return
        await pilot.pause(0.01)
    raise AssertionError("the condition never came true")


def text_of(reader: ReaderScreen) -> str:
    return "\n".join(drawn(reader.card_view))


def said_of(reader: ReaderScreen) -> str:
    """Return what is said of broken files: as lines, and with a path that a line end cuts whole."""
    lines = drawn(reader._panes.problems)
    return "\n".join(lines) + "".join(lines)


async def test_an_edited_card_is_shown_with_the_cursor_on_the_same_item(tmp_path: Path) -> None:
    root = write_library(tmp_path, more=LONG)
    app = BriefingApp(root)
    async with app.run_test(size=SIZE) as pilot:
        reader = await settled(pilot, app)
        await pilot.press(*"jjjjjjjjjj")
        item, row = reader.card_view.item, reader.card_view.scroll_offset.y
        assert item is not None
        edit(root, CARD_FILE, ("says note 3.'", "said note 3.'"), (item.text, f"{item.text} Ever."))
        await comes(pilot, lambda: "said note 3." in text_of(reader))

        here = reader.card_view.item
        assert here is not None
        assert here.text == f"{item.text} Ever."
        assert reader.card_view.scroll_offset.y == row
        assert reader.source_view.source is not None


async def test_lines_above_the_place_leave_it_where_it_stood(tmp_path: Path) -> None:
    root = write_library(tmp_path, more=LONG)
    app = BriefingApp(root)
    async with app.run_test(size=SIZE) as pilot:
        reader = await settled(pilot, app)
        await pilot.press(*"jjjjjjjjjjjjjjjjjjjj")
        view, item = reader.card_view, reader.card_view.item
        assert item is not None
        assert view.cursor is not None
        height = view.lines.top(view.cursor) - view.scroll_offset.y
        more = "    items:\n" + 5 * "      - {open: Who pays?}\n"
        edit(root, CARD_FILE, ("    items:\n", more))
        await comes(pilot, lambda: view.position[1] == 39)

        assert view.item is not None
        assert view.item.text == item.text
        assert view.lines.top(view.cursor) - view.scroll_offset.y == height


async def test_a_broken_card_leaves_the_view_and_tells_where(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    app = BriefingApp(root)
    async with app.run_test(size=SIZE) as pilot:
        reader = await settled(pilot, app)
        before = text_of(reader)
        edit(root, CARD_FILE, ("voice: spoken", "voice: sung"), ("kind: fact", "kind: fancy"))
        await comes(pilot, lambda: reader.has_class("-broken"))

        assert text_of(reader) == before
        problems = reader._panes.problems
        shown = " ".join(line.strip(" ▏") for line in drawn(problems))
        assert "content/meetings/2023-02-06-river.yaml:21:16: expected 'spoken'" in shown
        assert f"{CARD_FILE}:27:15:" in shown
        assert "broken on disk, 2 problems" in reader.status.render().plain

        edit(
            root, CARD_FILE, ("sung", "spoken"), ("fancy", "fact"), ("title: River", "title: Lake")
        )
        await comes(pilot, lambda: not reader.has_class("-broken"))
        assert "Lake talks" in text_of(reader)


async def test_a_card_that_was_broken_at_first_is_shown_when_mended(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    edit(root, CARD_FILE, ("voice: spoken", "voice: sung"))
    app = BriefingApp(root, "2023-02-06-river")
    async with app.run_test(size=SIZE) as pilot:
        reader = await settled(pilot, app)
        assert "broken" in text_of(reader)
        edit(root, CARD_FILE, ("voice: sung", "voice: spoken"))
        await comes(pilot, lambda: "We share one river" in text_of(reader))


async def test_an_edited_source_is_shown_at_the_same_paragraph(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    app = BriefingApp(root)
    async with app.run_test(size=SIZE) as pilot:
        reader = await settled(pilot, app)
        await pilot.press("tab", "j", "j")
        view = reader.source_view
        source = view.source
        assert source is not None
        assert view.paragraph is not None
        words = source.paragraph(view.paragraph).text
        edit(
            root,
            "seeds/gazette.txt",
            ("The ministers met", "A new beginning.\n\nThe ministers met"),
        )
        await comes(pilot, lambda: "A new beginning." in "\n".join(drawn(view)))

        assert view.source is not None
        assert view.paragraph is not None
        assert view.source.paragraph(view.paragraph).text == words


async def test_an_edited_index_is_shown_and_a_broken_one_is_not(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    app = BriefingApp(root)
    async with app.run_test(size=SIZE) as pilot:
        reader = await settled(pilot, app)
        edit(root, "content/speakers.yaml", ("Ada Voss", "Ada Vossberg"))
        await comes(pilot, lambda: "Ada Vossberg" in text_of(reader))
        edit(root, "content/speakers.yaml", ("voss: {name", "voss {name"))
        await comes(pilot, lambda: reader.has_class("-broken"))

        assert "Ada Vossberg" in text_of(reader)
        await comes(pilot, lambda: "content/speakers.yaml:1" in said_of(reader))
        (root / "content/speakers.yaml").write_text(SPEAKERS, encoding="utf-8")
        await comes(
            pilot, lambda: not reader.has_class("-broken") and "Ada Voss" in text_of(reader)
        )


async def test_a_card_that_is_gone_stays_in_view_and_says_so(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    app = BriefingApp(root)
    async with app.run_test(size=SIZE) as pilot:
        reader = await settled(pilot, app)
        (root / CARD_FILE).unlink()
        await comes(pilot, lambda: reader.has_class("-broken"))
        assert "We share one river" in text_of(reader)
        await comes(pilot, lambda: "there is no card" in said_of(reader))


async def test_a_source_that_is_gone_leaves_the_view_until_it_is_back(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    source = root / "seeds/gazette.txt"
    app = BriefingApp(root)
    async with app.run_test(size=SIZE) as pilot:
        reader = await settled(pilot, app)
        before, text = text_of(reader), source.read_text(encoding="utf-8")
        source.unlink()
        await comes(pilot, lambda: reader.has_class("-broken"))
        assert text_of(reader) == before
        await comes(pilot, lambda: "seeds/gazette.txt" in said_of(reader))
        source.write_text(text.replace("the levels are low", "they are low"), encoding="utf-8")
        await comes(pilot, lambda: not reader.has_class("-broken"))


async def test_a_card_with_a_source_that_never_was_is_shown_as_it_is_edited(tmp_path: Path) -> None:
    more = "- point: P\n  evidence: [{source: other, exact: Nobody knows}]\n"
    root = write_library(tmp_path, more=more)
    with (root / "content/sources.yaml").open("a", encoding="utf-8") as index:
        index.write("other: {file: seeds/other.txt, publisher: P}\n")
    app = BriefingApp(root)
    async with app.run_test(size=SIZE) as pilot:
        reader = await settled(pilot, app)
        edit(root, CARD_FILE, ("title: River", "title: Lake"))
        await comes(pilot, lambda: "Lake talks" in text_of(reader))
        assert not reader.has_class("-broken")


async def test_a_key_walks_to_the_problem_and_opens_the_editor_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_library(tmp_path)
    opened: list[tuple[Path, int | None]] = []

    def edit_nothing(_: object, path: Path, line: int | None) -> str:
        opened.append((path, line))
        return ""

    monkeypatch.setattr(editing, "edit", edit_nothing)
    app = BriefingApp(root)
    async with app.run_test(size=SIZE) as pilot:
        reader = await settled(pilot, app)
        await pilot.press("j", "ctrl+e")
        edit(root, CARD_FILE, ("voice: spoken", "voice: sung"), ("kind: fact", "kind: fancy"))
        await comes(pilot, lambda: reader.has_class("-broken"))
        await pilot.press("ctrl+e", "tab", "ctrl+e", "tab", "j", "enter", "k", "ctrl+e")
        card = root / CARD_FILE
        assert opened == [
            (card, 14),
            (card, 21),
            (root / "seeds/gazette.txt", 7),
            (card, 27),
            (card, 21),
        ]


@pytest.mark.parametrize("words", ["same", "other"])
async def test_selected_words_stay_selected_as_long_as_they_are_there(
    tmp_path: Path, words: str
) -> None:
    root = write_library(tmp_path, more=LONG)
    app = BriefingApp(root)
    async with app.run_test(size=SIZE) as pilot:
        reader = await settled(pilot, app)
        await pilot.press(*"jjjjjj")
        view = reader.card_view
        assert view.cursor is not None
        at = Offset(0, view.cursor)
        reader.selections = {view: Selection(at, Offset(20, view.cursor))}
        selected = reader.get_selected_text()
        assert selected
        more = "    items:\n" + 3 * "      - {open: Who pays?}\n"
        changed = [("Readings go back", "Letters go back")] if words == "other" else []
        edit(root, CARD_FILE, ("    items:\n", more), *changed)
        await comes(pilot, lambda: view.position[1] == 37)

        assert reader.get_selected_text() == (selected if words == "same" else None)
