"""Folding of text, which makes it comparable, with every offset kept.

What differs only in typography becomes equal, and a map leads back to the offsets of the given
text. Soft hyphens, which are part of the typography, are dropped.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing.model.core import Span
from briefing.text.cleaning import INVISIBLE, SPACES, clean

DOUBLE_MARKS = '"“”„‟″‶〝〞〟«»＂❝❞「」『』《》⹂״'
"""The marks that `fold` makes the straight double one."""
SINGLE_MARKS = "'‘’‚‛′‵‹›〈〉`´ʹʻʼʽ＇❛❜"
"""The marks that `fold` makes the straight single one."""
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\ufe31\ufe32\ufe58\ufe63\uff0d"
"""The signs that `fold` makes a hyphen."""

_FIRST_SPACELESS = "々"
_FIRST_UNSEGMENTED = "\u0e00"
"""What comes before these needs no look into the large sets, nor that they be compiled."""
_HAN_KANA = "々〆\u3041-\u3096\u309d-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_PLAIN = r"(?:[!-,.-~](?:[ -](?=[!-,.-~]))?(?![^\x00-\x7f]))+"

# Compiling such large sets takes as long as starting Python does, and most starts need none.


@cache
def _invisible() -> re.Pattern[str]:
    """Return what finds a character that `fold` drops."""
    return re.compile(f"[{INVISIBLE}]")


@cache
def _plain() -> re.Pattern[str]:
    """Return what finds a run of characters that fold to themselves, whatever follows."""
    return re.compile(_PLAIN)


@cache
def _spaceless() -> re.Pattern[str]:
    """Return what finds a character of a script that never puts spaces between words."""
    return re.compile(f"[{_HAN_KANA}\U00020000-\U0003fffd]")


@cache
def _spaceless_gap() -> re.Pattern[str]:
    """Return what finds a space between two such characters."""
    return re.compile(f"{_spaceless().pattern} {_spaceless().pattern}")


@cache
def _unsegmented() -> re.Pattern[str]:
    """Return what finds a character of a script that does not tell where words begin."""
    more = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uff66-\uff9f"
    return re.compile(f"[{_HAN_KANA}\U00020000-\U0003fffd{more}]")


class Folded(NamedTuple):
    """Folded text and the way back to the text it was made from."""

    text: str
    source: str
    """The text as it was given."""
    offsets: Sequence[int]
    """For each folded code point where it begins in `source`, and at last where the text ends."""
    ends: Sequence[int]
    """For each folded code point where the cluster it came from ends in `source`."""

    @property
    def one_to_one(self) -> bool:
        """Whether each code point became one, so that every offset is what it was."""
        return isinstance(self.offsets, range)

    def original(self, start: int, end: int) -> Span:
        """Return the stretch of the given text behind a stretch of folded text.

        Args:
            start: Offset of the first folded code point.
            end: Offset just past the last folded code point.

        Returns:
            The span in code points of the given text, widened so that no grapheme is split;
            empty when `start` is not before `end`.
        """
        if start >= end:
            return Span(self.offsets[start], self.offsets[start])
        return whole_graphemes(self.source, self.offsets[start], self.ends[end - 1])


def whole_graphemes(text: str, start: int, end: int) -> Span:
    """Return a stretch of a text, widened so that no grapheme is split.

    Args:
        text: Any text.
        start: Offset of its first code point.
        end: Offset just past its last one.
    """
    while _joined(text, start):
        start -= 1
    while _joined(text, end):
        end += 1
    return Span(start, end)


class _OneToOne(dict[int, int]):
    """What each code point folds to where that is a single one; it learns as it is asked."""

    def __missing__(self, code: int) -> int:
        self[code] = folded = ord(_fold_one(chr(code)))
        return folded


def _fold_one(char: str) -> str:
    if char in DOUBLE_MARKS:
        return '"'
    if char in SINGLE_MARKS:
        return "'"
    if char in DASHES:
        return "-"
    if char in SPACES:
        return " "
    if char in INVISIBLE or unicodedata.category(char) == "No":
        return char
    composed = unicodedata.normalize("NFKC", clean(char))
    if len(composed) != 1:
        return char
    # A half-width bracket becomes the full one first, and then the mark that this is.
    return composed if composed == char else _fold_one(composed)


_ONE_TO_ONE = _OneToOne()


def fold(text: str) -> Folded:
    """Fold text so that what differs only in typography is equal; case is kept.

    Quote marks become `"` or `'`, dashes and runs of dashes `-`, white space and runs of it one
    space; soft hyphens, zero width spaces and directional controls are dropped, as is space
    between Han or kana, where it means nothing; other controls fold to what `clean` makes of them.
    The rest is Unicode NFKC, except that numbers in another form (`²`, `½`, `①`) stay what they
    are: 10² and 102 are not the same number in another typography.

    Args:
        text: Any text.

    Returns:
        The folded text with its map to the offsets of `text`.
    """
    mapped = text.translate(_ONE_TO_ONE)
    if _is_regular(mapped):
        return Folded(mapped, text, range(len(text) + 1), range(1, len(text) + 1))
    return _Folder(text, mapped).run()


def _is_regular(mapped: str) -> bool:
    if "  " in mapped or "--" in mapped:
        return False
    return mapped.isascii() or (
        unicodedata.is_normalized("NFKC", mapped)
        and not _invisible().search(mapped)
        and not (max(mapped) >= _FIRST_SPACELESS and _spaceless_gap().search(mapped))
    )


def _is_spaceless(char: str) -> bool:
    return char >= _FIRST_SPACELESS and _spaceless().match(char) is not None


class _Folder:
    """Folds cluster by cluster: a base with its marks is normalised as one."""

    def __init__(self, text: str, mapped: str) -> None:
        self.source = text
        self.mapped = mapped
        self.out: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def run(self) -> Folded:
        at = 0
        while at < len(self.mapped):
            if plain := _plain().match(self.mapped, at):
                self.out.extend(plain[0])
                self.starts.extend(range(at, plain.end()))
                at = plain.end()
                self.ends.extend(range(plain.start() + 1, at + 1))
            else:
                at = self._cluster(at)
        offsets = [*self.starts, len(self.source)]
        return Folded("".join(self.out), self.source, offsets, self.ends)

    def _cluster(self, start: int) -> int:
        """Fold the cluster at `start`, invisible characters within it skipped; return its end."""
        if self.mapped[start] in INVISIBLE:
            return start + 1
        body = [self.mapped[start]]
        at = end = start + 1
        while at < len(self.mapped):
            char = self.mapped[at]
            if char in INVISIBLE:
                pass
            elif _trails(char):
                body.append(char)
                end = at + 1
            else:
                break
            at += 1
        is_number = unicodedata.category(body[0]) == "No"
        folded = unicodedata.normalize("NFC" if is_number else "NFKC", "".join(body))
        for char in folded.translate(_ONE_TO_ONE):
            self._emit(char, start, end)
        return at

    def _emit(self, char: str, start: int, end: int) -> None:
        if char in " -" and self.out and self.out[-1] == char:
            self.ends[-1] = end
            return
        if (
            len(self.out) > 1
            and self.out[-1] == " "
            and _is_spaceless(char)
            and _is_spaceless(self.out[-2])
        ):
            for column in (self.out, self.starts, self.ends):
                column.pop()
        self.out.append(char)
        self.starts.append(start)
        self.ends.append(end)


def _trails(char: str) -> bool:
    """Whether a character may compose with, or sorts among the marks of, what is before it."""
    if char.isascii():
        return False
    return unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"


def _joined(text: str, index: int) -> bool:
    """Whether the code points on both sides of `index` belong to one grapheme.

    The rules of https://www.unicode.org/reports/tr29/ that matter to running text: marks and
    joiners, emoji sequences, pairs of regional indicators, Hangul syllables and CRLF.
    """
    if not 0 < index < len(text):
        return False
    before, after = text[index - 1], text[index]
    if before.isascii() and after.isascii():
        return before == "\r" and after == "\n"
    if after in "\u200c\u200d\uff9e\uff9f" or "\U0001f3fb" <= after <= "\U0001f3ff":
        return True
    if unicodedata.category(after)[0] == "M" or "\U000e0020" <= after <= "\U000e007f":
        return True
    if before == "\u200d":
        return unicodedata.category(after) == "So"
    if _is_regional(before) and _is_regional(after):
        return _regionals_before(text, index) % 2 == 1
    return _hangul_joins(before, after)


def _is_regional(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _regionals_before(text: str, index: int) -> int:
    start = index
    while start and _is_regional(text[start - 1]):
        start -= 1
    return index - start


def _hangul_joins(before: str, after: str) -> bool:
    leads, vowel, tail = ("\u1100" <= before <= "\u115f", _is_vowel(after), _is_tail(after))
    if leads:
        return vowel or "\u1100" <= after <= "\u115f" or "\uac00" <= after <= "\ud7a3"
    if _is_vowel(before):
        return vowel or tail
    if "\uac00" <= before <= "\ud7a3":
        open_syllable = (ord(before) - 0xAC00) % 28 == 0
        return tail or (open_syllable and vowel)
    return _is_tail(before) and tail


def _is_vowel(char: str) -> bool:
    return "\u1160" <= char <= "\u11a7"


def _is_tail(char: str) -> bool:
    return "\u11a8" <= char <= "\u11ff"


def is_unsegmented(char: str) -> bool:
    """Whether a character belongs to a script written without spaces between words."""
    return char >= _FIRST_UNSEGMENTED and _unsegmented().match(char) is not None


def is_word_character(char: str) -> bool:
    """Whether a character can be part of a word: letter, digit, mark, joiner or underscore."""
    if char.isascii():
        return char.isalnum() or char == "_"
    return char.isalnum() or char in "\u200c\u200d" or unicodedata.category(char)[0] == "M"


def is_word_edge(text: str, index: int) -> bool:
    """Whether a word or number may begin or end at an offset.

    Inside a word, a number (`3.2`, `1,000`, `11:30`) or a grapheme is no edge. In scripts written
    without spaces every other place is one.

    Args:
        text: Folded text.
        index: Offset in code points, from 0 to the length of the text.

    Returns:
        True at either end of the text and wherever no word is cut in two.
    """
    if not 0 < index < len(text):
        return True
    if _number_goes_on(text, index) or _joined(text, index):
        return False
    before, after = text[index - 1], text[index]
    if not (is_word_character(before) and is_word_character(after)):
        return True
    return is_unsegmented(before) or is_unsegmented(after)


def _number_goes_on(text: str, index: int) -> bool:
    """Whether a sign inside a number is at the offset or just before it."""
    for sign in (index - 1, index):
        around = text[sign - 1 : sign + 2] if sign else ""
        if len(around) == 3 and around[1] in ".,:/" and around[0].isdigit() and around[2].isdigit():
            return True
    return False
