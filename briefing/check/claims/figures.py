"""Numbers in running text, whatever they are written like: 1.25 million, 1 250 000, forty-two."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.check.claims import number_values
from briefing.model.core import Span
from briefing.text.folding import fold

Value = float | str
"""A number, or the name of something that counts as one: `x2`, `hundreds`, `7:30`."""


class Figure(NamedTuple):
    """A number in a text."""

    span: Span
    """Where it is, in code points."""
    words: str
    values: frozenset[Value]
    """What it may mean: `1.250` is a thousand and more in one language, one and more in another."""
    sure: bool = True
    """Whether it surely states a number; `one`, `first` and `the two sides` need not."""
    rounded: bool = False
    """Whether it may stand for another number that it is near to."""

    def agrees(self, other: "Figure") -> bool:
        """Whether another number is the same, or one that this may stand for."""
        if self.values & other.values:
            return True
        return self.rounded and any(
            isinstance(mine, float) and isinstance(its, float) and _near(mine, its)
            for mine in self.values
            for its in other.values
        )


def _near(rounded: float, exact: float) -> bool:
    """Whether one number may be the other, rounded or hedged: within a twentieth of it."""
    return abs(rounded - exact) <= 0.05 * max(abs(rounded), abs(exact))


_DIGITS = (
    r"(?<![\d.,:])(?:\d{1,3}(?:[ ']\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,']\d+)*(?::\d\d)?(?:/\d+)?)"
)
_MAGNITUDE = r"(?:[\s-]?(?P<magnitude>{})(?!\w)|(?P<short>k|m|mn|bn|tn|trn|b)(?![\w-]))?"
_HEDGES = (
    r"(?:about|around|roughly|approximately|nearly|almost|some|over|under|more than|less than|"
    r"close to|up to|at least|as many as|environ|près de|plus de|etwa|rund|knapp|fast|über|"
    r"unos|unas|cerca de|casi|más de|около|почти|более|約|およそ|近く)\s?[$€£¥]?$"
)
_DETERMINERS = r"(?:the|these|those|all|both|their|our|same)\s$"
_COUNTED = (
    r"\s(?:\w+\s){0,2}?(?:countries|countries'|sides|sides'|nations|nations'|governments|ministers|"
    r"leaders|parties|allies|men|women|delegations|states|powers|capitals|officials|neighbo\w+|"
    r"partners|presidents|chiefs|secretaries|diplomats|negotiators|of them)(?!\w)"
)


@cache
def _digits() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, number_values.MAGNITUDES), key=len, reverse=True))
    return re.compile(_DIGITS + _MAGNITUDE.format(names), re.IGNORECASE)


@cache
def _words() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, number_values.words()), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w'])(?:{names})(?:(?:[\s-]|\sand\s)(?:{names}))*(?!\w)", re.IGNORECASE
    )


@cache
def _han() -> re.Pattern[str]:
    return re.compile(
        r"[\d,.]*[〇一二三四五六七八九十百千万萬億亿兆](?:[\d,]|[〇一二三四五六七八九十百千万萬億亿兆])*"
    )


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


@lru_cache(maxsize=512)
def figures(text: str) -> tuple[Figure, ...]:
    """Find the numbers of a text, in figures, in words and in Han digits, in order."""
    folded = fold(text)
    found: list[Figure] = []
    taken = 0
    for start, end, values, sure in sorted(_all(folded.text), key=lambda f: (f[0], -f[1])):
        if start < taken or not values:
            continue
        span = folded.original(start, end)
        hedged = _pattern(_HEDGES).search(folded.text, max(0, start - 16), start) is not None
        words = text[span.start : span.end]
        rounded = hedged or re.search(r"\d\.\d+\s?[a-z]|\d\s?[a-z]{4}", words) is not None
        found.append(Figure(span, words, values, sure, rounded))
        taken = end
    return tuple(found)


_Found = tuple[int, int, frozenset[Value], bool]


def _all(text: str) -> Iterator[_Found]:
    for match in _digits().finditer(text):
        short = match["short"]
        magnitude = number_values.MAGNITUDES.get((match["magnitude"] or "").casefold(), 1.0)
        number = match.group()[: _length(match)]
        values = number_values.of_digits(number)
        if short:
            plain = values
            times = number_values.SHORT[short.casefold()]
            values = frozenset(v * times if isinstance(v, float) else v for v in values)
            values |= plain
        else:
            values = frozenset(_times(v, magnitude) for v in values)
        yield match.start(), match.end(), values, True
    for match in _words().finditer(text):
        values = number_values.of_words(match.group())
        yield match.start(), match.end(), values, _is_sure(text, match)
    if any("\u3007" <= char <= "\u9fff" for char in text):
        for match in _han().finditer(text):
            value = number_values.of_han(match.group())
            if value is not None:
                yield match.start(), match.end(), frozenset((value,)), len(match.group()) > 1
    for match in _pattern("[½⅓⅔¼¾]").finditer(text):
        yield match.start(), match.end(), number_values.of_words(match.group()), True


def _length(match: re.Match[str]) -> int:
    """Return how long the digits of a match are, without what multiplies them."""
    for name in ("magnitude", "short"):
        if match[name]:
            return len(match.group()[: match.start(name) - match.start()].rstrip(" -"))
    return len(match.group())


def _times(value: Value, magnitude: float) -> Value:
    return round(value * magnitude, 6) if isinstance(value, float) else value


def _is_sure(text: str, match: re.Match[str]) -> bool:
    """Whether number words state a number: `the two` and `two countries` count what is named."""
    words = match.group().casefold()
    if words in number_values.UNSURE:
        return False
    if words in number_values.ORDINALS or re.search(r"[\s-]", words):
        return True
    if text[match.end() : match.end() + 1] == "-":
        return True
    low = max(0, match.start() - 8)
    return words not in number_values.SMALL or not (
        _pattern(_DETERMINERS).search(text, low, match.start())
        or _pattern(_COUNTED).match(text, match.end())
    )
