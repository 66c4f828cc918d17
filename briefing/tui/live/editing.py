"""The user's editor, opened at a line, with the terminal lent to it."""

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, Final

from textual.app import App, SuspendNotSupported

_USUAL: Final = ("editor", "nano", "vim", "vi")
"""What is tried where no editor is named."""
_COLONS: Final = {
    "code": "--goto",
    "code-insiders": "--goto",
    "codium": "--goto",
    "cursor": "--goto",
    "subl": "",
    "zed": "",
    "hx": "",
}
"""Editors that take FILE:LINE and not +LINE FILE, with the option that says so."""


def editor_command(environ: Mapping[str, str], path: Path, line: int | None) -> list[str]:
    """Return the command that opens a file at a line; empty where there is no editor.

    Args:
        environ: The environment; `VISUAL` goes before `EDITOR`.
        path: The file.
        line: 1-based line; None for the file's beginning.
    """
    named = environ.get("VISUAL") or environ.get("EDITOR") or ""
    try:
        words = shlex.split(named)
    except ValueError:
        words = [named]
    words = words or [name for name in _USUAL if shutil.which(name, path=environ.get("PATH"))][:1]
    if not words:
        return []
    if line is None:
        return [*words, str(path)]
    name = os.path.basename(words[0])  # noqa: PTH119  # a command need not be a path
    if name in _COLONS:
        option = [_COLONS[name]] if _COLONS[name] else []
        return [*words, *option, f"{path}:{line}"]
    return [*words, f"+{line}", str(path)]


def edit(app: App[Any], path: Path, line: int | None) -> str:
    """Let the user edit a file, and come back when the editor has ended.

    Args:
        app: The reader, which lends its terminal.
        path: The file.
        line: 1-based line to begin at; None for the file's beginning.

    Returns:
        Why it could not be done; empty where it was.
    """
    command = editor_command(os.environ, path, line)
    if not command:
        return "No editor was found. Name yours in the variable EDITOR."
    if shutil.which(command[0]) is None:
        # Found out before the terminal is lent: what is typed meanwhile would be echoed.
        return f"'{command[0]}' was not found. See the variable EDITOR."
    try:
        with app.suspend(), _keys_are_the_editors():
            done = subprocess.run(command, check=False)
    except SuspendNotSupported:
        return "The terminal cannot be lent to an editor here."
    except OSError as error:
        return f"'{command[0]}' cannot be run: {error.strerror or error}. See the variable EDITOR."
    return f"'{command[0]}' ended with {done.returncode}." if done.returncode > 0 else ""


@contextmanager
def _keys_are_the_editors() -> Iterator[None]:
    """Leave ctrl+c and its kin to the editor, which has the same terminal and so the same signals.

    They are caught and not ignored: what is ignored would be ignored by the editor too.
    """

    def caught(number: int, frame: FrameType | None) -> None:
        return

    before = {each: signal.signal(each, caught) for each in (signal.SIGINT, signal.SIGQUIT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)
