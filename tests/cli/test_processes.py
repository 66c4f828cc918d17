"""The program as a process: pipes, locales, pagers and what it imports."""

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

from tests.cli.conftest import ROOT, Spawn
from tests.cli.libraries import write_library

CARD = "2023-02-06-river"
COMMANDS = [["list"], ["show", CARD], ["search", "river"], ["check"]]
HEAVY = {"textual", "rich", "pydantic", "numpy"}


def test_into_a_pipe_there_is_no_colour(river: Path, spawn: Spawn) -> None:
    for command in COMMANDS:
        done = spawn(*command)
        assert done.returncode == 0, done.stderr
        assert b"\x1b" not in done.stdout


@pytest.mark.parametrize("locale", ["POSIX", "C.UTF-8", "en_US.ISO-8859-1"])
def test_output_is_utf8_in_every_locale(river: Path, spawn: Spawn, locale: str) -> None:
    done = spawn("show", CARD, LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")

    assert done.returncode == 0, done.stderr
    assert "“We share one river,”" in done.stdout.decode("utf-8")


def test_an_encoding_that_lacks_a_character_is_no_crash(river: Path, spawn: Spawn) -> None:
    done = spawn("show", CARD, PYTHONIOENCODING="latin-1")

    assert done.returncode == 0
    assert b"?We share one river,?" in done.stdout
    assert done.stderr == b""


def test_words_that_are_no_text_are_no_crash(river: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "search", b"river\xff"],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert done.returncode in (0, 1)
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_closed_pipe_is_no_mistake(river: Path, command: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run(
        [sys.executable, "-m", "briefing", *command],
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writing)

    assert process.returncode == 0
    assert b"Traceback" not in process.stderr
    assert b"Broken" not in process.stderr


def test_findings_are_told_by_the_exit_code_of_a_closed_pipe_too(tmp_path: Path) -> None:
    root = write_library(tmp_path, topics="water: {label: Water}\nfish: {label: Fish}\n")
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run(
        [sys.executable, "-m", "briefing", "check", str(root)],
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writing)

    assert process.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_disk_is_one_line(river: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [sys.executable, "-m", "briefing", "list"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )

    assert process.returncode == 2
    assert process.stderr.startswith(b"briefing: ")
    assert len(process.stderr.splitlines()) == 1


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
    assert output.startswith(f"{CARD}: River talks")


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
    assert "Healed: rivr → river" in output


@pytest.mark.parametrize("command", [*COMMANDS, ["--help"], ["--version"]])
def test_printing_imports_nothing_heavy(river: Path, spawn: Spawn, command: list[str]) -> None:
    done = spawn(*command, PYTHONPROFILEIMPORTTIME="1")
    lines = done.stderr.decode().splitlines()
    loaded = {line.rpartition("|")[2].strip() for line in lines if "import time:" in line}

    assert done.returncode == 0
    assert "briefing.cli.main" in loaded
    assert {name.partition(".")[0] for name in loaded} & HEAVY == set()
    if command != ["search", "river"]:
        assert "briefing.search.engine" not in loaded
    if command[0].startswith("--"):
        assert "briefing.library" not in loaded
