"""The history of a phrase: asked for, from a selection, from quoted words; its uses open."""

from pathlib import Path

from textual.widgets import Input

from briefing.analysis.phrases.history import PhraseUse, trace
from briefing.model.core import Span
from briefing.tui.content.analysis.phrases import phrase_page, use_key
from briefing.tui.screens.analysis.phrase import PhraseDialog, PhraseScreen
from tests.analysis.made import write_made
from tests.tui.helpers import wait_until
from tests.tui.screens.analysis.views import (
    back_in_reader,
    open_kind,
    reader,
    reading,
    said,
    text_of,
)

PHRASE = [*"rules-based", "space", *"order"]


async def test_a_phrase_is_traced_with_its_variants_by_date() -> None:
    async with reading() as pilot:
        await pilot.press("w")
        await wait_until(pilot, lambda: isinstance(pilot.app.focused, Input))
        screen = await open_kind(pilot, PhraseScreen, *PHRASE, "enter")
        text = text_of(screen)

        assert said(screen).startswith("rules-based order  1 use, ")
        assert text.index("Uses by meeting") < text.index("Close variants")
        assert "rules-based, free and open international order · 1 use" in text.replace(
            "\u00a0", " "
        )
        assert "first use" in text


async def test_a_use_opens_the_claim_that_rests_on_it_and_its_words_are_lit() -> None:
    async with reading() as pilot:
        await pilot.press("w")
        await wait_until(pilot, lambda: isinstance(pilot.app.focused, Input))
        await open_kind(pilot, PhraseScreen, *PHRASE, "enter")
        await pilot.press("slash", *"undermine", "enter")
        behind = await back_in_reader(pilot)
        await wait_until(
            pilot,
            lambda: (
                behind.card_view.item is not None
                and "undermine the rules-based order" in behind.card_view.item.text
            ),
        )
        await pilot.press("escape")  # puts the lit words out
        screen = await open_kind(pilot, PhraseScreen, "escape")
        assert screen.filter_line.value == "undermine"


async def test_quoted_words_of_the_item_are_offered() -> None:
    async with reading() as pilot:
        await pilot.press("j", "j", "w")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, PhraseDialog))
        await wait_until(pilot, lambda: isinstance(pilot.app.focused, Input))

        assert isinstance(pilot.app.focused, Input)
        assert pilot.app.focused.value == "effective employment"
        await pilot.press("escape")
        assert await back_in_reader(pilot) is reader(pilot)


async def test_what_is_selected_is_traced_at_once() -> None:
    async with reading() as pilot:
        behind = reader(pilot)
        behind.card_view.text_select_all()
        await pilot.pause()
        screen = await open_kind(pilot, PhraseScreen, "w")

        assert "that is no phrase of one word to twelve" in text_of(screen)


async def test_a_variant_is_traced_in_its_turn_and_other_words_asked_for(tmp_path: Path) -> None:
    root = write_made(tmp_path / "library")
    async with reading(root, start="2023-09-04-harbour") as pilot:
        await pilot.press("w")
        await wait_until(pilot, lambda: isinstance(pilot.app.focused, Input))
        await pilot.press("ctrl+u")
        words = [*"belongs", "space", *"to", "space", *"both", "space", *"banks"]
        screen = await open_kind(pilot, PhraseScreen, *words, "enter")
        assert "2018-03-05" in text_of(screen)
        assert "2023-09-04" in text_of(screen)
        await pilot.press("w")
        await wait_until(pilot, lambda: isinstance(pilot.app.focused, Input))
        await pilot.press("ctrl+u", *"eels", "enter")
        await wait_until(pilot, lambda: said(screen).startswith("eels  "))
        assert "Nobody counts the eels." in text_of(screen)


async def test_what_is_left_out_is_told_without_a_word_of_the_command_line() -> None:
    async with reading(size=(100, 80)) as pilot:
        access = reader(pilot).access
        catalogue = access.catalogue_sync.open()
        history = trace("rules-based order", catalogue.engine(), catalogue, 1)
        assert history is not None
        foot = " ".join(phrase_page(history, catalogue, access.source_names()).foot)
        total = history.exact + history.varied
        assert total > 1
        assert f"1 of {total} uses shown, the earliest" in foot
        assert "--" not in foot


async def test_words_that_no_source_has_are_told_as_they_were_typed() -> None:
    async with reading() as pilot:
        await pilot.press("w")
        await wait_until(pilot, lambda: isinstance(pilot.app.focused, Input))
        screen = await open_kind(pilot, PhraseScreen, "ctrl+u", *"Xqzzy", "enter")
        assert "no such word in the library: " in text_of(screen)
        assert "xqzzy" in text_of(screen).casefold()


def test_uses_are_known_by_where_they_stand() -> None:
    use = PhraseUse(None, False, "paragraph", "s", 3, "a b a b", Span(0, 3), "a b", None)
    others = [
        use._replace(span=Span(4, 7)),
        use._replace(paragraph=4),
        use._replace(source="t"),
        use._replace(kind="quote", card="c", item="i", text="a b"),
        use._replace(kind="quote", card="c", item="i", text="a b c"),
    ]
    assert len({use_key(each) for each in (use, *others)}) == 6
    assert use_key(use._replace(claims=(), series="x")) == use_key(use)
