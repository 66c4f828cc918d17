"""One width for print and screen: as the toolkit draws it, in whole clusters, nothing too wide."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.text.width import cells, clusters, cut, cut_before, is_narrow, wrap

CLUSTERS = {
    "a": 1,
    "é": 1,
    "e\u0301": 1,
    "\xad": 1,
    "字": 2,
    "Ａ": 2,
    "ｱ": 1,
    "한": 2,
    "\u1112\u1161\u11ab": 2,
    "👍": 2,
    "👍🏽": 2,
    "👨\u200d👩\u200d👧": 2,
    "👩🏽\u200d🔬": 2,
    "❤": 1,
    "❤\ufe0f": 2,
    "1\ufe0f\u20e3": 2,
    "🇯🇵": 2,
    "🏴\U000e0067\U000e0062\U000e007f": 2,
    "क्षि": 2,
    "क्ष्म": 3,
    "နိ": 1,
    "กำ": 2,
    "A\u20dd": 1,
}
texts = st.lists(st.sampled_from([*CLUSTERS, " ", "\u200d", "\ufe0f", "\u094d"])).map("".join)


@pytest.mark.parametrize("text", CLUSTERS)
def test_a_cluster_is_measured_as_a_whole(text: str) -> None:
    assert clusters(text) == [(0, len(text), CLUSTERS[text])]
    assert cells(text) == CLUSTERS[text]
    assert cells(f"a{text} b{text}") == 3 + 2 * CLUSTERS[text]


def test_every_character_is_as_wide_as_the_toolkit_draws_it() -> None:
    """Where this fails after an update of the toolkit, `make cells` takes its table over."""
    known = [chr(n) for n in range(0x20, 0x110000) if unicodedata.category(chr(n))[0] != "C"]
    assert len(known) > 100_000
    assert [ascii(c) for c in known if cells(c) != cell_len(c)] == []


def test_everything_called_narrow_is_one_cell_and_one_cluster() -> None:
    narrow = [chr(n) for n in range(0x20, 0x10000) if is_narrow(chr(n)) and n != 0x7F]
    assert len(narrow) > 500
    assert [c for c in narrow if cell_len(c) != 1] == []


@settings(max_examples=200, deadline=None)
@given(texts)
@example("\u200da")
@example("❤\u0301\ufe0f")
def test_any_text_is_as_wide_as_the_toolkit_draws_it(text: str) -> None:
    found = clusters(text)
    assert cells(text) == cell_len(text) == sum(width for _, _, width in found)
    assert "".join(text[start:end] for start, end, _ in found) == text


@settings(max_examples=100, deadline=None)
@given(texts, st.integers(0, 12))
def test_what_is_cut_fits(text: str, columns: int) -> None:
    edges = {start for start, _, _ in clusters(text)} | {len(text)}
    head, tail = cut(text, columns), cut_before(text, columns)
    assert text.startswith(head)
    assert text.endswith(tail)
    assert {len(head), len(text) - len(tail)} <= edges
    assert max(cells(head), cells(tail)) <= columns
    assert (head == text) == (cells(text) <= columns)


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 80, ["one two three"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("日本語です", 4, ["日本", "語で", "す"]),
        ("a\u00a0b c", 3, ["a\u00a0b", "c"]),
        ("❤\ufe0f" * 5, 5, ["❤\ufe0f" * 2, "❤\ufe0f" * 2, "❤\ufe0f"]),
        ("👨\u200d👩\u200d👧" * 2, 3, ["👨\u200d👩\u200d👧"] * 2),
        ("字", 1, ["字"]),
    ],
)
def test_wrap(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


@settings(max_examples=150, deadline=None)
@given(texts, st.integers(min_value=2, max_value=12))
@example("a\u200d b", 2)
def test_wrapping_keeps_every_word_and_fits(text: str, columns: int) -> None:
    lines = wrap(text, columns)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cells(line) <= columns or len(clusters(line)) == 1 for line in lines)
