"""Stems and endings of words, so that one form of a word finds the others.

Regular English forms, and for other languages what an ending may add. It is generous: whoever says
that a word is nowhere has to know of every form that is there.
"""

_LEAST = 4
"""Letters from which on a longer form of a word counts as the word."""
_ADDED = r"(?:'s|\w{0,3})"
"""What an inflection may add: `cost`, `costs`, `costing`, `Japan's`."""
_PLURAL = r"(?:'?s)?"
_NO_PLURALS = ("always", "does", "lens", "news", "perhaps", "plus", "this", "whereas", "yes")
_NO_VERBS = (
    "anything", "evening", "everything", "exceed", "hundred", "indeed", "morning", "nothing",
    "proceed", "something", "succeed",
)  # fmt: skip
_OF_VERB = r"(?:'?s|e[drs]?|es|ed|ers?|ings?|e?ments?|ions?)?"
_FROM_Y = r"(?:y(?:'s|ing)?|ie[ds]|ier|iest|ily)"
_HISSING = ("sses", "shes", "ches", "xes", "zzes")
_VOWELS = "aeiou"


def stem_and_ending(word: str, language: str) -> tuple[str, str]:
    """Return the part that all forms of a word share, and a pattern of what follows it.

    Args:
        word: A word in letters.
        language: BCP 47 tag; for English plurals, `-ed` and `-ing` are taken off.
    """
    if len(word) < _LEAST or (word.isupper() and len(word) <= _LEAST + 1):
        return word, _PLURAL
    if language and not language.lower().startswith("en"):
        return word, _ADDED
    stem, ending = _english(word, word.lower())
    return word[: len(stem)], ending


def _english(word: str, lower: str) -> tuple[str, str]:
    if lower.endswith("ies") and len(lower) > _LEAST + 1:
        return word[:-3], _FROM_Y
    if lower.endswith("y") and lower[-2] not in _VOWELS and len(lower) > _LEAST:
        return word[:-1], _FROM_Y
    if lower.endswith(_HISSING):
        return word[:-2], _ADDED
    if lower.endswith("s") and lower[-2] not in "isu" and lower not in _NO_PLURALS:
        short = len(word) <= _LEAST
        return _silent(word[:-1]) if not short else (word[:-1], _PLURAL)
    for ending in ("ing", "ed"):
        stem = lower.removesuffix(ending)
        if stem != lower and len(stem) >= _LEAST and lower not in _NO_VERBS:
            if stem[-1] == stem[-2] and stem[-1] not in "elsz":
                return stem[:-1], rf"(?:'?s|{stem[-1]}\w{{1,4}})?"
            return stem, _OF_VERB
    return _silent(word)


def _silent(word: str) -> tuple[str, str]:
    """Return a stem without the `e` that falls before an ending: `decide`, `deciding`."""
    lower = word.lower()
    if lower.endswith("e") and lower[-2] not in _VOWELS and len(word) > _LEAST:
        return word[:-1], r"(?:e(?:'s|\w{0,3})|ing\w?)"
    return word, _ADDED
