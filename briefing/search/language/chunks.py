"""Text to chunks, and chunks to the parts of words.

A *chunk* is a run of letters and digits with the signs that may be inside a word. It gives one
or several *compounds*: words whose hyphens, slashes or points part them, as `co-operation`. What a
chunk gives depends on nothing around it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from briefing.search.language.case_folding import fold, spelled_out
from briefing.search.language.numbers import (
    APOSTROPHES,
    BETWEEN_GROUPS,
    BLANK,
    FIXED_BLANKS,
    PLAIN_BLANK,
    GroupedNumber,
    figure,
)

MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0980-\u0983\u09bc-\u09cd"
    "\u0a01-\u0a03\u0a3c-\u0a4d\u0a70\u0a71\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57"
    "\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3c-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03"
    "\u0d3b-\u0d4d\u0d81-\u0d83\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc"
    "\u0ec8-\u0ece\u0f71-\u0f84\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u17dd\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u200b-\u200d\u2060\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
    "\ufeff\uff9e\uff9f"
)
"""Characters that belong to the letter before them."""

_HYPHENS = "\\-\u2010\u2011\u2012\u2013\uff0d/+&_@\uff0f\uff0b\uff06\uff20"
_WIDE = "0-9\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_BETWEEN_INITIALS = rf"{BLANK}(?=[^\W\d_]\.)(?<=(?<!\w)[^\W\d_]\..)"
"""The blank of `U. N.`."""
ACROSS = f"{BETWEEN_GROUPS}|{_BETWEEN_INITIALS}"
"""The pattern of a blank that ends no word."""
# Wide stops and commas end sentences, and are inside a word only between wide letters and digits.
_INSIDE = (
    rf"\.(?:{_BETWEEN_INITIALS})|[{APOSTROPHES}{_HYPHENS}.,:]|{BETWEEN_GROUPS}"
    rf"|(?<=[{_WIDE}])[\uff0e\uff0c\uff1a](?=[{_WIDE}])"
)
CHUNK = re.compile(rf"[\w{MARKS}]+(?:(?:{_INSIDE})[\w{MARKS}]+)*")
"""A run of word characters with the signs that may be inside a word."""
_ATOM = re.compile(rf"(?:(?!_)[\w{MARKS}])+")
CLUSTER = re.compile(rf"[^{MARKS}]?[{MARKS}]*", re.DOTALL)
_UNSEGMENTED = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u309f\u30a0-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
"""Letters of scripts that put no blanks between words."""
_HAS_ACROSS = re.compile(ACROSS)
_FIGURES_APART = re.compile("[0-9] [0-9]{3}")
_INITIALS_APART = re.compile(r"\. [A-Za-z]\.")
_BLANKS = re.compile(rf"(?:(?!{ACROSS})\s)+")

_ONE_SIGN = str.maketrans(
    {
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys(FIXED_BLANKS, "\u00a0"),
        **dict(zip("\uff0e\uff0c\uff1a\uff0f", ".,:/", strict=True)),
    }
)
_IN_FIGURES = frozenset((",", ".", ":", "'", "\u00a0", PLAIN_BLANK))
"""Signs that may be inside a number."""
_FRACTIONS = "\u00bc-\u00be\u2150-\u215e\u2189"
_UNUSUAL = re.compile("[^\x00-\u0dff\u2000-\u203a]|[\u00bc-\u00be]")
"""A sign that is neither a letter of a script with blanks between words nor a common mark."""
_DIGIT = re.compile(r"\d")
_MIXED_NUMBER = re.compile(rf"\d[{_FRACTIONS}]")
_LAST_DIGITS = re.compile(r"\d+$")


class ChunkPart(NamedTuple):
    """A part of a compound, or the whole of a plain word."""

    text: str
    """Its letters and digits; those of a number without the signs that group them."""
    start: int
    end: int
    sign: str = ""
    """What is between it and the part before it."""
    other: str = ""
    """How a number may be meant besides; empty where there is no doubt."""

    @property
    def spelled(self) -> str:
        """How it is written besides: umlauts as two letters, a number otherwise; may be empty."""
        return self.other or spelled_out(self.text) or ""


# Most texts and queries need none of these, and they take a millisecond each to compile.


@cache
def unsegmented() -> re.Pattern[str]:
    """Return the pattern of a run of letters of scripts that put no blanks between words."""
    return re.compile(f"{_UNSEGMENTED}+")


@cache
def _cuts_at_digits() -> tuple[re.Pattern[str], re.Pattern[str]]:
    after = rf"(?<=\d)(?={_UNSEGMENTED}|[{_FRACTIONS}])"
    return re.compile(after), re.compile(rf"(?<={_UNSEGMENTED})(?=\d)")


def pieces(text: str) -> list[str]:
    """Return what is between the blanks that end words."""
    return _BLANKS.split(text.strip()) if _has_across(text) else text.split()


def _has_across(text: str) -> bool:
    """Whether a blank of a text ends no word; most texts are known to have none by a short look."""
    if text.isascii() and not (
        _FIGURES_APART.search(text) or (". " in text and _INITIALS_APART.search(text))
    ):
        return False
    return bool(_HAS_ACROSS.search(text))


def is_one_word(text: str) -> bool:
    """Whether letters and digits without signs are one word, and not cut within."""
    if not may_be_cut(text):
        return True
    return not (_MIXED_NUMBER.search(text) or unsegmented().search(text))


def may_be_cut(text: str) -> bool:
    """Whether a text may have what words are cut at; Latin, Greek or Cyrillic ones have not."""
    return not text.isascii() and bool(_UNUSUAL.search(text))


def compounds(chunk: str) -> list[list[ChunkPart]]:
    """Split a chunk into words, and each word into its parts."""
    if chunk.isalnum() and is_one_word(chunk):
        return [[ChunkPart(chunk, 0, len(chunk))]]
    if chunk.isascii() and chunk.replace("-", "").isalnum():
        return [_hyphenated(chunk)]
    found: list[list[ChunkPart]] = []
    atoms = _atoms(chunk)
    for part in _figures_joined(atoms) if _DIGIT.search(chunk) else atoms:
        if not found or _starts_anew(found[-1], part):
            found.append([part])
        elif (one := _merged(found[-1][-1], part)) is not None:
            found[-1][-1] = one
        else:
            found[-1].append(part)
    return found


def joined(parts: Sequence[ChunkPart], words: Iterable[str]) -> str:
    """Return a compound as one word.

    Args:
        parts: Its parts.
        words: The words of the parts; digits that a sign parts stay apart, as in `2/3`.
    """
    found = ""
    for part, word in zip(parts, words, strict=True):
        grouped = part.sign == PLAIN_BLANK
        if found[-1:].isdigit() and word[:1].isdigit() and not grouped:
            found += "/" if part.sign == "/" else "-"
        found += word
    return found


def are_segmented(parts: Iterable[ChunkPart]) -> bool:
    """Whether all parts are written in scripts with spaces."""
    return not any(may_be_cut(each.text) and unsegmented().search(each.text) for each in parts)


def _atoms(chunk: str) -> list[ChunkPart]:
    """Return the runs of letters and digits, cut where digits meet a script without spaces."""
    found: list[ChunkPart] = []
    before = 0
    for match in _ATOM.finditer(chunk):
        sign = chunk[before : match.start()].translate(_ONE_SIGN)
        start, before = match.start(), match.end()
        text = match.group()
        cuts = _cuts(text)
        for first, last in zip((0, *cuts), (*cuts, len(text)), strict=True):
            found.append(ChunkPart(text[first:last], start + first, start + last, sign))
            sign = ""
    return found


def _cuts(text: str) -> list[int]:
    """Return where digits meet a fraction or a script without blanks."""
    if not (may_be_cut(text) and _DIGIT.search(text)):
        return []
    return sorted({match.start() for edge in _cuts_at_digits() for match in edge.finditer(text)})


def _hyphenated(chunk: str) -> list[ChunkPart]:
    """Return the parts of a chunk with no sign but hyphens; most have no other."""
    found: list[ChunkPart] = []
    start = 0
    for text in chunk.split("-"):
        end = start + len(text)
        if text:
            found.append(ChunkPart(text, start, end, "-" if found else ""))
        start = end + 1
    return found


def _figures_joined(atoms: Sequence[ChunkPart]) -> Iterator[ChunkPart]:
    """Yield the atoms, those that make one number as one."""
    place = 0
    while place < len(atoms):
        end = _end_of_run(atoms, place)
        run = atoms[place:end]
        yield from _figures(run) if len(run) > 1 else run
        place = end


def _end_of_run(atoms: Sequence[ChunkPart], place: int) -> int:
    """Return where the atoms end that may make a number with the one at this place."""
    end = place + 1
    if not atoms[place].text[-1].isdecimal():
        return end
    while end < len(atoms) and atoms[end].sign in _IN_FIGURES and atoms[end].text[0].isdecimal():
        end += 1
        if not atoms[end - 1].text.isdecimal():
            break
    return end


def _figures(run: Sequence[ChunkPart]) -> Iterator[ChunkPart]:
    """Yield the numbers that atoms make: one, or else those between blanks, or between commas."""
    signs = [part.sign for part in run[1:]]
    lead, groups = _groups(run)
    found = figure(groups, signs)
    if found is not None and set(signs) != {PLAIN_BLANK}:
        yield _one(run, lead, found)
        return
    edge = PLAIN_BLANK if PLAIN_BLANK in signs else ","
    cuts = [place for place, part in enumerate(run) if place and part.sign == edge]
    if found is not None or not cuts:
        yield from run
        return
    for first, last in zip((0, *cuts), (*cuts, len(run)), strict=True):
        stretch = run[first:last]
        yield from _figures(stretch) if len(stretch) > 1 else stretch


def _groups(run: Sequence[ChunkPart]) -> tuple[str, list[str]]:
    """Return the letters before the first digits, as in `PM2.5`, and the digits of each atom."""
    first = _LAST_DIGITS.search(run[0].text)
    at = first.start() if first else 0
    return run[0].text[:at], [run[0].text[at:], *(part.text for part in run[1:])]


def _one(run: Sequence[ChunkPart], lead: str, found: GroupedNumber) -> ChunkPart:
    other = f"{lead}{found.other}" if found.other else ""
    return ChunkPart(f"{lead}{found.word}", run[0].start, run[-1].end, run[0].sign, fold(other))


def _starts_anew(parts: Sequence[ChunkPart], part: ChunkPart) -> bool:
    """Whether a part belongs to another word than those before it."""
    if part.sign == PLAIN_BLANK or part.sign == "\u00a0":
        return not all(map(_is_group, parts))
    return part.sign in ("", ",", ":") or (part.sign == "'" and _are_digits(parts[-1], part))


def _is_group(part: ChunkPart) -> bool:
    """Whether a part is nothing but digits that blanks part from others."""
    written = part.end - part.start == len(part.text)
    return written and part.text.isdecimal() and part.sign in ("", PLAIN_BLANK)


def _are_digits(first: ChunkPart, second: ChunkPart) -> bool:
    return first.text.isdecimal() and second.text.isdecimal()


def _merged(before: ChunkPart, part: ChunkPart) -> ChunkPart | None:
    """Return the part that two make together, or None where they stay apart."""
    if part.sign == "'":
        if part.text in ("s", "S"):
            return before
        # `don't` is one word; `l'alliance` and `O'Brien` are found by their parts too.
        return None if len(part.text) > 2 else _together(before, part)
    if part.sign == "." and len(part.text) == 1 and part.text.isalpha():
        letters = before.text.isalpha() and before.end - before.start == 2 * len(before.text) - 1
        return _together(before, part) if letters else None
    return None


def _together(before: ChunkPart, part: ChunkPart) -> ChunkPart:
    return before._replace(text=before.text + part.text, end=part.end)
