"""The lines around the pages: outline, status, and the text in all of them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.library.library import Library
from briefing.tui.content.claims import claims_page
from briefing.tui.content.copying import item_citation, paragraph_citation
from briefing.tui.content.line import days_words, shown
from briefing.tui.content.outline import MeetingLine, outline_page
from briefing.tui.content.pages.source import source_page
from briefing.tui.content.status import card_status, fit
from tests.tui import libraries
from tests.tui.content.pages import page_of, texts
from tests.tui.helpers import RAW_HOSTILE, control_characters


def test_all_text_of_every_page_is_clean(rough: Library) -> None:
    card, page = page_of(rough)
    source = rough.source("paper")
    pages = [*page.blocks, *source_page(source, rough.citations("paper")).blocks]
    pages += outline_page([MeetingLine.of(card)], "rough", [(RAW_HOSTILE, 1)]).blocks
    words = [t for b in pages for t in (b.text, b.lead.text, *(run.text for run in b.gutter))]
    words += texts(claims_page(rough.citations("paper")[2], rough)[0])
    words += [item_citation(item, card, rough) for item in card.items]
    words += [paragraph_citation(source, p.number) for p in source.paragraphs]
    assert [w for w in words if control_characters(w)] == []
    assert any("[the President]" in w for w in words)
    assert all("\n" not in b.text for b in pages)


def test_marks_lie_inside_their_text(rough: Library) -> None:
    for block in page_of(rough)[1].blocks:
        assert all(0 <= m.start < m.end <= len(block.text) for m in block.marks)


@pytest.mark.parametrize(
    ("last", "words", "listed"),
    [
        (None, "30 Mar 2023", "30 Mar 2023"),
        (date(2023, 3, 31), "30–31 Mar 2023", "30–31 Mar 2023"),
        (date(2023, 4, 2), "30 Mar 2023 – 2 Apr 2023", "30 Mar 2023 – 2 Apr 2023"),
    ],
)
def test_several_days(last: date | None, words: str, listed: str) -> None:
    first = date(2023, 3, 30)
    assert days_words(first, last, short=True) == words
    (_, facts) = outline_page([MeetingLine("a", "Talks", first, last)], "b", []).blocks
    assert facts.text.replace("\u00a0", " ") == listed


def test_the_outline_unfolds_the_open_card_and_keeps_broken_ones() -> None:
    library = libraries.broken()
    lines = [MeetingLine.of(card) for card in library.cards()]
    lines += [MeetingLine.of_broken(name, error) for name, error in library.broken.items()]
    page = outline_page(lines, "2023-02-01-good", [("Outcomes", 1)])
    block = page.block_of("2023-02-01-good", 0)
    assert block is not None
    assert page.blocks[block].text == "Outcomes  1"
    assert page.block_of("2023-02-02-lost-source", 0) is None
    first = page.block_of("2023-02-05-syntax", None)
    assert first is not None
    assert page.blocks[first + 1].text.startswith("broken")


@settings(max_examples=50, deadline=None)
@given(st.text())
def test_shown_text_keeps_its_length_and_holds_nothing_to_obey(text: str) -> None:
    assert len(shown(text)) == len(text)
    assert control_characters(shown(text)) == []


def test_the_status_drops_the_least_important_first(rough: Library) -> None:
    item = rough.card("rough").item("ports")
    assert item is not None
    parts = card_status(item, (2, 9), 0, rough.source("paper"), follows=False)
    name = " · The [bold]Paper[/x] ␛]0"
    full = f"2/9 · rests on ¶2 of 7 · passage 1 of 2 · caution{name} · source held"
    assert fit(parts, 200).text == full
    assert fit(parts, len(full) - 1).text == full.replace(name, "")
    assert fit(parts, 24).text == "2/9 · rests on ¶2 of 7"
    assert fit(parts, 1).text == "2/9"
    assert fit([], 10).text == ""


def test_large_numbers_are_grouped_as_everywhere(rough: Library) -> None:
    item = rough.card("rough").item("ports")
    assert item is not None
    paper = rough.source("paper")
    many = enumerate(tuple(paper.paragraphs) * 200, start=1)
    source = paper._replace(paragraphs=tuple(p._replace(number=number) for number, p in many))
    parts = card_status(item, (1200, 2001), 0, source, follows=True)
    assert fit(parts, 36).text == "1,200/2,001 · rests on ¶2 of 1,400"
    page = source_page(source, {n: rough.citations("paper")[2] for n in range(1, 1401)})
    assert any(block.text.startswith("1,200 of 1,200 paragraphs cited") for block in page.blocks)
