"""Putting a line of text together from words with different roles."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from textual.content import Content

from briefing.model.core import PartialDate
from briefing.text.cleaning import clean_block
from briefing.tui.lineview.blocks import Mark, Run
from briefing.tui.lineview.roles import TextRole

BETWEEN = " · "
_PLAIN: Final[TextRole] = ""
KEPT_TOGETHER = BETWEEN.replace(" ", "\u00a0", 1)
"""Between two facts; no line begins with it."""


def shown(text: str) -> str:
    """Return library text as it may be on a line: one code point for each, none a control."""
    return clean_block(text)


def unbroken(words: str) -> str:
    """Return words that no line's end parts."""
    return words.replace(" ", "\u00a0")


@lru_cache(maxsize=4096)
def date_words(day: date, *, short: bool = False) -> str:
    """Return a date as `11 January 2023`, or short as `11 Jan 2023`."""
    return f"{day.day} {day:%b %Y}" if short else f"{day.day} {day:%B %Y}"


def days_words(first: date, last: date | None, *, short: bool = False) -> str:
    """Return a day or several: `3 May 2023`, `3–5 May 2023`, `30 March 2023 – 2 April 2023`.

    Args:
        first: The first day.
        last: The last one; None or the first where there is but one.
        short: Whether months are `Mar`.
    """
    if last is None or last == first:
        return date_words(first, short=short)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{date_words(last, short=short)}"
    return f"{date_words(first, short=short)} – {date_words(last, short=short)}"


def partial_date_words(known: PartialDate, *, short: bool = False) -> str:
    """Return as much of a date as is known: `11 January 2023`, `January 2023`, `2023`.

    Short, the month is `Jan`.
    """
    if known.day:
        return date_words(known.first, short=short)
    if not known.month:
        return str(known.year)
    return f"{known.first:%b %Y}" if short else f"{known.first:%B %Y}"


class TextLine(NamedTuple):
    """Text with roles over stretches of it."""

    text: str
    marks: tuple[Mark, ...] = ()

    def content(self, styles: dict[str, str] | None = None) -> Content:
        """Return it for a widget that takes Content.

        Args:
            styles: Role to style; a role that is not named has none.
        """
        line = Content(self.text)
        for mark in self.marks:
            if style := (styles or {}).get(mark.role):
                line = line.stylize(style, mark.start, mark.end)
        return line


def join(parts: Iterable[Run | str], between: str = BETWEEN) -> TextLine:
    """Join words by a separator, leaving out empty ones.

    Args:
        parts: Words, with or without a role; cleaned here.
        between: What is between two of them.
    """
    kept: list[str] = []
    marks: list[Mark] = []
    end = 0
    for part in parts:
        words, role = (part, _PLAIN) if isinstance(part, str) else part
        if not words:
            continue
        end += len(between) if kept else 0
        if role:
            marks.append(Mark(end, end + len(words), role))
        kept.append(shown(words))
        end += len(words)
    return TextLine(between.join(kept), tuple(marks))
