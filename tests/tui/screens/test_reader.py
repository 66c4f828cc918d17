"""The reader: what it opens, what follows what, and the panes around it."""

from pathlib import Path

import pytest

from briefing.library.library import Library
from briefing.library.locations import bundled_library
from briefing.tui.keys.keymap import bindings_of
from briefing.tui.lineview.line_view import LineView
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.widgets.card_view import CardView
from briefing.tui.widgets.claims_view import ClaimsView
from briefing.tui.widgets.outline import Outline
from briefing.tui.widgets.source.source_view import SourceView
from tests.cli.libraries import write_library
from tests.tui import libraries
from tests.tui.helpers import control_characters, drawn, wait_until
from tests.tui.reader_host import MEDIUM, WIDE, ReaderHost, tidy


@pytest.fixture
def rough(tmp_path: Path) -> ReaderHost:
    return ReaderHost(libraries.rough(tmp_path))


async def test_it_opens_on_the_newest_meeting_with_its_source_lit() -> None:
    app = tidy()
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: "bottom line" in app.where)
        assert app.focused is app.reader.card_view
        assert (
            app.lit(app.reader.source_view).replace(" ", "")
            == "水位の情報を毎日交換することで合意した"
        )
        assert app.where.startswith("bottom line · rests on ¶")


async def test_it_opens_on_the_item_that_was_asked_for() -> None:
    app = tidy("2021-05-03-river-talks#daily-readings")
    async with app.run_test(size=MEDIUM):
        assert app.item == "daily-readings"
        assert app.lit(app.reader.source_view) == "shall exchange daily gauge readings"


@pytest.mark.parametrize("start", ["2021-05-03-river-talk", "2021-05-03-river-talks#nothing"])
async def test_a_start_that_is_not_there_is_said_and_something_is_shown(start: str) -> None:
    app = tidy(start)
    async with app.run_test(size=MEDIUM):
        assert app.item != ""
        assert len(app.said) == 1


async def test_the_source_follows_the_cursor_until_it_is_held(rough: ReaderHost) -> None:
    async with rough.run_test(size=MEDIUM) as pilot:
        await pilot.press("2")
        await wait_until(pilot, lambda: "¶3" in rough.where)
        assert rough.lit(rough.reader.source_view) == "It was a long day."
        await pilot.press("f", "j")
        await wait_until(pilot, lambda: rough.item == "others")
        assert rough.lit(rough.reader.source_view) == "It was a long day."
        assert "source held" in rough.where
        await pilot.press("f")
        assert rough.lit(rough.reader.source_view) == "It was a good day, others said."
        assert "source held" not in rough.where


async def test_evidence_is_walked_through_from_source_to_source(rough: ReaderHost) -> None:
    async with rough.run_test(size=MEDIUM) as pilot:
        await pilot.press("j")
        await wait_until(pilot, lambda: "passage 1 of 2" in rough.where)
        await pilot.press("e")
        assert rough.lit(rough.reader.source_view) == "A plain word"
        assert "rests on ¶1 of 1 · passage 2 of 2" in rough.where
        await pilot.press("e")
        assert rough.lit(rough.reader.source_view) == "whatever may come"
        await pilot.press("E")
        assert "passage 2 of 2" in rough.where
        await pilot.press("j", "e")
        assert "passage" not in rough.where


async def test_the_first_claim_on_a_paragraph_is_lit_at_once(rough: ReaderHost) -> None:
    async with rough.run_test(size=MEDIUM) as pilot:
        await pilot.press("enter")
        await wait_until(pilot, lambda: rough.focused is rough.reader.source_view)
        await pilot.press("j", "enter")
        await wait_until(pilot, lambda: rough.focused is rough.claims)
        assert "It was a long day" in rough.lit(rough.reader.source_view)
        assert "· verbatim" not in "\n".join(drawn(rough.claims))


async def test_from_a_claim_to_its_paragraph_to_another_claim(rough: ReaderHost) -> None:
    async with rough.run_test(size=MEDIUM) as pilot:
        await pilot.press("enter")
        await wait_until(pilot, lambda: rough.focused is rough.reader.source_view)
        assert rough.where.startswith("¶2 of 7 · 3 claims rest on it · caution")
        await pilot.press("enter")
        claims = rough.claims
        await wait_until(pilot, lambda: rough.focused is claims)
        assert str(claims.border_title) == "3 claims on ¶2"
        words = "\n".join(drawn(claims))
        assert words.count("Rough [the President]") == 1
        assert "The ports [the President]" in words
        assert "the ports will not close" in rough.lit(rough.reader.source_view)
        await pilot.press("j")
        await wait_until(pilot, lambda: rough.lit(rough.reader.source_view) == "whatever may come")
        await pilot.press("j", "k", "enter")
        await wait_until(pilot, lambda: rough.item == "ports")
        assert rough.focused is rough.reader.card_view
        assert rough.lit(rough.reader.source_view) == "whatever may come"


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_leaving_the_claims_changes_nothing(rough: ReaderHost, key: str) -> None:
    async with rough.run_test(size=MEDIUM) as pilot:
        await pilot.press("enter", "enter")
        await wait_until(pilot, lambda: isinstance(rough.focused, ClaimsView))
        assert rough.where.startswith("¶2 of 7")
        await pilot.press(key)
        await wait_until(pilot, lambda: rough.focused is rough.reader.source_view)
        assert not rough.claims.display
        assert rough.item == "bottom-line"


async def test_a_paragraph_that_nothing_rests_on_says_so(rough: ReaderHost) -> None:
    async with rough.run_test(size=MEDIUM) as pilot:
        await pilot.press("l", "]")
        await wait_until(pilot, lambda: "nothing rests on it" in rough.where)
        await pilot.press("enter")
        assert rough.said == ["No claim rests on ¶5."]
        await pilot.press("G")
        await wait_until(pilot, lambda: "1 block not in the story, folded" in rough.where)
        await pilot.press("enter")
        await wait_until(pilot, lambda: "shown" in rough.where)
        await pilot.press("k")
        await wait_until(pilot, lambda: "furniture" in rough.where)
        await pilot.press("F")
        await wait_until(pilot, lambda: "¶6 of 7" in rough.where)
        rough.reader.open_paragraph("paper", 7)
        await wait_until(pilot, lambda: "¶7 of 7" in rough.where)


async def test_a_claim_of_another_card_opens_that_card() -> None:
    app = tidy("2021-05-03-river-talks")
    async with app.run_test(size=MEDIUM) as pilot:
        app.reader.open_paragraph("river-talks-2021", 4)
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.focused, ClaimsView))
        await pilot.press("home", "enter")
        await wait_until(pilot, lambda: app.item != "bottom-line")
        shown = app.reader.card_view.item
        assert shown is not None
        assert shown.text == "The line was opened as promised."
        assert app.lit(app.reader.source_view) == "a hotline opens in 2022"


async def test_back_and_forward_through_jumps() -> None:
    app = tidy()
    async with app.run_test(size=MEDIUM) as pilot:
        app.reader.open_item("2021-05-03-river-talks", "daily-readings")
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.focused is app.reader.source_view)
        await pilot.press("alt+left")
        await wait_until(pilot, lambda: app.focused is app.reader.card_view)
        assert app.item == "daily-readings"
        await pilot.press("ctrl+o")
        assert app.where.startswith("bottom line")
        await pilot.press("ctrl+o")
        assert app.said == ["There is no earlier place."]
        await pilot.press("alt+right")
        assert app.item == "daily-readings"
        await pilot.press("alt+right")
        await wait_until(pilot, lambda: app.focused is app.reader.source_view)


async def test_an_opened_item_lights_what_was_searched_in_card_and_source() -> None:
    app = tidy()
    async with app.run_test(size=MEDIUM) as pilot:
        app.reader.open_item("2021-05-03-river-talks", "daily-readings", words=["hotline", "Gauge"])
        await wait_until(pilot, lambda: app.item == "daily-readings")
        assert app.lit(app.reader.card_view, "hit").split() == [
            "Gauge",
            "hotline",
            "gauge",
        ]
        assert "hotline" in app.lit(app.reader.source_view, "hit")
        assert app.lit(app.reader.source_view).replace("  ", " ").startswith("shall exchange")
        await pilot.press("escape")
        assert app.lit(app.reader.card_view, "hit") == ""
        assert app.lit(app.reader.source_view, "hit") == ""


async def test_copying_carries_the_citation(rough: ReaderHost) -> None:
    async with rough.run_test(size=MEDIUM) as pilot:
        await pilot.press("2", "y")
        assert rough.clipboard.startswith("“It was a long day.”\nAnn ")
        assert "Caution: Re-worded" in rough.clipboard
        assert control_characters(rough.clipboard) == []
        await pilot.press("l", "y")
        assert rough.clipboard.startswith("It was a good day. It was a long day.\nThe [bold]Paper")


async def test_sections_from_the_outside(rough: ReaderHost) -> None:
    async with rough.run_test(size=MEDIUM):
        assert list(rough.reader.section_titles()) == ["Outcomes [b] ␛[1m", "Reactions"]
        rough.reader.go_to_section(2)
        assert rough.item == "long-day"


async def test_a_broken_card_is_listed_and_shows_its_mistakes() -> None:
    app = ReaderHost(libraries.broken(), "2023-02-04-three-mistakes")
    async with app.run_test(size=WIDE) as pilot:
        assert app.where.startswith("broken")
        assert "2023-02-04-three-mistakes.yaml" in "\n".join(drawn(app.reader.card_view))
        assert "broken" in "\n".join(drawn(app.reader.outline))
        await pilot.press("enter", "y", "e", "f", "j", "l", "enter", "y")
        app.reader.open_card("2023-02-01-good")
        await wait_until(pilot, lambda: app.where.startswith("bottom line"))


async def test_a_broken_index_file_leaves_the_card_and_says_why(tmp_path: Path) -> None:
    root = write_library(
        tmp_path, topics="water: [", speakers="voss {name: Ada Voss}\n", sources="gazette: 'x"
    )
    app = ReaderHost(Library.open(root), "2023-02-06-river")
    async with app.run_test(size=WIDE) as pilot:
        shown = "\n".join(drawn(app.reader.card_view))
        assert "Readings go back and forth" in shown
        for file in ("sources", "speakers", "topics"):
            assert f"content/{file}.yaml:1:" in shown
        await pilot.press("j", "j", "enter", "tab", "j", "y")
        await wait_until(pilot, lambda: "missing" in app.where)


async def test_a_card_whose_source_is_lost_says_so() -> None:
    app = ReaderHost(libraries.broken(), "2023-02-02-lost-source")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("j")
        await wait_until(pilot, lambda: "missing" in app.where)
        assert "lost" in "\n".join(drawn(app.reader.source_view))


async def test_an_empty_library(tmp_path: Path) -> None:
    (tmp_path / "content" / "meetings").mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    app = ReaderHost(Library.open(tmp_path))
    async with app.run_test(size=MEDIUM) as pilot:
        await pilot.press("j", "enter", "e", "y", "f", "o", "enter", "escape", "ctrl+o", "1", "J")
        assert app.where == ""


async def test_nothing_of_a_hostile_library_reaches_the_terminal(rough: ReaderHost) -> None:
    async with rough.run_test(size=(160, 60)) as pilot:
        for _ in range(9):
            views = (rough.reader.outline, rough.reader.card_view, rough.reader.source_view)
            assert [control_characters("\n".join(drawn(view))) for view in views] == [[], [], []]
            assert control_characters(rough.where) == []
            await pilot.press("j")


@pytest.mark.parametrize(
    "owner", [LineView, CardView, SourceView, Outline, ReaderScreen, ClaimsView]
)
def test_every_key_says_what_it_does(owner: type[LineView]) -> None:
    declared = owner.__dict__.get("BINDINGS", [])
    described = bindings_of(owner)
    assert len(described) == len(declared)
    assert all(key.description and key.tooltip for key in described)


@pytest.mark.parametrize("size", [WIDE, MEDIUM, (100, 40), (80, 40)])
@pytest.mark.parametrize("paragraph", [4, 6, 7])
async def test_claims_that_have_room_are_shown_whole_below_their_meeting(
    size: tuple[int, int], paragraph: int
) -> None:
    app = ReaderHost(Library.open(bundled_library()), "2022-01-07-us-japan-2plus2")
    async with app.run_test(size=size) as pilot:
        app.reader.open_paragraph("reuters-2022-01-07", paragraph)
        await wait_until(pilot, lambda: app.reader.source_view.paragraph == paragraph)
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.focused is app.claims)
        await wait_until(pilot, lambda: app.claims.size.height == app.claims.lines.height > 0)
        assert drawn(app.claims)[0].strip() == "U.S.–Japan two-plus-two, virtual"


@pytest.mark.parametrize(("steps", "number"), [(0, 0), (1, 1), (2, 2)])
async def test_in_the_list_of_claims_the_claim_under_the_cursor_is_copied(
    steps: int, number: int
) -> None:
    app = ReaderHost(Library.open(bundled_library()), "2023-01-11-us-japan-2plus2")
    async with app.run_test(size=MEDIUM) as pilot:
        app.reader.open_paragraph("kyodo-2023-01", 1)
        await wait_until(pilot, lambda: app.reader.source_view.paragraph == 1)
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.focused is app.claims)
        await pilot.press("g", "g", *(["j"] * steps), "y")
        claim = app.claims.claim
        assert claim is not None
        claims = app.access.claims("kyodo-2023-01", 1)
        assert claim.item.id == claims[number].item.id
        assert app.clipboard.startswith(claim.item.text)
        assert "Rests on: Kyodo, January 2023, ¶1" in app.clipboard
