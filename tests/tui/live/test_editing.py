"""Which command opens a file at a line in the editor the user named."""

from pathlib import Path

import pytest

from briefing.tui.live.editing import editor_command

FILE = Path("/x/a b.yaml")


@pytest.mark.parametrize(
    ("environ", "line", "command"),
    [
        ({"EDITOR": "vim"}, 7, ["vim", "+7", "/x/a b.yaml"]),
        ({"EDITOR": "nano -w"}, 7, ["nano", "-w", "+7", "/x/a b.yaml"]),
        ({"EDITOR": "ed", "VISUAL": "emacs"}, 7, ["emacs", "+7", "/x/a b.yaml"]),
        ({"EDITOR": "/bin/code -w"}, 7, ["/bin/code", "-w", "--goto", "/x/a b.yaml:7"]),
        ({"EDITOR": "hx"}, 7, ["hx", "/x/a b.yaml:7"]),
        ({"EDITOR": "vim"}, None, ["vim", "/x/a b.yaml"]),
        ({"EDITOR": "it's"}, 1, ["it's", "+1", "/x/a b.yaml"]),
        ({"PATH": ""}, 7, []),
    ],
)  # fmt: skip
def test_the_command(environ: dict[str, str], line: int | None, command: list[str]) -> None:
    assert editor_command(environ, FILE, line) == command


def test_without_a_name_what_is_there_is_taken(tmp_path: Path) -> None:
    nano = tmp_path / "nano"
    nano.write_text("#!/bin/sh\n")
    nano.chmod(0o755)
    assert editor_command({"PATH": str(tmp_path)}, FILE, 2) == ["nano", "+2", str(FILE)]
