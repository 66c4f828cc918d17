"""What the documents say is what the program does."""

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import __version__
from briefing.library.library import Library
from briefing.library.locations import bundled_library
from briefing.sources.short_names import short_name
from tests.e2e.harbour import write_library

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "benchmarks/README.md"])


@pytest.mark.parametrize("name", ["README.md", "docs/settings.md"])
def test_the_tables_of_keys_are_the_bindings(name: str) -> None:
    renewed = runpy.run_path(str(ROOT / "docs/keys.py"))["renewed"]
    path = ROOT / name
    assert path.read_text(encoding="utf-8") == renewed(path), "run 'make keys'"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_files(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text)
    missing = [link for link in links if not (path.parent / link).exists()]
    assert missing == []


def test_readme_has_its_two_commands() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    opens, tests = (block.strip() for block in blocks)
    assert opens.endswith(".venv/bin/briefing")
    assert tests.endswith("-m pytest")


def test_the_commands_readme_shows_work_as_shown() -> None:
    block = re.search(r"```console\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    assert block is not None
    for line in block[1].strip().splitlines():
        words = line.removeprefix("$ briefing ").partition("#  ")[0].split("   ")[0].split()
        done = subprocess.run(
            [sys.executable, "-m", "briefing", *words], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (words, done.stderr)
        assert done.stdout


def test_the_picture_is_of_this_program() -> None:
    picture = (ROOT / "docs/images/reader.svg").read_text(encoding="utf-8")
    words = re.sub(r"<[^>]+>", " ", picture).replace("&#160;", " ")
    source = Library.open(bundled_library()).sources["kyodo-2023-01"]
    assert short_name(source) in words
    assert "verbatim" in words
    assert "hit 1/" in words


def test_the_changelog_knows_this_version() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_words_of_the_cards_can_be_counted(tmp_path: Path) -> None:
    rows = runpy.run_path(str(ROOT / "docs/words.py"))["rows"]
    library = Library.open(write_library(tmp_path))
    head, first, _ = rows(library)

    assert dict(zip(head, first, strict=True)) == {
        "card": "2023-01-11-harbour",
        "items": "2",
        "words": "18",
        "cited": "23",
        "story": "34",
        "share": "53%",
        "key": "0",
        "brief": "6",
        "min:s": "0:02",
    }
