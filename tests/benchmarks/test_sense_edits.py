"""The bench's edits change what their row says, and nothing else."""

import random

import pytest

from benchmarks.sense.edits import Row, apply, cases, rows
from benchmarks.sense.texts import LANGUAGES


@pytest.mark.parametrize(
    ("language", "row", "sentence", "edited"),
    [
        ("en", "rose => fell", "Prices rose sharply.", "Prices fell sharply."),
        ("en", "the => a", "The man left.", "A man left."),
        ("en", "rose => fell", "A primrose.", None),
        ("en", "{ Rome, Paris }", "In Rome it rains.", "In Paris it rains."),
        ("en", "+ if all agree", "They act.", "They act, if all agree."),
        ("en", "- also", "They also act.", "They act."),
        ("en", "- however", "However, they act.", "They act."),
        ("en", "~ today", "They act today.", "Today they act."),
        ("ja", "上昇 => 下落", "物価が上昇した。", "物価が下落した。"),
        ("ja", "時 => とき", "その時間。", None),
        ("ar", "قبل => بعد", "قبل اليوم.", "بعد اليوم."),
    ],
)
def test_apply(language: str, row: str, sentence: str, edited: str | None) -> None:
    assert apply(Row("kind", False, row), sentence, language, random.Random(1)) == edited


@pytest.mark.parametrize("language", LANGUAGES)
def test_halves_share_no_row_but_those_without_a_table(language: str) -> None:
    tuning, held_out = rows(language, False), rows(language, True)
    assert {row.text for row in set(tuning) & set(held_out)} == {"@"}
    assert len(tuning) > 100
    assert len(held_out) > 100


def test_the_same_seed_makes_the_same_cases() -> None:
    texts = ["The prices rose by 3 percent.", "They will not come before May."]
    assert list(cases("en", texts, True, 2, 5)) == list(cases("en", texts, True, 2, 5))
