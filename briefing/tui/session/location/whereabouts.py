"""What is said of what is open: in the status line, and where it is copied."""

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from briefing.errors import BriefingError
from briefing.sources.short_names import short_names
from briefing.tui.content.status import StatusPart, broken_status, card_status
from briefing.tui.session.library.library_access import LibraryAccess
from briefing.tui.session.location.history import Location
from briefing.tui.widgets.panes import Panes

if TYPE_CHECKING:
    from briefing.model.card import Card, Item


class OpenPlace(Protocol):
    """What is open."""

    card: "Card | None"
    card_id: str
    follows: bool

    @property
    def item(self) -> "Item | None":
        """The item under the card's cursor."""
        ...

    @property
    def piece(self) -> int:
        """Which piece of that item's evidence is shown, from 0."""
        ...

    @property
    def in_source(self) -> bool:
        """Whether the reader is in the source, and not in card or list."""
        ...


class Whereabouts:
    """Says where a reader is, and how sure.

    Args:
        place: What is open.
        panes: What it is shown in.
        access: Where it comes from.
    """

    def __init__(self, place: OpenPlace, panes: Panes, access: LibraryAccess) -> None:
        self._place = place
        self._panes = panes
        self._access = access
        self._names: tuple[Card | None, Mapping[str, str]] = None, {}

    def parts(self) -> list[StatusPart]:
        """Say where the reader is, and how sure."""
        place = self._place
        source, item = self._panes.source.source, place.item
        if place.in_source and source is not None:
            return self._panes.source.statements(follows=place.follows)
        if item is None:
            return broken_status(place.card_id) if place.card_id else []
        # The cursor may have moved to another item that has not been followed yet.
        piece = place.piece if place.piece < len(item.evidence) else 0
        lit = item.evidence[piece].source if item.evidence else ""
        beside = source if source is not None and source.id == lit else None
        at = self._panes.card.position
        name = self._source_name(lit)
        from briefing.tui.content.pages.card import item_details

        details = item_details(item, self._access.library)
        return card_status(
            item, at, piece, beside, follows=place.follows, name=name, details=details
        )

    def location(self) -> Location:
        """Return where the reader is, to come back to."""
        place, view = self._place, self._panes.source
        source = view.source if place.in_source else None
        return Location(
            place.card_id,
            place.item.id if place.item else None,
            source.id if source else None,
            view.paragraph if source else None,
        )

    def sections(self) -> list[tuple[str, int]]:
        """Return the title of each of the card's sections and how many items it has."""
        card = self._place.card
        return [(section.title, len(section.items)) for section in card.sections] if card else []

    def citation(self) -> str:
        """Return what is under the cursor with its citation; empty when nothing is."""
        from briefing.tui.content.copying import item_citation

        place, claim = self._place, self._panes.claims.claim
        if claim is not None and self._panes.focused is self._panes.claims:
            # A card that was broken since then has nothing to say; its paragraph has.
            with suppress(BriefingError):
                card = self._access.library.card(claim.card)
                return item_citation(claim.item, card, self._access.library)
        if place.in_source:
            return self._panes.source.citation()
        if place.item is None or place.card is None:
            return ""
        return item_citation(place.item, place.card, self._access.library)

    def _source_name(self, source_id: str) -> str:
        """Return what a source is called among those that the open card rests on."""
        card = self._place.card
        if self._names[0] is not card:
            used = {e.source for item in card.items for e in item.evidence} if card else ()
            records = self._access.library.sources
            self._names = card, short_names(records[name] for name in used if name in records)
        return self._names[1].get(source_id, "")
