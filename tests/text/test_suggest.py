"""The nearest valid name."""

import pytest

from briefing.text.suggest import did_you_mean, nearest, one_of

NAMES = ("speaker", "source", "section", "id", "reviewed")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("speker", "speaker"),
        ("spaeker", "speaker"),
        ("Speaker", "speaker"),
        ("suorce", "source"),
        ("reviewd", "reviewed"),
        ("di", "id"),
        ("", None),
        ("x", None),
        ("participants", None),
    ],
)
def test_the_nearest_name_is_near_or_none(typed: str, meant: str | None) -> None:
    assert nearest(typed, NAMES) == meant


def test_nothing_is_near_to_no_names() -> None:
    assert nearest("a", ()) is None


def test_hints() -> None:
    assert did_you_mean("speker", NAMES) == "did you mean 'speaker'?"
    assert did_you_mean("zzz", NAMES, "ask") == "ask"


@pytest.mark.parametrize(
    ("names", "said"),
    [((), ""), (("a",), "'a'"), (("a", "b"), "'a' or 'b'"), (("a", "b", "c"), "'a', 'b' or 'c'")],
)
def test_names_in_a_sentence(names: tuple[str, ...], said: str) -> None:
    assert one_of(names) == said
