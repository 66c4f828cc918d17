"""How many cells of a terminal text takes, and lines that fit: the same for print and for screen.

A grapheme cluster is what a reader takes for one sign; it is measured as a whole and never broken.
It is counted as the terminal toolkit counts when it draws, from a copy of its table: printing does
without the toolkit, and where both disagreed a line would overflow.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

READING_WIDTH = 88
"""Columns beyond which lines of prose become hard to follow."""

Cluster = tuple[int, int, int]
"""Start, end and width in cells of one grapheme cluster."""

_JOINER = "\u200d"
_WIDENS = "\ufe0f"
_REGIONAL = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
_TRAILING = frozenset("\u0e33\u0eb3")
"""Vowels of Thai and Lao that take a cell and belong to what is before them."""
_SELDOM_FIRST = _REGIONAL | _TRAILING
_LINKERS = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2")
"""Marks that join the consonant before them to the one after (Unicode Standard Annex 29, GB9c)."""


@cache
def _not_narrow() -> re.Pattern[str]:
    """Return what finds anything that might not be one cell wide and one cluster long."""
    return re.compile(
        "[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0391-\u03ff\u0400-\u0482\u048a-\u052f\u1e00-\u1eff"
        "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2193\u2400-\u2426\ufffd]"
    )


def is_narrow(text: str) -> bool:
    """Return whether every code point is one cluster, one cell wide."""
    return text.isascii() or _not_narrow().search(text) is None


def cells(text: str) -> int:
    """Return how many terminal cells a text without control characters takes."""
    return len(text) if is_narrow(text) else _wide_cells(text)


@lru_cache(maxsize=2048)
def _wide_cells(text: str) -> int:
    if _JOINER not in text and _WIDENS not in text:
        return sum(map(_CELLS.__getitem__, text))
    return sum(width for _, _, width in clusters(text))


def clusters(text: str) -> list[Cluster]:
    """Split text without control characters into grapheme clusters.

    What follows a joiner is drawn as one with what is before it and takes no cells; a variation
    selector may widen the sign before it; two regional indicators make a flag.
    """
    found: list[Cluster] = []
    joined = flag_open = False
    base = linker = ""
    for index, sign in enumerate(text):
        width = _CELLS[sign]
        if width and not (joined or linker or sign in _SELDOM_FIRST):
            found.append((index, index + 1, width))
            base, flag_open = sign, False
            continue
        grows = width
        if joined:
            joined, grows, attached = False, 0, True
        elif width:
            is_regional = sign in _REGIONAL
            attached = sign in _TRAILING or (flag_open and is_regional) or _links(linker, sign)
            base, linker, flag_open = sign, "", is_regional and not attached
        else:
            attached, joined = True, sign == _JOINER
            linker = sign if sign in _LINKERS else linker
            if sign == _WIDENS:
                grows, base = int(base in _widened()), ""
        if attached and found:
            start, _, before = found[-1]
            found[-1] = (start, index + 1, before + grows)
        else:
            found.append((index, index + 1, grows))
    return found


def _links(linker: str, sign: str) -> bool:
    """Return whether a mark joins a sign, which is then a consonant of the mark's own script."""
    # Each of these scripts has a block of 128 code points.
    return linker != "" and sign.isalpha() and ord(linker) >> 7 == ord(sign) >> 7


class _Cells(dict[str, int]):
    """The cells of each character; it learns as it is asked."""

    def __missing__(self, character: str) -> int:
        self[character] = found = _cells_of(ord(character))
        return found


_CELLS = _Cells()


def _cells_of(code: int) -> int:
    starts, ends, widths = _runs()
    index = bisect_right(starts, code) - 1
    return widths[index] if index >= 0 and code <= ends[index] else 1


@cache
def _runs() -> tuple[list[int], list[int], list[int]]:
    """Return the first and last code points of all runs of other widths than 1, and their width."""
    from briefing.text.cell_table import NONE, TWO  # not needed for most European text

    runs = [(*run, 0) for run in _read(NONE)] + [(*run, 2) for run in _read(TWO)]
    starts, ends, widths = zip(*sorted(runs), strict=True)
    return list(starts), list(ends), list(widths)


@cache
def _widened() -> frozenset[str]:
    """Return the characters that are two cells wide with a selector after them."""
    from briefing.text.cell_table import WIDENED

    return frozenset(chr(c) for first, last in _read(WIDENED) for c in range(first, last + 1))


def _read(table: str) -> Iterator[tuple[int, int]]:
    for run in table.split():
        first, _, last = run.partition("-")
        yield int(first, 16), int(last or first, 16)


def cut(text: str, columns: int) -> str:
    """Return as much of the beginning of a text as fits in so many columns, in whole clusters."""
    if is_narrow(text):
        return text[: max(0, columns)]
    used = 0
    for start, _, width in clusters(text):
        used += width
        if used > columns:
            return text[:start]
    return text


def cut_before(text: str, columns: int) -> str:
    """Return as much of the end of a text as fits in so many columns, in whole clusters."""
    used = 0
    for _, end, width in reversed(clusters(text)):
        used += width
        if used > columns:
            return text[end:]
    return text


def wrap(text: str, columns: int) -> list[str]:
    """Break text into lines at its blanks.

    Args:
        text: One block without line breaks; a no-break space is not a place to break.
        columns: The most cells a line may take, at least 1. A single cluster wider than this
            still gets its line.

    Returns:
        The lines without trailing blanks, at least one.
    """
    lines: list[str] = []
    line = ""
    used = 0
    for word in _words(text, columns):
        width = cells(word)
        if line and used + 1 + width <= columns:
            line, used = f"{line} {word}", used + 1 + width
        else:
            if line:
                lines.append(line)
            line, used = word, width
    lines.append(line)
    return lines


def _words(text: str, columns: int) -> Iterator[str]:
    for word in text.split(" "):
        if cells(word) <= columns:
            if word:
                yield word
            continue
        first, used = 0, 0
        for start, _, width in clusters(word):
            if start > first and used + width > columns:
                yield word[first:start]
                first, used = start, 0
            used += width
        yield word[first:]
