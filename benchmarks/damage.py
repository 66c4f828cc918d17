"""What people do to words when they type them: one function a slip, all driven by a given dice.

Each takes the words of a query and returns the changed words, or None where these words do not
allow the slip; the caller then draws other words.
"""

import random
import unicodedata
from collections.abc import Callable, Collection, Sequence

Words = Sequence[str]
Slip = Callable[[Words, random.Random, Collection[str]], list[str] | None]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NEIGHBOURS = {
    "a": "qwsz", "b": "vghn", "c": "xdfv", "d": "serfcx", "e": "wsdr", "f": "drtgvc",
    "g": "ftyhbv", "h": "gyujnb", "i": "ujko", "j": "huikmn", "k": "jiolm", "l": "kop",
    "m": "njk", "n": "bhjm", "o": "iklp", "p": "ol", "q": "wa", "r": "edft", "s": "awedxz",
    "t": "rfgy", "u": "yhji", "v": "cfgb", "w": "qase", "x": "zsdc", "y": "tghu", "z": "asx",
}  # fmt: skip
_ENDINGS = ("s", "es", "ed", "ing", "ly")
_MARKED = {"a": "á", "e": "é", "i": "í", "o": "ö", "u": "ü", "c": "ç", "n": "ñ"}


def _pick(words: Words, dice: random.Random, shortest: int) -> int | None:
    fit = [i for i, word in enumerate(words) if len(word) >= shortest and word.isalpha()]
    return dice.choice(fit) if fit else None


def _slip(word: str, dice: random.Random) -> str:
    """One edit away from the word, its first letter kept: most slips fall later in a word."""
    place = dice.randrange(1, len(word))
    near = _NEIGHBOURS.get(word[place].lower(), _LETTERS)
    other = dice.choice([letter for letter in near if letter != word[place].lower()])
    kind = dice.randrange(3)
    if kind == 0:
        return word[:place] + word[place + 1 :]
    if kind == 1:
        return word[:place] + other + word[place:]
    return word[:place] + other + word[place + 1 :]


def in_order(words: Words, dice: random.Random, known: Collection[str]) -> list[str] | None:
    """Keep the words as they are."""
    return list(words)


def out_of_order(words: Words, dice: random.Random, known: Collection[str]) -> list[str] | None:
    """Shuffle the words into another order."""
    changed = list(words)
    for _ in range(20):
        dice.shuffle(changed)
        if changed != list(words):
            return changed
    return None


def last_begun(words: Words, dice: random.Random, known: Collection[str]) -> list[str] | None:
    """Cut the last word after two letters or more, as if it were still being typed."""
    if len(words[-1]) < 5:
        return None
    return [*words[:-1], words[-1][: dice.randint(2, len(words[-1]) - 1)]]


def all_cut(words: Words, dice: random.Random, known: Collection[str]) -> list[str] | None:
    """Cut every word to four letters or to two thirds of it, whichever is longer."""
    if max(map(len, words)) < 6:
        return None
    return [word[: max(4, round(len(word) * 2 / 3))] for word in words]


def one_typo(words: Words, dice: random.Random, known: Collection[str]) -> list[str] | None:
    """Leave out, add or replace one letter in a word of four letters or more."""
    place = _pick(words, dice, 4)
    if place is None:
        return None
    return [_slip(w, dice) if i == place else w for i, w in enumerate(words)]


def two_typos(words: Words, dice: random.Random, known: Collection[str]) -> list[str] | None:
    """Slip twice: in one word of eight letters or more, or once in each of two words."""
    long = [i for i, word in enumerate(words) if len(word) >= 8 and word.isalpha()]
    fit = [i for i, word in enumerate(words) if len(word) >= 4 and word.isalpha()]
    if long and (dice.random() < 0.5 or len(fit) < 2):
        places = [dice.choice(long)] * 2
    elif len(fit) >= 2:
        places = dice.sample(fit, 2)
    else:
        return None
    changed = list(words)
    for place in places:
        changed[place] = _slip(changed[place], dice)
    return changed if changed != list(words) else None


def swapped(words: Words, dice: random.Random, known: Collection[str]) -> list[str] | None:
    """Swap two neighbouring, different letters inside one word."""
    place = _pick(words, dice, 5)
    if place is None:
        return None
    word = words[place]
    spots = [i for i in range(1, len(word) - 1) if word[i] != word[i + 1]]
    if not spots:
        return None
    at = dice.choice(spots)
    swap = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return [swap if i == place else w for i, w in enumerate(words)]


def lost_blank(words: Words, dice: random.Random, known: Collection[str]) -> list[str] | None:
    """Run two neighbouring words together."""
    if len(words) < 3:
        return None
    at = dice.randrange(len(words) - 1)
    return [*words[:at], words[at] + words[at + 1], *words[at + 2 :]]


def split_word(words: Words, dice: random.Random, known: Collection[str]) -> list[str] | None:
    """Put a blank inside a word of six letters or more, two letters or more on either side."""
    place = _pick(words, dice, 6)
    if place is None:
        return None
    word = words[place]
    at = dice.randint(2, len(word) - 2)
    return [*words[:place], word[:at], word[at:], *words[place + 1 :]]


def wrong_word(words: Words, dice: random.Random, known: Collection[str]) -> list[str] | None:
    """Put any other known word in one word's place."""
    others = sorted(set(known).difference(word.lower() for word in words))
    if len(words) < 4 or not others:
        return None
    place, other = dice.randrange(len(words)), dice.choice(others)
    return [other if i == place else w for i, w in enumerate(words)]


def inflected(words: Words, dice: random.Random, known: Collection[str]) -> list[str] | None:
    """Put one or two words into another inflection, one that the texts know."""
    places = list(range(len(words)))
    dice.shuffle(places)
    changed = list(words)
    done = 0
    for place in places:
        forms = [form for form in inflections(words[place].lower()) if form in known]
        if forms and done < 2:
            changed[place] = dice.choice(forms)
            done += 1
    return changed if done else None


def inflections(word: str) -> list[str]:
    """Return the other regular English inflections a word may have; some of them are no words."""
    stems = {word}
    for suffix in _ENDINGS:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            stem = word[: -len(suffix)]
            stems |= {stem, stem + "e"} if suffix in {"ed", "ing"} else {stem}
    if word.endswith("ies"):
        stems.add(word[:-3] + "y")
    if word.endswith("e"):
        stems.add(word[:-1])
    forms = set(stems)
    for stem in stems:
        forms |= {stem + suffix for suffix in _ENDINGS}
        if stem.endswith("e"):
            forms.add(stem + "d")
        if stem.endswith("y"):
            forms.add(stem[:-1] + "ies")
    return sorted(form for form in forms if form != word and len(form) >= 4)


def phrase(words: Words, dice: random.Random, known: Collection[str]) -> list[str] | None:
    """Put the words, which follow each other in the entry, in quotation marks."""
    return [f'"{words[0]}', *words[1:-1], f'{words[-1]}"']


def dressed(words: Words, dice: random.Random, known: Collection[str]) -> list[str] | None:
    """Change case, take diacritics off or put one on, and turn marks into others or a blank."""
    changed = []
    for word in words:
        form = dice.choice((word.upper(), word.lower(), word.title(), word.swapcase()))
        parts = unicodedata.normalize("NFD", form)
        bare = "".join(c for c in parts if not unicodedata.combining(c))
        if bare == form and dice.random() < 0.4:
            spots = [i for i, c in enumerate(form) if c in _MARKED]
            if spots:
                at = dice.choice(spots)
                bare = form[:at] + _MARKED[form[at]] + form[at + 1 :]
        marks = {"'": "’", "’": "'", "-": dice.choice(" ‐–")}
        changed.append("".join(marks.get(c, c) for c in bare))
    return changed if changed != list(words) else None


SLIPS: dict[str, Slip] = {
    "in order": in_order,
    "out of order": out_of_order,
    "last word begun": last_begun,
    "every word cut short": all_cut,
    "one typo": one_typo,
    "two typos": two_typos,
    "swapped letters": swapped,
    "lost blank": lost_blank,
    "split word": split_word,
    "a wrong word": wrong_word,
    "other inflections": inflected,
    "exact phrase": phrase,
    "marks and case": dressed,
}
"""The thirteen kinds of query."""

CONTIGUOUS = frozenset({"exact phrase", "lost blank"})
"""Kinds whose words must follow each other in the entry."""
