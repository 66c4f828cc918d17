"""Bringing a catalogue up to date with its library, in batches that each last on their own."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain

from briefing.catalogue.catalogue import Catalogue, discard
from briefing.catalogue.merging import merge
from briefing.catalogue.reading import Target, Unit, read_unit, store
from briefing.catalogue.survey import is_current, prepare, survey
from briefing.library import Library
from briefing.search.building import build
from briefing.search.postings import Segment
from briefing.search.store import SegmentError

FIRST_BATCH = 16
"""Cards and sources in the first batch, small so that something is there to read at once."""
LARGEST_BATCH = 512
"""In the batches after it, which double; larger ones make fewer segments to merge."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a sync has come."""

    done: int
    """Files dealt with."""
    total: int
    """Files to deal with."""


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What a sync did."""

    read: int = 0
    """Cards, sources and index files that were read."""
    gone: int = 0
    """Cards and sources that left."""
    complete: bool = True
    """Whether it was not cancelled before its end."""


def sync(
    catalogue: Catalogue,
    *,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> SyncResult:
    """Read what is new or changed, forget what is gone.

    Each batch becomes visible as a whole; whoever asks the catalogue meanwhile, in this process or
    another, gets the state after the last one. Stopped at any moment, the next sync goes on.

    Args:
        catalogue: The catalogue of the library.
        progress: Is told after each batch how far it has come.
        cancelled: Is asked before each batch whether to stop.

    Raises:
        LibraryError: The folder is no library any more.
        sqlite3.DatabaseError: The catalogue is damaged.
        OSError: The cache folder cannot be written.
    """
    if is_current(catalogue):
        return SyncResult()
    library = Library.open(catalogue.root)
    found = survey(catalogue, library)
    if found.targets or found.touched or found.gone or found.records:
        prepare(catalogue, found)
    done, bodies = 0, dict[str, int]()
    for batch in _batches(found.targets):
        if cancelled():
            return SyncResult(done, len(found.gone), complete=False)
        todo = _not_done_elsewhere(catalogue, batch)
        _add(catalogue, [read_unit(target, library, bodies) for target in todo])
        done += len(batch)
        if progress is not None:
            progress(Progress(done, len(found.targets)))
    merge(catalogue, cancelled)
    return SyncResult(done, len(found.gone))


def sync_mending(
    catalogue: Catalogue,
    *,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Catalogue, SyncResult]:
    """Sync; if the catalogue turns out to be damaged, make it anew; if unwritable, use memory.

    Returns:
        The catalogue to go on with, which need not be the one that was given, and what was done.

    Raises:
        LibraryError: The folder is no library any more.
    """
    for attempt in range(2):
        try:
            result = sync(catalogue, progress=progress, cancelled=cancelled)
            catalogue.engine()
            return catalogue, result
        except (sqlite3.Error, SegmentError, OSError):
            root, folder = catalogue.root, catalogue.folder
            catalogue.close()
            if folder is not None and attempt == 0:
                with suppress(OSError):
                    discard(folder)
                catalogue = Catalogue.open(root, folder)
            else:
                catalogue = Catalogue.in_memory(root)
    return catalogue, sync(catalogue, progress=progress, cancelled=cancelled)


def _batches(targets: Sequence[Target]) -> Iterator[Sequence[Target]]:
    start, size = 0, FIRST_BATCH
    while start < len(targets):
        yield targets[start : start + size]
        start, size = start + size, min(size * 2, LARGEST_BATCH)


def _not_done_elsewhere(catalogue: Catalogue, batch: Sequence[Target]) -> list[Target]:
    """Leave out what another process has recorded since the survey."""
    rows = catalogue.rows("SELECT owner, digest FROM file") if catalogue.folder else []
    recorded = dict(rows)
    return [target for target in batch if recorded.get(target.owner) != target.digest]


def _add(catalogue: Catalogue, units: Sequence[Unit]) -> None:
    """Store a batch: its rows, and one segment with its entries."""
    segment = Segment(build(chain.from_iterable(unit.entries for unit in units)))
    with catalogue.writing() as connection:
        number = None
        if len(segment):
            # Written under the lock, so that no other process sweeps the file before it is named.
            name = catalogue.shelf.add(segment)
            cursor = connection.execute(
                "INSERT INTO segment(name, docs) VALUES (?, ?)", (name, len(segment))
            )
            number = cursor.lastrowid
        first = 0
        for unit in units:
            store(connection, unit)
            if unit.entries:
                row = (unit.target.owner, number, first, len(unit.entries))
                connection.execute("INSERT INTO stretch VALUES (?, ?, ?, ?)", row)
            first += len(unit.entries)
