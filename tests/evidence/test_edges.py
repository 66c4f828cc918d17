"""Where words may begin and end without cutting what belongs together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.evidence.texts.edges import cuts_nothing, plainly_apart, stands_alone

TEXT = st.text(alphabet="aTnt' -.,:;!?/05\n\"ä不十\u0301", max_size=16)


@settings(max_examples=400)
@given(TEXT, TEXT, TEXT, st.sampled_from(["", " ", "\n"]), st.sampled_from(["", " ", "\n"]))
def test_what_is_plainly_apart_cuts_nothing(
    before: str, words: str, after: str, blank: str, other: str
) -> None:
    text = f"{before}{blank}{words}{other}{after}"
    start = len(before) + len(blank)
    end = start + len(words)
    assert not plainly_apart(text, start, end) or cuts_nothing(text, start, end)


@pytest.mark.parametrize(
    ("text", "words", "alone"),
    [
        ("we will not yield", "will not yield", True),
        ("the nuclear-free zone", "nuclear", False),
        ("a non-nuclear state", "nuclear", False),
        ("they can't win", "they can", False),
        ("about 1 000 men", "about 1", False),
        ("They came.\nThey left.", "They left.", True),
        ("rock n' roll", "roll", True),
        ("minus -5 degrees", "5 degrees", False),
    ],
)
def test_words_stand_alone_where_nothing_is_cut(text: str, words: str, alone: bool) -> None:
    start = text.index(words)
    assert stands_alone(text, start, start + len(words)) is alone
