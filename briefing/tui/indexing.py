"""The catalogue of the open library, kept up to date behind the reader's back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from briefing.catalogue import Catalogue, Progress
    from briefing.search.engine import SearchEngine

WARM_UP = "the"
"""A search for any word loads what the first search needs."""


@dataclass
class Indexed(Message):
    """More of the library can be searched than before."""

    progress: "Progress | None" = None
    """How far it has come; None when all of it can be searched."""


class Indexing:
    """Opens the catalogue, syncs it in a thread, and gives out the search over it.

    Args:
        root: The library's folder.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._catalogue: Catalogue | None = None
        self._stop = Event()

    @property
    def ready(self) -> bool:
        """Whether something can be searched, if perhaps not yet everything."""
        return self._catalogue is not None

    def catalogue(self) -> "Catalogue | None":
        """Return the catalogue as far as it has come; None before it was opened."""
        return self._catalogue

    def engine(self) -> "SearchEngine | None":
        """Return a search over what was catalogued so far; None before anything was.

        A damaged catalogue gives None too; the sync that follows makes it anew.
        """
        from briefing.search.store import SegmentError

        if self._catalogue is None:
            return None
        try:
            return self._catalogue.engine()
        except (SegmentError, OSError):
            return None

    def run(self, progress: Callable[["Progress"], None]) -> None:
        """Bring the catalogue up to date; runs in a thread and may take long.

        Args:
            progress: Is told, in that thread, how far it has come.

        Raises:
            LibraryError: The folder is no library any more.
        """
        from briefing.catalogue import Catalogue, sync_mending

        if self._catalogue is None:
            self._catalogue = Catalogue.open(self._root)
        self._catalogue, _ = sync_mending(
            self._catalogue, progress=progress, cancelled=self._stop.is_set
        )
        if (engine := self.engine()) is not None:
            engine.search(WARM_UP)

    def stop(self) -> None:
        """Ask a sync under way to end after the batch it is at."""
        self._stop.set()
