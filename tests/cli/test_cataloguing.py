"""List and search through the catalogue: the same answers, whatever became of it."""

import json
import os
import pty
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.location import catalogue_folder
from briefing.cli.catalogue_access import ask
from briefing.library.entries import library_entries
from briefing.library.library import Library
from briefing.search.engine import SearchEngine
from tests.cli.conftest import ROOT, Run, Spawn
from tests.cli.libraries import write_card

CARD = "2023-02-06-river"
QUERIES = ["river", "rivr", "the", '"one river"', "speaker:voss", "kind:commitment day", "xqzzy"]


def segment(root: Path) -> Path:
    (path,) = catalogue_folder(root).glob("*.segment")
    return path


def answers(run: Run) -> list[tuple[str, int]]:
    commands = [("list",), *(("search", query) for query in QUERIES)]
    results = [run(*command, "--json") for command in commands]
    return [(result.stdout, result.exit_code) for result in results]


@pytest.mark.parametrize("query", QUERIES)
def test_a_search_finds_what_an_index_made_at_once_finds(river: Path, run: Run, query: str) -> None:
    found = json.loads(run("search", query, "--json").stdout)
    plain = SearchEngine.build(library_entries(Library.open(river))).search(query)

    assert found["total"] == plain.total
    assert found["corrected"] == dict(plain.corrected)
    ours = {(h["type"], h["text"], h["card"], h["item"], h["score"]) for h in found["hits"]}
    entries = [(hit.entry, round(hit.score, 3)) for hit in plain.hits]
    assert ours == {(e.kind, e.text, e.card or None, e.item or None, s) for e, s in entries}


def test_equal_hits_stand_in_an_order_that_no_edit_changes(river: Path, run: Run) -> None:
    text = (river / f"content/meetings/{CARD}.yaml").read_text("utf-8")
    for year in ("2021", "2025", "2023"):
        write_card(river, f"{year}-02-07-river", text.replace("2023-02-06", f"{year}-02-07"))
        grown = run("search", "readings", "--json").stdout
    (catalogue_folder(river) / "catalogue.sqlite").unlink()
    built_at_once = run("search", "readings", "--json").stdout

    assert grown == built_at_once
    cards = [hit["card"] for hit in json.loads(grown)["hits"] if hit["text"].startswith("will")]
    assert cards == sorted(cards, reverse=True)


HARMS: dict[str, Callable[[Path], object]] = {
    "no database": lambda root: (catalogue_folder(root) / "catalogue.sqlite").unlink(),
    "cut database": lambda root: os.truncate(catalogue_folder(root) / "catalogue.sqlite", 5000),
    "no segment": lambda root: segment(root).unlink(),
    "zeroed segment": lambda root: segment(root).write_bytes(bytes(segment(root).stat().st_size)),
    "cut segment": lambda root: os.truncate(segment(root), 500),
}


@pytest.mark.parametrize("name", HARMS)
def test_a_damaged_catalogue_changes_no_answer(river: Path, run: Run, name: str) -> None:
    expected = answers(run)
    HARMS[name](river)

    assert answers(run) == expected
    assert segment(river).exists()


def test_a_cache_that_cannot_be_written_changes_no_answer(
    river: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = answers(run)
    monkeypatch.setenv("BRIEFING_CACHE", str(river / "content/topics.yaml/cache"))

    assert answers(run) == expected


def test_a_wrong_number_in_a_large_array_is_mended_when_it_is_met(river: Path, run: Run) -> None:
    asked: list[Path | None] = []

    def question(catalogue: Catalogue) -> int:
        asked.append(catalogue.folder)
        catalogue.segments.checked = 0  # as if it were too large to be checked as it is opened
        return catalogue.engine().search("river").total

    expected = json.loads(run("search", "river", "--json").stdout)["total"]
    data = bytearray(segment(river).read_bytes())
    data[len(data) // 2 :] = b"\xff" * (len(data) - len(data) // 2)
    segment(river).write_bytes(data)

    assert ask(river, question, searching=False) == expected
    assert len(asked) == 2


def test_a_fault_of_the_question_is_no_fault_of_the_catalogue(river: Path) -> None:
    def question(catalogue: Catalogue) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask(river, question, searching=True)
    assert segment(river).exists()


def test_a_question_is_asked_again_when_the_catalogue_is_damaged_meanwhile(river: Path) -> None:
    asked: list[Path | None] = []

    def question(catalogue: Catalogue) -> int:
        asked.append(catalogue.folder)
        if len(asked) == 1:
            segment(river).unlink()
            raise sqlite3.DatabaseError("malformed")
        return len(catalogue.meetings())

    assert ask(river, question, searching=True) == 1
    assert len(asked) == 2


def test_an_edit_shows_at_once(river: Path, run: Run) -> None:
    assert "River talks" in run("list").stdout
    text = (river / f"content/meetings/{CARD}.yaml").read_text("utf-8")
    write_card(river, CARD, text.replace("title: River talks", "title: Raver tilks"))

    assert "Raver tilks" in run("list").stdout
    assert "Raver" in run("search", "raver").stdout
    (river / f"content/meetings/{CARD}.yaml").unlink()
    assert run("list").stdout == ""


SLOW = {"yaml", "rapidfuzz", "platformdirs", "numpy", "textual", "rich", "hashlib", "tempfile"}
READING = {
    "briefing.library.library",
    "briefing.model.card",
    "briefing.sources.reading",
    "briefing.evidence.matcher",
}


def test_a_warm_list_loads_neither_a_library_nor_a_search(river: Path, spawn: Spawn) -> None:
    assert spawn("list").returncode == 0
    for path in river.rglob("*"):
        os.utime(path, (1_600_000_000, 1_600_000_000))
    settle(river)
    loaded = modules(spawn("list", PYTHONPROFILEIMPORTTIME="1").stderr)

    assert "briefing.catalogue.catalogue" in loaded
    assert loaded & (SLOW | READING | {"briefing.search.engine"}) == set()


def test_a_warm_search_loads_no_library(river: Path, spawn: Spawn) -> None:
    settle(river)
    loaded = modules(spawn("search", "river", PYTHONPROFILEIMPORTTIME="1").stderr)

    assert "briefing.search.engine" in loaded
    assert loaded & {"yaml", "numpy", "platformdirs", "textual", "rich"} == set()
    assert loaded & {"briefing.library.library", "briefing.evidence.matcher"} == set()


def settle(root: Path) -> None:
    """Build the catalogue as if all files had been written long ago."""
    code = (
        "import sys; from pathlib import Path\n"
        "from briefing.catalogue.catalogue import Catalogue\n"
        "from briefing.catalogue.db import file_stamps\n"
        "from briefing.catalogue.sync.sync import sync\n"
        "file_stamps.SETTLED_NS = -1\n"
        "sync(Catalogue.open(Path(sys.argv[1])))\n"
    )
    subprocess.run([sys.executable, "-c", code, str(root)], cwd=ROOT, check=True)


def modules(stderr: bytes) -> set[str]:
    lines = stderr.decode().splitlines()
    return {line.rpartition("|")[2].strip() for line in lines if "import time:" in line}


def test_a_long_build_shows_a_bar_on_the_terminal_and_not_in_the_answer(river: Path) -> None:
    code = (
        "from briefing.cli.streams import progress_bar\n"
        "progress_bar.PATIENCE = progress_bar._PACE = -1\n"
        "from briefing.cli.entry import main\nmain()\n"
    )
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", code, "list", "--json"],
        cwd=ROOT,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    shown = bytearray()
    with suppress(OSError):  # Linux says EIO when the last writer has left
        while chunk := os.read(ours, 65536):
            shown += chunk
    os.close(ours)
    out, _ = process.communicate(timeout=60)

    assert json.loads(out)[0]["id"] == CARD
    assert b"reading the library: 5 of 5 [####" in shown
    assert shown.endswith(b" \r")


def test_what_is_raised_again_and_again_is_not_waited_out(river: Path) -> None:
    asked: list[Path | None] = []

    def question(catalogue: Catalogue) -> None:
        asked.append(catalogue.folder)
        raise sqlite3.DatabaseError("malformed")

    with pytest.raises(sqlite3.DatabaseError):
        ask(river, question, searching=False)
    assert len(asked) == 4
