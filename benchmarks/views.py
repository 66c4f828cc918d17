"""Measure a key to the picture of each view over time, in the reader on a library of 10,000 cards.

`python -m benchmarks.views` writes `benchmarks/data/views.json`. The reader runs in a
pseudo-terminal of 120 by 40; a view is opened by its key and left several times, and the time is
that of the last change of the screen after the key, with the processor time of the reader by then.
"""

import argparse
import json
import os
from pathlib import Path
from typing import Any

from benchmarks import machine, packages
from benchmarks.analysis import CARDS, SERIES
from benchmarks.library import make_library
from benchmarks.metrics import latencies
from benchmarks.screen import SCREENFUL, drawn, environment, reader_on, shows
from benchmarks.terminal import Terminal, first, last_changed
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.location import catalogue_folder
from briefing.catalogue.sync.sync import sync

RESULTS = packages.DATA / "views.json"
VIEWS = {
    "topics": ("t", "Topics"),
    "speakers": ("s", "Speakers"),
    "commitments": ("d", "Commitments"),
    "compare, the newest with the one before": ("c", "→"),
    "timeline": ("T", "Timeline"),
    "before the next round": ("p", "Before the next round"),
}
"""The key of each view, and what its first row says."""
SETTLED = 1.5
"""Seconds without output after which a view counts as painted."""
STARTED = 5.0
"""The same for the first frame of all, which a large library may take longer for."""
PROCESSOR = "processor, least"
"""The least that the reader itself worked until the picture: what a busy machine changes least."""


def key_to_picture(library: Path, cache: Path, rounds: int) -> dict[str, Any]:
    """Open each view by its key and leave it, several times, after a first time without a clock.

    Args:
        library: The library to open.
        cache: Where its catalogue is kept, finished.
        rounds: How often each view is opened.

    Raises:
        RuntimeError: The reader or a view did not come.
    """
    found: dict[str, list[float]] = {name: [] for name in VIEWS}
    worked: dict[str, list[float]] = {name: [] for name in VIEWS}
    where = {**environment(), "BRIEFING_CACHE": str(cache)}
    with Terminal(reader_on(library), environment=where) as terminal:
        started = terminal.frames(quiet=STARTED, longest=120, enough=SCREENFUL)
        if first(started, drawn) is None:
            raise RuntimeError(f"the reader showed only: {terminal.shown()}")
        for turn in range(rounds + 1):
            for name, (key, says) in VIEWS.items():
                before = terminal.lines
                terminal.press(key)
                frames = terminal.frames(quiet=SETTLED, longest=20, enough=1)
                last = last_changed(frames, before)
                if last is None or not shows(says)(terminal.lines):
                    raise RuntimeError(f"{key} showed no {name}: {terminal.shown()}")
                if turn:
                    found[name].append(last.at)
                    worked[name].append(last.worked)
                terminal.press("q")
                terminal.frames(quiet=0.5)
        memory = terminal.memory_mb()
    views = {
        name: latencies(values) | {PROCESSOR: 1000 * min(worked[name])}
        for name, values in found.items()
    }
    return {"views": views, "mb": memory}


def main() -> None:
    """Make the library and its catalogue where they are missing, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--cards", type=int, default=CARDS)
    given = parser.parse_args()
    root = make_library(
        given.cards, packages.DATA / f"library-{given.cards}-in-{SERIES}", series=SERIES
    )
    cache = packages.DATA / "home" / f"cache-{given.cards}-in-{SERIES}"
    os.environ["BRIEFING_CACHE"] = str(cache)
    with Catalogue.open(root, catalogue_folder(root)) as catalogue:
        sync(catalogue)
    found = {"machine": machine.describe(), "noise": machine.noise(), "cards": given.cards}
    found |= key_to_picture(root, cache, given.rounds)
    RESULTS.write_text(json.dumps(found, indent=1), encoding="utf-8")
    print(json.dumps(found["views"], indent=1))
    print(f"written: {RESULTS}")


if __name__ == "__main__":
    main()
