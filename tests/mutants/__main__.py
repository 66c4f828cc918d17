"""Changes one small thing of the program at a time, and counts how often a test notices.

`python -m tests.mutants [--minutes N] [--jobs N] [--seed N]`. What is changed is drawn by chance
from two rooms in turns, as much as there is time for; each draw of a seed begins alike. A change is
shown to the tests that run its line.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.mutants.covering import measure
from tests.mutants.mutations import Mutation, mutations

ROOT = Path(__file__).parent.parent.parent
ROOMS = ("evidence", "check")
TESTS = ("tests/evidence", "tests/library", "tests/check")
"""What may notice a change of them."""
WORD_LISTS = "briefing/evidence/sense/languages"
"""Lists of words are data; how good they are is measured in docs/sense.md."""
PATIENCE = 1800
"""Seconds after which a change counts as noticed: something waits for ever."""


class Mutant(NamedTuple):
    """A change of a module."""

    room: str
    file: Path
    change: Mutation

    @property
    def line(self) -> int:
        """The 1-based line on which it begins."""
        return self.file.read_text(encoding="utf-8").count("\n", 0, self.change.start) + 1

    def __str__(self) -> str:
        before = self.file.read_text(encoding="utf-8")[self.change.start : self.change.end]
        return f"{self.file.relative_to(ROOT)}:{self.line}: {before!r} -> {self.change.text!r}"


def drawn(room: str, dice: random.Random) -> list[Mutant]:
    """Return all changes of a room in the order they are tried."""
    found = [
        Mutant(room, file, change)
        for file in sorted((ROOT / "briefing" / room).rglob("*.py"))
        if WORD_LISTS not in file.as_posix()
        for change in mutations(file.read_text(encoding="utf-8"))
    ]
    dice.shuffle(found)
    return found


def in_turns(rooms: list[list[Mutant]]) -> Iterator[Mutant]:
    """Yield the changes of all rooms, one of each at a time."""
    for number in range(max(map(len, rooms))):
        yield from (room[number] for room in rooms if number < len(room))


def is_noticed(mutant: Mutant, tests: Sequence[str]) -> bool:
    """Run tests over a change and return whether any fails."""
    source = mutant.file.read_text(encoding="utf-8")
    module = ".".join(mutant.file.relative_to(ROOT).with_suffix("").parts)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.mutants.child", module, *tests],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.communicate(mutant.change.of(source).encode(), timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return process.returncode != 0


def main() -> None:
    """Try changes until the time is over; print those that no test noticed, and a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    with TemporaryDirectory() as folder:
        try:
            covering = measure(ROOT, TESTS, Path(folder))
        except ValueError as error:
            sys.exit(f"tests fail without a change, and would notice all of them:\n{error}")
    end = time.monotonic() + 60 * chosen.minutes
    rooms = [drawn(room, random.Random(chosen.seed)) for room in ROOMS]
    tried, noticed = Counter[str](), Counter[str]()

    def try_out(mutant: Mutant) -> None:
        if time.monotonic() > end:
            return
        tests = covering.tests(mutant.file, mutant.line)
        found = bool(tests) and is_noticed(mutant, tests)
        tried[mutant.room] += 1
        noticed[mutant.room] += found
        if not found:
            print(mutant, flush=True)

    with ThreadPoolExecutor(chosen.jobs) as pool:
        list(pool.map(try_out, in_turns(rooms)))
    print("\n| room | changes there are | tried | noticed |\n|---|---:|---:|---:|")
    for room, all_of_it in zip(ROOMS, rooms, strict=True):
        share = f"{noticed[room]} ({100 * noticed[room] / max(1, tried[room]):.0f} %)"
        print(f"| `{room}/` | {len(all_of_it):,} | {tried[room]} | {share} |")


if __name__ == "__main__":
    main()
