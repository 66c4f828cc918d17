"""Word differences add up to both texts, and what could turn the sense round is named."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.evidence.word_diff import DiffPart, sense_risks, word_diff
from briefing.text.folding import fold

quick = settings(max_examples=150, deadline=None)
phrases = st.lists(
    st.sampled_from(["will", "not", "“Japan’s”", "can't", "3.2", " ", "–", "日本", "e\u0301", "x"]),
    max_size=8,
).map(" ".join)


@pytest.mark.parametrize(
    ("expected", "found", "parts"),
    [
        ("a b c", "a b c", [("same", "a b c")]),
        ("a b c", "a x c", [("same", "a "), ("removed", "b "), ("added", "x "), ("same", "c")]),
        ("it's “so”", 'it’s  "so"', [("same", 'it’s  "so"')]),
        ("will win", "will not win", [("same", "will "), ("added", "not "), ("same", "win")]),
        (
            "up 3.2%",
            "up 2.3%",
            [("same", "up "), ("removed", "3.2"), ("added", "2.3"), ("same", "%")],
        ),
        ("a b", "c d", [("removed", "a b"), ("added", "c d")]),
        ("反撃する", "反撃しない", [("same", "反撃"), ("removed", "する"), ("added", "しない")]),
        ("a b", "a", [("same", "a"), ("removed", " b")]),
        ("", "a", [("added", "a")]),
        ("", "", []),
    ],
)
def test_word_diff(expected: str, found: str, parts: list[tuple[str, str]]) -> None:
    assert [(part.kind, part.text) for part in word_diff(expected, found)] == parts


@given(phrases, phrases)
@quick
def test_parts_add_up(expected: str, found: str) -> None:
    parts = word_diff(expected, found)
    assert "".join(part.text for part in parts if part.kind != "removed") == found
    before = "".join(part.text for part in parts if part.kind != "added")
    assert fold(before).text.replace(" ", "") == fold(expected).text.replace(" ", "")
    kinds = [part.kind for part in parts]
    assert all(a != b for a, b in pairwise(kinds))
    assert DiffPart("same", "") not in parts


@pytest.mark.parametrize(
    ("expected", "found", "risks"),
    [
        ("they will prevail", "they will not prevail", ("negation",)),
        ("they won't prevail", "they will prevail", ("negation",)),
        ("they won't prevail", "they will not prevail", ()),
        ("they cannot go", "they can't go", ()),
        ("they can go", "they can’t go", ("negation",)),
        ("likely to agree", "unlikely to agree", ("negation",)),
        ("positions changed", "positions unchanged", ("negation",)),
        ("with conditions", "without conditions", ("negation",)),
        ("they shall act", "they should act", ("modal",)),
        ("they may act", "they act", ("modal",)),
        ("we'll act", "we act", ("modal",)),
        ("two ships", "three ships", ("number",)),
        ("two ships", "2 ships", ()),
        ("1,000 troops", "1000 troops", ()),
        ("2 percent", "2.5 percent", ("number",)),
        ("a million", "a billion", ("number",)),
        ("in May they met", "in June they met", ("date",)),
        ("on Friday", "on Thursday", ("date",)),
        ("by 2027", "by 2028", ("number", "date")),
        ("in FY2027", "in FY2028", ("number", "date")),
        ("met Austin there", "met Blinken there", ("name",)),
        ("China attacked Japan", "Japan attacked China", ("name",)),
        ("the G-7 summit", "the G-20 summit", ("number",)),
        ("The alliance acts", "the alliance acts", ()),
        ("Their alliance acts", "An alliance acts", ()),
        ("we met in china", "we met in China", ("name",)),
        ("re-establish order", "reestablish order", ()),
        ("deep cooperation", "close cooperation", ()),
        (
            "Not two but Kishida may in June",
            "We said so",
            ("number", "negation", "modal", "name", "date"),
        ),
        ("反撃する", "反撃しない", ("negation",)),
        ("三か国", "二か国", ("number",)),
        ("月曜日に", "火曜日に", ("date",)),
        ("same words", "same words", ()),
        ("", "", ()),
    ],
)
def test_sense_risks(expected: str, found: str, risks: tuple[str, ...]) -> None:
    assert sense_risks(expected, found) == risks


@given(phrases, phrases)
@quick
def test_only_known_risks_and_none_between_equals(expected: str, found: str) -> None:
    assert sense_risks(expected, expected) == ()
    assert set(sense_risks(expected, found)) <= {"number", "negation", "modal", "name", "date"}
