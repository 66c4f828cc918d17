"""The phrases that two wordings share, wherever they are in them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.analysis.compare.differences import Word, stretch, words_of
from briefing.analysis.compare.statements import Wording
from briefing.analysis.compare.weighing import is_told
from briefing.analysis.wording import tells, tells_alone
from briefing.model.core import Span
from briefing.search.language.stems import stem
from briefing.text.folding import is_unsegmented


class SharedPhrase(NamedTuple):
    """Words that both wordings have, up to inflection."""

    earlier: Span
    """In code points of the earlier paragraph."""
    later: Span
    """In code points of the later paragraph."""


class _Run(NamedTuple):
    """Words with the same stems, one after the other in both wordings."""

    old: int
    """Index of the first of them in the earlier wording."""
    new: int
    length: int


def shared_phrases(earlier: Wording, later: Wording) -> tuple[SharedPhrase, ...]:
    """Return the phrases that two wordings share.

    The longest are taken first, and no word belongs to two. A word alone is none that any meeting
    has. Each begins and ends with a word that tells something; in scripts without spaces two
    characters do.

    Returns:
        The phrases in the order of the earlier wording.
    """
    old, new = words_of(earlier), words_of(later)
    telling = [tells(_bare(word), earlier.language) or _is_spaceless(word) for word in old]

    def alone(word: Word) -> bool:
        telling = tells_alone(_bare(word), earlier.language) and is_told(_stem(word))
        return telling and not _is_spaceless(word)

    taken: tuple[set[int], set[int]] = set(), set()
    found: list[tuple[int, SharedPhrase]] = []
    for run in _runs(old, new):
        free = [
            step
            for step in range(run.length)
            if run.old + step not in taken[0] and run.new + step not in taken[1]
        ]
        steps = _trimmed(_longest(free), [telling[run.old + step] for step in range(run.length)])
        if not steps or (len(steps) == 1 and not alone(old[run.old + steps[0]])):
            continue
        taken[0].update(run.old + step for step in steps)
        taken[1].update(run.new + step for step in steps)
        first, last = steps[0], steps[-1]
        phrase = SharedPhrase(
            stretch(old[run.old + first], old[run.old + last]),
            stretch(new[run.new + first], new[run.new + last]),
        )
        found.append((run.old + first, phrase))
    return tuple(phrase for _, phrase in sorted(found))


def _runs(old: Sequence[Word], new: Sequence[Word]) -> list[_Run]:
    """Return the stretches of words with the same stems that go no further, the longest first."""
    second: dict[str, list[int]] = {}
    for number, word in enumerate(new):
        second.setdefault(_stem(word), []).append(number)
    first = list(map(_stem, old))
    starts = [(a, c) for a, key in enumerate(first) for c in second.get(key, ())]
    same = frozenset(starts)
    found: list[_Run] = []
    for a, c in starts:
        if (a - 1, c - 1) in same and not _broken(old, a) and not _broken(new, c):
            continue
        length = 1
        while (
            (a + length, c + length) in same
            and not _broken(old, a + length)
            and not _broken(new, c + length)
        ):
            length += 1
        found.append(_Run(a, c, length))
    return sorted(found, key=lambda run: (-run.length, run.old + run.new, run.old))


def _stem(word: Word) -> str:
    return stem(_bare(word))


def _bare(word: Word) -> str:
    """Return a word without the ending of a possessive: `Korea's` is a form of `Korea`."""
    return word.key.removesuffix("'s")


def _broken(words: Sequence[Word], at: int) -> bool:
    """Whether an ellipsis is before a word."""
    return at > 0 and words[at - 1].piece != words[at].piece


def _longest(steps: Sequence[int]) -> list[int]:
    """Return the longest of the stretches of numbers without a gap, the first of equal ones."""
    best: list[int] = []
    for stretch_ in _stretches(steps):
        best = max(best, stretch_, key=len)
    return best


def _stretches(steps: Sequence[int]) -> Iterator[list[int]]:
    current: list[int] = []
    for step in steps:
        if current and step != current[-1] + 1:
            yield current
            current = []
        current.append(step)
    yield current


def _trimmed(steps: list[int], telling: Sequence[bool]) -> list[int]:
    """Return a stretch from the first word that tells something to the last."""
    while steps and not telling[steps[0]]:
        steps = steps[1:]
    while steps and not telling[steps[-1]]:
        steps = steps[:-1]
    return steps


def _is_spaceless(word: Word) -> bool:
    return is_unsegmented(word.key[0])
