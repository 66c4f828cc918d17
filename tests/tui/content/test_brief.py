"""The brief of a card: what it opens on, and the way to the record and back."""

from pathlib import Path

import pytest

from briefing.library.library import Library
from briefing.tui.app import BriefingApp
from briefing.tui.widgets.card_view import CardView
from briefing.tui.widgets.key_bar import KeyBar
from tests.cli.libraries import write_card, write_library
from tests.tui.helpers import wait_until
from tests.tui.reader_host import ReaderHost

SIZE = (120, 40)
CARD = "2023-02-06-river"
KEYS = {
    "- point: Readings go": "- id: readings\n        point: Readings go",
    "- quote: We share": "- id: share\n        key: true\n        quote: We share",
    "- quote: will exchange": "- id: exchange\n        quote: will exchange",
    "- point: Nobody knew": "- id: nobody\n        due: 2025\n        point: Nobody knew",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_library(tmp_path)
    text = (root / f"content/meetings/{CARD}.yaml").read_text("utf-8")
    for old, new in KEYS.items():
        text = text.replace(old, new)
    write_card(root, CARD, text)
    return root


def shown(app: ReaderHost) -> list[str]:
    return [item.id for item in app.reader.card_view.page.items.values()]


async def test_a_card_opens_on_its_brief_and_v_shows_the_record(root: Path) -> None:
    app = ReaderHost(Library.open(root))
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: bool(shown(app)))
        assert shown(app) == ["bottom-line", "share", "nobody"]
        await pilot.press("j", "v")
        assert app.item == "share"
        assert shown(app) == ["bottom-line", "readings", "share", "exchange", "nobody"]
        await wait_until(pilot, lambda: app.where.startswith("2/4"))
        await pilot.press("v")
        assert app.item == "share"
        assert len(shown(app)) == 3
        await wait_until(pilot, lambda: app.where.startswith("2/4"))


async def test_an_item_that_the_brief_leaves_out_is_come_back_to(root: Path) -> None:
    app = ReaderHost(Library.open(root))
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: bool(shown(app)))
        await pilot.press("v", "j", "j", "j")
        assert app.item == "exchange"
        await pilot.press("v")
        assert app.item == "share"
        await wait_until(pilot, lambda: app.where.startswith("2/4"))
        await pilot.press("v")
        assert app.item == "exchange"
        await pilot.press("v", "j", "v")
        assert app.item == "nobody"


@pytest.mark.parametrize("item", ["exchange", "readings"])
async def test_an_item_that_is_opened_is_shown_in_the_record_if_it_must_be(
    root: Path, item: str
) -> None:
    app = ReaderHost(Library.open(root), f"{CARD}#{item}")
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: app.item == item)
        assert len(shown(app)) == 5
        app.reader.open_item(CARD, "share")
        await wait_until(pilot, lambda: app.item == "share")


async def test_an_item_of_the_brief_is_shown_there_and_another_leads_to_the_record(
    root: Path,
) -> None:
    app = ReaderHost(Library.open(root), f"{CARD}#share")
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: app.item == "share")
        assert len(shown(app)) == 3
        app.reader.open_item(CARD, "exchange")
        await wait_until(pilot, lambda: app.item == "exchange")
        assert len(shown(app)) == 5


async def test_the_sections_of_the_record_are_jumped_to_from_the_brief(root: Path) -> None:
    app = ReaderHost(Library.open(root))
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: bool(shown(app)))
        assert app.reader.section_titles() == ["Outcomes"]
        await pilot.press("1")
        await wait_until(pilot, lambda: app.item == "readings")


@pytest.mark.parametrize("keyed", [True, False])
async def test_a_record_is_offered_only_beside_a_brief(
    root: Path, tmp_path: Path, keyed: bool
) -> None:
    app = ReaderHost(Library.open(root if keyed else write_library(tmp_path / "plain")))
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: len(shown(app)) == (3 if keyed else 5))
        bar = app.reader.query_one(KeyBar)
        await wait_until(pilot, lambda: ("reader.brief" in [key.id for key in bar.keys]) is keyed)
        await pilot.press("v")
        await wait_until(pilot, lambda: len(shown(app)) == 5)
        assert ("v does nothing here" in app.where) is not keyed


async def test_a_paragraph_left_out_on_purpose_is_told_in_the_source(root: Path) -> None:
    text = (root / f"content/meetings/{CARD}.yaml").read_text("utf-8")
    left_out = "omitted: [{source: gazette, starts: The weather, why: Not about the talks.}]\n"
    write_card(root, CARD, text.replace("sections:", f"{left_out}sections:"))
    with (root / "seeds/gazette.txt").open("a", encoding="utf-8") as file:
        file.write("\nThe weather was fine.\n")
    app = ReaderHost(Library.open(root))
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: bool(shown(app)))
        app.reader.open_paragraph("gazette", 6)
        await wait_until(pilot, lambda: "left out on purpose" in app.where)


async def test_what_a_sister_card_leaves_out_is_left_out_here_too(root: Path) -> None:
    text = (root / f"content/meetings/{CARD}.yaml").read_text("utf-8")
    left_out = (
        "omitted:\n"
        "  - {source: gazette, starts: The weather, why: Not about the talks.}\n"
        "  - {source: gazette, starts: So were, why: Not about the talks.}\n"
    )
    write_card(root, CARD, text.replace("sections:", f"{left_out}sections:"))
    sister = text.replace("2023-02-06", "2024-02-06")
    write_card(root, "2024-02-06-sister", sister)
    with (root / "seeds/gazette.txt").open("a", encoding="utf-8") as file:
        file.write("\nThe weather was fine.\n\nSo were the roads.\n\nA last word.\n")
    app = ReaderHost(Library.open(root), "2024-02-06-sister")
    async with app.run_test(size=SIZE) as pilot:
        view = app.reader.source_view
        await wait_until(pilot, lambda: view.page.omitted == {6, 7})
        app.reader.open_paragraph("gazette", 6)
        await wait_until(pilot, lambda: "left out on purpose" in app.where)
        app.reader.open_paragraph("gazette", 5)
        await pilot.press("right_square_bracket")
        await wait_until(pilot, lambda: "¶8 of 8 · nothing rests on it" in app.where)


async def test_whose_claims_are_counted_is_said_until_all_are(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (root / f"content/meetings/{CARD}.yaml").read_text("utf-8")
    sister = text[: text.index("- id: nobody")].replace("2023-02-06", "2024-02-06")
    write_card(root, "2024-02-06-sister", sister)
    app = ReaderHost(Library.open(root), "2024-02-06-sister")
    monkeypatch.setattr(app.reader, "catch_up", lambda: None)

    def coverage() -> str:
        texts = (block.text for block in app.reader.source_view.page.blocks)
        return next((text for text in texts if " cited" in text), "")

    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: coverage() != "")
        assert coverage() == "3 of 4 paragraphs cited by this card"
        monkeypatch.undo()
        app.reader.catch_up()
        await wait_until(pilot, lambda: coverage() == "4 of 4 paragraphs cited")


@pytest.mark.parametrize(("keymap", "key"), [({}, "v"), ({"reader.brief": "x"}, "x")])
async def test_a_brief_names_the_key_that_shows_the_record(
    root: Path, keymap: dict[str, str], key: str
) -> None:
    app = BriefingApp(root, CARD, theme="briefing-dark", keymap=keymap)
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: bool(app.screen.query(CardView)))
        view = app.screen.query_one(CardView)
        told = f"2 more items in the record: press {key}"
        await wait_until(pilot, lambda: told in str([block.text for block in view.page.blocks]))
        await pilot.press(key)
        await wait_until(pilot, lambda: len(view.page.items) == 5)
