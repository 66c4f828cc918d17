"""The shipped library against its own rules: short, and every word on a card in its source."""

import hashlib
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from briefing.check.report import check
from briefing.library.coverage import card_words, story_words
from briefing.library.library import Library
from briefing.model.card import Card, Item
from briefing.model.core import NOBODY, UNCLEAR
from briefing.model.evidence import Evidence
from briefing.model.source import Paragraph
from tests.content.quotations import KYODO, QUOTATIONS, REUTERS, THREE_NAMED, bare, quotations

ROOT = Path(__file__).resolve().parents[2]
VIRTUAL = "2022-01-07-us-japan-2plus2"
WASHINGTON = "2023-01-11-us-japan-2plus2"
SEPARATE = "2023-01-11-us-japan-foreign-ministers"
CARDS = {VIRTUAL, WASHINGTON, SEPARATE}
KEY_ITEMS = 7

RELATIVE = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:that|this|last|next) (?:week|month|year)"
    r"|(?:in|mid-|In mid-)(?: ?)(?:May|October|December))\b(?! \[)(?! \d{4})"
)
"""A time that needs the story's date to be understood, with no date in brackets after it."""
MUCH_THE_SAME = 0.5
"""The share of a text's words from which on another text repeats it."""


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


def people(card: Card) -> set[str]:
    """Return the ids of those who took part or are quoted."""
    return {p.speaker for p in card.participants} | {q.speaker for q in card.quoted}


def body(source_id: str) -> list[Paragraph]:
    return [p for p in library().source(source_id).paragraphs if not p.furniture]


@cache
def kept() -> tuple[tuple[str, int | None, str, tuple[str, ...]], ...]:
    """Return source, paragraph, words and speakers of all that the cards quote."""
    found = []
    for _, item in items():
        if item.type == "quote":
            at = item.evidence[0]
            who = tuple(each for each in item.speakers if each != NOBODY)
            found.append((at.source, at.passage.paragraph, bare(item.text), who))
        for quoted in item.quoted:
            words = item.text[quoted.span.start : quoted.span.end]
            found.append((quoted.source, quoted.passage.paragraph, bare(words), item.by))
    return tuple(found)


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


def test_check_has_nothing_to_say() -> None:
    assert check(library()).problems == ()


def test_evidence_is_found_in_one_place() -> None:
    unverified = [
        (card.id, each.exact, each.state, each.passage.candidates)
        for card, _, each in evidence()
        if not each.absent and (not each.state.verified or each.passage.paragraph is None)
    ]
    assert unverified == []


@pytest.mark.parametrize("source_id", [KYODO, REUTERS])
def test_the_list_of_quotations_is_whole(source_id: str) -> None:
    in_source = [(p.number, bare(words)) for p in body(source_id) for words in quotations(p.text)]
    listed = [(number, words) for source, number, words, _ in QUOTATIONS if source == source_id]
    assert len(in_source) == len(listed)
    for (number, words), (expected, opening) in zip(in_source, listed, strict=True):
        assert number == expected
        assert words.startswith(opening)


@pytest.mark.parametrize(
    ("source_id", "number", "opening", "who"), QUOTATIONS, ids=[q[2] for q in QUOTATIONS]
)
def test_every_quotation_is_kept_once_whole_and_given_to_who_said_it(
    source_id: str, number: int, opening: str, who: tuple[str, ...]
) -> None:
    paragraph = library().source(source_id).paragraph(number)
    whole = next(w for w in map(bare, quotations(paragraph.text)) if w.startswith(opening))
    assert [each for each in kept() if each[2] == whole] == [(source_id, number, whole, who)]


def test_nothing_else_is_quoted() -> None:
    assert len(kept()) == len(QUOTATIONS) == 27
    assert [item.unfound for _, item in items() if item.unfound] == []


def test_a_card_has_at_most_half_the_words_of_its_story() -> None:
    for card in cards():
        assert card_words(card) * 2 <= story_words(card, library()), card.id


def test_the_brief_is_seven_items_at_most() -> None:
    assert {card.id: len(card.key_items) for card in cards()} == {
        VIRTUAL: KEY_ITEMS,
        WASHINGTON: KEY_ITEMS,
        SEPARATE: 3,
    }


def test_the_brief_tells_dates_and_disagreement() -> None:
    brief = library().card(WASHINGTON).key_items
    assert {item.due for item in brief if item.due} == {"2025", "FY2027"}
    assert any("wang-wenbin" in item.by for item in brief)


@pytest.mark.parametrize("source_id", [KYODO, REUTERS])
def test_every_body_paragraph_is_cited_or_omitted_and_no_furniture(source_id: str) -> None:
    omitted = {
        number
        for card in cards()
        for omission in card.omitted
        if omission.source == source_id
        for number in omission.paragraphs
    }
    assert set(library().citations(source_id)) | omitted == {p.number for p in body(source_id)}


def test_omissions_name_one_paragraph_and_have_a_reason_of_their_own() -> None:
    omissions = [omission for card in cards() for omission in card.omitted]
    assert [each.starts for each in omissions if len(each.paragraphs) != 1] == []
    assert max(Counter(each.why for each in omissions).values()) == 1


@pytest.mark.parametrize("card_id", sorted(CARDS))
def test_no_text_of_ours_says_what_another_says(card_id: str) -> None:
    names = words_of(" ".join(each.name for each in library().speakers.values()))
    ours = [
        (item.text, words_of(item.text) - names)
        for item in library().card(card_id).items
        if item.type != "quote"
    ]
    for (one, first), (other, second) in itertools.combinations(ours, 2):
        shared = len(first & second) / min(len(first), len(second))
        assert shared < MUCH_THE_SAME, (one, other)


def words_of(text: str) -> set[str]:
    return {word for word in re.findall(r"[\w']+", text.lower()) if len(word) > 3}


def test_points_are_understood_alone() -> None:
    points = [item.text for _, item in items() if item.type == "point"]
    assert [
        text for text in points if re.match(r"(They|He|She|It|Both|The two|The four)\b", text)
    ] == []
    assert [text for text in points if "self-ruled" in text] == []
    assert [text for text in points if RELATIVE.search(text)] == []


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


def test_people_of_a_card_are_persons_named_in_its_source() -> None:
    for card in cards():
        sources = {each.source for item in card.items for each in item.evidence}
        words = " ".join(p.text for source_id in sources for p in body(source_id))
        for person in people(card):
            speaker = library().speakers[person]
            assert speaker.kind == "person"
            assert speaker.name in words, (card.id, speaker.name)
        for participant in card.participants:
            assert participant.side == library().speakers[participant.speaker].country


def test_persons_who_speak_take_part_or_are_listed_as_quoted() -> None:
    for card, item in items():
        listed = people(card)
        for each in item.speakers:
            if each not in (UNCLEAR, NOBODY) and library().speakers[each].kind == "person":
                assert each in listed, (card.id, item.text)


def test_voice_agrees_with_the_kind_of_speaker() -> None:
    for _, item in items():
        if item.type != "quote":
            continue
        kind = library().speakers[item.speaker].kind if item.speaker in library().speakers else None
        assert (kind == "document") == (item.voice == "joint statement"), item.text
        if kind != "person":
            assert item.voice in ("joint statement", "reported"), item.text


def test_every_speaker_topic_and_source_is_used() -> None:
    speakers = {each for _, item in items() for each in item.speakers} | {
        person for card in cards() for person in people(card)
    }
    assert set(library().speakers) == speakers - {"", UNCLEAR, NOBODY}
    assert set(library().topics) == {topic for _, item in items() for topic in item.topics}
    assert set(library().sources) == {each.source for _, _, each in evidence()}


def test_items_are_filed_and_statements_have_a_kind() -> None:
    kindless = []
    for card, item in items():
        if item.type == "bottom_line":
            continue
        assert item.topics, (card.id, item.text)
        if item.type != "open" and item.kind is None:
            kindless.append(item.text)
    assert kindless == ["provocative"]


def test_a_point_names_who_says_it_unless_nobody_does() -> None:
    nobodys = [item for _, item in items() if item.type == "point" and not item.by]
    assert {item.text.partition(" ")[0] for item in nobodys} == {"North", "In", "The"}
    assert {item.kind for item in nobodys} == {"fact"}


def test_commitments_are_bound_to_somebody() -> None:
    bound = {VIRTUAL: 2, WASHINGTON: 5, SEPARATE: 3}
    commitments = [(card.id, item) for card, item in items() if item.kind == "commitment"]
    assert Counter(card_id for card_id, _ in commitments) == bound
    assert all(item.speakers for _, item in commitments)


def test_governments_and_ministries_are_bodies() -> None:
    bodies = {each for _, item in items() for each in item.by} & {
        name for name, speaker in library().speakers.items() if speaker.kind == "body"
    }
    assert bodies == {
        "japan",
        "japan-foreign-ministry",
        "state-department",
        "china-foreign-ministry",
    }


def test_notes_hold_no_quotation_marks() -> None:
    ours = [item.note for _, item in items()]
    ours += [note for card in cards() for note in (card.note, card.meeting.date_note)]
    ours += [each.why for card in cards() for each in card.omitted]
    ours += [each.why for card in cards() for each in card.related]
    assert [text for text in ours if re.search(r"[\"“”«»]", text)] == []


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


def test_experts_speak_for_no_country() -> None:
    experts = ("russel", "hornung", "wang-junsheng")
    assert [library().speakers[each].country for each in experts] == ["", "", ""]


def test_dates_that_the_texts_set() -> None:
    due = {(card.id, item.due, item.kind) for card, item in items() if item.due}
    assert due == {
        (WASHINGTON, "2025", "fact"),
        (WASHINGTON, "FY2027", "commitment"),
        (WASHINGTON, "2023-05", "fact"),
        (SEPARATE, "2023-05", "commitment"),
    }


def test_an_absence_is_evidence_only_for_an_open_question() -> None:
    absent = {(item.type, each.source, each.absent) for _, item, each in evidence() if each.absent}
    assert absent == {("open", KYODO, ("nuclear",)), ("open", REUTERS, ("Austin",))}


def test_sources_are_dated_and_signed_as_their_files_are() -> None:
    records = library().sources
    assert (str(records[KYODO].published), records[KYODO].byline) == ("2023-01", "")
    assert str(records[REUTERS].published) == "2022-01-07"
    credits = next(p.text for p in library().source(REUTERS).paragraphs if "Reporting" in p.text)
    assert records[REUTERS].byline in credits
    assert [record.title for record in records.values()] == ["", ""]


def test_only_the_reworded_source_carries_a_caution() -> None:
    assert "re-worded" in library().caution(REUTERS)
    assert library().caution(KYODO) == ""


@pytest.mark.parametrize("source_id", [KYODO, REUTERS])
def test_recorded_digest(source_id: str) -> None:
    record = library().sources[source_id]
    assert record.sha256 == hashlib.sha256((ROOT / record.file).read_bytes()).hexdigest()


def test_nobody_is_listed_who_is_not_named() -> None:
    card = library().card(VIRTUAL)
    assert {p.speaker for p in card.participants} == set(THREE_NAMED)
    assert "Austin" not in library().source(REUTERS).text[:]


def test_a_place_is_given_only_where_the_source_has_it() -> None:
    places = {card.id: card.meeting.place for card in cards()}
    assert places == {VIRTUAL: "", WASHINGTON: "Washington", SEPARATE: ""}
    two_plus_two = next(p.text for p in body(KYODO) if "two-plus-two meeting in" in p.text)
    assert "two-plus-two meeting in Washington" in two_plus_two
    separate = next(p.text for p in body(KYODO) if "held a separate meeting" in p.text)
    assert "Washington" not in separate


def test_cards_of_one_week_and_of_one_series_lead_to_each_other() -> None:
    related = {(card.id, each.card) for card in cards() for each in card.related}
    assert related == {
        (WASHINGTON, SEPARATE),
        (SEPARATE, WASHINGTON),
        (WASHINGTON, VIRTUAL),
        (VIRTUAL, WASHINGTON),
    }
