"""A text whose quotations are to be verified: its paragraphs, and where they are in its file."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from briefing.text.cleaning import clean


class MemoParagraph(NamedTuple):
    """A paragraph, its Markdown marks taken away."""

    text: str
    lines: Sequence[tuple[int, int, int]] = ()
    """By rising offset in `text`: the offset, and the 1-based line and column of the file that
    is there; empty where the file has no lines of its own."""
    set_off: bool = False
    """Whether it is a block quotation: what is quoted is in it without marks."""

    def place(self, offset: int) -> tuple[int, int] | None:
        """Return the 1-based line and column of an offset; None where there are none."""
        if not self.lines:
            return None
        index = bisect_right(self.lines, (offset, 1 << 40, 0)) - 1
        start, line, column = self.lines[max(0, index)]
        return line, column + offset - start


@dataclass(frozen=True, slots=True)
class Memo:
    """A text to verify."""

    name: str
    """As the user would type it; `-` for standard input."""
    paragraphs: tuple[MemoParagraph, ...]
    language: str
    """BCP 47 tag; empty where nothing tells."""
    warnings: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of the paragraphs."""
        return tuple(paragraph.text for paragraph in self.paragraphs)


def memo_of_lines(text: str, name: str, *, marked: bool) -> Memo:
    """Read a text or Markdown file.

    A blank line, a heading, an entry of a list and a row of a table begin a paragraph.

    Args:
        text: The file's text, its line ends single newlines.
        name: What to call it.
        marked: Whether it is Markdown, whose marks are taken away.
    """
    collected = _Collected()
    fenced = False
    for number, line in enumerate(text.split("\n"), 1):
        if marked and _fence().match(line):
            fenced = not fenced
            collected.end()
        elif not fenced:
            collected.take(line, number, marked=marked)
    collected.end()
    return Memo(name, tuple(collected.done), "")


class _Collected:
    """The paragraphs so far, and the one that lines are added to."""

    def __init__(self) -> None:
        self.done: list[MemoParagraph] = []
        self._text = ""
        self._lines: list[tuple[int, int, int]] = []
        self._set_off = False

    def take(self, line: str, number: int, *, marked: bool) -> None:
        begins = _begins().match(line) if marked else None
        skipped = begins.end() if begins else len(line) - len(line.lstrip())
        set_off = begins is not None and ">" in begins.group()
        if not line[skipped:].strip():
            self.end()
            return
        if set_off != self._set_off or (begins and not set_off and begins.group().strip()):
            self.end()
        self._set_off = set_off
        if self._text:
            self._text += " "
        self._add(line, skipped, number, marked=marked)

    def _add(self, line: str, start: int, number: int, *, marked: bool) -> None:
        """Add a line without its marks; each stretch between two marks keeps its place."""
        stop = len(line.rstrip())
        cuts = [match.span() for match in _inline().finditer(line, start, stop)] if marked else []
        for begin, end in [*cuts, (stop, stop)]:
            if start < begin:
                self._lines.append((len(self._text), number, start + 1))
                self._text += clean(line[start:begin].replace("\t", " "))
            start = max(start, end)

    def end(self) -> None:
        if self._text.strip():
            self.done.append(MemoParagraph(self._text, tuple(self._lines), self._set_off))
        self._text, self._lines, self._set_off = "", [], False


@cache
def _fence() -> re.Pattern[str]:
    return re.compile(r"\s{0,3}(?:```|~~~)")


@cache
def _begins() -> re.Pattern[str]:
    """Return what finds the marks at the beginning of a line that begins a block."""
    return re.compile(r"\s*(?:>\s?)+|\s*(?:#{1,6}|[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?|\s*\|\s*")


@cache
def _inline() -> re.Pattern[str]:
    r"""Return what finds the marks within a line: emphasis, code, links, notes, `\` before a sign.

    Of a link the words stay. A star or underscore between blanks is no mark.
    """
    return re.compile(
        r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~|`+"
        r"|!?\[(?=[^\[\]]*\]\()|(?<=[^\[\]])\]\([^()\s]*(?:\s\"[^\"]*\")?\)|\[\^[^\]\s]+\]"
        r"|\\(?=[\\`*_{}\[\]()#+.!|>~\"'-])|</?(?:b|i|em|strong|mark|u|q|span)(?:\s[^<>]*)?>"
    )
