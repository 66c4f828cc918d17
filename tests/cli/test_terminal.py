"""The program on a terminal: colour, plain lines, the pager."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT
from tests.cli.libraries import write_library

CARD = "2023-02-06-river"


def in_terminal(
    *arguments: str, rows: int = 50, variables: Mapping[str, str] | None = None
) -> tuple[str, int]:
    """Run the command on a terminal of 80 columns and return its output and exit code."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing", *arguments],
        cwd=ROOT,
        env={**os.environ, **(variables or {})},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    output = bytearray()
    with suppress(OSError):  # Linux says EIO when the last writer has left
        while chunk := os.read(ours, 65536):
            output += chunk
    os.close(ours)
    return output.decode().replace("\r\n", "\n"), process.wait(timeout=60)


def test_on_a_terminal_there_is_colour_and_no_pager_for_a_short_answer(river: Path) -> None:
    output, code = in_terminal("list", variables={"PAGER": "echo PAGED"})

    assert code == 0
    assert "\x1b[1m" in output
    assert "PAGED" not in output


@pytest.mark.parametrize(
    "variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "TERM=dumb"]
)
def test_a_terminal_without_colour_gets_plain_lines(river: Path, variables: dict[str, str]) -> None:
    output, code = in_terminal("list", variables=variables)

    assert code == 0
    assert "\x1b" not in output
    # On a busy machine a line that says how far it has come was drawn before, and taken away.
    assert output.rpartition("\r")[2].startswith(f"{CARD}: River talks")


def test_a_long_answer_goes_through_the_pager(river: Path) -> None:
    output, code = in_terminal("show", CARD, rows=8, variables={"PAGER": "head -n 2"})

    assert code == 0
    assert len(output.splitlines()) == 2
    assert "River talks" in output


def test_a_pager_that_quits_is_no_mistake(tmp_path: Path) -> None:
    more = "".join(
        f"- point: Point {n}.\n  evidence: [{{source: gazette, exact: agreed to publish}}]\n"
        for n in range(2000)
    )
    root = write_library(tmp_path, more=more)
    output, code = in_terminal(
        "show", CARD, "--library", str(root), rows=8, variables={"PAGER": "true"}
    )

    assert code == 0
    assert "Traceback" not in output
    assert "rror" not in output


def test_what_is_matched_is_marked_on_a_terminal(river: Path) -> None:
    output, _ = in_terminal("search", "one", "rivr")

    assert "\x1b[1m\x1b[4mone\x1b[0m \x1b[1m\x1b[4mriver\x1b[0m" in output
    assert "Corrected: rivr → river" in output
