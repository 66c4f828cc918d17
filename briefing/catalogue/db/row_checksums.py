"""A sum over all rows: SQLite notices a page that is torn, but not a word that is changed."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Final
from zlib import crc32

from briefing.catalogue.db.schema import DamagedError

_TABLES: Final = (
    "meeting", "item", "item_topic", "item_speaker", "card_topic", "card_speaker", "attendance",
    "evidence", "omission", "depends", "source", "event", "speaker", "topic", "problem",
)  # fmt: skip
"""Every table whose rows are read from files."""
_MASK = 0xFFFFFFFF


def sum_of(rows: Mapping[str, Iterable[tuple[object, ...]]]) -> int:
    """Return the sum of some rows, by table; their order does not count."""
    return _added((table, *row) for table, some in rows.items() for row in some)


def verify_rows(connection: sqlite3.Connection) -> None:
    """Check the structure of a catalogue, and that all its rows are what was written.

    Raises:
        sqlite3.DatabaseError: They are not.
    """
    connection.execute("BEGIN")
    try:
        ((said,),) = connection.execute("PRAGMA integrity_check(1)").fetchall()
        if said != "ok":
            raise DamagedError(said)
        found = sum(_added(connection.execute(f"SELECT '{t}', * FROM {t}")) for t in _TABLES)
        ((expected,),) = connection.execute("SELECT coalesce(sum(sum), 0) FROM file").fetchall()
        if (found - expected) & _MASK:
            raise DamagedError("the rows are not what was written")
        query = (
            "SELECT owner FROM file LEFT JOIN stretch USING (owner) GROUP BY owner"
            " HAVING max(entries) <> coalesce(sum(count), 0) LIMIT 1"
        )
        for (owner,) in connection.execute(query):
            raise DamagedError(f"entries of {owner} are lost")
    except UnicodeDecodeError as error:
        raise DamagedError("what SQLite says of it is no text") from error
    finally:
        connection.execute("ROLLBACK")


def _added(rows: Iterable[tuple[object, ...]]) -> int:
    return sum(map(crc32, map(str.encode, map(repr, rows)))) & _MASK
