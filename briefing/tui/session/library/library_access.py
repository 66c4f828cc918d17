"""What the reader reads: the library, and its catalogue wherever that spares reading all cards."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.tui.content.outline import MeetingLine
from briefing.tui.content.source_names import ShortNames
from briefing.tui.session.library.catalogue_sync import CatalogueSync
from briefing.tui.session.library.meetings import Meetings, database_error
from briefing.tui.session.library.open_library import FEW, OpenLibrary
from briefing.tui.session.library.source_claims import SourceClaims
from briefing.tui.widgets.source.laid_out_sources import SourceCounts

if TYPE_CHECKING:
    from briefing.catalogue.sync.progress import Progress
    from briefing.errors import Problem
    from briefing.library.documents import ProgressListener
    from briefing.library.library import Library
    from briefing.model.card import Card, Citation
    from briefing.tui.session.library.claims import Citations

AT_ONCE = 1_000
"""Up to so many cards a view over all of them takes no longer than a frame or two."""


class LibraryAccess:
    """A library with its catalogue; answers in a moment, however many cards there are.

    What the catalogue says of other cards may be as old as the last sync. The open card, its
    evidence and its sources always come from their files. Threads may share one.

    Args:
        root: The library's folder.
        library: The library, if it is open.
        few: Up to how many cards are all read where the catalogue does not know them.

    Attributes:
        catalogue_sync: Its catalogue.
        at_once: Up to how many cards a view over all of them is made before the next frame.
    """

    def __init__(self, root: Path, library: "Library | None" = None, few: int = FEW) -> None:
        self.at_once = AT_ONCE
        self.catalogue_sync = CatalogueSync(root)
        self._opened = OpenLibrary(root, library, few)
        self._meetings = Meetings(self._opened, self.catalogue_sync)
        self._source_names = ShortNames({})
        self._claims = SourceClaims(self._opened, self._meetings)

    @property
    def library(self) -> "Library":
        """The library, opened when it is first asked for.

        Raises:
            LibraryError: The folder is no library any more.
        """
        return self._opened.library

    @property
    def root(self) -> Path:
        """The library's folder."""
        return self._opened.root

    @property
    def kept_back(self) -> "Sequence[Problem]":
        """Why the indexes on disk are not gone on with; nothing where they are."""
        return self._opened.kept_back

    @property
    def card_ids(self) -> Collection[str]:
        """Ids of all cards, readable or not; the library need not be open for it."""
        return self._opened.card_ids

    @property
    def few(self) -> bool:
        """Whether the library is small enough to be read as a whole in a moment."""
        return self._opened.few

    @property
    def fits_in_a_frame(self) -> bool:
        """Whether a view over all cards is made before the next frame."""
        return len(self.card_ids) <= self.at_once

    def catalogue_state(self) -> object:
        """Return what is another value as soon as the catalogue would give another answer.

        Where it cannot be asked, it is another one each time.
        """
        try:
            catalogue = self.catalogue_sync.open()
            return catalogue, catalogue.database.generation()
        except (BriefingError, database_error(), OSError):
            return object()

    def tell_reading(self, listener: "ProgressListener") -> None:
        """Set what is called in the reading thread with how much of a document was read."""
        self._opened.reading = listener

    def source_names(self) -> ShortNames:
        """Return what the sources of the library are called.

        Raises:
            LibraryError: The folder is no library any more.
        """
        records = self.library.sources
        if self._source_names.records is not records:
            self._source_names = ShortNames(records)
        return self._source_names

    def is_heavy(self, card_id: str) -> bool:
        """Return whether a card rests on documents that take long to read, and are not read yet.

        Raises:
            LibraryError: The folder is no library any more.
        """
        return self.library.is_heavy(card_id)

    def is_heavy_source(self, source_id: str) -> bool:
        """Return whether a source takes long to read, and is not read yet.

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
            progress: Called in that thread with how far it has come.
            held: Whether someone is reading a large document, which is then waited for and used.
        """
        renewed = False

        def renew_first(made: "Progress") -> None:
            nonlocal renewed
            if not renewed:
                # Before the first of what is new can be found, so that it can be opened.
                renewed = True
                self.renew()
            progress(made)

        if self.catalogue_sync.run(renew_first, held, lambda: self._opened.opened):
            # What was read last may have changed after the library was opened and asked for it.
            self.renew()

    def renew(self) -> None:
        """Go on with the library as it is on disk by now, unless its indexes are broken by now.

        Runs in a thread.
        """
        if self._opened.renew():
            self._claims.forget()

    def newest(self) -> str:
        """Return the id of the card to open first; empty where there is none."""
        return self._meetings.newest()

    def meetings(self) -> tuple[MeetingLine, ...]:
        """Return all meetings that are known, newest first, and after them the broken cards."""
        return self._meetings.lines()

    def citations(self, source_id: str, card: "Card | None" = None) -> "Citations":
        """Return what rests on each paragraph of a source, enough of it to be counted.

        Args:
            source_id: The source.
            card: The open card; where nothing is known of the others, its own claims are given.
        """
        return self._claims.on(source_id, card)

    def counts(self, source_id: str, card: "Card | None" = None) -> SourceCounts:
        """Return what is counted beside a source.

        Args:
            source_id: The source.
            card: The open card.
        """
        return self._claims.counts(source_id, card)

    def claims(self, source_id: str, paragraph: int) -> "tuple[Citation, ...]":
        """Return the claims that rest on a paragraph, one for each item, from their cards.

        A claim whose card has meanwhile been changed or cannot be read is left out.

        Args:
            source_id: The source.
            paragraph: The paragraph, from 1.
        """
        from briefing.tui.session.library.claims import claims_read

        known = self.citations(source_id).get(paragraph, ())
        return claims_read(self.library, known, source_id, paragraph)
