"""Questions about single words and texts, for brackets and ellipses."""

from briefing.evidence.sense.categories import RISKS, SenseCheck
from briefing.evidence.sense.languages.detection import resolve
from briefing.evidence.sense.languages.word_lists import WordLists, lexicon
from briefing.evidence.sense.reading import read
from briefing.evidence.sense.spelling import key_of
from briefing.text.folding import fold

_SKIPPED = ("negation", "condition")


def _lists(text: str, language: str) -> WordLists:
    return lexicon(resolve(text, language))


def has_lists(language: str) -> bool:
    """Answer `briefing.evidence.sense.checks.has_lists`."""
    return lexicon(language.replace("_", "-").partition("-")[0].casefold()).tables.complete


def signs(text: str, language: str) -> frozenset[tuple[str, str]]:
    """Answer `briefing.evidence.sense.checks.signs`."""
    marks = read(text, _lists(text, language)).marks
    return frozenset(mark.sign for mark in marks if mark.category in RISKS)


def skipped_risks(text: str, language: str) -> SenseCheck:
    """Answer `briefing.evidence.sense.checks.skipped_risks`."""
    lists = _lists(text, language)
    reading = read(text, lists)
    found = {mark.category for mark in reading.marks}
    if any(_says_no(key, lists) for key in reading.keys):
        found.add("negation")
    risks = tuple(risk for risk in _SKIPPED if risk in found)
    return SenseCheck(risks, lists.tables.complete)


def _says_no(key: str, lists: WordLists) -> bool:
    """Whether an English word ends in `less` and is not one like `nonetheless` or `unless`."""
    known = key in lists.exact or key in lists.function
    return lists.code == "en" and key.endswith("less") and not known


def is_function_word(word: str, language: str) -> bool:
    """Answer `briefing.evidence.sense.checks.is_function_word`."""
    return _lists(word, language).is_function(key_of(fold(word).text.strip()))


def is_pronoun(word: str, language: str) -> bool:
    """Answer `briefing.evidence.sense.checks.is_pronoun`."""
    return key_of(fold(word).text.strip()) in _lists(word, language).pronouns


def is_generic_noun(phrase: str, language: str) -> bool:
    """Answer `briefing.evidence.sense.checks.is_generic_noun`."""
    lists = _lists(phrase, language)
    words = [word.key for word in read(phrase, lists).words]
    nouns = words[1:] if len(words) > 1 and words[0] in lists.pointers else words
    return bool(nouns) and all(map(lists.is_generic, nouns))
