"""Keeping segments few: small ones and those with many dead entries become one.

Sizes grow by a factor from one tier to the next, so that an entry is indexed again only a few times
however large the library grows (a log-structured merge; O'Neil et al., 1996).
"""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.catalogue.catalogue import Catalogue
from briefing.search.building import build
from briefing.search.postings import Segment

MOST_SEGMENTS = 3
"""More than this many make a search slower than merging them is worth."""
GROWTH = 4
"""A larger segment joins a merge when it is at most this many times the smaller ones together."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A segment, and how much of it is alive."""

    number: int
    name: str
    docs: int
    alive: int


def merge(catalogue: Catalogue, cancelled: Callable[[], bool] = lambda: False) -> None:
    """Merge what should be merged, and sweep segments that nothing owns.

    Raises:
        SegmentError: A segment is damaged.
        OSError: The cache folder cannot be written.
    """
    while not cancelled():
        chosen = _choose(_held(catalogue))
        if not chosen:
            break
        _merge_into_one(catalogue, chosen)
    _sweep(catalogue)


def _held(catalogue: Catalogue) -> list[_Held]:
    query = (
        "SELECT segment.id, name, docs, coalesce(sum(stretch.count), 0)"
        " FROM segment LEFT JOIN stretch ON stretch.segment = segment.id GROUP BY segment.id"
    )
    return [_Held(*row) for row in catalogue.rows(query)]


def _choose(held: Sequence[_Held]) -> list[_Held]:
    """Return the segments to merge next: none when there are few and they are mostly alive."""
    used = sorted((one for one in held if one.alive), key=lambda one: one.alive)
    mostly_dead = [one for one in used if one.alive * 2 < one.docs]
    if len(used) <= MOST_SEGMENTS:
        return mostly_dead
    chosen = used[:2]
    for one in used[2:]:
        if one.alive <= GROWTH * sum(other.alive for other in chosen):
            chosen.append(one)
    return chosen


def _merge_into_one(catalogue: Catalogue, chosen: Sequence[_Held]) -> None:
    marks = ", ".join("?" * len(chosen))
    query = (
        f"SELECT owner, segment, first, count FROM stretch WHERE segment IN ({marks})"
        " ORDER BY segment, first"
    )
    stretches = catalogue.rows(query, *(one.number for one in chosen))
    records = {one.number: catalogue.shelf.get(one.name).records for one in chosen}
    merged = Segment(
        build(
            records[segment][doc]
            for _, segment, first, count in stretches
            for doc in range(first, first + count)
        )
    )
    with catalogue.writing() as connection:
        name = catalogue.shelf.add(merged)
        cursor = connection.execute(
            "INSERT INTO segment(name, docs) VALUES (?, ?)", (name, len(merged))
        )
        first = 0
        for owner, segment, start, count in stretches:
            # An owner that was read again meanwhile has its entries elsewhere by now.
            connection.execute(
                "UPDATE stretch SET segment = ?, first = ?"
                " WHERE owner = ? AND segment = ? AND first = ?",
                (cursor.lastrowid, first, owner, segment, start),
            )
            first += count
        _drop_unused(connection)


def _sweep(catalogue: Catalogue) -> None:
    """Remove segments without owners, and files that no segment names."""
    with catalogue.writing() as connection:
        _drop_unused(connection)
        names = {name for (name,) in connection.execute("SELECT name FROM segment")}
        catalogue.shelf.keep_only(names)


def _drop_unused(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM segment WHERE id NOT IN (SELECT segment FROM stretch)")
