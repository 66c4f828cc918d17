"""A text read as words, each with its key, and as the signs that are in them."""

import re
from functools import cache

from briefing.evidence.sense.languages.word_lists import FILLER, PLAIN, Sign, WordLists
from briefing.evidence.sense.numerals import compose, is_number, is_year, number_value
from briefing.evidence.sense.spelling import bare, key_of, vowel_signs
from briefing.evidence.sense.words import SenseReading, SenseWord, SignSpan
from briefing.text.folding import fold

_OPENS = frozenset('.!?:…"«»([¿¡-/|•*')
_ACRONYM = 2
_SHOWN = {"date": "unit", "condition": "negation"}


@cache
def _tokens() -> re.Pattern[str]:
    """Return what finds words, numbers with their separators, and signs that are words."""
    return re.compile(
        r"\d+(?:[.,:'/٫٬ ](?=\d{3}(?!\d))\d{3}|[.,:/٫٬]\d+)*"
        r"|[^\W\d_]+(?:'[^\W\d_]+)*'?"
        r"|[%‰$€£¥₽₹°²³½¼¾+<>=≤≥]"
        r"|\S"
    )


_UNSIGNED = frozenset(".,;:!?…\"'«»()[]{}¿¡-/|•*،؛؟。、「」『』&#@_~^\\`")


def read(text: str, lexicon: WordLists) -> SenseReading:
    """Read a text with the lists of a language.

    Args:
        text: Any text.
        lexicon: The lists.

    Returns:
        Its words and signs.
    """
    folded = fold(text).text
    if not lexicon.tables.segmented:
        # Only texts without spaces need these.
        from briefing.evidence.sense.unsegmented import read_unsegmented

        return read_unsegmented(folded, lexicon)
    words = tuple(_words(folded, lexicon))
    return SenseReading(words, tuple(_signs(words, lexicon)))


def _words(text: str, lexicon: WordLists) -> list[SenseWord]:
    words: list[SenseWord] = []
    opening = True
    if lexicon.code == "ar":
        text = vowel_signs().sub("", text)
    for match in _tokens().finditer(text):
        token = match[0]
        if token in _UNSIGNED:
            opening = opening or token in _OPENS
            continue
        words.extend(_expanded(token.strip("'") or token, opening, lexicon))
        opening = False
    return words


def _expanded(token: str, opening: bool, lexicon: WordLists) -> list[SenseWord]:
    """Return a token as one word, or as those that it is short for."""
    key = key_of(token)
    if "'" not in key and key not in lexicon.tables.contractions:
        if token[0].isupper() and not opening and lexicon.signs_of(token):
            key = token  # A month that is another word with a small letter: May, March.
        return [SenseWord(key, token, opening)]
    contractions = lexicon.tables.contractions
    if key in contractions:
        parts = contractions[key].split()
        return [SenseWord(part, part, opening and i == 0) for i, part in enumerate(parts)]
    stem, mark, ending = token.rpartition("'")
    if key.endswith("n't"):
        return [*_expanded(token[:-3], opening, lexicon), SenseWord("not", "not", False)]
    if "'" + key_of(ending) in contractions:
        more = contractions["'" + key_of(ending)].split()
        return [
            *_expanded(stem, opening, lexicon),
            *(SenseWord(part, part, False) for part in more),
        ]
    if key_of(stem) + mark in contractions:
        full = contractions[key_of(stem) + mark]
        return [SenseWord(full, full, opening), *_expanded(ending, False, lexicon)]
    return [SenseWord(key, token, opening)]


def _signs(words: tuple[SenseWord, ...], lexicon: WordLists) -> list[SignSpan]:
    keys = [word.key for word in words]
    shouted = sum(word.shape.isupper() for word in words) * 2 > len(words) > _ACRONYM
    marks: list[SignSpan] = []
    at = 0
    while at < len(words):
        found = lexicon.phrase_at(keys, at) if lexicon.phrases else None
        length, signs = found or (1, _of_word(words, at, lexicon, shouted))
        marks.extend(SignSpan(sign, at, at + length) for sign in signs)
        if found:
            marks.extend(_within(keys, at, (length, signs[0]), lexicon))
        at += length
    figures = {index for index, word in enumerate(words) if is_number(word.shape)}
    return compose(
        [mark for mark in marks if mark.category != PLAIN or mark.sign == FILLER], figures
    )


def _within(
    keys: list[str], at: int, phrase: tuple[int, Sign], lexicon: WordLists
) -> list[SignSpan]:
    """Return the signs of words in a phrase that it does not hide.

    These are the unit of a date (`last year` is not `last month`), and what says no in a
    condition.
    """
    length, (category, _) = phrase
    shown = _SHOWN.get(category)
    return [
        SignSpan(sign, place, place + 1)
        for place in range(at, at + length)
        for sign in lexicon.signs_of(keys[place])
        if sign[0] == shown
    ]


def _of_word(
    words: tuple[SenseWord, ...], at: int, lexicon: WordLists, shouted: bool
) -> tuple[Sign, ...]:
    word = words[at]
    if is_number(word.shape):
        value = number_value(word.shape)
        date = (("date", value),) if is_year(value) else ()
        mixed = any(char.isupper() for char in word.shape)
        return (("number", value), *date, *((("name", word.key),) if mixed else ()))
    signs = lexicon.signs_of(word.key)
    if signs or shouted or not _is_name(words, at, lexicon):
        return signs
    return (("name", bare(word.key)),)


def _is_name(words: tuple[SenseWord, ...], at: int, lexicon: WordLists) -> bool:
    """Whether a word in no list is a name by its capital."""
    word = words[at]
    capitals = lexicon.tables.capitals
    if capitals == "none" or not word.shape[0].isupper() or lexicon.is_function(word.key):
        return False
    acronym = len(word.shape) >= _ACRONYM and word.shape.isupper()
    if acronym or capitals == "names":
        return acronym or not word.opening
    return _is_second_capital(words, at)


def _is_second_capital(words: tuple[SenseWord, ...], at: int) -> bool:
    """Whether a word follows another with a capital: where nouns have one, a name does so.

    Two nouns hardly ever are side by side, but first name and family name, or a title and a
    name, do.
    """
    before = words[at - 1] if at else None
    return (
        before is not None
        and before.shape[0].isupper()
        and not words[at].opening
        and not is_number(before.shape)
        and (not before.opening or len(before.key) > 3)
    )
