"""What is settled before the reader opens: the terminal, the settings, the frame rate."""

import gc
import os
import queue
import weakref
from pathlib import Path

import pytest
from textual.message import Message

from briefing.errors import BriefingError
from briefing.tui.launch import open_reader
from briefing.tui.terminal.driver.keyboard import Keyboard
from briefing.tui.terminal.terminal import TerminalError, copy_in_tmux

DEADLINE = 30.0
"""Seconds until a key is given up; only a failing test ever waits that long."""
LIBRARY = Path("nothing-is-read-of-it")


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every variable back that opening the reader takes out of the environment."""
    for name, value in list(os.environ.items()):
        monkeypatch.setenv(name, value)


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "config.toml"
    monkeypatch.setenv("BRIEFING_CONFIG", str(file))
    monkeypatch.setenv("TEXTUAL_FPS", "60")
    return file


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('theme = "briefing-drak"', "there is no theme 'briefing-drak' (did you mean 'briefing-da"),
        ('[keys]\n"app.hlep" = "x"', "there is no key binding 'app.hlep' (did you mean 'app.help'"),
        ('[keys]\n"app.help" = "ctrl+"', "'ctrl+' is not a key"),
        ('[keys]\n"app.help" = "q"', "'q' for 'app.help' is already the key of 'app.back'"),
    ],
)
def test_settings_the_reader_cannot_follow_are_one_clear_line(
    settings: str, said: str, config: Path
) -> None:
    config.write_text(settings, encoding="utf-8")

    with pytest.raises(BriefingError) as raised:
        open_reader(LIBRARY)

    (problem,) = raised.value.problems
    assert str(problem).startswith(f"{config}: ")
    assert said in str(problem)


def test_every_mistake_of_the_settings_is_told(config: Path) -> None:
    config.write_text('theme = "x"\n[keys]\n"app.help" = "q"\n"a" = "b"\n', encoding="utf-8")

    with pytest.raises(BriefingError, match="and 2 more") as raised:
        open_reader(LIBRARY)

    assert len(raised.value.problems) == 3


def test_a_start_that_fails_leaves_garbage_to_be_collected(config: Path) -> None:
    config.write_text('theme = "none"', encoding="utf-8")

    with pytest.raises(BriefingError):
        open_reader(LIBRARY)

    assert gc.isenabled()


def test_a_dumb_terminal_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")

    with pytest.raises(TerminalError, match="TERM=dumb"):
        open_reader(LIBRARY)


def test_another_driver_than_the_terminals_passes_the_check(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("TEXTUAL_DRIVER", "some.driver:Driver")
    config.write_text('theme = "none"', encoding="utf-8")

    with pytest.raises(BriefingError, match="there is no theme"):
        open_reader(LIBRARY)


@pytest.mark.parametrize(("given", "kept"), [("", None), ("1", "1")])
def test_an_empty_no_color_asks_for_nothing(
    given: str, kept: str | None, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", given)
    config.write_text('theme = "none"', encoding="utf-8")

    with pytest.raises(BriefingError):
        open_reader(LIBRARY)

    assert os.environ.get("NO_COLOR") == kept


def fake_tmux(folder: Path, script: str) -> None:
    tmux = folder / "tmux"
    tmux.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    tmux.chmod(0o755)


def test_a_copy_is_handed_to_tmux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_tmux(tmp_path, f'printf "%s|" "$@" >"{tmp_path}/got"; /bin/cat >>"{tmp_path}/got"')
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("TMUX", "/somewhere")

    assert copy_in_tmux("“naïve” [sic]")

    got = (tmp_path / "got").read_text(encoding="utf-8")
    assert got == "load-buffer|-w|-|“naïve” [sic]"


@pytest.mark.parametrize("there", [True, False])
def test_a_tmux_that_fails_or_is_missing_does_no_harm(
    there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if there:
        fake_tmux(tmp_path, "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("TMUX", "/somewhere")

    assert not copy_in_tmux("words")


def test_outside_tmux_nothing_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_tmux(tmp_path, f'echo started >"{tmp_path}/got"')
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not copy_in_tmux("words")

    assert not (tmp_path / "got").exists()


def test_a_key_is_kept_by_nobody_once_it_is_dealt_with() -> None:
    """What got it, an app with all its library, could never be freed."""
    taken: queue.SimpleQueue[Message] = queue.SimpleQueue()
    reading, writing = os.pipe()
    keyboard = Keyboard(reading, taken.put, lambda dealt_with: dealt_with.set(), lambda _: None)
    try:
        os.write(writing, b"x")
        key = weakref.ref(taken.get(timeout=DEADLINE))
    finally:
        keyboard.stop()
        os.close(reading)
        os.close(writing)
    gc.collect()

    assert key() is None
