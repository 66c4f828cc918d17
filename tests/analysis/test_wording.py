"""Words that two statements share."""

import pytest

from briefing.analysis.wording import shared_words


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("A survey of the dam", "The surveys were handed over", ("surveys",)),
        ("by 2025 they said", "in 2025 others said", ("2025",)),
        ("The ministers agreed", "Other ministers agreed", ()),
        ("Nothing here", "is alike", ()),
        ("regiment regiment", "a regiment, the Regiment", ("regiment",)),
    ],
)
def test_shared_words(one: str, other: str, shared: tuple[str, ...]) -> None:
    assert shared_words(one, other) == shared
