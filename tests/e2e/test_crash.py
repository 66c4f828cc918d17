"""A fault of the program's own, if one ever comes: one line, a report, the terminal restored."""

import os
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.e2e.harbour import FIRST
from tests.e2e.terminal import MODULE, ROOT, Pty, assert_restored

pytestmark = pytest.mark.terminal

FAULTY = """
import sys
from briefing.cli.entry import main
from briefing.tui.screens import reader

SECRET = "what the library says"

class Fault(Exception):
    pass

def fault(self, *_):
    text = SECRET
    raise Fault(text)

async def later(self, *_):
    fault(self)

{place}
main()
"""
"""The program with a fault, in a place to be filled in, whose message holds a library's text."""

PLACES = {
    "a key": "reader.ReaderScreen.action_follow = fault",
    "a key that awaits": "reader.ReaderScreen.action_follow = later",
    "a timer": "reader.ReaderScreen.action_follow = lambda self: self.set_timer(0.01, "
    "lambda: fault(self))",
    "a worker": "reader.ReaderScreen.action_follow = lambda self: self.run_worker(later(self))",
    "a thread": "reader.ReaderScreen.action_follow = lambda self: "
    "self.run_worker(lambda: fault(self), thread=True)",
    "painting": "from briefing.tui.widgets.status_line import StatusLine\n"
    "reader.ReaderScreen.action_follow = lambda self: "
    "(setattr(StatusLine, 'render', fault), self.status.refresh())",
}


def run_faulty(bare: Mapping[str, str], place: str) -> Pty:
    return Pty([sys.executable, "-c", FAULTY.format(place=place)], bare)


def report_of(bare: Mapping[str, str]) -> Path:
    (file,) = Path(bare["XDG_STATE_HOME"], "briefing").glob("crash-*")
    return file


def told(terminal: Pty) -> list[str]:
    return terminal.output.rpartition(b"\x1b[?25h")[2].decode().splitlines()


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
def test_a_fault_is_told_in_one_line_and_reported(place: str, bare: Mapping[str, str]) -> None:
    with run_faulty(bare, place) as terminal:
        terminal.wait_for(FIRST)
        terminal.send(b"f")

        assert terminal.wait_exit() == 70
        assert_restored(terminal)
        file = report_of(bare)
        (line,) = told(terminal)

    assert line == (
        "briefing: crashed by a fault of its own (Fault); "
        f"the report is {file} ('briefing report' prints it)"
    )
    report = file.read_text(encoding="utf-8")
    assert "__main__.Fault" in report
    assert "in fault" in report
    assert "what the library says" not in report
    assert "harbour" not in report.lower()
    assert str(ROOT) not in report
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_fault_before_the_first_frame_is_no_different(bare: Mapping[str, str]) -> None:
    place = "reader.ReaderScreen.compose = fault"
    with run_faulty(bare, place) as terminal:
        assert terminal.wait_exit() == 70
        assert terminal.settings == terminal.settings_before
        assert len(told(terminal)) == 1
        assert report_of(bare).exists()


@pytest.mark.parametrize(
    "error", ["MemoryError", "OSError(24, 'Too many open files')", "RuntimeError(NO_THREAD)"]
)
def test_what_the_machine_lacks_is_no_fault_of_the_program(
    error: str, bare: Mapping[str, str]
) -> None:
    place = (
        'NO_THREAD = "can\'t start new thread"\n'
        f"def short(self, *_): raise {error}\n"
        "reader.ReaderScreen.action_follow = short"
    )
    with run_faulty(bare, place) as terminal:
        terminal.wait_for(FIRST)
        terminal.send(b"f")

        assert terminal.wait_exit() == 2
        assert_restored(terminal)
        assert len(told(terminal)) == 1
    assert not [*Path(bare["XDG_STATE_HOME"], "briefing").glob("crash-*")]


def test_messages_and_values_are_reported_if_asked_for(bare: Mapping[str, str]) -> None:
    asking = {**bare, "BRIEFING_REPORT": "full"}
    with run_faulty(asking, PLACES["a key"]) as terminal:
        terminal.wait_for(FIRST)
        terminal.send(b"f")
        assert terminal.wait_exit() == 70

    assert "Fault: what the library says" in report_of(bare).read_text(encoding="utf-8")


def test_a_report_that_cannot_be_written_is_told_too(bare: Mapping[str, str]) -> None:
    Path(bare["XDG_STATE_HOME"]).parent.mkdir(parents=True, exist_ok=True)
    Path(bare["XDG_STATE_HOME"]).write_text("in the way", encoding="utf-8")
    with run_faulty(bare, PLACES["a key"]) as terminal:
        terminal.wait_for(FIRST)
        terminal.send(b"f")

        assert terminal.wait_exit() == 70
        assert_restored(terminal)
        (line,) = told(terminal)
    assert "no report could be written" in line


def briefing(bare: Mapping[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*MODULE, *arguments],
        env={"PATH": os.environ["PATH"], **bare},
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_command_that_crashes_is_reported_as_well(bare: Mapping[str, str]) -> None:
    code = (
        "from briefing.cli.commands import list_command\n"
        "from briefing.cli.entry import main\n"
        "def fault(session): raise KeyError('what the library says')\n"
        "list_command.print_list = fault\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "list"],
        env={"PATH": os.environ["PATH"], **bare},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 70
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "(KeyError)" in done.stderr
    assert "library says" not in done.stderr

    file = report_of(bare)
    shown = briefing(bare, "report")
    assert shown.returncode == 0
    assert shown.stdout == f"{file}\n{file.read_text(encoding='utf-8')}"
    assert briefing(bare, "report", "--path").stdout == f"{file}\n"
    assert f'"file": "{file}"' in briefing(bare, "report", "--json").stdout


def test_without_a_crash_there_is_no_report(bare: Mapping[str, str]) -> None:
    shown = briefing(bare, "report")

    assert shown.returncode == 1
    assert shown.stdout == ""
    assert shown.stderr == "briefing: no crash was reported\n"


def test_only_the_last_reports_are_kept(bare: Mapping[str, str]) -> None:
    folder = Path(bare["XDG_STATE_HOME"], "briefing")
    folder.mkdir(parents=True)
    for day in range(1, 8):
        (folder / f"crash-2020010{day}T000000.000000Z-1.txt").touch()
    with run_faulty(bare, "reader.ReaderScreen.compose = fault") as terminal:
        assert terminal.wait_exit() == 70

    kept = sorted(file.name for file in folder.glob("crash-*"))
    assert len(kept) == 5
    assert not kept[-1].startswith("crash-2020")
