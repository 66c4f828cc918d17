"""What rests on each paragraph of a source and what is left out, as far as it is known at once."""

from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.tui.session.library.meetings import Meetings, database_error
from briefing.tui.session.library.open_library import OpenLibrary

if TYPE_CHECKING:
    from briefing.catalogue.catalogue import Catalogue
    from briefing.model.card import Card
    from briefing.tui.session.library.claims import Citations


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
        self._left_out: dict[str, tuple[int, frozenset[int]]] = {}

    def forget(self) -> None:
        """Forget what was counted: the library was reopened."""
        self._kept.clear()
        self._left_out.clear()

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
        from briefing.tui.session.library.claims import claims_of

        return claims_of(card, source_id)

    def omitted(self, source_id: str, card: "Card | None" = None) -> frozenset[int]:
        """Return the numbers of the paragraphs of a source that cards leave out on purpose.

        They are those of all cards or of the open one, wherever `on` counts the claims of these.

        Args:
            source_id: The source.
            card: The open card, which is always heeded: the catalogue may be older.
        """
        from briefing.library.coverage import omitted_paragraphs

        own = omitted_paragraphs((card,) if card else ()).get(source_id, ())
        try:
            catalogue = self._meetings.catalogue()
            if catalogue is not None and self._is_enough():
                return self._known_omissions(catalogue, source_id).union(own)
        except (BriefingError, database_error(), OSError):
            pass
        if card is None and self._opened.few:
            cards = self._opened.library.cards()
            return frozenset(omitted_paragraphs(cards).get(source_id, ()))
        return frozenset(own)

    def whose(self, card: "Card | None" = None) -> str:
        """Say whose claims are counted where they are not those of all cards.

        Args:
            card: The open card.
        """
        try:
            if self._meetings.catalogue() is not None and self._is_enough():
                return "" if self._meetings.complete() else "by the cards read so far"
        except (BriefingError, database_error(), OSError):
            pass
        alone = len(self._opened.card_ids) == 1
        return "by this card" if card is not None and not alone else ""

    def _known_omissions(self, catalogue: "Catalogue", source_id: str) -> frozenset[int]:
        generation = catalogue.database.generation()
        kept = self._left_out.get(source_id)
        if kept is None or kept[0] != generation:
            kept = self._left_out[source_id] = (generation, catalogue.omitted_on(source_id))
        return kept[1]

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
        from briefing.tui.session.library.claims import counted

        generation = catalogue.database.generation()
        kept = self._kept.get(source_id)
        if kept is None or kept[0] != generation:
            rows = catalogue.citations_on(source_id)
            kept = (generation, counted(source_id, rows))
            self._kept[source_id] = kept
        return kept[1]
