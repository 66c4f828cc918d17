"""The report: numbers as written, and budgets said plainly to hold or not."""

import math

import pytest

from benchmarks.over_time_report import over_time_section
from benchmarks.report import budgets
from benchmarks.tables import number, table


@pytest.mark.parametrize(
    ("value", "written"),
    [(1.25, "1.2"), (99.96, "100.0"), (1234.5, "1,234"), (None, "–"), (math.nan, "–")],
)
def test_number(value: float | None, written: str) -> None:
    assert number(value) == written


def test_table() -> None:
    assert table(["a", "b"], [["x", "1"]]) == ["| a | b |", "|---|---:|", "| x | 1 |", ""]


def test_budgets_say_what_holds_and_what_was_not_measured() -> None:
    run = {
        "competitor": "briefing",
        "seed": "held-out",
        "size": 100_000,
        "key_ms": {"p95": 4.0},
        "query_ms": {"p95": 8.0},
        "filtered_ms": {"p95": 12.0},
        "strict": {"recall_10": 0.9951},
        "memory_mb": 101.0,
    }
    rows = budgets({"runs": [run]}, {"first frame": {"ratio": 1.25, "reader_mb": 50}})
    found = {
        row.split(" | ")[0].strip("| "): row.rstrip(" |").split(" | ")[2:] for row in rows[2:-1]
    }
    assert found["engine time per key, p95, 100,000 entries"] == ["4.0", "yes"]
    assert found["whole query, filters included, p95, 100,000 entries"] == ["12.0", "**no**"]
    assert found["recall@10, held-out set, 100,000 entries"] == ["0.995", "yes"]
    assert found["memory of search, 100,000 entries"] == ["101", "**no**"]
    assert found["first frame over a bare app's"] == ["1.2", "yes"]
    assert found["recall@10, held-out set, 1,000,000 entries"] == ["not measured"]


def test_views_stand_beside_the_same_questions_asked_otherwise() -> None:
    views = [
        {"view": "topics", "rows": 300, "briefing, median": 2.25, "briefing": 2.04, "grep": 812.4},
        {"view": "filter", "rows": 1_200, "briefing, median": 1.0, "briefing": 0.96},
    ]
    found = {
        "machine": {"load": "0.1 at the start", "cores": "2"}, "noise": 1.25, "cards": 10_000,
        "series": 200,
        "items": 180_000, "views": views,
    }  # fmt: skip
    times = {"count": 7.0, "p50": 61.25, "p95": 80.0, "max": 90.5, "processor, least": 41.75}
    painted = {**found, "mb": 61.2, "views": {"topics": times}}
    lines = over_time_section(found, painted)

    assert "| topics | 300 | 2.2 | 2.0 | – | – | 812 |" in lines
    assert "| filter | 1,200 | 1.0 | 1.0 | – | – | – |" in lines
    assert "| topics | 61.2 | 80.0 | 90.5 | 41.8 |" in lines
    assert over_time_section({}, {}) == []
    assert "10,000 cards in 200 series, 180,000 items" in lines[2]
