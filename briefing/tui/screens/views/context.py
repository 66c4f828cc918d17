"""What the views are given: the library and its catalogue, the day, and where items are opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from textual.screen import Screen

from briefing.tui.session.library.library_access import LibraryAccess
from briefing.tui.session.opens import Opens

STYLES = Path(__file__).with_name("views.tcss")
"""The style sheet; a relative path would be looked up beside the module of each view."""


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
    catch_up: Callable[[], None] = lambda: None
    """Looks for what has changed in the library, where that is still to be done."""

    def catch_up_once(self) -> None:
        """Look for what has changed in the library; nothing happens the next time."""
        catch_up, self.catch_up = self.catch_up, lambda: None
        catch_up()
