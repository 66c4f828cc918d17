"""What counts as a phrase: by words, or by characters where no blanks part words."""

import pytest

from briefing.analysis.phrases.asking import is_phrase


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("order", True),
        (" ".join(["river"] * 12), True),
        (" ".join(["river"] * 13), False),
        (f"of the {' '.join(['river'] * 12)} of", True),
        ("rules-based " * 12, True),
        ("", False),
        ("…", False),
        ("自由で開かれたインド太平洋の実現", True),
        ("水" * 36, True),
        ("水" * 37, False),
        ("ก" * 36, True),
        (f"NATO {'水' * 33}", True),
        (f"NATO {'水' * 34}", False),
    ],
)
def test_how_long_a_phrase_may_be(text: str, expected: bool) -> None:
    assert is_phrase(text) is expected
