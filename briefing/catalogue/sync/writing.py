"""Writing what was read, and taking out what is gone; the caller holds the write lock."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from briefing.catalogue.db.file_stamps import Seen
from briefing.catalogue.db.owner import CARD, SOURCE, Owner, owner_of
from briefing.catalogue.db.row_checksums import sum_of
from briefing.catalogue.sync.known_files import path_bytes
from briefing.catalogue.sync.reading import OwnerContent
from briefing.search.index.array_file import StoredArray
from briefing.search.index.segment_building import SegmentBuilder

MOST_ENTRIES = 1 << 16
MOST_WORDS = 1 << 21
"""In one segment before it is merged: what is indexed is held in memory several times over."""
_AT_ONCE = 256
"""Entries added before the words are counted."""

Stretch = tuple[Owner, int, int]
"""An owner, the first of its entries in a segment, and how many follow one another there."""

_CARD_TABLES = (
    "meeting", "item", "item_topic", "item_speaker", "card_topic", "card_speaker", "attendance",
    "evidence", "omission", "depends",
)  # fmt: skip


def announce(connection: sqlite3.Connection, owner: Owner, path: str, seen: Seen) -> None:
    """Note that a file has to be read as it was seen; what was read of it before stays so long."""
    connection.execute(
        "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0) ON CONFLICT (owner) DO UPDATE"
        " SET path = excluded.path, size = excluded.size, modified = excluded.modified,"
        " changed = excluded.changed, inode = excluded.inode, digest = excluded.digest,"
        " sure = excluded.sure, read = 0",
        (owner.key, path_bytes(path), *seen.stamp, seen.digest, seen.sure),
    )


def announced(connection: sqlite3.Connection) -> dict[Owner, bool]:
    """Return the owners that have to be read, and whether there are rows of them from before."""
    query = "SELECT owner, entries <> 0 OR sum <> 0 FROM file WHERE read = 0"
    return {owner_of(key): bool(before) for key, before in connection.execute(query)}


def store(
    connection: sqlite3.Connection, unit: OwnerContent, seen: Seen, before: bool = True
) -> None:
    """Write the rows of a unit in place of what its owner had.

    Args:
        connection: Inside a transaction.
        unit: What was read of a file that was announced.
        seen: The file as it was seen, and stayed while it was read.
        before: Whether there may be rows of the owner.
    """
    if before:
        _take_out(connection, unit.owner)
    for table, rows in unit.rows.items():
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    connection.execute(
        "UPDATE file SET size = ?, modified = ?, changed = ?, inode = ?, digest = ?, sure = ?,"
        " read = 1, entries = ?, sum = ? WHERE owner = ?",
        (*seen.stamp, seen.digest, seen.sure, len(unit.entries), sum_of(unit.rows), unit.owner.key),
    )


def indexed(
    units: Sequence[OwnerContent], most: int = MOST_ENTRIES
) -> Iterator[tuple[Mapping[str, StoredArray], Sequence[Stretch]]]:
    """Yield segments of the entries of units, none of them large, and whose entries they are.

    Args:
        units: What was read; one with very many entries goes into several segments.
        most: How many entries a segment has at most.
    """
    builder, stretches = SegmentBuilder(), list[Stretch]()
    for unit in units:
        first = len(builder)
        remaining = iter(unit.entries)
        while batch := list(islice(remaining, min(_AT_ONCE, most - len(builder)))):
            builder.extend(batch)
            if len(builder) >= most or builder.words >= MOST_WORDS:
                yield builder.sections(), [*stretches, (unit.owner, first, len(builder) - first)]
                builder, stretches, first = SegmentBuilder(), [], 0
        if len(builder) > first:
            stretches.append((unit.owner, first, len(builder) - first))
    if stretches:
        yield builder.sections(), stretches


def own(
    connection: sqlite3.Connection, name: str, stretches: Sequence[Stretch], stored: set[Owner]
) -> None:
    """Record a segment, and whose entries are in it.

    Args:
        connection: Inside a transaction.
        name: The name of the segment.
        stretches: Whose entries are in it.
        stored: The owners that were stored; entries of others are dead.
    """
    docs = sum(count for *_, count in stretches)
    query = "INSERT INTO segment(name, docs) VALUES (?, ?)"
    number = connection.execute(query, (name, docs)).lastrowid
    connection.executemany(
        "INSERT INTO stretch VALUES (?, ?, ?, ?)",
        [(owner.key, number, first, count) for owner, first, count in stretches if owner in stored],
    )


def forget(connection: sqlite3.Connection, owner: Owner) -> None:
    """Take an owner out, with all that was read of it."""
    _take_out(connection, owner)
    connection.execute("DELETE FROM file WHERE owner = ?", (owner.key,))


def _take_out(connection: sqlite3.Connection, owner: Owner) -> None:
    if owner.kind == CARD:
        for table in _CARD_TABLES:
            connection.execute(f"DELETE FROM {table} WHERE card = ?", (owner.id,))
    elif owner.kind == SOURCE:
        connection.execute("DELETE FROM source WHERE id = ?", (owner.id,))
        connection.execute("DELETE FROM event WHERE source = ?", (owner.id,))
    elif owner.id in ("speakers", "topics"):
        connection.execute(f"DELETE FROM {owner.id.removesuffix('s')}")
    for table in ("problem", "stretch"):
        connection.execute(f"DELETE FROM {table} WHERE owner = ?", (owner.key,))
