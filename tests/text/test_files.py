"""Which paths lead to files of a library, and which lead out of it."""

from pathlib import Path

import pytest

from briefing.errors import Problem
from briefing.text.files import path_inside, read_text


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/notes.txt").write_text("not yours")
    root = tmp_path / "library"
    (root / "seeds/2023").mkdir(parents=True)
    (root / "seeds/report.txt").write_text("words")
    (root / "seeds/2023/report.txt").write_text("later words")
    (root / "seeds/again.txt").symlink_to("2023/report.txt")
    (root / "seeds/out.txt").symlink_to(tmp_path / "secret/notes.txt")
    (root / "outer").symlink_to(tmp_path / "secret")
    (root / "inner").symlink_to("seeds/2023")
    (root / "gone.txt").symlink_to("nowhere.txt")
    return root


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("seeds/report.txt", "words"),
        ("seeds/2023/report.txt", "later words"),
        ("seeds//report.txt", "words"),
        ("./seeds/report.txt", "words"),
        ("seeds/2023/../report.txt", "words"),
        ("seeds/again.txt", "later words"),
        ("inner/report.txt", "later words"),
    ],
)
def test_what_is_inside_is_read(library: Path, file: str, found: str) -> None:
    path = path_inside(library, file)
    assert path is not None
    assert path.read_text() == found
    assert read_text(library, file) == found


@pytest.mark.parametrize(
    "file",
    [
        "../secret/notes.txt",
        "seeds/../../secret/notes.txt",
        "seeds/out.txt",
        "outer/notes.txt",
        "/etc/hostname",
    ],
)
def test_what_leads_out_is_not(library: Path, file: str) -> None:
    assert path_inside(library, file) is None
    said = read_text(library, file)
    assert isinstance(said, Problem)
    assert said.message == "the file is outside the library"


@pytest.mark.parametrize("file", ["seeds/none.txt", "none/report.txt", "gone.txt"])
def test_what_is_not_there_is_inside_and_said_not_to_exist(library: Path, file: str) -> None:
    assert path_inside(library, file) is not None
    said = read_text(library, file)
    assert isinstance(said, Problem)
    assert said.message == "there is no such file"


def test_a_file_is_no_folder(library: Path) -> None:
    said = read_text(library, "seeds/report.txt/more")
    assert isinstance(said, Problem)
    assert said.message == "cannot be read: Not a directory"


def test_a_library_behind_a_link_is_read(library: Path, tmp_path: Path) -> None:
    (tmp_path / "linked").symlink_to(library)
    assert read_text(tmp_path / "linked", "seeds/report.txt") == "words"
    assert read_text(tmp_path / "linked", "seeds/again.txt") == "later words"
    assert path_inside(tmp_path / "linked", "seeds/out.txt") is None


def test_links_in_a_circle_are_said(library: Path) -> None:
    (library / "one").symlink_to("two")
    (library / "two").symlink_to("one")
    assert isinstance(read_text(library, "one/report.txt"), Problem)
