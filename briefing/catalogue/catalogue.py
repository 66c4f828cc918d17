"""The catalogue itself: opening it, recovering if it is corrupt, and querying it."""

import sqlite3
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Self

from briefing.catalogue.db.database import Database, impossible_values
from briefing.catalogue.db.location import catalogue_folder
from briefing.catalogue.db.rows import CitationRow, MeetingRow, read_spans
from briefing.catalogue.segments.live_entries import Stretch, live_segments, make_engine
from briefing.catalogue.segments.segment_store import SegmentStore
from briefing.catalogue.segments.word_counts import WordCounter
from briefing.errors import Place, Problem
from briefing.library.locations import card_files
from briefing.library.locators import read_locators
from briefing.model.core import Span, name_of_none
from briefing.model.source import NO_LOCATORS, Locators

if TYPE_CHECKING:
    # A list of meetings needs no search.
    from briefing.search.engine import SearchEngine


class Catalogue:
    """What is known of a library without reading its cards.

    Several threads may share one catalogue, and several processes one folder.

    Attributes:
        root: The library's folder.
        database: Its rows.
        segments: Its posting segments.
    """

    def __init__(self, root: Path, database: Database) -> None:
        """Put a catalogue together; `Catalogue.open` is the way to get one."""
        self.root = root
        self.database = database
        self.segments = SegmentStore(database.folder)
        self._making = RLock()
        self._engine: tuple[int, SearchEngine] | None = None

    @classmethod
    def open(cls, root: Path, folder: Path | None = None) -> Self:
        """Open the catalogue of a library as it was left, making an empty one if need be.

        One that is damaged or of another version is thrown away. Where the folder cannot be
        written, the catalogue is kept in memory.

        Args:
            root: The library's folder.
            folder: Where the catalogue is; by default its place in the user's cache.
        """
        try:
            return cls(root, Database.open(folder or catalogue_folder(root)))
        except (OSError, RuntimeError, sqlite3.Error):
            return cls.in_memory(root)

    @classmethod
    def in_memory(cls, root: Path) -> Self:
        """Make an empty catalogue that lasts as long as this object."""
        return cls(root, Database.in_memory())

    @property
    def folder(self) -> Path | None:
        """Where the catalogue is; None while it is kept in memory."""
        return self.database.folder

    def close(self) -> None:
        """Close the database, and the search that was made of it."""
        self.database.close()
        self._engine = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def meetings(self, series: str | None = None) -> tuple[MeetingRow, ...]:
        """Return meetings: newest first, broken ones last.

        Args:
            series: Only those of this series; empty for those of none, None for all.

        Raises:
            sqlite3.DatabaseError: The database is damaged.
        """
        # Two indexes: of what counts by series, and of the few that do not.
        one = "WHERE series = ?1 AND moment > 0 OR series = ?1 AND moment = 0 "
        query = (
            "SELECT card, title, date, name, place, mode, date_note, series, status, items, cited,"
            f" body, broken, last_day, held FROM meeting {one if series is not None else ''}"
            "ORDER BY held DESC, iif(broken = '', card, '') DESC, card"
        )
        values = () if series is None else (series,)
        with impossible_values():
            return tuple(
                MeetingRow._make(
                    (
                        card,
                        title,
                        date.fromordinal(day) if day else None,
                        *rest,
                        date.fromordinal(last) if last > day else None,
                        held,
                    )
                )
                for card, title, day, *rest, last, held in self.database.rows(query, *values)
            )

    def has_broken(self) -> bool:
        """Return whether there is a card, or something in an index file, that cannot be read.

        Raises:
            sqlite3.DatabaseError: The database is damaged.
        """
        query = (
            "SELECT 1 FROM meeting WHERE broken <> '' UNION ALL"
            " SELECT 1 FROM problem WHERE owner LIKE 'index:%' LIMIT 1"
        )
        return bool(self.database.rows(query))

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
            " ORDER BY m.held DESC, e.card DESC, e.position, e.number"
        )
        found: dict[int, list[CitationRow]] = {}
        with impossible_values():
            for number, card, title, day, *rest, spans in self.database.rows(query, source):
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
        with impossible_values():
            rows = self.database.rows(query, source, paragraph, card, item)
            return tuple(span for (spans,) in rows for span in read_spans(spans))

    def citation_counts(self, source: str) -> Mapping[int, int]:
        """Return how many items rest on each paragraph of a source, by 1-based number."""
        query = (
            "SELECT paragraph, count(DISTINCT card || '#' || position) FROM evidence"
            " WHERE source = ? GROUP BY paragraph"
        )
        return dict(self.database.rows(query, source))

    def omitted_on(self, source: str) -> frozenset[int]:
        """Return the 1-based numbers of the paragraphs of a source that cards leave out."""
        query = "SELECT DISTINCT paragraph FROM omission WHERE source = ?"
        return frozenset(number for (number,) in self.database.rows(query, source))

    def speaker_name(self, speaker: str, /) -> str:
        """Return the name to show for a speaker: "speaker unclear", or nothing for nobody.

        An id that is not listed is its own name.
        """
        if (shown := name_of_none(speaker)) is not None:
            return shown
        query = "SELECT name FROM speaker WHERE id = ?"
        return next((name for (name,) in self.database.rows(query, speaker)), speaker)

    def caution(self, source: str, /) -> str:
        """Return what to know before trusting the wording of a source; empty if nothing."""
        query = "SELECT caution FROM source WHERE id = ?"
        return next((caution for (caution,) in self.database.rows(query, source)), "")

    def locators(self, source: str, /) -> Locators:
        """Return where the paragraphs of a source are in the original, as its files have it now."""
        query = "SELECT file, sha256 FROM source WHERE id = ?"
        for file, sha256 in self.database.rows(query, source):
            return read_locators(self.root, file, sha256)
        return NO_LOCATORS

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the index files, the sources and the cards, in this order.

        It is what `Library.problems` says, without a card being read.
        """
        from briefing.library.cards.card_names import (
            misnamed_card,  # needed only where something is wrong
        )

        query = (
            'SELECT owner, severity, code, file, line, "column", message, hint FROM problem'
            " ORDER BY iif(owner LIKE 'source:%', line, 0), owner, number"
        )
        found: dict[str, list[Problem]] = {"index": [], "source": [], "card": []}
        for owner, severity, code, file, line, column, message, hint in self.database.rows(query):
            place = Place(file, line, column)
            found[owner.partition(":")[0]].append(Problem(severity, code, place, message, hint))
        misnamed = map(misnamed_card, card_files(self.root)[1])
        return (*found["index"], *misnamed, *found["source"], *found["card"])

    def engine(self) -> "SearchEngine":
        """Return a search over everything catalogued so far.

        The same engine is returned, its memory of earlier queries with it, until something changes.

        Raises:
            SegmentError: A segment is damaged; the catalogue has to be rebuilt.
            OSError: A segment cannot be read.
            sqlite3.DatabaseError: The database is damaged.
        """
        with self._making:
            while True:
                generation = self.database.generation()
                if self._engine is not None and self._engine[0] == generation:
                    return self._engine[1]
                try:
                    with impossible_values():
                        self._engine = (generation, self._make_engine())
                except FileNotFoundError:
                    # Another process may have merged segments since their names were read.
                    if self.database.generation() == generation:
                        raise

    def _make_engine(self) -> "SearchEngine":
        with self.database.reading():
            names, stretches = self._segment_names(), self._stretches()
        return make_engine(self.segments, names, stretches)

    def _segment_names(self) -> list[tuple[int, str]]:
        rows = self.database.rows("SELECT id, name FROM segment ORDER BY docs DESC, id")
        return [(number, name) for number, name in rows]

    def _stretches(self) -> list[Stretch]:
        rows = self.database.rows("SELECT segment, first, count FROM stretch")
        return [(number, first, count) for number, first, count in rows]

    def word_counter(self) -> WordCounter:
        """Return what counts the entries that hold a word, without a search being made.

        Raises:
            SegmentError: A segment is damaged; the catalogue has to be rebuilt.
            OSError: A segment cannot be read.
            sqlite3.DatabaseError: The database is damaged.
        """
        with impossible_values(), self.database.reading():
            names = self._segment_names()
            segments = [self.segments.get(name) for _, name in names]
            ((owned,),) = self.database.rows("SELECT COALESCE(SUM(count), 0) FROM stretch")
            if owned == sum(map(len, segments)):
                # To look at every stretch would take longer than to count.
                return WordCounter(segments, [()] * len(segments))
            return WordCounter(*live_segments(self.segments, names, self._stretches()))

    def is_tidy(self) -> bool:
        """Return whether there is no segment to merge and no unreferenced file.

        Raises:
            OSError: The folder cannot be read.
        """
        names = {name for (name,) in self.database.rows("SELECT name FROM segment")}
        return len(names) <= self.segments.most and self.segments.names() == names

    def verify(self) -> None:
        """Check every row, and every byte of the search's arrays.

        Raises:
            SegmentError: An array is not what was written.
            sqlite3.DatabaseError: The database is damaged.
            OSError: A file cannot be read.
        """
        self.database.verify()
        for (name,) in self.database.rows("SELECT name FROM segment"):
            self.segments.verify(name)
