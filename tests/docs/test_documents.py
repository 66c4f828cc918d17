"""What the documents say is what the program does."""

import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from briefing import __version__
from briefing.cardformat.declaration import FileKind, json_schema
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


def test_the_format_calls_a_list_what_is_one() -> None:
    text = (ROOT / "docs/card-format.md").read_text(encoding="utf-8")
    documented = {
        key: value
        for keys, value in re.findall(
            r"^\| ((?:`\w+`\*?(?:, )?)+) \| ([^|]+) \|", text, re.MULTILINE
        )
        for key in re.findall(r"\w+", keys)
    }
    lists = {key for key, value in documented.items() if value.startswith("list")}
    read = {key for kind in get_args(FileKind) for key in lists_of(json_schema(kind))}
    assert lists == read & documented.keys()
    assert {"by", "topics", "furniture", "evidence"} <= lists
    assert not [key for key in lists if " or " in documented[key]]


def lists_of(schema: object) -> set[str]:
    """Return the keys whose values are lists, at any depth of a schema."""
    if isinstance(schema, list):
        return {key for each in schema for key in lists_of(each)}
    if not isinstance(schema, dict):
        return set()
    keys = schema.get("properties", {})
    here = {
        key for key, form in keys.items() if isinstance(form, dict) and form.get("type") == "array"
    }
    return here | {key for each in schema.values() for key in lists_of(each)}


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
