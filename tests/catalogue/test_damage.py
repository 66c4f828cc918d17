"""A catalogue that was damaged, replaced, locked or has nowhere to lie."""

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.database import DATABASE, Database
from briefing.catalogue.db.discarding import discard
from briefing.catalogue.db.schema import DamagedError, ReplacedError, connect, is_damage
from briefing.catalogue.sync.sync import recovered, sync_with_recovery
from briefing.errors import LibraryError
from briefing.search.index.checked_file import SegmentError
from tests.catalogue.libraries import MadeLibrary
from tests.catalogue.truth import assert_no_orphans, assert_true, built

Harm = Callable[[Path], object]


def segment_in(folder: Path) -> Path:
    (path,) = folder.glob("*.segment")
    return path


def cut(path: Path, share: float) -> None:
    os.truncate(path, int(path.stat().st_size * share))


def zero(path: Path, first: float = 0.0) -> None:
    data = bytearray(path.read_bytes())
    start = int(len(data) * first)
    data[start:] = bytes(len(data) - start)
    path.write_bytes(data)


def opened(made: MadeLibrary, folder: Path, busy_ms: int = 10_000) -> Catalogue:
    """Open a catalogue as if it were too large to be checked."""
    catalogue = Catalogue(made.root, Database.open(folder, checked=0, busy_ms=busy_ms))
    catalogue.segments.checked = 0
    return catalogue


def execute(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def make_folder_of_segment(folder: Path) -> None:
    path = segment_in(folder)
    path.unlink()
    path.mkdir()


def make_folder_of_database(folder: Path) -> None:
    (folder / DATABASE).unlink()
    (folder / DATABASE).mkdir()


def make_pipe_of_database(folder: Path) -> None:
    (folder / DATABASE).unlink()
    os.mkfifo(folder / DATABASE)


def make_foreign(folder: Path) -> None:
    (folder / DATABASE).unlink()
    execute(folder, "CREATE TABLE notes(text)", "INSERT INTO notes VALUES ('mine')")


HARMS: dict[str, Harm] = {
    "database cut to nothing": lambda f: cut(f / DATABASE, 0),
    "database cut within its first page": lambda f: os.truncate(f / DATABASE, 50),
    "database cut short": lambda f: cut(f / DATABASE, 0.5),
    "database all zeros": lambda f: zero(f / DATABASE),
    "database half zeros": lambda f: zero(f / DATABASE, 0.5),
    "database is text": lambda f: (f / DATABASE).write_text("not a database\n" * 1000),
    "database gone": lambda f: (f / DATABASE).unlink(),
    "database of another version": lambda f: execute(f, "PRAGMA user_version = 1"),
    "database of another program": lambda f: execute(f, "PRAGMA application_id = 7"),
    "database of another release": lambda f: execute(f, "UPDATE state SET program = '0.0'"),
    "database of somebody else": make_foreign,
    "database with a log": lambda f: execute(f, "PRAGMA journal_mode = WAL"),
    "database is a folder": make_folder_of_database,
    "database is a pipe": make_pipe_of_database,
    "no state": lambda f: execute(f, "DELETE FROM state"),
    "no table": lambda f: execute(f, "DROP TABLE meeting"),
    "no rows": lambda f: execute(f, "DELETE FROM item"),
    "another title": lambda f: execute(f, "UPDATE meeting SET title = 'Nonsense'"),
    "an impossible day": lambda f: execute(f, "UPDATE meeting SET date = -5"),
    "rows of nobody": lambda f: execute(f, "INSERT INTO topic VALUES ('a', 'b', 'c', '')"),
    "a stretch moved": lambda f: execute(f, "UPDATE stretch SET first = first + 1"),
    "a stretch gone": lambda f: execute(f, "DELETE FROM stretch WHERE owner LIKE 'card:%'"),
    "a segment not named": lambda f: execute(f, "DELETE FROM segment"),
    "segment gone": lambda f: segment_in(f).unlink(),
    "segment cut to nothing": lambda f: cut(segment_in(f), 0),
    "segment cut short": lambda f: cut(segment_in(f), 0.7),
    "segment all zeros": lambda f: zero(segment_in(f)),
    "segment half zeros": lambda f: zero(segment_in(f), 0.5),
    "segment is a folder": make_folder_of_segment,
    "remains of a write": lambda f: (f / "abc.segment123.tmp").write_bytes(b"x"),
    "remains of a discard": lambda f: (f.parent / f"{f.name}.discarded-1").mkdir(),
}  # fmt: skip


@pytest.mark.parametrize("name", HARMS)
def test_a_damaged_catalogue_is_made_anew(name: str, made: MadeLibrary, folder: Path) -> None:
    built(made.root, folder).close()
    HARMS[name](folder)
    catalogue, _ = sync_with_recovery(Catalogue.open(made.root, folder))
    with catalogue:
        assert catalogue.folder == folder
        assert_true(catalogue)
        made.write_card(1, "second")  # whatever is still to be swept goes with the next change
        catalogue, _ = sync_with_recovery(catalogue)
        assert_true(catalogue)
        assert_no_orphans(catalogue)


@pytest.mark.parametrize("which", [DATABASE, "segment"])
@pytest.mark.parametrize("seed", range(12))
def test_bytes_changed_at_random_never_give_a_wrong_answer(
    seed: int, which: str, made: MadeLibrary, folder: Path
) -> None:
    built(made.root, folder).close()
    dice = random.Random(seed)
    path = segment_in(folder) if which == "segment" else folder / DATABASE
    data = bytearray(path.read_bytes())
    for _ in range(dice.choice((1, 4, 64))):
        data[dice.randrange(len(data))] ^= dice.randrange(1, 256)
    path.write_bytes(data)
    catalogue, _ = sync_with_recovery(Catalogue.open(made.root, folder))
    with catalogue:
        # A damaged digest of a record makes a card be read once more, and nothing worse.
        assert_true(catalogue, besides=("record",))


def test_a_large_catalogue_is_checked_when_asked(made: MadeLibrary, folder: Path) -> None:
    built(made.root, folder).close()
    execute(folder, "UPDATE item SET text = 'Nonsense' WHERE position = 1")
    with opened(made, folder) as catalogue, pytest.raises(DamagedError):
        catalogue.verify()
    discard(folder)
    built(made.root, folder).close()
    zero(segment_in(folder), 0.9)
    with opened(made, folder) as catalogue, pytest.raises(SegmentError):
        catalogue.verify()


def test_no_file_of_the_catalogue_is_mapped(made: MadeLibrary, folder: Path) -> None:
    with built(made.root, folder) as catalogue, catalogue.database.writing() as connection:
        connection.execute("DELETE FROM topic")
        catalogue.meetings()
        catalogue.engine().search("harbour")
        assert os.fspath(folder) not in Path("/proc/self/maps").read_text(encoding="utf-8")
        assert {path.suffix for path in folder.iterdir()} <= {
            ".sqlite",
            ".sqlite-journal",
            ".segment",
        }


def test_damage_while_in_use_is_mended(made: MadeLibrary, folder: Path) -> None:
    catalogue = built(made.root, folder)
    made.write_card(1, "second")
    segment_in(folder).unlink()
    catalogue, result = sync_with_recovery(catalogue)
    with catalogue:
        assert result.complete
        assert_true(catalogue)


def test_impossible_values_are_damage(made: MadeLibrary, folder: Path) -> None:
    with built(made.root, folder) as catalogue:
        execute(folder, "UPDATE evidence SET spans = '1-x'", "UPDATE meeting SET date = -9")
        with pytest.raises(DamagedError):
            catalogue.meetings()
        with pytest.raises(DamagedError):
            catalogue.citations_on("report-1")


@pytest.mark.parametrize("place", ["a file", "under a file", "a dead link", "no home"])
def test_where_nothing_can_be_written_it_is_kept_in_memory(
    place: str, made: MadeLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder: Path | None = tmp_path / "place"
    if place == "a file":
        (tmp_path / "place").write_text("in the way")
    elif place == "under a file":
        (tmp_path / "file").write_text("in the way")
        folder = tmp_path / "file" / "place"
    elif place == "a dead link":
        (tmp_path / "place").symlink_to(tmp_path / "nowhere" / "x")
    else:
        monkeypatch.setenv("BRIEFING_CACHE", "~nobody-has-this-name/x")
        folder = None
    catalogue, result = sync_with_recovery(Catalogue.open(made.root, folder))
    with catalogue:
        assert catalogue.folder is None
        assert result.complete
        assert_true(catalogue)
        made.write_card(1, "second")
        catalogue, _ = sync_with_recovery(catalogue)
        assert_true(catalogue)


def test_a_folder_that_vanishes_is_made_again(made: MadeLibrary, folder: Path) -> None:
    catalogue = built(made.root, folder)
    discard(folder)
    made.write_card(1, "second")
    catalogue, _ = sync_with_recovery(catalogue)
    with catalogue:
        assert catalogue.folder == folder
        assert_true(catalogue)
        assert_no_orphans(catalogue)


def test_a_catalogue_made_anew_elsewhere_is_not_spoilt(made: MadeLibrary, folder: Path) -> None:
    old = built(made.root, folder)
    discard(folder)
    new = built(made.root, folder)
    made.write_card(1, "second")
    with pytest.raises(ReplacedError), old.database.writing():
        pass
    again, _ = sync_with_recovery(old)
    with again, new:
        assert_true(again)
        assert_true(new)
        assert_no_orphans(new)


def test_a_lock_held_too_long_costs_nobody_the_catalogue(made: MadeLibrary, folder: Path) -> None:
    built(made.root, folder).close()
    made.write_card(1, "second")
    with closing(connect(folder / DATABASE)) as other:
        other.execute("BEGIN IMMEDIATE")
        catalogue, _ = sync_with_recovery(opened(made, folder, busy_ms=20))
        with catalogue:
            assert catalogue.folder is None, "in memory for this once"
            assert_true(catalogue)
        other.execute("ROLLBACK")
    with Catalogue.open(made.root, folder) as catalogue:
        assert len(catalogue.meetings()) == 3, "it is still there"


def test_a_transaction_that_fails_leaves_nothing(made: MadeLibrary, folder: Path) -> None:
    with built(made.root, folder) as catalogue:
        generation = catalogue.database.generation()
        with pytest.raises(sqlite3.OperationalError):
            delete_meetings_and_fail(catalogue)
        assert catalogue.database.generation() == generation
        assert len(catalogue.meetings()) == 3
        with catalogue.database.writing() as connection:
            connection.execute("DELETE FROM meeting")
        assert catalogue.database.generation() == generation + 1


def delete_meetings_and_fail(catalogue: Catalogue) -> None:
    with catalogue.database.writing() as connection:
        connection.execute("DELETE FROM meeting")
        connection.execute("DELETE FROM nothing")


@pytest.mark.parametrize(
    ("error", "damage"),
    [
        (sqlite3.DatabaseError("file is not a database"), True),
        (DamagedError("x"), True),
        (ReplacedError("x"), False),
        (ValueError("x"), False),
    ],
)
def test_damage_is_told_from_other_troubles(error: Exception, damage: bool) -> None:
    assert is_damage(error) is damage


def test_mending_what_is_in_memory_gives_an_empty_one(made: MadeLibrary) -> None:
    with recovered(Catalogue.in_memory(made.root), DamagedError("x")) as catalogue:
        assert catalogue.folder is None
        assert catalogue.meetings() == ()


def test_a_library_that_is_gone_is_said_to_be(made: MadeLibrary, folder: Path) -> None:
    catalogue = built(made.root, folder)
    (made.root / "content").rename(made.root / "elsewhere")
    with catalogue, pytest.raises(LibraryError):
        sync_with_recovery(catalogue)
    assert folder.is_dir(), "that is no fault of the catalogue's"
