"""What the catalogue says over time is what the cards say, counted by hand from each of them."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.analysis.commitments import commitments
from briefing.analysis.speakers import all_speakers, speaker_words
from briefing.analysis.topics import topic_matrices, topic_thread
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.queries.topics import all_topics
from briefing.catalogue.sync.sync import sync
from briefing.library.library import Library
from briefing.model.card import Card, Item
from tests.analysis.made import write_made
from tests.analysis.test_commitments import TODAY

ROOT = Path(__file__).parent.parent.parent
Pair = tuple[Catalogue, Library]


@pytest.fixture(scope="module", params=["bundled", "fixture", "made"])
def pair(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Pair]:
    """Return the same library twice: catalogued, and read."""
    root = {"bundled": ROOT, "fixture": ROOT / "tests/fixtures/library"}.get(request.param)
    root = root or write_made(tmp_path_factory.mktemp("truth") / "library")
    with Catalogue.in_memory(root) as catalogue:
        sync(catalogue)
        yield catalogue, Library.open(root)


def current(library: Library) -> list[Card]:
    cards = [c for c in library.cards() if c.status not in ("superseded", "retracted")]
    return sorted(cards, key=lambda c: (c.meeting.date, c.meeting.sequence, c.id))


def items(library: Library) -> list[tuple[Card, Item]]:
    return [(card, item) for card in current(library) for item in card.items]


def test_topics(pair: Pair) -> None:
    catalogue, library = pair
    counted = Counter(topic for _, item in items(library) for topic in item.topics)
    rows = {row.id: row for row in all_topics(catalogue)}

    assert {topic: row.items for topic, row in rows.items() if row.items} == counted
    assert rows.keys() >= library.topics.keys()
    for topic in rows:
        wanted = [(card.id, item.id) for card, item in items(library) if topic in item.topics]
        thread = topic_thread(catalogue, topic)
        assert [(row.card, row.item) for row in thread.items] == wanted
        assert rows[topic].meetings == len({card for card, _ in wanted})
        beside = Counter(
            other
            for _, item in items(library)
            if topic in item.topics
            for other in item.topics
            if other != topic
        )
        assert {related.topic: related.items for related in thread.related} == beside


def test_matrices(pair: Pair) -> None:
    catalogue, library = pair
    matrices = topic_matrices(catalogue)

    held = [meeting.card for matrix in matrices for meeting in matrix.meetings]
    assert sorted(held) == sorted(card.id for card in current(library))
    for matrix in matrices:
        for row in matrix.rows:
            assert row.counts == tuple(
                sum(row.topic.id in item.topics for item in library.card(meeting.card).items)
                for meeting in matrix.meetings
            )


def test_speakers(pair: Pair) -> None:
    catalogue, library = pair
    counted = Counter(who for _, item in items(library) for who in item.speakers if who != "none")
    present = Counter(p.speaker for card in current(library) for p in card.participants)
    rows = {row.speaker.id: row for row in all_speakers(catalogue)}

    assert {who: row.items for who, row in rows.items() if row.items} == counted
    assert {who: row.took_part for who, row in rows.items() if row.took_part} == present
    for who, row in rows.items():
        words = speaker_words(catalogue, who)
        said = [(r.card, r.item) for some in words.items.values() for r in some]
        wanted = [(card.id, item.id) for card, item in items(library) if who in item.speakers]
        assert sorted(said) == sorted(wanted)
        assert row.by_manner == {manner: len(some) for manner, some in words.items.items()}


def test_commitments(pair: Pair) -> None:
    catalogue, library = pair
    wanted = [
        (card.id, item.id) for card, item in items(library) if item.kind == "commitment" or item.due
    ]
    view = commitments(catalogue, TODAY)

    assert sorted((row.item.card, row.item.item) for row in view.rows) == sorted(wanted)
    assert view.total == len(wanted)
    last = [row.item.due_last for row in view.rows if row.item.due_last]
    assert last == sorted(last)


def test_rows_are_the_items_of_the_cards(pair: Pair) -> None:
    catalogue, library = pair
    for topic in library.topics:
        for row in topic_thread(catalogue, topic).items:
            card = library.card(row.card)
            item = card.items[row.position]
            assert (row.title, row.date, row.series) == (card.title, card.meeting.date, card.series)
            assert (row.item, row.type, row.text) == (item.id, item.type, item.text)
            assert (row.who, row.topics) == (item.speakers, item.topics)
            assert (row.kind, row.due, row.state) == (item.kind or "", item.due, item.state)
            assert row.follows == ((item.follows.card, item.follows.item) if item.follows else None)
            places = [
                (e.source, number, spans)
                for e in item.evidence
                for number, spans in e.passage.parts
            ]
            if places:
                assert (row.source, row.paragraph, row.spans) in places
