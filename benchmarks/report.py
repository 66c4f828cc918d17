"""Write docs/performance.md from what `measure` and `screen` found, and the budgets beside it."""

import argparse
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import analysis, measure, screen, views
from benchmarks.child import OURS
from benchmarks.damage import SLIPS
from benchmarks.over_time_report import OVER_TIME, over_time_section
from benchmarks.screen import FIRST, LIST, TO_LIST
from benchmarks.tables import Row, busy, number, table

REPORT = Path(__file__).parent.parent / "docs" / "performance.md"
PROFILE = Path(__file__).parent / "profile.md"
"""What was found by profiles, written by hand: where the time goes that misses a budget."""

COMMANDS = (
    "python -m venv benchmarks/data/venv",
    "benchmarks/data/venv/bin/pip install -e . -r benchmarks/requirements.txt",
    "benchmarks/data/venv/bin/python -m benchmarks.measure",
    "benchmarks/data/venv/bin/python -m benchmarks.screen",
    "benchmarks/data/venv/bin/python -m benchmarks.analysis",
    "benchmarks/data/venv/bin/python -m benchmarks.views",
    "benchmarks/data/venv/bin/python -m benchmarks.report",
)


def search_section(found: Row) -> list[str]:
    """Return the tables of search, one pair a size."""
    lines: list[str] = []
    runs: list[Row] = found["runs"]
    for size in sorted({run["size"] for run in runs}):
        here = [run for run in runs if run["size"] == size]
        words = found["words"][str(size)]
        lines += [f"### {size:,} entries, {words:,} different words", ""]
        lines += side_by_side(here)
        lines += costs(here)
    return lines


def name_of(run: Row, runs: Sequence[Row]) -> str:
    """Return the name for a table: with the query set, where a search was asked two."""
    several = sum(other["competitor"] == run["competitor"] for other in runs) > 1
    name = f"**{run['competitor']}**" if run["competitor"] == OURS else str(run["competitor"])
    return f"{name}, {run['seed']} set" if several else name


def held_out(runs: Sequence[Row]) -> Row | None:
    """Return our own run on the held-out set, that the others are compared with."""
    ours = [run for run in runs if run["competitor"] == OURS and "error" not in run]
    return next((run for run in ours if run["seed"] == "held-out"), ours[-1] if ours else None)


def side_by_side(runs: Sequence[Row]) -> list[str]:
    """Return recall and times of every search at one size."""
    ours = held_out(runs)
    head = ("search", "asked", "recall@1", "recall@10 (judged)", "MRR")
    times = ("query p50", "p95", "p99 ms", "key p50", "p95", "p99 ms", "key p95 ×")
    rows = []
    for run in runs:
        if "error" in run:
            rows.append([name_of(run, runs), f"failed: {run['error']}", *[""] * 10])
            continue
        strict, keys = run["strict"], run["key_ms"]
        ratio = keys["p95"] / ours["key_ms"]["p95"] if ours else math.nan
        rows.append(
            [
                name_of(run, runs),
                f"{strict['queries']:,}",
                f"{strict['recall_1']:.3f}",
                f"{strict['recall_10']:.3f} ({run['judged']['recall_10']:.3f})",
                f"{strict['mrr']:.3f}",
                *(number(run["query_ms"][share]) for share in ("p50", "p95", "p99")),
                *(number(keys[share]) for share in ("p50", "p95", "p99")),
                number(ratio),
            ]
        )
    return table([*head, *times], rows)


def costs(runs: Sequence[Row]) -> list[str]:
    """Return what every search costs to build, keep and open at one size."""
    head = ("search", "build s", "peak MB", "disk MB", "memory MB", "own MB")
    opening = ("cold open ms", "first query ms", "warm open ms")
    rows = []
    for run in runs:
        if "error" in run:
            continue
        opened = ("cold_open_seconds", "first_query_seconds", "warm_open_seconds")
        rows.append(
            [
                name_of(run, runs),
                number(run.get("build_seconds")),
                number(run.get("build_peak_mb"), 0),
                number(run.get("disk_bytes", 0) / 1e6) if run.get("disk_bytes") else "in memory",
                number(run["memory_mb"], 0),
                number(run["own_memory_mb"], 0),
                *(number(1000 * run[key]) if key in run else "–" for key in opened),
            ]
        )
    return table([*head, *opening], rows)


def kinds_section(found: Row) -> list[str]:
    """Return recall@10 by kind of query for our search, and how much of a query finds its entry."""
    runs = [run for run in found["runs"] if run["competitor"] == OURS and "error" not in run]
    head = ["kind", *(f"{run['size']:,} {run['seed']}" for run in runs)]
    rows = [[kind, *(f"{r['kinds'][kind]['recall_10']:.3f}" for r in runs)] for kind in SLIPS]
    rows.append(["**all**", *(f"**{run['strict']['recall_10']:.3f}**" for run in runs)])
    rows.append(["keys typed until found, median", *(f"{run['until_found']:.0%}" for run in runs)])
    rows.append(["filtered query p95 ms", *(number(run["filtered_ms"]["p95"]) for run in runs)])
    rows.append(["key p95, processor ms", *(number(run["key_cpu_ms"]["p95"]) for run in runs)])
    rows.append(["query p95, processor ms", *(number(run["query_cpu_ms"]["p95"]) for run in runs)])
    return table(head, rows)


def screen_section(found: Row) -> list[str]:
    """Return the tables of frames, keys, long documents, commands and memory."""
    lines: list[str] = []
    for name, part in found.items():
        if not isinstance(part, dict) or name == "machine":
            continue
        lines += [f"### {name[0].upper()}{name[1:]}", ""]
        if "error" in part:
            lines += [f"Could not be measured: {part['error']}", ""]
            continue
        if name == "commands":
            bare = part["python -c pass"]
            rows = [[key, number(value), number(value / bare)] for key, value in part.items()]
            lines += table(["whole process", "median ms", "× bare Python"], rows)
            continue
        lines += table(["what", "value"], flat(part))
    return lines


def flat(part: Mapping[str, Any]) -> Iterable[list[str]]:
    """Yield rows of a part's numbers, percentiles in one cell."""
    for key, value in part.items():
        what = key.replace("_", " ")
        if isinstance(value, dict):
            shares = (
                f"{share} {number(n, 0 if share == 'count' else 1)}" for share, n in value.items()
            )
            yield [what, ", ".join(shares)]
        elif isinstance(value, list):
            yield [what, " … ".join(map(number, value))]
        else:
            yield [what, number(value, 2 if key == "ratio" else 1)]


class Budgets:
    """Rows of the design's budgets with what was measured beside them."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []

    def add(self, what: str, budget: float, unit: str, value: float | None) -> None:
        """Add a row; a budget without a unit is a share, and is to be reached."""
        wanted = f"≤ {budget:g} {unit}" if unit else f"≥ {budget:g}"
        if value is None or math.isnan(value):
            self.rows.append([what, wanted, "not measured", ""])
            return
        holds = value <= budget if unit else value >= budget
        measured = number(value) if unit else f"{value:.3f}"
        self.rows.append([what, wanted, measured, "yes" if holds else "**no**"])


def budgets(searched: Row, seen: Row) -> list[str]:
    """Return the design's budgets with what was measured, and plainly which do not hold."""
    made = Budgets()
    search_budgets(made, searched)
    screen_budgets(made, seen)
    return table(["budget", "wanted", "measured", "holds"], made.rows)


def search_budgets(made: Budgets, searched: Row) -> None:
    """Add the budgets of the search, held to our run on the held-out set."""
    for size, key, query, recall, memory in (
        (100_000, 5, 9, 0.995, 100),
        (1_000_000, 15, 30, 0.985, 400),
    ):
        ours = held_out([run for run in searched["runs"] if run["size"] == size]) or {}
        at = f"{size:,} entries"
        whole = [part(ours, name, "p95") for name in ("query_ms", "filtered_ms")]
        slowest = max((value for value in whole if value is not None), default=None)
        made.add(f"engine time per key, p95, {at}", key, "ms", part(ours, "key_ms", "p95"))
        made.add(f"whole query, filters included, p95, {at}", query, "ms", slowest)
        made.add(f"recall@10, held-out set, {at}", recall, "", part(ours, "strict", "recall_10"))
        made.add(f"recall@10, the two sets apart, {at}", 1, "points", apart(searched, size))
        made.add(f"memory of search, {at}", memory, "MB", ours.get("memory_mb"))
        if size == 1_000_000:
            made.add(f"build, {at}", 30, "s", ours.get("build_seconds"))


def apart(searched: Row, size: int) -> float | None:
    """Return how many hundredths our recall@10 differs between the query sets at a size."""
    found = [
        run["strict"]["recall_10"]
        for run in searched["runs"]
        if run["size"] == size and run["competitor"] == OURS and "error" not in run
    ]
    return 100 * (max(found) - min(found)) if len(found) > 1 else None


def screen_budgets(made: Budgets, seen: Row) -> None:
    """Add the budgets of screen, command and memory."""
    for name in ("bundled library", "100,000 entries"):
        for what, share, budget in (("median", "p50", 12), ("p95", "p95", 30)):
            painted = seen.get(f"keys, {name}", {}).get("painted_ms", {}).get(share)
            made.add(f"key to painted results, {what}, {name}", budget, "ms", painted)
    made.add("first frame over a bare app's", 1.3, "×", part(seen, "first frame", "ratio"))
    bare, search = (part(seen, "commands", name) for name in ("python -c pass", "briefing search"))
    ratio = search / bare if bare and search else None
    made.add("`briefing search` over `python -c pass`", 8, "×", ratio)
    items, source = "line view, 2,000 items", "line view, 30,000 paragraphs"
    made.add("line view: open 2,000 items", 25, "ms", part(seen, items, "open_ms"))
    made.add("line view: jump in 30,000 paragraphs", 100, "ms", part(seen, source, "jump_ms"))
    seconds = part(seen, "catalogue of 1,000 cards", FIRST)
    made.add("catalogue of 1,000 cards, built by a search", 10, "s", seconds)
    large = "catalogue of 10,000 cards"
    made.add("`briefing list`, 10,000 cards", 500, "ms", part(seen, large, LIST))
    made.add("reader to its list, 10,000 cards", 500, "ms", part(seen, large, TO_LIST))
    size = part(seen, "first frame", "reader_mb")
    made.add("memory of the reader, bundled library", 60, "MB", size)


def part(found: Row, *names: str) -> float | None:
    """Return a number somewhere inside, or None where that was not measured."""
    value: Any = found
    for name in names:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if isinstance(value, int | float) else None


def made_of(found: Row) -> list[str]:
    """Return what the largest library's entries are made of, with package versions."""
    size = max(map(int, found["made_of"]))
    parts = found["made_of"][str(size)]
    versions = found["texts"]
    rows = [[name, f"{count:,}", versions.get(name, "")] for name, count in parts.items()]
    return table([f"package (at {size:,} entries)", "passages", "version"], rows)


def versions_section(found: Row) -> list[str]:
    """Return version and use of each search."""
    seen: dict[str, list[str]] = {}
    for run in found["runs"]:
        if "error" not in run:
            seen.setdefault(run["competitor"], [run["competitor"], run["version"], run["note"]])
    return (
        ["| search | version | how it is asked |", "|---|---|---|"]
        + [f"| {' | '.join(row)} |" for row in seen.values()]
        + [""]
    )


def report(searched: Row, seen: Row, over_time: Sequence[str]) -> str:
    """Return the whole report, which ends with the lines on views over time."""
    machine = ", ".join(f"{key} {value}" for key, value in searched["machine"].items())
    plan = searched["plan"]
    redo = "\n".join(f"$ {command}" for command in COMMANDS)
    parts = [
        "# Performance",
        "",
        "Written by `benchmarks.report`; what the entries and queries are is said in "
        "[benchmarks/README.md](../benchmarks/README.md). To redo it:",
        "",
        f"```console\n{redo}\n```",
        "",
        f"Measured on: {machine}. The same short work took {searched['noise']:.2f} times its "
        f"median at the 95th percentile (search), {seen.get('noise', math.nan):.2f} (screen): "
        "differences smaller than that are noise. Compare inside one table.",
        "",
        *busy(searched["machine"]),
        "## Budgets",
        "",
        *budgets(searched, seen),
        "Where a budget does not hold, [decision 10](decisions/0010-opening-fast.md) says why.",
        "",
        PROFILE.read_text(encoding="utf-8").rstrip(),
        "",
        "## Search",
        "",
        f"{plan['per_kind']} queries of each of thirteen kinds. A slow search is asked fewer, as "
        f"many as fit {plan['query_budget']:g} s, kinds in turns. *key p95 ×*: its time per key "
        "over ours.",
        "",
        *search_section(searched),
        "### Ours, by kind of query",
        "",
        "recall@10, strict: the entry the query was made from.",
        "",
        *kinds_section(searched),
        "### What was compared",
        "",
        *versions_section(searched),
        "### What the entries are made of",
        "",
        *made_of(searched),
        "## Screen",
        "",
        *screen_section(seen),
        *over_time,
    ]
    return "\n".join(parts).rstrip() + "\n"


def _results(path: Path) -> Row:
    """Return what a program measured; nothing where it was not run."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def main() -> None:
    """Read all results and write the report, or its last part alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=REPORT)
    parser.add_argument(
        "--over-time",
        action="store_true",
        help="write only the tables of the views over time anew, and leave the others",
    )
    given = parser.parse_args()
    target: Path = given.to
    pictures = over_time_section(_results(analysis.RESULTS), _results(views.RESULTS))
    if given.over_time:
        kept, _, _ = target.read_text(encoding="utf-8").partition(OVER_TIME)
        text = kept + "\n".join(pictures).rstrip() + "\n"
    else:
        text = report(_results(measure.RESULTS), _results(screen.RESULTS), pictures)
    target.parent.mkdir(exist_ok=True)
    target.write_text(text, encoding="utf-8")
    print(f"written: {target}")


if __name__ == "__main__":
    main()
