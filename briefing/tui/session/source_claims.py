"""How many claims rest on each paragraph of a source, as far as that is known in a moment."""

from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.tui.session.meetings import Meetings, database_error
from briefing.tui.session.open_library import OpenLibrary

if TYPE_CHECKING:
    from briefing.catalogue.catalogue import Catalogue
    from briefing.model.card import Card
    from briefing.tui.session.claims import Citations


class SourceClaims:
    """Counts the claims on sources, and keeps what the catalogue has until that changes.

    Args:
        opened: The library.
        meetings: Which of its cards are catalogued.
    """

    def __init__(self, opened: OpenLibrary, meetings: Meetings) -> None:
        self._opened = opened
        self._meetings = meetings
        self._kept: dict[str, tuple[int, Citations]] = {}

    def forget(self) -> None:
        """Forget what was counted: the library was reopened."""
        self._kept.clear()

    def on(self, source_id: str, card: "Card | None" = None) -> "Citations":
        """Return what rests on each paragraph of a source, enough of it to be counted.

        It is what the catalogue has, once it has enough; before that what the cards say, where
        these are few; and of many cards those of the open one.

        Args:
            source_id: The source.
            card: The open card.
        """
        known = self._catalogued(source_id)
        if known is not None:
            return known
        if card is None:
            return self._opened.library.citations(source_id) if self._opened.few else {}
        from briefing.tui.session.claims import claims_of

        return claims_of(card, source_id)

    def _catalogued(self, source_id: str) -> "Citations | None":
        try:
            catalogue = self._meetings.catalogue()
            if catalogue is not None and self._is_enough():
                return self._counted(catalogue, source_id)
        except (BriefingError, database_error(), OSError):
            pass
        return None

    def _is_enough(self) -> bool:
        """Return whether the catalogue has all of a few cards, or some of many."""
        if self._opened.few:
            return self._meetings.complete()
        return bool(self._meetings.catalogued())

    def _counted(self, catalogue: "Catalogue", source_id: str) -> "Citations":
        from briefing.tui.session.claims import counted

        generation = catalogue.database.generation()
        kept = self._kept.get(source_id)
        if kept is None or kept[0] != generation:
            rows = catalogue.citations_on(source_id)
            kept = (generation, counted(source_id, rows))
            self._kept[source_id] = kept
        return kept[1]
