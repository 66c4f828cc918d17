import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.text.width import cells, clusters, is_narrow
from briefing.tui.lineview.wrapping import count_lines, snap, wrap, wrap_narrow, wrap_wide

FAMILY = "👩\u200d👩\u200d👧"
words = st.text(alphabet="ab cd—“” é\u0301字、。（カ👍🏽\u200d🇯🇵한ﷺ\u00a0", max_size=60)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 5, [""]),
        ("one", 5, ["one"]),
        ("one two", 7, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("one   two", 6, ["one", "two"]),
        ("  one  ", 3, ["one"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("no\u00a0break here", 9, ["no\u00a0break", "here"]),
        ("戦略的挑戦、です", 10, ["戦略的挑", "戦、です"]),
        ("（日米）", 4, ["（日", "米）"]),
        ("日本 and 米国", 8, ["日本 and", "米国"]),
        ("cafe\u0301s", 4, ["cafe\u0301", "s"]),
        (FAMILY * 2, 2, [FAMILY, FAMILY]),
        ("🇯🇵🇺🇸", 2, ["🇯🇵", "🇺🇸"]),
        ("字", 1, ["字"]),
    ],
)
def test_wrap(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


@settings(max_examples=150, deadline=None)
@given(words, st.integers(1, 30))
@example("a b", 1)
@example("  字", 1)
def test_counting_agrees_with_wrapping(text: str, width: int) -> None:
    assert count_lines(text, width) == len(wrap(text, width))


@settings(max_examples=150, deadline=None)
@given(words, st.integers(1, 30))
@example("a\u200d ", 1)
def test_only_spaces_are_lost_and_no_cluster_is_split(text: str, width: int) -> None:
    spans = wrap(text, width)
    edges = {start for start, _, _ in clusters(text)} | {len(text), 0}
    # A joiner takes even a space into its cluster; at the end of a line that goes all the same.
    edges |= {place for place, character in enumerate(text) if character == " "}
    assert "".join(lines(text, width)).replace(" ", "") == text.replace(" ", "")
    assert all(start in edges and end in edges for start, end in spans)


@settings(max_examples=150, deadline=None)
@given(words, st.integers(2, 30))
def test_lines_fit(text: str, width: int) -> None:
    for line in lines(text, width):
        assert cells(line) <= width or len(clusters(line)) == 1


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab  —’é", max_size=60), st.integers(1, 20))
def test_the_fast_way_breaks_like_the_careful_way(text: str, width: int) -> None:
    assert is_narrow(text)
    assert wrap_narrow(text, width) == wrap_wide(text, width)


def test_snapping_moves_to_the_start_of_a_cluster() -> None:
    text = f"a{FAMILY}b"
    assert [snap(text, n) for n in range(len(text) + 1)] == [0, 1, 1, 1, 1, 1, 6, 7]
    assert snap("plain", 3) == 3
    assert snap("plain", 99) == 5
