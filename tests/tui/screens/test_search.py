"""The search as a reader uses it: type, look, open, walk on, come back."""

from textual import events

from briefing.tui.content import hits as content
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.screens.search import SearchScreen
from briefing.user.notebook import Notebook
from tests.tui.helpers import drawn, wait_until
from tests.tui.search_host import reading


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


async def test_the_hits_are_walked_through_and_cleared() -> None:
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


async def test_fields_that_find_nothing_together_are_offered_apart() -> None:
    async with reading() as at:
        await at.search_for("topic:space kind:assessment")
        lines = at.search.found.blocks
        why, heading, *offers = [block.text for block in lines]
        assert heading.startswith("Nothing found")
        assert offers == ["topic:space", "kind:assessment"]
        await at.press("enter")
        assert at.search.query_input.value == "topic:space"
        hits = at.search.results.total
        assert why.startswith(f"No entry fits both: topic:space has {hits} hits, kind:assessment ")


async def test_a_field_that_nothing_fits_is_named_and_one_without_a_value_asks_for_it() -> None:
    async with reading() as at:
        await at.search_for("kind:quote date:1931 ")
        shown = [block.text for block in at.search.found.blocks]
        assert shown == ["No entry fits date:1931", "Nothing found; near it", "kind:quote"]
        await at.search_for_more("date:2023-13 ")
        (nothing,) = at.search.found.blocks
        assert nothing.text == "There is neither a word nor a field with a value to search by."


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


async def test_a_large_library_is_searched_in_a_thread() -> None:
    async with reading() as at:
        await at.search_for("strait")
        at.search.at_once = 0
        await at.search_for_more("provocatve")
        assert "provocatve → provocative" in at.said
        await at.press("enter")
        assert "provocative" in at.item


async def test_a_source_paragraph_is_opened_in_its_source() -> None:
    async with reading() as at:
        await at.search_for("kind:paragraph railgun")
        await at.press("enter")
        assert at.reader.focused is at.reader.source_view
        assert "railgun" in "\n".join(drawn(at.reader.source_view))
