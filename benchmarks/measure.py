"""Measure search: every competitor at every size, each in its own process, in one run.

`python -m benchmarks.measure` writes `benchmarks/data/results.json`; `benchmarks.report` makes
the tables from it.
"""

import argparse
import json
import math
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks import corpus, machine, packages
from benchmarks.child import OURS
from benchmarks.competitors import NAMES
from benchmarks.damage import SLIPS
from benchmarks.metrics import latencies, quality, rank
from benchmarks.passages import Text
from benchmarks.queries import SEEDS, Query, load_or_draw, words_of

SIZES = (1_000, 10_000, 100_000, 1_000_000)
QUICK_SIZES = (1_000, 10_000)
RESULTS = packages.DATA / "results.json"
TIMES = ("key_ms", "key_cpu_ms", "query_ms", "query_cpu_ms", "filtered_ms")


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    sizes: tuple[int, ...]
    names: tuple[str, ...]
    seeds: tuple[str, ...]
    """Query sets for our own engine; the others are asked the last of them only."""
    per_kind: int
    query_budget: float
    """Seconds of queries for a competitor at a size; at least one query of each kind is asked."""
    key_budget: float
    """Seconds of keys."""


def plan(arguments: Sequence[str]) -> tuple[Plan, list[Path], Path | None]:
    """Read the command line: the plan, the user's own folders of text, where findings go."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="1,000 and 10,000 entries only")
    parser.add_argument("--sizes", type=int, nargs="+", help="numbers of entries")
    parser.add_argument("--only", nargs="+", choices=list(NAMES), help="competitors")
    parser.add_argument("--seeds", nargs="+", choices=list(SEEDS), default=list(SEEDS))
    parser.add_argument("--per-kind", type=int, help="queries of each kind")
    parser.add_argument("--texts", type=Path, nargs="+", default=[], help="your own .txt folders")
    parser.add_argument("--findings", type=Path, help="write queries our engine fails on here")
    given = parser.parse_args(arguments)
    sizes = given.sizes or (QUICK_SIZES if given.quick else SIZES)
    made = Plan(
        sizes=tuple(sizes),
        names=tuple(given.only or NAMES),
        seeds=tuple(given.seeds),
        per_kind=given.per_kind or (10 if given.quick else 100),
        query_budget=5 if given.quick else 20,
        key_budget=3 if given.quick else 12,
    )
    return made, given.texts, given.findings


def filtered(queries: Sequence[Query], texts: Sequence[Text]) -> list[str]:
    """Return queries from addresses, each with its president or its decade beside the words."""
    found: list[str] = []
    for query in queries:
        year, _, name = texts[query.entry].origin.partition("-")
        if year.isdigit() and name.isalpha() and query.kind != "exact phrase":
            decade = f"date:{year[:3]}0..{year[:3]}9"
            found.append(f"{query.text} {f'speaker:{name.lower()}' if len(found) % 2 else decade}")
    return found[:130]


def in_child(job: dict[str, Any]) -> dict[str, Any]:
    """Run one job in a fresh Python process and return what it measured, or why it failed."""
    with tempfile.TemporaryDirectory() as held:
        path = Path(held) / "job.json"
        path.write_text(json.dumps(job), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.child", str(path)],
            capture_output=True,
            text=True,
            check=False,
            cwd=Path(__file__).parent.parent,
        )
        if done.returncode:
            return {"error": (done.stderr.strip() or "no message").splitlines()[-1]}
        result: dict[str, Any] = json.loads(path.with_suffix(".out").read_text(encoding="utf-8"))
        return result


def measure(
    name: str, size: int, listed: Path, sets: Mapping[str, Sequence[Query]], the: Plan
) -> Iterator[dict[str, Any]]:
    """Build one competitor at one size, then yield what it measured on each query set."""
    folder = Path(tempfile.mkdtemp(prefix="index-", dir=packages.DATA))
    texts = list(corpus.read(size, listed))
    words = [entry.text for entry in texts]
    about = {"competitor": name, "size": size}
    try:
        job = {**about, "texts": str(listed), "folder": str(folder)}
        built = in_child({**job, "build": True})
        for seed, queries in sets.items():
            found = built
            if "error" not in built:
                found = {
                    **built,
                    **in_child({**job, "build": False, **asking(queries, texts, the)}),
                }
            yield {
                **about,
                "seed": seed,
                **(found if "error" in found else judged(found, queries, words)),
            }
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def asking(queries: Sequence[Query], texts: Sequence[Text], the: Plan) -> dict[str, Any]:
    """Return the part of a job that says what to ask, and for how long."""
    return {
        "queries": [query.text for query in queries],
        "entries": [query.entry for query in queries],
        "filtered": filtered(queries, texts),
        "least": len(SLIPS),
        "query_budget": the.query_budget,
        "key_budget": the.key_budget,
    }


def judged(found: dict[str, Any], queries: Sequence[Query], texts: Sequence[str]) -> dict[str, Any]:
    """Turn answers and seconds into recall and percentiles; the answers themselves are dropped."""
    answers = found.pop("answers")
    asked = queries[: len(answers)]
    strict = [rank(q, a, texts) for q, a in zip(asked, answers, strict=True)]
    fair = [rank(q, a, texts, judged=True) for q, a in zip(asked, answers, strict=True)]
    kinds = {
        kind: asdict(quality([r for r, q in zip(strict, asked, strict=True) if q.kind == kind]))
        for kind in SLIPS
    }
    until = sorted(found.pop("until_found"))
    return {
        **{key: value for key, value in found.items() if not isinstance(value, list)},
        "strict": asdict(quality(strict)),
        "judged": asdict(quality(fair)),
        "kinds": kinds,
        "query_ms": latencies(found["query_seconds"]),
        "query_cpu_ms": latencies(found["query_cpu_seconds"]),
        "key_ms": latencies(found["key_seconds"]),
        "key_cpu_ms": latencies(found["key_cpu_seconds"]),
        "filtered_ms": latencies(found.get("filtered_seconds", [])),
        "until_found": until[len(until) // 2] if until else math.nan,
        "failures": [
            {
                "kind": q.kind,
                "query": q.text,
                "wanted": texts[q.entry],
                "got": texts[a[0]] if a else "",
            }
            for q, r, a in zip(asked, strict, answers, strict=True)
            if r == 0
        ],
    }


def sets_for(name: str, the: Plan) -> tuple[str, ...]:
    """Return the query sets a competitor is asked: ours all of them, the others the last."""
    return the.seeds if name == OURS else the.seeds[-1:]


def run(the: Plan, listed: Path) -> dict[str, Any]:
    """Measure everything in the plan, smallest size first, printing what comes out."""
    found: dict[str, Any] = {
        "machine": machine.describe(),
        "noise": machine.noise(),
        "plan": asdict(the),
        "texts": packages.versions(),
        "runs": [],
    }
    for size in the.sizes:
        texts = list(corpus.read(size, listed))
        if len(texts) < size:
            say(f"only {len(texts):,} entries can be made; {size:,} is left out")
            continue
        found.setdefault("made_of", {})[size] = corpus.overview(size, listed)
        words = {word for entry in texts for word in words_of(entry.text.lower())}
        found.setdefault("words", {})[size] = len(words)
        sets = {
            seed: load_or_draw(texts, the.per_kind, SEEDS[seed], packages.DATA)
            for seed in the.seeds
        }
        del texts
        for name in the.names:
            asked = {seed: sets[seed] for seed in sets_for(name, the)}
            for row in measure(name, size, listed, asked, the):
                found["runs"].append(row)
                say(one_line(row))
    return found


def one_line(row: dict[str, Any]) -> str:
    """Return one run as a line of progress."""
    head = f"{row['size']:>9,}  {row['competitor']:<26} {row['seed']:<9}"
    if "error" in row:
        return f"{head} failed: {row['error']}"
    return (
        f"{head} recall@10 {row['strict']['recall_10']:.3f} ({row['judged']['recall_10']:.3f}) "
        f"of {row['strict']['queries']}  query p95 {row['query_ms']['p95']:.1f} ms  "
        f"key p95 {row['key_ms']['p95']:.1f} ms  build {row.get('build_seconds', 0):.1f} s  "
        f"memory {row['memory_mb']:.0f} MB"
    )


def say(line: str) -> None:
    """Print a line of progress at once."""
    print(f"{time.strftime('%H:%M:%S')} {line}", flush=True)


def write_findings(found: dict[str, Any], path: Path) -> None:
    """Write what our engine did not find, by kind, with examples, for whoever tunes it."""
    lines = ["# Queries that were not answered among the first ten", ""]
    for row in found["runs"]:
        if row["competitor"] != OURS or "error" in row:
            continue
        lines += [f"## {row['size']:,} entries, {row['seed']} set", "", one_line(row), ""]
        lines += [f"- {name}: {row[name]}" for name in TIMES]
        for kind, numbers in row["kinds"].items():
            failed = [f for f in row["failures"] if f["kind"] == kind]
            recall = f"recall@1 {numbers['recall_1']:.3f}, recall@10 {numbers['recall_10']:.3f}"
            lines.append(f"- **{kind}**: {recall}")
            for failure in failed[:6]:
                lines += [
                    f"    - `{failure['query']}`",
                    f"        - wanted: {failure['wanted']}",
                    f"        - first:  {failure['got'] or 'nothing'}",
                ]
        lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")


def main() -> None:
    """Measure as the command line says."""
    the, folders, findings = plan(sys.argv[1:])
    listed = corpus.list_file(folders)
    found = run(the, listed)
    RESULTS.write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")
    if findings is not None:
        write_findings(found, findings)
    say(f"written: {RESULTS}")


if __name__ == "__main__":
    main()
