"""Ids behind what somebody types."""

from pathlib import Path

import pytest

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.queries.names import find_series, find_speaker, find_topic
from briefing.catalogue.sync.sync import sync
from briefing.errors import UnknownNameError
from tests.cli.libraries import write_library


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


@pytest.mark.parametrize("status", ["retracted", "superseded"])
def test_a_series_whose_cards_do_not_count_is_not_unknown(tmp_path: Path, status: str) -> None:
    root = write_library(tmp_path)
    (card,) = (root / "content/meetings").glob("*.yaml")
    card.write_text(card.read_text("utf-8").replace("reviewed", status), "utf-8")
    with Catalogue.in_memory(root) as catalogue:
        sync(catalogue)
        with pytest.raises(UnknownNameError, match="only superseded or retracted cards") as caught:
            find_series(catalogue, "river")
        assert "'briefing list' has them" in str(caught.value)
        with pytest.raises(UnknownNameError, match="no series is called 'rivers'"):
            find_series(catalogue, "rivers")
