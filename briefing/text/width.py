"""Lines of text that fit a terminal's columns, counted in cells and not in code points."""

import unicodedata
from collections.abc import Iterator

READING_WIDTH = 88
"""Columns beyond which lines of prose become hard to follow."""


def cells(text: str) -> int:
    """Return how many terminal columns the text takes.

    Wide and full-width characters take two, combining marks and format characters none
    (Unicode Standard Annex 11, East Asian Width).
    """
    if text.isascii():
        return len(text)
    return sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def wrap(text: str, columns: int) -> list[str]:
    """Break text into lines at its blanks.

    Args:
        text: One block without line breaks; a no-break space is not a place to break.
        columns: The most cells a line may take, at least 1. A single character wider than this
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
        piece, used = "", 0
        for character in word:
            width = _cells_of(character)
            if piece and used + width > columns:
                yield piece
                piece, used = "", 0
            piece, used = piece + character, used + width
        yield piece
