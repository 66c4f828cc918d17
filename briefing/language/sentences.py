"""Where sentences end in running text."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

STOPS: Final = ".!?…؟।"
"""Signs that end a sentence where a blank follows."""
WIDE_STOPS: Final = "。！？"
"""Signs of scripts without blanks, which always end one."""
CLOSING: Final = "'\"’”)\\]"
"""What may follow a stop that belongs to its sentence, for a class of a pattern."""

_SHORT: Final = (
    r"(?:^|\W)(?:\w|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|"
    r"Col|Maj|Capt|Adm|St|Jr|Sr|Inc|Ltd|Corp|No|no|vs|etc|approx)$"
)
"""What is before a stop that ends no sentence: an initial, a month, a title."""
_LONGEST_SHORT: Final = 8


def sentence_ends(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield where sentences end within a stretch of a text, blanks after them included.

    A stop ends one where a blank follows and then no small letter; the stops of `U.S.`, `Mr.` and
    `Jan.` do not.

    Args:
        text: The text.
        start: Offset to begin at, in code points.
        end: Offset just past the last code point to look at; the whole text by default.
    """
    stops, short = _patterns()
    for match in stops.finditer(text, start, len(text) if end is None else end):
        stop = match.start()
        before = max(0, stop - _LONGEST_SHORT)
        if text[stop] != "." or short.search(text, before, stop) is None:
            yield match.end()


def has_stop(text: str) -> bool:
    """Whether a sign that may end a sentence is in a text, whatever follows it."""
    return re.search(rf"[{STOPS}][{CLOSING}]*\s|[{WIDE_STOPS}]", text) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a stop with what follows, and what is before one that ends nothing."""
    opening = r"[\"'“‘(\[]?[^\W\d_a-zà-öø-ÿ]"
    narrow = rf"[{STOPS}][{CLOSING}]*\s+(?={opening})"
    return re.compile(rf"{narrow}|[{WIDE_STOPS}][{CLOSING}」』]*"), re.compile(_SHORT)
