"""What of a library's files is not as its catalogue knows it, found without reading the library.

A file is read where its stamp leaves doubt. What a changed file means for what depends on it is
found in `briefing.catalogue.sync.sync_plan`.
"""

import sqlite3
from dataclasses import dataclass, field

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.file_stamps import Seen, look
from briefing.catalogue.db.owner import Owner
from briefing.catalogue.sync.known_files import KnownFile, doubtful, known_files, recorded_files


@dataclass(slots=True)
class ChangedFiles:
    """A library's files beside what is recorded of them."""

    generation: int
    """The state of the catalogue that was looked at."""
    epoch: int
    known: dict[Owner, KnownFile]
    """What is recorded, by owner."""
    seen: dict[str, Seen] = field(default_factory=dict)
    """The files that had to be looked at closely, by path."""
    touched: dict[Owner, Seen] = field(default_factory=dict)
    """Owners of files with the same bytes but another stamp, or one that says more now."""
    changed: set[Owner] = field(default_factory=set)
    """Owners of files with other bytes, files that are new, gone, or were never read."""


def changed_files(catalogue: Catalogue, memory: dict[str, Seen]) -> ChangedFiles:
    """Compare a library's files with what is recorded of them.

    Args:
        catalogue: The catalogue of the library.
        memory: Files by path as they were seen before, and are seen now.

    Raises:
        sqlite3.DatabaseError: The catalogue is damaged.
    """
    with catalogue.database.reading():
        recorded = recorded_files(catalogue)
        found = ChangedFiles(
            catalogue.database.generation(), catalogue.database.epoch(), known_files(recorded)
        )
    for owner, path in doubtful(catalogue.root, recorded):
        before = found.known.get(owner)
        if not path:
            found.changed.add(owner)
            continue
        seen = look(catalogue.root, path, memory.get(path) or (before.seen if before else None))
        memory[path] = found.seen[path] = seen
        if before is not None and _is_read_of(before, path, seen):
            if before.seen != seen:
                found.touched[owner] = seen
        else:
            found.changed.add(owner)
    return found


def record_touched(connection: sqlite3.Connection, touched: dict[Owner, Seen]) -> None:
    """Note the stamps of files whose bytes are as recorded."""
    for owner, seen in touched.items():
        connection.execute(
            "UPDATE file SET size = ?, modified = ?, changed = ?, inode = ?, sure = ?"
            " WHERE owner = ? AND digest = ?",
            (*seen.stamp, seen.sure, owner.key, seen.digest),
        )


def _is_read_of(known: KnownFile, path: str, seen: Seen) -> bool:
    """Return whether what was read of a file is what it holds."""
    return known.read and (known.path, known.seen.digest) == (path, seen.digest)
