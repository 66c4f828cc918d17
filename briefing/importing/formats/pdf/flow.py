"""Lines of print to paragraphs: by gaps, indents, short last lines, over columns and pages."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from briefing.importing.document import DocumentBlock, lines, prose
from briefing.importing.formats.pdf.layout import MARGIN, PageLine, least_usual, usual
from briefing.importing.formats.pdf.tables import in_tables, rows_of
from briefing.importing.prose import furniture
from briefing.importing.prose.line_joining import join
from briefing.importing.prose.turns import turn_of

_ENDS: Final = re.compile(r"[.!?…:。！？؟][\"”’»)\]』」¹²³⁴⁵⁶⁷⁸⁹⁰\d]*$")
_ITEM: Final = re.compile(r"(?:[•◦▪‣●■–—-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])\s+\S")
_BULLET: Final = re.compile(r"[•◦▪‣●■]\s*\S")
_NOTE: Final = re.compile(r"(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\d{1,3}[.)]?|[*†‡§])\s*\S")
_GAP: Final = 1.3
"""Usual distances of lines from which on a distance parts paragraphs."""
_HEAD_GAP: Final = 1.06
"""Usual distances of lines from which on a heading in bold is set apart."""
_LARGER: Final = 1.12
_SMALLER: Final = 0.93
_LONGEST_HEADING: Final = 160
_FEW: Final = 6
"""Lines of a column below which its left edge is that of other columns."""


class Setting(NamedTuple):
    """How the body of a document is set."""

    size: float
    """The height of its lines' letters."""
    distance: float
    """From line to line."""
    indents: bool
    """Whether its paragraphs begin with an indent."""


class _Column(NamedTuple):
    """The edges of a column."""

    left: float
    right: float


class _Part(NamedTuple):
    """Lines that make one block."""

    lines: list[PageLine]
    indented: bool
    page: int
    last_page: int
    left: float
    right: float
    is_table: bool = False


def setting_of(pages: Sequence[Sequence[PageLine]]) -> Setting:
    """Return how the body of a document is set.

    Args:
        pages: The lines of each page, running ones left out.
    """
    weighted = (
        line.size for page in pages for line in page for _ in range(1 + len(line.text) // 8)
    )
    size = usual(weighted, 0.5)
    distances = []
    indented = total = 0
    for page in pages:
        edges = _columns(page)
        for before, after in pairwise(page):
            if before.column != after.column or not _alike(before.size, after.size):
                continue
            if _alike(after.size, size):
                distances.append(after.y - before.y)
                shift = after.x0 - edges[after.column].left
                total += 1
                indented += 0.5 * size < shift < 5 * size and before.x0 < after.x0 - 0.4 * size
    distance = least_usual([each for each in distances if 0.7 * size < each < 4 * size], 0.5)
    return Setting(size, distance or 1.2 * size, indented >= max(2, 0.04 * total))


def _alike(one: float, other: float) -> bool:
    return _SMALLER < one / max(other, 0.1) < 1 / _SMALLER


def _columns(page: Sequence[PageLine], lefts: Sequence[float] = ()) -> dict[int, _Column]:
    """Return the edges of each column of a page.

    Args:
        page: Its lines.
        lefts: Where columns of the document begin, for one that is too short to tell.
    """
    found: dict[int, _Column] = {}
    for column in {line.column for line in page}:
        inside = [line for line in page if line.column == column]
        long = [line for line in inside if len(line.text) > 20] or inside
        left = usual((line.x0 for line in long), 2)
        # Where most lines are the first of paragraphs, the commonest edge is that of the indent.
        least = min(line.x0 for line in long)
        near = sum(line.x0 < least + 2 for line in long)
        left = least if near >= max(2, 0.2 * len(long)) else left
        if len(long) < _FEW:
            before = [each for each in lefts if -1 < left - each < 5 * inside[0].size]
            left = max(before, default=left)
        found[column] = _Column(left, max(line.x1 for line in inside))
    return found


def _lefts(pages: Sequence[Sequence[PageLine]]) -> list[float]:
    """Return where the columns of a document begin that are long enough to tell."""
    return [
        edges.left
        for page in pages
        for column, edges in _columns(page).items()
        if sum(line.column == column for line in page) >= _FEW
    ]


def blocks_of(
    pages: Sequence[Sequence[PageLine]], locators: Sequence[str], words: frozenset[str]
) -> Iterator[DocumentBlock]:
    """Yield the blocks of a document.

    Footnotes are after the paragraph that the end of their page interrupts.

    Args:
        pages: The lines of each page, running ones left out.
        locators: What names each page.
        words: The words of the document, for hyphens at line ends.
    """
    setting = setting_of(pages)
    lefts = _lefts(pages)
    held: _Part | None = None
    notes: list[DocumentBlock] = []
    for place, page in enumerate(pages):
        body, feet = _without_notes(page, setting)
        for part in _parts(body, place, setting, lefts):
            if held is not None and _goes_on(held, part, setting):
                held = held._replace(lines=held.lines + part.lines, last_page=place)
                continue
            if held is not None:
                yield _block(held, setting, words, locators)
                yield from notes
                notes.clear()
            held = part
        notes += (_note(part, words, locators[place]) for part in _note_parts(feet, place))
        beside = [line for line in page if line.column == MARGIN]
        notes += (prose(line.text, furniture.MARGINAL, locators[place]) for line in beside)
    if held is not None:
        yield _block(held, setting, words, locators)
    yield from notes


def _without_notes(
    page: Sequence[PageLine], setting: Setting
) -> tuple[list[PageLine], list[PageLine]]:
    """Part the footnotes from a page: small lines at the foot, the first of them with a mark."""
    body: list[PageLine] = []
    feet: list[PageLine] = []
    for column in dict.fromkeys(line.column for line in page if line.column != MARGIN):
        inside = [line for line in page if line.column == column]
        start = len(inside)
        while start and inside[start - 1].size < _SMALLER * setting.size:
            start -= 1
        marked = next((n for n in range(start, len(inside)) if _NOTE.match(inside[n].text)), None)
        cut = marked if marked is not None and (start or len(inside) < len(page)) else len(inside)
        body += inside[:cut]
        feet += inside[cut:]
    return body, feet


def _note_parts(feet: Sequence[PageLine], place: int) -> Iterator[_Part]:
    part: list[PageLine] = []
    for line in feet:
        if part and _NOTE.match(line.text):
            yield _Part(part, False, place, place, 0, 0)
            part = []
        part.append(line)
    if part:
        yield _Part(part, False, place, place, 0, 0)


def _note(part: _Part, words: frozenset[str], locator: str) -> DocumentBlock:
    return prose(join([line.text for line in part.lines], words), furniture.FOOTNOTE, locator)


def _parts(
    page: Sequence[PageLine], place: int, setting: Setting, lefts: Sequence[float]
) -> Iterator[_Part]:
    """Yield the lines of each block of a page."""
    edges = _columns(page, lefts)
    rows = in_tables(page)
    part: list[PageLine] = []
    for number, line in enumerate(page):
        if part and _begins(
            page[number - 1],
            line,
            part,
            edges[line.column],
            setting,
            (number - 1 in rows, number in rows),
        ):
            yield _part(part, place, edges, number - 1 in rows)
            part = []
        part.append(line)
    if part:
        yield _part(part, place, edges, len(page) - 1 in rows)


def _part(part: list[PageLine], place: int, edges: dict[int, _Column], is_table: bool) -> _Part:
    column = edges[part[0].column]
    indented = part[0].x0 - column.left > 0.5 * part[0].size
    return _Part(part, indented, place, place, column.left, column.right, is_table)


def _begins(
    before: PageLine,
    line: PageLine,
    part: list[PageLine],
    column: _Column,
    setting: Setting,
    in_table: tuple[bool, bool],
) -> bool:
    """Return whether a line begins a block."""
    if line.column != before.column or in_table[0] != in_table[1]:
        return True
    if not _alike(before.size, line.size):
        return True
    if line.y - before.y > _GAP * setting.distance * max(1.0, line.size / setting.size):
        return True
    if all(in_table):
        return False
    ended, short = _ENDS.search(before.text) is not None, _is_short(before, line, column)
    if (
        before.bold != line.bold
        and _may_head(before, line)
        and (ended or short or line.y - before.y > _HEAD_GAP * setting.distance)
    ):
        return True
    if turn_of(line.text) is not None and ended:
        return True
    if _BULLET.match(line.text) or (
        _ITEM.match(line.text) and (ended or _ITEM.match(part[0].text))
    ):
        return True
    shift, earlier = line.x0 - column.left, before.x0 - column.left
    if 0.5 * line.size < shift < 8 * line.size and (
        shift - earlier > 0.4 * line.size or short or (ended and setting.indents)
    ):
        # Below an entry of a list its further lines are indented, and in a quotation all lines.
        first = part[0].x0 - column.left > 0.5 * line.size and earlier < 0.5 * line.size
        return not _hangs(part, before) and (ended or short or first)
    return short and ended


def _may_head(before: PageLine, line: PageLine) -> bool:
    return len((before if before.bold else line).text) <= _LONGEST_HEADING


def _hangs(part: list[PageLine], before: PageLine) -> bool:
    """Return whether lines to come hang below the first line of an entry of a list."""
    is_entry = _ITEM.match(part[0].text) is not None
    return is_entry and not _ENDS.search(before.text)


def _is_short(before: PageLine, line: PageLine, column: _Column) -> bool:
    """Return whether the first word of a line would have had room at the end of the one before."""
    first = line.text.split(maxsplit=1)[0]
    letter = (line.x1 - line.x0) / max(1, len(line.text))
    return column.right - before.x1 > (len(first) + 1) * letter + 0.5 * line.size


def _goes_on(held: _Part, part: _Part, setting: Setting) -> bool:
    """Return whether a block goes on in the next column or on the next page."""
    last, first = held.lines[-1], part.lines[0]
    new_place = last.column != first.column or held.last_page != part.page
    if not new_place or not _alike(last.size, first.size) or last.bold != first.bold:
        return False
    if held.is_table or part.is_table or _heading(held, setting):
        return False
    if turn_of(first.text) is not None or _ITEM.match(first.text):
        return False
    if part.indented:
        return False
    if _ENDS.search(last.text) is None:
        return True
    column = _Column(held.left, held.right)
    return setting.indents and not _is_short(last, first, column)


def _heading(part: _Part, setting: Setting) -> bool:
    text = " ".join(line.text for line in part.lines)
    if len(text) > _LONGEST_HEADING or len(part.lines) > 4 or turn_of(text) is not None:
        return False
    size = median(line.size for line in part.lines)
    if size > _LARGER * setting.size:
        return True
    return all(line.bold for line in part.lines) and not re.search(r"[.,;]$", text)


def _block(
    part: _Part, setting: Setting, words: frozenset[str], locators: Sequence[str]
) -> DocumentBlock:
    """Return a block of its lines."""
    locator = locators[part.page]
    if part.last_page != part.page:
        first, last = (each.removeprefix("p. ") for each in (locator, locators[part.last_page]))
        locator = f"pp. {first}–{last}"
    if part.is_table:
        return lines("\n".join(map(" | ".join, rows_of(part.lines))), locator=locator)
    text = join([line.text for line in part.lines], words)
    return prose(text, furniture.HEADING if _heading(part, setting) else "", locator)
