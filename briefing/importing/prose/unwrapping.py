"""Lines of plain text to blocks: what was wrapped is joined, what is laid out keeps its lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from briefing.importing.document import DocumentBlock, lines, prose
from briefing.importing.prose.line_joining import join
from briefing.importing.prose.turns import turn_of
from briefing.text.folding import is_unsegmented

_LAID_OUT: Final = re.compile(r"\S(?: {3,}|\t+)\S|^\s*\|.*\|\s*$")
_ITEM: Final = re.compile(r"\s*(?:[•◦▪‣*·–-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+\S")
_ENDS: Final = ".!?…。！？」』”\"’')]:"
_NARROWEST: Final = 36
"""Columns below which nobody wraps prose."""
_LONG: Final = 120
"""Columns beyond which a line is a paragraph: nobody wraps so wide."""


def chunks_of(source: Iterable[str]) -> Iterator[list[str]]:
    """Yield the runs of lines that blank lines part."""
    chunk: list[str] = []
    for line in source:
        if line.strip():
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def usual_width(chunks: Iterable[Sequence[str]]) -> int:
    """Return how long the long lines of a text are that has wrapped ones.

    Args:
        chunks: The runs of lines.
    """
    lengths = sorted(len(line.rstrip()) for chunk in chunks if len(chunk) > 1 for line in chunk)
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0


def blocks_of(chunk: Sequence[str], width: int, words: frozenset[str]) -> Iterator[DocumentBlock]:
    """Yield the blocks of a run of lines.

    Args:
        chunk: Lines without a blank one between.
        width: How long the long lines of the text are.
        words: The words of the document, for hyphens at line ends.
    """
    if len(chunk) == 1:
        is_row = re.match(r"\s*\|.*\|\s*$", chunk[0]) is not None
        yield lines(chunk[0]) if is_row else prose(chunk[0])
    elif sum(_LAID_OUT.search(line) is not None for line in chunk) * 2 > len(chunk):
        yield lines(_dedented(chunk))
    elif _are_items(chunk):
        yield from (prose(join(item, words)) for item in _items(chunk))
    elif is_wrapped(chunk, width):
        yield from (prose(join(part, words)) for part in _paragraphs(chunk, width))
    elif max(map(len, chunk)) > _LONG:
        yield from map(prose, chunk)
    else:
        yield lines(_dedented(chunk))


def is_wrapped(chunk: Sequence[str], width: int) -> bool:
    """Return whether lines are prose that was broken where the next word had no room.

    Args:
        chunk: The lines.
        width: How long the long lines of the text are.
    """
    width = max(width, *(len(line.rstrip()) for line in chunk))
    if width < _NARROWEST or (width > _LONG and len(chunk) < 4):
        return False
    pairs = list(pairwise(chunk))
    # The last lines of paragraphs are short: they end a sentence and are no fault.
    judged = [pair for pair in pairs if not _may_end(*pair, width)] or pairs
    return sum(_is_full(*pair, width) for pair in judged) >= 0.75 * len(judged)


def _is_full(line: str, following: str, width: int) -> bool:
    start = following.lstrip()
    first = 1 if is_unsegmented(start[:1] or " ") else len(start.split(maxsplit=1)[0])
    return len(line.rstrip()) + 1 + first > 0.9 * width


def _may_end(line: str, following: str, width: int) -> bool:
    ends = line.rstrip()[-1:] in _ENDS
    return (ends and not _is_full(line, following, width)) or turn_of(following) is not None


def _paragraphs(chunk: Sequence[str], width: int) -> Iterator[list[str]]:
    """Yield the paragraphs of wrapped lines: by their indent, or by last lines that are short."""
    width = max(width, *(len(line.rstrip()) for line in chunk))
    indents = [len(line) - len(line.lstrip()) for line in chunk]
    base = min(indents)
    part: list[str] = []
    for number, line in enumerate(chunk):
        before = chunk[number - 1] if number else ""
        indented = base < indents[number] <= base + 20 and indents[number - 1] == base
        if part and (indented or turn_of(line) or _ends_early(before, line, width)):
            yield part
            part = []
        part.append(line)
    yield part


def _ends_early(line: str, following: str, width: int) -> bool:
    is_short = len(line.rstrip()) < 0.75 * width
    return is_short and line.rstrip()[-1:] in _ENDS and not _is_full(line, following, width)


def _are_items(chunk: Sequence[str]) -> bool:
    return bool(_opens_item(chunk[0])) and sum(map(_opens_item, chunk)) > 1


def _opens_item(line: str) -> bool:
    return _ITEM.match(line) is not None


def _items(chunk: Sequence[str]) -> Iterator[list[str]]:
    part: list[str] = []
    for line in chunk:
        if part and _opens_item(line):
            yield part
            part = []
        part.append(line)
    yield part


def _dedented(chunk: Sequence[str]) -> str:
    indent = min(len(line) - len(line.lstrip(" ")) for line in chunk)
    return "\n".join(line[indent:] for line in chunk)
