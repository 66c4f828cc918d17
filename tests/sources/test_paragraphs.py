"""Paragraphs that are made when asked for are those that would have been made at once."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.source import Paragraph
from briefing.sources import reading
from briefing.sources.paragraphs import Paragraphs
from briefing.sources.reading import split_paragraphs
from briefing.text.cleaning import clean_block
from briefing.text.folding import fold, is_word_edge

PIECES = ("\n", "\n\n", " ", "\t", "\xa0", "\u200b", "\f", "\x1c", "\ufeff", "a", "Photo", "\x07",
          "“b”", "日本", "😀", "e\u0301", "Related coverage:", "\xad", "–", "½", "  ")  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
openings = st.lists(
    st.sampled_from(["Photo", "Related  coverage", '"b"', "a", " ", "日", "Photoa"])
)


def eager(text: str, furniture: Sequence[str]) -> Iterator[Paragraph]:
    """Cut a text line by line, with an object for each block."""
    opens = [words for words in (fold(each).text.strip() for each in furniture) if words]
    edge = reading._EDGE
    block: list[str] = []
    offset = first = line = number = 0
    for at, each in enumerate([*text.split("\n"), ""], start=1):
        if each.strip(edge):
            if not block:
                first, line = offset, at
            block.append(each)
        elif block:
            whole = "\n".join(block)
            trimmed = whole.lstrip(edge)
            words = clean_block(trimmed.rstrip(edge))
            folded = fold(words).text
            number += 1
            yield Paragraph(
                number,
                first + len(whole) - len(trimmed),
                line,
                words,
                any(folded.startswith(o) and is_word_edge(folded, len(o)) for o in opens),
            )
            block = []
        offset += len(each) + 1


@given(texts, openings)
@settings(max_examples=300, deadline=None)
def test_they_are_those_made_at_once(text: str, furniture: list[str]) -> None:
    made = tuple(eager(text, furniture))
    lazy = split_paragraphs(text, furniture)
    assert lazy == made
    assert tuple(lazy) == made
    assert [p.end for p in lazy] == [p.end for p in made]
    assert list(lazy.body) == [p.number for p in made if not p.furniture]
    assert [lazy.length(n) for n in range(len(lazy))] == [len(p.text) for p in made]
    assert [lazy.at(p.start) for p in made] == [p.number - 1 for p in made]


@given(texts, st.data())
@settings(max_examples=100, deadline=None)
def test_they_are_looked_at_like_a_tuple(text: str, data: st.DataObject) -> None:
    lazy = split_paragraphs(text)
    made = tuple(lazy)
    bounds = st.none() | st.integers(-12, 12)
    cut = slice(data.draw(bounds), data.draw(bounds), data.draw(st.sampled_from([None, 1, -1, 3])))
    assert lazy[cut] == made[cut]
    assert list(reversed(lazy)) == list(reversed(made))
    for place in range(-len(made), len(made)):
        assert lazy[place] == made[place]
    for place in (len(made), -len(made) - 1):
        with pytest.raises(IndexError):
            lazy[place]
    assert hash(lazy) == hash(split_paragraphs(text))
    assert all(p in lazy for p in made)


def test_other_paragraphs_are_not_equal() -> None:
    one = split_paragraphs("a\n\nb")
    assert one == split_paragraphs("a\n\nb")
    assert one != split_paragraphs("a\n\nc")
    assert one != split_paragraphs("a\n\nb", ["a"])
    assert one != (one[0],)
    assert one != "ab"
    assert repr(one) == "<2 paragraphs>"


@pytest.mark.parametrize("opening", ["\xad" * 500 + "Photo", "P" + "\u0301" * 200, "ﷺ" * 3])
def test_openings_that_fold_to_less_or_more_are_known(opening: str) -> None:
    text = f"Words\n\n{opening} of us\n\nPhotographs"
    assert split_paragraphs(text, [opening]) == tuple(eager(text, [opening]))
    assert split_paragraphs(text, ["Photo"]) == tuple(eager(text, ["Photo"]))


def test_how_far_it_has_come_is_told() -> None:
    told: list[float] = []
    found = split_paragraphs("a\n\n" * 30_000, progress=told.append)
    assert isinstance(found, Paragraphs)
    assert len(found) == 30_000
    assert told == sorted(told)
    assert len(told) == 3
    assert all(0 < share <= 1 for share in told)
