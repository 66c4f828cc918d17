"""Text to searchable words, each with the place it stands at.

A *chunk* is a run of letters and digits with the marks that may stand inside a word. A chunk gives
one word or several: `co-operation` is `co`, `operation` and `cooperation`; `China's` is `china`;
`U.S.` is `us`; `1,000` is `1000`. Scripts that are written without spaces give every character and
every pair of neighbours. What a chunk gives depends on nothing around it, so it is remembered.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefing.basics import Span

_MARKS = (
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

_APOSTROPHES = "'\u2018\u2019\u02bc\uff07"
_HYPHENS = "\\-\u2010\u2011\u2012\u2013\uff0d/+&_@\uff0f\uff0b\uff06\uff20"
_NARROW = str.maketrans("\uff0e\uff0c\uff1a", ".,:")
_WIDE = "0-9\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
# Wide stops and commas end sentences, and stand inside a word only between wide letters and digits.
_INSIDE = rf"[{_APOSTROPHES}{_HYPHENS}.,:]|(?<=[{_WIDE}])[\uff0e\uff0c\uff1a](?=[{_WIDE}])"
CHUNK = re.compile(rf"[\w{_MARKS}]+(?:(?:{_INSIDE})[\w{_MARKS}]+)*")
"""A run of word characters with the signs that may stand inside a word."""
_ATOM = re.compile(rf"(?:(?!_)[\w{_MARKS}])+")
_CLUSTER = re.compile(rf"[^{_MARKS}]?[{_MARKS}]*", re.DOTALL)
_UNSEGMENTED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u309f\u30a0-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]+"
)
_DROPPED = re.compile(
    "[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200d\u2060\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]+"
)
"""Marks whose loss does not make another word: accents, Hebrew points, Arabic vowel signs."""

_PLAIN = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_LONGEST_JOINED = 6
"""How many parts a hyphenated word may have and still be indexed as one word."""


class Token(NamedTuple):
    """A word of a text."""

    word: str
    """The folded word."""
    start: int
    """Offset of its first code point in the text."""
    end: int
    """Offset just past its last one."""
    position: int
    """Its place in reading order; a joined word has the place of its first part."""


class Unit(NamedTuple):
    """A word of a query: what one word of the index has to answer for."""

    word: str
    """The folded word, joined where it has parts."""
    start: int
    """Offset of its first code point in the query."""
    end: int
    parts: tuple[str, ...] = ()
    """The folded parts of a hyphenated word; empty for a plain one."""
    exact: bool = False
    """Whether only the very same word will do: numbers, acronyms, pairs of characters."""


class _Part(NamedTuple):
    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the words of a text with their places, in reading order.

    Args:
        text: Any text.

    Returns:
        The words; hyphenated ones as parts and joined.
    """
    found: list[Token] = []
    position = 0
    for match in CHUNK.finditer(text):
        offset = match.start()
        places = 0
        for word, start, end, place in analyse(match.group()):
            found.append(Token(word, offset + start, offset + end, position + place))
            places = max(places, place + 1)
        position += places
    return found


def words_in_order(text: str) -> list[str]:
    """Return the words of a text as `tokens` does, without their places."""
    found: list[str] = []
    for chunk in CHUNK.findall(text):
        if chunk.isascii() and chunk.isalnum():
            found.append(chunk.lower())
        else:
            found += [token.word for token in tokens_of(chunk)]
    return found


def asked_words(text: str) -> list[str]:
    """Return the words a piece of a query asks for, hyphenated ones in parts and not joined."""
    return [word for unit in units(text) for word in unit.parts or (unit.word,)]


def words(text: str) -> set[str]:
    """Return the different words of a text: those of `tokens`, without their places."""
    found: set[str] = set()
    for chunk in CHUNK.findall(text):
        found.update(_words(chunk))
    return found


def units(text: str, offset: int = 0) -> list[Unit]:
    """Return the words of a piece of a query.

    Args:
        text: The piece, without query syntax.
        offset: Where the piece starts in the query.
    """
    found: list[Unit] = []
    for match in CHUNK.finditer(text):
        start = offset + match.start()
        for parts in _compounds(match.group()):
            found.extend(_units_of(parts, start))
    return found


def fold(text: str) -> str:
    """Return a word without case and accents, in one Unicode form."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN)
    bare = _DROPPED.sub("", unicodedata.normalize("NFKD", plain))
    return unicodedata.normalize("NFC", bare)


def span_of_prefix(text: str, token: Token, length: int) -> Span:
    """Return where the first letters of a word stand in its text.

    Args:
        text: The text the token was found in.
        token: The word.
        length: How many letters of the folded word are meant.
    """
    written = 0
    for match in _CLUSTER.finditer(text, token.start, token.end):
        if written >= length:
            return Span(token.start, match.start())
        if match.group()[:1].isalnum():
            written += len(_fold_cluster(match.group()))
    return Span(token.start, token.end)


def plain_word(text: str) -> str | None:
    """Return the one word that a text of nothing but letters and digits is, else None.

    Args:
        text: A text without blanks.

    Returns:
        What `tokens` would give for it as its only word; None where that takes a closer look.
    """
    if not text.isalnum() or not (text.isascii() or not _UNSEGMENTED.search(text)):
        return None
    return fold(text) or None


def characters(word: str) -> tuple[str, ...]:
    """Return the characters of a pair in a script without spaces; any other word as it is."""
    if word.isascii() or not _UNSEGMENTED.match(word):
        return (word,)
    return tuple(match.group() for match in _CLUSTER.finditer(word) if match.group())


def is_number(word: str) -> bool:
    """Whether a folded word holds a digit, so that a slip would make it mean something else."""
    return any(char.isdigit() for char in word)


@lru_cache(maxsize=100_000)
def _words(chunk: str) -> tuple[str, ...]:
    if chunk.isascii() and chunk.isalnum():
        return (chunk.lower(),)
    return tuple({token.word for token in tokens_of(chunk)})


@lru_cache(maxsize=20_000)
def analyse(chunk: str) -> tuple[Token, ...]:
    """Return the words of a chunk, their places counted from its start."""
    if chunk.isascii() and chunk.isalnum():
        return (Token(chunk.lower(), 0, len(chunk), 0),)
    return tuple(tokens_of(chunk))


def tokens_of(chunk: str) -> list[Token]:
    """Return the words of a chunk as `analyse` does, without remembering them."""
    found: list[Token] = []
    position = 0
    for parts in _compounds(chunk):
        first = position
        for part in parts:
            position = _add_part(found, part, position)
        if 1 < len(parts) <= _LONGEST_JOINED and _are_segmented(parts):
            joined = "".join(fold(part.text) for part in parts)
            if joined:
                found.append(Token(joined, parts[0].start, parts[-1].end, first))
    return found


def _add_part(found: list[Token], part: _Part, position: int) -> int:
    """Add the words of a part, the first at this position, and return the position after them."""
    if part.text.isascii():
        found.append(Token(part.text.lower(), part.start, part.end, position))
        return position + 1
    for run, start, unsegmented in _runs(part.text):
        start += part.start
        if not unsegmented:
            if word := fold(run):
                found.append(Token(word, start, _end_of(run, start, part), position))
                position += 1
            continue
        clusters = [
            (folded, start + match.start(), start + match.end())
            for match in _CLUSTER.finditer(run)
            if (folded := _fold_cluster(match.group()))
        ]
        for index, (char, begin, end) in enumerate(clusters):
            found.append(Token(char, begin, end, position))
            if index + 1 < len(clusters):
                after = clusters[index + 1]
                found.append(Token(char + after[0], begin, after[2], position))
            position += 1
    return position


def _units_of(parts: list[_Part], offset: int) -> Iterator[Unit]:
    if len(parts) > 1 and _are_segmented(parts):
        folded = tuple(word for part in parts if (word := fold(part.text)))
        if folded:
            yield Unit("".join(folded), offset + parts[0].start, offset + parts[-1].end, folded)
        return
    for part in parts:
        for run, start, unsegmented in _runs(part.text):
            start += offset + part.start
            if not unsegmented:
                if word := fold(run):
                    exact = is_number(word) or _is_acronym(part.text)
                    end = offset + _end_of(run, start - offset, part)
                    yield Unit(word, start, end, exact=exact)
                continue
            clusters = [match for match in _CLUSTER.finditer(run) if match.group()]
            step = min(2, len(clusters))
            for first in range(len(clusters) - step + 1):
                pair = clusters[first : first + step]
                if word := "".join(_fold_cluster(match.group()) for match in pair):
                    yield Unit(word, start + pair[0].start(), start + pair[-1].end(), exact=True)


def _are_segmented(parts: list[_Part]) -> bool:
    return all(part.text.isascii() or not _UNSEGMENTED.search(part.text) for part in parts)


def _end_of(run: str, start: int, part: _Part) -> int:
    """Return where a run ends; a part that lost its signs ends later than its letters count."""
    return part.end if run == part.text else start + len(run)


def _runs(text: str) -> list[tuple[str, int, bool]]:
    """Return the stretches of a chunk with their offsets, and whether they have no word ends."""
    if text.isascii():
        return [(text, 0, False)]
    found: list[tuple[str, int, bool]] = []
    at = 0
    for match in _UNSEGMENTED.finditer(text):
        if match.start() > at:
            found.append((text[at : match.start()], at, False))
        # Marks outside the script's own block still belong to the letter before them.
        at = match.end()
        while at < len(text) and re.match(f"[{_MARKS}]", text[at]):
            at += 1
        found.append((text[match.start() : at], match.start(), True))
    if at < len(text):
        found.append((text[at:], at, False))
    return found


def _compounds(chunk: str) -> list[list[_Part]]:
    """Split a chunk into words, and each word into the parts its hyphens make."""
    if chunk.isalnum():
        return [[_Part(chunk, 0, len(chunk))]]
    if chunk.isascii() and chunk.replace("-", "").isalnum():
        return [_hyphenated(chunk)]
    atoms = [_Part(m.group(), m.start(), m.end()) for m in _ATOM.finditer(chunk)]
    found: list[list[_Part]] = [[atoms[0]]] if atoms else []
    for index in range(1, len(atoms)):
        before, atom = atoms[index - 1], atoms[index]
        parts = found[-1]
        sign = chunk[before.end : atom.start].translate(_NARROW)
        merged = _merge(parts[-1], before, atom, sign)
        if merged:
            parts[-1] = merged
        elif sign in (",", ":"):
            found.append([atom])
        else:
            parts.append(atom)
    return found


def _hyphenated(chunk: str) -> list[_Part]:
    """Return the parts of a chunk with no sign but hyphens; most have no other."""
    found: list[_Part] = []
    start = 0
    for part in chunk.split("-"):
        end = start + len(part)
        if part:
            found.append(_Part(part, start, end))
        start = end + 1
    return found


def _merge(part: _Part, before: _Part, atom: _Part, sign: str) -> _Part | None:
    """Return the part that two atoms make together, or None where they stay apart."""
    if sign and sign in _APOSTROPHES:
        if atom.text in ("s", "S"):
            return part
        # `don't` is one word; `l'alliance` and `O'Brien` are found by their parts too.
        return None if len(atom.text) > 2 else _Part(part.text + atom.text, part.start, atom.end)
    digits = before.text.isdecimal() and atom.text.isdecimal()
    if sign == "," and digits and len(atom.text) == 3:
        return _Part(part.text + atom.text, part.start, atom.end)
    if sign == "." and digits:
        return _Part(f"{part.text}.{atom.text}", part.start, atom.end)
    letters = len(before.text) == len(atom.text) == 1 and before.text.isalpha()
    if sign == "." and letters and atom.text.isalpha():
        return _Part(part.text + atom.text, part.start, atom.end)
    return None


def _is_acronym(text: str) -> bool:
    return 2 <= len(text) <= 5 and text.isupper() and text.isalpha()


_fold_cluster = lru_cache(maxsize=20_000)(fold)
