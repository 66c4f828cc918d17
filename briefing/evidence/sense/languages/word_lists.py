"""What the program knows of a language's words: readable tables, and their look-up.

A table gives, after each value and a colon, words and phrases separated by commas. A star at the
end of a word stands for any ending of up to six letters: `increas*` is `increased`, `increasing`.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Literal, NamedTuple

from briefing.evidence.sense.spelling import key_of

Sign = tuple[str, str]
"""A category and its value, the same for all words that say the same."""

PLAIN = "plain"
"""The category of words that look like a sign and are none."""

FILLER = (PLAIN, "filler")
"""The sign of words and phrases whose absence changes nothing."""

_ENDING = 6
"""How many letters a star may stand for."""


class Tables(NamedTuple):
    """The lists of one language; those that are sets of words are separated by white space."""

    signs: Mapping[str, Mapping[str, str]]
    """For each category its values, and for each value the words that say it."""
    function: str
    """Words without a sense of their own: articles, auxiliaries, most prepositions."""
    fillers: str = ""
    """Adverbs and phrases whose absence changes nothing, separated by commas."""
    pronouns: str = ""
    generic: str = ""
    """Nouns that stand for something named elsewhere, after an article that points to it."""
    pointers: str = ""
    """The articles and pronouns that make such a noun point."""
    prepositions: str = ""
    """With one of these a name may move elsewhere in the sentence without another role."""
    endings: str = ""
    """Endings by which forms of one word differ."""
    negating: str = ""
    """Prefixes that turn a word round."""
    prefixes: str = ""
    """Words written as one with the next one (Arabic `and`, `the`)."""
    contractions: Mapping[str, str] = {}
    """Words written short, and in full."""
    capitals: Literal["names", "nouns", "none"] = "names"
    """What a capital within a sentence says."""
    segmented: bool = True
    """Whether spaces are between words."""
    complete: bool = True
    """Whether the lists are long enough to call a change harmless."""


def table(text: str) -> dict[str, str]:
    """Read a table of one category.

    Args:
        text: Lines that each begin with a value and a colon, or go on with the words before; a
            semicolon ends a line too.

    Returns:
        For each value the words that say it, separated by commas.
    """
    values: dict[str, str] = {}
    value = ""
    for line in filter(None, map(str.strip, text.replace(";", "\n").splitlines())):
        head, colon, words = line.partition(": ")
        if colon:
            value = head
        values[value] = f"{values.get(value, '')}, {words if colon else line}"
    return values


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    signs: tuple[Sign, ...]

    def at(self, keys: list[str], start: int) -> bool:
        """Whether the phrase, its first word aside, is among the words at an index."""
        rest = keys[start + 1 : start + len(self.words)]
        return len(rest) == len(self.words) - 1 and all(map(_fits, self.words[1:], rest))


def _fits(pattern: str, word: str) -> bool:
    if not pattern.endswith("*"):
        return pattern == word
    return word.startswith(pattern[:-1]) and len(word) <= len(pattern) - 1 + _ENDING


class WordLists:
    """The lists of one language, ready to be asked.

    Args:
        code: The language's subtag, empty for text of a language without lists.
        tables: Its lists.
    """

    def __init__(self, code: str, tables: Tables) -> None:
        self.code = code
        self.tables = tables
        self.function = frozenset(_keys(tables.function))
        self.pronouns = frozenset(_keys(tables.pronouns))
        self.prepositions = frozenset(_keys(tables.prepositions))
        self.pointers = frozenset(_keys(tables.pointers))
        self.endings = frozenset(["", *_keys(tables.endings)])
        self.negating = tuple(tables.negating.split())
        self.exact: dict[str, tuple[Sign, ...]] = {}
        self.phrases: dict[str, list[_Phrase]] = {}
        self._stems: dict[str, tuple[Sign, ...]] = {}
        self._generic = tuple(_keys(tables.generic))
        self._prefixes = tuple(sorted(_keys(tables.prefixes), key=len, reverse=True))
        self._known: dict[str, tuple[Sign, ...]] = {}
        for category, values in tables.signs.items():
            for value, words in values.items():
                self._add(_entries(words), (category, value))
        self._add(_entries(tables.fillers), FILLER)
        lengths: dict[str, set[int]] = {}
        for word in self.exact:
            lengths.setdefault(word[0], set()).add(len(word))
        self.lengths = {first: sorted(each, reverse=True) for first, each in lengths.items()}
        """For each first letter the lengths of the words that begin with it, longest first."""
        for found in self.phrases.values():
            found.sort(key=lambda phrase: (-len(phrase.words), FILLER not in phrase.signs))

    def _add(self, entries: Iterable[str], sign: Sign) -> None:
        for entry in entries:
            words = tuple(entry.split())
            if len(words) > 1:
                self.phrases.setdefault(words[0], []).append(_Phrase(words, (sign,)))
            else:
                table = self._stems if entry.endswith("*") else self.exact
                word = entry.removesuffix("*")
                table[word] = (*table.get(word, ()), sign)

    def signs_of(self, key: str) -> tuple[Sign, ...]:
        """Return the signs that a word has by itself.

        Args:
            key: The word as `reading` writes it.

        Returns:
            Its signs, empty for a word that is in no list.
        """
        if key not in self._known:
            self._known[key] = self._look_up(key)
        return self._known[key]

    def _look_up(self, key: str) -> tuple[Sign, ...]:
        for form in self._forms(key):
            exact = self.exact.get(form, ())
            if any(category == PLAIN for category, _ in exact):
                return exact
            if found := dict.fromkeys((*exact, *self._stem_of(form))):
                return tuple(found)
        guest = self.code in _OTHER_SCRIPTS and key.isascii()
        return lexicon("en").signs_of(key) if guest else ()

    def _stem_of(self, form: str) -> tuple[Sign, ...]:
        """Return the signs of the longest listed stem that a word begins with."""
        for length in range(len(form), max(1, len(form) - _ENDING - 1), -1):
            if form[:length] in self._stems:
                return self._stems[form[:length]]
        return ()

    def _forms(self, key: str) -> Iterable[str]:
        """Yield the word, and what it is without the words written as one with it."""
        yield key
        for prefix in self._prefixes:
            if key.startswith(prefix) and len(key) >= len(prefix) + 2:
                yield key[len(prefix) :]

    def phrase_at(self, keys: list[str], start: int) -> tuple[int, tuple[Sign, ...]] | None:
        """Find the longest phrase that begins at a word.

        Args:
            keys: The words.
            start: The index of the first.

        Returns:
            How many words it has and its signs, or None.
        """
        for phrase in self.phrases.get(keys[start], ()):
            if phrase.at(keys, start):
                return len(phrase.words), phrase.signs
        return None

    def is_function(self, key: str) -> bool:
        """Whether a word has no sense of its own: function words, pronouns and fillers."""
        if any(form in self.function or form in self.pronouns for form in self._forms(key)):
            return True
        if not self.tables.segmented and all("\u3041" <= char <= "\u309f" for char in key):
            return True
        return FILLER in self.signs_of(key)

    def is_generic(self, key: str) -> bool:
        """Whether a noun may stand for something named elsewhere."""
        return any(_fits(word, form) for word in self._generic for form in self._forms(key))


def _entries(words: str) -> list[str]:
    return [" ".join(_keys(each)) for each in words.split(",") if each.strip()]


def _keys(words: str) -> list[str]:
    """Return words as the reading of a text writes them; capitals of ASCII words are kept."""
    return [word if word.isascii() else key_of(word) for word in words.split()]


_LANGUAGES = {
    "en": "english",
    "fr": "french",
    "de": "german",
    "es": "spanish",
    "ru": "russian",
    "ar": "arabic",
    "ja": "japanese",
    "zh": "chinese",
}
_OTHER_SCRIPTS = ("ru", "ar", "ja", "zh")
"""Where a word in Latin letters is most likely an English one."""
NO_LISTS = Tables(signs={}, function="", complete=False)


@cache
def lexicon(code: str) -> WordLists:
    """Return the lists of a language, read on first use.

    Args:
        code: A primary language subtag; one without lists has an empty lexicon.
    """
    if code not in _LANGUAGES:
        return WordLists("", NO_LISTS)
    module = import_module(f"briefing.evidence.sense.languages.{_LANGUAGES[code]}")
    tables: Tables = module.TABLES
    return WordLists(code, tables)
