"""Text to searchable words, each with the place it is at.

A chunk (see `briefing.search.language.chunks`) gives one word or several: `co-operation` is `co`,
`operation` and `cooperation`; `China's` is `china`; `U.S.` is `us`; `1,000` is `1000`; `Köln` is
`koln` and, in the same place, `koeln`. Scripts that are written without spaces give every character
and every pair of neighbours. What a chunk gives depends on nothing around it, so it is remembered.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.model.core import Span
from briefing.search.language.case_folding import fold, spelled_out
from briefing.search.language.chunks import (
    CHUNK,
    CLUSTER,
    MARKS,
    ChunkPart,
    are_segmented,
    compounds,
    is_one_word,
    joined,
    may_be_cut,
    unsegmented,
)

LONGEST_JOINED = 6
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


class QueryUnit(NamedTuple):
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
    other: str = ""
    """How the word is written besides: `koeln` for `köln`, `1250` for `1.250`; may be empty."""

    @property
    def writings(self) -> list[tuple[str, ...]]:
        """The words that stand for it side by side in each way to write it, as typed first."""
        found: list[tuple[str, ...]] = [self.parts] if self.parts else []
        found.append((self.word,))
        if self.other:
            found.append((self.other,))
        if self.word.isdecimal() and not self.parts and len(self.word) > 3:
            first = len(self.word) % 3 or 3
            found.append((self.word[:first], *re.findall("...", self.word[first:])))
        return found


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


def units(text: str, offset: int = 0) -> list[QueryUnit]:
    """Return the words of a piece of a query.

    Args:
        text: The piece, without query syntax.
        offset: Where the piece starts in the query.
    """
    found: list[QueryUnit] = []
    for match in CHUNK.finditer(text):
        start = offset + match.start()
        for parts in compounds(match.group()):
            found.extend(_units_of(parts, start))
    return found


def span_of_prefix(text: str, token: Token, length: int) -> Span:
    """Return where the first letters of a word are in its text.

    Args:
        text: The text the token was found in.
        token: The word.
        length: How many letters of the folded word are meant.
    """
    written = 0
    for match in CLUSTER.finditer(text, token.start, token.end):
        if written >= length:
            return Span(token.start, match.start())
        if match.group()[:1].isalnum():
            written += len(fold_cluster(match.group()))
    return Span(token.start, token.end)


def plain_word(text: str) -> str | None:
    """Return the one word that a text of nothing but letters and digits is, else None.

    Args:
        text: A text without blanks.

    Returns:
        What `tokens` would give for it as its only word; None where that takes a closer look.
    """
    if not text.isalnum():
        return None
    if text.isascii():
        return text.lower()
    if not is_one_word(text) or spelled_out(text):
        return None
    return fold(text) or None


def characters(word: str) -> tuple[str, ...]:
    """Return the characters of a pair in a script without spaces; any other word as it is."""
    if not may_be_cut(word) or not unsegmented().match(word):
        return (word,)
    return tuple(match.group() for match in CLUSTER.finditer(word) if match.group())


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
    for parts in compounds(chunk):
        first = position
        for part in parts:
            position = _add_part(found, part, position)
        if 1 < len(parts) <= LONGEST_JOINED and are_segmented(parts):
            start, end = parts[0].start, parts[-1].end
            found += [Token(word, start, end, first) for word in _joined_words(parts) if word]
    return found


def _joined_words(parts: Sequence[ChunkPart]) -> tuple[str, str]:
    """Return a compound as one word, and as it is written besides."""
    words = [fold(part.text) for part in parts]
    spelled = [part.spelled or word for part, word in zip(parts, words, strict=True)]
    return joined(parts, words), joined(parts, spelled) if spelled != words else ""


def _add_part(found: list[Token], part: ChunkPart, position: int) -> int:
    """Add the words of a part, the first at this position, and return the position after them."""
    if part.text.isascii():
        found.append(Token(part.text.lower(), part.start, part.end, position))
        if part.other:
            found.append(Token(part.other, part.start, part.end, position))
        return position + 1
    for run, start, blankless in _runs(part.text):
        start += part.start
        if not blankless:
            end = _end_of(run, start, part)
            if word := fold(run):
                found.append(Token(word, start, end, position))
                if spelled := part.other or spelled_out(run):
                    found.append(Token(spelled, start, end, position))
                position += 1
            continue
        position = _add_characters(found, run, start, position)
    return position


def _add_characters(found: list[Token], run: str, start: int, position: int) -> int:
    """Add the characters and the pairs of a script without spaces."""
    clusters = [
        (folded, start + match.start(), start + match.end())
        for match in CLUSTER.finditer(run)
        if (folded := fold_cluster(match.group()))
    ]
    for index, (char, begin, end) in enumerate(clusters):
        found.append(Token(char, begin, end, position))
        if index + 1 < len(clusters):
            after = clusters[index + 1]
            found.append(Token(char + after[0], begin, after[2], position))
        position += 1
    return position


def _units_of(parts: list[ChunkPart], offset: int) -> Iterator[QueryUnit]:
    if len(parts) > 1 and are_segmented(parts):
        folded = tuple(word for part in parts if (word := fold(part.text)))
        if folded:
            word, spelled = _joined_words(parts)
            start, end = offset + parts[0].start, offset + parts[-1].end
            yield QueryUnit(word, start, end, folded, other=spelled)
        return
    for part in parts:
        for run, start, blankless in _runs(part.text):
            start += offset + part.start
            if not blankless:
                if word := fold(run):
                    exact = is_number(word) or _is_acronym(part.text)
                    end = offset + _end_of(run, start - offset, part)
                    other = part.other or spelled_out(run) or ""
                    yield QueryUnit(word, start, end, exact=exact, other=other)
                continue
            clusters = [match for match in CLUSTER.finditer(run) if match.group()]
            step = min(2, len(clusters))
            for first in range(len(clusters) - step + 1):
                pair = clusters[first : first + step]
                if word := "".join(fold_cluster(match.group()) for match in pair):
                    yield QueryUnit(
                        word, start + pair[0].start(), start + pair[-1].end(), exact=True
                    )


def _end_of(run: str, start: int, part: ChunkPart) -> int:
    """Return where a run ends; a part that lost its signs ends later than its letters count."""
    return part.end if run == part.text else start + len(run)


def _runs(text: str) -> list[tuple[str, int, bool]]:
    """Return the stretches of a chunk with their offsets, and whether they have no word ends."""
    if not may_be_cut(text):
        return [(text, 0, False)]
    found: list[tuple[str, int, bool]] = []
    at = 0
    for match in unsegmented().finditer(text):
        if match.start() > at:
            found.append((text[at : match.start()], at, False))
        # Marks outside the script's own block still belong to the letter before them.
        at = match.end()
        while at < len(text) and re.match(f"[{MARKS}]", text[at]):
            at += 1
        found.append((text[match.start() : at], match.start(), True))
    if at < len(text):
        found.append((text[at:], at, False))
    return found


def _is_acronym(text: str) -> bool:
    return 2 <= len(text) <= 5 and text.isupper() and text.isalpha()


fold_cluster = lru_cache(maxsize=20_000)(fold)
