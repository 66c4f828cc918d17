"""Ids behind what somebody types."""

import pytest

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.queries.names import find_series, find_speaker, find_topic
from briefing.errors import UnknownNameError


@pytest.mark.parametrize(
    ("typed", "speaker"),
    [
        ("voss", "voss"),
        ("Ada Voss", "voss"),
        ("ADA", "voss"),
        ("Minister Voss", "voss"),
        ("アダ", "voss"),
        ("fishery", "council"),
        ("joint statement", "statement"),
        ("unclear", "unclear"),
        ("ok", "okafor"),
    ],
)
def test_a_speaker_is_found_by_id_name_alias_or_part(
    made: Catalogue, typed: str, speaker: str
) -> None:
    assert find_speaker(made, typed) == speaker


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("vos", None, None),
        ("vsos", "no speaker is called 'vsos'", "did you mean 'voss'?"),
        ("e", "'e' can mean", "council"),
        ("zzzz", "no speaker is called 'zzzz'", "'briefing speakers' lists them"),
        ("", "no speaker is called ''", "'briefing speakers' lists them"),
    ],
)
def test_who_is_not_found_is_told(
    made: Catalogue, typed: str, message: str | None, hint: str | None
) -> None:
    if message is None:
        assert find_speaker(made, typed) == "voss"
        return
    with pytest.raises(UnknownNameError) as caught:
        find_speaker(made, typed)
    assert message in str(caught.value)
    assert hint is not None
    assert hint in str(caught.value)


def test_topics_are_found_by_alias_and_series_by_part(made: Catalogue) -> None:
    assert find_topic(made, "River") == "water"
    assert find_topic(made, "hot") == "hotline"
    assert find_series(made, "harb") == "harbour"
    with pytest.raises(UnknownNameError, match="no series is called 'harbor-x'"):
        find_series(made, "harbor-x")
    with pytest.raises(UnknownNameError, match="can mean 2 series"):
        find_series(made, "r")
