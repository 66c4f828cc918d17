"""A series of twenty meetings over six years: what holds of every topic, step and statement."""

from collections import Counter

import pytest

from briefing.analysis.compare.choosing import cards_of_series
from briefing.analysis.compare.comparison import Comparison, Standing, compare
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.sync.sync import sync_with_recovery
from tests.analysis.libraries import Item, make_library, opened, quote

VERBS = ("noted", "discussed", "reaffirmed", "agreed on", "decided on", "committed to")
TOPICS = {
    "levels": ["Water levels"],
    "dam": ["The dam", "barrage"],
    "fish": ["Fish", "salmon"],
    "ferry": ["Ferries"],
}
SAID = {
    "levels": "They {verb} the daily readings of all gauges in year {year}",
    "dam": "They {verb} the height of the dam as engineers drew it in {year}",
    "fish": "They {verb} a ladder that lets salmon climb in year {year}",
    "ferry": "They {verb} cheaper tickets across the river in year {year}",
}


def held(number: int) -> list[str]:
    """Return the topics of a meeting: levels always, the dam at every second, fish from the tenth
    on, ferries at the first five."""
    topics = ["levels"]
    topics += ["dam"] if number % 2 == 0 else []
    topics += ["fish"] if number >= 10 else []
    return [*topics, "ferry"] if number < 5 else topics


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    texts: dict[str, str] = {}
    cards: dict[str, list[Item]] = {}
    for number in range(20):
        month = number * 72 // 20
        day = f"{2018 + month // 12}-{month % 12 + 1:02}-15"
        verb = VERBS[number % len(VERBS)]
        said = [SAID[topic].format(verb=verb, year=number) for topic in held(number)]
        texts[f"gazette-{number:02}"] = "\n\n".join(f"{words}." for words in said)
        cards[f"{day}-river"] = [
            quote(words, f"gazette-{number:02}", topic)
            for topic, words in zip(held(number), said, strict=True)
        ]
    root = make_library(tmp_path_factory.mktemp("long"), texts, cards, TOPICS)
    library = opened(root)
    catalogue, _ = sync_with_recovery(Catalogue.in_memory(root), searching=False)
    with catalogue:
        ids = cards_of_series("river", catalogue.meetings())
    assert len(ids) == 20
    return compare([library.card(card) for card in ids], library)


def test_the_meetings_are_in_order_of_time(series: Comparison) -> None:
    days = [meeting.date for meeting in series.meetings]
    assert days == sorted(days)
    assert (days[0].year, days[-1].year) == (2018, 2023)


def test_each_topic_stands_as_it_was_held(series: Comparison) -> None:
    standings = {topic.topic: topic.standing for topic in series.topics}
    assert standings == {
        "levels": Standing.CONTINUED,
        "fish": Standing.CONTINUED,
        "dam": Standing.MISSING,
        "ferry": Standing.MISSING,
    }
    assert {topic.topic: len(topic.steps) for topic in series.topics} == {
        "levels": 19,
        "dam": 9,
        "fish": 9,
        "ferry": 4,
    }


def test_standings_follow_from_what_came_before(series: Comparison) -> None:
    for topic in series.topics:
        before = False
        for number, stage in enumerate(topic.stages):
            if number == 0 or not (before or stage.statements):
                assert stage.standing is None
            elif not stage.statements:
                assert stage.standing is Standing.MISSING
            else:
                assert stage.standing is (Standing.CONTINUED if before else Standing.NEW)
            assert (stage.looked is None) == bool(stage.statements)
            before = before or bool(stage.statements)


def test_every_statement_of_a_step_is_paired_or_alone(series: Comparison) -> None:
    for topic in series.topics:
        stages = {stage.card: stage for stage in topic.stages}
        for step in topic.steps:
            earlier = {pair.earlier.key for pair in step.pairs} | {s.key for s in step.only_earlier}
            later = {pair.later.key for pair in step.pairs} | {s.key for s in step.only_later}
            assert earlier == {s.key for s in stages[step.earlier].statements}
            assert later == {s.key for s in stages[step.later].statements}


def test_the_verbs_climb_the_ladder_and_fall_from_it(series: Comparison) -> None:
    levels = next(topic for topic in series.topics if topic.topic == "levels")
    changes = Counter(pair.change for step in levels.steps for pair in step.pairs)
    # Twenty meetings climb five rungs three times, fall thrice, and climb once more.
    assert changes == {"stronger": 16, "weaker": 3}


def test_only_what_a_source_lacks_is_nowhere(series: Comparison) -> None:
    ferry = next(topic for topic in series.topics if topic.topic == "ferry")
    assert {stage.looked.nowhere for stage in ferry.stages if stage.looked} == {True}
    fish = next(topic for topic in series.topics if topic.topic == "fish")
    assert all(stage.looked.nowhere for stage in fish.stages[:10] if stage.looked)
