"""Asking all questions and counting the answers."""

import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from benchmarks.verification.judge import FINE, Bench, Verdict
from benchmarks.verification.kinds import ellipses, hints, insertions, paper, plain, typography
from benchmarks.verification.peers import PEERS
from benchmarks.verification.question import Material, Question, Wanted
from briefing.model.evidence import Passage

MAKERS = (
    *plain.MAKERS,
    *insertions.MAKERS,
    *ellipses.MAKERS,
    *hints.MAKERS,
    *typography.MAKERS,
    *paper.MAKERS,
)
PEER_SHARE = 12
"""Of so many questions one is put to the peers, which are slow."""


class Failure(NamedTuple):
    """An answer that is not as wanted."""

    question: Question
    verdict: Verdict
    passage: Passage


class Results:
    """Counts by kind, language and half, and the failures."""

    def __init__(self) -> None:
        self.verdicts: dict[tuple[str, str, bool], Counter[str]] = defaultdict(Counter)
        self.wanted: dict[str, str] = {}
        self.peers: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
        self.failures: list[Failure] = []
        self.seconds: list[float] = []

    def count(self, question: Question, verdict: Verdict, passage: Passage) -> None:
        """Add the answer to a question."""
        material = question.material
        key = question.kind, material.language, material.held_out
        self.verdicts[key][verdict] += 1
        self.wanted[question.kind] = question.wanted
        if verdict not in FINE:
            self.failures.append(Failure(question, verdict, passage))

    def ask_peers(self, question: Question) -> None:
        """Put a question to the peers; their answer is wrong where yes and no are."""
        wanted = "yes" if question.wanted is Wanted.FOUND else "no"
        for name, peer in PEERS.items():
            told = self.peers[name, f"{question.kind[0]} {wanted}"]
            told[0] += 1
            told[1] += peer(question.exact, question.material)

    def total(self, **only: Any) -> Counter[str]:
        """Count the verdicts of the kinds, languages or half that are asked for."""
        found: Counter[str] = Counter()
        for (kind, language, held_out), counts in self.verdicts.items():
            each = {"kind": kind, "language": language, "held_out": held_out, "section": kind[0]}
            if all(each[name] == value for name, value in only.items()):
                found.update(counts)
        return found

    def plain(self) -> dict[str, Any]:
        """Return the counts in a form that JSON can hold."""
        return {
            "verdicts": [[*key, dict(counts)] for key, counts in self.verdicts.items()],
            "wanted": self.wanted,
            "peers": [[*key, *counts] for key, counts in self.peers.items()],
        }

    @classmethod
    def read(cls, path: Path) -> "Results":
        """Return the counts that were stored in a file."""
        stored, found = json.loads(path.read_text(encoding="utf-8")), cls()
        for kind, language, held_out, counts in stored["verdicts"]:
            found.verdicts[kind, language, held_out] = Counter(counts)
        found.wanted = stored["wanted"]
        for name, section, asked, yes in stored["peers"]:
            found.peers[name, section] = [asked, yes]
        return found


def questions(materials: Iterable[Material], seed: int, each: int, only: str) -> Iterator[Question]:
    """Yield the questions, those of one text together.

    Args:
        materials: The texts.
        seed: Decides everything that is drawn.
        each: How many questions of each kind are made of each text.
        only: What the kinds have to begin with.
    """
    for material in materials:
        for number, maker in enumerate(MAKERS):
            random = Random(f"{seed}/{number}/{material.name}")
            seen = set()
            for question in islice(maker(random, material), each):
                key = question.exact, question.paragraph, question.prefix, question.suffix
                if question.kind.startswith(only) and key not in seen:
                    seen.add(key)
                    yield question


def run(asked: Iterable[Question], *, peers: bool = True) -> Results:
    """Ask questions and count the answers."""
    results, benches = Results(), dict[int, Bench]()
    held: list[Material] = []
    for number, question in enumerate(asked):
        material = question.material
        if id(material) not in benches:
            if len(held) > 40:
                benches.clear()
                held.clear()
            held.append(material)
            benches[id(material)] = Bench(material)
        start = time.perf_counter()
        verdict, passage = benches[id(material)].ask(question)
        results.seconds.append(time.perf_counter() - start)
        results.count(question, verdict, passage)
        if peers and number % PEER_SHARE == 0:
            results.ask_peers(question)
    return results
