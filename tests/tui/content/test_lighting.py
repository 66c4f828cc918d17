"""Words found in texts, to be lit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.core import Span
from briefing.tui.content.pages.lighting import word_marks, words_at
from briefing.tui.lineview.blocks import Block


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (["Japan"], "Japan and japan, not Japanese", ["Japan", "japan"]),
        (["two-plus-two"], "the two-plus-two talks", ["two-plus-two"]),
        (["林"], "林芳正外相", ["林"]),
        (["a.c"], "abc a.c", ["a.c"]),
        (["", " "], "nothing", []),
        ([], "nothing", []),
    ],
)
def test_finding_words(words: list[str], text: str, expected: list[str]) -> None:
    marks = word_marks([Block(text)], words).get(0, ())
    assert [text[mark.start : mark.end] for mark in marks] == expected


def test_the_words_that_spans_touch() -> None:
    text = "Japan's counterstrike capabilities"
    assert words_at(text, [Span(0, 3), Span(8, 9), Span(10, 12)]) == ("Japan's", "counterstrike")


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=40), st.lists(st.text(max_size=4), max_size=4))
def test_lighting_any_words_in_any_text_stays_inside_it(text: str, words: list[str]) -> None:
    for marks in word_marks([Block(text)], words).values():
        assert all(0 <= m.start < m.end <= len(text) for m in marks)
