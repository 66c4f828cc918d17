"""Asking the catalogue of the library: synced first, and recovered when damaged."""

import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.sync.sync import recovered, sync_with_recovery
from briefing.cli.failures import WRONG, Unread
from briefing.cli.streams.progress_bar import BuildBar
from briefing.errors import BriefingError, LibraryError, UnknownNameError

Answer = TypeVar("Answer")

_MOST_RECOVERIES = 3
"""Others may damage a catalogue again, but what a new one raises so often is not its damage."""


def ask(root: Path, question: Callable[[Catalogue], Answer], *, searching: bool) -> Answer:
    """Return what a catalogue says, once it is up to date and whole.

    Args:
        root: The library's folder.
        question: Takes all it needs from the catalogue and writes nothing: it may be asked again.
        searching: Whether the question needs the search.

    Raises:
        LibraryError: The folder is no library.
        UnknownNameError: The question names what the library does not have.
    """
    catalogue = Catalogue.open(root)
    recoveries = 0
    try:
        while True:
            with BuildBar(sys.stderr) as bar:
                catalogue, _ = sync_with_recovery(catalogue, progress=bar, searching=searching)
            try:
                return question(catalogue)
            except Exception as error:
                damage = _damage_behind(error, catalogue)
                if damage is None or recoveries == _MOST_RECOVERIES:
                    raise
                recoveries += 1
                catalogue = recovered(catalogue, damage)
    finally:
        catalogue.close()


def unread_of(catalogue: Catalogue) -> Unread:
    """Return what could not be read of the library of a catalogue."""
    if not catalogue.has_broken():
        return Unread()
    errors = (str(p) for p in catalogue.problems() if p.severity == "error")
    return Unread(WRONG, tuple(errors))


def _damage_behind(error: Exception, catalogue: Catalogue) -> Exception | None:
    """Return what is wrong with the catalogue if that explains an error, else None."""
    if catalogue.folder is None or isinstance(error, LibraryError | UnknownNameError):
        return None
    if isinstance(error, sqlite3.Error | BriefingError | OSError):
        return error
    # Large arrays are checked as they are used: a wrong number in them may raise anything.
    try:
        catalogue.verify()
    except (sqlite3.Error, BriefingError, OSError) as damage:
        return damage
    return None
