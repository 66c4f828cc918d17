"""The reader's own state, in the user's data folder: never derived, never thrown away.

What is in it cannot be made again from the library, so neither a damaged file nor one of a newer
version is touched: what is written meanwhile is kept in memory, and the reader is told. What cannot
be read or written later, because the file was damaged, the disk is full or another program holds
it, is told as well and changes nothing.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Self

from briefing.user.settings import at_home

VERSION: Final = 1
"""Rises with every change of the tables; a file of a higher version is left alone."""
RECENT: Final = 30
"""How many recent searches are kept; saved ones are kept for good."""

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS search(
    query TEXT PRIMARY KEY, used INTEGER NOT NULL, saved INTEGER NOT NULL DEFAULT 0
) STRICT;
"""


def notebook_path() -> Path:
    """Return where the notebook is: `$BRIEFING_NOTEBOOK`, else the user's data folder."""
    chosen = os.environ.get("BRIEFING_NOTEBOOK")
    if chosen:
        return at_home(Path(chosen))
    from platformdirs import user_data_path  # costs more than all else here

    return user_data_path("briefing", appauthor=False) / "notebook.sqlite"


class Notebook:
    """What the reader wrote; several running readers may share one.

    Attributes:
        trouble: Why nothing will be kept after this run, or why what was asked for last could not
            be done, as one line; empty when all is well.
    """

    def __init__(self, connection: sqlite3.Connection, trouble: str = "") -> None:
        """Put a notebook together; `Notebook.open` is the way to get one."""
        self._connection = connection
        self._lasting = trouble
        self.trouble = trouble

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Open the notebook, making an empty one if there is none.

        Where it cannot be read or written, the notes of this run live in memory and `trouble` says
        why.

        Args:
            path: The file; by default the user's.
        """
        path = path or notebook_path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return cls(_connect(path))
        except (OSError, sqlite3.Error) as error:
            trouble = f"{path} cannot be used ({error}); what you write will be lost on leaving"
            return cls(_connect(None), trouble)

    def close(self) -> None:
        """Close the database connection."""
        self._connection.close()

    # Searches

    def searches(self) -> tuple[tuple[str, bool], ...]:
        """Return queries and whether they are saved: saved ones first, then the latest used."""
        found = self._asked("SELECT query, saved FROM search ORDER BY saved DESC, used DESC")
        return tuple((text, bool(saved)) for text, saved in found)

    def is_saved(self, query: str) -> bool:
        """Return whether a query is among the saved ones."""
        found = self._asked("SELECT saved FROM search WHERE query = ?", query)
        return any(saved for (saved,) in found)

    def note_search(self, query: str) -> bool:
        """Remember a query as the latest, and forget the oldest unsaved ones beyond `RECENT`.

        Returns:
            Whether that could be written; `trouble` says why not.
        """
        return self._write(
            query,
            "DELETE FROM search WHERE saved = 0 AND query NOT IN"
            " (SELECT query FROM search WHERE saved = 0 ORDER BY used DESC LIMIT ?)",
            RECENT,
        )

    def save_search(self, query: str, saved: bool) -> bool:
        """Put a query among the saved ones, or back among the recent ones.

        Returns:
            Whether that could be written; `trouble` says why not.
        """
        return self._write(query, "UPDATE search SET saved = ? WHERE query = ?", saved, query)

    def _asked(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows that answer a question; none, and the reason, if it cannot be asked."""
        try:
            found = self._connection.execute(question, values).fetchall()
        except sqlite3.Error as error:
            self.trouble = f"what you kept cannot be read ({error})"
            return []
        self.trouble = self._lasting
        return found

    def _write(self, query: str, then: str, *values: object) -> bool:
        """Use a query and do something more with it, or nothing at all."""
        try:
            with self._writing() as connection:
                self._use(connection, query)
                connection.execute(then, values)
        except sqlite3.Error as error:
            self.trouble = f"this could not be kept ({error})"
            return False
        self.trouble = self._lasting
        return True

    @staticmethod
    def _use(connection: sqlite3.Connection, query: str) -> None:
        connection.execute(
            "INSERT INTO search(query, used)"
            " VALUES (?, (SELECT coalesce(max(used), 0) + 1 FROM search))"
            " ON CONFLICT(query) DO UPDATE SET used = excluded.used",
            (query,),
        )

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise


def _connect(path: Path | None) -> sqlite3.Connection:
    connection = sqlite3.connect(path or ":memory:", isolation_level=None)
    try:
        ((found,),) = connection.execute("PRAGMA user_version").fetchall()
        if found > VERSION:
            raise sqlite3.DatabaseError(f"it was written by a newer program, version {found}")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_TABLES)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection
