"""Without a fit terminal the program still works, or says in one line what to do."""

import subprocess
from collections.abc import Mapping

import pytest

from tests.e2e.harbour import FIRST
from tests.e2e.terminal import MODULE, ROOT, Pty

pytestmark = pytest.mark.terminal


@pytest.mark.parametrize("redirect", ["</dev/null", "<README.md", "2>/dev/null"])
def test_what_is_redirected_does_not_matter(redirect: str, bare: Mapping[str, str]) -> None:
    with Pty(MODULE, bare, redirect) as terminal:
        terminal.wait_for(FIRST)
        terminal.send(b"q")

        assert terminal.wait_exit() == 0
        assert terminal.settings == terminal.settings_before


@pytest.mark.parametrize("redirect", ["<&-", "2>&-"])
def test_what_is_closed_is_refused(redirect: str, bare: Mapping[str, str]) -> None:
    with Pty(MODULE, bare, redirect) as terminal:
        assert terminal.wait_exit() == 2
        assert b"Traceback" not in terminal.output
        assert b"\x1b" not in terminal.output


def test_a_dumb_terminal_is_refused_with_what_to_do_instead(bare: Mapping[str, str]) -> None:
    with Pty(MODULE, {**bare, "TERM": "dumb"}) as terminal:
        assert terminal.wait_exit() == 2
        lines = terminal.output.decode().splitlines()

    assert len(lines) == 1
    assert "TERM=dumb" in lines[0]
    assert "--plain" in lines[0]


def test_no_terminal_anywhere_is_refused_with_what_to_do_instead(bare: Mapping[str, str]) -> None:
    done = subprocess.run(
        MODULE,
        env=dict(bare),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        start_new_session=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "terminal" in done.stderr
    assert "show CARD" in done.stderr
