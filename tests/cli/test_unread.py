"""A card that cannot be read is told by every command whose answer lacks it."""

from pathlib import Path

import pytest

from tests.analysis.made import write_made
from tests.cli.conftest import Run
from tests.cli.libraries import BROKEN_CARD, SOURCES, write_card, write_library

COMMANDS = [
    ("list",),
    ("search", "hotline"),
    ("topics",),
    ("topics", "hotline"),
    ("speakers",),
    ("speakers", "voss"),
    ("speakers", "voss", "okafor"),
    ("commitments",),
    ("commitments", "--format", "ics"),
    ("timeline",),
    ("prepare", "harbour"),
    ("compare",),
    ("compare", "--series", "harbour"),
    ("compare", "--format", "csv"),
    ("phrase", "A hotline will open"),
]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_made(tmp_path_factory.mktemp("unread") / "library")
    write_card(root, "2023-10-02-harbour", BROKEN_CARD)
    return root


@pytest.fixture(autouse=True)
def broken_library(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_LIBRARY", str(broken))
    monkeypatch.setenv("BRIEFING_CACHE", str(broken.parent / "cache"))


@pytest.mark.parametrize("words", COMMANDS)
def test_a_broken_card_is_told_and_the_rest_is_printed(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words)
    told = [line for line in result.stderr.splitlines() if "2023-10-02-harbour.yaml" in line]

    assert result.exit_code == 2
    assert result.stdout
    assert [line.partition(".yaml:")[2].partition(":")[0] for line in told] == ["3", "4", "7", "12"]
    assert all(line.startswith("briefing: content/meetings/") for line in told)


def test_a_broken_card_that_is_named_is_told_once(run: Run) -> None:
    result = run("compare", "2023-10-02-harbour", "2023-09-04-harbour")

    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 4


LOST = "content/sources.yaml:9:3: source 'lost': file 'seeds/lost.txt' does not exist"


@pytest.fixture
def lacking(tmp_path: Path) -> Path:
    """Write a library with a document that is not there, and a memo that quotes the other one."""
    other = "lost:\n  file: seeds/lost.txt\n  publisher: Evening Post\n"
    more = "- point: They share it.\n  evidence: [{source: lost, exact: We share}]\n"
    root = write_library(tmp_path / "river", sources=SOURCES + other, more=more)
    (root / "memo.md").write_text("Voss said: “We share one river.”\n", encoding="utf-8")
    return root


@pytest.mark.parametrize(
    "words",
    [
        ("verify", "memo.md"),
        ("verify", "memo.md", "--source", "lost"),
        ("verify", "memo.md", "--json"),
        ("search", "--quote", "We share one river"),
        ("search", "--quote", "nothing of the kind"),
        ("why", "river#5"),
    ],
)
def test_a_document_that_cannot_be_looked_into_is_told(
    run: Run, lacking: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(lacking)
    result = run(*words, "--library", str(lacking))

    assert result.exit_code == 2
    assert result.stdout
    assert result.stderr == f"briefing: {LOST} (name a file inside the library)\n"


@pytest.mark.parametrize(
    "words", [("verify", "memo.md", "--source", "gazette"), ("why", "river#2"), ("show", "river")]
)
def test_a_document_that_is_not_needed_is_not_told(
    run: Run, lacking: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(lacking)
    result = run(*words, "--library", str(lacking))

    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("words", [("show", "river"), ("why", "river#2"), ("verify", "memo.md")])
def test_names_that_are_lost_with_an_index_file_are_told(
    run: Run, lacking: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(lacking)
    (lacking / "content/speakers.yaml").write_text("- Ada Voss\n", encoding="utf-8")
    result = run(*words, "--library", str(lacking))

    assert result.exit_code == 2
    assert result.stderr.splitlines()[0].startswith("briefing: content/speakers.yaml:1:1: ")
