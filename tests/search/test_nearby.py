"""Words in order and near each other, found without reading a text."""

import pytest

from briefing.library.entries import Entry
from briefing.search.engine import SearchEngine
from briefing.search.nearby import Nearby, Unit, find_near


def word(*forms: str, optional: bool = False) -> Unit:
    return Unit(((frozenset(forms),),), optional)


RULES_BASED = Unit(
    ((frozenset(("rules", "rule")), frozenset(("based",))), (frozenset(("rulesbased",)),))
)
ORDER = word("order", "orders")


def engine_of(*texts: str) -> SearchEngine:
    return SearchEngine.build(Entry("paragraph", text, source="made") for text in texts)


def found(nearby: Nearby) -> list[tuple[int, str, int]]:
    """Return the entry, the words and how many parts are missing, of each window."""
    return [
        (near.doc, " ".join(window.words), window.missing)
        for near in nearby.found
        for window in near.windows
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the rules-based order", ["rules based order"]),
        ("a rule based order", ["rule based order"]),
        ("rulesbased orders", ["rulesbased orders"]),
        ("Rules-based, free and open order!", ["rules based free and open order"]),
        ("order, based on rules", []),
        ("rules-based one two three four five six order", []),
        ("rules-based order and rules-based orders", ["rules based order", "rules based orders"]),
        ("rules-based rules-based order", ["rules based order"]),
        ("the rules of an order", []),
    ],
)
def test_parts_in_order_and_near(text: str, expected: list[str]) -> None:
    nearby = find_near(engine_of("nothing here", text), [RULES_BASED, ORDER], 5)
    assert found(nearby) == [(1, words, 0) for words in expected]
    assert not nearby.partial


PARTS = [word("free", optional=True), word("open", optional=True), word("pacific")]


@pytest.mark.parametrize(
    ("text", "words", "missing"),
    [
        ("a free and open Pacific", "free and open pacific", 0),
        ("an open Pacific", "open pacific", 1),
        ("a free Pacific", "free pacific", 1),
        ("an open, free Pacific", "open free pacific", 0),
        ("the Pacific, free and open", "", 0),
        ("free and open seas", "", 0),
    ],
)
def test_an_optional_part_may_be_missing_or_moved(text: str, words: str, missing: int) -> None:
    nearby = find_near(engine_of(text), PARTS, 5)
    assert found(nearby) == ([(0, words, missing)] if words else [])


def test_of_two_parts_none_may_be_missing() -> None:
    two = [word("open", optional=True), word("pacific", optional=True)]
    assert found(find_near(engine_of("the Pacific", "open sea"), two, 5)) == []


def test_what_was_taken_out_is_not_found() -> None:
    built = engine_of("one order", "two order")
    engine = SearchEngine(built.segments, [[0]])
    assert found(find_near(engine, [ORDER], 0)) == [(1, "order", 0)]
    assert found(find_near(built, [word("nowhere")], 0)) == []
