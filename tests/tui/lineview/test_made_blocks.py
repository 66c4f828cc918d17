"""A source's blocks that are made when asked for are those that would have been made at once."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.source import Source, SourceRecord
from briefing.sources.reading import split_paragraphs
from briefing.tui.content.pages.lighting import Layers, word_marks
from briefing.tui.content.pages.source import source_page
from briefing.tui.lineview.blocks import Block, Layout, Mark, gutter_width
from tests.sources.test_paragraphs import texts

WORDS = st.sampled_from(("a", "Photo ", "long words in a row ", "日本", "\t", "é ", "\x07", "\xad"))
documents = st.lists(texts | st.lists(WORDS, max_size=30).map("".join), max_size=12).map(
    "\n\n".join
)


def source(text: str, furniture: tuple[str, ...] = ("Photo",)) -> Source:
    return Source(SourceRecord("s", "s.txt", "us"), text, split_paragraphs(text, furniture))


@given(documents, st.integers(1, 90), st.booleans())
@settings(max_examples=200, deadline=None)
def test_they_are_laid_out_like_those_made_at_once(text: str, width: int, folded: bool) -> None:
    blocks = source_page(source(text), {}, folded=folded).blocks
    made = tuple(blocks)
    lazy, eager = Layout(blocks, width), Layout(made, width)
    assert [lazy.top(n) for n in range(len(made))] == [eager.top(n) for n in range(len(made))]
    assert lazy.height == eager.height
    assert gutter_width(blocks) == gutter_width(made)
    assert [blocks[n] for n in range(-len(made), len(made))] == [*made, *made]
    assert tuple(blocks[1:5]) == made[1:5]
    for spot in (lazy.spot(line) for line in range(lazy.height)):
        assert spot is not None
        assert lazy.rows(spot.block) == eager.rows(spot.block)


def test_places_outside_have_no_block() -> None:
    blocks = source_page(source("a\n\nb"), {}).blocks
    for place in (len(blocks), -len(blocks) - 1):
        with pytest.raises(IndexError):
            blocks[place]


@given(documents)
@settings(max_examples=50, deadline=None)
def test_words_are_lit_in_the_blocks_that_hold_them(text: str) -> None:
    blocks = source_page(source(text), {}).blocks
    marks = word_marks(blocks, ["photo", "b"])
    pattern = re.compile(r"(?<!\w)(?:photo|b)(?!\w)", re.IGNORECASE)
    expected = {
        index: [Mark(*match.span(), "hit") for match in pattern.finditer(block.text)]
        for index, block in enumerate(blocks)
        if pattern.search(block.text)
    }
    assert dict(marks) == expected
    assert len(marks) == len(expected)
    assert marks.get(len(blocks)) is None


def test_marks_lie_over_one_another() -> None:
    over, under = {1: [Mark(0, 2, "evidence")]}, word_marks([Block("b"), Block("b b")], ["b"])
    layers = Layers(over, under)
    assert {index: [mark.role for mark in layers[index]] for index in layers} == {
        0: ["hit"],
        1: ["evidence", "hit", "hit"],
    }
    assert len(layers) == 2
    assert layers
    assert not Layers({}, {})


@given(documents, st.sets(st.integers(1, 12)), st.integers(0, 13), st.sampled_from([1, -1]))
@settings(max_examples=100, deadline=None)
def test_the_next_uncited_paragraph_is_the_nearest(
    text: str, cited: set[int], here: int, direction: int
) -> None:
    page = source_page(source(text), {})._replace(cited=cited)
    uncited = [p.number for p in source(text).paragraphs if not p.furniture]
    beyond = [n for n in uncited if n not in cited and (n - here) * direction > 0]
    expected = min(beyond, key=lambda n: abs(n - here), default=None)
    assert page.next_uncited(here, direction) == expected
