"""Broken and unusual files as a process meets them: one line each, and never a wait."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Spawn

CARD = "2023-02-06-river"
COMMANDS = [["list"], ["show", CARD], ["search", "river"], ["check"]]


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
    assert b"and 3 references that cannot be checked until this is fixed" in errors[0]
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
