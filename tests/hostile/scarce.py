"""Hardly any memory and hardly any files: an answer or one line, and never a trace."""

import subprocess
import sys
from pathlib import Path
from random import Random

from tests.e2e.harbour import write_library
from tests.e2e.terminal import MODULE, Pty
from tests.hostile.outcome import Outcome
from tests.hostile.running import environ_of, finish, look, start
from tests.hostile.sessions import environment, leave, settle

COMMAND_MEMORY, READER_MEMORY = (14_000, 60_000), (25_000, 600_000)
"""KiB of address space, from less than anything needs to more than enough."""
FILES = (5, 40)
BARE = (sys.executable, "-c", "import runpy, signal")
"""What Python itself and the first lines of the program need; without it nothing of ours runs."""
COMMANDS = (
    (["list"], (0, 2)),
    (["show", "2022"], (0, 2)),
    (["search", "tieds"], (0, 2)),
    (["check"], (0, 2)),
    (["--help"], (0, 2)),
)
KEYS = (b"j", b"/", b"tides", b"\x13", b"\r", b"?", b"\x1b[27u", b"\x10", b"\x1b[27u", b"y", b"o")


def limited(random: Random, memory: tuple[int, int]) -> list[str]:
    """Return how a shell starts a program with too little of something.

    Args:
        random: Chooses what of, and how little.
        memory: Between which bounds, in KiB.
    """
    option, limit = random.choice((("v", random.randint(*memory)), ("n", random.randint(*FILES))))
    return ["sh", "-c", f'ulimit -{option} {limit}; exec "$@"', f"ulimit -{option} {limit}"]


def bears_python(limit: list[str]) -> bool:
    """Tell whether Python starts under a limit."""
    bare = subprocess.run([*limit, *BARE], env=environ_of({}), capture_output=True, check=False)
    return bare.returncode == 0


def scarce_commands(random: Random, folder: Path) -> Outcome:
    """Run commands with hardly any memory or open files."""
    environ = environment(folder, write_library(folder / "library"))
    outcome = Outcome()
    for arguments, statuses in COMMANDS:
        limit = limited(random, COMMAND_MEMORY)
        if bears_python(limit):
            ended = finish(start(arguments, environ, (*limit, *MODULE)))
            look(f"{limit[-1]}: {arguments}", ended, outcome, environ, statuses)
    return outcome


def scarce_reading(random: Random, folder: Path) -> Outcome:
    """Open a reader with hardly any memory or open files; it says so, or it reads."""
    environ = environment(folder, write_library(folder / "library"))
    outcome = Outcome()
    limit = limited(random, READER_MEMORY)
    if not bears_python(limit):
        return outcome
    with Pty([*limit, *MODULE], environ) as terminal:
        outcome.inputs += 1
        settle(terminal)
        for key in KEYS:
            if terminal.process.poll() is not None:
                break
            outcome.inputs += 1
            terminal.send(key)
            settle(terminal)
        leave(terminal, outcome, (0, 2, 131), took=b"\x1b[?1049h" in terminal.output)
    outcome.found = [(fault, f"{limit[-1]}: {said}") for fault, said in outcome.found]
    return outcome
