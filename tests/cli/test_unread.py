"""A card that cannot be read is told by every command whose answer lacks it."""

from pathlib import Path

import pytest

from tests.analysis.made import write_made
from tests.cli.conftest import Run
from tests.cli.libraries import BROKEN_CARD, write_card

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
