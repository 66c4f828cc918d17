"""Antonyms that others listed: WordNet's, from the Debian package `wordnet-base`."""

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import packages
from benchmarks.sense.edits import Case

PACKAGE = "wordnet-base"
_PARTS = ("adj", "adv", "noun", "verb")
_WORD = re.compile(r"\b[a-z]+\b")
Pair = tuple[str, str]


def antonyms() -> list[Pair]:
    """Return pairs of English words, sorted.

    Raises:
        benchmarks.packages.TextsMissingError: The package cannot be had.
    """
    folder = packages.folder(PACKAGE) / "usr/share/wordnet"
    return sorted({pair for part in _PARTS for pair in _read(folder / f"data.{part}")})


def _read(path: Path) -> Iterator[Pair]:
    """Yield the pairs of a file in the format of wndb(5WN)."""
    sets: dict[str, list[str]] = {}
    pointers: list[tuple[str, int, str, int]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        fields = line.partition(" | ")[0].split()
        count = int(fields[3], 16)
        words = [fields[4 + 2 * i].partition("(")[0] for i in range(count)]
        sets[fields[0]] = words
        at = 4 + 2 * count
        for start in range(at + 1, at + 1 + 4 * int(fields[at]), 4):
            sign, other, _, places = fields[start : start + 4]
            if sign == "!":
                pointers.append((fields[0], int(places[:2], 16), other, int(places[2:], 16)))
    for mine, place, other, there in pointers:
        first, second = sets[mine][place - 1], sets[other][there - 1]
        if _WORD.fullmatch(first) and _WORD.fullmatch(second):
            yield (min(first, second), max(first, second))


def cases(texts: Sequence[str], each: int, seed: int) -> Iterator[Case]:
    """Yield sentences in which a word stands in its antonym's place.

    Args:
        texts: English sentences.
        each: How many sentences a word is looked for in at most.
        seed: Where the dice begin.
    """
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for text in texts:
        for word in set(_WORD.findall(text)):
            holders[word].append(text)
    dice = random.Random(seed)
    for pair in antonyms():
        for old, new in (pair, pair[::-1]):
            for text in dice.sample(holders[old], min(each, len(holders[old]))):
                edited = re.sub(rf"\b{old}\b", new, text, count=1)
                yield Case("en", "antonyms", False, text, edited, f"{old} > {new}")
