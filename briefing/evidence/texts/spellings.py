"""All the ways in which a word may be spelled in a text, as one pattern.

What is no obstacle to a search (docs/search.md) is none here: case, accents, umlauts as two
letters, hyphens, the dots of abbreviations, groupings of digits, blanks within a compound, and the
endings of forms.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from briefing.evidence.texts.fragments import squeeze
from briefing.evidence.texts.inflections import forms_of
from briefing.text.folding import fold, is_unsegmented

_MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670"
"""Accents by themselves, and the vowel signs of Hebrew and Arabic."""
_SIGNS = 3
"""How many signs and blanks may stand between two words, where a phrase has no more itself."""
_WITHIN_WORD = r"(?:- ?|'|(?<!\w\w)\. ?(?=\w(?!\w))|(?<=\w\w) (?=\w\w))?"
"""A hyphen, also at a line's end, an apostrophe, the dot of an abbreviation, a blank."""
_AT_SIGN = r"(?:[-.'] ?)?"
"""What may stand where the words themselves have a stop or an apostrophe within one."""
_BESIDE_DIGIT = r"(?:- ?|[ .'])?"
_GROUPING = "[.,' \u066c]?"
_LAST_DOT = r"(?:(?:(?<=\.\w)|(?<=\. \w))\.)?"
_NUMBER = re.compile(r"\d+(?:[.,' ]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:([., '])\d{3})(?:\1\d{3})*|\d{1,3}(?:,\d\d)+,\d{3}")
_UNIT = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[.'][^\W\d_]+)*")
_LIKE = {"o": "øœ", "a": "æ", "l": "ł", "d": "đð", "h": "ħ", "i": "ı", "s": "ß"}
_PAIRS = {
    "ae": "äæ",
    "oe": "öøœ",
    "ue": "ü",
    "aa": "å",
    "ss": "ß",
}
_TWO_LETTERS = {sign: pair for pair, signs in _PAIRS.items() for sign in signs}
_UMLAUTED = "aou"
_SHORTEST_UMLAUTED = 4
_VOWELS = "aeiouy"
_ZEROS = ("0", "\u0660", "\u06f0", "\u0966", "\u09e6", "\u0e50")
"""The noughts of Latin, Arabic, Persian, Devanagari, Bengali and Thai digits."""


@lru_cache(maxsize=1024)
def spellings(words: str, language: str) -> re.Pattern[str]:
    """Return what finds some words in folded text, however they are spelled there.

    Args:
        words: A word or a phrase, not folded.
        language: BCP 47 tag of the text; it decides which endings there are.
    """
    plain = re.sub(f"[{_MARKS}]", "", squeeze(fold(words.strip()).text).strip("'"))
    plain = _ungrouped(plain)
    units = list(_UNIT.finditer(plain))
    if not units:
        return re.compile(re.escape(plain) if plain else "(?!)", re.IGNORECASE)
    parts = [_unit(units[0][0], language)]
    for before, unit in pairwise(units):
        parts.append(_between(plain[before.end() : unit.start()]))
        parts.append(_unit(unit[0], language))
    begins = "" if is_unsegmented(units[0][0][0]) else r"(?<!\w)"
    ends = "" if is_unsegmented(units[-1][0][-1]) else r"(?!\w)"
    return re.compile(begins + "".join(parts) + ends, re.IGNORECASE)


def is_part_of_number(text: str, start: int, end: int) -> bool:
    """Whether digits are some of a larger number that is grouped, as 250 in 1,250,000.

    What may as well be a list of numbers, as `101,102,103`, is taken for one.

    Args:
        text: Folded text.
        start: Where the digits begin.
        end: Offset just past them.
    """
    for number in _NUMBER.finditer(text, max(0, start - 40), end + 40):
        if number.start() <= start and end <= number.end():
            whole = number[0].replace(" ", "\n")
            inside = (number.start(), number.end()) != (start, end)
            return inside and _GROUPED.fullmatch(whole) is not None and not _is_list(whole)
    return False


def _is_list(number: str) -> bool:
    """Whether what looks like groups of digits may be numbers that rise, of as many digits each."""
    groups = re.findall(r"\d+", number)
    rising = all(int(one) < int(other) for one, other in pairwise(groups))
    return rising and len(groups[0]) == len(groups[1]) and all(each[0] != "0" for each in groups)


def _ungrouped(text: str) -> str:
    """Return a text with the digits of each grouped number side by side."""

    def digits(match: re.Match[str]) -> str:
        return re.sub(r"\D", "", match[0]) if _GROUPED.fullmatch(match[0]) else match[0]

    return _NUMBER.sub(digits, text)


def _between(signs: str) -> str:
    """Return what may stand between two words where a phrase has some signs."""
    if not signs:
        return _BESIDE_DIGIT
    own = re.sub(r"[\s\-.,:;'()]", "", signs)
    return " ?" + re.escape(own) + " ?" if own else rf"[^\w\n]{{0,{max(_SIGNS, len(signs))}}}"


def _unit(unit: str, language: str) -> str:
    if unit[0].isdigit():
        return _digits(unit)
    parts = re.split("[.']", unit.removesuffix("'s").removesuffix("'S"))
    letters = "".join(parts)
    if any(map(is_unsegmented, letters)):
        return re.escape(letters)
    forms = [
        (_spelled(parts if beginning == letters.lower() else [beginning]), ending)
        for beginning, ending in forms_of(letters, language)
    ]
    shared = 0
    while all(shared < len(found) and found[shared] == forms[0][0][shared] for found, _ in forms):
        shared += 1
    ways = ("".join(found[shared:]) + _LAST_DOT + ending for found, ending in forms)
    return f"{''.join(forms[0][0][:shared])}(?:{'|'.join(ways)})"


def _spelled(parts: Sequence[str]) -> list[str]:
    """Return what finds each letter of a word, and what may stand before it."""
    found: list[str] = []
    for part in parts:
        for number, letter in enumerate(_letters(part)):
            before = _WITHIN_WORD if number else _AT_SIGN
            found.append(before + letter if found else letter)
    return found


def _digits(unit: str) -> str:
    """Return a pattern of a number, grouped or not, with letters after it."""
    if not unit.isdigit():
        signs = {".": "[.,]", ",": "[.,]"}
        number = "".join(_digit(c) if c.isdigit() else signs.get(c, re.escape(c)) for c in unit)
        return number + r"[^\W\d_]{0,3}"
    groups = []
    for left, char in enumerate(unit):
        right = len(unit) - left
        may_part = left and (right % 3 == 0 or (right > 3 and right % 2 == 1))
        groups.append((_GROUPING if may_part else "") + _digit(char))
    return "".join(groups) + r"[^\W\d_]{0,3}"


def _digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    if value is None:
        return re.escape(char)
    return "[" + "".join(chr(ord(zero) + value) for zero in _ZEROS) + "]"


def _letters(word: str) -> Iterator[str]:
    """Yield what finds each letter of a word, or each two that may be written as one."""
    lower, at = word.lower(), 0
    while at < len(lower):
        char, pair = lower[at], lower[at : at + 2]
        if pair in _PAIRS:
            one = "".join(map(re.escape, _PAIRS[pair]))
            yield f"(?:{_WITHIN_WORD.join(map(_letter, pair))}|[{one}])"
            at += 2
            continue
        if char in _TWO_LETTERS:
            yield f"(?:{_letter(char)}|{_TWO_LETTERS[char]})"
        elif (
            char in _UMLAUTED
            and len(word) >= _SHORTEST_UMLAUTED
            and lower[at + 1 : at + 2] not in _VOWELS
        ):
            yield f"{_letter(char)}e?"
        else:
            yield _letter(char)
        at += 1


def _letter(char: str) -> str:
    """Return what finds a letter with whatever accents; those of a text may differ."""
    alike = _alike().get(_base(char), "")
    own = f"[{re.escape(char)}{alike}]" if alike else re.escape(char)
    return own if _base(char) < "\u0370" else f"{own}[{_MARKS}]*"


def _base(char: str) -> str:
    for base, others in _LIKE.items():
        if char in others:
            return base
    return unicodedata.normalize("NFD", char)[0]


@cache
def _alike() -> dict[str, str]:
    """Return, by letter, the letters that are it with accents: Latin, Greek and Cyrillic."""
    alike = {base: base + others for base, others in _LIKE.items()}
    for code in (*range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000)):
        char = chr(code)
        base = unicodedata.normalize("NFD", char)[0]
        if base != char and char.islower():
            alike[base] = alike.get(base, base) + char
    return alike
