"""The reader's own state outlives everything that can happen to a file."""

import sqlite3
from functools import partial
from pathlib import Path

import pytest

from briefing.user.notebook import RECENT, VERSION, Notebook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "notebook.sqlite"


def test_searches_are_kept_with_saved_ones_first_and_then_the_latest(path: Path) -> None:
    notebook = Notebook.open(path)
    for query in ("taiwan", "space", "taiwan", "g7"):
        notebook.note_search(query)
    notebook.save_search("space", True)
    notebook.close()
    again = Notebook.open(path)
    assert again.searches() == (("space", True), ("g7", False), ("taiwan", False))
    assert again.trouble == ""
    again.close()


def test_only_recent_searches_are_forgotten(path: Path) -> None:
    notebook = Notebook.open(path)
    notebook.save_search("kept", True)
    for number in range(RECENT + 5):
        notebook.note_search(f"query {number}")
    queries = [query for query, _ in notebook.searches()]
    notebook.close()
    assert queries[0] == "kept"
    assert len(queries) == RECENT + 1
    assert "query 4" not in queries
    assert "query 5" in queries


def test_dropping_a_saved_search_leaves_it_among_the_recent_ones(path: Path) -> None:
    notebook = Notebook.open(path)
    notebook.save_search("space", True)
    assert notebook.is_saved("space")
    notebook.save_search("space", False)
    assert notebook.searches() == (("space", False),)
    notebook.close()


def test_two_readers_may_write_at_once(path: Path) -> None:
    one, other = Notebook.open(path), Notebook.open(path)
    one.save_search("one", True)
    other.save_search("other", True)
    assert {query for query, _ in one.searches()} == {"one", "other"}
    one.close()
    other.close()


def test_what_cannot_be_written_is_taken_back_and_leaves_the_notebook_usable(path: Path) -> None:
    notebook, other = Notebook.open(path), sqlite3.connect(path, isolation_level=None)
    other.execute(
        "CREATE TRIGGER refuse AFTER UPDATE OF saved ON search"
        " BEGIN SELECT RAISE(ROLLBACK, 'refused'); END"
    )
    assert not notebook.save_search("space", True)
    assert notebook.trouble == "this could not be kept (refused)"
    other.execute("DROP TRIGGER refuse")
    other.close()
    assert notebook.save_search("taiwan", True)
    assert notebook.searches() == (("taiwan", True),)
    assert notebook.trouble == ""
    notebook.close()


def test_a_notebook_that_another_program_keeps_locked_is_no_crash(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = partial(sqlite3.connect, timeout=0)
    monkeypatch.setattr(sqlite3, "connect", connect)
    notebook, other = Notebook.open(path), connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert not notebook.save_search("space", True)
    assert "locked" in notebook.trouble
    assert notebook.searches() == ()
    assert not notebook.is_saved("space")
    assert not notebook.note_search("space")
    other.execute("ROLLBACK")
    other.close()
    assert notebook.save_search("space", True)
    assert notebook.is_saved("space")
    notebook.close()


@pytest.mark.parametrize(
    "content", [b"no database at all, but a good many bytes" * 40, b"\xff" * 4096]
)
def test_a_damaged_notebook_is_left_as_it_is_and_said(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    notebook = Notebook.open(path)
    notebook.note_search("space")
    assert str(path) in notebook.trouble
    assert notebook.searches() == (("space", False),)
    notebook.close()
    assert path.read_bytes() == content


def test_a_notebook_of_a_newer_program_is_not_touched(path: Path) -> None:
    path.parent.mkdir()
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {VERSION + 1}")
    newer.execute("CREATE TABLE note(text TEXT)")
    newer.close()
    before = path.read_bytes()
    notebook = Notebook.open(path)
    assert "newer program" in notebook.trouble
    notebook.close()
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_written_costs_only_the_memory_of_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    notebook = Notebook.open(tmp_path / "file" / "notebook.sqlite")
    notebook.save_search("space", True)
    assert notebook.trouble
    assert notebook.is_saved("space")
    notebook.close()
