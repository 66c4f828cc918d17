"""A new library: its files, the schemas that editors find, and what is refused."""

import json
from pathlib import Path

import pytest

from briefing.cardformat.declaration import json_schema
from briefing.library.library import Library
from tests.drafting.conftest import STORY, Run

FILES = {
    "README.md",
    "content/sources.yaml",
    "content/speakers.yaml",
    "content/topics.yaml",
    "schema/card.json",
    "schema/sources.json",
    "schema/speakers.json",
    "schema/topics.json",
}


def files_of(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


def test_a_library_is_made_where_there_is_none(tmp_path: Path, run: Run) -> None:
    root = tmp_path / "notes"
    result = run("new", "--library", root)

    assert (result.exit_code, result.stderr) == (0, "")
    assert files_of(root) == FILES
    assert len((root / "README.md").read_text("utf-8").splitlines()) == 5
    library = Library.open(root)
    assert library.problems() == ()
    assert json.loads((root / "schema/card.json").read_text("utf-8")) == json_schema("card")


def test_from_nothing_to_a_checked_draft(tmp_path: Path, run: Run) -> None:
    root, story = tmp_path / "notes", tmp_path / "courier.txt"
    story.write_text(STORY, encoding="utf-8")
    assert run("new", "--library", root).exit_code == 0
    assert run("import", story, "--library", root, "--yes").exit_code == 0
    (source,) = Library.open(root).sources
    drafted = run("new", source, "--library", root, "--json")

    assert drafted.exit_code == 0
    card = json.loads(drafted.stdout)
    text = (root / card["file"]).read_text("utf-8")
    schemas = [line for line in text.splitlines() if "$schema" in line]
    assert len(schemas) == 2
    address = schemas[0].partition("=")[2]
    assert ((root / card["file"]).parent / address).resolve() == (root / "schema/card.json")
    assert run("check", card["card"], "--library", root).exit_code == 0


def test_what_was_interrupted_goes_on(tmp_path: Path, run: Run) -> None:
    root = tmp_path / "notes"
    run("new", "--library", root)
    (root / "content/meetings").rmdir()
    (root / "content/topics.yaml").unlink()

    assert run("new", "--library", root).exit_code == 0
    assert files_of(root) == FILES


@pytest.mark.parametrize("name", ["README.md", "content/sources.yaml"])
def test_files_of_others_stay(tmp_path: Path, run: Run, name: str) -> None:
    root = tmp_path / "notes"
    (root / name).parent.mkdir(parents=True)
    (root / name).write_text("mine")
    result = run("new", "--library", root)

    assert result.exit_code == 2
    assert f"holds '{name}' already" in result.stderr
    assert files_of(root) == {name}


def test_a_library_is_not_made_again(library: Path, run: Run) -> None:
    result = run("new", "--library", library)
    assert (result.exit_code, "is a library already" in result.stderr) == (2, True)


def test_a_full_folder_has_to_be_named(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a-file").touch()
    monkeypatch.chdir(tmp_path)

    result = run("new")
    assert (result.exit_code, "--library DIR" in result.stderr) == (2, True)


def test_the_library_one_stands_in_names_its_uncited_sources(
    library: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library)
    assert "draft a card from a source: courier" in run("new").stderr
