"""Filtering rows while somebody types."""

import pytest

from briefing.analysis.filtering import RowFilter

ROWS = ("Élodie Façade on water", "Ben Okafor on the dam", "Joint statement, ferry")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [0, 1, 2]),
        ("  ", [0, 1, 2]),
        ("WATER", [0]),
        ("on", [0, 1]),
        ("dam ben", [1]),
        ("dam water", []),
        ("state", [2]),
    ],
)
def test_every_word_has_to_be_there(typed: str, found: list[int]) -> None:
    assert RowFilter(range(3), ROWS).matching(typed) == tuple(found)


def test_each_row_needs_its_words() -> None:
    with pytest.raises(ValueError, match="needs its words"):
        RowFilter(range(2), ROWS)
