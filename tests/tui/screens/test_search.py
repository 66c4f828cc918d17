"""The search as a reader uses it: type, look, open, walk on, come back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from briefing.library.library import Library
from briefing.library.locations import bundled_library
from briefing.tui.app import BriefingApp
from briefing.tui.content import hits as content
from briefing.tui.screens import search
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.screens.search import SearchScreen
from briefing.user.notebook import Notebook
from tests.cli.libraries import DOCUMENT, write_library
from tests.tui import libraries
from tests.tui.helpers import control_characters, drawn, wait_until

NAMES = {" ": "space", ":": "colon", '"': "quotation_mark", "-": "minus", ".": "full_stop"}


class Reading:
    """A reader at work."""

    def __init__(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def search(self) -> SearchScreen:
        assert isinstance(self.app.screen, SearchScreen)
        return self.app.screen

    @property
    def reader(self) -> ReaderScreen:
        assert isinstance(self.app.screen, ReaderScreen)
        return self.app.screen

    @property
    def said(self) -> str:
        return str(self.search.said.render())

    @property
    def item(self) -> str:
        item = self.reader.card_view.item
        return item.text if item else ""

    @property
    def where(self) -> str:
        return str(self.reader.status.render())

    @property
    def place(self) -> str:
        """What the status line says but how far the library is read, which is no one's doing."""
        return self.where.partition(" · reading the library")[0]

    async def type(self, text: str) -> None:
        await self.pilot.press(*(NAMES.get(letter, letter) for letter in text))

    async def search_for(self, text: str) -> None:
        await self.pilot.press("slash")
        await wait_until(self.pilot, lambda: isinstance(self.app.screen, SearchScreen))
        await self.type(text)
        await wait_until(self.pilot, lambda: self.search.answered == text)

    async def search_for_more(self, text: str) -> None:
        self.search.query_input.value = text
        await wait_until(self.pilot, lambda: self.search.answered == text)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)


@asynccontextmanager
async def reading(
    root: Path | None = None, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Reading]:
    app = BriefingApp(Library.open(root or bundled_library()), theme="briefing-dark")
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        at = Reading(app, pilot)
        await wait_until(pilot, lambda: "reading the library" not in at.where)
        yield at


async def test_a_misspelt_word_leads_to_the_quote_beside_its_lit_paragraph() -> None:
    async with reading() as at:
        await at.search_for("provocatve behavor")
        assert "provocatve → provocative" in at.said
        assert "behavor → behavior" in at.said
        await at.press("enter")
        assert at.item.startswith("What we're seeing recently is some very provocative behavior")
        assert "verbatim" in at.where
        assert at.reader.source_view.paragraph == 16
        source = "\n".join(drawn(at.reader.source_view))
        assert "very" in source
        assert "provocative behavior" in source


async def test_what_is_typed_in_one_go_is_all_taken() -> None:
    async with reading() as at:
        at.app.simulate_key("slash")
        for letter in "provocatve":
            at.app.simulate_key(letter)
        at.app.simulate_key("enter")
        # The reader is on top before the search has come as well as after it has gone.
        await wait_until(
            at.pilot,
            lambda: isinstance(at.app.screen, ReaderScreen) and "provocative" in at.item,
        )
        assert "hit 1/" in at.where


async def test_keys_after_the_one_that_opens_a_hit_are_the_readers() -> None:
    async with reading() as at:
        await at.search_for("taiwan")
        for key in ("down", "down", "enter", "n", "n"):
            at.app.simulate_key(key)
        await wait_until(at.pilot, lambda: isinstance(at.app.screen, ReaderScreen))
        await wait_until(at.pilot, lambda: at.where.startswith("hit 5/"))


async def test_keys_after_the_one_that_leaves_are_the_readers() -> None:
    async with reading() as at:
        await at.search_for("taiwan")
        for key in ("escape", "j", "j"):
            at.app.simulate_key(key)
        await wait_until(at.pilot, lambda: isinstance(at.app.screen, ReaderScreen))
        await wait_until(at.pilot, lambda: at.where.startswith("2/"))


async def test_all_lines_that_are_pasted_are_searched_for() -> None:
    async with reading() as at:
        await at.search_for("t")
        at.search.query_input.post_message(events.Paste("aiwan\nstrait\n peace\n"))
        await wait_until(at.pilot, lambda: at.search.answered == "taiwan strait peace")


async def test_results_follow_every_key() -> None:
    async with reading() as at:
        counts = []
        await at.press("slash")
        for letter in "tomahawk":
            await at.type(letter)
            counts.append(len(at.search.page.hits))
        assert counts[0] > counts[-1] > 0
        assert at.search.page.hits[0].spans


async def test_the_hits_are_walked_through_and_put_out() -> None:
    async with reading() as at:
        await at.search_for("tomahawk")
        hits = [hit for hit in at.search.page.hits if hit.entry.kind != "topic"]
        await at.press("enter")
        assert f"hit 1/{len(hits)}" in at.where
        first = at.item
        await at.press("n")
        assert f"hit 2/{len(hits)}" in at.where
        await at.press("N")
        assert at.item == first
        await at.press("N")
        assert f"hit {len(hits)}/{len(hits)}" in at.where
        await at.press("escape")
        assert "hit" not in at.where


async def test_next_hit_without_a_search_says_so() -> None:
    async with reading() as at:
        before = at.item
        await at.press("n")
        await at.pilot.pause()
        assert at.item == before


async def test_the_query_is_still_there_when_the_search_is_opened_again() -> None:
    async with reading() as at:
        await at.search_for("tomahawk")
        await at.press("enter", "slash")
        await wait_until(at.pilot, lambda: isinstance(at.app.screen, SearchScreen))
        assert at.search.query_input.value == "tomahawk"
        await at.type("taiwan")
        assert at.search.query_input.value == "taiwan"


async def test_escape_leaves_everything_as_it_was() -> None:
    async with reading() as at:
        await at.press("j", "j")
        item, where = at.item, at.place
        await at.search_for("taiwan")
        await at.press("down", "escape")
        assert (at.item, at.place) == (item, where)


async def test_a_hit_that_was_gone_to_is_kept_while_more_is_typed() -> None:
    async with reading() as at:
        await at.search_for("taiwan")
        await at.press("down", "down")
        chosen = at.search.hit
        assert chosen is not None
        await at.type(" st")
        kept = at.search.hit
        assert kept is not None
        still_there = [hit.entry for hit in at.search.page.hits]
        assert chosen.entry not in still_there or kept.entry == chosen.entry


async def test_what_filters_hide_is_counted() -> None:
    async with reading() as at:
        await at.search_for("taiwan speaker:kishi")
        assert "hidden by filters" in at.said


async def test_a_key_shows_what_filters_hide_and_hides_it_again() -> None:
    async with reading() as at:
        await at.search_for("taiwan speaker:kishi")
        hidden = at.search.results.hidden
        assert hidden
        assert "^r shows them" in at.said
        await at.press("ctrl+r")
        assert at.search.query_input.value == "taiwan"
        assert at.search.results.total >= hidden
        assert "hidden" not in at.said
        await at.press("ctrl+r")
        assert at.search.query_input.value == "taiwan speaker:kishi"
        await at.press("ctrl+r")
        await at.type(" strait")
        await at.press("ctrl+r")
        assert at.search.query_input.value == "taiwan strait"


async def test_the_number_of_hits_is_the_same_in_the_list_and_on_the_way() -> None:
    async with reading() as at:
        for query in ("taiwan", "g7", "treaty"):
            await at.search_for(query)
            hits = [hit for hit in at.search.page.hits if hit.entry.kind not in content.NAMES]
            assert at.said.startswith(f"{len(hits)} hits · 1 topic")
            await at.press("enter")
            assert f"hit 1/{len(hits)}" in at.where


async def test_an_empty_answer_offers_what_is_near() -> None:
    async with reading() as at:
        await at.search_for("trxxtyy")
        shown = "\n".join(drawn(at.search.found))
        assert "near" in shown
        assert "treaty" in shown
        await at.press("enter")
        assert at.search.query_input.value == "treaty"
        assert at.search.page.hits
        await at.press("escape")
        await at.search_for('"treaty of space"')
        await at.press("enter")
        assert at.search.query_input.value == "treaty of space"


async def test_a_field_alone_lists_by_card_with_what_is_due() -> None:
    async with reading() as at:
        await at.search_for("due:..2027")
        headings = [block.text for block in at.search.found.blocks if block.role == "heading"]
        assert headings[0].startswith("U.S.–Japan two-plus-two, Washington · 11 Jan 2023 · ")
        under = [block.text for block in at.search.found.blocks if block.attached]
        assert all("due " in line for line in under)


async def test_an_open_question_is_called_one_and_leaves_no_gap() -> None:
    async with reading() as at:
        await at.search_for("kind:open")
        blocks = at.search.found.blocks
        under = [block.text for block in blocks if block.attached]
        assert under
        assert all(line.startswith("open question") for line in under)
        assert not any(block.attached and not block.text for block in blocks)


async def test_a_hit_names_its_card_and_the_preview_fills_its_pane() -> None:
    async with reading() as at:
        await at.search_for("taiwan strait")
        under = [block.text for block in at.search.found.blocks if block.attached]
        assert "U.S.–Japan two-plus-two, " in under[0]
        preview = at.search.preview
        assert preview.lines.height >= preview.size.height
        await at.search_for_more("kind:meeting")
        assert len([row for row in drawn(preview) if row.strip()]) > 3


async def test_no_key_reads_a_card_to_light_what_a_hit_rests_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with reading() as at:
        await at.search_for("strait")
        monkeypatch.setattr(Library, "card", lambda *_: pytest.fail("a card was read"))
        await at.search_for_more("kind:quote counterstrike")
        hit, preview = at.search.hit, at.search.preview
        assert hit is not None
        assert hit.entry.item
        line = preview.lines.top(preview.cursor or 0)
        lit = preview.app.theme_variables["evidence-background"]
        found = [
            segment.text
            for y in range(line, preview.size.height)
            for segment in preview.render_line(y)
            if segment.style and segment.style.bgcolor and segment.style.bgcolor.name == lit.lower()
        ]
        assert "counterstrike" in "".join(found)


async def test_the_last_query_is_there_also_after_leaving() -> None:
    async with reading() as at:
        await at.search_for("tomahawk")
        await at.press("escape", "slash")
        await wait_until(at.pilot, lambda: isinstance(at.app.screen, SearchScreen))
        assert at.search.query_input.value == "tomahawk"
        assert at.search.query_input.selected_text == "tomahawk"


async def test_typing_lays_nothing_out() -> None:
    async with reading() as at:
        await at.search_for("t")
        laid_out: list[object] = []
        at.search.screen_layout_refresh_signal.subscribe(at.search, laid_out.append)
        await at.type("reaty")
        await wait_until(at.pilot, lambda: at.search.answered == "treaty")
        assert not laid_out


async def test_an_impossible_field_says_what_was_meant() -> None:
    async with reading() as at:
        await at.search_for("speeker:hayashi ")
        assert "speeker" in at.said
        assert "speaker" in at.said


async def test_field_names_and_values_are_completed() -> None:
    async with reading() as at:
        await at.press("slash")
        await at.type("spea")
        await at.press("tab")
        assert at.search.query_input.value == "speaker:"
        await at.type("yos")
        assert "hayashi" in at.said
        await at.press("tab")
        assert at.search.query_input.value == "speaker:hayashi"
        found = [(hit.entry.speaker, *hit.entry.by) for hit in at.search.page.hits]
        assert found
        assert all("hayashi" in speakers for speakers in found)


async def test_a_topic_lists_what_is_filed_under_it() -> None:
    async with reading() as at:
        await at.search_for("topic:g7")
        kinds = [hit.entry.kind for hit in at.search.page.hits]
        assert kinds[-1] == "topic"
        await at.press(*["down"] * (len(kinds) - 1), "enter")
        assert at.search.query_input.value == "topic:g7"


async def test_searches_are_remembered_and_saved() -> None:
    async with reading() as at:
        await at.search_for("tomahawk")
        await at.press("ctrl+s", "enter")
        await at.search_for("okinawa")
        await at.press("enter")
        await at.press("slash", *["backspace"])
        shown = "\n".join(drawn(at.search.found))
        assert shown.index("Saved searches") < shown.index("tomahawk")
        assert shown.index("Recent searches") < shown.index("okinawa")
        await at.press("enter")
        assert at.search.query_input.value == "tomahawk"
        assert at.search.page.hits
    notebook = Notebook.open()
    assert notebook.is_saved("tomahawk")
    notebook.close()


async def test_a_large_library_is_searched_in_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "AT_ONCE", 0)
    async with reading() as at:
        await at.search_for("provocatve")
        assert "provocatve → provocative" in at.said
        await at.press("enter")
        assert "provocative" in at.item


@pytest.mark.parametrize("size", [(160, 45), (120, 40), (80, 24), (60, 18), (30, 8)])
async def test_nothing_of_a_hostile_library_is_obeyed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    libraries.rough(tmp_path)
    async with reading(tmp_path, size) as at:
        for query in ("ports", "day", "kind:paragraph", '"[sic]"', "[/x]", "topic:"):
            await at.search_for(query)
            await at.press("down", "down")
            shown = [*drawn(at.search.found), *drawn(at.search.preview), at.said]
            assert control_characters("\n".join(shown)) == []
            await at.press("escape")


async def test_a_quotation_that_was_not_found_stands_without_marks(tmp_path: Path) -> None:
    libraries.rough(tmp_path)
    async with reading(tmp_path) as at:
        await at.search_for("will close before the fifth")
        shown = "\n".join(drawn(at.search.found))
        assert "drifted" in shown
        assert "“the ports will close" not in shown


async def test_a_caution_travels_with_every_hit_from_its_source() -> None:
    async with reading() as at:
        await at.search_for("kind:quote provocative")
        under = [block.text for block in at.search.found.blocks if block.attached]
        sources = [hit.entry.source for hit in at.search.page.hits]
        assert len(set(sources)) == 2
        assert [("caution" in line) for line in under] == [s.startswith("reuters") for s in sources]


async def test_a_source_paragraph_is_opened_in_its_source() -> None:
    async with reading() as at:
        await at.search_for("kind:paragraph railgun")
        await at.press("enter")
        assert at.reader.focused is at.reader.source_view
        assert "railgun" in "\n".join(drawn(at.reader.source_view))


async def test_of_a_source_that_is_dated_by_month_no_day_is_made_up() -> None:
    async with reading() as at:
        await at.search_for("kind:paragraph littoral")
        under = [block.text for block in at.search.found.blocks if block.attached]
        assert under[0].replace("\u00a0", " ") == "¶14 · Kyodo · Jan 2023"
        await at.search_for_more("source:kyodo")
        titles = [b.text for b in at.search.found.blocks if b.role == "heading"]
        assert any(title.startswith("Kyodo · Jan 2023 · ") for title in titles)


async def test_the_preview_keeps_the_rows_of_a_table(tmp_path: Path) -> None:
    root = write_library(
        tmp_path,
        document=f"{DOCUMENT}\nPort\t2022\t2023\nAven\t1,200\t1,310\nTotal\t4,125\t4,170\n",
    )
    async with reading(root) as at:
        await at.search_for("aven")
        rows = [row.strip(" ▏▌") for row in drawn(at.search.preview)]
        assert [row.split() for row in rows if "Aven" in row] == [["Aven", "1,200", "1,310"]]
