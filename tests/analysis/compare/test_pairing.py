"""On what ground statements belong beside each other, and on what they do not."""

from pathlib import Path

import pytest

from briefing.analysis.compare.comparison import Comparison, compare
from tests.analysis.libraries import make_library, opened, quote

OTHERS = (
    "Fishermen repaired nets and sang",
    "Teachers measured rainfall in autumn",
    "Farmers sold barley cheaply",
    "Sailors painted boats green",
)
"""What makes a meeting of several statements, none of which is like another."""


def compared(root: Path, earlier: list[str], later: list[str], label: str = "River") -> Comparison:
    texts = {"one": ".\n\n".join(earlier), "two": ".\n\n".join(later)}
    cards = {
        "2020-01-01-river": [quote(words, "one", "river") for words in earlier],
        "2021-01-01-river": [quote(words, "two", "river") for words in later],
    }
    root = make_library(root, texts, cards, {"river": [label]})
    for card in cards:
        path = root / f"content/meetings/{card}.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("Minister", "Minister\n  side: United Banks"), "utf-8")
    library = opened(root)
    return compare([library.card(card) for card in library.card_ids], library)


def pairs(comparison: Comparison) -> list[tuple[int, int]]:
    return [
        (pair.earlier.number, pair.later.number)
        for topic in comparison.topics
        for step in topic.steps
        for pair in step.pairs
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "paired"),
    [
        ("The barrage holds back floods", "A barrage against floods is planned", True),
        ("Turbines worry the villages", "Villages reject new turbines", True),
        ("Closer cooperation of the United Banks", "Cooperation with United schools", False),
        ("They seek to strengthen customs", "To strengthen schools they seek money", False),
        ("Serious concern about wolves", "The price of bread is of serious concern", False),
        ("The river ferry is slow", "A river festival begins", False),
    ],
)
def test_a_pair_shares_more_than_the_words_of_any_meeting(
    tmp_path: Path, earlier: str, later: str, paired: bool
) -> None:
    comparison = compared(tmp_path, [earlier, *OTHERS[:2]], [later, *OTHERS[2:]])
    assert pairs(comparison) == ([(1, 1)] if paired else [])


def test_what_most_statements_share_is_no_ground(tmp_path: Path) -> None:
    common = [f"Water levels {words.lower()}" for words in OTHERS]
    comparison = compared(tmp_path, common[:2], common[2:])
    assert pairs(comparison) == []


def test_many_statements_in_the_same_words_are_paired_once_each(tmp_path: Path) -> None:
    words = [f"Gauge{number} reads metre{number} today" for number in range(120)]
    comparison = compared(tmp_path, words, words[::-1])
    assert pairs(comparison) == [(number, 121 - number) for number in range(1, 121)]
