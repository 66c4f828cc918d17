"""What large sources cost: memory and time against the size of the file, as a report.

`python -m benchmarks.sources` writes docs/large-sources.md. Each number comes from a process of its
own that does one thing with a made library of one large source: lays it out for the reader, gives
a card that rests on it, or brings the catalogue up to date; or it is the reader itself in a
terminal, open on that card until it has nothing left to do. What a process takes with a source of
one paragraph is taken off.
"""

import argparse
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import machine

REPORT = Path(__file__).parent.parent / "docs/large-sources.md"
BUDGET = 8.0
"""Peak memory over the size of the file."""
MIB = 2**20


class Sort(NamedTuple):
    """A sort of text, and how much of it."""

    name: str
    length: int
    """Code points of a paragraph."""
    sizes: tuple[float, ...]
    """MiB."""
    letters: str = "aeioulnrstkdm"
    first: str = ""
    """What the document begins with."""
    each: str = ""
    """What every paragraph begins with."""


SORTS = (
    Sort("short paragraphs, 14 bytes", 12, (1, 4, 14)),
    Sort("short paragraphs, 60 bytes", 58, (1, 8, 55)),
    Sort("long paragraphs, 2,000 bytes", 2000, (1, 8, 55)),
    Sort("Cyrillic, 60 letters", 58, (1, 8), letters="аеиоулнрсткдм"),
    Sort("one emoji in Latin text, 60 bytes", 58, (1, 8), first="\N{GRINNING FACE} "),
    Sort("an emoji a paragraph, 60 bytes", 55, (1, 8), each="\N{GRINNING FACE} "),
)
TASKS = ("page", "card", "catalogue")
"""Read a source and lay it out; give a card that rests on it; bring the catalogue up to date."""
READER = "reader"
"""Open the reader on the card, with its source beside it and the catalogue made behind it."""
IDLE = 2.0
"""Seconds without work after which the reader has nothing left to do."""
LONGEST = 300.0
"""Seconds after which it is no longer waited for."""


def paragraphs(sort: Sort) -> Iterator[str]:
    """Yield paragraphs without end, the first twenty of them unlike all others."""
    dice = random.Random(14)
    words = [
        "".join(dice.choice(sort.letters) for _ in range(dice.randint(2, 9))) for _ in range(40_000)
    ]
    for number in itertools.count():
        text = sort.first if not number else f"{number} " if number < 20 else ""
        text = f"{sort.each}{text}"
        while len(text) < sort.length:
            text += f"{words[min(int(dice.paretovariate(0.6)), len(words) - 1)]} "
        yield text[: sort.length].strip()


def make_library(sort: Sort, mib: float, root: Path) -> Path:
    """Write a library of one card that rests on one large source."""
    (root / "content/meetings").mkdir(parents=True)
    (root / "seeds").mkdir()
    left = mib * MIB
    quoted = ""
    with (root / "seeds/large.txt").open("w", encoding="utf-8") as file:
        for number, text in enumerate(paragraphs(sort)):
            left -= file.write(f"{text}\n\n") * len(text.encode()) / max(1, len(text))
            if number <= 11:
                quoted = text
            if left <= 0:
                break
    words = json.dumps(quoted[:100].rsplit(" ", 1)[0], ensure_ascii=False)
    (root / "content/sources.yaml").write_text(
        "large:\n  file: seeds/large.txt\n  publisher: Nobody\n", encoding="utf-8"
    )
    (root / "content/meetings/2000-01-01-talks.yaml").write_text(
        "format: 1\ntitle: Talks\nmeeting: {name: Talks, date: 2000-01-01}\n"
        f"bottom_line:\n  text: It began.\n  evidence: [{{source: large, exact: {words}}}]\n"
        "sections:\n  - title: All\n    items:\n"
        f"      - {{quote: {words}, speaker: none, source: large, voice: document}}\n",
        encoding="utf-8",
    )
    return root


def do(task: str, root: Path) -> None:
    """Do a task with a library."""
    if task == "catalogue":
        from briefing.catalogue.catalogue import Catalogue
        from briefing.catalogue.sync.sync import sync

        folder = root.parent / "cache"
        with Catalogue.open(root, folder) as catalogue:
            sync(catalogue)
            catalogue.engine().search("the")
        return
    from briefing.library.library import Library

    library = Library.open(root)
    if task == "page":
        from briefing.tui.content.pages.source import source_page
        from briefing.tui.lineview.blocks import Layout

        Layout(source_page(library.source("large"), {}).blocks, 80)
    elif not all(item.verified for item in library.card("2000-01-01-talks").items):
        raise ValueError("the words were not found")


class Cost(NamedTuple):
    """What a task took."""

    seconds: float
    peak: float
    """MiB, of the whole process."""


def cost(task: str, root: Path) -> Cost:
    """Measure a task in a process of its own."""
    if task == READER:
        return reader_cost(root)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.sources", "--do", task, str(root)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parent.parent,
    )
    seconds, peak = map(float, done.stdout.split())
    return Cost(seconds, peak)


def reader_cost(root: Path) -> Cost:
    """Measure the reader in a terminal, from its start until it has nothing left to do."""
    from benchmarks.terminal import Terminal  # needs what benchmarks/requirements.txt names

    command = [sys.executable, "-m", "briefing", "--library", str(root), "2000-01-01-talks"]
    with tempfile.TemporaryDirectory() as home:
        own = dict.fromkeys(("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), home)
        with Terminal(command, environment=own) as terminal:
            started = at_work = time.perf_counter()
            used = -1
            while time.perf_counter() - at_work < IDLE:
                terminal.frames(quiet=0.2, longest=LONGEST)
                now = ticks(terminal.pid)
                at_work = time.perf_counter() if now > used + 2 else at_work
                used = now
                if time.perf_counter() - started > LONGEST:
                    raise TimeoutError(f"the reader was still at work: {terminal.shown()}")
            return Cost(at_work - started, peak_memory(str(terminal.pid)))


def ticks(pid: int) -> int:
    """Return the processor time that a process has used, in ticks of the system's clock."""
    row = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return int(row[11]) + int(row[12])


def peak_memory(process: str = "self") -> float:
    """Return the most memory a process has had, in MiB."""
    for row in Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
        if row.startswith("VmHWM"):
            return int(row.split()[1]) / 1024
    raise OSError("this system does not tell")


def measured(sort: Sort, mib: float, base: Callable[[str], float]) -> str:
    """Return a row of the report."""
    with tempfile.TemporaryDirectory() as folder:
        root = make_library(sort, mib, Path(folder) / "library")
        path = root / "seeds/large.txt"
        size = path.stat().st_size / MIB
        with path.open("rb") as file:
            count = sum(1 for line in file if line.strip())
        cells = [sort.name, f"{size:.0f}", f"{count:,}"]
        for task in (*TASKS, READER):
            found = cost(task, root)
            share = (found.peak - base(task)) / size
            over = " **over**" if share > BUDGET else ""
            cells.append(f"{found.seconds:.1f} s, {share:.1f} ×{over}")
    return f"| {' | '.join(cells)} |"


def report(rows: list[str], noise: float) -> str:
    """Return the report."""
    about = ", ".join(f"{name} {value}" for name, value in machine.describe().items())
    return "\n".join(
        [
            "# Large sources",
            "",
            "Written by `python -m benchmarks.sources`. Peak memory as a multiple of the file's"
            " size, above what the same process takes with a source of one paragraph; wanted is"
            f" {BUDGET:.0f} × at most from about 8 MB on. *page*: read the source and lay it"
            " out for the reader. *card*: read it and find the evidence of a card in it."
            " *catalogue*: read and index everything. *reader*: the reader in a terminal, open on"
            " that card, with its source beside it and the catalogue made behind it. Below a few"
            " megabytes what is made once weighs more than the file.",
            "",
            f"Measured on: {about}. The same short work took {noise:.2f} times its median at the"
            " 95th percentile; other work was running, so read times as upper bounds.",
            "",
            "| source | MiB | paragraphs | page | card | catalogue | reader |",
            "|---|---:|---:|---:|---:|---:|---:|",
            *rows,
            "",
        ]
    )


def main() -> None:
    """Write the report, or do one task and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--do", nargs=2, metavar=("TASK", "LIBRARY"), help=argparse.SUPPRESS)
    parser.add_argument("--most", type=float, default=64, help="MiB of the largest source")
    given = parser.parse_args()
    if given.do:
        started = time.perf_counter()
        do(given.do[0], Path(given.do[1]))
        print(time.perf_counter() - started, peak_memory())
        return
    noise = machine.noise()
    with tempfile.TemporaryDirectory() as folder:
        tiny = make_library(SORTS[1], 0.002, Path(folder) / "tiny")
        bases = {task: cost(task, tiny).peak for task in (*TASKS, READER)}
    rows = []
    for sort in SORTS:
        for mib in (size for size in sort.sizes if size <= given.most):
            rows.append(measured(sort, mib, bases.__getitem__))
            print(rows[-1], flush=True)
    REPORT.write_text(report(rows, noise), encoding="utf-8")
    print(os.fspath(REPORT))


if __name__ == "__main__":
    main()
