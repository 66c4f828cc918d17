"""Text without spaces between words, read by the longest words of the lists and by script."""

import re
from functools import cache

from briefing.evidence.sense.languages.word_lists import FILLER, PLAIN, Sign, WordLists
from briefing.evidence.sense.numerals import compose, is_number, is_year, number_value
from briefing.evidence.sense.spelling import key_of
from briefing.evidence.sense.words import SenseReading, SenseWord, SignSpan

_UNSIGNED = re.compile(r"[^\w%$€£¥]+")


@cache
def _runs() -> re.Pattern[str]:
    """Return what finds a run of one kind of letters; hiragana is read letter by letter."""
    return re.compile(
        r"\d+(?:,\d{3})*(?:\.\d+)?"
        r"|[A-Za-z\u00c0-\u024f]+(?:[-'][A-Za-z\u00c0-\u024f]+)*"
        r"|[\u30a1-\u30fa\u30fc\u30fb]+"
        r"|[\u3041-\u309f]"
        r"|[\u3400-\u4dbf\u4e00-\u9fff々]+"
        r"|[^\w\s]|\S"
    )


def read_unsegmented(text: str, lexicon: WordLists) -> SenseReading:
    """Read folded text without spaces between words.

    Args:
        text: Folded text.
        lexicon: The lists.

    Returns:
        Its words, where a word of no list is a run of letters of one kind, and its signs.
    """
    words: list[SenseWord] = []
    marks: list[SignSpan] = []
    at = 0
    while at < len(text):
        token, signs = _next(text, at, lexicon)
        at += len(token)
        if not token.strip() or _UNSIGNED.fullmatch(token):
            continue
        place = len(words)
        words.append(SenseWord(key_of(token), token, False))
        marks.extend(
            SignSpan(sign, place, place + 1) for sign in signs if sign[0] != PLAIN or sign == FILLER
        )
    figures = {index for index, word in enumerate(words) if is_number(word.shape)}
    return SenseReading(tuple(words), tuple(compose(marks, figures)))


def _next(text: str, at: int, lexicon: WordLists) -> tuple[str, tuple[Sign, ...]]:
    """Return the token at an offset with its signs."""
    listed = _listed(text, at, lexicon)
    if listed:
        return listed, lexicon.signs_of(listed)
    match = _runs().match(text, at)
    token = match[0] if match else text[at]
    if is_number(token):
        value = number_value(token)
        return token, (("number", value), *((("date", value),) if is_year(value) else ()))
    if token[0] >= "\u3400":
        for cut in range(1, len(token)):
            if _listed(text, at + cut, lexicon):
                return token[:cut], ()
    elif token.isascii():
        name = (("name", token.casefold()),) if token[0].isupper() else ()
        return token, lexicon.signs_of(token.casefold()) or name
    return token, ()


def _listed(text: str, at: int, lexicon: WordLists) -> str:
    """Return the longest word of the lists that begins at an offset, or nothing."""
    for length in lexicon.lengths.get(text[at], ()):
        word = text[at : at + length]
        if word in lexicon.exact:
            return word
    return ""
