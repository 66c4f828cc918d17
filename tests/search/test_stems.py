"""The light stemmer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.search.language.stems import is_inflection, stem


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


@pytest.mark.parametrize(
    ("pair", "inflected"),
    [
        ("ministers minister", True),
        ("policies policy", True),
        ("moving move", True),
        ("said say", True),
        ("ware war", False),
        ("statment state", False),
        ("deterence deter", False),
    ],
)
def test_an_inflection_is_more_than_a_shared_stem(pair: str, inflected: bool) -> None:
    assert is_inflection(*pair.split()) is inflected


@given(st.text(max_size=20))
def test_any_text_has_a_stem(word: str) -> None:
    assert bool(stem(word)) == bool(word)
