"""Sockets denied: the reader and every command do all they do without one."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from random import Random

from tests.e2e.harbour import write_library
from tests.e2e.terminal import ROOT
from tests.hostile.libraries import damaged_library, hostile_library
from tests.hostile.outcome import Outcome
from tests.hostile.running import environ_of, look, run
from tests.hostile.sessions import environment, tour

DENIED = Path(__file__).parent / "denied"
"""What Python finds at its start, and denies itself sockets with."""
COMMANDS = (
    (["list"], (0, 2)),
    (["list", "--json"], (0, 2)),
    (["show", "2022"], (0, 2)),
    (["search", "tides"], (0, 1, 2)),
    (["check"], (0, 1, 2)),
    (["check", "--all", "--json"], (0, 1, 2)),
    (["report"], (1,)),
    (["--help"], (0,)),
    (["--version"], (0,)),
    (["no-such-card"], (2,)),
)
ATTEMPTS = {
    "Python": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "a look for a name": "import socket; socket.getaddrinfo('localhost', 80)",
    "a datagram": "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "past Python": "import ctypes; ctypes.CDLL(None).socket(2, 1, 0)",
}
"""Programs that reach out, each in its way."""


def denying(environ: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Return an environment in which no Python can open a connection, and each attempt is told.

    Args:
        environ: The environment otherwise.
        folder: Gets the list of attempts.
    """
    paths = os.pathsep.join((str(DENIED), str(ROOT)))
    return {**environ, "PYTHONPATH": paths, "DENIED_LOG": str(folder / "attempts")}


def attempts(environ: Mapping[str, str]) -> str:
    """Return what tried to reach out; empty if nothing did."""
    log = Path(environ["DENIED_LOG"])
    return log.read_text("utf-8") if log.exists() else ""


def attempt(name: str, environ: Mapping[str, str]) -> int:
    """Reach out as a program may, and return its exit status: 0 if it could."""
    return subprocess.run(
        [sys.executable, "-c", ATTEMPTS[name]],
        env=environ_of(environ),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    ).returncode


def offline(random: Random, folder: Path) -> Outcome:
    """Tour the reader and run every command where reaching out is impossible and told."""
    make = random.choice((write_library, None))
    root = folder / "library"
    library = (
        make(root) if make else random.choice((hostile_library, damaged_library))(root, random)
    )
    environ = denying(environment(folder, library), folder)
    outcome = tour(random, environ)
    for arguments, statuses in COMMANDS:
        look(f"{arguments} offline", run(arguments, environ), outcome, environ, statuses)
    if told := attempts(environ):
        outcome.add("network", told)
    return outcome
