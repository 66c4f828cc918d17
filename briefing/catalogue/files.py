"""What of a library's files is not as its catalogue knows it, found without reading the library.

Nearly always nothing has changed; so this looks at stamps only. Where they leave doubt, the files
are looked at closely in `briefing.catalogue.differences`.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.stamps import ABSENT, Seen, Stamp, stamp_from, stamp_in
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


def is_current(catalogue: Catalogue) -> bool:
    """Tell, by looking at stamps only, whether nothing has changed since the last sync.

    Raises:
        sqlite3.DatabaseError: The catalogue is damaged.
    """
    return not any(doubtful(catalogue.root, known_files(catalogue)))


def path_bytes(path: str) -> bytes:
    """Return a path as it is stored: not every file name is text."""
    return path.encode("utf-8", "surrogatepass")


def known_files(catalogue: Catalogue) -> dict[str, Known]:
    """Return the files that are recorded, by owner."""
    query = "SELECT owner, path, size, modified, changed, inode, digest, sure, read FROM file"
    return {
        owner: Known(str(path, "utf-8", "surrogatepass"), Seen(Stamp(*stamp), digest, sure), read)
        for owner, path, *stamp, digest, sure, read in catalogue.rows(query)
    }


def doubtful(root: Path, known: dict[str, Known]) -> Iterator[tuple[str, str]]:
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
