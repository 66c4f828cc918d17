"""Two wordings laid beside each other: what both have, and what only one has."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.compare.differences import differences, likeness, words_of
from briefing.analysis.compare.shared import shared_phrases
from briefing.analysis.compare.statements import Wording
from briefing.model.core import Span, State


def wording(text: str, *spans: tuple[int, int]) -> Wording:
    places = tuple(Span(*span) for span in spans) or (Span(0, len(text)),)
    return Wording("made", 1, text, places, State.VERBATIM)


def told(one: Wording, other: Wording) -> list[tuple[str, str]]:
    """Return the parts in order, each with its words."""
    found: list[tuple[str, str]] = []
    for part in differences(one, other):
        text, span = (other.text, part.later) if part.later else (one.text, part.earlier)
        assert span is not None
        found.append((part.kind, text[span.start : span.end]))
    return found


def phrases(one: Wording, other: Wording) -> list[tuple[str, str]]:
    return [
        (one.text[p.earlier.start : p.earlier.end], other.text[p.later.start : p.later.end])
        for p in shared_phrases(one, other)
    ]


def test_words_that_changed_stand_between_words_that_did_not() -> None:
    one = wording("The ministers expressed concern that China’s power grows.")
    other = wording("the ministers concurred that China's power grows.")
    assert told(one, other) == [
        ("same", "the ministers"),
        ("earlier", "expressed concern"),
        ("later", "concurred"),
        ("same", "that China's power grows."),
    ]
    assert likeness(one, other) == pytest.approx(12 / 15)


def test_case_and_typography_make_no_difference() -> None:
    one, other = wording("“We” shall — not yield"), wording('"we" shall - NOT yield')
    assert {kind for kind, _ in told(one, other)} == {"same"}
    assert likeness(one, other) == 1.0


def test_no_part_reaches_across_an_ellipsis() -> None:
    text = "They met on Monday and agreed to go"
    one = wording(text, (0, 8), (23, 35))
    other = wording("They met agreed to go")
    assert one.words == "They met … agreed to go"
    assert told(one, other) == [("same", "They met"), ("same", "agreed to go")]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "political, economic, military and technological challenges",
            "growing political, economic, military and technological power",
            [
                (
                    "political, economic, military and technological",
                    "political, economic, military and technological",
                )
            ],
        ),
        (
            "stability of the Strait, and peace",
            "peace and the stability of the Strait",
            [("stability of the Strait", "stability of the Strait"), ("peace", "peace")],
        ),
        (
            "serious concerns over rights",
            "of serious concern",
            [("serious concerns", "serious concern")],
        ),
        (
            "North Korea’s missiles",
            "from North Korea and others",
            [("North Korea’s", "North Korea")],
        ),
        ("the ministers said it", "the ministers said so", [("ministers said", "ministers said")]),
        ("they said it", "he said so", []),
        ("of the country and", "in this country", []),
        ("we seek cooperation", "cooperation that others seek", []),
        (
            "to strengthen cooperation",
            "they strengthen cooperation",
            [("strengthen cooperation",) * 2],
        ),
        ("capabilities for a strike", "a strike, its capabilities", [("strike", "strike")]),
        ("rose 2 percent", "to 2 of them", [("2", "2")]),
        ("平和と安定が重要", "地域の平和と安定", [("平和と安定", "平和と安定")]),
    ],
)
def test_shared_phrases(one: str, other: str, expected: list[tuple[str, str]]) -> None:
    assert phrases(wording(one), wording(other)) == expected


TEXTS = st.lists(
    st.sampled_from(
        ["order", "rules-based", "the", "“free”", "and", "open,", "2", "China’s", "seas.", "…"]
    ),
    max_size=14,
).map(" ".join)


@given(TEXTS, TEXTS)
def test_the_parts_together_are_all_the_words_of_both(one: str, other: str) -> None:
    first, second = wording(one), wording(other)
    parts = differences(first, second)
    for side, of_side in ((first, [p.earlier for p in parts]), (second, [p.later for p in parts])):
        spans = [span for span in of_side if span]
        assert spans == sorted(spans)
        covered = "".join(side.text[span.start : span.end] for span in spans)
        assert covered.replace(" ", "") == side.text.replace(" ", "")
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, second) == likeness(second, first)


@given(TEXTS)
def test_a_wording_does_not_differ_from_itself(text: str) -> None:
    one = wording(text)
    assert all(part.kind == "same" for part in differences(one, one))
    assert likeness(one, one) == 1.0


@given(TEXTS, TEXTS)
def test_shared_phrases_lie_apart_and_in_both(one: str, other: str) -> None:
    first, second = wording(one), wording(other)
    found = shared_phrases(first, second)
    for side, spans in ((first, [p.earlier for p in found]), (second, [p.later for p in found])):
        ordered = sorted(spans)
        assert all(a.end <= b.start for a, b in pairwise(ordered))
        words = {word.span.start for word in words_of(side)}
        assert all(span.start in words and span.end <= len(side.text) for span in spans)
