"""The program as a process: pipes, locales, pagers and what it imports."""

import fcntl
import os
import pty
import signal
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
        assert "briefing.library.library" not in loaded


HOOK = """\
import os, signal, sys
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
    "briefing.cli.group",
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


@pytest.mark.parametrize("where", ["BRIEFING_CONFIG", "XDG_CONFIG_HOME"])
def test_a_pipe_as_config_does_not_hang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spawn: Spawn, where: str
) -> None:
    (tmp_path / "briefing").mkdir()
    pipe = tmp_path / "briefing" / "config.toml"
    os.mkfifo(pipe)
    monkeypatch.delenv("BRIEFING_LIBRARY", raising=False)
    done = spawn("list", cwd=tmp_path, **{where: str(pipe if "CONFIG" in where[-6:] else tmp_path)})

    assert done.returncode == 2
    assert done.stderr.endswith(b"config.toml: cannot be read: it is no plain file\n")


def test_a_config_folder_that_is_a_file_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spawn: Spawn
) -> None:
    (tmp_path / "briefing").touch()
    monkeypatch.delenv("BRIEFING_LIBRARY", raising=False)
    monkeypatch.delenv("BRIEFING_CONFIG", raising=False)
    done = spawn("list", cwd=tmp_path, XDG_CONFIG_HOME=str(tmp_path))

    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.parametrize(
    "file",
    [
        "content/sources.yaml",
        "content/speakers.yaml",
        "content/topics.yaml",
        "content/meetings/2023-02-07-pipe.yaml",
        "seeds/gazette.txt",
    ],
)
@pytest.mark.parametrize("command", [["list"], ["show", CARD], ["search", "river"], ["check"]])
def test_a_pipe_in_a_library_does_not_hang(
    river: Path, spawn: Spawn, file: str, command: list[str]
) -> None:
    (river / file).unlink(missing_ok=True)
    os.mkfifo(river / file)
    done = spawn(*command)

    assert done.returncode in (0, 1, 2)
    assert b"Traceback" not in done.stderr


def test_files_whose_names_look_alike_are_all_told(river: Path, spawn: Spawn) -> None:
    meetings = river / "content/meetings"
    for name in ("a\x01.yaml", "a\x01\u200b.yaml", "a\u2401.yaml"):
        (meetings / name).write_text("x", "utf-8")
    done = spawn("check", "--plain")

    assert done.stdout.decode().count("the name of a card's file") == 3
    assert r"'a\x01\u200b.yaml'" in done.stdout.decode()


def test_the_name_of_an_argument_keeps_its_capitals(spawn: Spawn) -> None:
    done = spawn("--library", "X", "check", "./Y")
    assert done.stderr.startswith(b"briefing: check: LIBRARY and --library name the same thing")


def test_one_broken_index_file_is_one_error(river: Path, spawn: Spawn) -> None:
    (river / "content/topics.yaml").write_text("water: {label: Water: levels}\nice {label: Ice}\n")
    (river / "content/speakers.yaml").write_text("- Ada Voss\n")
    listed, shown, found, checked = (spawn(*command) for command in COMMANDS)

    assert (listed.returncode, shown.returncode, checked.returncode) == (2, 2, 1)
    assert b"River talks" in listed.stdout
    assert b"voss" in shown.stdout
    assert found.returncode == 2
    errors = [line for line in checked.stdout.splitlines() if b": error: " in line]
    assert len(errors) == 3
    assert b"and 3 references that cannot be checked until this is mended" in errors[0]
    for done in (listed, shown, found):
        assert len(done.stderr.splitlines()) == 3


def test_the_errors_of_a_file_stop_at_fifty(river: Path, spawn: Spawn) -> None:
    card = river / f"content/meetings/{CARD}.yaml"
    card.write_text(card.read_text() + "".join(f"key{n}: {'x' * 5_000}\n" for n in range(1_000)))
    for command in (["list"], ["show", CARD], ["check"], ["check", "--all"]):
        done = spawn(*command)
        lines = (done.stdout + done.stderr).decode().splitlines()
        assert len(lines) > 1_000 if "--all" in command else 50 < len(lines) < 60
        assert max(map(len, lines)) < 500


def test_a_long_value_is_cut_in_the_middle(river: Path, spawn: Spawn) -> None:
    card = river / f"content/meetings/{CARD}.yaml"
    long = "begin" + "x" * 5_000 + "end"
    for key in ("status: reviewed", "series: river", "date: 2023-02-06", "speaker: voss"):
        whole = card.read_text()
        card.write_text(whole.replace(key, f"{key.partition(':')[0]}: {long}", 1))
        done = spawn("check")
        card.write_text(whole)
        [line] = [each for each in done.stdout.decode().splitlines() if ": error: " in each]
        assert len(line) < 400
        assert "begin" in line
        assert "end'" in line
