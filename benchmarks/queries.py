"""Draw the query set: thirteen kinds, each from words of a real entry, the same for the same seed.

A query begins as three to five words of one entry, drawn so that few entries hold them all (a query
that fits fifty entries has no right answer); then the kind's slip is done to them.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.damage import CONTIGUOUS, SLIPS
from benchmarks.passages import Text

TUNING_SEED = 1
HELD_OUT_SEED = 2
SEEDS = {"tuning": TUNING_SEED, "held-out": HELD_OUT_SEED}

MANY = 3
"""Words that more entries than this hold together are drawn again, where there are others."""
DRAWS = 12
VERSION = 3
"""Rises when the same seed would draw another set; stored sets of another version are not read."""

_NUMBER = r"\d+(?:[.,]\d+)*(?![.,]\d)"
# Whole words only: nobody who looks for `11.8M` types `8`.
_WORD = re.compile(rf"(?<![^\W_])(?<!\d[.,])(?:[^\W\d_]+(?:['’-][^\W\d_]+)*|{_NUMBER})(?![^\W_])")
_LATIN = re.compile(rf"[A-Za-zÀ-ž]+(?:['’-][A-Za-zÀ-ž]+)*|{_NUMBER}")
_COMMON = frozenset(
    re.findall(
        r"\w+",
        """
        about above after again also among been before being below between both could does down
        each every from have having here into itself just like made make many might more most
        much must only other over same shall should some such than that their them then there
        these they this those through under upon very were what when where which while will with
        without would your yours ours ourselves themselves himself because until against during
        """,
    )
)


@dataclass(frozen=True, slots=True)
class Query:
    """One query, and what would answer it."""

    kind: str
    """One of the thirteen."""
    text: str
    """What is typed."""
    entry: int
    """Index of the entry the words come from."""
    words: tuple[str, ...]
    """The words before the slip, folded to lower case."""
    contiguous: bool
    """Whether the words follow each other in the entry."""

    def keys(self) -> list[str]:
        """Return what stands in the search box after each key, the first key first."""
        return [self.text[: n + 1] for n in range(len(self.text))]


def words_of(text: str) -> list[str]:
    """Return the words of a text as they stand there."""
    return _WORD.findall(text)


@dataclass(frozen=True, slots=True)
class _Draw:
    kind: str
    entry: int
    words: tuple[str, ...]


def _fit(word: str) -> bool:
    return (len(word) >= 4 or word.isdigit()) and word.lower() not in _COMMON


def _draw(kind: str, entry: int, text: str, dice: random.Random) -> _Draw | None:
    found = words_of(text)
    if not all(map(_LATIN.fullmatch, found)):
        return None
    number = dice.randint(4, 5) if kind == "a wrong word" else dice.randint(3, 5)
    if kind in CONTIGUOUS:
        if len(found) < number:
            return None
        start = dice.randrange(len(found) - number + 1)
        words = found[start : start + number]
        if not any(map(_fit, words)) or " ".join(words) not in " ".join(text.split()):
            return None
        return _Draw(kind, entry, tuple(words))
    places = [i for i, word in enumerate(found) if _fit(word)]
    if len(places) < number:
        return None
    chosen = sorted(dice.sample(places, number))
    words = [found[i] for i in chosen]
    return _Draw(kind, entry, tuple(words)) if len(set(map(str.lower, words))) == number else None


def _draws(texts: Sequence[Text], per_kind: int, dice: random.Random) -> Iterator[list[_Draw]]:
    """Yield, for each query to be, a few draws to choose from; kinds take turns."""
    for _ in range(per_kind):
        for kind in SLIPS:
            found: list[_Draw] = []
            while len(found) < DRAWS:
                entry = dice.randrange(len(texts))
                draw = _draw(kind, entry, texts[entry].text, dice)
                if draw is not None:
                    found.append(draw)
            yield found


def _holders(texts: Iterable[Text], needed: set[str]) -> dict[str, set[int]]:
    """Map each needed word to the entries that hold it, in one pass over the texts."""
    found: dict[str, set[int]] = {word: set() for word in needed}
    for index, entry in enumerate(texts):
        for word in needed.intersection(words_of(entry.text.lower())):
            found[word].add(index)
    return found


def vocabulary(texts: Iterable[Text], number: int = 50_000) -> frozenset[str]:
    """Return the words of four letters or more that stand twice or more in the first texts."""
    counts: Counter[str] = Counter()
    for _, entry in zip(range(number), texts, strict=False):
        counts.update(words_of(entry.text.lower()))
    return frozenset(w for w, n in counts.items() if n > 1 and len(w) >= 4 and w.isalpha())


def draw(texts: Sequence[Text], per_kind: int, seed: int) -> list[Query]:
    """Return `per_kind` queries of each kind, kinds taking turns so that any first part is fair.

    Args:
        texts: The entries of the library to be searched.
        per_kind: How many queries of each of the thirteen kinds.
        seed: Another seed gives a set drawn independently.
    """
    dice = random.Random(seed)
    known = vocabulary(texts)
    choices = list(_draws(texts, per_kind, dice))
    needed = {w.lower() for group in choices for draw in group for w in draw.words}
    holders = _holders(texts, needed)

    def held(candidate: _Draw) -> int:
        return len(set.intersection(*(holders[word.lower()] for word in candidate.words)))

    found: list[Query] = []
    for group in choices:
        group.sort(key=lambda candidate: max(MANY, held(candidate)))
        found.append(_damaged(group, dice, known))
    return found


def _damaged(group: Sequence[_Draw], dice: random.Random, known: frozenset[str]) -> Query:
    for candidate in group:
        changed = SLIPS[candidate.kind](candidate.words, dice, known)
        if changed is not None:
            words = tuple(word.lower() for word in candidate.words)
            kind = candidate.kind
            return Query(kind, " ".join(changed), candidate.entry, words, kind in CONTIGUOUS)
    raise ValueError(f"none of {len(group)} draws allows the slip {group[0].kind!r}")


def load_or_draw(texts: Sequence[Text], per_kind: int, seed: int, folder: Path) -> list[Query]:
    """Return the query set, kept in a JSON file of the folder from one run to the next."""
    path = folder / f"queries-v{VERSION}-{len(texts)}-{per_kind}-{seed}.json"
    if path.exists():
        rows = json.loads(path.read_text(encoding="utf-8"))
        return [Query(**{**row, "words": tuple(row["words"])}) for row in rows]
    found = draw(texts, per_kind, seed)
    path.write_text(json.dumps([asdict(query) for query in found], ensure_ascii=False), "utf-8")
    return found
