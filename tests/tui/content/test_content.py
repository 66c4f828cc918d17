import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import CardError, Place, Problem
from briefing.library.library import Library
from briefing.model.card import (
    Card,
    Omission,
    Participant,
    QuotedSpeaker,
    Related,
)
from briefing.model.core import Span
from briefing.tui.content.claims import claims_page
from briefing.tui.content.copying import item_citation, paragraph_citation
from briefing.tui.content.line import shown
from briefing.tui.content.outline import MeetingLine, outline_page
from briefing.tui.content.pages.card import broken_page, card_page, has_brief, item_details
from briefing.tui.content.pages.lighting import evidence_marks, find_words, word_marks, words_at
from briefing.tui.content.pages.page import CardPage
from briefing.tui.content.pages.source import claims, source_head, source_page
from briefing.tui.content.status import card_status, fit
from briefing.tui.lineview.blocks import Block
from tests.cli.libraries import write_library
from tests.tui import libraries
from tests.tui.helpers import RAW_HOSTILE, control_characters


@pytest.fixture
def rough(tmp_path: Path) -> Library:
    return libraries.rough(tmp_path)


def page_of(library: Library, card_id: str = "rough") -> tuple[Card, CardPage]:
    card = library.card(card_id)
    return card, card_page(card, library)


def blocks_of(page: CardPage, item_id: str) -> list[Block]:
    first = page.places[item_id]
    found = [page.blocks[first]]
    for block in page.blocks[first + 1 :]:
        if not block.attached:
            break
        found.append(block)
    return found


def texts(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks]


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
        ("joint", "Communiqué"),
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


def test_a_source_counts_claims_labels_furniture_and_knows_what_is_uncited(
    rough: Library,
) -> None:
    page = source_page(rough.source("paper"), rough.citations("paper"))
    gutters = ["".join(run.text for run in b.gutter).strip() for b in page.blocks[page.first :]]
    assert gutters == ["1 –", "2 ×3", "3 ×1", "4 ×1", "5 –", "6 –", ""]
    steps = [page.next_uncited(n, 1) for n in range(8)]
    assert steps == [1, 5, 5, 5, 5, 6, None, None]
    assert [page.next_uncited(n, -1) for n in range(8)] == [None, None, 1, 1, 1, 1, 5, 6]
    assert page.paragraph(page.first - 1) is None
    assert "caution: Re-worded ␛[31mby [sic] an aggregator" in texts(list(page.blocks))


def test_what_is_not_in_the_story_is_one_line_until_it_is_asked_for(rough: Library) -> None:
    folded = source_page(rough.source("paper"), {})
    assert folded.folded
    assert folded.blocks[-1].text == "1 block not in the story"
    assert folded.block(7) is None
    assert folded.paragraph(len(folded.blocks) - 1) is None
    page = source_page(rough.source("paper"), {}, folded, folded=False)
    assert not page.folded
    place = page.block(7)
    assert place is not None
    assert page.blocks[place].lead.text.strip() == "furniture"
    assert page.paragraph(place) == 7
    assert page.blocks[-1].text == "fold 1 block not in the story"
    whole = source_page(rough.source("plain"), {})
    assert (whole.folded, whole.furniture, len(whole.blocks)) == (False, 0, whole.first + 1)


def test_what_a_card_leaves_out_has_a_sign_of_its_own(rough: Library) -> None:
    page = source_page(rough.source("paper"), rough.citations("paper"), omitted={5, 2})
    gutters = ["".join(run.text for run in b.gutter).strip() for b in page.blocks[page.first :]]
    assert gutters[:6] == ["1 –", "2 ×3", "3 ×1", "4 ×1", "5 ┊", "6 –"]


def test_evidence_is_lit_the_wanted_piece_most(rough: Library) -> None:
    item = rough.card("rough").item("ports")
    assert item is not None
    page = source_page(rough.source("paper"), rough.citations("paper"))
    marks = evidence_marks(item, "paper", 0, page)
    (block, found), *others = marks.items()
    assert others == []
    assert [page.blocks[block].text[m.start : m.end] for m in found] == ["whatever may come"]
    assert [m.role for m in found] == ["evidence"]
    assert [m.role for m in evidence_marks(item, "paper", 1, page)[block]] == ["more-evidence"]


def test_an_item_that_rests_twice_on_a_paragraph_is_one_claim(rough: Library) -> None:
    citations = rough.citations("paper")[2]
    assert [c.item.id for c in claims((*citations, *citations))] == [
        "bottom-line",
        "ports",
        "drifted",
    ]
    blocks, places = claims_page(claims(citations), rough)
    assert [b.text for b in blocks if b.role == "heading"] == ["Rough [the President] ␛[2J talks"]
    assert [claim.item.id for claim in places.values()] == ["bottom-line", "ports", "drifted"]
    assert blocks[list(places)[2]].text.startswith("the ports will close")
    assert blocks[-1].text.startswith("Ann [/x] ␛[1mLee · Outcomes [b] ␛[1m · drifted")


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


def test_a_citation_carries_the_state_and_the_caution(rough: Library) -> None:
    card = rough.card("rough")
    item = card.item("drifted")
    assert item is not None
    copied = item_citation(item, card, rough).splitlines()
    assert copied[0] == shown(item.text)
    assert copied[1].startswith("Ann [/x] ␛[1mLee, Minister [sic] (spoken), Rough")
    assert "¶2" in copied[2]
    assert copied[3].startswith("Not verified: drifted")
    assert copied[4].startswith("Caution: Re-worded")


def test_a_verified_citation_is_quoted() -> None:
    library = libraries.tidy()
    card = library.cards()[-1]
    quote = next(item for item in card.items if item.text.startswith("[The President]"))
    copied = item_citation(quote, card, library)
    assert copied.startswith("“[The President] will sign by June,”\nÉlodie Façade, ")
    assert "3 May 2021" in copied
    assert "Not verified" not in copied
    unclear = next(item for item in library.cards()[0].items if item.speaker == "unclear")
    assert "\nspeaker unclear (reported), River talks, Tokyo, " in item_citation(
        unclear, library.cards()[0], library
    )
    source = library.source("kasen-kaigi-2022")
    assert "Caution: Part of" in paragraph_citation(source, 2)


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


def test_a_broken_card_shows_each_mistake_with_its_place() -> None:
    library = libraries.broken()
    library.cards()
    error = library.broken["2023-02-04-three-mistakes"]
    page = broken_page("2023-02-04-three-mistakes", error)
    assert page.blocks[1].text.startswith("broken")
    stops = [block.text for block in page.blocks if block.stop]
    assert len(stops) == len(error.problems) >= 3
    assert all(re.match(r"\d+:\d+: ", text) for text in stops)
    named = [block.text for block in page.blocks if "three-mistakes.yaml" in block.text]
    assert named == ["content/meetings/2023-02-04-three-mistakes.yaml"]


def test_a_mistake_in_another_file_is_shown_with_that_file() -> None:
    problems = [
        Problem("error", "bad", Place("content/meetings/x.yaml", 3, 1), "no good"),
        Problem("error", "worse", Place("content/speakers.yaml"), "no better"),
    ]
    page = broken_page("x", CardError("cannot be read", problems=problems))
    assert [block.text for block in page.blocks if block.stop] == [
        "content/meetings/x.yaml:3:1: no good",
        "content/speakers.yaml: no better",
    ]


def test_a_note_on_the_date_stands_apart_from_the_facts(rough: Library) -> None:
    _, page = page_of(rough)
    facts = next(n for n, b in enumerate(page.blocks) if b.text.startswith("11 January 2023"))
    assert page.blocks[facts].text == "11 January 2023 · Lyon [/x] · draft"
    assert page.blocks[facts + 1].text == "on the date: the 10th"


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


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (["Japan"], "Japan and japan, not Japanese", ["Japan", "japan"]),
        (["two-plus-two"], "the two-plus-two talks", ["two-plus-two"]),
        (["林"], "林芳正外相", ["林"]),
        (["a.c"], "abc a.c", ["a.c"]),
        (["", " "], "nothing", []),
        ([], "nothing", []),
    ],
)
def test_finding_words(words: list[str], text: str, expected: list[str]) -> None:
    assert [text[slice(*span)] for span in find_words(text, words)] == expected


def test_the_words_that_spans_touch() -> None:
    text = "Japan's counterstrike capabilities"
    assert words_at(text, [Span(0, 3), Span(8, 9), Span(10, 12)]) == ("Japan's", "counterstrike")


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=40), st.lists(st.text(max_size=4), max_size=4))
def test_lighting_any_words_in_any_text_stays_inside_it(text: str, words: list[str]) -> None:
    for marks in word_marks([Block(text)], words).values():
        assert all(0 <= m.start < m.end <= len(text) for m in marks)


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
    source = replace(paper, paragraphs=tuple(p._replace(number=number) for number, p in many))
    parts = card_status(item, (1200, 2001), 0, source, follows=True)
    assert fit(parts, 36).text == "1,200/2,001 · rests on ¶2 of 1,400"
    page = source_page(source, {n: rough.citations("paper")[2] for n in range(1, 1401)})
    assert any(block.text.startswith("1,200 of 1,200 paragraphs cited") for block in page.blocks)


def test_a_guessed_encoding_and_damage_are_said_above_the_source(rough: Library) -> None:
    source = replace(rough.source("paper"), encoding="cp1251", guessed=True, damaged=2)
    told = texts(list(source_head(source)))
    assert "read as windows-1251, a guess: other letters may be meant" in told
    assert "damaged in 2 places, shown as \ufffd" in told
    plain = texts(list(source_head(rough.source("paper"))))
    assert not any("guess" in line or "damaged" in line for line in plain)


def test_a_long_side_is_cut_with_an_ellipsis(rough: Library) -> None:
    card = rough.card("rough")
    long = card._replace(participants=(Participant("board", "Observer", "Confluence Commission"),))
    leads = [block.lead.text for block in card_page(long, rough).blocks]
    assert "Confluence Comm…  " in leads
