"""Which sources are versions of one document, by what each says that it supersedes."""

from collections.abc import Mapping

from briefing.model.source import SourceRecord


def earlier_versions(records: Mapping[str, SourceRecord], name: str) -> tuple[str, ...]:
    """Return the ids of the versions before a source, the one it supersedes first.

    Args:
        records: The sources, by id.
        name: Id of a source.
    """
    found = [name]
    while name in records and (name := records[name].supersedes) in records and name not in found:
        found.append(name)
    return tuple(found[1:])


def latest_version(records: Mapping[str, SourceRecord], name: str) -> str:
    """Return the id of the last version of a source that the library has: itself, if none is later.

    Args:
        records: The sources, by id.
        name: Id of a source.
    """
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        later = (each for each, record in records.items() if record.supersedes == name)
        name = next(later, name)
    return name
