"""Where a stretch of text may begin and end without cutting what belongs together."""

import re

from briefing.text.folding import is_word_edge

_HAN_NUMERALS = "〇一二三四五六七八九十百千万萬億兆"
_JAPANESE_NO = "ない|なかっ|なく|なけれ|ません"
"""What says no after a Japanese stem."""

_BLANKS = frozenset(("", " ", "\n"))
"""What is beside words that stand alone: a blank, or nothing where the text or a paragraph ends."""
_FINAL = frozenset(".,;:!?")
_CONTRACTED = re.compile(r"'(?:t|ve|ll|re|d|m)(?!\w)", re.IGNORECASE)
_NEGATING_PREFIX = re.compile(
    r"(?:(?<!\w)(?:non|anti|un|ex|counter|dis|de|mis)-|[不未非無无])\Z", re.IGNORECASE
)
_NEGATING_ENDING = re.compile(rf"-(?:free|less)(?!\w)|{_JAPANESE_NO}", re.IGNORECASE)
_SIGN_OF_NUMBER = re.compile(r"(?<![^\s('\[])[-.]\Z")
_MARK_IN_NUMBER = re.compile(r"(?<=\d)(?:'(?=\d)| (?=000(?!\d)))")
"""What sets thousands apart: an apostrophe, or a space before three zeros."""
_AMID_NUMERALS = re.compile(rf"(?<=[\d{_HAN_NUMERALS}])(?=[{_HAN_NUMERALS}])")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch of folded text cuts nothing that belongs together.

    No word and no number, nor what turns the sense round: `can` is not what `can't` says, and
    `nuclear` is not what `non-nuclear` or `nuclear-free` says.
    """
    return plainly_apart(text, start, end) or cuts_nothing(text, start, end)


def plainly_apart(text: str, start: int, end: int) -> bool:
    """Whether a stretch has blanks around it and begins and ends as most sentences do.

    Then nothing can be cut, and nothing else need be looked at.
    """
    if text[start - 1 : start] not in _BLANKS or text[end : end + 1] not in _BLANKS:
        return False
    first, last = text[start : start + 1], text[end - 1 : end]
    return (
        first.isascii()
        and first.isalpha()
        and last.isascii()
        and (last.isalpha() or last in _FINAL)
    )


def cuts_nothing(text: str, start: int, end: int) -> bool:
    """Whether a stretch cuts nothing, by all that may be cut; see `stands_alone`."""
    if not (is_word_edge(text, start) and is_word_edge(text, end)):
        return False
    if _NEGATING_PREFIX.search(text, max(0, start - 10), start):
        return False
    if _NEGATING_ENDING.match(text, end) or _cuts_number(text, start, end):
        return False
    for mark in (end - 1, end):
        if mark > 0 and text[mark - 1].isalpha() and _CONTRACTED.match(text, mark):
            return False
    return text[max(0, start - 2) : start].lower() != "n'"


def _cuts_number(text: str, start: int, end: int) -> bool:
    """Whether a stretch leaves out a number's sign, or part of one that no word edge ends."""
    if text[start : start + 1].isdigit() and _SIGN_OF_NUMBER.search(text, max(0, start - 1), start):
        return True
    if any(_AMID_NUMERALS.match(text, edge) for edge in (start, end)):
        return True
    marks = (start - 1, start, end - 1, end)
    return any(_MARK_IN_NUMBER.match(text, mark) for mark in marks if mark > 0)
