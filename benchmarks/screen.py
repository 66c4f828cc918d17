"""Measure what a reader sees: first frame, key to paint, long documents, the command, memory.

`python -m benchmarks.screen` writes `benchmarks/data/screen.json`. Programs run in a
pseudo-terminal of 120 by 40; those that are compared take turns, so that a slow minute of the
machine meets both.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import corpus, machine, packages
from benchmarks.hosts import bare, lines
from benchmarks.library import make_library, make_long_card
from benchmarks.metrics import latencies, percentile
from benchmarks.terminal import Lines, Terminal, first, last_change

RESULTS = packages.DATA / "screen.json"
ROOT = Path(__file__).parent.parent
BARE = [sys.executable, "-m", "benchmarks.hosts.bare"]
READER = [sys.executable, "-m", "briefing"]
WARM_UP = "treaty"
"""What is typed first, without a clock: the first search of all opens the index."""
TYPED = ("counterstirke", "deterence space", "japan alliance", "hayashi")
"""What is typed into the reader's search box; two of the four with a slip."""
SCREENFUL = 1500
"""Bytes that no program here sends before its first frame, and each sends with it."""
FIRST = "first search, builds the catalogue, s"
LIST = "list, whole process, ms"
TO_LIST = "reader to its list, ms"
CARDS_FOR_100K = 2_400
"""Cards whose items and source paragraphs make 100,000 entries."""


def shows(*words: str) -> Callable[[Lines], bool]:
    """Return a test whether all these words stand on the screen, each on one row."""
    return lambda rows: all(any(word in row for row in rows) for word in words)


def drawn(rows: Lines) -> bool:
    """Tell whether the reader's panes are filled: text in at least a third of the rows."""
    return sum(bool(row.strip()) for row in rows) >= len(rows) // 3


def opened(rows: Lines) -> bool:
    """Tell whether the reader shows the bundled library's first card."""
    return drawn(rows) and shows("U.S.–Japan two-plus-two")(rows)


def environment() -> dict[str, str]:
    """Return variables for every program here, the same for those that are compared."""
    own = packages.DATA / "home"
    return {
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "",
        "TEXTUAL_FPS": "120",
        "BRIEFING_CACHE": str(own / "cache"),
        "BRIEFING_CONFIG": str(own / "config.toml"),
        "BRIEFING_NOTEBOOK": str(own / "notebook.sqlite"),
        "BRIEFING_STATE": str(own / "state"),
    }


def first_frame(command: Sequence[str], ready: Callable[[Lines], bool]) -> tuple[float, float]:
    """Return the seconds from starting a program to its first full frame, and its MB then."""
    with Terminal(command, environment=environment()) as terminal:
        frames = terminal.frames(quiet=0.7, enough=SCREENFUL)
        at = first(frames, ready)
        if at is None:
            raise RuntimeError(f"{' '.join(command)} showed only: {terminal.shown()}")
        return at, terminal.memory_mb()


def compare_first_frames(rounds: int) -> dict[str, Any]:
    """Start the bare app and the reader by turns."""
    seconds: dict[str, list[float]] = {"bare": [], "reader": []}
    memory: dict[str, list[float]] = {"bare": [], "reader": []}
    wanted = {"bare": (BARE, shows(bare.READY)), "reader": (reader_on(ROOT), opened)}
    for name in [*wanted] * (rounds + 1):
        at, size = first_frame(*wanted[name])
        seconds[name].append(at)
        memory[name].append(size)
    found: dict[str, Any] = {}
    for name in wanted:
        kept = seconds[name][1:]  # the first start of each writes byte code and fills the cache
        found[f"{name}_ms"] = 1000 * statistics.median(kept)
        found[f"{name}_ms_range"] = [1000 * min(kept), 1000 * max(kept)]
        found[f"{name}_mb"] = statistics.median(memory[name])
    found["ratio"] = found["reader_ms"] / found["bare_ms"]
    return found


def reader_on(library: Path) -> list[str]:
    """Return the command that opens the reader on a library."""
    return [*READER, "--library", str(library)]


def key_to_paint(library: Path, patience: float) -> dict[str, Any]:
    """Type into the reader's search box, a key every 90 ms or so; echo and painted results.

    A key's echo is the first output after it, its results the last change of the screen before the
    next key, on any row.

    Args:
        library: The library to open.
        patience: Seconds without output after which its catalogue counts as made.

    Raises:
        RuntimeError: What was typed is not on the screen.
    """
    echo: list[float] = []
    painted: list[float] = []
    with Terminal(reader_on(library), environment=environment()) as terminal:
        terminal.frames(quiet=patience, longest=300, enough=SCREENFUL)
        for typed in (WARM_UP, *TYPED):
            terminal.press("/")
            terminal.frames(quiet=0.5)
            for key in typed:
                before = terminal.lines
                terminal.press(key)
                frames = terminal.frames(quiet=0.09, longest=1.5)
                if frames and typed != WARM_UP:
                    echo.append(frames[0].at)
                    painted.append(last_change(frames, before) or frames[-1].at)
            terminal.frames(quiet=0.5)
            if not shows(typed)(terminal.lines):
                raise RuntimeError(f"{typed!r} was typed, and on the screen is {terminal.shown()}")
            terminal.press("\x1b")
            terminal.frames(quiet=0.5)
        memory = terminal.memory_mb()
    return {"echo_ms": latencies(echo), "painted_ms": latencies(painted), "memory_mb": memory}


def long_document(items: int, rounds: int) -> dict[str, float]:
    """Open a document in the line view alone, and jump to its middle and back."""
    opened: list[float] = []
    jumped: list[float] = []
    command = [sys.executable, "-m", "benchmarks.hosts.lines", str(items)]
    for _ in range(rounds):
        with Terminal(command, environment=environment()) as terminal:
            started = terminal.frames(quiet=0.5, enough=SCREENFUL)
            if first(started, shows(lines.READY)) is None:
                raise RuntimeError(f"the line view showed only: {terminal.shown()}")
            for key, word, seconds in (("o", "FIRST", opened), ("e", "MIDDLE", jumped)):
                terminal.press(key)
                at = first(terminal.frames(quiet=0.5, longest=10, enough=1), shows(word))
                if at is None:
                    raise RuntimeError(f"{word} was not painted after {key}")
                seconds.append(at)
            memory = terminal.memory_mb()
    return {
        "open_ms": 1000 * statistics.median(opened),
        "jump_ms": 1000 * statistics.median(jumped),
        "memory_mb": memory,
    }


def reader_long_document(rounds: int) -> dict[str, float]:
    """Open the reader itself on a card of 2,000 items over 30,000 paragraphs; go to the end."""
    folder = make_long_card(2_000, 30_000, packages.DATA / "library-long")
    frames_ms: list[float] = []
    ends: list[float] = []
    for _ in range(rounds):
        with Terminal(reader_on(folder), environment=environment()) as terminal:
            at = first(terminal.frames(quiet=2.0, longest=90, enough=SCREENFUL), drawn)
            frames_ms.append(at or float("nan"))
            before = terminal.lines
            terminal.press("G")
            ends.append(last_change(terminal.frames(quiet=0.5), before) or float("nan"))
            memory = terminal.memory_mb()
    return {
        "first_frame_ms": 1000 * statistics.median(frames_ms),
        "end_ms": 1000 * statistics.median(ends),
        "memory_mb": memory,
    }


def catalogue(cards: int, rebuild: bool) -> dict[str, float]:
    """Build the catalogue of a library by `briefing list`, and list it again warm.

    Args:
        cards: How many cards of about 6 KB the library has.
        rebuild: Whether one that was left by an earlier run is thrown away first.
    """
    library = make_library(cards, packages.DATA / f"library-{cards}")
    own = {**os.environ, **environment()}
    own["BRIEFING_CACHE"] = str(packages.DATA / "home" / f"cache-{cards}")
    if rebuild:
        shutil.rmtree(own["BRIEFING_CACHE"], ignore_errors=True)
    command = [*READER, "--library", str(library), "search", "treaty"]
    built = machine.whole_process(command, rounds=1, env=own)
    os.sync()  # a disk that is busy with a build is no warm catalogue
    warm = machine.whole_process(command, rounds=5, env=own)
    touched = next((library / "content/meetings").glob("*.yaml"))
    touched.touch()
    again = machine.whole_process(command, rounds=1, env=own)
    listed = [*READER, "--library", str(library), "list"]
    return {
        FIRST: built,
        "cards a second": cards / built,
        "search again, whole process, ms": 1000 * warm,
        "search after one card was touched, ms": 1000 * again,
        LIST: 1000 * machine.whole_process(listed, rounds=5, env=own),
        TO_LIST: 1000 * to_list(library, cards, own["BRIEFING_CACHE"]),
    }


def to_list(library: Path, cards: int, cache: str) -> float:
    """Return the seconds until the reader lists so many meetings, by a warm catalogue."""
    listing = shows(f"Meetings, {cards:,}")
    seconds: list[float] = []
    for _ in range(3):
        where = {**environment(), "BRIEFING_CACHE": cache}
        with Terminal(reader_on(library), columns=160, environment=where) as terminal:
            frames = terminal.frames(quiet=2.0, enough=SCREENFUL)
            at = first(frames, lambda rows: listing(rows) and drawn(rows))
            seconds.append(float("nan") if at is None else at)
    return statistics.median(seconds)


def commands(rounds: int) -> dict[str, float]:
    """Time whole processes: bare Python and `briefing` printing, by turns; medians in ms."""
    library = ["--library", str(ROOT)]
    wanted = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "briefing --version": [*READER, "--version"],
        "briefing list": [*READER, *library, "list"],
        "briefing search": [*READER, *library, "search", "counterstirke"],
        "briefing check": [*READER, *library, "check"],
    }
    plain = {**os.environ, **environment()}
    seconds: dict[str, list[float]] = {name: [] for name in wanted}
    for _ in range(rounds):
        for name, command in wanted.items():
            seconds[name].append(machine.whole_process(command, rounds=1, env=plain))
    return {name: 1000 * percentile(values, 0.5) for name, values in seconds.items()}


FAILURES = (
    RuntimeError,
    ValueError,
    ImportError,
    OSError,
    subprocess.SubprocessError,
    packages.TextsMissingError,
)
"""What a part ends with that cannot be measured here; each says why."""
TEXTS = "the texts that long documents are made of"
ON_TEXTS = ("line view", "catalogue", "reader, ", "keys, 100,000")
"""How the names of the parts begin that are made of these texts."""


def attempt(name: str, part: Callable[[], object]) -> object:
    """Run one part, printing it; a part that fails says why and does not stop the others."""
    print(f"{time.strftime('%H:%M:%S')} {name} …", flush=True)
    try:
        found = part()
    except FAILURES as error:
        found = {"error": str(error) or type(error).__name__}
        print(f"{time.strftime('%H:%M:%S')} {name}: not measured: {found['error']}", flush=True)
    else:
        print(f"{time.strftime('%H:%M:%S')} {name}: {json.dumps(found)[:400]}", flush=True)
    return found


def texts() -> dict[str, str]:
    """Make the list of texts, unless it is there: fetching them takes minutes, or cannot be done.

    Apart from what is timed, or these minutes would look like the reader's.

    Raises:
        TextsMissingError: There are none, and none can be fetched.
    """
    return {"list": str(corpus.list_file())}


def attempt_all(parts: Mapping[str, Callable[[], object]]) -> dict[str, object]:
    """Run all parts; those that are made of texts only where there are any."""
    found: dict[str, object] = {}
    made: object = {}
    if any(name.startswith(ON_TEXTS) for name in parts):
        made = attempt(TEXTS, texts)
    for name, part in parts.items():
        if name.startswith(ON_TEXTS) and isinstance(made, dict) and "error" in made:
            found[name] = {"error": f"no {TEXTS}: {made['error']}"}
            print(f"{time.strftime('%H:%M:%S')} {name}: not measured, see above", flush=True)
        else:
            found[name] = attempt(name, part)
    return found


def main() -> None:
    """Measure the screen as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rounds, no large library")
    quick = parser.parse_args().quick
    rounds = 3 if quick else 10
    parts: dict[str, Callable[[], object]] = {
        "commands": lambda: commands(rounds),
        "line view, 2,000 items": lambda: long_document(2_000, max(2, rounds // 3)),
        "line view, 30,000 paragraphs": lambda: long_document(30_000, max(2, rounds // 3)),
        "first frame": lambda: compare_first_frames(rounds),
        "keys, bundled library": lambda: key_to_paint(ROOT, patience=2.0),
    }
    if not quick:
        parts["catalogue of 1,000 cards"] = lambda: catalogue(1_000, rebuild=True)
        parts["catalogue of 10,000 cards"] = lambda: catalogue(10_000, rebuild=True)
        large = packages.DATA / f"library-{CARDS_FOR_100K}"
        parts["reader, 2,000 items over 30,000 paragraphs"] = lambda: reader_long_document(3)
        parts["keys, 100,000 entries"] = lambda: key_to_paint(
            make_library(CARDS_FOR_100K, large), patience=20.0
        )
    found = {"machine": machine.describe(), "noise": machine.noise()}
    found |= attempt_all(parts)
    RESULTS.write_text(json.dumps(found, indent=1), encoding="utf-8")
    print(f"written: {RESULTS}")


if __name__ == "__main__":
    main()
