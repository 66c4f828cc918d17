"""Files of the cache that are cut short while they are searched never end the program."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.catalogue.db.location import catalogue_folder
from tests.catalogue.libraries import MadeLibrary

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 40
IN_MEMORY = 1 << 24
IN_STRETCHES = 0


@pytest.mark.parametrize("small", [IN_MEMORY, IN_STRETCHES])
@pytest.mark.parametrize("who", ["reader", "catalogue"])
def test_nothing_that_becomes_of_the_cache_ends_the_program(
    who: str, small: int, made: MadeLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path / "cache"))
    arguments = (made.root, catalogue_folder(made.root), who, ROUNDS, small, 7)
    done = subprocess.run(
        [sys.executable, "-m", "tests.catalogue.cutting", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    answers, harmed = map(int, done.stdout.split())
    assert answers > ROUNDS / 2
    assert harmed > ROUNDS / 2
