"""A packed text answers as the string it was made of."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text import compact as module
from briefing.text.compact import CompactText, compact

EMOJI = "\N{GRINNING FACE}"
LONG = "words of many letters, " * 12_000


@given(
    st.text(st.characters(), max_size=40).map(lambda text: text * 211),
    st.slices(9_000),
)
def test_any_slice_is_the_one_of_the_string(text: str, stretch: slice) -> None:
    assert CompactText(text)[stretch] == text[stretch]


@given(st.text(st.characters(), max_size=40).map(lambda text: text * 211))
def test_it_has_the_length_the_characters_and_the_text_of_the_string(text: str) -> None:
    packed = CompactText(text)
    assert (len(packed), list(packed), str(packed)) == (len(text), list(text), text)


@pytest.mark.parametrize("place", [0, 4095, 4096, -1, 8191])
def test_a_place_is_one_code_point(place: int) -> None:
    text = f"{EMOJI}ab\ud800" * 2048
    assert CompactText(text)[place] == text[place]


@pytest.mark.parametrize("place", [8192, -8193])
def test_there_is_nothing_beyond_its_ends(place: int) -> None:
    with pytest.raises(IndexError):
        CompactText("abcd" * 2048)[place]


def test_equal_texts_are_equal_and_others_are_not() -> None:
    one, other, third = CompactText(LONG), CompactText(LONG), CompactText(f"{LONG}.")
    assert (one == other, hash(one) == hash(other), one == third) == (True, True, False)


@pytest.mark.parametrize("emojis", [EMOJI, EMOJI * 2_000])
def test_a_large_text_with_an_emoji_takes_its_utf_8_and_little_more(emojis: str) -> None:
    text = emojis + LONG
    packed = compact(text)
    assert isinstance(packed, CompactText)
    assert sum(map(sys.getsizeof, packed._pieces)) < 1.02 * len(text.encode())
    assert sys.getsizeof(text) > 3.9 * len(text)


@pytest.mark.parametrize(
    "text", [LONG, f"{LONG}“”", EMOJI + LONG[: module.LARGE - 1]], ids=["ascii", "quotes", "short"]
)
def test_another_text_is_kept_as_it_is(text: str) -> None:
    assert compact(text) is text
