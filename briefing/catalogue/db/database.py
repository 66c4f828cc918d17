"""The database of a catalogue: opened as it was left, read by many, written by one at a time."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import RLock
from typing import Any, Self

from briefing.catalogue.db.discarding import discard
from briefing.catalogue.db.file_stamps import stamp_of
from briefing.catalogue.db.read_connections import ReadConnections
from briefing.catalogue.db.row_checksums import verify_rows
from briefing.catalogue.db.schema import BUSY_MS, DamagedError, ReplacedError, connect, is_damage

DATABASE = "catalogue.sqlite"
CHECKED_BYTES = 1 << 20
"""Bytes of database up to which every row is checked on opening: a few milliseconds."""


class Database:
    """Rows that several threads may share, and several processes in one folder.

    Attributes:
        folder: Where the database is; None while it is kept in memory.
    """

    def __init__(
        self, folder: Path | None, connection: sqlite3.Connection, busy_ms: int = BUSY_MS
    ) -> None:
        """Put a database together; `Database.open` is the way to get one."""
        self.folder = folder
        self._busy_ms = busy_ms
        self._inode = _inode(folder)
        self._readers = ReadConnections(connection, partial(_reader, folder, self._inode, busy_ms))
        # Who reads waits for nobody who writes; a database in memory has one connection only.
        self._writer: sqlite3.Connection | None = None
        self._writing = RLock()

    @classmethod
    def open(cls, folder: Path, *, checked: int = CHECKED_BYTES, busy_ms: int = BUSY_MS) -> Self:
        """Open a database as it was left, making an empty one if need be.

        One that is damaged or of another version is thrown away.

        Args:
            folder: Where it is.
            checked: Bytes of database up to which every row is checked.
            busy_ms: Milliseconds to wait for another process that writes.

        Raises:
            sqlite3.Error: It cannot be opened or made.
            OSError: The folder cannot be written.
        """
        try:
            return cls._as_left(folder, checked, busy_ms)
        except sqlite3.Error as error:
            if not is_damage(error):
                raise
            discard(folder)
            return cls._as_left(folder, checked, busy_ms)

    @classmethod
    def in_memory(cls) -> Self:
        """Make an empty database that lasts as long as this object."""
        return cls(None, connect(None))

    @classmethod
    def _as_left(cls, folder: Path, checked: int, busy_ms: int) -> Self:
        while True:
            folder.mkdir(parents=True, exist_ok=True)
            _make_file(folder / DATABASE)
            before = _inode(folder)
            connection = connect(folder / DATABASE, busy_ms=busy_ms)
            try:
                if (folder / DATABASE).stat().st_size <= checked:
                    verify_rows(connection)
            except BaseException:
                connection.close()
                raise
            opened = cls(folder, connection, busy_ms)
            if opened._inode == before:
                return opened
            # Another process has rebuilt it meanwhile, and this one may have opened the old one.
            opened.close()

    @property
    def is_replaced(self) -> bool:
        """Whether another process has thrown the database away, and perhaps made another."""
        return _inode(self.folder) != self._inode

    def close(self) -> None:
        """Close the connections, once nobody reads or writes."""
        with self._writing:
            if self._writer is not None:
                self._writer.close()
            self._readers.close()

    def verify(self) -> None:
        """Check every row.

        Raises:
            sqlite3.DatabaseError: The database is damaged.
        """
        with self._readers.taken() as connection:
            verify_rows(connection)

    def generation(self) -> int:
        """Return a number that rises with every change of the catalogue, by whichever process."""
        return self._state("generation")

    def epoch(self) -> int:
        """Return a number that rises whenever files are found to have changed."""
        return self._state("epoch")

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Return all rows that a query gives."""
        with self._readers.taken() as connection, impossible_values():
            return connection.execute(query, values).fetchall()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Let all queries of this thread inside see one state of the catalogue.

        Others may write meanwhile; what they have written becomes visible once this is over. Within
        another such block, or where this thread writes in memory, it is the state of that one.
        """
        with self._readers.taken() as connection:
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")

    @contextmanager
    def writing(self, visible: bool = True) -> Iterator[sqlite3.Connection]:
        """Hold the write lock for one transaction, which is undone if anything is raised.

        Args:
            visible: Whether a change means that someone would be given another answer.

        Raises:
            ReplacedError: Another process has thrown this database away.
            sqlite3.OperationalError: Another process holds the lock for too long.
        """
        with self._write_connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                if self.is_replaced:
                    raise ReplacedError("the catalogue was rebuilt by another process")
                before = connection.total_changes
                yield connection
                if visible and connection.total_changes > before:
                    connection.execute("UPDATE state SET generation = generation + 1")
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _write_connection(self) -> Iterator[sqlite3.Connection]:
        if self.folder is None:
            with self._readers.taken() as connection:
                yield connection
            return
        with self._writing:
            if self._writer is None:
                path = self.folder / DATABASE
                self._writer = connect(path, known=True, busy_ms=self._busy_ms)
            yield self._writer

    def _state(self, column: str) -> int:
        states = self.rows(f"SELECT {column} FROM state")
        if len(states) != 1:
            raise DamagedError("the state of the catalogue is lost")
        return int(states[0][0])


@contextmanager
def impossible_values() -> Iterator[None]:
    """Call it damage when a value is of no use, as a day before the first one."""
    try:
        yield
    except (ValueError, OverflowError, TypeError, IndexError) as error:
        raise DamagedError(f"a row holds what cannot be: {error}") from error


def _reader(folder: Path | None, inode: int, busy_ms: int) -> sqlite3.Connection | None:
    """Open one more connection that reads; None where there cannot be one.

    Args:
        folder: Where the database is; None while it is kept in memory.
        inode: What tells it from another one that is in its place by now.
        busy_ms: Milliseconds to wait for a process that writes.
    """
    if folder is None:
        return None
    try:
        connection = connect(folder / DATABASE, known=True, busy_ms=busy_ms)
    except sqlite3.Error:
        return None
    connection.execute("PRAGMA query_only = ON")
    if _inode(folder) == inode:
        return connection
    connection.close()
    return None


def _make_file(path: Path) -> None:
    """Make an empty file for a database to be in, so that it can be told from another one.

    A file that is there already is not opened: closing it would undo SQLite's locks on it.
    """
    with suppress(OSError):  # SQLite says what is wrong
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))


def _inode(folder: Path | None) -> int:
    """Return what tells one database file from another in its place; 0 if there is none."""
    return stamp_of(folder / DATABASE).inode if folder else 0
