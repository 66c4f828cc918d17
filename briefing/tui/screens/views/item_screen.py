"""A view whose rows are items of cards: each opens beside its source, and is copied with it."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping

from briefing.catalogue.db.rows import ItemRow
from briefing.library.library import Library
from briefing.tui.content.analysis.table import TableRow
from briefing.tui.content.copying import item_citation
from briefing.tui.screens.views.asking_screen import Found
from briefing.tui.screens.views.view_screen import ViewScreen


class ItemScreen(ViewScreen[Found]):
    """Shows items of cards, and perhaps rows of another sort among them."""

    @abstractmethod
    def items(self) -> Mapping[str, ItemRow]:
        """Return the items by the keys of their rows."""
        raise NotImplementedError

    def shown_items(self) -> Iterator[ItemRow]:
        """Yield the items of the rows that are shown, in order, each once."""
        items = self.items()
        found = (items[row.key] for row in self.table.rows if row.key in items)
        yield from {item.address: item for item in found}.values()

    def open_row(self, row: TableRow) -> None:
        """Open the item beside its source."""
        item = self.items().get(row.key)
        if item is not None:
            reader = self.context.reader
            self.leave_for(lambda: reader.open_item(item.card, item.item))

    def citation(self, row: TableRow) -> str:
        """Return an item's words with who said them, where, and what to beware of.

        A row of another sort is given as it stands.
        """
        item = self.items().get(row.key)
        return row.words if item is None else cited(item, self.context.access.library)


def cited(row: ItemRow, library: Library) -> str:
    """Return an item of the catalogue as its card has it, with its citation.

    Args:
        row: The item.
        library: Where its card is.

    Raises:
        BriefingError: The card cannot be read any more.
    """
    card = library.card(row.card)
    found = card.item(row.item)
    return item_citation(found, card, library) if found is not None else ""
