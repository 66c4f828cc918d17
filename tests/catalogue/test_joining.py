"""Joined segments are what indexing their entries anew would give."""

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.catalogue.segments.array_joining import KeptSegment, can_join, join
from briefing.catalogue.sync import merging
from briefing.catalogue.sync.sync import sync
from briefing.library.entries import Entry, EntryKind
from briefing.search.index import array_file
from briefing.search.index.segment import Segment
from briefing.search.index.segment_building import build
from tests.catalogue.libraries import MadeLibrary
from tests.catalogue.truth import assert_true, built

WORDS = [
    "the", "river", "co-operation", "U.S.", "1,000", "café", "日本語", "harbour's", "treaty", "x",
]  # fmt: skip
texts = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
ids = st.sampled_from(["", "a", "b", "c-1"])
entries = st.builds(
    Entry,
    kind=st.sampled_from(cast(list[EntryKind], ["quote", "point", "paragraph", "meeting"])),
    text=texts,
    card=ids,
    item=ids,
    source=ids,
    paragraph=st.none() | st.integers(1, 70_000),
    speaker=ids,
    topics=st.lists(st.sampled_from(["p", "q"]), unique=True).map(tuple),
    date=st.none() | st.dates(date(1800, 1, 1), date(2200, 1, 1)),
    extra=texts,
)
parts = st.lists(
    st.lists(st.tuples(st.booleans(), st.lists(entries, min_size=1, max_size=3)), max_size=4),
    min_size=1,
    max_size=3,
)


def part_of(groups: list[tuple[bool, list[Entry]]]) -> tuple[KeptSegment, list[Entry]]:
    """Return a segment of groups of entries, of which some are kept, and the kept entries."""
    everything = [entry for _, group in groups for entry in group]
    kept, first = [], 0
    for keep, group in groups:
        if keep:
            kept.append((first, len(group)))
        first += len(group)
    return KeptSegment(build(everything), kept), [
        e for keep, group in groups if keep for e in group
    ]


def assert_same(joined: Segment, anew: Segment) -> None:
    assert list(joined.records) == list(anew.records)
    assert joined.vocabulary.words == anew.vocabulary.words
    assert bytes(joined.priors) == bytes(anew.priors)
    for number in range(len(anew.vocabulary)):
        assert list(joined.docs(number, number + 1)) == list(anew.docs(number, number + 1))
    everything = range(len(anew))
    for one, other in zip(joined.sequences(everything), anew.sequences(everything), strict=True):
        assert list(one) == list(other)


@settings(max_examples=60, deadline=None)
@given(parts)
def test_a_join_is_what_indexing_anew_would_give(
    groups: list[list[tuple[bool, list[Entry]]]],
) -> None:
    made = [part_of(some) for some in groups]
    joined = Segment(dict(join([part for part, _ in made])))
    anew = Segment(build([entry for _, kept in made for entry in kept]))

    assert_same(joined, anew)


def test_a_join_can_be_saved(tmp_path: Path) -> None:
    entry = Entry("point", "the river", card="a", extra="harbour")
    parts_of_two = [part_of([(True, [entry])])[0], part_of([(False, [entry])])[0]]
    joined = Segment(dict(join(parts_of_two)))
    joined.save(tmp_path / "joined")
    array_file.verify(tmp_path / "joined")

    assert list(Segment.load(tmp_path / "joined").records) == [entry]


def test_arrays_of_another_kind_are_not_joined() -> None:
    part = KeptSegment({**build([]), "more": array_file.StoredArray("B", memoryview(b""))}, [])

    assert can_join([KeptSegment(build([]), [])])
    assert not can_join([part])


@pytest.mark.parametrize("joins", [True, False], ids=["joined", "indexed anew"])
def test_a_merge_gives_the_same_either_way(joins: bool, made: MadeLibrary, folder: Path) -> None:
    with built(made.root, folder) as catalogue:
        catalogue.segments.joins = joins
        for word in ("second", "third", "fourth", "fifth"):
            for number in (1, 2, 3):
                made.write_card(number, word)
                sync(catalogue)
        merging.merge(catalogue)

        assert catalogue.is_tidy()
        assert_true(catalogue)
