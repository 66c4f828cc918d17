"""The meetings of the open library: from its cards while these are few, else as catalogued."""

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import BriefingError
from briefing.model.core import GONE
from briefing.tui.content.outline import MeetingLine, meeting_lines
from briefing.tui.session.library.catalogue_sync import CatalogueSync
from briefing.tui.session.library.open_library import OpenLibrary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.catalogue.catalogue import Catalogue
    from briefing.model.card import Card


def database_error() -> type[Exception]:
    """Return what the catalogue raises, loaded when something was: it takes long to load."""
    import sqlite3

    return sqlite3.Error


_DAY = len("2023-01-11")


class Catalogued(NamedTuple):
    """What is catalogued, all of one moment."""

    catalogue: "Catalogue"
    generation: int
    """Rises with every change of the catalogue."""
    lines: tuple[MeetingLine, ...]
    """The meetings, newest first, and after them the broken cards."""
    enough: bool
    """Whether these are all of a few cards, or some of many."""
    complete: bool
    """Whether these are all cards."""


class Meetings:
    """Lists meetings, and keeps what the catalogue lists until that changes.

    Args:
        opened: The library.
        catalogue_sync: Its catalogue.
    """

    def __init__(self, opened: OpenLibrary, catalogue_sync: CatalogueSync) -> None:
        self._opened = opened
        self._catalogue_sync = catalogue_sync
        self._kept: tuple[object, int, tuple[MeetingLine, ...]] = (None, -1, ())

    def newest(self) -> str:
        """Return the id of the card to open first; empty where there is none.

        It is the newest meeting as far as that can be told without reading every card: as the
        catalogue has it, or by the names of the files, which begin with the date. Where nothing
        but the names of their cards tells which of several was the last, it is the first by name.
        A card that was superseded or retracted is opened only where there is no other.
        """
        card_ids, known = self._opened.card_ids, self.known()
        listed = [
            each
            for each in (known.lines if known else ())
            if each.state != "broken" and each.card in card_ids
        ]
        if found := _to_open(listed):
            return found
        # As meetings are listed: of those on one day the last by name.
        ids = sorted(card_ids, reverse=True)
        return self._newest_read(ids) or next(iter(ids), "")

    def _newest_read(self, ids: "Sequence[str]") -> str:
        """Return the newest of the cards that can be read; empty where there is none.

        Args:
            ids: All cards, the newest day first as far as their names tell.
        """
        library, gone = self._opened.library, ""
        groups: Iterable[Iterable[Card]] = (
            filter(None, map(library.as_written, names))
            for _, names in groupby(ids, lambda name: name[:_DAY])
        )
        if self._opened.few and not all(name[:4].isdecimal() for name in ids):
            groups = (library.cards(),)
        for cards in groups:
            lines = sorted(map(MeetingLine.of, cards), key=_oldest_first, reverse=True)
            found = _to_open(lines)
            if any(each.state not in GONE for each in lines):
                return found
            gone = gone or found
        return gone

    def lines(self) -> tuple[MeetingLine, ...]:
        """Return all meetings that are known, newest first, and after them the broken cards.

        While the catalogue of a large library is being built, these are the ones it has so far.
        """
        if self._opened.few and self._catalogue_sync.was_left:
            self._catalogue_sync.open()  # takes less time than reading a few cards
        known = self.known()
        if self._opened.few and (known is None or not known.complete):
            return meeting_lines(self._opened.library)
        return known.lines if known else ()

    def known(self) -> Catalogued | None:
        """Return what is catalogued by now; None where the catalogue cannot be asked.

        Whoever needs several things of it asks once: each time its generation is looked up.
        """
        try:
            catalogue = self.catalogue()
            if catalogue is None:
                return None
            generation = catalogue.database.generation()
            if self._kept[:2] != (catalogue, generation):
                listed = tuple(map(MeetingLine.of_row, catalogue.meetings()))
                self._kept = (catalogue, generation, listed)
            lines = self._kept[2]
        except (BriefingError, database_error(), OSError):
            return None
        complete = len(lines) == len(self._opened.card_ids)
        enough = complete if self._opened.few else bool(lines)
        return Catalogued(catalogue, generation, lines, enough, complete)

    def catalogue(self) -> "Catalogue | None":
        """Return the catalogue; for a small library not before the first frame was painted."""
        if self._opened.few:
            return self._catalogue_sync.catalogue()
        return self._catalogue_sync.open()


def _oldest_first(line: MeetingLine) -> tuple[int, str]:
    return line.moment, line.card


def _to_open(lines: "Sequence[MeetingLine]") -> str:
    """Return the card to open of meetings, the newest first; empty where there is none."""
    standing = [each for each in lines if each.state not in GONE] or lines
    last = [each.card for each in standing if each.moment == standing[0].moment]
    return min(last, default="")
