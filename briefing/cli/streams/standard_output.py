"""What standard output is: whether someone sees it, and what it is written in."""

import io
import os
import sys
from typing import Final

NO_SCREEN: Final = (
    "the reader needs a terminal to draw on ("
    "'briefing list' and 'briefing show CARD' print instead)"
)
"""What to say where nobody would see the reader."""


def screen_at_hand() -> bool:
    """Return whether someone would see the reader, and not only a pipe or a file its absence.

    What else it needs of a terminal the reader finds out itself.
    """
    if os.environ.get("TEXTUAL_DRIVER"):
        return True
    return sys.stdout is not None and sys.stdout.isatty()


def speak_utf8() -> None:
    """Make the standard streams UTF-8 whatever the locale says, and unable to fail on a character.

    An encoding the user names in `PYTHONIOENCODING` is kept.
    """
    named = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if named else "utf-8", errors="replace")


def forget_output() -> None:
    """Let everything still to be written to standard output vanish."""
    try:
        descriptor = sys.stdout.fileno()
    except (AttributeError, OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
