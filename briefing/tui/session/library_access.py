"""What the reader reads: the library, and its catalogue wherever that spares reading all cards.

The modules that read a library are loaded when something is read: the first frame does without.
"""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.tui.content.outline import MeetingLine, meeting_lines
from briefing.tui.session.catalogue_sync import Indexing

if TYPE_CHECKING:
    from briefing.catalogue.catalogue import Catalogue
    from briefing.catalogue.sync.progress import Progress
    from briefing.library.documents import Documents, Reading
    from briefing.library.library import Library
    from briefing.model.values import Card, Citation, SourceRecord

    Citations = Mapping[int, tuple[Citation, ...]]

FEW = 50
"""Up to this many cards are all read where the catalogue does not know them yet."""


def _database_error() -> type[Exception]:
    """Return what the catalogue raises, loaded when something was: it takes long to load."""
    import sqlite3

    return sqlite3.Error


_DAY = len("2023-01-11")


class Shelf:
    """A library with its catalogue; answers in a moment, however many cards there are.

    What the catalogue says of other cards may be as old as the last sync. The open card, its
    evidence and its sources always come from their files. Threads may share a shelf.

    Args:
        root: The library's folder.
        library: The library, if it is open.
    """

    def __init__(self, root: Path, library: "Library | None" = None) -> None:
        self.root = root
        self.indexing = Indexing(root)
        self._library = library
        self._opening = RLock()
        self._meetings: tuple[int, tuple[MeetingLine, ...]] = (-1, ())
        self._citations: dict[str, tuple[int, Citations]] = {}
        self.reading: Reading | None = None
        """Is told, in the thread that reads, how much of a large document was read."""
        if library is not None:
            library.documents.reading = self._tell_reading

    @property
    def library(self) -> "Library":
        """The library, opened when it is first asked for.

        Raises:
            LibraryError: The folder is no library any more.
        """
        with self._opening:
            if self._library is None:
                from briefing.library.library import Library

                self._library = Library.open(self.root)
                self._library.documents.reading = self._tell_reading
            return self._library

    def _tell_reading(self, record: "SourceRecord", share: float) -> None:
        if self.reading is not None:
            self.reading(record, share)

    # What takes long

    def is_heavy(self, card_id: str) -> bool:
        """Tell whether a card rests on documents that take long to read, and are not read yet.

        Raises:
            LibraryError: The folder is no library any more.
        """
        return self.library.is_heavy(card_id)

    def is_heavy_source(self, source_id: str) -> bool:
        """Tell whether a source takes long to read, and is not read yet.

        Raises:
            LibraryError: The folder is no library any more.
        """
        return self.library.documents.is_heavy(source_id)

    def catch_up(
        self,
        progress: "Callable[[Progress], None]",
        held: Callable[[], bool] = lambda: False,
    ) -> None:
        """Bring the catalogue up to date, and go on with the library as it is on disk by now.

        Runs in a thread and may take long.

        Args:
            progress: Is told, in that thread, how far it has come.
            held: Whether somebody is reading a large document, which is then waited for and used.
        """
        renewed = False

        def tell(made: "Progress") -> None:
            nonlocal renewed
            if not renewed:
                # Before the first of what is new can be found, so that it can be opened.
                renewed = True
                self._renew()
            progress(made)

        if self.indexing.run(tell, held, self._documents):
            # What was read last may have changed after the library was opened and asked for it.
            self._renew()

    def _documents(self) -> "Documents | None":
        """Return what was read of the library; None if it is not open."""
        return None if self._library is None else self._library.documents

    def _renew(self) -> None:
        if self._library is None:
            return
        from briefing.library.library import Library

        with suppress(BriefingError):
            library = Library.open(self.root)
            library.documents.reading = self._tell_reading
            library.documents.adopt(self._library.documents)
            with self._opening:
                self._library = library
                self._citations.clear()

    @property
    def card_ids(self) -> Collection[str]:
        """Ids of all cards, readable or not; the library need not be open for it."""
        return self._listed if self._library is None else self._library.card_ids

    @cached_property
    def _listed(self) -> Collection[str]:
        from briefing.library.locations import card_files

        return card_files(self.root)[0].keys()

    @property
    def few(self) -> bool:
        """Whether the library is small enough to be read as a whole in a moment."""
        return len(self.card_ids) <= FEW and self._light

    @cached_property
    def _light(self) -> bool:
        """Whether no document of the library takes long to read."""
        return not self.library.documents.any_heavy()

    # Meetings

    def newest(self) -> str:
        """Return the id of the card to open first; empty where there is none.

        It is the newest meeting as far as that can be told without reading every card: as the
        catalogue has it, or by the names of the files, which begin with the date.
        """
        for line in self._catalogued():
            if line.state != "broken" and line.card in self.card_ids:
                return line.card
        # As meetings are listed: of those on one day the first by name.
        ids = sorted(sorted(self.card_ids), key=lambda name: name[:_DAY], reverse=True)
        if self.few and not all(name[:4].isdecimal() for name in ids):
            return next((card.id for card in self.library.cards()), ids[0] if ids else "")
        for card_id in ids:
            if self.library.is_readable(card_id):
                return card_id
        return ids[0] if ids else ""

    def meetings(self) -> tuple[MeetingLine, ...]:
        """Return all meetings that are known, newest first, and after them the broken cards.

        While the catalogue of a large library is being built, these are the ones it has so far.
        """
        if self.few and not self._complete():
            return meeting_lines(self.library)
        return self._catalogued()

    def _complete(self) -> bool:
        """Tell whether the catalogue lists as many cards as there are."""
        return len(self._catalogued()) == len(self.card_ids)

    def _catalogued(self) -> tuple[MeetingLine, ...]:
        """Return what the catalogue lists; nothing where it cannot be asked."""
        try:
            catalogue = self._catalogue()
            if catalogue is None:
                return ()
            generation = catalogue.generation()
            if generation != self._meetings[0]:
                lines = tuple(map(MeetingLine.of_row, catalogue.meetings()))
                self._meetings = (generation, lines)
        except (BriefingError, _database_error(), OSError):
            return ()
        return self._meetings[1]

    def _catalogue(self) -> "Catalogue | None":
        """Return the catalogue; for a small library not before it is opened to be synced."""
        return self.indexing.catalogue() if self.few else self.indexing.open()

    # Claims

    def citations(self, source_id: str, card: "Card | None" = None) -> "Citations":
        """Return what rests on each paragraph of a source, enough of it to be counted.

        Args:
            source_id: The source.
            card: The open card; where nothing is known of the others, its own claims are given.
        """
        try:
            catalogue = self._catalogue()
            if catalogue is not None and (self._complete() if self.few else self._catalogued()):
                return self._counted(catalogue, source_id)
        except (BriefingError, _database_error(), OSError):
            pass
        if card is None:
            return self.library.citations(source_id) if self.few else {}
        from briefing.tui.session.claims import claims_of

        return claims_of(card, source_id)

    def _counted(self, catalogue: "Catalogue", source_id: str) -> "Citations":
        from briefing.tui.session.claims import counted

        generation = catalogue.generation()
        kept = self._citations.get(source_id)
        if kept is None or kept[0] != generation:
            rows = catalogue.citations_on(source_id)
            kept = (generation, counted(source_id, rows))
            self._citations[source_id] = kept
        return kept[1]

    def claims(self, source_id: str, paragraph: int) -> "tuple[Citation, ...]":
        """Return the claims that rest on a paragraph, one for each item, from their cards.

        A claim whose card has meanwhile been changed or cannot be read is left out.

        Args:
            source_id: The source.
            paragraph: The paragraph, from 1.
        """
        from briefing.tui.session.claims import claims_read

        known = self.citations(source_id).get(paragraph, ())
        return claims_read(self.library, known, source_id, paragraph)
