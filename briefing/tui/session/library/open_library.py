"""The library that is open: opened when first asked for, and again when its files have changed.

The modules that read a library are loaded when something is read: the first frame does without.
"""

from collections.abc import Collection
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.errors import Problem
    from briefing.library.documents import ProgressListener
    from briefing.library.library import Library
    from briefing.model.source import SourceRecord

FEW = 50
"""So many cards are read in a moment."""


class OpenLibrary:
    """A library that several threads share, though it may be reopened at any time.

    Args:
        root: The library's folder.
        library: The library, if it is open.
        few: Up to how many cards are all read where the catalogue does not know them.

    Attributes:
        reading: Called in the thread that reads with how much of a large document was read.
    """

    def __init__(self, root: Path, library: "Library | None" = None, few: int = FEW) -> None:
        self.root = root
        self.reading: ProgressListener | None = None
        self._library = library
        self._few = few
        self._opening = RLock()
        self.kept_back: tuple[Problem, ...] = ()
        """Why the indexes on disk are not gone on with: mistakes that were not there before."""
        if library is not None:
            library.documents.reading = self._tell_reading

    @property
    def library(self) -> "Library":
        """The library, opened when it is first asked for.

        Raises:
            LibraryError: The folder is no library any more.
        """
        with self._opening:
            if self._library is None:
                self._library = self._opened()
            return self._library

    def renew(self) -> bool:
        """Go on with the library as it is on disk by now; return whether it was opened anew.

        With indexes that are broken by now it is not: half of the names would be gone.
        """
        if self._library is None:
            return False
        with suppress(BriefingError):
            library = self._opened()
            known = {_without_place(each) for each in self._library.index_problems}
            self.kept_back = tuple(
                each for each in library.index_problems if _without_place(each) not in known
            )
            if self.kept_back:
                return False
            library.adopt(self._library)
            with self._opening:
                self._library = library
            return True
        return False

    def _opened(self) -> "Library":
        from briefing.library.library import Library

        library = Library.open(self.root)
        library.documents.reading = self._tell_reading
        return library

    def _tell_reading(self, record: "SourceRecord", share: float) -> None:
        if self.reading is not None:
            self.reading(record, share)

    @property
    def opened(self) -> "Library | None":
        """The library, if it is open."""
        return self._library

    @property
    def card_ids(self) -> Collection[str]:
        """Ids of all cards, readable or not; the library need not be open for it."""
        return self._listed if self._library is None else self._library.card_ids

    @cached_property
    def _listed(self) -> Collection[str]:
        from briefing.library.locations import card_files

        return card_files(self.root)[0].keys()

    @property
    def few(self) -> bool:
        """Whether the library is small enough to be read as a whole in a moment."""
        return len(self.card_ids) <= self._few and self._light

    @cached_property
    def _light(self) -> bool:
        """Whether no document of the library takes long to read."""
        return not self.library.documents.any_heavy()


def _without_place(problem: "Problem") -> tuple[str, str, str]:
    """Return what is wrong in which file, on whatever line it stands by now."""
    return problem.code, problem.place.file, problem.message
