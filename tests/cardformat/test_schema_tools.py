"""The schemas as a program of others applies them: check-jsonschema on good and broken files."""

import json
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from briefing.cardformat.declaration import FileKind, json_schema
from tests.cardformat.test_declaration import CARD

ROOT = Path(__file__).parents[2]
GOOD: dict[FileKind, list[str]] = {
    "sources": ["", "a: {file: seeds/a.txt, publisher: P, published: '2023-01', furniture: [x]}\n"],
    "speakers": ["# nobody yet\n", "a-1: {name: A, kind: body, aliases: [B, C]}\n"],
    "topics": ["{}\n", "a: {label: 2023}\n"],
}
BROKEN: dict[FileKind, list[str]] = {
    "card": [
        CARD.replace("title: Talks", "titel: Talks", 1),
        CARD.replace("date: 2021-05-03", "date: 3 May 2021"),
        CARD.replace("voice: spoken", "voice: heard"),
        CARD.replace("        source: paper\n", ""),
    ],
    "sources": ["a: {file: ../a.txt, publisher: P}\n", "a: {publisher: P}\n"],
    "speakers": ["a: {name: A, kind: man}\n", "Big: {name: A}\n"],
    "topics": ["a: {label: A, aliases: [x, x]}\n", "- a\n"],
}


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def schema(tmp_path: Path, kind: FileKind) -> Path:
    path = tmp_path / f"{kind}.json"
    path.write_text(json.dumps(json_schema(kind)), encoding="utf-8")
    return path


def written(folder: Path, texts: list[str]) -> list[Path]:
    files = [folder / f"{number}.yaml" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    return files


@pytest.mark.parametrize("kind", get_args(FileKind))
def test_it_is_a_schema_by_the_draft_that_it_names(schema: Path) -> None:
    assert json.loads(schema.read_text())["$schema"] == "http://json-schema.org/draft-07/schema#"
    result = run("--check-metaschema", schema)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("kind", get_args(FileKind))
def test_good_files_are_valid(kind: FileKind, schema: Path, tmp_path: Path) -> None:
    shown = [*(ROOT / "content" / "meetings").iterdir()] if kind == "card" else []
    shown += [] if kind == "card" else [ROOT / "content" / f"{kind}.yaml"]
    files = written(tmp_path, [CARD] if kind == "card" else GOOD[kind])
    result = run("--schemafile", schema, *shown, *files)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("kind", get_args(FileKind))
def test_each_broken_file_is_not(kind: FileKind, schema: Path, tmp_path: Path) -> None:
    files = written(tmp_path, BROKEN[kind])
    result = run("--schemafile", schema, "-o", "json", *files)
    said = json.loads(result.stdout)
    assert result.returncode == 1
    assert {error["filename"] for error in said["errors"]} == {str(file) for file in files}
