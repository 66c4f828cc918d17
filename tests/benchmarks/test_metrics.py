"""Recall, rank and percentiles, on answers whose worth is plain."""

import math

import pytest

from benchmarks.metrics import holds, latencies, percentile, quality, rank
from benchmarks.queries import Query

TEXTS = [
    "Peace with all nations is our aim.",
    "Our aim is peace; all nations know it with certainty.",
    "peace with ALL nations is our aim",
    "War was never our aim.",
]


def query(*words: str, contiguous: bool = False) -> Query:
    """A query whose words come from the first text."""
    return Query("in order", " ".join(words), 0, words, contiguous)


@pytest.mark.parametrize(
    ("answers", "strict", "judged"),
    [
        ([0, 1], 1, 1),
        ([3, 0], 2, 2),
        ([3, 2], 2, 2),
        ([1, 3], 0, 1),
        ([3], 0, 0),
        ([], 0, 0),
    ],
)
def test_rank(answers: list[int], strict: int, judged: int) -> None:
    asked = query("peace", "nations", "aim")
    assert rank(asked, answers, TEXTS) == strict
    assert rank(asked, answers, TEXTS, judged=True) == judged


def test_a_phrase_is_held_in_sequence_only() -> None:
    assert holds(query("nations", "is", "our", contiguous=True), TEXTS[0])
    assert not holds(query("nations", "is", "our", contiguous=True), TEXTS[1])
    assert holds(query("nations", "is", "our"), TEXTS[1])
    assert not holds(query("eac", "with", contiguous=True), TEXTS[0])


def test_quality() -> None:
    found = quality([1, 2, 0, 10])
    assert found.queries == 4
    assert found.recall_1 == 0.25
    assert found.recall_10 == 0.75
    assert found.mrr == pytest.approx((1 + 0.5 + 0.1) / 4)


def test_the_quality_of_nothing_is_no_number() -> None:
    assert math.isnan(quality([]).recall_10)


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, 1), (0.5, 5), (0.95, 10), (0.9, 9), (1.0, 10)]
)
def test_percentile(share: float, expected: float) -> None:
    assert percentile(list(range(10, 0, -1)), share) == expected


def test_latencies_are_milliseconds() -> None:
    found = latencies([0.001, 0.002, 0.003])
    assert found["p50"] == pytest.approx(2)
    assert found["max"] == pytest.approx(3)
    assert found["count"] == 3
