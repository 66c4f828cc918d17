"""What of a library's files is not as its catalogue knows it, found without reading the library.

Nearly always nothing has changed; so this looks at stamps, and reads a file only where its stamp
leaves doubt. What a changed file means for other files is found in `briefing.catalogue.survey`.
"""

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.stamps import ABSENT, Seen, Stamp, look, stamp_from, stamp_in
from briefing.locations import MEETINGS, card_files

CARD: Final = "card:"
SOURCE: Final = "source:"
INDEX: Final = "index:"


class Known(NamedTuple):
    """A file as it is recorded."""

    path: str
    """Path inside the library."""
    seen: Seen
    read: bool
    """Whether what stands in the catalogue was read from the file as it was seen."""


@dataclass(slots=True)
class Differences:
    """A library's files beside what is recorded of them."""

    generation: int
    """The state of the catalogue that was looked at."""
    epoch: int
    known: dict[str, Known]
    """What is recorded, by owner."""
    seen: dict[str, Seen] = field(default_factory=dict)
    """The files that had to be looked at closely, by path."""
    touched: dict[str, Seen] = field(default_factory=dict)
    """Owners of files with the same bytes but another stamp, or one that says more now."""
    changed: set[str] = field(default_factory=set)
    """Owners of files with other bytes, files that are new, gone, or were never read."""


def is_current(catalogue: Catalogue) -> bool:
    """Tell, by looking at stamps only, whether nothing has changed since the last sync.

    Raises:
        sqlite3.DatabaseError: The catalogue is damaged.
    """
    return not any(_doubtful(catalogue.root, _known(catalogue)))


def differences(catalogue: Catalogue, memory: dict[str, Seen]) -> Differences:
    """Compare a library's files with what is recorded of them.

    Args:
        catalogue: The catalogue of the library.
        memory: Files by path as they were seen before, and are seen now.

    Raises:
        sqlite3.DatabaseError: The catalogue is damaged.
    """
    with catalogue.reading():
        found = Differences(catalogue.generation(), catalogue.epoch(), _known(catalogue))
    for owner, path in _doubtful(catalogue.root, found.known):
        before = found.known.get(owner)
        if not path:
            found.changed.add(owner)
            continue
        seen = look(catalogue.root, path, memory.get(path) or (before.seen if before else None))
        memory[path] = found.seen[path] = seen
        if before is None or not before.read or before.seen.digest != seen.digest:
            found.changed.add(owner)
        elif before.seen != seen:
            found.touched[owner] = seen
    return found


def record_touched(connection: sqlite3.Connection, touched: dict[str, Seen]) -> None:
    """Note the stamps of files whose bytes are as recorded."""
    for owner, seen in touched.items():
        connection.execute(
            "UPDATE file SET size = ?, modified = ?, changed = ?, inode = ?, sure = ?"
            " WHERE owner = ? AND digest = ?",
            (*seen.stamp, seen.sure, owner, seen.digest),
        )


def path_bytes(path: str) -> bytes:
    """Return a path as it is stored: not every file name is text."""
    return path.encode("utf-8", "surrogatepass")


def _known(catalogue: Catalogue) -> dict[str, Known]:
    query = "SELECT owner, path, size, modified, changed, inode, digest, sure, read FROM file"
    return {
        owner: Known(str(path, "utf-8", "surrogatepass"), Seen(Stamp(*stamp), digest, sure), read)
        for owner, path, *stamp, digest, sure, read in catalogue.rows(query)
    }


def _doubtful(root: Path, known: dict[str, Known]) -> Iterator[tuple[str, str]]:
    """Yield owner and path of every file that its stamp does not prove to be as recorded.

    The path of a card that is gone is empty. An empty catalogue has at least one such file, as the
    index files are recorded even where they are not.
    """
    cards = {f"{CARD}{name}": f"{MEETINGS}/{file}" for name, file in card_files(root)[0].items()}
    stamps = _card_stamps(root)
    base = os.fspath(root)
    for owner, (path, seen, read) in known.items():
        if owner.startswith(CARD):
            file = cards.get(owner, "")
            if file != path or not read or not seen.sure or stamps.get(path) != seen.stamp:
                yield owner, file
        elif not read or not seen.sure or stamp_in(base, path) != seen.stamp:
            yield owner, path
    for owner in cards.keys() - known.keys():
        yield owner, cards[owner]
    if not known:
        yield f"{INDEX}sources", "content/sources.yaml"


def _card_stamps(root: Path) -> dict[str, Stamp]:
    """Return the stamps of the files in the folder of the cards, by path inside the library."""
    try:
        with os.scandir(root / MEETINGS) as files:
            return {f"{MEETINGS}/{file.name}": _stamp_of_entry(file) for file in files}
    except OSError:
        return {}


def _stamp_of_entry(file: "os.DirEntry[str]") -> Stamp:
    try:
        return stamp_from(file.stat())
    except OSError:
        return ABSENT
