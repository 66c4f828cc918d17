"""A small library and a way to run the command on it, in this process and in one of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli.main import briefing
from briefing.cli.session import Session
from tests.cli.libraries import write_library

ROOT = Path(__file__).parent.parent.parent

Run = Callable[..., Result]
Spawn = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def river(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the small library and make it the one that is found."""
    root = write_library(tmp_path / "river")
    monkeypatch.setenv("BRIEFING_LIBRARY", str(root))
    return root


@pytest.fixture
def run() -> Run:
    """Return a function that runs the command in this process, on no terminal unless asked to."""
    runner = CliRunner()

    def invoke(*arguments: str, at_terminal: bool = False) -> Result:
        result = runner.invoke(
            briefing, arguments, prog_name="briefing", obj=Session(at_terminal=at_terminal)
        )
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return invoke


@pytest.fixture
def spawn() -> Spawn:
    """Return a function that runs the command as a process of its own."""

    def start(
        *arguments: str, cwd: Path = ROOT, **variables: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "briefing", *arguments],
            cwd=cwd,
            env={**os.environ, **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            start_new_session=True,
            timeout=60,
            check=False,
        )

    return start
