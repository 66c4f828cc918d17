"""A light English stemmer: words that are forms of one another get the same stem.

It folds inflections (plurals, past tense, -ing) and a few common endings (-ly, -ness, -ment, -ion,
-al, -ive, -ity, -ance), and knows the irregular verbs and nouns of ordinary prose. It is lighter
than Porter's algorithm on purpose: a stem only proposes a reading, and the text decides.
"""

from briefing.language.irregular import BASE_OF

_VOWELS = frozenset("aeiouy")

_WHOLE = frozenset(("news", "united"))
"""Words that look like forms of others and are not."""
_ENDINGS = ("ation", "ment", "ness", "enc", "anc", "ion", "iti", "al", "iv", "li")
"""Common endings as they look once a silent e is dropped and y is i."""


def stem(word: str) -> str:
    """Return what the forms of a word have in common.

    Args:
        word: A folded word, as `briefing.search.language.words` makes them.

    Returns:
        The stem; a word that is short, or not plain English letters, is its own stem.
    """
    word = base(word)
    if not _is_plain(word):
        return word
    while (shorter := _without_ending(word)) != word:
        word = shorter
    return word


def base(word: str) -> str:
    """Return what a word is without its inflection: `ministers` and `minister` have one base.

    Args:
        word: A folded word.

    Returns:
        The base, its silent e dropped and its y made i; a word that `stem` leaves alone is its own.
    """
    word = BASE_OF.get(word, word)
    return _tidy(_without_inflection(word)) if _is_plain(word) else word


def is_inflection(word: str, other: str) -> bool:
    """Whether two words differ by nothing but an inflection of one of them.

    `ware` and `war` have one base and are not: neither has an ending to take off.
    """
    inflected = any(BASE_OF.get(one, _without_inflection(one)) != one for one in (word, other))
    return inflected and base(word) == base(other)


def _is_plain(word: str) -> bool:
    return len(word) >= 4 and word not in _WHOLE and word.isascii() and word.isalpha()


def _without_inflection(word: str) -> str:
    if not word.endswith(("s", "d", "ing")):
        return word
    if word.endswith(("ies", "ied")):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return _without_inflection(word[:-1]) if word.endswith(("ings", "eds")) else word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest == word or len(rest) < 3 or _VOWELS.isdisjoint(rest):
            continue
        if ending == "ing" or not rest.endswith("e"):
            return rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lszeo" else rest
    return word


def _without_ending(word: str) -> str:
    if not word.endswith(_ENDINGS):
        return word
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest == word:
            continue
        if ending == "ation":
            return rest + "at" if len(rest) >= 3 else word
        if len(rest) >= 4 and (ending not in ("ion", "iv") or rest[-1] in "st"):
            return _tidy(rest)
        return word
    return word


def _tidy(word: str) -> str:
    """Drop a silent e and make y and i the same, so that `agree` meets `agreed`."""
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word
