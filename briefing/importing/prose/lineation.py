"""Numbers in the margin, one a line, as hearings and bills are printed."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_NUMBERED: Final = re.compile(r"\s{0,8}(\d{1,2})(?:\s+(?=\S)|\s*$)")
_FEWEST: Final = 8
_MOST: Final = 60
"""Lines that a page may have."""


def is_lineated(lines: Sequence[str]) -> bool:
    """Return whether lines begin with numbers that count them, from 1 again on each page.

    Args:
        lines: The lines of a text; empty ones do not matter.
    """
    filled = [line for line in lines if line.strip()]
    numbers = [int(found[1]) for line in filled if (found := _NUMBERED.match(line))]
    if len(numbers) < max(_FEWEST, 0.6 * len(filled)) or max(numbers) > _MOST:
        return False
    steps = list(pairwise(numbers))
    counted = sum(after == before + 1 or after == 1 for before, after in steps)
    return counted >= 0.9 * len(steps) and 1 in numbers


def without_margin(lines: Sequence[str]) -> list[str]:
    """Return lines without the numbers that count them; the indent behind a number is kept.

    A line that is a number alone, out of the count, is kept: it may be that of the page.

    Args:
        lines: Lines of which `is_lineated` is true.
    """
    stripped: list[str] = []
    last = 0
    for line in lines:
        found = _NUMBERED.match(line)
        if found is None or int(found[1]) not in (last + 1, 1):
            stripped.append(line)
            continue
        last = int(found[1])
        width = len(found[0]) - len(found[0].lstrip().lstrip("0123456789"))
        stripped.append(line[width:])
    return stripped
