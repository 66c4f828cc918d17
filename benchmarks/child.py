"""One competitor in its own process, so that its memory and its first query are its own.

`python -m benchmarks.child JOB` reads a job from a JSON file, and writes what it measured into it.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import corpus
from benchmarks.competitors import competitor
from benchmarks.competitors.base import Competitor

LIMIT = 10
OURS = "briefing"
"""The only competitor that is asked queries with filters: they are written in its language."""


def memory() -> dict[str, float]:
    """Return this process's resident memory now: all, without mapped files, and the peak, in MB."""
    rows = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    found = dict(row.split(":", 1) for row in rows)
    names = {"all": "VmRSS", "own": "RssAnon", "peak": "VmHWM"}
    return {name: int(found[key].split()[0]) / 1024 for name, key in names.items()}


def forget_files(folder: Path) -> None:
    """Ask the kernel to drop the folder's files from its page cache, for a cold open."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def size(folder: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def build(job: dict[str, Any], searched: Competitor, folder: Path) -> dict[str, Any]:
    """Build from the list file, one text at a time, and measure time, size and memory."""
    before = memory()
    started = time.perf_counter()
    searched.build(corpus.read(job["size"], Path(job["texts"])), folder)
    seconds = time.perf_counter() - started
    return {
        "build_seconds": seconds,
        "disk_bytes": size(folder),
        "build_peak_mb": memory()["peak"] - before["all"],
    }


Search = Callable[[str, int], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Timed:
    """One answered query."""

    answer: list[int]
    seconds: float
    """By the clock."""
    cpu: float
    """Seconds this process worked, which a busy machine changes less; a child's do not count."""


def timed(search: Search, query: str) -> Timed:
    """Answer a query and say how long it took."""
    started, worked = time.perf_counter(), time.process_time()
    answer = search(query, LIMIT)
    seconds, cpu = time.perf_counter() - started, time.process_time() - worked
    return Timed(list(answer), seconds, cpu)


def ask(job: dict[str, Any], search: Search) -> dict[str, Any]:
    """Ask as many of the job's queries as fit its time.

    Slow competitors may take three times as long to be asked at least as many as the job says.
    """
    rows: list[Timed] = []
    started = time.perf_counter()
    for number, query in enumerate(job["queries"]):
        budget = job["query_budget"] * (3 if number < job["least"] else 1)
        if time.perf_counter() - started > budget:
            break
        rows.append(timed(search, query))
    return {
        "answers": [row.answer for row in rows],
        "query_seconds": [row.seconds for row in rows],
        "query_cpu_seconds": [row.cpu for row in rows],
    }


def ask_filtered(job: dict[str, Any], search: Search) -> dict[str, Any]:
    """Ask the queries that name a speaker or dates beside their words."""
    rows = [timed(search, query) for query in job["filtered"]]
    return {"filtered_seconds": [row.seconds for row in rows]}


def type_keys(job: dict[str, Any], search: Search) -> dict[str, Any]:
    """Type queries key by key as far as time goes.

    `until_found` is the share of the keys after which the entry first stood among the answers;
    above 1 where it never did.
    """
    found: dict[str, Any] = {"key_seconds": [], "key_cpu_seconds": [], "until_found": []}
    ends = time.perf_counter() + job["key_budget"]
    for query, entry in zip(job["queries"], job["entries"], strict=True):
        first = 0
        for key in range(1, len(query) + 1):
            if time.perf_counter() > ends:
                return found
            row = timed(search, query[:key])
            found["key_seconds"].append(row.seconds)
            found["key_cpu_seconds"].append(row.cpu)
            first = first or (key if entry in row.answer else 0)
        found["until_found"].append((first or len(query) + 1) / len(query))
    return found


def run(job: dict[str, Any]) -> dict[str, Any]:
    """Do one job: build, or ask what another process built.

    What keeps nothing on disk builds again before it is asked, and that is the build that counts.
    """
    searched = competitor(job["competitor"])
    folder = Path(job["folder"])
    found: dict[str, Any] = {"version": searched.version(), "note": searched.note}
    if job["build"]:
        return found | (build(job, searched, folder) if searched.stored else {})
    start = memory()
    if searched.stored:
        forget_files(folder)
        found["cold_open_seconds"] = timed_open(searched, folder)
        found["first_query_seconds"] = timed(searched.search, job["queries"][0]).seconds
        found["warm_open_seconds"] = timed_open(competitor(job["competitor"]), folder)
    else:
        found |= build(job, searched, folder)
    gc.collect()
    found |= type_keys(job, searched.type)
    found |= ask(job, searched.search)
    if job["competitor"] == OURS:
        found |= ask_filtered(job, searched.search)
    after = memory()
    found["memory_mb"] = after["all"] - start["all"]
    found["own_memory_mb"] = after["own"] - start["own"]
    return found


def timed_open(searched: Competitor, folder: Path) -> float:
    """Return the seconds it takes to open a stored index."""
    started = time.perf_counter()
    searched.open(folder)
    return time.perf_counter() - started


def main() -> None:
    """Read the job, do it, write the result beside it."""
    path = Path(sys.argv[1])
    job = json.loads(path.read_text(encoding="utf-8"))
    path.with_suffix(".out").write_text(json.dumps(run(job)), encoding="utf-8")


if __name__ == "__main__":
    main()
