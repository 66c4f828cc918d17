"""Numbers in figures and in words, written as one value."""

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.evidence.sense.words import SignSpan

_TEN = 10
_HUNDRED = 100
_THOUSAND = 1000


@cache
def _grouped() -> re.Pattern[str]:
    """Return what finds figures in groups of three."""
    return re.compile(r"\d{1,3}(?:([.,' ٬])\d{3})(?:\1\d{3})*")


@cache
def _ordinal() -> re.Pattern[str]:
    """Return what finds figures with the ending of an ordinal."""
    return re.compile(r"(\d+)(?:st|nd|rd|th|er|re|e|ème|º|ª|-?[йяемго]{1,3})", re.IGNORECASE)


def is_number(word: str) -> bool:
    """Whether a word has figures."""
    return any(map(str.isdigit, word))


def number_value(word: str) -> str:
    """Return one value for the ways to write figures.

    Args:
        word: A word with figures of any script.

    Returns:
        The figures in ASCII, without what groups thousands, with a point before decimals.
    """
    plain = "".join(str(int(c)) if c.isdecimal() else c for c in word)
    if ordinal := _ordinal().fullmatch(plain):
        return f"{ordinal[1]}."
    if _grouped().fullmatch(plain) and not plain.startswith("0"):
        return "".join(char for char in plain if char.isdigit())
    return plain.replace("٬", "").replace("٫", ".").replace(",", ".").casefold()


def is_year(value: str) -> bool:
    """Whether figures are a year of the last five centuries or the next two."""
    return len(value) == 4 and value.isdigit() and "1600" <= value <= "2199"


def _amount(value: str) -> float | None:
    try:
        return float(value) if value[-1:].isdigit() else None
    except ValueError:
        return None


def compose(marks: Sequence["SignSpan"], figures: Collection[int]) -> list["SignSpan"]:
    """Make one number of the words of one: `two hundred and five`, `2.5 million`.

    Args:
        marks: The signs of a text, each number word its own.
        figures: The indices of words that are figures; they are only multiplied.

    Returns:
        The signs with numbers that follow each other put together where they make one.
    """
    joints = {mark.start for mark in marks if mark.sign == ("connective", "and")}
    rest: list[SignSpan] = []
    numbers: list[SignSpan] = []
    for mark in marks:
        if mark.category != "number" or _amount(mark.sign[1]) is None:
            rest.append(mark)
            continue
        before = numbers[-1] if numbers else None
        value = _together(before, mark, joints, figures) if before else None
        if before is None or value is None:
            numbers.append(mark)
        else:
            numbers[-1] = before._replace(sign=("number", f"{value:.12g}"), end=mark.end)
    return sorted([*rest, *numbers], key=lambda mark: (mark.start, mark.end))


def _together(
    before: "SignSpan", mark: "SignSpan", joints: Collection[int], figures: Collection[int]
) -> float | None:
    """Return the value of two numbers of which the second goes on with the first."""
    left, right = _amount(before.sign[1]), _amount(mark.sign[1])
    gap = mark.start - before.end
    if left is None or right is None or gap not in (0, 1) or mark.start in figures:
        return None
    if gap and before.end not in joints:
        return None
    if right >= _THOUSAND and right % _THOUSAND == 0:
        return _scaled(left, right) if not gap else None
    return None if before.start in figures else _small(left, right)


def _scaled(left: float, right: float) -> float | None:
    if left < right:
        return left * right
    low = left % right
    return left - low + low * right if 0 < low < _THOUSAND else None


def _small(left: float, right: float) -> float | None:
    whole = int(left)
    if left != whole:
        return None
    low = whole % _HUNDRED
    if right == _HUNDRED:
        rest = whole % _THOUSAND
        return whole - rest + rest * _HUNDRED if 0 < rest < 10 else None
    if right % _HUNDRED == 0 and right < _THOUSAND:
        return left + right if whole and whole % _THOUSAND == 0 else None
    if right == _TEN and 0 < low < _TEN:
        return whole - low + low * _TEN
    if low == 4 and right == 20:
        return left - 4 + 80
    if low == 0 and whole and right < _HUNDRED:
        return left + right
    if low % 10 == 0 and low >= 20 and (right < 10 or (low in (60, 80) and right < 20)):
        return left + right
    # Languages that say the ones first: five-and-twenty.
    return left + right if low < 10 and whole == low and right % 10 == 0 and right >= 20 else None
