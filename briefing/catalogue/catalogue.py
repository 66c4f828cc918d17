"""The catalogue itself: opening it whatever became of it, and asking it."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from itertools import chain
from pathlib import Path
from threading import RLock
from typing import Any, Self

from briefing.catalogue.location import catalogue_folder
from briefing.catalogue.rows import MeetingRow
from briefing.catalogue.schema import connect
from briefing.catalogue.shelf import SUFFIX, Shelf
from briefing.search.engine import SearchEngine

DATABASE = "catalogue.sqlite"


class Catalogue:
    """What is known of a library without reading its cards.

    Several threads may share one catalogue, and several processes one folder.

    Attributes:
        root: The library's folder.
        folder: Where the catalogue lies; None while it is kept in memory.
        shelf: Its posting segments.
    """

    def __init__(self, root: Path, folder: Path | None, connection: sqlite3.Connection) -> None:
        """Put a catalogue together; `Catalogue.open` is the way to get one."""
        self.root = root
        self.folder = folder
        self.shelf = Shelf(folder)
        self._connection = connection
        self._lock = RLock()
        self._engine: tuple[int, SearchEngine] | None = None

    @classmethod
    def open(cls, root: Path, folder: Path | None = None) -> Self:
        """Open the catalogue of a library as it was left, making an empty one if need be.

        One that is damaged or of another version is thrown away. Where the folder cannot be
        written, the catalogue is kept in memory.

        Args:
            root: The library's folder.
            folder: Where the catalogue lies; by default its place in the user's cache.
        """
        folder = folder or catalogue_folder(root)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            try:
                return cls(root, folder, connect(folder / DATABASE))
            except sqlite3.DatabaseError:
                discard(folder)
                return cls(root, folder, connect(folder / DATABASE))
        except (OSError, sqlite3.Error):
            return cls.in_memory(root)

    @classmethod
    def in_memory(cls, root: Path) -> Self:
        """Make an empty catalogue that lasts as long as this object."""
        return cls(root, None, connect(None))

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._engine = None
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def meetings(self) -> tuple[MeetingRow, ...]:
        """Return all meetings, newest first, those of one day by id; broken cards come last."""
        query = (
            "SELECT card, title, date, place, series, status, items, cited, body, broken"
            " FROM meeting ORDER BY date DESC, card"
        )
        return tuple(
            MeetingRow(card, title, date.fromordinal(day) if day else None, *rest)
            for card, title, day, *rest in self.rows(query)
        )

    def citation_counts(self, source: str) -> Mapping[int, int]:
        """Return how many items rest on each paragraph of a source, by 1-based number."""
        query = (
            "SELECT paragraph, count(DISTINCT card || '#' || position) FROM evidence"
            " WHERE source = ? GROUP BY paragraph"
        )
        return dict(self.rows(query, source))

    def citing_cards(self, source: str) -> tuple[str, ...]:
        """Return the ids of the cards that rest on a source, in order of id."""
        query = "SELECT DISTINCT card FROM evidence WHERE source = ? ORDER BY card"
        return tuple(card for (card,) in self.rows(query, source))

    def engine(self) -> SearchEngine:
        """Return a search over everything catalogued so far.

        The same engine is returned, its memory of earlier queries with it, until something changes.

        Raises:
            SegmentError: A segment is damaged; `discard` the catalogue and sync again.
            OSError: A segment cannot be read.
        """
        with self._lock:
            generation = self.generation()
            if self._engine is None or self._engine[0] != generation:
                self._engine = (generation, self._make_engine())
            return self._engine[1]

    def verify(self) -> None:
        """Check every byte of the search's arrays, and the database's own structure.

        Raises:
            SegmentError: An array is not what was written.
            sqlite3.DatabaseError: The database is damaged.
            OSError: A file cannot be read.
        """
        for _, name, _ in self.rows("SELECT id, name, docs FROM segment"):
            self.shelf.verify(name)
        ((said,),) = self.rows("PRAGMA quick_check(1)")
        if said != "ok":
            raise sqlite3.DatabaseError(said)

    def generation(self) -> int:
        """Return a number that rises with every change of the catalogue, by whichever process."""
        ((generation,),) = self.rows("SELECT value FROM generation")
        return int(generation)

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Return all rows that a query gives."""
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Hold the write lock for one transaction, which is undone if anything is raised."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("UPDATE generation SET value = value + 1")
            self._connection.execute("COMMIT")

    def _make_engine(self) -> SearchEngine:
        self._connection.execute("BEGIN")  # both queries see one state of the catalogue
        try:
            names = self.rows("SELECT id, name FROM segment ORDER BY docs DESC, id")
            alive: dict[int, list[tuple[int, int]]] = {number: [] for number, _ in names}
            for number, first, count in self.rows("SELECT segment, first, count FROM stretch"):
                alive[number].append((first, count))
        finally:
            self._connection.execute("ROLLBACK")
        segments = [self.shelf.get(name) for _, name in names]
        gone = [
            tuple(dead_stretches(alive[number], len(segment)))
            for (number, _), segment in zip(names, segments, strict=True)
        ]
        return SearchEngine(segments, [chain.from_iterable(ranges) for ranges in gone])


def dead_stretches(alive: Iterable[tuple[int, int]], size: int) -> Iterator[range]:
    """Yield the stretches of a segment that nothing owns any more.

    Args:
        alive: First entry and number of entries of each stretch that is owned.
        size: How many entries the segment has.
    """
    expected = 0
    for first, count in sorted(alive):
        if first > expected:
            yield range(expected, first)
        expected = first + count
    if expected < size:
        yield range(expected, size)


def discard(folder: Path) -> None:
    """Throw a catalogue away; processes that have it open go on with what they hold.

    Raises:
        OSError: The folder cannot be written.
    """
    for path in folder.iterdir():
        if path.name.startswith(DATABASE) or SUFFIX in path.name:
            path.unlink(missing_ok=True)
