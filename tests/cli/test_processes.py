"""The program as a process: pipes, locales, pagers and what it imports."""

import os
import signal
import subprocess
import sys
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
        [sys.executable, "-m", "briefing", "check", "--strict", str(root)],
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


@pytest.mark.parametrize("command", [*COMMANDS, ["--help"], ["--version"]])
def test_printing_imports_nothing_heavy(river: Path, spawn: Spawn, command: list[str]) -> None:
    done = spawn(*command, PYTHONPROFILEIMPORTTIME="1")
    lines = done.stderr.decode().splitlines()
    loaded = {line.rpartition("|")[2].strip() for line in lines if "import time:" in line}

    assert done.returncode == 0
    assert "briefing.cli.entry" in loaded
    assert {name.partition(".")[0] for name in loaded} & HEAVY == set()
    if command != ["search", "river"]:
        assert "briefing.search.engine" not in loaded
    if command[0].startswith("--"):
        assert "briefing.library.library" not in loaded


HOOK = """\
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
class Hook:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            sys.meta_path.remove(self)
            {action}
sys.meta_path.insert(0, Hook())
sys.argv[1:] = {arguments!r}
from briefing.__main__ import run
run()
"""
IMPORTS = [
    "click",
    "briefing.cli.parser.group",
    "briefing.cli.commands.list_command",
    "briefing.catalogue.catalogue",
    "briefing.output.meetings",
]


def while_importing(name: str, action: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command and do something at the moment it imports a module."""
    code = HOOK.format(name=name, action=action, arguments=list(arguments or ["list"]))
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60, check=False
    )


@pytest.mark.parametrize("name", IMPORTS)
def test_ctrl_c_while_the_program_is_loaded_is_silent(river: Path, name: str) -> None:
    done = while_importing(name, "os.kill(os.getpid(), signal.SIGINT)")

    assert done.returncode in (130, -signal.SIGINT)
    assert done.stderr.strip() == b""


def test_ctrl_c_that_is_ignored_by_who_started_it_stays_ignored(river: Path) -> None:
    done = while_importing("click", "os.kill(os.getpid(), signal.SIGINT)")
    assert done.returncode != 0
    code = "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    action = "os.kill(os.getpid(), signal.SIGINT)"
    hook = HOOK.format(name="click", action=action, arguments=["list"])
    hook = hook.replace("class Hook", f"{code}class Hook")
    ignoring = subprocess.run([sys.executable, "-c", hook], cwd=ROOT, capture_output=True)
    assert ignoring.returncode == 0, ignoring.stderr


@pytest.mark.parametrize(
    "error",
    ["MemoryError", "ImportError('libz.so: failed to map segment')", "OSError(12, 'no memory')"],
)
@pytest.mark.parametrize("name", IMPORTS)
def test_a_lack_of_memory_is_one_line(river: Path, name: str, error: str) -> None:
    done = while_importing(name, f"raise {error}")

    assert done.returncode == 2
    assert done.stderr.startswith(b"briefing: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_too_little_memory_is_told_before_anything_is_loaded(
    river: Path, command: list[str]
) -> None:
    limited = 'ulimit -v 20000; exec "$@"'
    done = subprocess.run(
        ["sh", "-c", limited, "sh", sys.executable, "-m", "briefing", *command],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr.startswith(b"briefing: 32 MiB of memory are needed, and the limit is 19")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["list", "--help"]])
def test_help_into_a_closed_pipe_is_no_mistake(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writing)

    assert process.returncode == 0
    assert process.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("arguments", [*COMMANDS, ["--help"], ["--version"], ["no-such-card"]])
@pytest.mark.parametrize("both", [False, True], ids=["output", "output and errors"])
def test_nothing_is_worse_than_2_on_a_full_disk(
    river: Path, arguments: list[str], both: bool
) -> None:
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [sys.executable, "-m", "briefing", *arguments],
            cwd=ROOT,
            stdout=full,
            stderr=full if both else subprocess.PIPE,
            timeout=60,
            check=False,
        )

    assert process.returncode == 2
    assert both or len(process.stderr.splitlines()) == 1


def test_the_name_of_an_argument_keeps_its_capitals(spawn: Spawn) -> None:
    done = spawn("--library", "X", "check", "./Y")
    assert done.stderr.startswith(b"briefing: check: LIBRARY and --library name the same thing")
