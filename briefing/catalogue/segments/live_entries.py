"""The search over the entries that are not marked deleted."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from briefing.catalogue.db.schema import DamagedError

if TYPE_CHECKING:
    from briefing.catalogue.segments.segment_store import SegmentStore
    from briefing.search.engine import SearchEngine
    from briefing.search.index.segment import Segment

Stretch = tuple[int, int, int]
"""Number of the segment, first entry, number of entries: what one owner has in one segment."""


def make_engine(
    store: "SegmentStore", names: Sequence[tuple[int, str]], stretches: Iterable[Stretch]
) -> "SearchEngine":
    """Return a search over the entries that are owned.

    Args:
        store: Where the segments are.
        names: Number and name of each segment.
        stretches: The entries of these that are owned.

    Raises:
        DamagedError: A stretch is in none of the segments, or two overlap.
        SegmentError: A segment is damaged.
        OSError: A segment cannot be read.
    """
    from briefing.search.engine import SearchEngine  # a list of meetings needs none

    segments, gone = live_segments(store, names, stretches)
    return SearchEngine(segments, [chain.from_iterable(ranges) for ranges in gone])


def live_segments(
    store: "SegmentStore", names: Sequence[tuple[int, str]], stretches: Iterable[Stretch]
) -> tuple[list["Segment"], list[tuple[range, ...]]]:
    """Return segments, and for each the entries that nothing owns any more.

    Args:
        store: Where the segments are.
        names: Number and name of each segment.
        stretches: The entries of these that are owned.

    Raises:
        DamagedError: A stretch is in none of the segments, or two overlap.
        SegmentError: A segment is damaged.
        OSError: A segment cannot be read.
    """
    alive: dict[int, list[tuple[int, int]]] = {number: [] for number, _ in names}
    for number, first, count in stretches:
        if number not in alive:
            raise DamagedError("a segment is not named any more")
        alive[number].append((first, count))
    segments = [store.get(name) for _, name in names]
    gone = [
        tuple(dead_stretches(alive[number], len(segment)))
        for (number, _), segment in zip(names, segments, strict=True)
    ]
    return segments, gone


def dead_stretches(alive: Iterable[tuple[int, int]], size: int) -> Iterator[range]:
    """Yield the stretches of a segment that nothing owns any more.

    Args:
        alive: First entry and number of entries of each stretch that is owned.
        size: How many entries the segment has.

    Raises:
        DamagedError: Stretches overlap or leave the segment.
    """
    expected = 0
    for first, count in sorted(alive):
        if first < expected:
            raise DamagedError("an entry has two owners")
        if first > expected:
            yield range(expected, first)
        expected = first + count
    if expected > size:
        raise DamagedError("a segment lacks entries")
    if expected < size:
        yield range(expected, size)
