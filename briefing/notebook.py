"""The reader's own state, in the user's data folder: never derived, never thrown away.

What lies in it cannot be made again from the library, so neither a damaged file nor one of a newer
version is touched: what is written meanwhile lives in memory, and the reader is told.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Self

from briefing.settings import at_home

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
    """Return where the notebook lies: `$BRIEFING_NOTEBOOK`, else the user's data folder."""
    chosen = os.environ.get("BRIEFING_NOTEBOOK")
    if chosen:
        return at_home(Path(chosen))
    from platformdirs import user_data_path  # costs more than all else here

    return user_data_path("briefing", appauthor=False) / "notebook.sqlite"


class Notebook:
    """What the reader wrote; several running readers may share one.

    Attributes:
        trouble: Why nothing will be kept after this run, as one line; empty when it will.
    """

    def __init__(self, connection: sqlite3.Connection, trouble: str = "") -> None:
        """Put a notebook together; `Notebook.open` is the way to get one."""
        self._connection = connection
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
        """Let go of the file."""
        self._connection.close()

    # Searches

    def searches(self) -> tuple[tuple[str, bool], ...]:
        """Return queries and whether they are saved: saved ones first, then the latest used."""
        query = "SELECT query, saved FROM search ORDER BY saved DESC, used DESC"
        return tuple((text, bool(saved)) for text, saved in self._connection.execute(query))

    def is_saved(self, query: str) -> bool:
        """Tell whether a query is among the saved ones."""
        found = self._connection.execute("SELECT saved FROM search WHERE query = ?", (query,))
        return bool((found.fetchone() or (0,))[0])

    def note_search(self, query: str) -> None:
        """Remember a query as the latest, and forget the oldest unsaved ones beyond `RECENT`."""
        with self._writing() as connection:
            self._use(connection, query)
            connection.execute(
                "DELETE FROM search WHERE saved = 0 AND query NOT IN"
                " (SELECT query FROM search WHERE saved = 0 ORDER BY used DESC LIMIT ?)",
                (RECENT,),
            )

    def save_search(self, query: str, saved: bool) -> None:
        """Put a query among the saved ones, or back among the recent ones."""
        with self._writing() as connection:
            self._use(connection, query)
            connection.execute("UPDATE search SET saved = ? WHERE query = ?", (saved, query))

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
