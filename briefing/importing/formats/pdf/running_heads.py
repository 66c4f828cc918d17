"""Running heads, running feet and page numbers: what the edges of several pages have in common."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from briefing.importing.formats.pdf.layout import MARGIN, PageLine
from briefing.importing.prose.furniture import is_page_number

_EDGE: Final = 3
"""Lines at the top and at the bottom of a page that may be running ones."""
_GAP: Final = 1.35
"""Usual distances of lines by which they are set apart from the text at least."""
_WIDE: Final = 2.5
_NEAR: Final = 12.0
"""Points by which a running line may be higher or lower from page to page."""
_LONGEST: Final = 80
_NUMBER: Final = re.compile(r"\d+")


class Running(NamedTuple):
    """What was found at the edges of a document's pages."""

    lines: frozenset[tuple[int, int]]
    """Which lines are no text of their pages: place of the page and place of the line."""
    heads: tuple[str, ...]
    """The words of running heads and feet, commonest first."""
    numbers: dict[int, int]
    """The printed number of each page, by its place, where it has one."""


def running(pages: Sequence[Sequence[PageLine]]) -> Running:
    """Find what runs through the pages of a document.

    Args:
        pages: The lines of each page.
    """
    found: dict[str, list[tuple[int, int, float, str]]] = defaultdict(list)
    for place, page in enumerate(pages):
        for number in _edges(page):
            line = page[number]
            key = _NUMBER.sub("#", " ".join(line.text.split())).casefold()
            found[key].append((place, number, line.y, line.text))
    taken: set[tuple[int, int]] = set()
    heads: Counter[str] = Counter()
    for key, places in found.items():
        near = _near(places)
        on_pages = {place for place, *_ in near}
        if len(on_pages) < (2 if len(pages) <= 4 else 3):
            continue
        if key == "#" or is_page_number(key.replace("#", "1")):
            continue
        taken.update((place, number) for place, number, *_ in near)
        heads[_NUMBER.sub("…", near[0][3])] += len(on_pages)
    alone = _alone(pages, taken)
    taken |= alone
    heads.update(pages[place][number].text for place, number in alone)
    numbers = _numbers(pages, taken)
    words = tuple(each for each, _ in heads.most_common() if any(map(str.isalpha, each)))
    return Running(frozenset(taken), words, numbers)


def _alone(
    pages: Sequence[Sequence[PageLine]], taken: set[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Return first lines of later pages that are set apart from their page, in smaller letters."""
    sizes = [line.size for page in pages for line in page]
    found: set[tuple[int, int]] = set()
    for place, page in enumerate(pages[1:], 1):
        order = _by_height(page)
        if len(order) < _EDGE or (place, order[0]) in taken:
            continue
        first, second = page[order[0]], page[order[1]]
        small = first.size < 0.95 * median(sizes)
        if small and second.y - first.y > 2 * second.size and len(first.text) < _LONGEST:
            found.add((place, order[0]))
    return found


def _edges(page: Sequence[PageLine]) -> list[int]:
    """Return the places of the lines in the margin, and above and below the text past a gap."""
    beside = {number for number, line in enumerate(page) if line.column == MARGIN}
    order = [number for number in _by_height(page) if number not in beside]
    steps = [page[after].y - page[before].y for before, after in pairwise(order)]
    usual = median([step for step in steps if step > 1] or [0])
    top = _standing_off(steps[:_EDGE], usual)
    foot = _standing_off(steps[: -_EDGE - 1 : -1], usual)
    few = order if len(order) <= _EDGE else []
    return sorted({*order[:top], *order[len(order) - foot :], *few, *beside})


def _standing_off(steps: Sequence[float], usual: float) -> int:
    """Return how many lines at an edge are set apart: as far as a wide gap, else the first gap."""
    wide = [n for n, step in enumerate(steps, 1) if step > _WIDE * usual]
    return wide[-1] if wide else next((n for n, s in enumerate(steps, 1) if s > _GAP * usual), 0)


def _by_height(page: Sequence[PageLine]) -> list[int]:
    return sorted(range(len(page)), key=lambda number: page[number].y)


def _near(places: list[tuple[int, int, float, str]]) -> list[tuple[int, int, float, str]]:
    """Return those of some lines that are at the same height as most of them."""
    best: list[tuple[int, int, float, str]] = []
    for _, _, y, _ in places[:50]:
        near = [each for each in places if abs(each[2] - y) <= _NEAR]
        if len(near) > len(best):
            best = near
    return best


def _numbers(pages: Sequence[Sequence[PageLine]], taken: set[tuple[int, int]]) -> dict[int, int]:
    """Return the printed numbers of pages, and count their lines among the running ones.

    A number alone at an edge is one if those of other pages count on with it; of a single page,
    if it is the first.
    """
    candidates: dict[int, list[tuple[int, int]]] = {}
    for place, page in enumerate(pages):
        order = _by_height(page)
        for number in {*_edges(page), *order[:1], *order[-1:]}:
            text = page[number].text
            is_alone = is_page_number(text) and _NUMBER.search(text) is not None
            if is_alone or (place, number) in taken:
                for digits in _NUMBER.findall(text)[:3]:
                    if len(digits) <= 4:
                        candidates.setdefault(place, []).append((number, int(digits)))
    offsets = Counter(
        value - place for place, found in candidates.items() for value in {v for _, v in found}
    )
    counted = {offset for offset, times in offsets.items() if times >= min(3, len(pages))}
    if len(pages) == 1:
        counted &= {1}
    numbers: dict[int, int] = {}
    for place, found in candidates.items():
        for number, value in found:
            if value - place in counted:
                numbers[place] = value
                taken.add((place, number))
    return numbers
