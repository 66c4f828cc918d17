"""Pages and times of the originals: read tolerantly, and only of the text that was imported."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.importing.reading import document_of
from briefing.importing.storing.store import store
from briefing.library.library import Library
from briefing.library.locators import locators, provenance_file, read_provenance
from tests.cli.libraries import DOCUMENT, SOURCES, write_library, write_provenance
from tests.importing.conftest import needs
from tests.importing.papers import Print, pdf
from tests.importing.test_captions import VTT

PAGES = [[2, "p. 4"], [4, None], [5, "pp. 5–6"]]


def of_gazette(root: Path) -> tuple[str | None, ...]:
    return Library.open(root).locators("gazette", range(1, 6))


def test_each_paragraph_has_the_last_page_before_it(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    write_provenance(root, PAGES)

    assert of_gazette(root) == (None, "p. 4", "p. 4", None, "pp. 5–6")
    library = Library.open(root)
    assert library.locators("gazette", [5, 2]) == ("pp. 5–6", "p. 4")
    assert library.locators("gazette", []) == ()
    assert library.locators("nowhere", [1]) == (None,)
    source = library.source("gazette")
    assert [source.locators.of(number) for number in range(1, 6)] == list(of_gazette(root))


def imported(root: Path, data: bytes, name: str) -> tuple[str | None, ...]:
    (root / "content/meetings").mkdir(parents=True)
    (done,) = store(root, [document_of(data, name)])
    library = Library.open(root)
    return library.locators(done.id, range(1, len(library.source(done.id).paragraphs) + 1))


@needs("pypdfium2")
def test_a_pdf_has_pages_and_a_paragraph_over_two_of_them_both(tmp_path: Path) -> None:
    words = "The ministers met on Monday and talked about the river and its dam for long"
    pages = [
        [Print(50, 100 + 11 * n, f"{words}{'.' if n in (4, 9) else ''}") for n in range(12)],
        [Print(50, 100 + 11 * n, f"{words}{'.' if n in (3, 8) else ''}") for n in range(9)],
    ]
    for page, breaks in ((0, (5, 10)), (1, (4,))):
        pages[page] = [
            line._replace(y=line.y + 9 * sum(n >= at for at in breaks))
            for n, line in enumerate(pages[page])
        ]
    found = imported(tmp_path, pdf(pages), "talks.pdf")

    assert found == ("p. 1", "p. 1", "pp. 1–2", "p. 2")


@needs("webvtt")
def test_captions_have_times(tmp_path: Path) -> None:
    assert imported(tmp_path, VTT.encode(), "talks.vtt") == ("00:00:05", "00:01:09", "00:01:09")


def test_a_plain_text_has_none(tmp_path: Path) -> None:
    assert imported(tmp_path, b"One.\n\nTwo.\n", "talks.txt") == (None, None)


Change = Callable[[Path], object]


def record_anew(root: Path) -> None:
    """Record the digest of the text as it is in the index, as an editor or `check --fix` does."""
    import hashlib

    digest = hashlib.sha256((root / "seeds/gazette.txt").read_bytes()).hexdigest()
    (root / "content/sources.yaml").write_text(SOURCES + f"  sha256: {digest}\n")


def edit(root: Path) -> None:
    (root / "seeds/gazette.txt").write_text(f"A new first paragraph.\n\n{DOCUMENT}")


@pytest.mark.parametrize(
    ("changes", "known"),
    [
        ([], True),
        ([record_anew], True),
        ([edit], False),
        ([edit, record_anew], False),
        ([record_anew, edit], False),
    ],
)
def test_they_are_those_of_the_text_that_was_imported(
    tmp_path: Path, changes: list[Change], known: bool
) -> None:
    root = write_library(tmp_path)
    write_provenance(root, PAGES)
    for change in changes:
        change(root)

    assert (of_gazette(root)[1] == "p. 4") is known


def test_where_the_import_has_no_digest_that_of_the_index_counts(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    write_provenance(root, PAGES, text=None)
    assert of_gazette(root) == (None,) * 5
    record_anew(root)
    assert of_gazette(root)[1] == "p. 4"
    edit(root)
    assert of_gazette(root) == (None,) * 5


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b"[" * 100_000,
        b'{"locators": "p. 4"}',
        b"9" * 10_000,
        b'{"text": [1], "locators": [[1, "p. 4"]]}',
        b'{"text": {"sha256": ["a"]}, "locators": [[1, "p. 4"]]}',
    ],
)
def test_a_file_that_is_broken_or_foreign_says_nothing(tmp_path: Path, data: bytes) -> None:
    root = write_library(tmp_path)
    write_provenance(root, PAGES).write_bytes(data)
    assert of_gazette(root) == (None,) * 5


@pytest.mark.parametrize("harm", ["folder", "pipe", "outside", "loop", "large"])
def test_what_is_no_plain_file_of_the_library_is_not_read(tmp_path: Path, harm: str) -> None:
    root = write_library(tmp_path / "library")
    path = write_provenance(root, PAGES)
    data = path.read_bytes()
    path.unlink()
    match harm:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "outside":
            (tmp_path / "elsewhere.json").write_bytes(data)
            path.symlink_to(tmp_path / "elsewhere.json")
        case "loop":
            path.symlink_to(path)
        case "large":
            path.write_bytes(data + b" " * 2**23)
    assert of_gazette(root) == (None,) * 5


@pytest.mark.parametrize(
    ("runs", "wanted"),
    [
        ([[1, "p. 1"], [3, "p. 2"]], ["p. 1", "p. 1", "p. 2"]),
        ([[2, "  p.\n1 "]], [None, "p. 1", "p. 1"]),
        ([[1, "p. \x1b[2J\u202e1"]], ["p. ␛[2J\ufffd1"] * 3),
        ([], [None] * 3),
        ([[3, "p. 2"], [1, "p. 1"]], [None] * 3),
        ([[0, "p. 1"]], [None] * 3),
        ([["1", "p. 1"]], [None] * 3),
        ([[1.5, "p. 1"]], [None] * 3),
        ([[1, 4]], [None] * 3),
        ([[1]], [None] * 3),
        ([[1, "p. 1", 2]], [None] * 3),
        ([[1, "p. " + "1" * 50]], [None] * 3),
        ({"1": "p. 1"}, [None] * 3),
        (None, [None] * 3),
    ],
)
def test_runs_are_taken_as_an_import_writes_them_or_not_at_all(
    runs: object, wanted: list[str | None]
) -> None:
    found = locators({"locators": runs})
    assert [found.of(number) for number in (1, 2, 3)] == wanted


def test_the_file_is_beside_the_text(tmp_path: Path) -> None:
    assert provenance_file("seeds/a.b.txt") == "seeds/a.b.import.json"
    (tmp_path / "a.import.json").write_text(json.dumps({"format": "PDF"}))
    assert read_provenance(tmp_path, "a.txt") == {"format": "PDF"}
    assert read_provenance(tmp_path, "b.txt") == {}
    assert read_provenance(tmp_path, "") == {}
    assert read_provenance(tmp_path, "a\0.txt") == {}
