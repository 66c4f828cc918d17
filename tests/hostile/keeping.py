"""What is kept: libraries whose catalogue is built, notebooks that are written, and the truth."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from briefing.user.notebook import Notebook
from tests.e2e.terminal import ROOT
from tests.hostile.outcome import Outcome
from tests.hostile.running import Ended, environ_of, look, run

SAVES = 10_000
"""More searches than a process comes to save before it is killed."""


def start_writer(notebook: Path, name: str, count: int = SAVES) -> subprocess.Popen[bytes]:
    """Start a process that saves searches and names each when it is saved.

    Args:
        notebook: The file, which others may write as well.
        name: What its searches begin with.
        count: How many it saves.
    """
    return subprocess.Popen(
        [sys.executable, "-m", "tests.hostile.writer", str(notebook), name, str(count)],
        env=environ_of({}),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def look_for_saved(notebook: Path, saved: Iterable[str], outcome: Outcome) -> None:
    """Note every search that was saved and is not in the notebook any more."""
    with closing(Notebook.open(notebook)) as opened:
        if opened.trouble:
            outcome.add("loss", opened.trouble)
        kept = {query for query, is_saved in opened.searches() if is_saved}
        if opened.trouble:
            outcome.add("loss", opened.trouble)
    lost = sorted(set(saved) - kept)
    if lost:
        outcome.add("loss", f"{len(lost)} saved searches, {lost[:3]} among them")


_ALL = ("--json", "--limit", "100000")
QUESTIONS = (("list", "--json"), ("search", *_ALL, "talks"), ("search", *_ALL, "river1"))
"""What is asked of a catalogue."""


def answers(environ: Mapping[str, str], outcome: Outcome, said: str) -> list[Any]:
    """Ask what a catalogue can answer; what is wrong with how that ends is noted.

    Args:
        environ: Names the library and the cache.
        outcome: Where to note it.
        said: What happened before.
    """
    return [answer(run(question, environ), environ, outcome, said) for question in QUESTIONS]


def answer(
    ended: Ended,
    environ: Mapping[str, str],
    outcome: Outcome,
    said: str,
    statuses: Sequence[int] = (0,),
) -> Any:
    """Return what a command printed as JSON; None if that cannot be read.

    Args:
        ended: How it ended.
        environ: Its environment.
        outcome: Where to note what is wrong.
        said: What happened before.
        statuses: Exit statuses that are right.
    """
    look(said, ended, outcome, environ, statuses)
    try:
        return without_scores(json.loads(ended.out))
    except ValueError:
        return None


def without_scores(value: Any) -> Any:
    """Return an answer without how good each hit is, and in an order that does not rest on it.

    How common a word is counts in the score, and segments are counted one by one.
    """
    if isinstance(value, dict) and "hits" in value:
        hits = [{**hit, "score": None} for hit in value["hits"]]
        return {**value, "hits": sorted(hits, key=lambda hit: json.dumps(hit, sort_keys=True))}
    return value
