"""The house keeps its order: small rooms, package files without imports, and a map that is true."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = sorted(path.parent for path in ROOT.glob("briefing/**/__init__.py"))
MOST = 14
"""Files and folders of one folder that can be taken in at a glance."""
LINES = 400
"""Of a module or of a file of tests that can be read at one sitting."""
ROOMS = 20
"""At the top stand the rooms themselves, the errors and the entry points."""


def name_of(package: Path) -> str:
    return str(package.relative_to(ROOT))


@pytest.mark.parametrize("package", PACKAGES, ids=name_of)
def test_a_package_file_imports_nothing(package: Path) -> None:
    tree = ast.parse((package / "__init__.py").read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]


@pytest.mark.parametrize("package", PACKAGES, ids=name_of)
def test_a_room_can_be_taken_in_at_a_glance(package: Path) -> None:
    # A folder that only holds what Python compiled is left of a room that moved.
    rooms = [path for path in package.iterdir() if path.is_file() or path in PACKAGES]
    inside = [path.name for path in rooms if not path.name.startswith("__")]
    assert len(inside) <= (ROOMS if package == ROOT / "briefing" else MOST)


def test_the_map_names_every_room_and_only_files_that_are_there() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    for package in (path for path in (ROOT / "briefing").iterdir() if path in PACKAGES):
        assert f"| `{package.name}/` |" in text
    named = re.findall(r"`((?:\w+/)*\w+(?:\.py|/))`", text)
    assert len(named) > 60
    for name in named:
        assert [*ROOT.glob(f"briefing/**/{name}"), *ROOT.glob(name)], name


def test_a_file_can_be_read_at_one_sitting() -> None:
    for folder in ("briefing", "tests", "benchmarks"):
        for file in (ROOT / folder).rglob("*.py"):
            if "data" in file.relative_to(ROOT).parts:
                continue  # what the benchmarks fetched, an environment among it, is not ours
            lines = len(file.read_text(encoding="utf-8").splitlines())
            assert lines <= LINES, f"{name_of(file)} has {lines} lines"


def test_the_source_archive_has_all_that_a_checkout_has() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout")
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    entries = {line.partition("/")[0] for line in listed.stdout.splitlines()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = set(project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"])

    assert entries - included == {".ci", ".gitattributes", ".gitignore", "pyproject.toml"}
