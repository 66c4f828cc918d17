"""What has to be read to bring a catalogue up to date: changed files, and what depends on them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.file_stamps import Seen, digest_bytes, look
from briefing.catalogue.db.owner import CARD, INDEX, SOURCE, Owner, owner_of
from briefing.catalogue.sync.changed_files import ChangedFiles, record_touched
from briefing.catalogue.sync.reading import INDEX_FILES
from briefing.catalogue.sync.writing import announce, forget
from briefing.library.library import Library
from briefing.model.core import NOBODY, UNCLEAR


class OvertakenError(Exception):
    """Another process has written meanwhile, or a file has changed; look again."""


@dataclass(slots=True)
class Survey:
    """What to do to bring a catalogue up to date."""

    targets: dict[Owner, tuple[str, Seen]] = field(default_factory=dict)
    """Path and state of what has to be read, by owner: the index, then the cards with the latest
    names first, then sources."""
    gone: tuple[Owner, ...] = ()
    """Owners that are no longer there."""
    records: Mapping[str, bytes | None] = field(default_factory=dict)
    """New digests of changed index records, None for one that is gone."""


def survey(catalogue: Catalogue, library: Library, found: ChangedFiles) -> Survey:
    """Find what the differences between a library and its catalogue mean.

    Args:
        catalogue: The catalogue.
        library: The library, opened after its index files were looked at.
        found: The differences.
    """
    paths = _paths(library)
    changed = {owner for owner in paths if owner in found.changed or owner not in found.known}
    changed |= {o for o, path in paths.items() if o in found.known and found.known[o].path != path}
    records = _changed_records(catalogue, library)
    stale = _stale(catalogue, _really(changed, library, found), records)
    targets: dict[Owner, tuple[str, Seen]] = {}
    for owner in sorted(changed | (stale & paths.keys()), key=_reading_order, reverse=True):
        path = paths[owner]
        before = found.known.get(owner)
        seen = found.seen.get(path) or (before.seen if before and before.path == path else None)
        targets[owner] = (path, look(library.root, path, seen))
    gone = tuple(owner for owner in found.known if owner not in paths)
    return Survey(targets, gone, records)


def prepare(catalogue: Catalogue, survey: Survey, found: ChangedFiles) -> tuple[int, bool]:
    """Note in one step what is gone and what has to be read, so that nothing is forgotten.

    A process that is stopped after this finds the same targets again. If anything is news to the
    catalogue, its epoch rises: then nobody stores what was read of the library as it was before.

    Returns:
        The epoch in which the targets are to be read, and whether this began it.

    Raises:
        OvertakenError: The catalogue has changed since the differences were found.
    """
    with catalogue.database.writing() as connection:
        ((generation, epoch),) = connection.execute("SELECT generation, epoch FROM state")
        if generation != found.generation:
            raise OvertakenError
        for owner in survey.gone:
            forget(connection, owner)
        for name, digest in survey.records.items():
            connection.execute("DELETE FROM record WHERE name = ?", (name,))
            if digest is not None:
                connection.execute("INSERT INTO record VALUES (?, ?)", (name, digest))
        news = [o for o, (path, seen) in survey.targets.items() if _is_news(o, path, seen, found)]
        for owner in news:
            announce(connection, owner, *survey.targets[owner])
        record_touched(connection, found.touched)
        if news or survey.gone or survey.records:
            connection.execute("UPDATE state SET epoch = epoch + 1")
            return int(epoch) + 1, True
        return int(epoch), False


def _is_news(owner: Owner, path: str, seen: Seen, found: ChangedFiles) -> bool:
    known = found.known.get(owner)
    if known is None or known.read or known.path != path:
        return True
    return known.seen.digest != seen.digest


def _paths(library: Library) -> dict[Owner, str]:
    """Return the path of everything that owns rows, by owner."""
    paths = dict(INDEX_FILES)
    paths.update({Owner(SOURCE, name): record.file for name, record in library.sources.items()})
    paths.update({Owner(CARD, name): library.card_file(name) for name in library.card_ids})
    return paths


def _really(changed: Iterable[Owner], library: Library, found: ChangedFiles) -> set[Owner]:
    """Leave out what has only not been read yet: who depends on it knows already."""
    paths = _paths(library)
    return {
        owner
        for owner in changed
        if (known := found.known.get(owner)) is None
        or known.read
        or known.path != paths[owner]
        or known.seen.digest != found.seen[paths[owner]].digest
    }


def _changed_records(catalogue: Catalogue, library: Library) -> dict[str, bytes | None]:
    """Return the digests of index records that are not as recorded."""
    now = {f"speaker:{s.id}": digest_bytes(repr(s).encode()) for s in library.speakers.values()}
    now |= {f"topic:{t.id}": digest_bytes(repr(t).encode()) for t in library.topics.values()}
    for source in library.sources.values():
        # Where the record is in its file changes with every line added above it.
        plain = repr(source._replace(place=None))
        now[f"source:{source.id}"] = digest_bytes(plain.encode())
    before = dict(catalogue.database.rows("SELECT name, digest FROM record"))
    changed: dict[str, bytes | None] = {
        name: digest for name, digest in now.items() if before.get(name) != digest
    }
    return changed | dict.fromkeys(before.keys() - now.keys())


def _stale(
    catalogue: Catalogue, changed: set[Owner], records: Mapping[str, bytes | None]
) -> set[Owner]:
    """Return the owners whose rows depend on what changed elsewhere."""
    stale = {owner_of(name) for name in records if name.startswith("source:")}
    if Owner(INDEX, "sources") in changed:
        # What is wrong with a source is said with the line of its record, which may have moved.
        troubled = catalogue.database.rows("SELECT owner FROM problem WHERE owner LIKE 'source:%'")
        stale |= {owner_of(key) for (key,) in troubled}
    names = {*records, *(owner.key for owner in changed if owner.kind == SOURCE)}
    is_index_new = any(owner in INDEX_FILES for owner in changed)
    if names or is_index_new:
        depends = catalogue.database.rows("SELECT record, card FROM depends")
        stale |= {Owner(CARD, card) for record, card in depends if record in names}
    if is_index_new:
        # A card that names what was not listed was readable only while the index was broken.
        listed = {name for (name,) in catalogue.database.rows("SELECT name FROM record")}
        listed |= {f"speaker:{UNCLEAR}", f"speaker:{NOBODY}"}
        stale |= {Owner(CARD, card) for record, card in depends if record not in listed}
    if names or is_index_new:
        # What is missing from the index may be all that is wrong with a broken card.
        broken = catalogue.database.rows("SELECT card FROM meeting WHERE broken <> ''")
        stale |= {Owner(CARD, card) for (card,) in broken}
    return stale


def _reading_order(owner: Owner) -> tuple[int, str]:
    return (SOURCE, CARD, INDEX).index(owner.kind), owner.id
