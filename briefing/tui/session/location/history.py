"""Where the reader was before, and where they went back from."""

from collections.abc import Callable
from typing import NamedTuple


class Location(NamedTuple):
    """A place one can come back to."""

    card: str
    """Id of the open card."""
    item: str | None = None
    """Id of the item under the cursor."""
    source: str | None = None
    """Id of the shown source, when the cursor was in it."""
    paragraph: int | None = None
    """Paragraph under the cursor, from 1, when it was in the source."""


class History:
    """Places before and after the present one, as a browser keeps them."""

    def __init__(self) -> None:
        self._past: list[Location] = []
        self._future: list[Location] = []

    def leave(self, here: Location) -> None:
        """Remember a place before jumping from it; what lay ahead is forgotten."""
        if not self._past or self._past[-1] != here:
            self._past.append(here)
        self._future.clear()

    def back(self, here: Location) -> Location | None:
        """Return the place before this one, or None; `here` becomes the next one ahead."""
        while self._past:
            there = self._past.pop()
            if there != here:
                self._future.append(here)
                return there
        return None

    def forward(self, here: Location) -> Location | None:
        """Return the place that was gone back from, or None."""
        while self._future:
            there = self._future.pop()
            if there != here:
                self._past.append(here)
                return there
        return None


class WayBack:
    """The way from where the reader is to earlier places, and forward again.

    Args:
        here: Tells where the reader is.
        go: Goes to a place.
    """

    def __init__(self, here: Callable[[], Location], go: Callable[[Location], None]) -> None:
        self._here = here
        self._go = go
        self._history = History()

    def leave(self) -> None:
        """Remember this place, before a jump; where no card is open there is none."""
        here = self._here()
        if here.card:
            self._history.leave(here)

    def back(self) -> bool:
        """Go to the place before the last jump; return whether there was one."""
        return self._go_to(self._history.back(self._here()))

    def forward(self) -> bool:
        """Go to the place that was gone back from; return whether there was one."""
        return self._go_to(self._history.forward(self._here()))

    def _go_to(self, there: Location | None) -> bool:
        if there is not None:
            self._go(there)
        return there is not None
