"""Ids that are proposed for names and titles."""

import pytest

from briefing.cardformat.scalars import proposed_id, slug


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Karla Weiß", "karla-weiss"),
        ("Søren Ærø", "soren-aero"),
        ("Łukasz Đorđević", "lukasz-dordevic"),
        ("Anne-Marie Müller", "anne-marie-muller"),
        ("Þór", "thor"),
        ("林芳正", ""),
    ],
)
def test_latin_letters_are_spelled_out(text: str, wanted: str) -> None:
    assert proposed_id(text) == wanted


def test_ids_that_items_have_of_their_words_stay_as_they_are() -> None:
    assert slug("Karla Weiß") == "karla-wei"
