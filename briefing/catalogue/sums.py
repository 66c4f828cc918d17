"""A sum over the rows of each owner: SQLite notices a torn page, but not a changed word in it."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from zlib import crc32

from briefing.catalogue.schema import DamagedError

OWNERS: Final = {
    "meeting": "'card:' || card",
    "item": "'card:' || card",
    "item_topic": "'card:' || card",
    "evidence": "'card:' || card",
    "depends": "'card:' || card",
    "source": "'source:' || id",
    "speaker": "'index:speakers'",
    "topic": "'index:topics'",
    "problem": "owner",
}
"""Every table whose rows are read from a file, and how a row tells its owner."""

_MASK = 0xFFFFFFFF


def sum_of(rows: Mapping[str, Sequence[tuple[object, ...]]]) -> int:
    """Return the sum of an owner's rows, by table; their order does not count."""
    return _added(0, ((table, row) for table, some in rows.items() for row in some))


def verify_rows(connection: sqlite3.Connection) -> None:
    """Check the structure of a catalogue, and that every row is what was written.

    Raises:
        sqlite3.DatabaseError: It is not.
    """
    connection.execute("BEGIN")
    try:
        ((said,),) = connection.execute("PRAGMA integrity_check(1)").fetchall()
        if said != "ok":
            raise DamagedError(said)
        found: dict[str, int] = {}
        for table, owner in OWNERS.items():
            for name, *row in connection.execute(f"SELECT {owner}, * FROM {table}"):
                found[name] = _added(found.get(name, 0), [(table, tuple(row))])
        query = (
            "SELECT owner, sum, entries, coalesce(count, 0) FROM file"
            " LEFT JOIN stretch USING (owner)"
        )
        for owner, expected, entries, count in connection.execute(query):
            if found.pop(owner, 0) != expected or entries != count:
                raise DamagedError(f"the rows of {owner} are not what was written")
        if found:
            raise DamagedError(f"nobody owns the rows of {next(iter(found))}")
    finally:
        connection.execute("ROLLBACK")


def _added(total: int, rows: Iterable[tuple[str, tuple[object, ...]]]) -> int:
    for row in rows:
        total += crc32(repr(row).encode("utf-8", "replace"))
    return total & _MASK
