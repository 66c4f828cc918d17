"""Looking at lines of YAML that a parser gave up on: quotes, brackets, keys above."""

import re
from collections.abc import Iterator
from typing import Final

COLONS: Final = "：﹕꞉∶"
"""What is taken for a colon, and is none to YAML: full-width, small, modifier letter, ratio."""

_QUOTED: Final = r"""(?<![^\s\[{,])(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')"""
_IN_QUOTES: Final = re.compile(_QUOTED)
HEADER: Final = re.compile(r"[|>][-+0-9]*(?:\s+#.*)?$")
"""What begins a block of text below a key, at the end of the key's line."""
COMMENT_OR_QUOTED: Final = re.compile(rf"{_QUOTED}|[ \t](?P<comment>#)")
"""A quoted value, or the `#` of a comment outside of all quotes."""
_OPENING: Final = {"'": re.compile(r"(?<![^\s\[{,])'"), '"': re.compile(r'(?<![^\s\[{,])"')}


def content_rows(lines: list[str], row: int) -> Iterator[int]:
    """Yield the rows above one that are neither empty nor a comment, the nearest first."""
    for above in range(row - 1, -1, -1):
        text = lines[above].strip()
        if text and not text.startswith("#"):
            yield above


def content_row(lines: list[str], row: int) -> int | None:
    """Return the nearest of `content_rows`, None if there is none."""
    return next(content_rows(lines, row), None)


def closed_quote(line: str, end: int) -> int | None:
    """Return where a value in quotes begins that ends at a place of its line, None if none does."""
    matches = (m for m in _IN_QUOTES.finditer(line, 0, end) if m.end() == end)
    return next((m.start() for m in matches), None)


def open_quote_above(lines: list[str], row: int, mark: str) -> tuple[int, int] | None:
    """Return the row and column of the nearest quote mark above that its line does not close."""
    for above in range(row - 1, -1, -1):
        rest = _IN_QUOTES.sub(lambda match: " " * len(match[0]), lines[above])
        if (opening := _OPENING[mark].search(rest)) is not None:
            return above, opening.start()
    return None


def open_bracket(lines: list[str], row: int) -> tuple[int, int, str] | None:
    """Return row, column and character of the nearest bracket at or above a row left open."""
    closed = 0
    for above in range(row, -1, -1):
        line = _IN_QUOTES.sub(lambda match: " " * len(match[0]), lines[above])
        for column in range(len(line) - 1, -1, -1):
            if line[column] in "]}":
                closed += 1
            elif line[column] in "[{" and closed:
                closed -= 1
            elif line[column] in "[{":
                return above, column, line[column]
    return None
