"""Which passage the reader opens an item on, and how it goes on to the others."""

from briefing.library.library import Library
from briefing.library.locations import bundled_library
from tests.tui.helpers import wait_until
from tests.tui.reader_host import MEDIUM, ReaderHost

REGIMENT = "2023-01-11-us-japan-2plus2#the-joint-statement-touched-on-1955ce"


async def test_the_passage_that_says_it_is_lit_and_not_the_attribution_before() -> None:
    app = ReaderHost(Library.open(bundled_library()), REGIMENT)
    async with app.run_test(size=MEDIUM) as pilot:
        await wait_until(pilot, lambda: "¶13" in app.where)
        assert "regiment by 2025" in app.lit(app.reader.source_view).replace("\n", " ")
        await pilot.press("e")
        await wait_until(pilot, lambda: "¶5" in app.where)
        assert app.lit(app.reader.source_view) == "a joint statement said"
        await pilot.press("E")
        await wait_until(pilot, lambda: "¶13" in app.where)


async def test_the_evidence_of_a_bottom_line_is_walked_down_the_source() -> None:
    app = ReaderHost(Library.open(bundled_library()), "2023-01-11-us-japan-2plus2")
    async with app.run_test(size=MEDIUM) as pilot:
        for paragraph in (1, 6, 20, 1):
            await wait_until(pilot, lambda: f"¶{paragraph} of" in app.where)  # noqa: B023
            await pilot.press("e")


async def test_a_search_opens_the_passage_that_holds_what_was_sought() -> None:
    app = ReaderHost(Library.open(bundled_library()), REGIMENT)
    card, _, item = REGIMENT.partition("#")
    async with app.run_test(size=MEDIUM) as pilot:
        app.reader.open_item(card, item, sought=["statement", "said"])
        await wait_until(pilot, lambda: "¶5" in app.where)
        app.reader.open_item(card, item, sought=["2025"])
        await wait_until(pilot, lambda: "¶13" in app.where)
