"""Commands as processes: how they end, and what they print on the way."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.e2e.terminal import CRASHED, MODULE, ROOT, Pty, crash_reports
from tests.hostile.outcome import Outcome
from tests.hostile.texts import leaks_in_print

PATIENCE = 60
"""Seconds after which a command that has not ended hangs."""

Destination = Literal["pipe", "closed pipe", "full disk", "terminal"]
DESTINATIONS: tuple[Destination, ...] = ("pipe", "pipe", "closed pipe", "full disk", "terminal")


@dataclass(frozen=True)
class Ended:
    """How a command ended.

    Attributes:
        status: Its exit status; 128 + n for signal n; None if it did not end.
        out: What it wrote to standard output, on a terminal to standard error as well.
        err: What it wrote to standard error.
        to: Where its output went.
    """

    status: int | None
    out: bytes
    err: bytes
    to: Destination = "pipe"


def environ_of(environ: Mapping[str, str]) -> dict[str, str]:
    """Return a whole environment for one that says only what matters."""
    return {"PATH": os.environ["PATH"], **environ}


def start(
    arguments: Sequence[str], environ: Mapping[str, str], program: Sequence[str] = MODULE
) -> subprocess.Popen[bytes]:
    """Start a command whose output can be read.

    Args:
        arguments: What follows the name of the program.
        environ: Its environment, on top of `PATH`.
        program: What starts the program.
    """
    return subprocess.Popen(
        [*program, *arguments],
        env=environ_of(environ),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finish(process: subprocess.Popen[bytes], to: Destination = "pipe") -> Ended:
    """Wait for a command to end, and end it if it does not."""
    try:
        out, err = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        return Ended(None, out or b"", err or b"", to)
    status = process.returncode
    return Ended(status if status >= 0 else 128 - status, out or b"", err or b"", to)


def run(arguments: Sequence[str], environ: Mapping[str, str], to: Destination = "pipe") -> Ended:
    """Run a command.

    Args:
        arguments: What follows the name of the program.
        environ: Its environment, on top of `PATH`.
        to: Where its output goes.
    """
    if to == "pipe":
        return finish(start(arguments, environ))
    if to == "terminal":
        with Pty([*MODULE, *arguments], environ) as terminal:
            status = terminal.wait_exit()
            return Ended(status, terminal.output, b"", to)
    if to == "full disk":
        output = os.open("/dev/full", os.O_WRONLY)
    else:
        reading, output = os.pipe()
        os.close(reading)
    try:
        process = subprocess.Popen(
            [*MODULE, *arguments],
            env=environ_of(environ),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.PIPE,
        )
    finally:
        os.close(output)
    return finish(process, to)


def look(
    said: str,
    ended: Ended,
    outcome: Outcome,
    environ: Mapping[str, str],
    statuses: Sequence[int],
) -> None:
    """Note what is wrong with how a command ended.

    Args:
        said: What was run.
        ended: How it ended.
        outcome: Where to note it.
        environ: Its environment, where its crash reports lie.
        statuses: Exit statuses that are right.
    """
    outcome.inputs += 1
    told = ended.err if ended.to != "terminal" else ended.out
    if ended.status is None:
        outcome.add("hang", f"{said}: {told[-400:]!r}")
    elif b"Traceback" in told or b"Fatal Python" in told or ended.status == CRASHED:
        reports = crash_reports(environ) if Path(environ["XDG_STATE_HOME"]).is_dir() else []
        outcome.add("traceback", "\n".join((said, told.decode("utf-8", "replace"), *reports)))
    elif ended.status not in statuses:
        outcome.add("status", f"{said}: {ended.status} instead of {statuses}: {told[-400:]!r}")
    elif ended.status == 2 and not told.strip():
        outcome.add("status", f"{said}: 2 without a word")
    if ended.to != "terminal":
        stray = [line for line in ended.err.splitlines() if not line.startswith(b"briefing: ")]
        if stray and ended.status is not None:
            outcome.add("status", f"{said}: a line that is no message: {stray[0][:300]!r}")
    for leak in leaks_in_print(ended.out, styled=ended.to == "terminal")[:2]:
        outcome.add("leak", f"{said}: {leak!r}")
    for leak in leaks_in_print(ended.err)[:2]:
        outcome.add("leak", f"{said}, to standard error: {leak!r}")
