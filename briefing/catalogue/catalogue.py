"""The catalogue itself: opening it whatever became of it, and asking it."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, Self

from briefing.catalogue.db.discarding import discard
from briefing.catalogue.db.file_stamps import stamp_of
from briefing.catalogue.db.location import catalogue_folder
from briefing.catalogue.db.row_checksums import verify_rows
from briefing.catalogue.db.rows import CitationRow, MeetingRow, read_spans
from briefing.catalogue.db.schema import DamagedError, ReplacedError, connect, is_damage
from briefing.catalogue.segments.live_entries import make_engine
from briefing.catalogue.segments.segment_store import MOST_SEGMENTS, Shelf
from briefing.errors import Place, Problem
from briefing.library.locations import card_files
from briefing.model.core import NOBODY, UNCLEAR, Span

if TYPE_CHECKING:
    # A list of meetings needs no search.
    from briefing.search.engine import SearchEngine

DATABASE = "catalogue.sqlite"
SMALL = 1 << 20
"""Bytes of database up to which every row is checked on opening: a few milliseconds."""


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
        # Who reads waits for nobody who writes; a database in memory has one connection only.
        self._writer: sqlite3.Connection | None = None if folder else connection
        self._writing = RLock() if folder else self._lock
        self._inode = _inode(folder)
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
        try:
            folder = folder or catalogue_folder(root)
            try:
                return cls._on_disk(root, folder)
            except sqlite3.Error as error:
                if not is_damage(error):
                    raise
                discard(folder)
                return cls._on_disk(root, folder)
        except (OSError, RuntimeError, sqlite3.Error):
            return cls.in_memory(root)

    @classmethod
    def in_memory(cls, root: Path) -> Self:
        """Make an empty catalogue that lasts as long as this object."""
        return cls(root, None, connect(None))

    @classmethod
    def _on_disk(cls, root: Path, folder: Path) -> Self:
        while True:
            folder.mkdir(parents=True, exist_ok=True)
            _make_file(folder / DATABASE)
            before = _inode(folder)
            connection = connect(folder / DATABASE)
            try:
                if (folder / DATABASE).stat().st_size <= SMALL:
                    verify_rows(connection)
            except BaseException:
                connection.close()
                raise
            opened = cls(root, folder, connection)
            if opened._inode == before:
                return opened
            # Another process has made it anew meanwhile, and this one may have opened the old one.
            opened.close()

    @property
    def is_replaced(self) -> bool:
        """Whether another process has thrown the database away, and perhaps made another."""
        return _inode(self.folder) != self._inode

    def close(self) -> None:
        """Let go of the files."""
        with self._writing, self._lock:
            self._engine = None
            if self._writer is not None:
                self._writer.close()
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def meetings(self) -> tuple[MeetingRow, ...]:
        """Return all meetings: newest first, of one day the last of its series; broken ones last.

        Raises:
            sqlite3.DatabaseError: The database is damaged.
        """
        query = (
            "SELECT card, title, date, name, place, mode, date_note, series, status, items, cited,"
            " body, broken FROM meeting ORDER BY date DESC, sequence DESC, card"
        )
        with _impossible_values():
            return tuple(
                MeetingRow(card, title, date.fromordinal(day) if day else None, *rest)
                for card, title, day, *rest in self.rows(query)
            )

    def has_broken(self) -> bool:
        """Tell whether there is a card, or something in an index file, that cannot be read.

        Raises:
            sqlite3.DatabaseError: The database is damaged.
        """
        query = (
            "SELECT 1 FROM meeting WHERE broken <> '' UNION ALL"
            " SELECT 1 FROM problem WHERE owner LIKE 'index:%' LIMIT 1"
        )
        return bool(self.rows(query))

    def citations_on(self, source: str) -> Mapping[int, tuple[CitationRow, ...]]:
        """Return what rests on each paragraph of a source, in all readable cards.

        Drifted evidence counts where it was found; ambiguous and missing evidence has no place.

        Args:
            source: Id of a source; one that is not listed has nothing resting on it.

        Returns:
            By 1-based paragraph number, newest meeting first and in the order of each card.

        Raises:
            sqlite3.DatabaseError: The database is damaged.
        """
        query = (
            "SELECT e.paragraph, e.card, m.title, m.date, e.position, i.id, i.type, i.section,"
            " i.text, i.speaker, i.kind, i.state, e.state, e.spans"
            " FROM evidence AS e JOIN meeting AS m ON m.card = e.card"
            " JOIN item AS i ON i.card = e.card AND i.position = e.position"
            " WHERE e.source = ?"
            " ORDER BY m.date DESC, m.sequence DESC, e.card, e.position, e.number"
        )
        found: dict[int, list[CitationRow]] = {}
        with _impossible_values():
            for number, card, title, day, *rest, spans in self.rows(query, source):
                values = (card, title, date.fromordinal(day), *rest, read_spans(spans))
                found.setdefault(number, []).append(CitationRow(*values))
        return {number: tuple(found[number]) for number in sorted(found)}

    def evidence_spans(self, card: str, item: str, source: str, paragraph: int) -> tuple[Span, ...]:
        """Return what an item rests on in one paragraph of a source, in code points of its text.

        Raises:
            sqlite3.DatabaseError: The database is damaged.
        """
        query = (
            "SELECT e.spans FROM evidence AS e"
            " JOIN item AS i ON i.card = e.card AND i.position = e.position"
            " WHERE e.source = ? AND e.paragraph = ? AND e.card = ? AND i.id = ?"
            " ORDER BY e.number"
        )
        with _impossible_values():
            rows = self.rows(query, source, paragraph, card, item)
            return tuple(span for (spans,) in rows for span in read_spans(spans))

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

    def speaker_name(self, speaker: str, /) -> str:
        """Return the name to show for a speaker: "speaker unclear", or nothing for nobody.

        An id that is not listed is its own name.
        """
        if speaker in ("", NOBODY):
            return ""
        if speaker == UNCLEAR:
            return "speaker unclear"
        query = "SELECT name FROM speaker WHERE id = ?"
        return next((name for (name,) in self.rows(query, speaker)), speaker)

    def caution(self, source: str, /) -> str:
        """Return what to know before trusting the wording of a source; empty if nothing."""
        query = "SELECT caution FROM source WHERE id = ?"
        return next((caution for (caution,) in self.rows(query, source)), "")

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the index files, the sources and the cards, in this order.

        It is what `Library.problems` says, without a card being read.
        """
        from briefing.library.card_names import (
            misnamed_card,  # needed only where something is wrong
        )

        query = (
            'SELECT owner, severity, code, file, line, "column", message, hint FROM problem'
            " ORDER BY iif(owner LIKE 'source:%', line, 0), owner, number"
        )
        found: dict[str, list[Problem]] = {"index": [], "source": [], "card": []}
        for owner, severity, code, file, line, column, message, hint in self.rows(query):
            place = Place(file, line, column)
            found[owner.partition(":")[0]].append(Problem(severity, code, place, message, hint))
        misnamed = map(misnamed_card, card_files(self.root)[1])
        return (*found["index"], *misnamed, *found["source"], *found["card"])

    def engine(self) -> "SearchEngine":
        """Return a search over everything catalogued so far.

        The same engine is returned, its memory of earlier queries with it, until something changes.

        Raises:
            SegmentError: A segment is damaged; the catalogue has to be made anew.
            OSError: A segment cannot be read.
            sqlite3.DatabaseError: The database is damaged.
        """
        with self._lock:
            while True:
                generation = self.generation()
                if self._engine is not None and self._engine[0] == generation:
                    return self._engine[1]
                try:
                    with _impossible_values():
                        self._engine = (generation, self._make_engine())
                except FileNotFoundError:
                    # Another process may have merged segments since their names were read.
                    if self.generation() == generation:
                        raise

    def _make_engine(self) -> "SearchEngine":
        with self.reading():
            names = self.rows("SELECT id, name FROM segment ORDER BY docs DESC, id")
            stretches = self.rows("SELECT segment, first, count FROM stretch")
        return make_engine(
            self.shelf,
            [(number, name) for number, name in names],
            [(number, first, count) for number, first, count in stretches],
        )

    def is_tidy(self) -> bool:
        """Tell whether there is no segment to merge and no file to sweep.

        Raises:
            OSError: The folder cannot be read.
        """
        names = {name for (name,) in self.rows("SELECT name FROM segment")}
        return len(names) <= MOST_SEGMENTS and self.shelf.names() == names

    def verify(self) -> None:
        """Check every row, and every byte of the search's arrays.

        Raises:
            SegmentError: An array is not what was written.
            sqlite3.DatabaseError: The database is damaged.
            OSError: A file cannot be read.
        """
        with self._lock:
            verify_rows(self._connection)
        for (name,) in self.rows("SELECT name FROM segment"):
            self.shelf.verify(name)

    def generation(self) -> int:
        """Return a number that rises with every change of the catalogue, by whichever process."""
        return self._state("generation")

    def epoch(self) -> int:
        """Return a number that rises whenever files are found to have changed."""
        return self._state("epoch")

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Return all rows that a query gives."""
        with self._lock, _impossible_values():
            return self._connection.execute(query, values).fetchall()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let all queries inside see one state of the catalogue, whatever others write."""
        with self._lock:
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("ROLLBACK")

    @contextmanager
    def writing(self, visible: bool = True) -> Iterator[sqlite3.Connection]:
        """Hold the write lock for one transaction, which is undone if anything is raised.

        Args:
            visible: Whether a change means that somebody would be given another answer.

        Raises:
            ReplacedError: Another process has thrown this database away.
            sqlite3.OperationalError: Another process holds the lock for too long.
        """
        with self._writing:
            connection = self._write_connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                if self.is_replaced:
                    raise ReplacedError("the catalogue was made anew by another process")
                before = connection.total_changes
                yield connection
                if visible and connection.total_changes > before:
                    connection.execute("UPDATE state SET generation = generation + 1")
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _write_connection(self) -> sqlite3.Connection:
        if self._writer is None:
            assert self.folder is not None
            self._writer = connect(self.folder / DATABASE, known=True)
        return self._writer

    def _state(self, column: str) -> int:
        states = self.rows(f"SELECT {column} FROM state")
        if len(states) != 1:
            raise DamagedError("the state of the catalogue is lost")
        return int(states[0][0])


@contextmanager
def _impossible_values() -> Iterator[None]:
    """Call it damage when a value is of no use, as a day before the first one."""
    try:
        yield
    except (ValueError, OverflowError, TypeError, IndexError) as error:
        raise DamagedError(f"a row holds what cannot be: {error}") from error


def _make_file(path: Path) -> None:
    """Make an empty file for a database to be in, so that it can be told from another one.

    A file that is there already is not opened: closing it would undo SQLite's locks on it.
    """
    with suppress(OSError):  # SQLite says what is wrong
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))


def _inode(folder: Path | None) -> int:
    """Return what tells one database file from another in its place; 0 if there is none."""
    return stamp_of(folder / DATABASE).inode if folder else 0
