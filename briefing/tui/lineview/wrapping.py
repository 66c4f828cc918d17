"""Breaking cleaned text into lines of terminal cells.

Two functions agree with each other: `count_lines` says how many lines there will be and is cheap
enough for every block of a long document; `wrap` says where the lines begin and end and is asked
only for what is on screen. Lines are broken greedily: at spaces, beside wide (East Asian)
characters, and inside a word only when the word is wider than a line. A grapheme cluster is never
broken. Text must be clean (no control characters) and is never changed.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.text.width import Cluster, cells, clusters, is_narrow

Line = tuple[int, int]
"""Where a line starts and ends in the text, in code points; the space it broke at is left out."""

_NEVER_FIRST = frozenset(
    "、。，．：；？！）］｝」』】〉》〕ー々…‥’”ぁぃぅぇぉっゃゅょァィゥェォッャュョ・"
)
_NEVER_LAST = frozenset("（［｛「『【〈《〔‘“")


def snap(text: str, offset: int) -> int:
    """Return the start of the grapheme cluster that `offset` falls into.

    Args:
        text: Clean text.
        offset: A place between code points, from 0 to the length of the text.

    Returns:
        The same place, or an earlier one when it would have split a cluster.
    """
    if offset <= 0 or offset >= len(text) or is_narrow(text):
        return max(0, min(offset, len(text)))
    return max((start for start, _, _ in _known_clusters(text) if start <= offset), default=0)


@lru_cache(maxsize=256)
def _known_clusters(text: str) -> tuple[Cluster, ...]:
    return tuple(clusters(text))


def count_lines(text: str, width: int) -> int:
    """Return how many lines `wrap` would give; at least 1.

    Args:
        text: Clean text without line breaks.
        width: Cells a line may take.
    """
    width = max(1, width)
    if not is_narrow(text):
        return len(wrap_wide(text, width))
    if len(text) <= width:
        return 1
    end = len(text.rstrip(" "))
    position = _skip_spaces(text, 0, end)
    find_space = text.rfind
    lines = 1
    while end - position > width:
        lines += 1
        cut = find_space(" ", position, position + width + 1)
        if cut < 0:
            position += width
            continue
        position = cut + 1
        if text[position] == " ":
            position = _skip_spaces(text, position, end)
    return lines


def wrap(text: str, width: int) -> list[Line]:
    """Break text into lines.

    Args:
        text: Clean text without line breaks.
        width: Cells a line may take; a single wider cluster still gets a line of its own.

    Returns:
        At least one line; spaces at which the text was broken, and around it, are left out.
    """
    width = max(1, width)
    return wrap_narrow(text, width) if is_narrow(text) else wrap_wide(text, width)


def count_all_lines(text: str, width: int, breaks: Sequence[int]) -> int:
    """Return how many lines `wrap_all` would give.

    Args:
        text: Clean text without line breaks.
        width: Cells a line may take.
        breaks: Offsets of signs at which a line ends in any case; they are left out themselves.
    """
    if not breaks:
        return count_lines(text, width)
    return sum(count_lines(text[start:end], width) for start, end in _between(text, breaks))


def wrap_all(text: str, width: int, breaks: Sequence[int]) -> list[Line]:
    """Break text into lines, at some places in any case.

    A stretch between two such places that fits into a line is a line as it is, with the spaces
    before it: they may be the indent of verse or of a column.

    Args:
        text: Clean text without line breaks.
        width: Cells a line may take.
        breaks: Offsets of signs at which a line ends in any case; they are left out themselves.
    """
    if not breaks:
        return wrap(text, width)
    lines: list[Line] = []
    for start, end in _between(text, breaks):
        part = text[start:end]
        if cells(part) <= width:
            lines.append((start, start + len(part.rstrip(" "))))
        else:
            lines += [(start + first, start + last) for first, last in wrap(part, width)]
    return lines


def _between(text: str, breaks: Sequence[int]) -> Iterator[Line]:
    start = 0
    for end in (*breaks, len(text)):
        yield start, end
        start = end + 1


def _skip_spaces(text: str, position: int, end: int) -> int:
    while position < end and text[position] == " ":
        position += 1
    return position


def wrap_narrow(text: str, width: int) -> list[Line]:
    """Break text of which each code point takes one cell; see `wrap`."""
    end = len(text.rstrip(" "))
    position = _skip_spaces(text, 0, end)
    lines: list[Line] = []
    while end - position > width:
        cut = text.rfind(" ", position, position + width + 1)
        if cut < 0:
            lines.append((position, position + width))
            position += width
            continue
        lines.append((position, position + len(text[position:cut].rstrip(" "))))
        position = _skip_spaces(text, cut, end)
    lines.append((position, end))
    return lines


def wrap_wide(text: str, width: int) -> list[Line]:
    """Break any text at word boundaries, cluster by cluster; see `wrap`."""
    pieces = _known_clusters(text.rstrip(" "))
    lines: list[Line] = []
    first = _next_word(text, pieces, 0)
    chance, used, index = first, 0, first
    while index < len(pieces):
        wide = pieces[index][2]
        if index > first and _may_break(text, pieces, index):
            chance = index
        if used + wide > width and index > first and not _is_space(text, pieces[index]):
            after = chance if chance > first else index
            lines.append(_line(text, pieces[first][0], pieces[after][0]))
            first = chance = index = _next_word(text, pieces, after)
            used = 0
            continue
        used += wide
        index += 1
    start = pieces[first][0] if first < len(pieces) else 0
    lines.append(_line(text, start, pieces[-1][1] if pieces else 0))
    return lines


def _line(text: str, start: int, end: int) -> Line:
    return start, start + len(text[start:end].rstrip(" "))


def _next_word(text: str, pieces: tuple[Cluster, ...], index: int) -> int:
    while index < len(pieces) and _is_space(text, pieces[index]):
        index += 1
    return index


def _is_space(text: str, piece: Cluster) -> bool:
    """Return whether a cluster is a plain space, with no mark combined onto it."""
    return text[piece[0] : piece[1]] == " "


def _may_break(text: str, pieces: tuple[Cluster, ...], index: int) -> bool:
    """Return whether a line may start with the cluster at `index`."""
    here, before = pieces[index], pieces[index - 1]
    if _is_space(text, here):
        return False
    if _is_space(text, before):
        return True
    wide = here[2] > 1 or before[2] > 1
    return wide and text[here[0]] not in _NEVER_FIRST and text[before[0]] not in _NEVER_LAST
