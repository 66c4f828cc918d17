"""The long run: `python -m tests.hostile --minutes 30`."""

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from tests.hostile.outcome import FAULTS, Outcome
from tests.hostile.trials import TRIALS

COLUMNS = ("inputs", *FAULTS)


def run(name: str, seed: str) -> Outcome:
    """Run a trial in a folder of its own; whatever happens in it is an outcome.

    Args:
        name: Which trial.
        seed: Decides everything that is random in it.
    """
    folder = Path(tempfile.mkdtemp(prefix="hostile-"))
    try:
        return TRIALS[name](Random(f"{name} {seed}"), folder)
    except AssertionError as error:
        outcome = Outcome(1)
        outcome.add("hang", str(error))
        return outcome
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """Run trials until the time is up, print what they found, and say whether that is nothing."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile")
    parser.add_argument("--minutes", type=float, default=30, help="how long to go on")
    parser.add_argument("--seed", default="1", help="another seed makes other trials")
    parser.add_argument("--jobs", type=int, default=2, help="how many trials at once")
    parser.add_argument("--only", choices=sorted(TRIALS), action="append", help="only this trial")
    parser.add_argument("--first", type=int, default=0, help="number of the first round")
    parser.add_argument("--rounds", type=int, help="how many rounds at most")
    chosen = parser.parse_args()
    names = chosen.only or list(TRIALS)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    end = time.monotonic() + chosen.minutes * 60

    def work(name: str, number: int) -> None:
        if time.monotonic() > end:
            return
        seed = f"{chosen.seed}.{number}"
        outcome = run(name, seed)
        counts[name]["inputs"] += outcome.inputs
        for fault, said in outcome.found:
            counts[name][fault] += 1
            print(f"{name} --seed {chosen.seed} --first {number}: {fault}: {said}\n", flush=True)

    number = chosen.first
    with ThreadPoolExecutor(chosen.jobs) as pool:
        while time.monotonic() < end and (
            chosen.rounds is None or number < chosen.first + chosen.rounds
        ):
            list(pool.map(work, names, [number] * len(names)))
            number += 1
    print(table(names, counts))
    return int(any(counts[name][fault] for name in names for fault in FAULTS))


def table(names: list[str], counts: defaultdict[str, Counter[str]]) -> str:
    """Lay out how often what happened, one trial a line."""
    width = max(map(len, (*names, "together")))
    lines = ["  ".join((" " * width, *(f"{column:>10}" for column in COLUMNS)))]
    together: Counter[str] = sum((counts[name] for name in names), Counter())
    for name, count in (*((name, counts[name]) for name in names), ("together", together)):
        cells = (f"{count[column]:>10,}" for column in COLUMNS)
        lines.append("  ".join((f"{name:<{width}}", *cells)))
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
