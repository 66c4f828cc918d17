"""The query set: the same for the same seed, each kind doing what it says."""

import random
from pathlib import Path

import pytest

from benchmarks.damage import SLIPS, inflections
from benchmarks.passages import Text
from benchmarks.queries import HELD_OUT_SEED, TUNING_SEED, Query, draw, load_or_draw, words_of

NOUNS = ("harbour", "treaty", "committee", "railway", "election", "garrison", "senator", "colony")
VERBS = ("opened", "promised", "delivered", "refused", "supported", "discussed", "measured")
PLACES = ("Washington", "Oregon", "Panama", "Virginia", "Charleston", "Louisiana", "Canada")
WORDS = ["treaties", "commanded", "harbour", "Oregon", "national"]
KNOWN = frozenset({"treaty", "commands", "harbours", "command", "nationally", "senate", "coast"})


def texts() -> list[Text]:
    """A small library in which every sentence names its own year."""
    rows = []
    for number in range(240):
        noun, verb = NOUNS[number % 8], VERBS[number % 7]
        other, place = NOUNS[(number // 8) % 8], PLACES[(number // 5) % 7]
        rows.append(
            Text(
                f"{1790 + number}-Adams",
                f"In {1790 + number} the president's {noun} {verb} another {other} beside the "
                f"well-known {place} settlement, though Congress hesitated throughout December. "
                f"Both {noun}s and {other}s were {verb[:-2]}ing.",
            )
        )
    return rows


@pytest.fixture(scope="module")
def queries() -> list[Query]:
    return draw(texts(), 4, TUNING_SEED)


def test_every_kind_is_there_and_kinds_take_turns(queries: list[Query]) -> None:
    assert [query.kind for query in queries] == list(SLIPS) * 4


def test_the_same_seed_draws_the_same(queries: list[Query]) -> None:
    assert draw(texts(), 4, TUNING_SEED) == queries
    assert draw(texts(), 4, HELD_OUT_SEED) != queries


def test_words_come_from_the_entry(queries: list[Query]) -> None:
    entries = texts()
    for query in queries:
        assert set(query.words) <= set(words_of(entries[query.entry].text.lower()))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("$11.8M, or 2M of 1,000.", ["or", "of", "1,000"]),
        ("v1.2.3 and 5.2.1", ["and", "5.2.1"]),
        ("group14-sha1 well-known l'an", ["well-known", "l'an"]),
    ],
)
def test_words_are_whole(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_an_exact_phrase_stands_in_its_entry(queries: list[Query]) -> None:
    entries = texts()
    for query in queries:
        if query.kind == "exact phrase":
            assert query.text[0] == query.text[-1] == '"'
            assert query.text.strip('"') in entries[query.entry].text


def test_keys_grow_by_one_to_the_whole_query(queries: list[Query]) -> None:
    keys = queries[0].keys()
    assert [len(key) for key in keys] == list(range(1, len(queries[0].text) + 1))
    assert keys[-1] == queries[0].text


def test_a_stored_set_is_read_back_the_same(tmp_path: Path) -> None:
    first = load_or_draw(texts(), 1, TUNING_SEED, tmp_path)
    assert load_or_draw(texts(), 1, TUNING_SEED, tmp_path) == first
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("kind", list(SLIPS))
@pytest.mark.parametrize("seed", range(20))
def test_a_slip_leaves_words_to_search_for(kind: str, seed: int) -> None:
    changed = SLIPS[kind](WORDS, random.Random(seed), KNOWN)
    assert changed is not None
    assert all(changed)
    assert kind == "in order" or changed != WORDS


@pytest.mark.parametrize("seed", range(20))
def test_letters_are_kept_where_only_order_or_blanks_change(seed: int) -> None:
    whole = "".join(WORDS)
    for kind in ("out of order", "swapped letters"):
        changed = SLIPS[kind](WORDS, random.Random(seed), KNOWN)
        assert changed is not None
        assert sorted("".join(changed)) == sorted(whole)
    for kind in ("lost blank", "split word"):
        changed = SLIPS[kind](WORDS, random.Random(seed), KNOWN)
        assert changed is not None
        assert "".join(changed) == whole
        assert abs(len(changed) - len(WORDS)) == 1


@pytest.mark.parametrize("seed", range(20))
def test_one_typo_changes_one_word_by_one_letter_at_most_in_length(seed: int) -> None:
    changed = SLIPS["one typo"](WORDS, random.Random(seed), KNOWN)
    assert changed is not None
    different = [(a, b) for a, b in zip(WORDS, changed, strict=True) if a != b]
    assert len(different) == 1
    assert abs(len(different[0][0]) - len(different[0][1])) <= 1
    assert different[0][0][0] == different[0][1][0]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("out of order", ["peace", "peace"]),
        ("last word begun", ["great", "war"]),
        ("every word cut short", ["war", "army"]),
        ("one typo", ["war", "1812"]),
        ("two typos", ["war", "1812", "army"]),
        ("swapped letters", ["war", "army"]),
        ("lost blank", ["great", "war"]),
        ("split word", ["great", "war"]),
        ("a wrong word", ["great", "war"]),
        ("other inflections", ["great", "war"]),
    ],
)
def test_a_slip_that_these_words_do_not_allow_says_so(kind: str, words: list[str]) -> None:
    assert SLIPS[kind](words, random.Random(1), KNOWN) is None


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("treaty", "treaties"),
        ("treaties", "treaty"),
        ("measured", "measuring"),
        ("measuring", "measure"),
        ("national", "nationally"),
        ("measure", "measured"),
    ],
)
def test_inflections(word: str, form: str) -> None:
    assert form in inflections(word)
    assert word not in inflections(word)
