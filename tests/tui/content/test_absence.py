"""What a source does not have, as the reader shows and copies it."""

from pathlib import Path

from briefing.library.library import Library
from briefing.library.locations import bundled_library
from briefing.tui.content.copying import item_citation
from briefing.tui.content.pages.card import card_page
from tests.cli.libraries import write_library
from tests.tui.helpers import wait_until
from tests.tui.reader_host import MEDIUM, ReaderHost

CARD = "2023-01-11-us-japan-2plus2"
OPEN = "- open: Who pays?\n  evidence: [{source: gazette, absent: [%s]}]\n"
SAID = "not in this source: 'nuclear'"


def river(root: Path, words: str) -> Library:
    return Library.open(write_library(root, more=OPEN % words))


def test_words_that_are_not_in_a_source_are_named_below_the_question() -> None:
    library = Library.open(bundled_library())
    texts = [block.text for block in card_page(library.card(CARD), library).blocks]
    question = texts.index("Whether nuclear deterrence was discussed.")
    assert texts[question + 1] == "not in this source, Kyodo: 'nuclear'"


async def test_the_status_line_says_what_is_not_in_the_source() -> None:
    app = ReaderHost(Library.open(bundled_library()), CARD)
    async with app.run_test(size=MEDIUM) as pilot:
        await wait_until(pilot, lambda: "¶1" in app.where)
        await pilot.press("v", "G")
        await wait_until(pilot, lambda: SAID in app.where)


def test_a_copy_does_not_give_the_question_to_the_source(tmp_path: Path) -> None:
    library = river(tmp_path, "cost")
    card = library.card("2023-02-06-river")
    lines = item_citation(card.items[-1], card, library).splitlines()
    assert lines[0] == "Who pays?"
    assert lines[2] == (
        "Not in this source: 'cost'. Looked for in: River Gazette, seeds/gazette.txt."
    )
    assert not any("Rests on" in line or "Not verified" in line for line in lines)


def test_an_absence_that_fails_says_where_the_words_stand(tmp_path: Path) -> None:
    library = river(tmp_path, "minister")
    card = library.card("2023-02-06-river")
    told = "'ministers', a form of 'minister', is in paragraph 2"
    remedy = "(read it, then drop the word or the claim)"
    texts = [block.text for block in card_page(card, library).blocks]
    at = texts.index("Who pays?")
    assert texts[at + 1 : at + 3] == ["not absent · caution", f"{told} {remedy}"]
    copied = item_citation(card.items[-1], card, library)
    assert "Said to be not in this source: 'minister'." in copied
    assert f"Not verified: not absent.\n{told} {remedy}." in copied


async def test_the_status_line_says_that_an_absence_fails(tmp_path: Path) -> None:
    app = ReaderHost(river(tmp_path, "dam"))
    async with app.run_test(size=MEDIUM) as pilot:
        await wait_until(pilot, lambda: "¶" in app.where)
        await pilot.press("G")
        await wait_until(pilot, lambda: "5/5 · not absent" in app.where)
