"""What a catalogue holds, and what it should hold."""

from pathlib import Path
from typing import Any

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.sync.sync import sync
from briefing.library.coverage import cards_coverage
from briefing.library.entries import Entry, library_entries
from briefing.library.library import Library

TABLES = (
    "meeting", "item", "item_topic", "item_speaker", "card_topic", "topic_total", "card_speaker",
    "speaker_total", "attendance", "evidence", "omission", "depends", "source", "event", "speaker",
    "topic", "problem", "record",
)  # fmt: skip


def contents(catalogue: Catalogue) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows that were read from the library, by table."""
    held = {
        table: sorted(catalogue.database.rows(f"SELECT * FROM {table}"), key=repr)
        for table in TABLES
    }
    held["file"] = sorted(
        catalogue.database.rows("SELECT owner, path, digest, read, entries FROM file")
    )
    return held


def entries(catalogue: Catalogue) -> list[str]:
    """Return all entries that can be found by a search, sorted."""
    return sorted(repr(entry) for entry in living(catalogue))


def living(catalogue: Catalogue) -> list[Entry]:
    """Return all entries that somebody owns."""
    query = "SELECT name, first, count FROM stretch JOIN segment ON segment.id = segment"
    return [
        catalogue.segments.get(name).records[doc]
        for name, first, count in catalogue.database.rows(query)
        for doc in range(first, first + count)
    ]


def assert_true(catalogue: Catalogue, besides: tuple[str, ...] = ()) -> None:
    """Fail unless a catalogue holds what its library says, and what a fresh one would hold.

    Args:
        catalogue: The catalogue.
        besides: Tables that may differ from those of a fresh one.
    """
    library = Library.open(catalogue.root)
    assert entries(catalogue) == sorted(map(repr, library_entries(library)))
    readable = [row for row in catalogue.meetings() if not row.broken]
    assert [row.card for row in readable] == [card.id for card in library.cards()]
    for row, card in zip(readable, library.cards(), strict=True):
        assert (row.title, row.date, row.claims) == (
            card.title,
            card.meeting.date,
            len(card.items) - 1,
        )
        covered = cards_coverage((card,), library)
        assert (row.cited, row.body) == (
            sum(each.cited for each in covered),
            sum(each.total for each in covered),
        )
    assert {row.card for row in catalogue.meetings() if row.broken} == set(library.broken)
    assert catalogue.problems() == library.problems()
    with Catalogue.in_memory(catalogue.root) as fresh:
        sync(fresh)
        ours, theirs = contents(catalogue), contents(fresh)
        for table in ours.keys() - set(besides):
            assert ours[table] == theirs[table], table
    catalogue.verify()
    assert len(catalogue.engine()) >= len(living(catalogue))


def assert_no_orphans(catalogue: Catalogue) -> None:
    """Fail if a file lies in the folder that nobody needs."""
    assert catalogue.folder is not None
    named = {f"{name}.segment" for (name,) in catalogue.database.rows("SELECT name FROM segment")}
    found = {path.name for path in catalogue.folder.iterdir()}
    assert {name for name in found if not name.startswith("catalogue.sqlite")} == named
    assert [
        path.name for path in catalogue.folder.parent.iterdir() if "discarded" in path.name
    ] == []


def built(root: Path, folder: Path) -> Catalogue:
    """Return a catalogue of a library, up to date."""
    catalogue = Catalogue.open(root, folder)
    sync(catalogue)
    return catalogue
