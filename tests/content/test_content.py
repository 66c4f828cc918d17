"""The shipped library against its own rules: every word on a card stands in its source."""

import hashlib
import re
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from briefing.library import Library
from briefing.model import NOBODY, UNCLEAR, Card, Evidence, Item, Paragraph
from briefing.output.wording import speaker_words

ROOT = Path(__file__).resolve().parents[2]
KYODO = "kyodo-2023-01-11"
REUTERS = "reuters-2022-01-07"
CARDS = {
    "2022-01-07-us-japan-2plus2",
    "2023-01-11-us-japan-2plus2",
    "2023-01-11-us-japan-foreign-ministers",
}
QUOTATION = re.compile(r"“([^“”]*)”|“([^“”]*)\Z|\"([^\"]*)\"|\A\"([^\"]*)\Z")
"""Words between curly or straight marks, or after a mark that its paragraph never closes."""

BOTTOM_LINE_LINES = 4
COLUMNS = 88


@cache
def library() -> Library:
    return Library.open(ROOT)


@cache
def cards() -> tuple[Card, ...]:
    return library().cards()


def items() -> Iterator[tuple[Card, Item]]:
    return ((card, item) for card in cards() for item in card.items)


def evidence() -> Iterator[tuple[Card, Item, Evidence]]:
    return ((card, item, each) for card, item in items() for each in item.evidence)


def body(source_id: str) -> list[Paragraph]:
    return [p for p in library().source(source_id).paragraphs if not p.furniture]


def quotations(text: str) -> list[str]:
    """Return the words between quotation marks, without a comma that belongs to the attribution."""
    found = (next(g for g in match.groups() if g is not None) for match in QUOTATION.finditer(text))
    return [words.removesuffix(",") for words in found]


def quote_texts(source_id: str) -> set[tuple[int | None, str]]:
    return {
        (each.passage.paragraph, item.text)
        for _, item, each in evidence()
        if item.type == "quote" and each.source == source_id
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a “two plus two” meeting of “both sides,” it said", ["two plus two", "both sides"]),
        ('"We welcome it, as Japan\'s," he said. "More."', ["We welcome it, as Japan's", "More."]),
        ("“In particular, the alliance.", ["In particular, the alliance."]),
        ("China’s power and Japan's role", []),
    ],
)
def test_quotation_extractor(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


def test_cards_load_without_problems() -> None:
    assert library().problems() == ()
    assert set(library().card_ids) == {card.id for card in cards()} == CARDS
    assert {card.status for card in cards()} == {"reviewed"}


def test_evidence_is_found_in_one_place() -> None:
    unverified = [
        (card.id, each.exact, each.state, each.passage.candidates)
        for card, _, each in evidence()
        if not each.state.verified or each.passage.paragraph is None
    ]
    assert unverified == []


@pytest.mark.parametrize("source_id", [KYODO, REUTERS])
def test_every_quotation_is_a_quote_of_a_card(source_id: str) -> None:
    on_cards = quote_texts(source_id)
    in_source = {(p.number, words) for p in body(source_id) for words in quotations(p.text)}
    assert in_source - on_cards == set()
    assert on_cards - in_source == set()


@pytest.mark.parametrize(("source_id", "expected"), [(KYODO, 13), (REUTERS, 14)])
def test_number_of_quotations(source_id: str, expected: int) -> None:
    assert len([words for p in body(source_id) for words in quotations(p.text)]) == expected


@pytest.mark.parametrize("source_id", [KYODO, REUTERS])
def test_every_body_paragraph_is_cited_and_no_furniture(source_id: str) -> None:
    assert set(library().citations(source_id)) == {p.number for p in body(source_id)}


def test_furniture_is_what_is_not_the_story() -> None:
    furniture = {
        source_id: [
            p.text.split()[0] for p in library().source(source_id).paragraphs if p.furniture
        ]
        for source_id in (KYODO, REUTERS)
    }
    assert furniture == {
        KYODO: ["Photo", "Related", "U.S.", "FOCUS:"],
        REUTERS: ["date", "NEW", "Reporting"],
    }


def test_participants_are_persons_named_in_the_cards_source() -> None:
    for card in cards():
        sources = {each.source for item in card.items for each in item.evidence}
        words = " ".join(p.text for source_id in sources for p in body(source_id))
        for participant in card.participants:
            speaker = library().speakers[participant.speaker]
            assert speaker.kind == "person"
            assert speaker.name in words, (card.id, speaker.name)
            assert participant.side == speaker.country


def test_speakers_are_named_where_they_are_quoted() -> None:
    for card, item in items():
        if item.type != "quote" or item.speaker in (UNCLEAR, NOBODY):
            continue
        speaker = library().speakers[item.speaker]
        if speaker.kind == "person":
            words = " ".join(p.text for p in body(item.evidence[0].source))
            assert speaker.name in words, (card.id, item.text)


def test_voice_agrees_with_the_kind_of_speaker() -> None:
    for _, item in items():
        if item.type != "quote":
            continue
        kind = library().speakers[item.speaker].kind if item.speaker in library().speakers else None
        assert (kind == "document") == (item.voice == "joint statement"), item.text
        if kind != "person":
            assert item.voice in ("joint statement", "reported"), item.text


def test_every_speaker_topic_and_source_is_used() -> None:
    speakers = {item.speaker for _, item in items()} | {
        p.speaker for card in cards() for p in card.participants
    }
    assert set(library().speakers) == speakers - {"", UNCLEAR, NOBODY}
    assert set(library().topics) == {topic for _, item in items() for topic in item.topics}
    assert set(library().sources) == {each.source for _, _, each in evidence()}


def test_items_are_filed_and_points_have_a_kind() -> None:
    for card, item in items():
        if item.type == "bottom_line":
            continue
        assert item.topics, (card.id, item.text)
        assert (item.kind is not None) == (item.type == "point"), (card.id, item.text)


def test_our_words_hold_no_quotation_marks() -> None:
    ours = [item.text for _, item in items() if item.type != "quote"]
    ours += [item.note for _, item in items()]
    ours += [note for card in cards() for note in (card.note, card.meeting.date_note)]
    assert [text for text in ours if re.search(r"[\"“”«»]", text)] == []


def test_bottom_lines_fit() -> None:
    for card in cards():
        lines = textwrap.wrap(card.bottom_line.text, COLUMNS)
        assert len(lines) <= BOTTOM_LINE_LINES, (card.id, lines)


def test_continued_quotes_follow_their_first_half() -> None:
    halves = []
    for card in cards():
        for section in card.sections:
            for before, item in zip((None, *section.items), section.items, strict=False):
                if item.continues:
                    assert before is not None
                    assert before.type == "quote"
                    assert (before.speaker, before.voice) == (item.speaker, item.voice)
                    assert before.evidence[0].source == item.evidence[0].source
                    halves.append((card.meeting.date.year, item.text.split()[0]))
    assert sorted(halves) == [(2022, "China"), (2022, "In"), (2023, "This")]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("They decided to work together", UNCLEAR),
        ("hypersonic missile", NOBODY),
        ("two plus two", NOBODY),
        ("counterstrike", NOBODY),
        ("provocative", "blinken"),
        ("In particular, the expression", "russel"),
        ("serious and continuing concerns", "us-japan-ministers"),
        ("greatest strategic challenge", "us-japan-ministers"),
        ("to undermine the rules-based order", "joint-statement-2022"),
        ("The ministers concurred", "joint-statement-2023"),
        ("whether or not that means", "austin"),
        ("should not target", "wang-wenbin"),
        ("For regional peace", "wang-junsheng"),
    ],
)
def test_attribution(words: str, speaker: str) -> None:
    speakers = [i.speaker for _, i in items() if i.type == "quote" and i.text.startswith(words)]
    assert speakers == [speaker]


def test_experts_speak_for_no_country() -> None:
    experts = ("russel", "hornung", "wang-junsheng")
    assert [library().speakers[each].country for each in experts] == ["", "", ""]


def test_dates_that_the_texts_set() -> None:
    due = {(item.due, item.kind) for _, item in items() if item.due}
    assert due == {
        ("2025", "commitment"),
        ("FY2027", "commitment"),
        ("2023-05", "commitment"),
        ("2023-05", "fact"),
    }


def test_only_the_reworded_source_carries_a_caution() -> None:
    assert "re-worded" in library().caution(REUTERS)
    assert library().caution(KYODO) == ""


@pytest.mark.parametrize("source_id", [KYODO, REUTERS])
def test_recorded_digest(source_id: str) -> None:
    record = library().sources[source_id]
    assert record.sha256 == hashlib.sha256((ROOT / record.file).read_bytes()).hexdigest()


def test_nobody_is_listed_who_is_not_named() -> None:
    card = library().card("2022-01-07-us-japan-2plus2")
    assert {p.speaker for p in card.participants} == {"blinken", "hayashi", "kishi"}
    assert "Austin" not in library().source(REUTERS).text


def test_a_place_is_given_only_where_the_source_has_it() -> None:
    places = {card.id: card.meeting.place for card in cards()}
    assert places == {
        "2022-01-07-us-japan-2plus2": "",
        "2023-01-11-us-japan-2plus2": "Washington",
        "2023-01-11-us-japan-foreign-ministers": "",
    }
    two_plus_two = next(p.text for p in body(KYODO) if "two-plus-two meeting in" in p.text)
    assert "two-plus-two meeting in Washington" in two_plus_two
    separate = next(p.text for p in body(KYODO) if "held a separate meeting" in p.text)
    assert "Washington" not in separate


def test_a_spokesperson_is_not_said_to_speak_through_one() -> None:
    spoken = [item for _, item in items() if item.voice == "spokesperson"]
    assert [(i.speaker, speaker_words(i, library())) for i in spoken] == [
        ("wang-wenbin", "Wang Wenbin, as a spokesperson")
    ]
