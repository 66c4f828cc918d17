"""From stretches of print to lines in reading order: columns, rows, numbers in the margin."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from briefing.importing.formats.pdf.pages import Fragment
from briefing.importing.formats.pdf.right_to_left import is_rightward

_FEWEST_LINES: Final = 5
"""Lines that a column has at least."""
_FEWEST_LETTERS: Final = 14
"""Letters that the lines of a column have at least, in the middle."""
_CROSSING: Final = 0.25
"""The share of lines that may be across the space between two columns."""
MARGIN: Final = -1
"""The column of lines that are in the margin."""
_LONG: Final = 25
"""Letters from which on a stretch is text, not a label."""
_MOST_BESIDE: Final = 8
"""Stretches in one margin of a page above which they are a column."""
_MOST_NUMBERS: Final = 2
"""Bare numbers in the margin of a page above which they number paragraphs."""
_WIDE_GAP: Final = 2.0
"""Heights of a line from which on a gap parts the cells of a table."""
_FEWEST_NUMBERS: Final = 8
_IN_ROWS: Final = 0.8
"""The share of lines of two columns that are beside each other where these are cells."""
_LONGEST_CELL: Final = 20.0
"""Heights of a line from which on most lines of a column are longer than cells."""
_CELLS_APART: Final = 4.0
"""Heights of a line from which on most gaps between two columns are those between cells."""
_DEEPEST: Final = 3


class PageLine(NamedTuple):
    """A line of one column."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    cells: tuple[str, ...]
    """What wide gaps part; one where there are none."""
    extents: tuple[tuple[float, float], ...]
    """Where each cell begins and ends."""
    column: int
    """Which column of the page it is in, counted in reading order over all bands; or the
    margin."""

    @property
    def starts(self) -> tuple[float, ...]:
        """Where each cell begins."""
        return tuple(start for start, _ in self.extents)


def without_margin_numbers(fragments: Sequence[Fragment]) -> tuple[list[Fragment], bool]:
    """Return the stretches of a page without the numbers that count its lines, and whether any did.

    Args:
        fragments: All stretches of the page.
    """
    numbers = [each for each in fragments if each.text.isdecimal() and len(each.text) <= 2]
    others = [each for each in fragments if each not in numbers]
    if len(numbers) < _FEWEST_NUMBERS or not others:
        return list(fragments), False
    left = sorted(each.x0 for each in others)[len(others) // 20]
    margin = sorted((each for each in numbers if each.x1 < left), key=lambda each: each.y)
    values = [int(each.text) for each in margin]
    steps = sum(after == before + 1 for before, after in pairwise(values))
    if len(margin) < _FEWEST_NUMBERS or steps < 0.8 * (len(margin) - 1):
        return list(fragments), False
    taken = set(map(id, margin))
    return [each for each in fragments if id(each) not in taken], True


def mirrored(fragments: Sequence[Fragment]) -> tuple[list[Fragment], bool]:
    """Return the stretches of a page as if it was read from the left, and whether it is not.

    Columns, indents and short last lines of a page of Arabic are the same in a mirror.

    Args:
        fragments: All stretches of the page.
    """
    if not _is_rtl(fragments):
        return list(fragments), False
    return [each._replace(x0=-each.x1, x1=-each.x0) for each in fragments], True


def lines_of(fragments: Sequence[Fragment], *, turned: bool = False) -> list[PageLine]:
    """Return the lines of a page in reading order, column after column.

    What is across columns parts the page into bands that are read one after the other.

    Args:
        fragments: The stretches of the page, in any order.
        turned: Whether they are `mirrored`.
    """
    found: list[PageLine] = []
    beside = beside_text(fragments)
    body = [each for each in fragments if id(each) not in beside]
    for number, column in enumerate(_columns(body, _DEEPEST)):
        found += (_line(row, number, turned=turned) for row in _rows(column))
    margin = [each for each in fragments if id(each) in beside]
    return [*found, *(_line(row, MARGIN, turned=turned) for row in _rows(margin))]


def beside_text(fragments: Sequence[Fragment]) -> frozenset[int]:
    """Return the identities of the few stretches that are in the margin, beside the text.

    Labels of entries and names of speakers are there too, but belong to the line beside them.

    Args:
        fragments: All stretches of a page.
    """
    long = [each for each in fragments if len(each.text) >= _LONG]
    if len(long) < 2 * _FEWEST_LINES:
        return frozenset()
    left = least_usual([each.x0 for each in long], 3)
    right = max(each.x1 for each in long)
    after = [each for each in fragments if each.x0 > right + 0.8 * each.size]
    before = [
        each
        for each in fragments
        if each.x1 < left - 0.8 * each.size and _is_remark(each.text) and len(each.text) < _LONG
    ]
    numbers = [each for each in fragments if each.x1 < left and each.text.isdecimal()]
    if len(numbers) <= _MOST_NUMBERS:
        before += [each for each in numbers if each.x1 < left - 0.8 * each.size]
    found = [side for side in (before, after) if len(side) <= _MOST_BESIDE]
    return frozenset(id(each) for side in found for each in side)


def _is_remark(text: str) -> bool:
    return len(text) > 5 and text[-1] not in ":.)" and any(map(str.islower, text))


def _columns(fragments: list[Fragment], depth: int) -> Iterator[list[Fragment]]:
    """Yield the stretches of each column, in reading order."""
    gutter = _gutter(fragments) if depth else None
    if gutter is None:
        if fragments:
            yield fragments
        return
    across = sorted((f for f in fragments if f.x0 < gutter - 1 and f.x1 > gutter + 1), key=_top)
    rest = [f for f in fragments if not (f.x0 < gutter - 1 and f.x1 > gutter + 1)]
    for band, head in _bands(rest, across):
        sides = [f for f in band if f.x1 <= gutter + 1], [f for f in band if f.x1 > gutter + 1]
        for side in sides:
            yield from _columns(side, depth - 1)
        if head:
            yield head


def _bands(
    rest: list[Fragment], across: list[Fragment]
) -> Iterator[tuple[list[Fragment], list[Fragment]]]:
    """Yield what is above each group of lines that are across, with that group."""
    groups: list[list[Fragment]] = []
    for each in across:
        between = [f for f in rest if groups and groups[-1][-1].y + 1 < f.y < each.y - 1]
        if groups and not between:
            groups[-1].append(each)
        else:
            groups.append([each])
    left = sorted(rest, key=_top)
    for group in groups:
        top = min(each.y for each in group)
        yield [f for f in left if f.y < top - 1], group
        left = [f for f in left if f.y >= top - 1]
    yield left, []


def _top(fragment: Fragment) -> float:
    return fragment.y


def _gutter(fragments: Sequence[Fragment]) -> float | None:
    """Return where the space between two columns is; None where there is one column."""
    if len(fragments) < 2 * _FEWEST_LINES:
        return None
    left, right = min(f.x0 for f in fragments), max(f.x1 for f in fragments)
    width = right - left
    best: tuple[int, float] | None = None
    edges = sorted({f.x0 for f in fragments if left + 0.2 * width < f.x0 < left + 0.8 * width})
    for edge in edges[:400]:
        at = edge - 2
        crossing = sum(f.x0 < at - 1 and f.x1 > at + 1 for f in fragments)
        if crossing <= _CROSSING * len(fragments) and (best is None or crossing < best[0]):
            one = [f for f in fragments if f.x1 <= at + 1]
            other = [f for f in fragments if f.x0 >= at - 1]
            if (
                _is_column(one)
                and _is_column(other)
                and _stand_side_by_side(one, other)
                and not _are_rows(one, other)
            ):
                best = crossing, at
    return best[1] if best else None


def _is_column(fragments: Sequence[Fragment]) -> bool:
    if len(fragments) < _FEWEST_LINES:
        return False
    return median(len(each.text) for each in fragments) >= _FEWEST_LETTERS


def _stand_side_by_side(one: Sequence[Fragment], other: Sequence[Fragment]) -> bool:
    top = max(min(f.y for f in one), min(f.y for f in other))
    bottom = min(max(f.y for f in one), max(f.y for f in other))
    beside = [sum(top - 2 <= f.y <= bottom + 2 for f in side) for side in (one, other)]
    return min(beside) >= 3


def _are_rows(one: Sequence[Fragment], other: Sequence[Fragment]) -> bool:
    """Return whether two sides are cells of a table: in rows, and farther apart than columns."""
    left: dict[int, float] = {}
    right: dict[int, float] = {}
    for each in one:
        row = round(each.y / 2)
        left[row] = max(left.get(row, each.x1), each.x1)
    for each in other:
        row = round(each.y / 2)
        right[row] = min(right.get(row, each.x0), each.x0)
    if max(median((f.x1 - f.x0) / f.size for f in side) for side in (one, other)) > _LONGEST_CELL:
        return False
    gaps = sorted(right[row] - left[row] for row in left.keys() & right.keys())
    if len(gaps) < _IN_ROWS * len(left.keys() | right.keys()):
        return False
    return gaps[len(gaps) // 4] > _CELLS_APART * median(each.size for each in one)


def _is_rtl(fragments: Sequence[Fragment]) -> bool:
    return is_rightward("".join(each.text for each in fragments))


def _rows(fragments: Sequence[Fragment]) -> Iterator[list[Fragment]]:
    """Yield the stretches that are on one line, from the top."""
    row: list[Fragment] = []
    for each in sorted(fragments, key=lambda f: (f.y, f.x0)):
        if row and each.y - row[0].y > 0.4 * min(each.size, row[0].size):
            yield row
            row = []
        row.append(each)
    if row:
        yield row


def _line(row: list[Fragment], column: int, *, turned: bool) -> PageLine:
    ordered = sorted(row, key=lambda f: f.x0, reverse=_is_rtl(row) != turned)
    cells, extents = [ordered[0].text], [(ordered[0].x0, ordered[0].x1)]
    for before, after in pairwise(ordered):
        gap = max(after.x0 - before.x1, before.x0 - after.x1)
        if gap > _WIDE_GAP * after.size:
            cells.append(after.text)
            extents.append((after.x0, after.x1))
        else:
            cells[-1] += f" {after.text}"
            extents[-1] = min(extents[-1][0], after.x0), max(extents[-1][1], after.x1)
    size = max((len(each.text), each.size) for each in row)[1]
    letters = sum(len(f.text) for f in row)
    bold = sum(len(f.text) for f in row if f.bold) * 2 > letters
    return PageLine(
        " ".join(cells),
        min(f.x0 for f in row),
        max(f.x1 for f in row),
        median(f.y for f in row),
        size,
        bold,
        tuple(cells),
        tuple(extents),
        column,
    )


def least_usual(values: Sequence[float], step: float) -> float:
    """Return the least value that many of some values have; 0 for none.

    Args:
        values: The values.
        step: Those within it are taken together.
    """
    counts: dict[int, list[float]] = {}
    for value in values:
        counts.setdefault(round(value / step), []).append(value)
    often = [key for key, each in counts.items() if len(each) >= 0.12 * len(values)]
    return median(counts[min(often)]) if often else usual(values, step)


def usual(values: Iterable[float], step: float = 1.0) -> float:
    """Return the commonest of some values, those within a step taken together; 0 for none."""
    counts: dict[int, list[float]] = {}
    for value in values:
        counts.setdefault(round(value / step), []).append(value)
    most = max(map(len, counts.values()), default=0)
    return next((median(each) for each in counts.values() if len(each) == most), 0.0)
