"""What the reader opens first is what it lists first."""

from pathlib import Path

import pytest

from briefing.library.library import Library
from briefing.tui.session.library_access import LibraryAccess
from tests.cli.libraries import CARD, write_card, write_library

ROOT = Path(__file__).parents[3]


def card(day: str) -> str:
    return CARD.format(bottom_line="We share one river.", more="").replace("2023-02-06", day)


@pytest.mark.parametrize(
    ("days", "newest"),
    [
        ({}, "2023-02-06-river"),
        ({"2023-02-06-a": "2023-02-06"}, "2023-02-06-a"),
        ({"2023-02-06-z": "2023-02-06"}, "2023-02-06-river"),
        ({"2024-01-01-z": "2024-01-01", "2024-01-01-b": "2024-01-01"}, "2024-01-01-b"),
    ],
)
def test_before_anything_is_catalogued_the_first_of_the_newest_day_is_opened(
    tmp_path: Path, days: dict[str, str], newest: str
) -> None:
    root = write_library(tmp_path)
    for card_id, day in days.items():
        write_card(root, card_id, card(day))
    access = LibraryAccess(root)

    assert access.newest() == newest == Library.open(root).cards()[0].id


def test_the_bundled_library_opens_on_the_two_plus_two() -> None:
    assert LibraryAccess(ROOT).newest() == "2023-01-11-us-japan-2plus2"
