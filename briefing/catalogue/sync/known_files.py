"""What of a library's files is not as its catalogue knows it, found without reading the library.

Nearly always nothing has changed; so this looks at stamps only. Where they leave doubt, the files
are looked at closely in `briefing.catalogue.sync.changed_files`.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.file_stamps import Seen, Stamp, has_stamp
from briefing.catalogue.db.owner import CARD, INDEX, Owner, owner_of
from briefing.library.locations import MEETINGS, card_files

Recorded = tuple[str, bytes, int, int, int, int, bytes, bool, bool]
"""Key of the owner, path, the four numbers of the stamp, digest, sure and read: a file as a plain
row, since ten thousand objects take longer to make than all else that is done with them."""


class KnownFile(NamedTuple):
    """A file as it is recorded."""

    path: str
    """Path inside the library."""
    seen: Seen
    read: bool
    """Whether what is in the catalogue was read from the file as it was seen."""


def is_current(catalogue: Catalogue) -> bool:
    """Tell, by looking at stamps only, whether nothing has changed since the last sync.

    Raises:
        sqlite3.DatabaseError: The catalogue is damaged.
    """
    return not any(doubtful(catalogue.root, recorded_files(catalogue)))


def path_bytes(path: str) -> bytes:
    """Return a path as it is stored: not every file name is text."""
    return path.encode("utf-8", "surrogatepass")


def recorded_files(catalogue: Catalogue) -> Sequence[Recorded]:
    """Return the files that are recorded, in no order."""
    query = "SELECT owner, path, size, modified, changed, inode, digest, sure, read FROM file"
    return catalogue.database.rows(query)


def known_files(recorded: Sequence[Recorded]) -> dict[Owner, KnownFile]:
    """Return recorded files by owner."""
    return {
        owner_of(key): KnownFile(_path(path), Seen(Stamp(*stamp), digest, sure), read)
        for key, path, *stamp, digest, sure, read in recorded
    }


def doubtful(root: Path, recorded: Sequence[Recorded]) -> Iterator[tuple[Owner, str]]:
    """Yield owner and path of every file that its stamp does not prove to be as recorded.

    The path of a card that is gone is empty. An empty catalogue has at least one such file, as the
    index files are recorded even where they are not.
    """
    new = card_files(root)[0]
    base, cards = os.fspath(root), f"{CARD}:"
    for key, stored, size, modified, changed, inode, _, sure, read in recorded:
        path = now = _path(stored)
        if key.startswith(cards):
            file = new.pop(key[len(cards) :], "")
            now = f"{MEETINGS}/{file}" if file else ""
        proven = read and sure and now == path
        if not (proven and has_stamp(base, path, (size, modified, changed, inode))):
            yield owner_of(key), now
    for card_id, file in new.items():
        yield Owner(CARD, card_id), f"{MEETINGS}/{file}"
    if not recorded:
        yield Owner(INDEX, "sources"), "content/sources.yaml"


def _path(stored: bytes) -> str:
    return str(stored, "utf-8", "surrogatepass")
