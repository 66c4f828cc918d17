"""What differs between a library's files and its catalogue, and what has to be read for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.reading import Target, forget
from briefing.catalogue.stamps import Stamp, digest_bytes, digest_of, stamp_of
from briefing.library import SOURCES_FILE, SPEAKERS_FILE, TOPICS_FILE, Library
from briefing.locations import MEETINGS

INDEX_PATHS = {
    "index:sources": SOURCES_FILE,
    "index:speakers": SPEAKERS_FILE,
    "index:topics": TOPICS_FILE,
}
"""Owner and path of the three index files."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What to do to bring a catalogue up to date."""

    targets: tuple[Target, ...] = ()
    """What has to be read: the index, then cards with the latest names first, then sources."""
    touched: tuple[Target, ...] = ()
    """What has another stamp but the same bytes."""
    gone: tuple[str, ...] = ()
    """Owners that are no longer there."""
    records: Mapping[str, bytes | None] | None = None
    """New digests of changed index records, None for one that is gone; None if not looked at."""


def is_current(catalogue: Catalogue) -> bool:
    """Tell, by looking at file stamps only, whether nothing has changed since the last sync."""
    known = _known(catalogue)
    if not known or _card_owners(catalogue.root) != {o for o in known if o.startswith("card:")}:
        return False
    return all(stamp_of(catalogue.root / k.path) == k.stamp for k in known.values())


def survey(catalogue: Catalogue, library: Library) -> Survey:
    """Compare a library with its catalogue."""
    known = _known(catalogue)
    paths = _paths(library)
    changed: dict[str, Target] = {}
    touched: list[Target] = []
    for owner, path in paths.items():
        stamp = stamp_of(library.root / path)
        before = known.get(owner)
        if before is not None and (before.path, before.stamp) == (path, stamp):
            continue
        target = Target(owner, path, stamp, digest_of(library.root / path))
        if before is not None and (before.path, before.digest) == (path, target.digest):
            touched.append(target)
        else:
            changed[owner] = target
    records = _changed_records(catalogue, library) if _index_changed(changed) else None
    for owner in _stale(catalogue, changed, records or {}):
        if owner in paths and owner not in changed:
            path = paths[owner]
            stamp = stamp_of(library.root / path)
            changed[owner] = Target(owner, path, stamp, digest_of(library.root / path))
    return Survey(
        tuple(sorted(changed.values(), key=_reading_order, reverse=True)),
        tuple(touched),
        tuple(owner for owner in known if owner not in paths),
        records,
    )


def prepare(catalogue: Catalogue, found: Survey) -> None:
    """Note in one step what is gone and what has to be read, so that nothing is forgotten.

    Whoever is stopped after this finds the same targets again, because what was recorded of their
    files is deleted here and only comes back with their rows.
    """
    with catalogue.writing() as connection:
        for owner in found.gone:
            forget(connection, owner)
        for target in found.touched:
            connection.execute(
                "UPDATE file SET size = ?, modified = ?, inode = ? WHERE owner = ?",
                (target.stamp.size, target.stamp.modified, target.stamp.inode, target.owner),
            )
        for target in found.targets:
            connection.execute("DELETE FROM file WHERE owner = ?", (target.owner,))
        for name, digest in (found.records or {}).items():
            if digest is None:
                connection.execute("DELETE FROM record WHERE name = ?", (name,))
            else:
                connection.execute("INSERT OR REPLACE INTO record VALUES (?, ?)", (name, digest))


def _known(catalogue: Catalogue) -> dict[str, Target]:
    rows = catalogue.rows("SELECT owner, path, size, modified, inode, digest FROM file")
    return {
        owner: Target(owner, path, Stamp(size, modified, inode), digest)
        for owner, path, size, modified, inode, digest in rows
    }


def _card_owners(root: Path) -> set[str]:
    try:
        names = [path.name for path in (root / MEETINGS).iterdir()]
    except OSError:
        return set()
    return {f"card:{n[:-5]}" for n in names if n.endswith(".yaml") and not n.startswith(".")}


def _paths(library: Library) -> dict[str, str]:
    """Return the path of everything that owns rows, by owner."""
    paths = dict(INDEX_PATHS)
    paths.update({f"source:{name}": record.file for name, record in library.sources.items()})
    paths.update({f"card:{name}": f"{MEETINGS}/{name}.yaml" for name in library.card_ids})
    return paths


def _index_changed(changed: Iterable[str]) -> bool:
    return any(owner.startswith(("index:", "source:")) for owner in changed)


def _changed_records(catalogue: Catalogue, library: Library) -> dict[str, bytes | None]:
    """Return the digests of index records that are not as recorded."""
    now = {f"speaker:{s.id}": digest_bytes(repr(s).encode()) for s in library.speakers.values()}
    now |= {f"topic:{t.id}": digest_bytes(repr(t).encode()) for t in library.topics.values()}
    for source in library.sources.values():
        # Where the record stands in its file changes with every line added above it.
        plain = repr(replace(source, place=None))
        now[f"source:{source.id}"] = digest_bytes(plain.encode())
    before = dict(catalogue.rows("SELECT name, digest FROM record"))
    changed: dict[str, bytes | None] = {
        name: digest for name, digest in now.items() if before.get(name) != digest
    }
    return changed | dict.fromkeys(before.keys() - now.keys())


def _stale(
    catalogue: Catalogue, changed: Iterable[str], records: Mapping[str, bytes | None]
) -> set[str]:
    """Return the owners whose rows depend on what changed elsewhere."""
    names = {*records, *(owner for owner in changed if owner.startswith("source:"))}
    if not names:
        return set()
    stale = {name for name in records if name.startswith("source:")}
    depends = catalogue.rows("SELECT record, card FROM depends")
    stale |= {f"card:{card}" for record, card in depends if record in names}
    # What is missing from the index may be all that is wrong with a broken card.
    broken = catalogue.rows("SELECT card FROM meeting WHERE broken <> ''")
    return stale | {f"card:{card}" for (card,) in broken}


def _reading_order(target: Target) -> tuple[int, str]:
    return (("source", "card", "index").index(target.owner.partition(":")[0]), target.owner)
