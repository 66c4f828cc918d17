"""What the views are given: the library and its catalogue, the day, and where items are opened."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol

from textual.screen import Screen

from briefing.tui.session.library.library_access import LibraryAccess

STYLES = Path(__file__).with_name("views.tcss")
"""The style sheet; a relative path would be looked up beside the module of each view."""


class Opens(Protocol):
    """Where the rows of a view are opened; the reader's screen is one."""

    def open_card(self, card_id: str) -> None:
        """Show a card from its top."""
        ...

    def open_item(self, card_id: str, item_id: str, words: Iterable[str] = ()) -> None:
        """Show an item with the passage it rests on, some words lit."""
        ...

    def open_paragraph(self, source_id: str, paragraph: int, words: Iterable[str] = ()) -> None:
        """Show a paragraph of a source, some words lit."""
        ...


class Place(NamedTuple):
    """Where somebody was in a view."""

    typed: str = ""
    """The filter."""
    key: str = ""
    """Key of the row under the cursor."""
    column: int | None = None
    """The chosen column, counted back from the last; None for the whole row."""


@dataclass
class ViewContext:
    """What every view knows."""

    access: LibraryAccess
    reader: Opens
    today: date
    card: str = ""
    """Id of the open card."""
    series: str = ""
    """Id of its series."""
    keep: Callable[[Sequence[Screen[None]]], None] = lambda views: None
    """Takes the open views as they are, the first one first, when something is opened."""
