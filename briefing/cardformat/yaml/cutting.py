"""Taking the lines out of a text that a mistake of syntax makes unreadable.

Line numbers stay as they are: what is taken out leaves empty lines. Of `key: value` the key stays,
so that nobody misses it; of an entry of a list that cannot be read, all of it goes.
"""

import re
from typing import Final, NamedTuple

_LINE: Final = (
    r"(?P<indent> *)(?P<dashes>(?:- +)*)"
    r"(?:(?P<key>[\w-]+|'[^']*'|\"[^\"]*\") *:(?:[ \t]+|$))?(?P<value>.*)"
)
"""Compiled where it is first used: hardly a start meets a line that has to be taken apart."""
_GOES_ON: Final = (",", "[", "{")


_ANYWHERE: Final = 10**6
"""The indentation of a line with tabs: whatever block it is in, it may belong to it."""


class Mistake(NamedTuple):
    """A mistake of syntax, where the author has to act; rows and columns count from 0."""

    row: int
    column: int
    message: str
    hint: str
    code: str = "bad-yaml"
    whole: bool = False
    """Whether the line cannot stay with its key alone, as when it is none."""
    through: int = -1
    """The last row that goes with it, where the indentation does not tell."""
    indent: int | None = None
    """How far the line has to be indented to fit its neighbours, where that is all that is wrong:
    so indented it is read on, to find what else is."""


class YamlLine(NamedTuple):
    """A line of block style, taken apart. Columns count from 0."""

    indent: int
    dashes: str
    """The `- ` before its key or value."""
    key: str
    value: str
    column: int
    """Where the key is, or the value where there is no key."""
    value_column: int

    @classmethod
    def of(cls, text: str) -> "YamlLine":
        """Take a line apart."""
        match = re.match(_LINE, text)
        assert match is not None  # every part of it may be empty
        column = match.end("dashes")
        return cls(
            match.end("indent"),
            match["dashes"],
            match["key"] or "",
            match["value"].rstrip(),
            column,
            match.start("value"),
        )


class Cuts:
    """A text, and what was taken out of it so far.

    Attributes:
        lines: The lines as they are now.
        keys: Rows of which the key alone is left.
        gone: Rows that were taken out whole, each with its indentation.
    """

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.keys: set[int] = set()
        self.gone: dict[int, int] = {}
        self._said: set[int] = set()
        self._moved: set[int] = set()
        self._text = text

    @property
    def text(self) -> str:
        """The text as it is now."""
        return "\n".join(self.lines) if self.made else self._text

    @property
    def made(self) -> bool:
        """Whether anything was taken out."""
        return bool(self.keys or self.gone or self._moved)

    def is_news(self, mistake: Mistake) -> bool:
        """Return whether this is the first mistake on its line, and remember the line."""
        if mistake.row in self._said:
            return False
        self._said.add(mistake.row)
        return True

    def cut(self, mistake: Mistake) -> bool:
        """Take out what a mistake makes unreadable; return whether there was anything left of it.

        Lines that are indented deeper belong to the line of the mistake and go with it.
        """
        row = self._statement(mistake.row)
        text = self.lines[row]
        line = YamlLine.of(text)
        if not text.strip():
            return False
        self._said.update(range(row, mistake.row + 1))
        if mistake.indent is not None and row not in self._moved:
            self._moved.add(row)
            self.lines[row] = " " * mistake.indent + text.lstrip()
            return True
        if line.key and line.value and not mistake.whole:
            self.lines[row] = text[: line.value_column].rstrip()
            self.keys.add(row)
            floor = line.column
        else:
            self.lines[row] = ""
            self.keys.discard(row)
            self.gone[row] = _ANYWHERE if _oddly_indented(text) else line.indent
            floor = self._floor_above(row) if _oddly_indented(text) else line.indent
        for below in range(row + 1, mistake.through + 1):
            self.lines[below] = ""
        if mistake.through < 0 and self._blank_deeper(row + 1, floor) == len(self.lines):
            # What else was to come may have been lost with the end of the file.
            self.gone.setdefault(row, line.column)
        return True

    def _floor_above(self, row: int) -> int:
        """Return how far the line above is indented, which says what is deeper than an odd one."""
        above = next((text for text in reversed(self.lines[:row]) if text.strip()), "")
        return YamlLine.of(above).column

    def _statement(self, row: int) -> int:
        """Return the row on which what is on a row begins: a list may take several lines."""
        while row > 0 and self.lines[row - 1].rstrip().endswith(_GOES_ON):
            row -= 1
        return row

    def _blank_deeper(self, row: int, floor: int) -> int:
        """Empty the lines from a row on that are indented deeper; return the row that is not."""
        while row < len(self.lines):
            text = self.lines[row]
            if text.strip() and len(text) - len(text.lstrip(" ")) <= floor:
                break
            self.lines[row] = ""
            row += 1
        return row


def _oddly_indented(text: str) -> bool:
    """Return whether a line begins with white space other than spaces."""
    return text.lstrip(" ") != text.lstrip()
