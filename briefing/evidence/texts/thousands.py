"""Marks of thousands in numbers, as the house styles of many languages set them."""

import re
from functools import cache

from briefing.evidence.texts.tokens import listed

_GROUPED = r"\d{1,3}(?:(?P<mark>[ .,'])\d{3})(?P<more>(?:(?P=mark)\d{3})*)(?:[.,]\d{1,2})?"
_DOTS = frozenset(
    listed("""
    de es it pt nl tr id da el ro hr sl sr vi
""")
)
"""Languages in which a dot alone, as in 1.250, parts thousands."""
_COMMAS = frozenset(
    listed("""
    en ja zh ko he ar th hi ms fil sw
""")
)
"""Languages in which a comma alone, as in 1,250, parts thousands."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a number with all its marks, and what it looks like when grouped."""
    return re.compile(r"\d+(?:[ .,']\d+)*"), re.compile(_GROUPED)


def is_grouping(text: str, offset: int, language: str) -> bool:
    """Whether a mark within a number parts thousands and not decimals, days or two numbers.

    Args:
        text: Folded text.
        offset: Where the mark is.
        language: BCP 47 tag of the text; it decides what a single dot or comma means.
    """
    number, grouped = _patterns()
    for match in number.finditer(text, max(0, offset - 40)):
        if match.end() > offset:
            return match.start() < offset and _is_grouped(grouped.fullmatch(match[0]), language)
    return False


def _is_grouped(match: re.Match[str] | None, language: str) -> bool:
    if match is None:
        return False
    mark, primary = match["mark"], language.partition("-")[0].lower()
    if match["more"] or mark in " '":
        return True
    return primary in (_DOTS if mark == "." else _COMMAS)
