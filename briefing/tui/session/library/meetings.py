"""The meetings of the open library: from its cards while these are few, else as catalogued."""

from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.tui.content.outline import MeetingLine, meeting_lines
from briefing.tui.session.library.catalogue_sync import CatalogueSync
from briefing.tui.session.library.open_library import OpenLibrary

if TYPE_CHECKING:
    from briefing.catalogue.catalogue import Catalogue


def database_error() -> type[Exception]:
    """Return what the catalogue raises, loaded when something was: it takes long to load."""
    import sqlite3

    return sqlite3.Error


_DAY = len("2023-01-11")


class Meetings:
    """Lists meetings, and keeps what the catalogue lists until that changes.

    Args:
        opened: The library.
        catalogue_sync: Its catalogue.
    """

    def __init__(self, opened: OpenLibrary, catalogue_sync: CatalogueSync) -> None:
        self._opened = opened
        self._catalogue_sync = catalogue_sync
        self._kept: tuple[int, tuple[MeetingLine, ...]] = (-1, ())

    def newest(self) -> str:
        """Return the id of the card to open first; empty where there is none.

        It is the newest meeting as far as that can be told without reading every card: as the
        catalogue has it, or by the names of the files, which begin with the date.
        """
        card_ids = self._opened.card_ids
        for line in self.catalogued():
            if line.state != "broken" and line.card in card_ids:
                return line.card
        # As meetings are listed: of those on one day the first by name.
        ids = sorted(sorted(card_ids), key=lambda name: name[:_DAY], reverse=True)
        library = self._opened.library
        if self._opened.few and not all(name[:4].isdecimal() for name in ids):
            return next((card.id for card in library.cards()), ids[0] if ids else "")
        for card_id in ids:
            if library.is_readable(card_id):
                return card_id
        return ids[0] if ids else ""

    def lines(self) -> tuple[MeetingLine, ...]:
        """Return all meetings that are known, newest first, and after them the broken cards.

        While the catalogue of a large library is being built, these are the ones it has so far.
        """
        if self._opened.few and self._catalogue_sync.was_left:
            self._catalogue_sync.open()  # takes less time than reading a few cards
        if self._opened.few and not self.complete():
            return meeting_lines(self._opened.library)
        return self.catalogued()

    def complete(self) -> bool:
        """Return whether the catalogue lists as many cards as there are."""
        return len(self.catalogued()) == len(self._opened.card_ids)

    def catalogued(self) -> tuple[MeetingLine, ...]:
        """Return what the catalogue lists; nothing where it cannot be asked."""
        try:
            catalogue = self.catalogue()
            if catalogue is None:
                return ()
            generation = catalogue.database.generation()
            if generation != self._kept[0]:
                lines = tuple(map(MeetingLine.of_row, catalogue.meetings()))
                self._kept = (generation, lines)
        except (BriefingError, database_error(), OSError):
            return ()
        return self._kept[1]

    def catalogue(self) -> "Catalogue | None":
        """Return the catalogue; for a small library not before the first frame was painted."""
        if self._opened.few:
            return self._catalogue_sync.catalogue()
        return self._catalogue_sync.open()
