"""A: words as they stand, and words of which one was changed."""

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.verification.lexicon import lexicon
from benchmarks.verification.question import Material, Question, Wanted, whole
from benchmarks.verification.words import UNSEGMENTED, Stretch, pick, stretches, unlike

Change = Callable[[Random, Material, Stretch], str | None]
_DIGITS = re.compile(r"\d+")
_TRIES = 12


def runs(random: Random, material: Material, least: int = 5, most: int = 18) -> Iterator[Stretch]:
    """Yield stretches of a text without end, each from a paragraph drawn anew."""
    paragraphs = [each for each in material.paragraphs if len(each) >= least]
    for _ in range(4000 if paragraphs else 0):
        found = pick(
            random,
            stretches(random.choice(paragraphs), material.text, random.randint(least, most)),
        )
        if found:
            yield found


def verbatim(random: Random, material: Material) -> Iterator[Question]:
    """Yield words as they stand."""
    for run in runs(random, material, 3):
        yield Question("A words as they stand", material, run.text, Wanted.FOUND, whole(run))


def other_word(random: Random, material: Material, than: str) -> str | None:
    """Return a word of the text that is no form of another."""
    for _ in range(_TRIES):
        word = random.choice(material.words).text
        if unlike(word, than) and not _DIGITS.search(word):
            return word
    return None


def _replaced(random: Random, material: Material, run: Stretch) -> str | None:
    place = random.randrange(len(run.tokens))
    word = other_word(random, material, run.tokens[place].text)
    return run.replaced(place, place + 1, word) if word else None


def _removed(random: Random, material: Material, run: Stretch) -> str | None:
    place = random.randrange(1, len(run.tokens) - 1)
    begin, end = run.tokens[place].start - run.start, run.tokens[place + 1].start - run.start
    return run.text[:begin] + run.text[end:]


def _added(random: Random, material: Material, run: Stretch) -> str | None:
    place = random.randrange(1, len(run.tokens))
    word = random.choice(material.words).text
    blank = "" if material.language in UNSEGMENTED else " "
    return run.replaced(place, place + 1, word + blank + run.tokens[place].text)


def _negated(random: Random, material: Material, run: Stretch) -> str | None:
    negations = lexicon(material.language).negations
    held = [i for i, t in enumerate(run.tokens) if t.text.casefold() in negations]
    if held and random.random() < 0.5 and 0 < held[0] < len(run.tokens) - 1:
        begin = run.tokens[held[0]].start - run.start
        return run.text[:begin] + run.text[run.tokens[held[0] + 1].start - run.start :]
    if not negations:
        return None
    place = random.randrange(1, len(run.tokens))
    blank = "" if material.language in UNSEGMENTED else " "
    word = random.choice(negations)
    return run.replaced(place, place + 1, word + blank + run.tokens[place].text)


def _renumbered(random: Random, material: Material, run: Stretch) -> str | None:
    held = [i for i, t in enumerate(run.tokens) if _DIGITS.fullmatch(t.text)]
    if not held:
        return None
    place = random.choice(held)
    old = run.tokens[place].text
    digit = random.randrange(len(old))
    new = str((int(old[digit]) + random.randint(1, 8)) % 10) if old[digit].isascii() else "7"
    return run.replaced(place, place + 1, old[:digit] + new + old[digit + 1 :])


def names_in(run: Stretch) -> list[int]:
    """Return which words of a stretch look like names: capitals, not at its start."""
    return [i for i, t in enumerate(run.tokens) if i and t.text[:1].isupper() and len(t.text) > 2]


def _renamed(random: Random, material: Material, run: Stretch) -> str | None:
    held = names_in(run)
    capitals = [t.text for t in material.words if t.text[:1].isupper() and len(t.text) > 3]
    if not held or not capitals:
        return None
    place, word = random.choice(held), random.choice(capitals)
    if not unlike(word, run.tokens[place].text):
        return None
    return run.replaced(place, place + 1, word)


def turned_word(random: Random, material: Material, run: Stretch) -> tuple[int, str] | None:
    """Return a word of the stretch, by number, and one that says the opposite."""
    turns = lexicon(material.language).turns
    pairs = {**dict(turns), **{right: left for left, right in turns}}
    held = [i for i, t in enumerate(run.tokens) if t.text.casefold() in pairs]
    if not held:
        return None
    place = random.choice(held)
    return place, pairs[run.tokens[place].text.casefold()]


def _turned(random: Random, material: Material, run: Stretch) -> str | None:
    found = turned_word(random, material, run)
    return run.replaced(found[0], found[0] + 1, found[1]) if found else None


def _swapped(random: Random, material: Material, run: Stretch) -> str | None:
    first, second = random.randrange(len(run.tokens) - 1), 0
    second = first + 1
    one, two = run.tokens[first], run.tokens[second]
    between = run.text[one.end - run.start : two.start - run.start]
    return run.replaced(first, second + 1, two.text + between + one.text)


_CHANGES: dict[str, Change] = {
    "A a word replaced": _replaced,
    "A a word left out": _removed,
    "A a word added": _added,
    "A negation put in or left out": _negated,
    "A a number changed": _renumbered,
    "A a name for another": _renamed,
    "A a word turned to its opposite": _turned,
    "A two words swapped": _swapped,
}


def changed(kind: str, change: Change) -> Callable[[Random, Material], Iterator[Question]]:
    """Return a maker of questions with one change, which the text does not hold anywhere."""

    def make(random: Random, material: Material) -> Iterator[Question]:
        for run in runs(random, material):
            words = change(random, material, run)
            if words and not material.has(words):
                yield Question(kind, material, words, Wanted.REFUSED)

    return make


MAKERS = (verbatim, *(changed(kind, change) for kind, change in _CHANGES.items()))
