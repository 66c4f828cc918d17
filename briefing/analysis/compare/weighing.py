"""How much a word tells where two statements share it, whatever these statements are.

Rarity among the statements that are compared is counted elsewhere (`pairing.py`); here is what is
known besides: words of any meeting and of any text tell less, and so do words that much of the
library has.
"""

import math
import sqlite3
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from briefing.analysis.compare.common_words import OF_MEETINGS, OF_TEXTS
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.segments.word_counts import WordCounts
from briefing.errors import BriefingError

WORTH_OF_MEETINGS: Final = 0.2
"""What is left of a word that the account of any meeting has."""
WORTH_OF_TEXTS: Final = 0.5
"""What is left of a word that any text may have, or of a small number."""
SMALL_NUMBER: Final = 2
"""Digits of numbers that texts share by chance."""


Counting = Callable[[Iterable[str]], WordCounts | None]
"""Counts the entries of a library that hold words; None where that cannot be told."""


def uncounted(words: Iterable[str]) -> WordCounts | None:
    """Tell nothing of the words of a library."""
    return None


def counting_in(catalogue: Catalogue) -> Counting:
    """Return what counts the words of a library, also once its catalogue is closed.

    Where the arrays of its search are damaged they are made anew for the next search; until then
    pairs rest on the meetings alone.
    """
    try:
        counter = catalogue.word_counter()
    except (BriefingError, sqlite3.Error, OSError):
        return uncounted

    def count(words: Iterable[str]) -> WordCounts | None:
        try:
            return counter.count(words)
        except (BriefingError, sqlite3.Error):
            return None

    return count


@lru_cache(maxsize=20_000)
def worth(stem: str) -> float:
    """Return what part of its rarity a stem tells, from 0 to 1."""
    if stem in OF_MEETINGS:
        return WORTH_OF_MEETINGS
    small = stem.isdecimal() and len(stem) <= SMALL_NUMBER
    return WORTH_OF_TEXTS if small or stem in OF_TEXTS else 1.0


def is_told(stem: str) -> bool:
    """Whether a stem that is shared is worth naming."""
    return stem not in OF_MEETINGS


def rarity_in(library: WordCounts | None, words: Iterable[str], statements: int) -> float:
    """Return how rare a word is in a library, from 0 to 1.

    A word in no more entries than there are statements compared may be theirs alone, and counts
    whole; one in all entries tells nothing. In between it is the share of the logarithms, as in
    inverse document frequency.

    Args:
        library: Counts of these words at least; None where that is not known.
        words: The forms of the word, folded.
        statements: How many statements are compared.
    """
    if library is None or library.entries <= statements:
        return 1.0
    held = max((library.held[word] for word in words), default=0)
    if held <= statements:
        return 1.0
    return math.log(library.entries / held) / math.log(library.entries / statements)
