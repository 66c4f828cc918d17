"""The catalogue of the open library, kept up to date in the background."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event, RLock
from typing import TYPE_CHECKING

from textual.message import Message

from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.catalogue.catalogue import Catalogue
    from briefing.catalogue.sync.progress import Progress
    from briefing.library.entries import Entry
    from briefing.library.library import Library
    from briefing.model.core import Span
    from briefing.search.engine import SearchEngine
    from briefing.search.results import Results

WARM_UP = "the"
"""A search for any word loads what the first search needs."""

_GROWTH = 1.25
"""How much more must be catalogued before the search is rebuilt; making it reads all words."""

_TICK = 0.05
"""Seconds between looks at whether it is still to wait."""


@dataclass
class CatalogueChanged(Message):
    """More of the library can be searched than before."""

    progress: "Progress | None" = None
    """How far it has come; None when it has come to its end."""


class CatalogueSync:
    """Opens the catalogue, syncs it in a thread, and gives out the search over it.

    Args:
        root: The library's folder.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._catalogue: Catalogue | None = None
        self._engine: SearchEngine | None = None
        self._damage: BriefingError | None = None
        self.progress: Progress | None = None
        """How far a sync under way has come; None when none is."""
        self._trouble = ""
        self._opening = RLock()
        self._stop = Event()

    @property
    def ready(self) -> bool:
        """Whether something can be searched, if perhaps not yet everything."""
        return self._catalogue is not None

    @property
    def trouble(self) -> str:
        """Why the last sync could not do its work, as one line; empty when it could."""
        return self._trouble

    def catalogue(self) -> "Catalogue | None":
        """Return the catalogue as far as it has come; None before it was opened."""
        return self._catalogue

    @property
    def was_left(self) -> bool:
        """Whether there is a catalogue of an earlier run; looked up without opening it."""
        from briefing.catalogue.db.location import catalogue_folder

        try:
            return catalogue_folder(self._root).is_dir()
        except (OSError, RuntimeError):
            return False

    def open(self) -> "Catalogue":
        """Open the catalogue as it was left, unless it is open."""
        from briefing.catalogue.catalogue import Catalogue

        with self._opening:
            if self._catalogue is None:
                self._catalogue = Catalogue.open(self._root)
            return self._catalogue

    def engine(self) -> "SearchEngine | None":
        """Return a search over what was catalogued when it was last made; None before it was.

        It is made in the thread of `run`, so that no key ever waits for the catalogue.
        """
        return self._engine

    def answer(self, query: str) -> "Results | None":
        """Search while a query is typed; None where there is nothing to search yet, or any more.

        A search whose arrays turn out to be damaged is given up, for `run` to make again.
        """
        from briefing.search.index.checked_file import SegmentError

        engine = self._engine
        try:
            return engine.search(query) if engine is not None else None
        except BriefingError as error:
            self._engine, self._damage = None, error
        except (IndexError, ValueError) as error:
            # No query raises these; numbers that someone else wrote over do.
            self._engine, self._damage = None, SegmentError(str(error))
        return None

    def evidence_spans(self, entry: "Entry") -> "tuple[Span, ...]":
        """Return what an item that was found rests on in its paragraph; nothing where in doubt.

        From the catalogue, as the hit itself is: a key must not wait for a card to be read.

        Args:
            entry: What was found.
        """
        if self._catalogue is None or not entry.item or entry.paragraph is None:
            return ()
        import sqlite3

        place = (entry.card, entry.item, entry.source, entry.paragraph)
        try:
            return self._catalogue.evidence_spans(*place)
        except (BriefingError, sqlite3.Error, OSError):
            return ()

    def run(
        self,
        progress: Callable[["Progress"], None],
        held: Callable[[], bool] = lambda: False,
        opened: Callable[[], "Library | None"] = lambda: None,
    ) -> bool:
        """Bring the catalogue up to date; runs in a thread and may take long.

        What goes wrong ends neither the thread nor the reader; `trouble` says it.

        Args:
            progress: Called in that thread with how far it has come.
            held: Whether to wait before the library is read: two who read a large document at
                once need the memory twice.
            opened: Gives the library by then, if it is open.

        Returns:
            Whether anything was read or has left.
        """
        import sqlite3

        from briefing.catalogue.sync.sync import sync_with_recovery

        searched = 0

        def search_more(made: "Progress") -> None:
            nonlocal searched
            # After the last batch segments are merged first: both at once need the memory twice.
            if made.stored > _GROWTH * searched and made.done < made.total:
                searched = made.stored
                self._make_engine()
            self.progress = made
            progress(made)

        self._trouble = ""
        try:
            self._recover()
            self._make_engine()
            while held() and not self._stop.wait(_TICK):
                continue
            self._catalogue, done = sync_with_recovery(
                self.open(),
                progress=search_more,
                cancelled=self._stop.is_set,
                opened=opened(),
            )
            self._make_engine(complete=True)
        except (BriefingError, sqlite3.Error, OSError) as error:
            self._trouble = str(error) or type(error).__name__
            return False
        finally:
            self.progress = None
        return bool(done.read or done.gone)

    def _recover(self) -> None:
        """Open the catalogue; again, if a search has met damage in it."""
        from briefing.catalogue.sync.sync import recovered

        catalogue, damage = self.open(), self._damage
        if damage is not None:
            self._catalogue, self._damage = recovered(catalogue, damage), None

    def _make_engine(self, *, complete: bool = False) -> None:
        """Make the search over what is catalogued by now, and load what the first search needs.

        A damaged catalogue leaves the last one; the sync that follows makes the catalogue again.

        Args:
            complete: Whether there is nothing more to come, so that an empty one will do.
        """
        import sqlite3

        try:
            engine = self.open().engine()
            if engine is not self._engine and (complete or len(engine)):
                engine.search(WARM_UP)
                self._engine = engine
        except (BriefingError, sqlite3.Error, OSError):
            return

    def stop(self) -> None:
        """Ask a sync under way to end after the batch it is at."""
        self._stop.set()

    def close(self) -> None:
        """Close the database connections, once nobody syncs or searches any more."""
        self._engine = None
        if self._catalogue is not None:
            self._catalogue.close()
            self._catalogue = None
