"""The tables of a catalogue, and opening a database that has them.

Everything in it can be made again from the library's files, so a database that is damaged or of
another version is not repaired or migrated: the caller throws it away.
"""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from briefing import __version__

VERSION: Final = 13
"""Rises with every change of the tables or of what is written into them."""
APPLICATION_ID: Final = 0x42524643
"""Marks the file as a catalogue of this program (SQLite's application_id; "BRFC")."""
BUSY_MS: Final = 10_000
"""How long one process waits, in milliseconds, for another to finish writing a batch."""

_MAGIC: Final = b"SQLite format 3\0"
_VERSIONS: Final = slice(18, 20)
"""Bytes of a database that say what a program must know to write and to read it
(https://www.sqlite.org/fileformat.html)."""
_LOGGED: Final = 2
"""What is there where changes go through a write-ahead log."""

_OUTER_CAUSES: Final = {
    sqlite3.SQLITE_PERM, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY, sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_NOLFS,
}  # fmt: skip
"""Results that say nothing of what is in the file."""

_TABLES: Final = """
CREATE TABLE state(generation INTEGER NOT NULL, epoch INTEGER NOT NULL, program TEXT NOT NULL)
    STRICT;
CREATE TABLE file(
    owner TEXT PRIMARY KEY, path BLOB NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,
    changed INTEGER NOT NULL, inode INTEGER NOT NULL, digest BLOB NOT NULL, sure INTEGER NOT NULL,
    read INTEGER NOT NULL, entries INTEGER NOT NULL, sum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE record(name TEXT PRIMARY KEY, digest BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE meeting(
    card TEXT PRIMARY KEY, title TEXT NOT NULL, date INTEGER NOT NULL, name TEXT NOT NULL,
    place TEXT NOT NULL, mode TEXT NOT NULL, date_note TEXT NOT NULL, series TEXT NOT NULL,
    status TEXT NOT NULL, held INTEGER NOT NULL, items INTEGER NOT NULL,
    cited INTEGER NOT NULL, body INTEGER NOT NULL, broken TEXT NOT NULL, moment INTEGER NOT NULL,
    last_day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_by_series ON meeting(series, moment) WHERE moment > 0;
CREATE INDEX meeting_by_moment ON meeting(moment);
CREATE INDEX broken_meeting ON meeting(card) WHERE broken <> '';
CREATE TABLE item(
    card TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL,
    section TEXT NOT NULL, text TEXT NOT NULL, speaker TEXT NOT NULL, voice TEXT NOT NULL,
    kind TEXT NOT NULL, due TEXT NOT NULL, state TEXT NOT NULL, source TEXT NOT NULL,
    paragraph INTEGER NOT NULL, spans TEXT NOT NULL, who TEXT NOT NULL, topics TEXT NOT NULL,
    moment INTEGER NOT NULL, due_first INTEGER NOT NULL, due_last INTEGER NOT NULL,
    follows_card TEXT NOT NULL, follows_item TEXT NOT NULL,
    PRIMARY KEY(card, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_by_due ON item(due_last, due_first, moment, card, position, kind)
    WHERE moment > 0 AND (kind = 'commitment' OR due_last > 0);
CREATE INDEX item_by_start ON item(due_first, due_last, moment)
    WHERE moment > 0 AND due <> '';
CREATE INDEX item_that_follows ON item(follows_card, follows_item)
    WHERE moment > 0 AND follows_card <> '';
CREATE TABLE item_topic(
    topic TEXT NOT NULL, moment INTEGER NOT NULL, card TEXT NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY(topic, moment, card, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_topic_by_card ON item_topic(card, topic);
CREATE TABLE item_speaker(
    speaker TEXT NOT NULL, moment INTEGER NOT NULL, card TEXT NOT NULL, position INTEGER NOT NULL,
    manner TEXT NOT NULL,
    PRIMARY KEY(speaker, moment, card, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_speaker_by_card ON item_speaker(card);
CREATE TABLE card_topic(
    card TEXT NOT NULL, topic TEXT NOT NULL, items INTEGER NOT NULL, PRIMARY KEY(card, topic)
) STRICT, WITHOUT ROWID;
CREATE TABLE topic_total(
    topic TEXT PRIMARY KEY, items INTEGER NOT NULL, cards INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE card_speaker(
    card TEXT NOT NULL, speaker TEXT NOT NULL, manner TEXT NOT NULL, items INTEGER NOT NULL,
    PRIMARY KEY(card, speaker, manner)
) STRICT, WITHOUT ROWID;
CREATE TABLE speaker_total(
    speaker TEXT NOT NULL, manner TEXT NOT NULL, items INTEGER NOT NULL, cards INTEGER NOT NULL,
    PRIMARY KEY(speaker, manner)
) STRICT, WITHOUT ROWID;
CREATE TABLE attendance(
    card TEXT NOT NULL, number INTEGER NOT NULL, speaker TEXT NOT NULL, part TEXT NOT NULL,
    role TEXT NOT NULL, side TEXT NOT NULL, moment INTEGER NOT NULL,
    PRIMARY KEY(card, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_by_speaker ON attendance(speaker, moment, card);
CREATE TABLE evidence(
    source TEXT NOT NULL, paragraph INTEGER NOT NULL, card TEXT NOT NULL,
    position INTEGER NOT NULL, number INTEGER NOT NULL, spans TEXT NOT NULL, state TEXT NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY(source, paragraph, card, position, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_by_card ON evidence(card);
CREATE TABLE omission(
    source TEXT NOT NULL, paragraph INTEGER NOT NULL, card TEXT NOT NULL,
    PRIMARY KEY(source, paragraph, card)
) STRICT, WITHOUT ROWID;
CREATE INDEX omission_by_card ON omission(card);
CREATE TABLE depends(
    record TEXT NOT NULL, card TEXT NOT NULL, PRIMARY KEY(record, card)
) STRICT, WITHOUT ROWID;
CREATE INDEX depends_by_card ON depends(card);
CREATE TABLE source(
    id TEXT PRIMARY KEY, file TEXT NOT NULL, publisher TEXT NOT NULL, title TEXT NOT NULL,
    published INTEGER NOT NULL, caution TEXT NOT NULL, paragraphs INTEGER NOT NULL,
    body INTEGER NOT NULL, sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE event(
    source TEXT NOT NULL, number INTEGER NOT NULL, paragraph INTEGER NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL, words TEXT NOT NULL, text TEXT NOT NULL,
    spans TEXT NOT NULL,
    PRIMARY KEY(source, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_by_day ON event(first);
CREATE TABLE speaker(
    id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL,
    aliases TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE topic(
    id TEXT PRIMARY KEY, label TEXT NOT NULL, note TEXT NOT NULL, aliases TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE problem(
    owner TEXT NOT NULL, number INTEGER NOT NULL, severity TEXT NOT NULL, code TEXT NOT NULL,
    file TEXT NOT NULL, line INTEGER, "column" INTEGER, message TEXT NOT NULL, hint TEXT NOT NULL,
    PRIMARY KEY(owner, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE segment(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, docs INTEGER NOT NULL)
    STRICT;
CREATE TABLE stretch(
    owner TEXT NOT NULL, segment INTEGER NOT NULL, first INTEGER NOT NULL,
    count INTEGER NOT NULL, PRIMARY KEY(owner, segment, first)
) STRICT, WITHOUT ROWID;
CREATE INDEX stretch_by_segment ON stretch(segment);
"""


_TOTALS: Final = (("topic", "topic"), ("speaker", "speaker, manner"))
"""What is counted as it is written and taken out, and by which columns."""


def _triggers() -> Iterator[str]:
    """Yield what keeps the totals of topics and speakers true, so that none is ever added up."""
    for name, key in _TOTALS:
        columns = key.split(", ")
        new = ", ".join(f"new.{column}" for column in columns)
        same = " AND ".join(f"{column} = old.{column}" for column in columns)
        yield (
            f"CREATE TRIGGER {name}_counted AFTER INSERT ON card_{name} BEGIN"
            f" INSERT INTO {name}_total({key}, items, cards) VALUES ({new}, new.items, 1)"
            f" ON CONFLICT ({key}) DO UPDATE SET items = items + new.items, cards = cards + 1; END"
        )
        yield (
            f"CREATE TRIGGER {name}_discounted AFTER DELETE ON card_{name} BEGIN"
            f" UPDATE {name}_total SET items = items - old.items, cards = cards - 1 WHERE {same};"
            f" DELETE FROM {name}_total WHERE {same} AND cards = 0; END"
        )


class DamagedError(sqlite3.DatabaseError):
    """What is in the catalogue cannot be, or is of another version; it has to be rebuilt."""


class ReplacedError(sqlite3.OperationalError):
    """Another process has thrown the database away and made another; it has to be reopened."""


def is_damage(error: BaseException) -> bool:
    """Return whether an error means that the database is damaged.

    A lock held too long, a full disk or a folder that may not be written are no damage: throwing
    the catalogue away would take it from the other processes that use it, and help nobody.
    """
    if not isinstance(error, sqlite3.Error) or isinstance(error, ReplacedError):
        return False
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF not in _OUTER_CAUSES


def connect(
    path: Path | None, *, known: bool = False, busy_ms: int = BUSY_MS
) -> sqlite3.Connection:
    """Open a database that has the tables, making them in a new one.

    Args:
        path: The file; None for a database in memory.
        known: Whether this process has it open already. Then its head is not looked at: to close
            a file undoes all locks that the process has on it.
        busy_ms: Milliseconds to wait for another process that writes.

    Returns:
        A connection that any thread may use, one at a time; transactions are begun by hand.

    Raises:
        sqlite3.Error: The file is damaged, foreign or of another version, which `is_damage` tells
            from one that cannot be opened or written.
    """
    if path is not None and not known:
        _refuse_mapped(path)
    connection = sqlite3.connect(
        ":memory:" if path is None else path,
        timeout=busy_ms / 1000,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        # A write-ahead log has its index in mapped memory: who cuts that file ends the program.
        connection.execute("PRAGMA mmap_size = 0")
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -8000")
        # Readers go on until a transaction commits, however large it grows.
        connection.execute("PRAGMA cache_spill = OFF")
        _prepare(connection)
    except UnicodeDecodeError as error:
        connection.close()
        raise DamagedError("what SQLite says of it is no text") from error
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_mapped(path: Path) -> None:
    """Refuse a database whose log SQLite would map, before SQLite looks at it.

    Raises:
        DamagedError: It was made by an earlier version of the program, or is no file at all.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise DamagedError("the catalogue is no plain file")
        with path.open("rb") as file:
            head = file.read(_VERSIONS.stop)
    except OSError:
        return  # what cannot be opened, or is not there yet, SQLite finds out itself
    if head.startswith(_MAGIC) and _LOGGED in head[_VERSIONS]:
        raise DamagedError("a catalogue with a write-ahead log")


def _prepare(connection: sqlite3.Connection) -> None:
    if _version(connection) == (APPLICATION_ID, VERSION):
        _require_program(connection)
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        found = _version(connection)  # another process may have made the tables meanwhile
        if found == (0, 0) and not _one(connection, "SELECT count(*) FROM sqlite_schema"):
            for statement in (*_TABLES.split(";"), *_triggers()):
                connection.execute(statement)
            connection.execute("INSERT INTO state VALUES (0, 0, ?)", (__version__,))
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        elif found != (APPLICATION_ID, VERSION):
            raise DamagedError(f"a catalogue of version {found}, not {VERSION}")
        _require_program(connection)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _require_program(connection: sqlite3.Connection) -> None:
    """Refuse what another version of the program found: it may find evidence otherwise."""
    with closing(connection.execute("SELECT program FROM state")) as rows:
        if rows.fetchall() != [(__version__,)]:
            raise DamagedError("a catalogue of another version of the program")


def _version(connection: sqlite3.Connection) -> tuple[int, int]:
    return (
        _one(connection, "PRAGMA application_id"),
        _one(connection, "PRAGMA user_version"),
    )


def _one(connection: sqlite3.Connection, query: str) -> int:
    with closing(connection.execute(query)) as rows:
        return int(rows.fetchone()[0])
