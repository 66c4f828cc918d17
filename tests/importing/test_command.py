"""`briefing import`: files, folders, standard input, what is asked and what is refused."""

import json
from pathlib import Path

import pytest

from briefing.library.library import Library
from tests.importing.conftest import Run

RECORD = [
    "name", "outcome", "source", "file", "format", "title", "publisher", "byline", "published",
    "language", "url", "sha256", "original", "original_sha256", "paragraphs", "furniture",
    "locators", "warnings", "supersedes", "cards",
]  # fmt: skip
STORY = "The ministers met on Monday, and nothing else is known.\n"


def files_of(library: Path) -> list[str]:
    return sorted(str(path.relative_to(library)) for path in library.rglob("*") if path.is_file())


def test_a_dry_run_writes_nothing(library: Path, run: Run) -> None:
    result = run("-", "--dry-run", "--json", stdin=STORY)

    said = json.loads(result.stdout)
    assert (result.exit_code, said["written"]) == (0, False)
    (record,) = said["documents"]
    assert list(record) == RECORD
    assert record["source"] == "standard-input"
    assert files_of(library) == []


def test_a_folder_is_imported_with_what_can_be_and_what_cannot_is_said(
    library: Path, run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text(STORY)
    (folder / "deep/b.md").write_text("# Two\n\nAnother story, told by somebody else.\n")
    (folder / ".hidden.txt").write_text("no\n")
    (folder / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    result = run(folder)

    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert "c.png: this is a PNG image, which cannot be imported" in line
    assert "seeds/a.txt" in files_of(library)
    assert "seeds/two.txt" in files_of(library)
    assert not [name for name in files_of(library) if "hidden" in name]


@pytest.mark.parametrize("answer", ["y\n", "\n", "n\n"])
def test_on_a_terminal_it_shows_and_asks_first(
    library: Path, run: Run, tmp_path: Path, answer: str
) -> None:
    file = tmp_path / "story.txt"
    file.write_text(STORY)
    result = run(file, stdin=answer, at_terminal=True)

    assert result.exit_code == 0
    assert "story.txt: text, becomes story" in result.stdout
    assert "Write this into the library?" in result.stderr
    assert bool(files_of(library)) is (answer != "n\n")
    assert ("imported as" in result.stderr) is (answer != "n\n")


def test_yes_asks_nothing(library: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)

    assert "Write this" not in run(tmp_path / "story.txt", "--yes", at_terminal=True).output
    assert "seeds/story.txt" in files_of(library)


def test_nothing_stands_for_a_publisher_that_the_document_does_not_state(
    library: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    result = run(tmp_path / "story.txt", "--yes")

    assert "the publisher is not stated in the file: write it into" in result.output
    assert Library.open(library).sources["story"].publisher == ""


@pytest.mark.parametrize("name", ["nowhere.txt", "", "a\0b", "empty"])
def test_what_cannot_be_read_is_one_line(
    library: Path, run: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / "empty").mkdir()
    result = run(tmp_path / name if name == "empty" else name)

    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert files_of(library) == []


def test_the_library_that_comes_along_is_not_written_to(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("-", stdin=STORY)

    assert result.exit_code == 2
    assert "--library DIR" in result.stderr


def test_a_missing_extra_says_the_command(
    library: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("briefing.importing.formats.extras.import_module", missing)
    file = tmp_path / "page.html"
    file.write_text("<!doctype html><html><body><p>Words.</p></body></html>")
    result = run(file)

    assert result.exit_code == 2
    assert "a web page needs an extra that is not installed" in result.stderr
    assert "pip install 'briefing-reader[import]'" in result.stderr


def test_the_core_imports_text_without_the_extra_and_without_the_toolkit(
    library: Path, tmp_path: Path
) -> None:
    from tests.test_import_hygiene import loaded_by

    (tmp_path / "story.txt").write_text(STORY)
    code = (
        "from briefing.cli.entry import main\n"
        f"sys.argv = ['briefing', 'import', {str(tmp_path / 'story.txt')!r}]\n"
        "import io; sys.stdout = io.StringIO()\n"
        "try: main()\n"
        "except SystemExit as left: assert not left.code, left.code\n"
    )
    extra = {"trafilatura", "pypdfium2", "mammoth", "webvtt", "charset_normalizer"}
    assert not loaded_by(code) & (extra | {"textual", "rich"})


def test_what_the_user_says_goes_before_what_the_document_says(
    library: Path, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "story.md"
    file.write_text(f"---\ntitle: Theirs\npublisher: Theirs\nauthor: A. Writer\n---\n\n{STORY}")
    given = ["--publisher", "The  Post", "--title", "Ours: a \x1b[2Jtitle", "--date", "2023-01"]
    result = run(file, *given, "--language", "EN_gb")

    assert result.exit_code == 0
    entry = (library / "content/sources.yaml").read_text(encoding="utf-8")
    assert "  publisher: The Post\n" in entry
    assert '  title: "Ours: a [2Jtitle"\n' in entry
    assert "  published: 2023-01\n" in entry
    assert "  byline: A. Writer\n" in entry
    assert "  language: en-GB\n" in entry
    assert "publisher" not in result.stdout.partition("note:")[2]


@pytest.mark.parametrize("day", ["2023-02-30", "May 3", "23-01-01", "0000"])
def test_a_day_that_is_none_is_told_before_anything_is_read(
    library: Path, run: Run, day: str
) -> None:
    result = run("nowhere.txt", "--date", day)
    assert (result.exit_code, files_of(library)) == (2, [])
    assert f"'{day}' is no date (write 2023-01-31, 2023-01 or 2023)" in result.stderr


def test_a_language_that_is_none_is_told_before_anything_is_read(library: Path, run: Run) -> None:
    result = run("nowhere.txt", "--language", "the German one")
    assert (result.exit_code, files_of(library)) == (2, [])
    assert "'the German one' is no language (write a tag such as de, pt-BR" in result.stderr


def test_one_title_is_of_one_document(library: Path, run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY + name)
    result = run(tmp_path / "a.txt", tmp_path / "b.txt", "--title", "One")
    assert (result.exit_code, files_of(library)) == (2, [])
    assert "--title names one document, and these are 2" in result.stderr
