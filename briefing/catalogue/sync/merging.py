"""Keeping segments few: small ones and those with many dead entries become one.

Sizes grow by a factor from one tier to the next, so that an entry is indexed again only a few times
however large the library grows (a log-structured merge; O'Neil et al., 1996).
"""

import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.catalogue.catalogue import Catalogue
from briefing.library.entries import Entry
from briefing.search.index.array_file import StoredArray
from briefing.search.index.kernel import PLAIN_ENTRIES
from briefing.search.index.segment import Segment
from briefing.search.index.segment_building import build

GROWTH = 4
"""A larger segment joins a merge when it is at most this many times the smaller ones together."""

_Stretch = tuple[str, int, int, int]
"""Key of the owner, number of the segment, first entry, number of entries."""


class _CancelledError(Exception):
    """Nobody wants the merge any more."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A segment, and how much of it is alive."""

    number: int
    name: str
    docs: int
    alive: int


def merge(catalogue: Catalogue, cancelled: Callable[[], bool] = lambda: False) -> None:
    """Merge what should be merged.

    Raises:
        SegmentError: A segment is damaged.
        OSError: The cache folder cannot be written.
    """
    while not cancelled():
        chosen = _choose(_held(catalogue), catalogue.segments.most)
        if not chosen:
            return
        try:
            _merge_into_one(catalogue, chosen, cancelled)
        except _CancelledError:
            return
        except FileNotFoundError:
            # Another process has merged them; if none has, they are lost.
            if _held(catalogue) == chosen or set(chosen) <= set(_held(catalogue)):
                raise


def delete_unreferenced(catalogue: Catalogue) -> None:
    """Delete segments without owners, and unreferenced files."""
    with catalogue.database.writing() as connection:
        _drop_unused(connection)
        names = {name for (name,) in connection.execute("SELECT name FROM segment")}
        catalogue.segments.keep_only(names)


def _held(catalogue: Catalogue) -> list[_Held]:
    query = (
        "SELECT segment.id, name, docs, coalesce(sum(stretch.count), 0)"
        " FROM segment LEFT JOIN stretch ON stretch.segment = segment.id GROUP BY segment.id"
    )
    return [_Held(*row) for row in catalogue.database.rows(query)]


def _choose(held: Sequence[_Held], most: int) -> list[_Held]:
    """Return the segments to merge next: none when there are few and they are mostly alive."""
    used = sorted((one for one in held if one.alive), key=lambda one: one.alive)
    mostly_dead = [one for one in used if one.alive * 2 < one.docs]
    if len(used) <= most:
        return mostly_dead
    chosen = used[:2]
    for one in used[2:]:
        if one.alive <= GROWTH * sum(other.alive for other in chosen):
            chosen.append(one)
    return chosen


def _merge_into_one(
    catalogue: Catalogue, chosen: Sequence[_Held], cancelled: Callable[[], bool]
) -> None:
    marks = ", ".join("?" * len(chosen))
    query = (
        f"SELECT owner, segment, first, count FROM stretch WHERE segment IN ({marks})"
        " ORDER BY segment, first"
    )
    stretches = catalogue.database.rows(query, *(one.number for one in chosen))
    for one in chosen:
        catalogue.segments.verify(one.name)  # what is damaged must not get a checksum of its own
    merged = _joined(catalogue, chosen, stretches)
    if merged is None:
        segments = {one.number: catalogue.segments.get(one.name) for one in chosen}
        merged = build(_entries(stretches, segments, cancelled)).items()
    name = catalogue.segments.add(merged)
    with catalogue.database.writing() as connection:
        if not catalogue.segments.has(name):
            raise _CancelledError  # another process has deleted it; some other time
        docs = sum(count for *_, count in stretches)
        cursor = connection.execute("INSERT INTO segment(name, docs) VALUES (?, ?)", (name, docs))
        first = 0
        for key, segment, start, count in stretches:
            # An owner that was read again meanwhile has its entries elsewhere by now.
            connection.execute(
                "UPDATE stretch SET segment = ?, first = ?"
                " WHERE owner = ? AND segment = ? AND first = ?",
                (cursor.lastrowid, first, key, segment, start),
            )
            first += count
        _drop_unused(connection)


def _joined(
    catalogue: Catalogue, chosen: Sequence[_Held], stretches: Sequence[_Stretch]
) -> Iterable[tuple[str, StoredArray]] | None:
    """Return the segments joined by their arrays; None where these are few or not at hand."""
    joins = catalogue.segments.joins
    if joins is None:
        joins = "numpy" in sys.modules or sum(one.alive for one in chosen) > PLAIN_ENTRIES
    if not joins:
        return None
    from briefing.catalogue.segments.array_joining import KeptSegment, can_join, join

    parts = []
    for one in sorted(chosen, key=lambda held: held.number):
        sections = catalogue.segments.sections(one.name)
        kept = [(first, count) for _, number, first, count in stretches if number == one.number]
        parts.append(KeptSegment(sections, kept))
    return join(parts) if can_join(parts) else None


def _entries(
    stretches: Sequence[_Stretch], segments: dict[int, Segment], cancelled: Callable[[], bool]
) -> Iterator[Entry]:
    for _, segment, first, count in stretches:
        if cancelled():
            raise _CancelledError
        records = segments[segment].records
        yield from (records[doc] for doc in range(first, first + count))


def _drop_unused(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM segment WHERE id NOT IN (SELECT segment FROM stretch)")
