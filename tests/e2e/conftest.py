"""What the end-to-end tests share: a bare terminal's environment, a library, and tmux."""

import os
import shutil
from pathlib import Path

import pytest

from tests.e2e.harbour import write_library


@pytest.fixture
def bare(isolated_home: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a terminal in which nothing was configured but the library.

    Settings, caches and notes are this test's own, apart from the developer's.
    """
    folders = {name: value for name, value in os.environ.items() if name.startswith("XDG_")}
    return {
        **folders,
        "HOME": str(isolated_home),
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "BRIEFING_LIBRARY": str(write_library(tmp_path / "library")),
    }


@pytest.fixture
def tmux() -> None:
    """Skip without tmux; where a missing tmux is a mistake (`CI`), fail instead."""
    if shutil.which("tmux"):
        return
    missing = "tmux, which this test drives, is not installed"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)
