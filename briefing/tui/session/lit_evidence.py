"""The evidence that is lit in the source, so that it can be lit again after something else was."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.card import Card, Item
    from briefing.tui.widgets.panes import Panes


class LitEvidence:
    """Lights what an item rests on, and knows which item that was.

    Args:
        panes: Where the source is shown.
    """

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._item: Item | None = None
        self._piece = 0

    def show(self, item: Item, piece: int) -> None:
        """Light what an item rests on and bring it into view; nothing where it rests on nothing.

        Args:
            item: The item.
            piece: Index of the piece of its evidence to light most.
        """
        self._item, self._piece = item, piece
        self._light(reveal=True)

    def again(self) -> None:
        """Light what was shown last; the source stays where it is."""
        self._light(reveal=False)

    def renew(self, card: Card, before: str, here: Item) -> None:
        """Know the item that was shown last as its card has it by now.

        Args:
            card: The card.
            before: Id of the item that was under the cursor.
            here: The item that is under it now.
        """
        if self._item is not None:
            self._item = here if self._item.id == before else card.item(self._item.id)
            self._piece = min(self._piece, len(self._item.evidence) - 1 if self._item else 0)

    def _light(self, *, reveal: bool) -> None:
        if self._item is not None and self._item.evidence:
            self._panes.source.light_evidence(self._item, self._piece, reveal=reveal)
        else:
            self._panes.source.put_out_evidence()
