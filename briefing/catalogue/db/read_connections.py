"""The connections that read: each thread that asks has one to itself, so none waits for another."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, local
from typing import Final

MOST: Final = 8
"""Connections that are open at once; a thread that finds all of them in use waits for one."""


class ReadConnections:
    """Connections to one database, given to threads for as long as they read.

    What is given back is kept for the next thread that asks, the one that was used last first: its
    pages are still in memory. So threads may end, and nothing of theirs stays open.

    Args:
        first: The connection there always is.
        another: Opens one more to the same database. It returns None where there can be none, as
            where another database is in its place by now; then threads take turns.
        most: How many may be open at once.
    """

    def __init__(
        self,
        first: sqlite3.Connection,
        another: Callable[[], sqlite3.Connection | None],
        most: int = MOST,
    ) -> None:
        self._another = another
        self._most = most
        self._idle = [first]
        self._used = 0
        self._closed = False
        self._changed = Condition()
        """Guards the three above, and tells whoever waits that one of them has changed."""
        self._own = local()

    @contextmanager
    def taken(self) -> Iterator[sqlite3.Connection]:
        """Hold a connection that no other thread uses; within another such block the same one.

        Raises:
            sqlite3.ProgrammingError: They are closed.
        """
        held: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if held is not None:
            yield held
            return
        connection = self._own.connection = self._take()
        try:
            yield connection
        finally:
            self._own.connection = None
            self._give_back(connection)

    def close(self) -> None:
        """Close all of them, once no other thread reads; one that this thread holds, later."""
        own = int(getattr(self._own, "connection", None) is not None)
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._used <= own)
            while self._idle:
                self._idle.pop().close()

    def _take(self) -> sqlite3.Connection:
        if (found := self._idle_one(self._most)) is not None:
            return found
        opened = None
        try:
            # With the others left alone: it may wait for whoever stores something just now.
            opened = self._another()
        finally:
            if opened is None:
                self._give_back(None)
        if opened is None:
            opened = self._idle_one(0)
            assert opened is not None
        return opened

    def _idle_one(self, most: int) -> sqlite3.Connection | None:
        """Count a connection as used and return it; None where it is still to be opened.

        Args:
            most: Up to how many are opened before one is waited for.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._idle or self._used < most)
            if self._closed:
                raise sqlite3.ProgrammingError("the catalogue is closed")
            self._used += 1
            return self._idle.pop() if self._idle else None

    def _give_back(self, connection: sqlite3.Connection | None) -> None:
        with self._changed:
            if connection is not None and self._closed:
                connection.close()
            elif connection is not None:
                self._idle.append(connection)
            self._used -= 1
            self._changed.notify_all()
