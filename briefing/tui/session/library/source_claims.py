"""What rests on each paragraph of a source and what is left out, as far as it is known at once."""

from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.tui.session.library.meetings import Catalogued, Meetings, database_error
from briefing.tui.session.library.open_library import OpenLibrary
from briefing.tui.widgets.source.laid_out_sources import SourceCounts

if TYPE_CHECKING:
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
        return self._citations(self._enough(), source_id, card)

    def counts(self, source_id: str, card: "Card | None" = None) -> SourceCounts:
        """Return what is counted beside a source, all of it of one moment.

        The paragraphs that cards leave out are those of all cards or of the open one, wherever the
        claims of these are counted; the open one is always heeded, for the catalogue may be older.

        Args:
            source_id: The source.
            card: The open card.
        """
        known = self._enough()
        return SourceCounts(
            self._citations(known, source_id, card),
            self._omitted(known, source_id, card),
            self._whose(known, card),
        )

    def _enough(self) -> Catalogued | None:
        """Return what is catalogued; None while that is not enough to count by."""
        known = self._meetings.known()
        return known if known is not None and known.enough else None

    def _citations(
        self, known: Catalogued | None, source_id: str, card: "Card | None"
    ) -> "Citations":
        from briefing.tui.session.library.claims import claims_of, with_claims_of

        try:
            if known is not None:
                found = self._catalogued(known, source_id)
                return found if card is None else with_claims_of(card, found, source_id)
        except (BriefingError, database_error(), OSError):
            pass
        if card is None:
            return self._opened.library.citations(source_id) if self._opened.few else {}
        return claims_of(card, source_id)

    def _omitted(
        self, known: Catalogued | None, source_id: str, card: "Card | None"
    ) -> frozenset[int]:
        from briefing.library.coverage import omitted_paragraphs

        own = omitted_paragraphs((card,) if card else ()).get(source_id, ())
        try:
            if known is not None:
                return self._known_omissions(known, source_id).union(own)
        except (BriefingError, database_error(), OSError):
            pass
        if card is None and self._opened.few:
            cards = self._opened.library.cards()
            return frozenset(omitted_paragraphs(cards).get(source_id, ()))
        return frozenset(own)

    def _whose(self, known: Catalogued | None, card: "Card | None") -> str:
        """Say whose claims are counted where they are not those of all cards."""
        if known is not None:
            return "" if known.complete else "by the cards read so far"
        alone = len(self._opened.card_ids) == 1
        return "by this card" if card is not None and not alone else ""

    def _known_omissions(self, known: Catalogued, source_id: str) -> frozenset[int]:
        kept = self._left_out.get(source_id)
        if kept is None or kept[0] != known.generation:
            kept = (known.generation, known.catalogue.omitted_on(source_id))
            self._left_out[source_id] = kept
        return kept[1]

    def _catalogued(self, known: Catalogued, source_id: str) -> "Citations":
        from briefing.tui.session.library.claims import counted

        kept = self._kept.get(source_id)
        if kept is None or kept[0] != known.generation:
            kept = (known.generation, counted(source_id, known.catalogue.citations_on(source_id)))
            self._kept[source_id] = kept
        return kept[1]
