"""Numbers as they are written: one word for one number, whatever groups its digits.

`1,250,000`, `1'250'000`, `1.250.000`, `12,50,000` and `1 250 000` are one number, and `12,5` is
`12.5`. A single point before three digits groups in some languages and is a decimal point in
others, so that `1.250` is both.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

APOSTROPHES = "'\u2018\u2019\u02bc\uff07"
PLAIN_BLANK = " "
FIXED_BLANKS = "\u00a0\u2007\u2009\u202f"
"""Blanks at which no line ends: whoever puts one between digits means one number."""
BLANK = f"[{PLAIN_BLANK}{FIXED_BLANKS}]"
# The blank comes first, for a search that looks for it is several times as fast.
BETWEEN_GROUPS = rf"{BLANK}(?=\d{{3}}(?!\d))(?<=\d.)(?<!\d{{4}}.)"
"""The pattern of a blank that may group the digits of one number."""
_POINTS = {",", "."}
_TIME = re.compile(r"\d{1,2}(?::\d\d)+")
_LEADING_DIGITS = re.compile(r"\d+")


class GroupedNumber(NamedTuple):
    """A number that several runs of digits make."""

    word: str
    """The number: grouped digits joined, its decimals after a point."""
    other: str = ""
    """How it may be meant besides; empty where there is no doubt."""


def figure(groups: Sequence[str], signs: Sequence[str]) -> GroupedNumber | None:
    """Read runs of digits with signs between them as one number.

    Args:
        groups: The runs; letters may follow the digits of the last, as in `2.5bn`.
        signs: The signs between them, one fewer; blanks at which lines end are none.

    Returns:
        The number, or None where they are several.
    """
    match = _LEADING_DIGITS.match(groups[-1])
    if match is None or not signs:
        return None
    digits = [*groups[:-1], match.group()]
    rest = groups[-1][match.end() :]
    last = signs[-1]
    one_sign = len(set(signs)) == 1
    if one_sign and _is_grouping(digits, last):
        joined = "".join(digits) + rest
        if last == "." and len(signs) == 1:
            return GroupedNumber(f"{'.'.join(digits)}{rest}", joined)
        return GroupedNumber(joined)
    if last in _POINTS and last not in signs[:-1]:
        whole = digits[:-1]
        if len(whole) == 1 or (len(set(signs[:-1])) == 1 and _is_grouping(whole, signs[0])):
            return GroupedNumber(f"{''.join(whole)}.{digits[-1]}{rest}")
    written = last.join(digits)
    if one_sign and (last == "." or (last == ":" and _TIME.fullmatch(written))):
        return GroupedNumber(written + rest)
    return None


def _is_grouping(digits: Sequence[str], sign: str) -> bool:
    """Whether a sign groups digits by threes, or as in India the last three and else two."""
    first, *middle, last = digits
    if not middle and first.startswith("0"):
        return False
    if sign == ":" or len(last) != 3 or len(first) > 3:
        return False
    if all(len(group) == 3 for group in middle):
        return True
    return sign == "," and len(first) < 3 and all(len(group) == 2 for group in middle)
