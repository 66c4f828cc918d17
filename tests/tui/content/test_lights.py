"""What is lit in a source belongs to the item under the card's cursor, and to no other."""

from pathlib import Path

import pytest

from briefing.library.library import Library
from briefing.library.locations import bundled_library
from briefing.tui.widgets.source.laid_out_sources import SourceCounts
from tests.cli.libraries import write_library
from tests.tui.helpers import wait_until
from tests.tui.reader_host import WIDE, ReaderHost

CARD = "2023-01-11-us-japan-2plus2"
MORE = """\
- open: Who pays?
- open: Is there a dam?
  evidence: [{source: gazette, absent: [canal]}]
"""


def lit(app: ReaderHost) -> str:
    return app.lit(app.reader.source_view)


def marked(app: ReaderHost) -> bool:
    """Tell whether a paragraph of the source is drawn on the ground of the cursor."""
    return bool(app.lit(app.reader.source_view, "cursor"))


async def test_an_item_without_evidence_leaves_nothing_lit() -> None:
    app = ReaderHost(Library.open(bundled_library()), CARD)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v", "6", "j", "j")
        await wait_until(pilot, lambda: "G-7 summit" in lit(app))
        await pilot.press("j")
        assert app.item == "what-counts-as-an-attack-e20de8"
        assert lit(app) == ""
        await pilot.press("k")
        await wait_until(pilot, lambda: "G-7 summit" in lit(app))


async def test_an_absence_leaves_nothing_lit_and_no_paragraph_marked() -> None:
    app = ReaderHost(Library.open(bundled_library()), CARD)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v", *"jjjjjjjjj")
        await wait_until(pilot, lambda: "¶17" in app.where and bool(lit(app)))
        await pilot.press("G")
        await wait_until(pilot, lambda: "not in this source" in app.where)
        assert lit(app) == ""
        assert not marked(app)
        await pilot.press("l")
        assert marked(app)


@pytest.mark.parametrize("keys", [("escape",), ("tab",)])
async def test_closing_the_claims_lights_what_the_cards_item_rests_on(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    app = ReaderHost(Library.open(write_library(tmp_path, more=MORE)))
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: "agreed to publish" in lit(app))
        await pilot.press("j")
        await wait_until(pilot, lambda: lit(app) == "exchange readings every day")
        await pilot.press("l")
        app.reader.source_view.go_to(3)
        await pilot.press("enter")
        await wait_until(pilot, lambda: "We share one river" in lit(app))
        await pilot.press(*keys)
        await wait_until(pilot, lambda: lit(app) == "exchange readings every day")
        assert app.reader.source_view.paragraph == 3


async def test_closing_the_claims_lights_nothing_where_the_cards_item_rests_on_nothing(
    tmp_path: Path,
) -> None:
    app = ReaderHost(Library.open(write_library(tmp_path, more=MORE)))
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: "agreed to publish" in lit(app))
        await pilot.press("G", "k", "l")
        app.reader.source_view.go_to(3)
        await pilot.press("enter")
        await wait_until(pilot, lambda: "We share one river" in lit(app))
        await pilot.press("escape")
        await wait_until(pilot, lambda: lit(app) == "")


async def test_a_held_source_gets_back_what_was_lit_in_it(tmp_path: Path) -> None:
    app = ReaderHost(Library.open(write_library(tmp_path, more=MORE)))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("j")
        await wait_until(pilot, lambda: lit(app) == "exchange readings every day")
        await pilot.press("f", "G", "l")
        assert lit(app) == "exchange readings every day"
        app.reader.source_view.go_to(3)
        await pilot.press("enter")
        await wait_until(pilot, lambda: "We share one river" in lit(app))
        await pilot.press("escape")
        await wait_until(pilot, lambda: lit(app) == "exchange readings every day")


async def test_until_all_claims_are_counted_nothing_is_final(tmp_path: Path) -> None:
    app = ReaderHost(Library.open(write_library(tmp_path)))
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: bool(lit(app)))
        view = app.reader.source_view
        assert view.source is not None
        view.go_to(5)
        await pilot.press("l")
        view.recount(SourceCounts({}, whose="by this card"))
        said = [part.run.text for part in view.statements(follows=True)]
        assert "nothing rests on it so far" in said
        assert "0 of 4 paragraphs cited by this card" in [b.text for b in view.page.blocks]
        view.recount(SourceCounts({}))
        said = [part.run.text for part in view.statements(follows=True)]
        assert "nothing rests on it" in said
        assert "0 of 4 paragraphs cited" in [b.text for b in view.page.blocks]
