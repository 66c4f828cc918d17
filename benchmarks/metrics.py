"""What a run is judged by: recall, reciprocal rank and percentiles of time."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.queries import Query, words_of

_BLANKS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Quality:
    """How well a list of queries was answered; all from 0 to 1."""

    queries: int
    recall_1: float
    recall_10: float
    mrr: float
    """Mean reciprocal rank within the first ten."""


def rank(query: Query, answers: Sequence[int], texts: Sequence[str], judged: bool = False) -> int:
    """Return the place, from 1, of the first right answer, or 0 where there is none.

    Args:
        query: The query, which knows its entry.
        answers: Indices of the entries found, best first.
        texts: The texts of all entries.
        judged: Whether an entry also counts that holds all the query's undamaged words (in
            sequence, for a phrase), although they were not taken from it. Without it only the
            entry itself counts, or one whose text is equal but for case, marks and blanks.
    """
    right = _bare(texts[query.entry])
    for place, index in enumerate(answers, start=1):
        if index == query.entry or _bare(texts[index]) == right:
            return place
        if judged and holds(query, texts[index]):
            return place
    return 0


def _bare(text: str) -> str:
    return _BLANKS.sub(" ", text).strip().casefold()


def holds(query: Query, text: str) -> bool:
    """Tell whether a text holds all the query's undamaged words, in sequence for a phrase."""
    found = words_of(text.lower())
    if query.contiguous:
        return f" {' '.join(query.words)} " in f" {' '.join(found)} "
    return set(query.words) <= set(found)


def quality(ranks: Sequence[int]) -> Quality:
    """Sum up the ranks of many queries; a rank of 0 is a query without a right answer."""
    number = len(ranks)
    if not number:
        return Quality(0, math.nan, math.nan, math.nan)
    return Quality(
        number,
        sum(r == 1 for r in ranks) / number,
        sum(1 <= r <= 10 for r in ranks) / number,
        sum(1 / r for r in ranks if 1 <= r <= 10) / number,
    )


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least this share (0 to 1) of the values do not exceed."""
    if not values:
        return math.nan
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def latencies(seconds: Sequence[float]) -> dict[str, float]:
    """Return count, p50, p95, p99 and the longest, in milliseconds."""
    shares = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "max": 1.0}
    found = {name: 1000 * percentile(seconds, share) for name, share in shares.items()}
    return {"count": float(len(seconds)), **found}
