"""The linters, the type checker and the import contracts, so that one command runs everything."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = Path(sys.executable).parent

COMMANDS = {
    "lint": [str(TOOLS / "ruff"), "check"],
    "format": [str(TOOLS / "ruff"), "format", "--check"],
    "types": [sys.executable, "-m", "mypy"],
    "imports": [str(TOOLS / "lint-imports")],
}


@pytest.mark.static
@pytest.mark.parametrize("name", COMMANDS)
def test_the_checker_finds_nothing(name: str) -> None:
    done = subprocess.run(COMMANDS[name], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
