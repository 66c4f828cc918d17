"""Meetings compared by topic: the bundled ones, and made ones for the rest."""

from functools import cache
from pathlib import Path

import pytest

from briefing.analysis.compare.comparison import (
    NO_TOPIC,
    Comparison,
    Pair,
    Standing,
    TopicComparison,
    compare,
)
from briefing.library.library import Library
from briefing.model.core import State
from briefing.output.analysis.compare.wording import stage_words
from tests.analysis.libraries import make_library, opened, point, quote

ROOT = Path(__file__).resolve().parents[3]
VIRTUAL = "2022-01-07-us-japan-2plus2"
WASHINGTON = "2023-01-11-us-japan-2plus2"


@cache
def bundled() -> Library:
    return Library.open(ROOT)


@cache
def compared(*cards: str) -> Comparison:
    return compare([bundled().card(card) for card in cards], bundled())


def topic_of(comparison: Comparison, topic: str) -> TopicComparison:
    return next(each for each in comparison.topics if each.topic == topic)


def numbers(pairs: tuple[Pair, ...]) -> list[tuple[int, int]]:
    return [(pair.earlier.number, pair.later.number) for pair in pairs]


@pytest.mark.parametrize(
    ("topic", "standing", "earlier", "later"),
    [
        (
            "china",
            "continued",
            "to undermine the rules-based order",
            "greatest strategic challenge",
        ),
        ("space", "continued", "including hypersonics and space", "treaty's Article 5"),
        ("counterstrike", "continued", "enemy strike capabilities", "Tomahawk missiles"),
        ("counterstrike", "continued", "considering “all options", "“counterstrike” capabilities"),
        ("defense-spending", "continued", "a 10th consecutive annual increase", "2 percent of GDP"),
        (
            "missiles",
            "continued",
            "plan a defense collaboration agreement",
            "advanced materials",
        ),
        ("taiwan", "continued", "peace and stability in the Taiwan Strait", "invasion is imminent"),
        ("russia-ukraine", "continued", "Russia's build-up", "Russia's war in Ukraine"),
        ("north-korea", "continued", "Korea's missile launch", "also from North Korea"),
        ("human-rights", "not in these sources", "human rights in Xinjiang", ""),
        ("g7", "new", "", "G-7 summit"),
        ("force-posture", "new", "", "12th Marine Regiment"),
    ],
)
def test_the_bundled_meetings(topic: str, standing: str, earlier: str, later: str) -> None:
    found = topic_of(compared(VIRTUAL, WASHINGTON), topic)
    assert found.standing.value == standing
    for stage, words in zip(found.stages, (earlier, later), strict=True):
        assert bool(stage.statements) == bool(words)
        assert not words or any(words in statement.text for statement in stage.statements)


@pytest.mark.parametrize(
    ("topic", "pairs"),
    [
        ("space", [(16, 1)]),
        ("china", [(2, 6), (2, 5), (6, 10)]),
        ("counterstrike", [(17, 14), (17, 2)]),
        ("strategy-documents", [(17, 14), (17, 18)]),
        ("alliance", [(1, 2)]),
        ("defense-spending", [(10, 18)]),
        ("missiles", [(16, 3)]),
        ("defense-technology", [(16, 3)]),
        ("taiwan", [(4, 11), (4, 9), (6, 10)]),
        ("international-order", [(2, 6)]),
        ("north-korea", [(5, 4)]),
        ("russia-ukraine", [(5, 4), (5, 18)]),
        ("deterrence", [(1, 1)]),
    ],
)
def test_what_the_bundled_meetings_lay_beside_each_other(
    topic: str, pairs: list[tuple[int, int]]
) -> None:
    (step,) = topic_of(compared(VIRTUAL, WASHINGTON), topic).steps
    assert numbers(step.pairs) == pairs


def test_each_pair_names_its_ground_and_the_verbs_of_its_sources() -> None:
    (step,) = topic_of(compared(VIRTUAL, WASHINGTON), "international-order").steps
    (pair,) = step.pairs
    words = ("economic", "political", "technological", "order", "China")
    assert pair.ground.words == words
    assert pair.ground.topics == ("china",)
    first, second = pair.earlier.wording, pair.later.wording
    assert first is not None
    assert second is not None
    shared = [first.text[p.earlier.start : p.earlier.end] for p in pair.shared]
    assert "political, economic, military and technological" in shared
    assert pair.earlier.verb is None
    verb = pair.later.verb
    assert verb is not None
    assert (verb.word, verb.strength.name, verb.source, verb.paragraph) == (
        "concurred",
        "AGREED",
        "kyodo-2023-01",
        5,
    )
    assert pair.change == ""


def test_a_promise_to_consider_is_no_plain_promise() -> None:
    step = topic_of(compared(VIRTUAL, WASHINGTON), "counterstrike").steps[0]
    verb = step.pairs[0].earlier.verb
    assert verb is not None
    assert (verb.word, verb.hedge, verb.hedge_word) == ("promised", "tentative", "to consider")


def test_a_silent_card_is_told_from_a_silent_source() -> None:
    comparison = compared(VIRTUAL, WASHINGTON)
    looked = topic_of(comparison, "human-rights").stages[1].looked
    assert looked is not None
    assert looked.nowhere
    assert looked.names == ("Human rights", "Xinjiang", "Hong Kong", "人権")
    assert looked.sources == ("kyodo-2023-01",)
    # The separate meeting's card leaves out what its source has of Taiwan.
    silent = topic_of(compared(VIRTUAL, "2023-01-11-us-japan-foreign-ministers"), "taiwan")
    assert silent.standing is Standing.SILENT
    looked = silent.stages[1].looked
    assert looked is not None
    assert not looked.nowhere
    assert [(p.paragraph, p.words) for p in looked.places][:2] == [(9, "Taiwan"), (13, "Taiwan")]


def test_proven_absence_is_shown_with_its_words() -> None:
    stages = topic_of(compared(VIRTUAL, WASHINGTON), "deterrence").stages
    absences = [each for s in stages[1].statements for each in s.absences]
    assert [(a.source, a.words, a.holds) for a in absences] == [
        ("kyodo-2023-01", ("nuclear",), True)
    ]


@pytest.mark.parametrize("card", [VIRTUAL, WASHINGTON, "2023-01-11-us-japan-foreign-ministers"])
def test_a_card_beside_itself_is_continued_without_a_difference(card: str) -> None:
    comparison = compared(card, card)
    assert {topic.standing for topic in comparison.topics} == {Standing.CONTINUED}
    for topic in comparison.topics:
        (step,) = topic.steps
        assert not step.only_earlier
        assert not step.only_later
        for pair in step.pairs:
            assert pair.earlier == pair.later
            assert pair.same_words in (None, 1.0)
            assert all(part.kind == "same" for part in pair.differences)
            assert pair.change in ("", "same")


@pytest.mark.parametrize("other", [WASHINGTON, "2023-01-11-us-japan-foreign-ministers"])
def test_swapped_sides_swap_what_is_new_and_missing(other: str) -> None:
    forth, back = compared(VIRTUAL, other), compared(other, VIRTUAL)
    gone = (Standing.MISSING, Standing.SILENT)
    for topic in forth.topics:
        turned = topic_of(back, topic.topic).standing
        if topic.standing is Standing.NEW:
            assert turned in gone
        else:
            assert turned is (Standing.NEW if topic.standing in gone else Standing.CONTINUED)
    for topic in forth.topics:
        mirrored = topic_of(back, topic.topic)
        assert [sorted((b, a) for a, b in numbers(s.pairs)) for s in topic.steps] == [
            sorted(numbers(s.pairs)) for s in mirrored.steps
        ]
        for stage in topic.stages:
            same = next(s for s in mirrored.stages if s.card == stage.card)
            assert stage.looked == same.looked


@pytest.mark.parametrize("cards", [(VIRTUAL, WASHINGTON), (WASHINGTON, VIRTUAL)])
def test_every_span_lies_in_its_paragraph_and_says_its_words(cards: tuple[str, str]) -> None:
    library = bundled()
    for topic in compared(*cards).topics:
        for stage in topic.stages:
            for statement in stage.statements:
                for wording in statement.wordings:
                    paragraph = library.source(wording.source).paragraph(wording.paragraph)
                    assert wording.text == paragraph.text
                    assert wording.state.verified
                    assert all(0 <= s.start < s.end <= len(paragraph.text) for s in wording.spans)
                for verb in statement.verbs:
                    text = library.source(verb.source).paragraph(verb.paragraph).text
                    assert text[verb.span.start : verb.span.end] == verb.word
            for place in stage.looked.places if stage.looked else ():
                text = library.source(place.source).paragraph(place.paragraph).text
                assert text[place.span.start : place.span.end] == place.words


TEXTS = {
    "gazette-2020-01-01": "They agreed to publish the levels by May.\n\nA dam was discussed.",
    "gazette-2021-01-01": "They decided to publish the levels at once.\n\nNobody spoke of fish.",
    "gazette-2022-01-01": "They noted the levels.\n\nA dam was decided, and fish were counted.",
}
TOPICS = {"levels": ["Levels"], "dam": ["Dam"], "fish": ["Fish", "salmon"]}


def made(root: Path) -> Comparison:
    first, second, third = TEXTS
    cards = {
        "2020-01-01-river": [
            quote("They agreed to publish the levels by May", first, "levels"),
            quote("A dam was discussed", first, "dam"),
        ],
        "2021-01-01-river": [
            quote("They decided to publish the levels at once", second, "levels"),
        ],
        "2022-01-01-river": [
            quote("They noted the levels", third, "levels"),
            quote("A dam was decided", third, "dam"),
            quote("fish were counted", third, "fish"),
            point("Something else.", third, "were counted"),
        ],
    }
    library = opened(make_library(root, TEXTS, cards, TOPICS))
    return compare([library.card(card) for card in library.card_ids], library)


def test_a_series_is_compared_step_by_step(tmp_path: Path) -> None:
    comparison = made(tmp_path)
    standings = {
        topic.topic: [stage.standing and stage.standing.value for stage in topic.stages]
        for topic in comparison.topics
    }
    assert standings == {
        "levels": [None, "continued", "continued"],
        "dam": [None, "not in these sources", "continued"],
        "fish": [None, None, "new"],
        NO_TOPIC: [None, None, "new"],
    }
    steps = [
        (topic.topic, step.earlier[:4], step.later[:4], pair.change)
        for topic in comparison.topics
        for step in topic.steps
        for pair in step.pairs
    ]
    assert steps == [
        ("levels", "2020", "2021", "stronger"),
        ("levels", "2021", "2022", "weaker"),
        ("dam", "2020", "2022", "stronger"),
    ]


def test_names_are_looked_for_in_the_sources_of_a_silent_card(tmp_path: Path) -> None:
    comparison = made(tmp_path)
    fish = topic_of(comparison, "fish")
    looked = [stage.looked for stage in fish.stages]
    assert looked[0] is not None
    assert looked[0].nowhere
    assert looked[1] is not None
    assert [(p.paragraph, p.words, p.span) for p in looked[1].places] == [(2, "fish", (16, 20))]
    assert looked[2] is None
    nothing = topic_of(comparison, NO_TOPIC)
    assert [stage.looked for stage in nothing.stages] == [None, None, None]
    assert nothing.label == "No topic"


def test_words_that_were_not_found_are_no_wording(tmp_path: Path) -> None:
    texts = {"one": "The river rose by two metres in the spring.", "two": "The river fell again."}
    cards = {
        "2020-01-01-river": [quote("The river rose by nine metres in the spring", "one", "dam")],
        "2021-01-01-river": [quote("The river fell again", "two", "dam")],
    }
    library = opened(make_library(tmp_path, texts, cards, TOPICS))
    comparison = compare([library.card(card) for card in library.card_ids], library)
    (pair,) = topic_of(comparison, "dam").steps[0].pairs
    assert pair.earlier.item.state is State.DRIFTED
    assert pair.earlier.wording is None
    assert (pair.same_words, pair.shared, pair.differences) == (None, (), ())


@pytest.mark.parametrize(
    ("lost", "words"),
    [
        (("gazette-2021-01-01",), "nothing on the card, and gazette-2021-01-01 could not be read"),
        (
            ("note",),
            "nothing on the card, and none of these names is in gazette-2021-01-01: Dam;"
            " but note could not be read",
        ),
        (
            ("gazette-2021-01-01", "note"),
            "nothing on the card, and gazette-2021-01-01 and note could not be read",
        ),
    ],
)
def test_a_source_that_cannot_be_read_may_name_a_topic(
    tmp_path: Path, lost: tuple[str, ...], words: str
) -> None:
    first, second, _ = TEXTS
    texts = {**TEXTS, "note": "They had lunch."}
    cards = {
        "2020-01-01-river": [quote("A dam was discussed", first, "dam")],
        "2021-01-01-river": [
            quote("They decided to publish the levels at once", second, "levels"),
            *([point("They ate.", "note", "They had lunch", "levels")] if "note" in lost else []),
        ],
    }
    root = make_library(tmp_path, texts, cards, TOPICS)
    for name in lost:
        (root / f"seeds/{name}.txt").unlink()
    library = Library.open(root)
    comparison = compare([library.card(card) for card in library.card_ids], library)
    dam = topic_of(comparison, "dam")
    assert dam.standing is Standing.SILENT
    assert dam.stages[1].looked is not None
    assert dam.stages[1].looked.unread == lost
    assert stage_words(dam.stages[1]) == words


def test_topics_whose_statements_share_most_come_first() -> None:
    labels = [topic.topic for topic in compared(VIRTUAL, WASHINGTON).topics]
    assert labels[:4] == ["strategy-documents", "counterstrike", "china", "international-order"]
    assert labels[9:13] == ["alliance", "deterrence", "defense-spending", "space"], "leads alone"
    assert labels[13:] == ["g7", "force-posture", "human-rights"], "new ones, and then missing ones"
