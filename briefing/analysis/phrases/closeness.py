"""Which words near each other are a close variant of a phrase, and which only happen to be near.

A variant takes words in, as a list does (`rules-based, free and open international order`) or one
or two of them beside each other (`multilateral trading`); it may exchange a function word for
another (`in` for `of`). What denies, what says that something may be, and what leads to another
clause makes no variant.
"""

from functools import lru_cache
from itertools import pairwise

from briefing.analysis.phrases.asking import AskedPhrase
from briefing.evidence.sense.checks import is_function_word, is_pronoun, signs
from briefing.search.nearby import Window

MOST_INSERTED = 3
"""How many words that tell something may be inserted, where they are a list."""
INTO_PAIR = 1
"""How many where they are no list and the phrase has two words: two more would outnumber none of
them, and seldom leave them one phrase."""
INTO_LONGER = 2
"""How many where the phrase has more words, which hold it together."""
_LINKS = frozenset(("and", "or", "the", "a", "an"))
"""Function words that may be inserted anywhere."""
LISTING = frozenset(("and", "or"))
"""Words that make a list of the words around them."""
_TURNS = frozenset(("negation", "modal", "condition"))


def is_close(window: Window, phrase: AskedPhrase) -> bool:
    """Whether the words of a window are the phrase or a close variant of it.

    Args:
        window: Where its parts are near each other.
        phrase: The phrase.
    """
    if window.words == phrase.words:
        return True
    placed = sorted(
        (place, number) for number, place in enumerate(window.places) if place is not None
    )
    inserted, listing = 0, False
    for (place, number), (following, next_number) in pairwise(placed):
        between = window.words[place.end - window.start : following.start - window.start]
        own = frozenset().union(*phrase.between[number:next_number])
        telling = [word for word in between if not _is_small(word)]
        exchanged = [word for word in between if _is_small(word) and word not in own | _LINKS]
        if any(map(_turns, between)) or len(exchanged) > len(own - frozenset(between)):
            return False
        inserted += len(telling)
        listing = listing or not LISTING.isdisjoint(between)
    if listing:
        return inserted <= MOST_INSERTED
    return inserted <= (INTO_PAIR if len(phrase.words) == 2 else INTO_LONGER)


@lru_cache(maxsize=4096)
def _is_small(word: str) -> bool:
    """Whether a word tells nothing by itself."""
    return is_function_word(word, "en") or is_pronoun(word, "en")


@lru_cache(maxsize=4096)
def _turns(word: str) -> bool:
    """Whether a word denies, allows or sets a condition."""
    return any(category in _TURNS for category, _ in signs(word, "en"))
