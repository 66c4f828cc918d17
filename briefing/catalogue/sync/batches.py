"""Reading what has changed, in batches that each last on their own."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.discarding import delete_discarded
from briefing.catalogue.db.file_stamps import FileMonitor, Seen
from briefing.catalogue.db.owner import SOURCE, Owner
from briefing.catalogue.sync.changed_files import ChangedFiles, changed_files, record_touched
from briefing.catalogue.sync.merging import delete_unreferenced, merge
from briefing.catalogue.sync.progress import Progress, SyncResult
from briefing.catalogue.sync.reading import INDEX_FILES, OwnerContent, UnitReader
from briefing.catalogue.sync.sync_plan import OvertakenError, Survey, prepare, survey
from briefing.catalogue.sync.writing import (
    MOST_ENTRIES,
    Stretch,
    announced,
    indexed,
    own,
    store,
)
from briefing.library.library import Library
from briefing.search.index.array_file import StoredArray

KEPT_SOURCES = 256
"""How many documents stay in memory between batches."""
GROWTH = 4
"""How many times as much each batch may hold as the one before it."""
ROUNDS = 20
"""How often the library is looked at again because it changed meanwhile."""
MOST_OVERTAKEN = 10_000
"""How often it is because others were faster; each time they have come nearer to the end."""

Step = Literal["survey", "prepare", "read", "check", "index", "store", "merge", "delete"]
"""What a sync does next: between any two, another process may do something."""


class BatchSizes(NamedTuple):
    """How much is read before it is stored."""

    first: int = 16
    """Cards and sources in the first batch, small so that something is there to read at once."""
    largest: int = 512
    """In the batches after it, which grow; larger ones make fewer segments to merge."""
    entries: int = MOST_ENTRIES
    """Entries in a segment before it is merged."""


SIZES = BatchSizes()


def bring_up_to_date(
    catalogue: Catalogue,
    *,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
    opened: Library | None = None,
    sizes: BatchSizes = SIZES,
    before: Callable[[Step], None] = lambda _: None,
) -> SyncResult:
    """Read what is new or changed, forget what is gone; see `briefing.catalogue.sync.sync`.

    Args:
        catalogue: The catalogue of the library.
        progress: Called after each file and each batch with how far it has come.
        cancelled: Called before each file; true to stop.
        opened: The library, if it is open.
        sizes: How much is read before it is stored.
        before: Called with what is done next.
    """
    memory: dict[str, Seen] = {}
    read = gone = rounds = overtaken = 0
    while rounds < ROUNDS and overtaken < MOST_OVERTAKEN:
        found = changed_files(catalogue, memory)
        if not found.changed:
            tidy(catalogue, found, cancelled, before)
            return SyncResult(read, gone, complete=not cancelled())
        try:
            build_round = _begin(catalogue, found, opened, sizes, before)
            gone += build_round.gone
            read += build_round.run(progress, cancelled)
            rounds += 1
        except OvertakenError:
            overtaken += 1
        if cancelled():
            break
    return SyncResult(read, gone, complete=False)


def tidy(
    catalogue: Catalogue,
    found: ChangedFiles,
    cancelled: Callable[[], bool],
    before: Callable[[Step], None],
) -> None:
    """Do what is left when all was read: note new stamps, merge segments, delete what is unused."""
    if found.touched:
        with catalogue.database.writing(visible=False) as connection:
            record_touched(connection, found.touched)
    before("merge")
    merge(catalogue, cancelled)
    before("delete")
    delete_unreferenced(catalogue)
    if catalogue.folder is not None:
        delete_discarded(catalogue.folder)


def _begin(
    catalogue: Catalogue,
    found: ChangedFiles,
    opened: Library | None,
    sizes: BatchSizes,
    before: Callable[[Step], None],
) -> "_Round":
    """Open the library and note what has to be read of it."""
    library = Library.open(catalogue.root)
    if opened is not None:
        library.adopt(opened)
    before("survey")
    plan = survey(catalogue, library, found)
    before("prepare")
    epoch, first = prepare(catalogue, plan, found)
    files = {known.path: known.seen for known in found.known.values()}
    files.update(plan.targets.values())
    files.update(found.seen)
    monitor = FileMonitor(catalogue.root, files)
    return _Round(catalogue, library, plan, monitor, epoch, first, sizes, before)


@dataclass(slots=True)
class _Round:
    """One look at the library and what is read for it."""

    catalogue: Catalogue
    library: Library
    plan: Survey
    monitor: FileMonitor
    epoch: int
    first: bool
    """Whether no other process has announced the same targets before."""
    sizes: BatchSizes
    before: Callable[[Step], None]

    @property
    def gone(self) -> int:
        """How many cards and sources have left."""
        return len(self.plan.gone)

    def run(self, progress: Callable[[Progress], None], cancelled: Callable[[], bool]) -> int:
        """Read all targets, a batch at a time, and return how many were read here.

        Raises:
            OvertakenError: What was read may be of a library that is no more.
        """
        left = dict.fromkeys(self.plan.targets)
        reader = UnitReader(self.library)
        size, read, total = self.sizes.first, 0, len(left)
        backwards = False
        while left and not cancelled():
            batch = list(islice(reversed(left) if backwards else left, size))
            self.before("read")
            todo = self._not_done_elsewhere(batch)
            # Two who work at the same targets meet in the middle.
            backwards = backwards or (not self.first and len(todo) < len(batch))
            for owner in set(batch).difference(todo):
                del left[owner]
            units: list[OwnerContent] = []
            for owner in todo:
                if cancelled():
                    break
                for unit in self._read(owner, left, reader):
                    units.append(unit)
                    progress(Progress(total - len(left), total))
            self.library.documents.release_matchers()  # what is indexed needs the memory
            self._add(units)
            read += len(units)
            progress(Progress(total - len(left), total, stored=read))
            self.library.documents.release(KEPT_SOURCES)
            self.library.documents.trim()
            size = min(size * GROWTH, self.sizes.largest)
        self.library.documents.release(0)  # merging needs the memory
        return read

    def _read(
        self, owner: Owner, left: dict[Owner, None], reader: UnitReader
    ) -> Iterable[OwnerContent]:
        """Read a target, and with a card the sources that are open for it anyway."""
        if owner not in left:
            return
        del left[owner]
        unit = reader.read(owner)
        if self._has_stayed(unit):
            yield unit
        for source in unit.sources:
            yield from self._read(Owner(SOURCE, source), left, reader)

    def _has_stayed(self, unit: OwnerContent) -> bool:
        """Return whether the files a unit was read from are still as they were announced.

        A unit of which that is not sure is left out, and read in another round.
        """
        paths = [self._path(unit.owner)]
        listed = self.library.sources
        paths += [listed[source].file for source in unit.sources if source in listed]
        return all(map(self.monitor.has_stayed, paths))

    def _path(self, owner: Owner) -> str:
        return self.plan.targets[owner][0]

    def _not_done_elsewhere(self, batch: Sequence[Owner]) -> list[Owner]:
        """Leave out what another process has read since the survey."""
        marks = ", ".join("?" * len(batch))
        query = f"SELECT owner FROM file WHERE read = 0 AND owner IN ({marks})"
        unread = {key for (key,) in self.catalogue.database.rows(query, *(o.key for o in batch))}
        return [owner for owner in batch if owner.key in unread]

    def _add(self, units: Sequence[OwnerContent]) -> None:
        """Store a batch: its rows, and one segment with its entries.

        Raises:
            OvertakenError: The library's files are other ones by now.
        """
        self.before("check")
        if not all(map(self.monitor.has_stayed, INDEX_FILES.values())):
            raise OvertakenError
        self.before("index")
        # Written before the lock is taken, so that nobody waits for the disk.
        kept: list[tuple[str, Sequence[Stretch]]] = []
        sections: Mapping[str, StoredArray] = {}
        for sections, stretches in indexed(units, self.sizes.entries):
            kept.append((self.catalogue.segments.add(sections.items()), stretches))
        self.before("store")
        with self.catalogue.database.writing() as connection:
            ((epoch,),) = connection.execute("SELECT epoch FROM state")
            if epoch != self.epoch:
                raise OvertakenError
            if len(kept) == 1:
                self.catalogue.segments.put(kept[0][0], sections)
            elif not all(self.catalogue.segments.has(name) for name, _ in kept):
                raise OvertakenError
            stored = self._store(connection, units)
            for name, stretches in kept:
                own(connection, name, stretches, stored)

    def _store(self, connection: sqlite3.Connection, units: Sequence[OwnerContent]) -> set[Owner]:
        """Write the rows of units that are still unread, and return their owners."""
        unread = announced(connection)
        units = [unit for unit in units if unit.owner in unread]
        for unit in units:
            seen = self.monitor.seen(self._path(unit.owner))
            store(connection, unit, seen, before=unread[unit.owner])
        return {unit.owner for unit in units}
