"""Cards laid out as pages: what is said of each item, and how."""

from pathlib import Path

import pytest

from briefing.library.library import Library
from briefing.model.card import (
    ItemLink,
    Omission,
    Participant,
    QuotedSpeaker,
    Related,
)
from briefing.tui.content.copying import item_citation
from briefing.tui.content.line import shown
from briefing.tui.content.pages.card import card_page, has_brief, item_details
from briefing.tui.content.pages.page import CardPage
from briefing.tui.content.status import card_status, fit
from tests.cli.libraries import DOCUMENT, SOURCES, write_library
from tests.tui.content.pages import blocks_of, page_of, texts


def test_words_that_are_missing_are_missed_in_a_source_by_name(rough: Library) -> None:
    _, page = page_of(rough)
    assert "not found in The [bold]Paper[/x] ␛]0" in texts(blocks_of(page, "missing"))


@pytest.mark.parametrize("item_id", ["drifted", "ambiguous", "missing"])
def test_only_verified_words_stand_in_quotation_marks(rough: Library, item_id: str) -> None:
    card, page = page_of(rough)
    words, facts, *_ = blocks_of(page, item_id)
    item = card.item(item_id)
    assert item is not None
    assert words.text == shown(item.text)
    assert "“" not in words.text
    assert f"· {item_id}" in facts.text


def test_a_verified_quote_stands_in_quotation_marks_with_its_speaker_and_caution(
    rough: Library,
) -> None:
    _, page = page_of(rough)
    words, facts, note = texts(blocks_of(page, "long-day"))
    assert words == "“It was a long day.”"
    assert facts == "Ann [/x] ␛[1mLee, Minister [sic] · caution"
    assert note == "note: A remark [/x] ␛[2J"
    told = [text for text in texts(list(page.blocks)) if text.startswith("caution:")]
    assert told == ["caution: Re-worded ␛[31mby [sic] an aggregator"]


def test_a_drifted_quote_shows_what_the_source_has_instead(rough: Library) -> None:
    _, page = page_of(rough)
    reads = blocks_of(page, "drifted")[2]
    assert reads.text.startswith("the source reads: the ports will not close")
    assert [reads.text[m.start : m.end].strip() for m in reads.marks] == ["not"]


@pytest.mark.parametrize(
    ("item_id", "expected"),
    [
        ("joint", "Communiqué · Plain"),
        ("for-board", "The board · through a spokesperson"),
        ("missing", "speaker unclear · as reported · missing · caution"),
        ("ports", "commitment · due 2024 · caution"),
    ],
)
def test_the_facts_of_an_item(rough: Library, item_id: str, expected: str) -> None:
    _, page = page_of(rough)
    assert blocks_of(page, item_id)[1].text == expected


def test_every_item_of_a_source_to_beware_of_says_so_in_a_word(tmp_path: Path) -> None:
    more = "- open: Who pays?\n  evidence: [{source: gazette, absent: [cost]}]\n"
    library = Library.open(write_library(tmp_path, more=more))
    card, page = page_of(library, "2023-02-06-river")
    for item in card.items:
        facts = [text.split(" · ") for text in texts(blocks_of(page, item.id))]
        told = sum(words.count("caution") for words in facts)
        assert told == (item.type != "bottom_line"), item.id


def test_a_quote_that_goes_on_stands_close_to_its_beginning(rough: Library) -> None:
    _, page = page_of(rough)
    assert not blocks_of(page, "long-day")[-1].space_after
    assert page.blocks[page.places["others"]].lead.text.strip() == "↳"
    assert blocks_of(page, "others")[-1].space_after


def test_every_item_of_a_card_is_a_stop_once(rough: Library) -> None:
    card, page = page_of(rough)
    stops = [index for index, block in enumerate(page.blocks) if block.stop]
    assert stops == list(page.items)
    assert [item.id for item in page.items.values()] == [item.id for item in card.items]
    assert [title for title, _ in page.sections] == ["Outcomes [b] ␛[1m", "Reactions"]
    assert page.section_of(page.places["bottom-line"]) is None
    assert page.section_of(page.places["joint"]) == 1


def brief_of(library: Library) -> CardPage:
    card = library.card("rough")
    marked = {"long-day", "joint"}
    sections = tuple(
        section._replace(
            items=tuple(item._replace(key=item.id in marked) for item in section.items)
        )
        for section in card.sections
    )
    return card_page(card._replace(sections=sections), library, brief=True)


def test_a_brief_is_the_bottom_line_the_key_items_and_the_dates_ahead(rough: Library) -> None:
    page = brief_of(rough)
    assert [item.id for item in page.items.values()] == [
        "bottom-line",
        "long-day",
        "joint",
        "ports",
    ]
    assert [title for title, _ in page.sections] == ["Key items", "Dates ahead"]
    assert "5 more items in the record: press v" in texts(list(page.blocks))
    stops = [index for index, block in enumerate(page.blocks) if block.stop]
    assert stops == list(page.items)


def test_a_card_without_key_items_has_no_brief(rough: Library) -> None:
    card = rough.card("rough")
    assert not has_brief(card)
    assert has_brief(card._replace(bottom_line=card.bottom_line._replace(key=True)))


def test_quoted_words_in_a_point_and_a_translation_are_told_apart(tmp_path: Path) -> None:
    more = (
        "- point: Voss said “We share one river” and 'nothing else'.\n"
        "  by: [voss]\n"
        '  evidence: [{source: gazette, exact: "Minister Ada Voss said"}]\n'
        "- quote: We will not build a dam unless both sides agree.\n"
        "  speaker: voss\n  source: gazette\n  voice: spoken\n"
        "  translation: {text: Kein «Damm» ohne beide., language: de, by: us}\n"
    )
    library = Library.open(write_library(tmp_path, more=more))
    page = card_page(library.card("2023-02-06-river"), library)
    point, quote = [block for block in page.blocks if block.stop][-2:]
    assert point.text == 'Voss said “We share one river” and "nothing else".'
    assert [point.text[mark.start : mark.end] for mark in point.marks] == ["“We share one river”"]
    assert quote.text == "“We will not build a dam unless both sides agree.”"
    assert 'our translation (de, by us): Kein "Damm" ohne beide.' in texts(list(page.blocks))


def test_the_shift_leads_from_item_text_to_block_text(rough: Library) -> None:
    _, page = page_of(rough)
    for block, item in page.items.items():
        shift = page.shifts.get(block, 0)
        assert page.blocks[block].text[shift:].startswith(shown(item.text))


def test_other_cards_and_sources_are_called_by_name_on_a_record(rough: Library) -> None:
    card = rough.card("rough")
    card = card._replace(
        superseded_by="rough",
        related=(Related("rough", "Again."), Related("gone", "Lost.")),
        omitted=(Omission("paper", "It", "Told.", (3, 4)), Omission("plain", "A", "Short.", (1,))),
    )
    said = texts(list(card_page(card, rough).blocks))
    title = shown(card.title)
    assert f"superseded by {title}" in said
    assert [f"{title}: Again.", "gone: Lost."] == said[said.index("Related") + 1 :][:2]
    assert said[-1] == "Plain ¶1: Short."
    assert said[-2].endswith(" ¶3, ¶4: Told.")
    one = card._replace(omitted=card.omitted[:1])
    assert texts(list(card_page(one, rough).blocks))[-1] == "¶3, ¶4: Told."


def test_who_a_point_is_by_is_said_under_the_cursor_before_its_topics(rough: Library) -> None:
    item = rough.card("rough").item("ports")
    assert item is not None
    assert item_details(item, rough) == ["Trade [b] �evil"]
    details = item_details(item._replace(by=("ann", "board"), kind="position"), rough)
    assert details == ["Ann [/x] ␛[1mLee and another", "position", "Trade [b] �evil"]
    parts = card_status(item, (1, 8), 0, None, follows=True, details=details)
    assert fit(parts, 70).text.endswith("Lee and another · position")


@pytest.mark.parametrize(
    ("card", "said"),
    [("rough", "follows Rough [the President] ␛[2J talks"), ("gone", "follows gone")],
)
def test_what_an_item_takes_up_is_said_under_the_cursor(
    rough: Library, card: str, said: str
) -> None:
    item = rough.card("rough").item("ports")
    assert item is not None
    assert said in item_details(item._replace(follows=ItemLink(card, "x")), rough)


def test_whoever_is_quoted_without_taking_part_has_an_office_too(tmp_path: Path) -> None:
    more = (
        "- quote: We will not build a dam unless both sides agree.\n"
        "  id: dam\n  speaker: voss\n  source: gazette\n  voice: spoken\n"
        "  translation: {text: Kein Damm ohne beide., language: de, by: us}\n"
        "- point: Nothing is built.\n  id: nothing\n  by: [voss]\n"
        '  evidence: [{source: gazette, exact: "Minister Ada Voss said"}]\n'
    )
    library = Library.open(write_library(tmp_path, more=more))
    card = library.card("2023-02-06-river")
    card = card._replace(participants=(), quoted=(QuotedSpeaker("voss", "Minister of Water"),))
    _, facts, *_ = blocks_of(card_page(card, library), "dam")
    assert facts.text.startswith("Ada Voss, Minister of Water")
    dam, nothing = card.item("dam"), card.item("nothing")
    assert dam is not None
    assert nothing is not None
    _, translated, who, *_ = item_citation(dam, card, library).splitlines()
    assert translated == "our translation (de, by us): Kein Damm ohne beide."
    assert who.startswith("Ada Voss, Minister of Water (spoken), ")
    _, who, *_ = item_citation(nothing, card, library).splitlines()
    assert who.startswith("Ada Voss, Minister of Water, ")


def test_a_note_on_the_date_stands_apart_from_the_facts(rough: Library) -> None:
    _, page = page_of(rough)
    facts = next(n for n, b in enumerate(page.blocks) if b.text.startswith("11 January 2023"))
    assert page.blocks[facts].text == "11 January 2023 · Lyon [/x] · draft"
    assert page.blocks[facts + 1].text == "on the date: the 10th"


def test_a_long_side_is_cut_with_an_ellipsis(rough: Library) -> None:
    card = rough.card("rough")
    long = card._replace(participants=(Participant("board", "Observer", "Confluence Commission"),))
    leads = [block.lead.text for block in card_page(long, rough).blocks]
    assert "Confluence Comm…  " in leads


@pytest.mark.parametrize(
    ("cited", "said"),
    [
        (("gazette", "gazette", "gazette"), ["", "", ""]),
        (("gazette", "herald", "herald"), ["", "Herald", ""]),
        (("herald", "gazette", "herald"), ["Herald", "River Gazette", "Herald"]),
    ],
)
def test_of_several_sources_the_card_names_each_where_it_changes(
    tmp_path: Path, cited: tuple[str, ...], said: list[str]
) -> None:
    sources = SOURCES + "herald: {file: seeds/herald.txt, publisher: 'Herald, by post'}\n"
    more = "".join(
        f"- point: Point {number}.\n  id: p{number}\n"
        f"  evidence: [{{source: {source}, exact: The levels were never published before}}]\n"
        for number, source in enumerate(cited)
    )
    root = write_library(tmp_path, more=more, sources=sources)
    (root / "seeds/herald.txt").write_text(DOCUMENT, encoding="utf-8")
    library = Library.open(root)
    page = card_page(library.card("2023-02-06-river"), library)
    after = [page.places[f"p{number}"] + 1 for number in range(len(cited))]
    facts = [[b.text for b in page.blocks[n : n + 1] if b.attached] for n in after]
    facts = [[name for text in each for name in text.split(" · ")] for each in facts]
    assert [[name for name in each if name not in ("", "caution")] for each in facts] == [
        [name] if name else [] for name in said
    ]
