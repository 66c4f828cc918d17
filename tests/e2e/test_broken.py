"""Libraries, settings and caches that are broken or odd: the reader reads what there is to read."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from tests.e2e.harbour import FIRST, SECOND
from tests.e2e.terminal import MODULE, Pty, assert_restored, window

pytestmark = pytest.mark.terminal


def library_of(bare: Mapping[str, str]) -> Path:
    return Path(bare["BRIEFING_LIBRARY"])


def left(terminal: Pty) -> bool:
    """Leave, and tell whether all was as it should be."""
    terminal.send(b"\x11")
    status = terminal.wait_exit()
    assert_restored(terminal)
    return status == 0


def test_a_broken_index_file_hides_no_card(bare: Mapping[str, str]) -> None:
    topics = library_of(bare) / "content" / "topics.yaml"
    topics.write_text("tides: {label: Tides: high}\n", encoding="utf-8")
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        terminal.wait_for("names may be missing")
        terminal.press(b"o", SECOND)

        assert left(terminal)


def test_files_whose_names_look_alike_are_all_listed(bare: Mapping[str, str]) -> None:
    meetings = library_of(bare) / "content" / "meetings"
    for name in ("a\x01.yaml", "a\u2401.yaml", "a\x01\u200b.yaml"):
        (meetings / name).write_text("x", encoding="utf-8")
    with Pty(MODULE, bare, size=(160, 40)) as terminal:
        terminal.wait_for(FIRST)
        terminal.wait_for("a\u2401 (2)")
        terminal.wait_for("a\u2401")

        assert left(terminal)


def test_a_long_side_is_cut_with_an_ellipsis(bare: Mapping[str, str]) -> None:
    card = library_of(bare) / "content" / "meetings" / "2023-01-11-harbour.yaml"
    who = "participants: [{speaker: harbour-master, role: Host, side: The Northern Harbours}]\n"
    card.write_text(card.read_text("utf-8").replace("bottom_line:", f"{who}bottom_line:"), "utf-8")
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for("The Northern Ha…")

        assert left(terminal)


@pytest.mark.parametrize("variable", ["BRIEFING_CONFIG", "XDG_CONFIG_HOME"])
def test_a_pipe_as_config_is_told_in_one_line(
    variable: str, bare: Mapping[str, str], tmp_path: Path
) -> None:
    pipe = tmp_path / "odd" / "briefing" / "config.toml"
    pipe.parent.mkdir(parents=True)
    os.mkfifo(pipe)
    chosen = pipe if variable == "BRIEFING_CONFIG" else tmp_path / "odd"
    with Pty(MODULE, {**bare, variable: str(chosen)}) as terminal:
        assert terminal.wait_exit() == 2
        assert terminal.settings == terminal.settings_before
        (line,) = terminal.output.decode().splitlines()

    assert "it is no plain file" in line


def test_a_config_folder_that_is_a_file_keeps_nobody_from_reading(
    bare: Mapping[str, str], tmp_path: Path
) -> None:
    (tmp_path / "briefing").touch()
    with Pty(MODULE, {**bare, "XDG_CONFIG_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for(FIRST)

        assert left(terminal)


def cut(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.truncate(64)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "cut short": cut,
    "emptied": lambda file: file.write_bytes(b""),
    "overwritten": lambda file: file.write_bytes(b"\xff" * file.stat().st_size),
    "removed": lambda file: file.unlink(),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_nothing_in_the_cache_ends_the_reader(
    damage: Callable[[Path], object], bare: Mapping[str, str]
) -> None:
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        terminal.press(b"/", "a phrase")
        terminal.press(b"tides", "hits")
        files = [path for path in Path(bare["XDG_CACHE_HOME"]).rglob("*") if path.is_file()]
        assert files
        for file in files:
            with suppress(FileNotFoundError):  # the reader has noticed, and makes it anew
                damage(file)
        for word in (b"harbour", b"shared", b"autumn"):
            terminal.send(b"\x15" + word + b"\x1b[B")
            terminal.read(0.1)

        assert left(terminal)
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        terminal.press(b"/", "a phrase")
        terminal.press(b"tides", "hits")

        assert left(terminal)


def test_a_large_source_is_read_with_its_progress_said(bare: Mapping[str, str]) -> None:
    source = library_of(bare) / "seeds" / "gazette.txt"
    source.write_text(source.read_text("utf-8") + "\nMore words.\n" * 150_000, encoding="utf-8")
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for("reading")
        terminal.wait_for("bottom line")

        assert left(terminal)


def test_messages_do_not_pile_up_over_what_is_read(tmux: None, bare: Mapping[str, str]) -> None:
    with window(bare) as terminal:
        terminal.run(MODULE)
        # Once all cards are counted, nothing more changes of itself.
        terminal.wait_for("2 ×2")
        before = terminal.wait_for("3 ×4").splitlines()
        for _ in range(6):
            terminal.press("y")
        shown = terminal.wait_for("Copied").splitlines()

        assert shown[:-2] == before[:-2]
        terminal.press("C-q")
        assert terminal.exit_status() == 0
