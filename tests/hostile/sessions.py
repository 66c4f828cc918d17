"""Readers on pseudo-terminals: any keys at any size, hostile text everywhere, every way out."""

import signal
import time
from collections.abc import Mapping
from pathlib import Path
from random import Random

from tests.e2e.harbour import write_library
from tests.e2e.terminal import CRASHED, MODULE, Pty, assert_restored, crash_reports
from tests.hostile.keyboard import burst
from tests.hostile.libraries import damaged_library, hostile_library
from tests.hostile.outcome import Outcome
from tests.hostile.texts import HIDING, STEERING, leaks

PATIENCE = 20.0
"""Seconds after which a reader that was told to leave hangs."""
HELD = 0.3
"""Seconds for which the reader has to keep the terminal before it counts as taken again."""
SIZES = ((120, 40), (120, 40), (80, 24), (200, 60), (60, 15))
STARTED = b"\x1b[?2026$p"
"""The last of what the reader tells the terminal when it takes it."""


def environment(folder: Path, library: Path) -> dict[str, str]:
    """Return the environment of a user who has nothing but a library.

    Args:
        folder: Holds the user's settings, caches and notes.
        library: The library.
    """
    return {
        "HOME": str(folder),
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "BRIEFING_LIBRARY": str(library),
        # A terminal that is lent to an editor echoes whatever is typed, as is its right.
        "EDITOR": "/nowhere/editor",
        **{f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "CACHE", "DATA", "STATE")},
    }


def any_keys(random: Random, folder: Path) -> Outcome:
    """Give a reader whatever may arrive, at once and byte by byte, while its terminal changes."""
    root = folder / "library"
    library = write_library(root) if random.random() < 0.5 else hostile_library(root, random)
    small = random.random() < 0.5
    size = (random.randint(1, 10), random.randint(1, 4)) if small else random.choice(SIZES)
    outcome = Outcome()
    with Pty(MODULE, environment(folder, library), size=size) as terminal:
        _start(terminal)
        for _ in range(random.randint(10, 60)):
            outcome.inputs += 1
            if terminal.process.poll() is not None:
                break
            size = _act(terminal, random, size, small)
            terminal.read(random.choice((0, 0, 0.001, 0.02)))
        leave(terminal, outcome)
    return outcome


def _act(terminal: Pty, random: Random, size: tuple[int, int], small: bool) -> tuple[int, int]:
    chance = random.random()
    if chance < 0.12:
        for _ in range(random.choice((1, 1, 1, 20))):
            few = (random.randint(1, 10), random.randint(1, 4))
            size = few if small else random.choice((few, *SIZES))
            terminal.resize(*size)
    elif chance < 0.2:
        taken = terminal.output.count(STARTED)
        stop = random.choice(((), (signal.SIGSTOP,), (signal.SIGTSTP,)))
        for number in (*stop, signal.SIGCONT):
            terminal.signal(number)
        # What is typed while the reader does not have the terminal, the terminal itself would show.
        _wait_taken(terminal, taken)
    else:
        sent = burst(random, *size)
        if len(sent) < 60 and random.random() < 0.3:
            for at in range(len(sent)):
                _send(terminal, sent[at : at + 1])
                terminal.read(random.choice((0, 0.005)))
        else:
            _send(terminal, sent)
    return size


def _wait_taken(terminal: Pty, times: int) -> None:
    """Wait until the reader has taken the terminal more often, or is not there to take it."""
    end = time.monotonic() + PATIENCE
    while terminal.output.count(STARTED) <= times and time.monotonic() < end:
        if terminal.process.poll() is not None:
            return
        terminal.read(0.02)
    settle(terminal)
    # A stop that is answered after the going on gives it back once more.
    held = time.monotonic()
    while time.monotonic() < min(end, held + HELD) and terminal.process.poll() is None:
        terminal.read(0.02)
        if terminal.settings == terminal.settings_before:
            held = time.monotonic()


def _send(terminal: Pty, data: bytes) -> None:
    """Send keys while reading, because a terminal holds only so much that nobody has taken."""
    for at in range(0, len(data), 1024):
        terminal.send(data[at : at + 1024])
        if len(data) > 1024:
            terminal.read(0.005)


def every_screen(random: Random, folder: Path) -> Outcome:
    """Show a hostile library on every screen, and paste hostile text into every box."""
    library = hostile_library(folder / "library", random)
    return tour(random, environment(folder, library))


def damaged_reading(random: Random, folder: Path) -> Outcome:
    """Read a damaged library."""
    library = damaged_library(folder / "library", random)
    return tour(random, environment(folder, library))


def tour(random: Random, environ: Mapping[str, str]) -> Outcome:
    """Show a library on every screen, and paste hostile text into every box.

    Args:
        random: Chooses the size of the terminal and what is pasted.
        environ: Names the library.
    """
    outcome = Outcome()
    pasted = " ".join(random.sample(STEERING + HIDING, 6)).encode("utf-8", "surrogatepass")
    paste = b"\x1b[200~" + pasted.replace(b"\x1b[20", b"") + b"\x1b[201~"
    steps = (
        *(b"j", b"j", b"J", b"y", b"\r", b"J", b"\r", b"j", b"y", b"\x1b[27u"),
        *(b"o", b"j", b"\r", b"G", b"]", b"e", b"z", b"z"),
        *(b"?", paste, b"\x1b[27u"),
        *(b"t", b"\r", b"\r", b"\x1b[27u", b"y", b"q", b"q", b"s", b"\r", b"q", b"q"),
        *(b"d", b"/", paste, b"\x1b[27u", b"q", b"c", b"c", b"\r", b"q", b"T", b"-+", b"q"),
        *(b"p", b"G\r", b"q", b"q", b"w", b"\x15shared concern\r", b"jy", b"q"),
        *(b"w", b"\x15" + paste + b"\r", b"q", b"q"),
        *(b"/", b"tides", b"\x1b[B", b"\x13", b"\r", b"n", b"N", b"\x1b[27u"),
        *(b"/", paste, b"\t", b"\x13", b"\r", b"\x1b[27u"),
        *(b"/", b"\x15", b"\x1b[B", b"\r", b"\x1b[27u"),
        *(b"\x10", b"meeting", b"\x1b[B", b"\r"),
        *(b"\x10", paste, b"\x1b[27u", b"\x03", b"\x0f"),
    )
    with Pty(MODULE, environ, size=random.choice(SIZES)) as terminal:
        _start(terminal)
        for step in steps:
            if terminal.process.poll() is not None:
                break
            outcome.inputs += 1
            terminal.send(step)
            settle(terminal)
        leave(terminal, outcome)
    return outcome


def ways_out(random: Random, folder: Path) -> Outcome:
    """Leave in every way at any moment, stopped and continued before, and compare the terminal."""
    library = write_library(folder / "library")
    outcome = Outcome()
    ways: tuple[tuple[tuple[signal.Signals, ...], bytes, int], ...] = (
        ((), b"\x11", 0),
        ((), b"?\x11", 0),
        ((signal.SIGTERM,), b"", 143),
        ((signal.SIGHUP,), b"", 129),
        ((signal.SIGINT,), b"", 130),
        ((signal.SIGQUIT,), b"", 131),
        ((signal.SIGTERM, signal.SIGCONT), b"", 143),
        ((signal.SIGCONT, signal.SIGHUP, signal.SIGCONT), b"", 129),
        ((signal.SIGSTOP, signal.SIGTERM, signal.SIGCONT), b"", 143),
        ((signal.SIGTSTP, signal.SIGCONT, signal.SIGTERM), b"", 143),
    )
    for signals, keys, status in random.sample(ways, 3):
        outcome.inputs += 1
        with Pty(MODULE, environment(folder, library)) as terminal:
            _start(terminal)
            for _ in range(random.randint(0, 4)):
                terminal.read(random.uniform(0, 0.05))
                _act(terminal, Random(0), (120, 40), False)
            # What the way out is has to arrive whole, after whatever came before it.
            terminal.send(b"\x1b[201~")
            settle(terminal)
            for number in signals:
                terminal.signal(number)
            terminal.send(keys)
            leave(terminal, outcome, (status,), nudge=b"")
    return outcome


def settle(terminal: Pty) -> None:
    """Read until nothing was written for a moment."""
    end = time.monotonic() + PATIENCE
    while terminal.read(0.04) and time.monotonic() < end:
        continue


def _start(terminal: Pty) -> None:
    terminal.wait_until("it has the terminal", lambda: STARTED in terminal.output)
    settle(terminal)


def leave(
    terminal: Pty,
    outcome: Outcome,
    statuses: tuple[int, ...] = (0, 131),
    nudge: bytes = b"\x1b[201~\x11",
    *,
    took: bool = True,
) -> None:
    """Leave the reader and look at what it left behind.

    Args:
        terminal: Where it runs.
        outcome: Where to note what is wrong.
        statuses: Exit statuses that are right.
        nudge: Keys that leave, pressed now and then, for a paste or a sequence may be open.
        took: Whether it ever took the terminal, and so has something to give back.
    """
    end = time.monotonic() + PATIENCE
    pressed = 0.0
    while terminal.process.poll() is None:
        if time.monotonic() > end:
            outcome.add("hang", repr(terminal.output[-400:]))
            return
        if time.monotonic() > pressed + 1.5 and nudge:
            terminal.send(nudge)
            pressed = time.monotonic()
        terminal.read(0.02)
    status = terminal.wait_exit()
    written, _, after = terminal.output.rpartition(b"\x1b[?25h")
    if b"Traceback" in after or status == CRASHED:
        reports = crash_reports(terminal.environ)
        outcome.add("traceback", "\n".join((after.decode("utf-8", "replace"), *reports)))
    elif status not in statuses:
        outcome.add("status", f"{status} instead of {statuses}: {after!r}")
    for leak in leaks(written)[:3]:
        outcome.add("leak", repr(leak))
    try:
        if took:
            assert_restored(terminal)
        else:
            assert terminal.settings == terminal.settings_before
    except AssertionError as error:
        outcome.add("unrestored", f"{status}: {str(error)[:300]}\n{after[:300]!r}")
