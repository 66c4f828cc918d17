"""The interface every competitor has."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.passages import Text


class Competitor(ABC):
    """A way to search a list of texts."""

    stored = True
    """Whether `build` leaves files from which another process can `open`; else it keeps memory."""
    note = ""
    """How it is used here, for the report."""

    @abstractmethod
    def version(self) -> str:
        """Return what was measured, and its version."""

    @abstractmethod
    def build(self, texts: Iterable[Text], folder: Path) -> None:
        """Read the texts once and make everything searchable, in files of the empty folder."""

    @abstractmethod
    def open(self, folder: Path) -> None:
        """Get ready to search what `build` left in the folder."""

    @abstractmethod
    def search(self, query: str, limit: int) -> Sequence[int]:
        """Return the indices of the texts that answer a finished query, best first."""

    def type(self, query: str, limit: int) -> Sequence[int]:
        """Answer a query whose last word is still being typed."""
        return self.search(query, limit)


def plain(query: str) -> str:
    """Return a query without the quotation marks of a phrase."""
    return query.replace('"', "")


def is_phrase(query: str) -> bool:
    """Tell whether the whole query is an exact phrase."""
    return len(query) > 2 and query.startswith('"') and query.endswith('"')
