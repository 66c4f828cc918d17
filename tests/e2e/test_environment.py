"""Nonsense in the environment is ignored, or told in one line; it never ends in a trace."""

from collections.abc import Mapping

import pytest

from tests.e2e.harbour import FIRST
from tests.e2e.terminal import MODULE, Pty, assert_restored

pytestmark = pytest.mark.terminal

IGNORED = {
    "TEXTUAL_COLOR_SYSTEM": ("nonsense", "", "windows", "1"),
    "TEXTUAL_FPS": ("nonsense", "0", "-1", "9" * 5000),
    "TEXTUAL_ANIMATIONS": ("nonsense", ""),
    "TEXTUAL_THEME": ("nonsense",),
    "TEXTUAL_PRESS": ("nonsense,q",),
    "TEXTUAL_SCREENSHOT": ("0",),
    "TEXTUAL_DIM_FACTOR": ("nonsense",),
    "TEXTUAL_FILTERS": ("dim,nonsense",),
    "TEXTUAL_SHOW_RETURN": ("1",),
    "TEXTUAL_DEBUG": ("1",),
    "TEXTUAL": ("devtools,debug,headless",),
    "COLORTERM": ("nonsense", ""),
    "COLORFGBG": ("nonsense", "0;;", "-1;99999999999999999999", "²;²"),
    "TERM": ("nonsense", "", "../../etc/passwd"),
    "COLUMNS": ("nonsense", "0", "-5", "999999999", "²"),
    "LINES": ("nonsense", "0", "-5", "999999999", "²"),
    "ESCDELAY": ("nonsense", "-1"),
    "LC_ALL": ("nonsense", "POSIX"),
    "TEXTUAL_DRIVER": ("",),
}


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in IGNORED.items() for value in values]
)
def test_nonsense_is_ignored(name: str, value: str, bare: Mapping[str, str]) -> None:
    with Pty(MODULE, {**bare, name: value}) as terminal:
        terminal.wait_for(FIRST)
        terminal.send(b"\x11")

        assert terminal.wait_exit() == 0
        assert_restored(terminal)
        assert b"Traceback" not in terminal.output


@pytest.mark.parametrize(
    "value",
    [
        "nonsense",
        ":",
        "no.such.module:Driver",
        "os:path",
        "textual.app:App",
        ".relative:Driver",
        "a\x1b[2Jb",
    ],
)
def test_a_driver_that_is_none_is_told_in_one_line(value: str, bare: Mapping[str, str]) -> None:
    with Pty(MODULE, {**bare, "TEXTUAL_DRIVER": value}) as terminal:
        assert terminal.wait_exit() == 2
        (line,) = terminal.output.decode().splitlines()

    assert "TEXTUAL_DRIVER names no driver" in line
    assert "\x1b" not in line


@pytest.mark.parametrize(
    ("limit", "said"),
    [("-v 100000", "needs 384 MiB of memory"), ("-n 10", "needs 24 open files, and the limit is")],
)
def test_a_reader_that_is_allowed_too_little_says_so(
    limit: str, said: str, bare: Mapping[str, str]
) -> None:
    with Pty(["sh", "-c", f'ulimit {limit}; exec "$@"', "sh", *MODULE], bare) as terminal:
        assert terminal.wait_exit() == 2
        assert terminal.settings == terminal.settings_before
        (line,) = terminal.output.decode().splitlines()

    assert said in line


@pytest.mark.parametrize("limit", ["-v 393216", "-n 24"])
def test_a_reader_that_is_allowed_just_enough_reads(limit: str, bare: Mapping[str, str]) -> None:
    with Pty(["sh", "-c", f'ulimit {limit}; exec "$@"', "sh", *MODULE], bare) as terminal:
        terminal.wait_for(FIRST)
        terminal.press(b"/", "a phrase")
        terminal.press(b"tides", "hits")
        terminal.send(b"\x11")

        assert terminal.wait_exit() == 0
        assert_restored(terminal)
