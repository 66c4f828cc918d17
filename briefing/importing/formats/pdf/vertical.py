"""Pages of Chinese or Japanese whose lines run downwards, the first of them at the right.

The library for PDFs gives their letters in one order or another, so lines are put together from
where the letters stand. What runs across the lines is no text: heads and numbers of pages.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

_FEWEST: Final = 8
"""Letters below each other from which on a page's lines run downwards."""
_NEXT: Final = 1.3
"""Sizes within which the next letter of a line begins; the next line is farther."""
_APART: Final = 1.8
"""Sizes from which on a letter is apart from the one before it in its line."""
_LINE: Final = 0.6
"""Sizes within which letters are on one line: two digits are beside each other in it, and small
letters off its middle."""
_READING: Final = 0.65
"""The size of a reading beside the letters it is of, in sizes of these, at most."""
_BESIDE: Final = 1.4
"""Sizes within which a reading is to the right of its letters."""
_SHORTEST: Final = 5
"""Letters of a line that tells where lines begin."""


class Letter(NamedTuple):
    """A letter and its place."""

    text: str
    x0: float
    x1: float
    y: float
    """The line it is on."""
    size: float
    """The height of a line of its font."""
    bold: bool


def runs_down(places: Sequence[tuple[float, float, float]]) -> bool:
    """Return whether most letters have the next one below them, not beside them.

    Args:
        places: For each letter of Chinese or Japanese `x`, `y` and size.
    """
    taken = {(round(x / size * 2), round(y / size * 2)) for x, y, size in places}
    steps = range(2, round(2 * _NEXT) + 1)
    below = beside = 0
    for x, y in taken:
        below += any((x, y + step) in taken for step in steps)
        beside += any((x + step, y) in taken for step in steps)
    return below >= _FEWEST and below > beside


def in_lines(letters: Iterable[Letter | None]) -> tuple[list[Letter | None], int]:
    """Return the letters of a page line by line, and how many are no text of its lines.

    Args:
        letters: Its letters in any order; `x` grows downwards, `y` to the left.

    Returns:
        The letters, None where a line or a word in another script ends; and how many run across
        the lines, or are readings beside them.
    """
    found = [each for each in letters if each is not None]
    size = Counter(round(each.size, 1) for each in found).most_common(1)[0][0] if found else 1.0
    lines = list(_lines(found, size))
    kept = [line for line in lines if not _is_reading(line, lines, size)]
    tops = [line[0].x0 for line in kept if len(line) >= _SHORTEST]
    ordered: list[Letter | None] = []
    for line in kept:
        for part in _parts(line, size):
            runs = part[-1].x0 - part[0].x0 > _LINE * size
            if runs or any(abs(part[0].x0 - top) < _APART * size for top in tops):
                ordered += [*_with_blanks(part), None]
    return ordered, len(found) - sum(each is not None for each in ordered)


def _lines(letters: Iterable[Letter], size: float) -> Iterator[list[Letter]]:
    """Yield the letters of each line from its top, all of them at one `y`."""
    line: list[Letter] = []
    for letter in sorted(letters, key=lambda each: each.y):
        if line and letter.y - median(each.y for each in line) > _LINE * size:
            yield _from_top(line)
            line = []
        line.append(letter)
    if line:
        yield _from_top(line)


def _from_top(line: Sequence[Letter]) -> list[Letter]:
    at = median(each.y for each in line)
    ordered = sorted(line, key=lambda each: (round(each.x0), -each.y))
    return [each._replace(y=at) for each in ordered]


def _is_reading(line: Sequence[Letter], lines: Sequence[Sequence[Letter]], size: float) -> bool:
    """Return whether a line holds small letters beside those whose sound they give."""
    if median(each.size for each in line) > _READING * size:
        return False
    return any(
        0 < other[0].y - line[0].y < _BESIDE * size
        and other[0].x0 - size < line[0].x0
        and line[-1].x1 < other[-1].x1 + size
        for other in lines
        if median(each.size for each in other) > _READING * size
    )


def _parts(line: Sequence[Letter], size: float) -> Iterator[list[Letter]]:
    """Yield the letters of a line that are near each other."""
    part = [line[0]]
    for before, letter in pairwise(line):
        if letter.x0 - before.x1 >= _APART * size:
            yield part
            part = []
        part.append(letter)
    yield part


def _with_blanks(part: Sequence[Letter]) -> Iterator[Letter | None]:
    """Yield letters, with None between words in another script."""
    before: Letter | None = None
    for letter in part:
        gap = letter.x0 - before.x1 if before else 0.0
        if before and gap > 0.15 * letter.size and (before.text + letter.text).isascii():
            yield None
        yield letter
        before = letter
