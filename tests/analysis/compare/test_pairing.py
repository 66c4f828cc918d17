"""On what ground statements belong beside each other, and on what they do not."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from briefing.analysis.compare.comparison import Comparison, Pair, compare
from briefing.analysis.compare.features import stem
from briefing.analysis.compare.weighing import Counting, rarity_in, uncounted, worth
from briefing.catalogue.segments.word_counts import WordCounts
from tests.analysis.libraries import make_library, opened, quote

OTHERS = (
    "Fishermen repaired nets and sang",
    "Teachers measured rainfall in autumn",
    "Farmers sold barley cheaply",
    "Sailors painted boats green",
)
"""What makes a meeting of several statements, none of which is like another."""


def compared(
    root: Path,
    earlier: list[str],
    later: list[str],
    label: str = "River",
    *,
    counted: Counting = uncounted,
    marks: Mapping[str, Mapping[str, object]] = MappingProxyType({}),
) -> Comparison:
    """Compare two made meetings.

    Args:
        root: Where their library is to be.
        earlier: The words of the earlier meeting.
        later: Those of the later one.
        label: What the topic is called.
        counted: Counts words in the library.
        marks: More fields of items, by their words.
    """
    texts = {"one": ".\n\n".join(earlier), "two": ".\n\n".join(later)}
    cards = {
        "2020-01-01-river": [{**quote(w, "one", "river"), **marks.get(w, {})} for w in earlier],
        "2021-01-01-river": [{**quote(w, "two", "river"), **marks.get(w, {})} for w in later],
    }
    root = make_library(root, texts, cards, {"river": [label]})
    for card in cards:
        path = root / f"content/meetings/{card}.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("Minister", "Minister\n  side: United Banks"), "utf-8")
    library = opened(root)
    return compare([library.card(card) for card in library.card_ids], library, counted)


def all_pairs(comparison: Comparison) -> list[Pair]:
    return [pair for topic in comparison.topics for step in topic.steps for pair in step.pairs]


def pairs(comparison: Comparison) -> list[tuple[int, int]]:
    return [(pair.earlier.number, pair.later.number) for pair in all_pairs(comparison)]


@pytest.mark.parametrize(
    ("earlier", "later", "paired"),
    [
        ("The barrage holds back floods", "A barrage against floods is planned", True),
        ("Turbines worry the villages", "Villages reject new turbines", True),
        ("Closer cooperation of the United Banks", "Cooperation with United schools", False),
        ("They seek to strengthen customs", "To strengthen schools they seek money", False),
        ("Serious concern about wolves", "The price of bread is of serious concern", False),
        ("The river ferry is slow", "A river festival begins", False),
        ("We seek cooperation and capabilities", "Capabilities that cooperation seeks", False),
        ("They stressed the role of their allies", "A stressed role for all allies", False),
        ("Next year they will meet important partners", "Partners meet again next year", False),
        ("Work on energy will continue", "They agreed to work on energy issues", False),
        ("They discussed security challenges", "Security challenges were discussed", False),
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


def test_a_shared_phrase_goes_before_as_many_words_apart(tmp_path: Path) -> None:
    earlier = ["Salmon nurseries need cleaner gravel beds", *OTHERS[:2]]
    apart = "Beds of gravel were laid where nurseries of eels and salmon begin"
    side_by_side = "Along the shore salmon nurseries lie in wider gravel beds"
    comparison = compared(tmp_path, earlier, [apart, side_by_side, *OTHERS[2:]])
    assert pairs(comparison)[0] == (1, 2)


@pytest.mark.parametrize("between", [". ", "; ", " they say: "])
def test_no_phrase_goes_across_the_end_of_a_clause(tmp_path: Path, between: str) -> None:
    words = f"They watch salmon{between}Nurseries are poor"
    comparison = compared(
        tmp_path, [words, *OTHERS[:2]], [words.replace("poor", "rich"), OTHERS[2]]
    )
    apart = all_pairs(comparison)[0].weight
    together = compared(
        tmp_path / "other",
        ["They watch salmon nurseries that are poor", *OTHERS[:2]],
        ["They watch salmon nurseries that are rich", OTHERS[2]],
    )
    assert all_pairs(together)[0].weight > apart


def test_pairs_that_share_most_come_first(tmp_path: Path) -> None:
    earlier = [
        "Ferries stop at the lighthouse",
        OTHERS[0],
        "The lock gates at Ostrau leak and the turbine stands still",
    ]
    later = [
        OTHERS[1],
        "A lighthouse keeper waves at ferries",
        "Lock gates at Ostrau were mended and its turbine stands no longer still",
    ]
    assert pairs(compared(tmp_path, earlier, later)) == [(3, 3), (1, 2)]


def test_no_ground_names_a_word_of_any_meeting(tmp_path: Path) -> None:
    words = "Important cooperation on barrages and turbines will continue"
    comparison = compared(tmp_path, [words, OTHERS[0]], [f"{words} for long", OTHERS[1]])
    (pair,) = all_pairs(comparison)
    assert set(pair.ground.words) == {"barrages", "turbines"}


def test_what_an_author_links_is_laid_beside_it_before_all(tmp_path: Path) -> None:
    promise, like = "They may dig a canal", "Turbines of the barrage worry villages"
    done = "A waterway was opened near the mill"
    comparison = compared(
        tmp_path,
        [like, promise, OTHERS[0]],
        [f"{like} still", OTHERS[1], done],
        marks={promise: {"id": "canal"}, done: {"follows": "2020-01-01-river#canal"}},
    )
    assert pairs(comparison) == [(2, 3), (1, 1)]
    assert [pair.ground.follows for pair in all_pairs(comparison)] == [True, False]


@pytest.mark.parametrize(
    ("keys", "paired"),
    [
        ((OTHERS[1], OTHERS[3]), [(2, 2)]),
        ((OTHERS[0], OTHERS[1], OTHERS[3]), [(1, 2)]),
        ((OTHERS[1],), []),
        ((), []),
    ],
)
def test_what_both_cards_lead_with_is_laid_beside_each_other(
    tmp_path: Path, keys: tuple[str, ...], paired: list[tuple[int, int]]
) -> None:
    marks = {words: {"key": True} for words in keys}
    comparison = compared(tmp_path, list(OTHERS[:2]), list(OTHERS[2:]), marks=marks)
    assert pairs(comparison) == paired
    assert all(pair.ground.lead and not pair.ground.words for pair in all_pairs(comparison))


def test_what_leads_joins_the_pair_of_what_it_is_laid_beside(tmp_path: Path) -> None:
    like = "Turbines of the barrage worry villages"
    marks = {like: {"key": True}, OTHERS[1]: {"key": True}}
    comparison = compared(tmp_path, [like, OTHERS[0]], [OTHERS[1], f"{like} still"], marks=marks)
    assert pairs(comparison) == [(1, 2), (1, 1)]


def test_where_both_that_lead_have_partners_no_pair_is_added(tmp_path: Path) -> None:
    one, other = "Turbines of the barrage worry villages", "Lighthouse keepers count ferries"
    marks = {one: {"key": True}, f"{other} daily": {"key": True}}
    comparison = compared(tmp_path, [one, other], [f"{other} daily", f"{one} still"], marks=marks)
    assert sorted(pairs(comparison)) == [(1, 2), (2, 1)]


def test_words_that_much_of_the_library_has_are_no_ground(tmp_path: Path) -> None:
    def counted(common: int) -> Counting:
        def count(words: Iterable[str]) -> WordCounts:
            return WordCounts(10_000, dict.fromkeys(words, common))

        return count

    earlier = ["The barrage holds back floods", *OTHERS[:2]]
    later = ["A barrage against floods is planned", *OTHERS[2:]]
    assert pairs(compared(tmp_path / "rare", earlier, later, counted=counted(6))) == [(1, 1)]
    assert pairs(compared(tmp_path / "common", earlier, later, counted=counted(4000))) == []


def test_it_makes_no_difference_which_meeting_is_the_earlier(tmp_path: Path) -> None:
    one = ["The barrage holds back floods", "Turbines worry the villages", OTHERS[0]]
    other = ["Villages reject new turbines", OTHERS[1], "A barrage against floods is planned"]
    there = pairs(compared(tmp_path / "there", one, other))
    back = pairs(compared(tmp_path / "back", other, one))
    assert sorted(there) == sorted((later, earlier) for earlier, later in back)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("barrages", 1.0),
        ("2027", 1.0),
        ("12", 0.5),
        ("years", 0.5),
        ("cooperation", 0.2),
        ("seeks", 0.2),
    ],
)
def test_a_word_tells_less_where_any_text_or_any_meeting_has_it(word: str, told: float) -> None:
    assert worth(stem(word)) == told


@pytest.mark.parametrize(
    ("held", "rarity"), [(0, 1.0), (10, 1.0), (100, 2 / 3), (1000, 1 / 3), (10_000, 0.0)]
)
def test_a_word_tells_the_less_the_more_of_the_library_has_it(held: int, rarity: float) -> None:
    counts = WordCounts(10_000, {"barrage": held})
    assert rarity_in(counts, ["barrage"], 10) == pytest.approx(rarity)
    assert rarity_in(None, ["barrage"], 10) == 1.0
