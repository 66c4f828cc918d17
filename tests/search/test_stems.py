"""The light stemmer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.search.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "alliance alliances allies ally allied",
        "agree agrees agreed agreeing agreement agreements",
        "cooperate cooperates cooperated cooperating cooperation cooperative",
        "policy policies",
        "nation nations national nationally",
        "deter deters deterred deterring",
        "move moves moved moving movement",
        "meet meets met meeting meetings",
        "take takes took taken taking",
        "pass passes passed passing",
        "plan plans planned planning",
        "child children",
    ],
)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "pair", ["united unit", "news new", "this thi", "crisis cris", "string str", "2022 202"]
)
def test_other_words_do_not(pair: str) -> None:
    first, second = pair.split()
    assert stem(first) != stem(second)


@given(st.text(max_size=20))
def test_any_text_has_a_stem(word: str) -> None:
    assert bool(stem(word)) == bool(word)
