"""Questions about single words and texts, for brackets and ellipses."""

from briefing.evidence.sense.compare import SenseCheck
from briefing.evidence.sense.language import resolve
from briefing.evidence.sense.lexicon import RISKS, Lexicon, lexicon
from briefing.evidence.sense.reading import read
from briefing.evidence.sense.spelling import key_of
from briefing.text import fold

_SKIPPED = ("negation", "condition")


def _lists(text: str, language: str) -> Lexicon:
    return lexicon(resolve(text, language))


def has_lists(language: str) -> bool:
    """Whether the lists of a language are long enough to call a change harmless.

    Args:
        language: A BCP 47 tag.
    """
    return lexicon(language.replace("_", "-").partition("-")[0].casefold()).tables.complete


def signs(text: str, language: str = "en") -> frozenset[tuple[str, str]]:
    """Say what a text carries.

    Args:
        text: Any text.
        language: The BCP 47 tag of its source; the script of the text counts more than it.

    Returns:
        Pairs of a category of `RISKS` and a value that is the same for `two` and `2`, or
        `cannot` and `can't`; an opposite's value ends in `+` or `-`.
    """
    marks = read(text, _lists(text, language)).marks
    return frozenset(mark.sign for mark in marks if mark.category in RISKS)


def skipped_risks(text: str, language: str = "en") -> SenseCheck:
    """Say whether words that are left out say no or if.

    Args:
        text: The words left out.
        language: The BCP 47 tag of their source.

    Returns:
        The risks among `negation` and `condition`; not checked where the language has no lists.
    """
    lists = _lists(text, language)
    reading = read(text, lists)
    found = {mark.category for mark in reading.marks}
    if any(_says_no(key, lists) for key in reading.keys):
        found.add("negation")
    risks = tuple(risk for risk in _SKIPPED if risk in found)
    return SenseCheck(risks, lists.tables.complete)


def _says_no(key: str, lists: Lexicon) -> bool:
    """Whether an English word ends in `less` and is not one like `nonetheless` or `unless`."""
    known = key in lists.exact or key in lists.function
    return lists.code == "en" and key.endswith("less") and not known


def is_function_word(word: str, language: str = "en") -> bool:
    """Whether a word has no sense of its own, as articles, auxiliaries and pronouns.

    Args:
        word: One word.
        language: The BCP 47 tag of its source.
    """
    return _lists(word, language).is_function(key_of(fold(word).text.strip()))


def is_pronoun(word: str, language: str = "en") -> bool:
    """Whether a word points to somebody or something named elsewhere.

    Args:
        word: One word.
        language: The BCP 47 tag of its source.
    """
    return key_of(fold(word).text.strip()) in _lists(word, language).pronouns


def is_generic_noun(phrase: str, language: str = "en") -> bool:
    """Whether a phrase points to something named elsewhere: `the country`, `the two sides`.

    Args:
        phrase: A noun, with or without what points.
        language: The BCP 47 tag of its source.

    Returns:
        True where every word but the first is a noun that may stand for a name, and the first
        one is such a noun too or points.
    """
    lists = _lists(phrase, language)
    words = [word.key for word in read(phrase, lists).words]
    nouns = words[1:] if len(words) > 1 and words[0] in lists.pointers else words
    return bool(nouns) and all(map(lists.is_generic, nouns))
