"""Where what was found is opened: the reader, as a search and the views see it."""

from collections.abc import Iterable
from typing import Protocol


class Opens(Protocol):
    """What hits and rows are opened in; the reader's screen is one."""

    def open_card(self, card_id: str) -> None:
        """Show a card from its top."""
        ...

    def open_item(
        self, card_id: str, item_id: str, words: Iterable[str] = (), *, sought: Iterable[str] = ()
    ) -> None:
        """Show an item with the passage it rests on that holds what is sought, some words lit."""
        ...

    def open_paragraph(self, source_id: str, paragraph: int, words: Iterable[str] = ()) -> None:
        """Show a paragraph of a source, some words lit."""
        ...
