"""The passages that benchmark entries are made of: real words, whole, of quotable length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.passages import (
    LONGEST,
    SHORTEST,
    Text,
    distinct,
    is_prose,
    one_line,
    passages,
    sentences,
    windows,
)

ADDRESS = (
    "Mr. Adams spoke first. He said that the treaty of No. 4 held, and that the U.S. fleet would "
    "stay in harbour until the spring. It did. Nobody who had heard the debate expected the "
    "Senate to agree; the majority was three votes, and two of these had been promised to others."
)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("One came. Two left.", ["One came.", "Two left."]),
        ("Mr. Adams came. He left.", ["Mr. Adams came.", "He left."]),
        ("The U.S. Senate met.", ["The U.S. Senate met."]),
        ("He asked: why? “Because.” She left.", ["He asked: why?", "“Because.", "She left."]),
        ("no capital. follows here", ["no capital. follows here"]),
        ("", []),
    ],
)
def test_sentences(paragraph: str, expected: list[str]) -> None:
    assert sentences(paragraph) == expected


def test_a_short_sentence_joins_the_next() -> None:
    found = list(passages(ADDRESS))
    assert found[0].startswith("Mr. Adams spoke first. He said")
    assert all(SHORTEST <= len(text) <= LONGEST for text in found)


def test_a_long_sentence_is_cut_at_a_clause() -> None:
    clause = "which the committee had asked for in the autumn of that year, "
    found = list(passages("It was the report " + clause * 8 + "and nothing came of it."))
    assert len(found) > 1
    assert all(text.endswith(("year,", "it.")) for text in found)


@given(st.text(alphabet="ab cA.;,—\n", max_size=900))
def test_passages_are_parts_of_the_paragraph_in_order(paragraph: str) -> None:
    left = one_line(paragraph).replace(" ", "")
    for text in passages(paragraph):
        assert SHORTEST <= len(text) <= LONGEST
        _, found, left = left.partition(text.replace(" ", ""))
        assert found


def test_windows_are_neighbouring_sentences() -> None:
    paragraph = "The first one says a good deal. The second one says rather more. Then a third."
    rows = list(windows(paragraph))
    assert rows == [
        "The first one says a good deal. The second one says rather more.",
    ]


def test_distinct_leaves_out_what_differs_in_case_or_blanks_only() -> None:
    texts = [Text("a", "Peace with all"), Text("b", "peace  with ALL"), Text("c", "Peace")]
    assert list(distinct(texts)) == [texts[0], texts[2]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("We hold these truths to be self-evident", True), ("0x00 -> [i++] = {7};", False)],
)
def test_is_prose(text: str, expected: bool) -> None:
    assert is_prose(text) is expected
