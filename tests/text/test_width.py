"""Wrapping printed text: nothing is lost, nothing is too wide."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.text.width import cells, wrap


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("日本", 4), ("e\u0301", 1), ("ｱ", 1), ("Ａ", 2), ("a\u200db", 2)],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 80, ["one two three"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("日本語です", 4, ["日本", "語で", "す"]),
        ("a\u00a0b c", 3, ["a\u00a0b", "c"]),
    ],
)
def test_wrap(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


@settings(max_examples=80, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("ab 日é\u0301-"), max_size=60),
    st.integers(min_value=2, max_value=12),
)
def test_wrapping_keeps_every_word_and_fits(text: str, columns: int) -> None:
    lines = wrap(text, columns)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cells(line) <= columns for line in lines)
