"""Keeping a catalogue up to date and usable, at no cost where nothing has changed.

The modules that read a library are loaded only when something has to be read.
"""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.discarding import discard
from briefing.catalogue.db.schema import ReplacedError, is_damage
from briefing.catalogue.sync.known_files import is_current
from briefing.catalogue.sync.progress import Progress, SyncResult
from briefing.errors import BriefingError, LibraryError

if TYPE_CHECKING:
    from briefing.library.library import Library

_ATTEMPTS = 3


def sync(
    catalogue: Catalogue,
    *,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
    opened: "Library | None" = None,
) -> SyncResult:
    """Read what is new or changed, forget what is gone.

    Each batch becomes visible as a whole; whoever asks the catalogue meanwhile, in this process or
    another, gets the state after the last one. Stopped at any moment, the next sync goes on.

    Args:
        catalogue: The catalogue of the library.
        progress: Called after each file, and after each batch, with how far it has come.
        cancelled: Called before each file; true to stop.
        opened: The library, if it is open: what was read of it and stayed is not read again.

    Raises:
        LibraryError: The folder is no library any more.
        SegmentError: A part of the search's arrays is damaged.
        sqlite3.Error: The catalogue is damaged, which `is_damage` tells, or cannot be written.
        OSError: The cache folder cannot be written.
    """
    if is_current(catalogue) and catalogue.is_tidy():
        return SyncResult()
    from briefing.catalogue.sync.batches import bring_up_to_date

    return bring_up_to_date(catalogue, progress=progress, cancelled=cancelled, opened=opened)


def sync_with_recovery(
    catalogue: Catalogue,
    *,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
    searching: bool = True,
    opened: "Library | None" = None,
) -> tuple[Catalogue, SyncResult]:
    """Sync; if the catalogue turns out to be damaged, rebuild it; if unwritable, use memory.

    Args:
        catalogue: The catalogue of the library.
        progress: See `sync`.
        cancelled: See `sync`.
        searching: Whether the search will be used, and has to be made sure of too.
        opened: See `sync`.

    Returns:
        The catalogue to go on with, which need not be the one that was given, and what was done.

    Raises:
        LibraryError: The folder is no library any more.
    """
    for _ in range(_ATTEMPTS):
        try:
            result = sync(catalogue, progress=progress, cancelled=cancelled, opened=opened)
            if searching:
                catalogue.engine()
            return catalogue, result
        except LibraryError:
            raise
        except (sqlite3.Error, BriefingError, OSError) as error:
            catalogue = recovered(catalogue, error)
    catalogue.close()
    catalogue = Catalogue.in_memory(catalogue.root)
    return catalogue, sync(catalogue, progress=progress, cancelled=cancelled, opened=opened)


def recovered(catalogue: Catalogue, error: Exception) -> Catalogue:
    """Return what to go on with after an error of a catalogue, which is closed.

    Args:
        catalogue: The catalogue.
        error: What its use has raised: a `sqlite3.Error`, `SegmentError` or `OSError`.
    """
    root, folder, is_replaced = catalogue.root, catalogue.folder, catalogue.database.is_replaced
    catalogue.close()
    if folder is None:
        return Catalogue.in_memory(root)
    if is_replaced:
        return Catalogue.open(root, folder)  # what is there now is not what has raised
    lost = BriefingError | FileNotFoundError | IsADirectoryError
    if is_damage(error) or isinstance(error, lost):
        with suppress(OSError):
            discard(folder)
    elif not isinstance(error, ReplacedError):
        return Catalogue.in_memory(root)
    return Catalogue.open(root, folder)
