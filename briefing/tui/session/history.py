"""Where the reader was before, and where they went back from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
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
        self._past: list[Spot] = []
        self._future: list[Spot] = []

    def leave(self, here: Spot) -> None:
        """Remember a place before jumping from it; what lay ahead is forgotten."""
        if not self._past or self._past[-1] != here:
            self._past.append(here)
        self._future.clear()

    def back(self, here: Spot) -> Spot | None:
        """Return the place before this one, or None; `here` becomes the next one ahead."""
        while self._past:
            there = self._past.pop()
            if there != here:
                self._future.append(here)
                return there
        return None

    def forward(self, here: Spot) -> Spot | None:
        """Return the place that was gone back from, or None."""
        while self._future:
            there = self._future.pop()
            if there != here:
                self._past.append(here)
                return there
        return None
