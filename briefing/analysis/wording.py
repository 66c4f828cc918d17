"""Words that two statements share."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from briefing.search.language.stems import stem
from briefing.search.language.words import characters, is_number, tokens

_SHORT: Final = 4
"""Letters of a word that says too little to be shared, unless it is a number."""
_COMMON: Final = (
    " about after against agreed among before beforehand being between could during first further"
    " including might minister ministers other others said should since their there these those"
    " toward towards under until where whether which while would "
)
"""Longer words that any two statements may share."""


def shared_words(one: str, other: str) -> tuple[str, ...]:
    """Return the words of a text that another has too, in whatever inflection, each once.

    Args:
        one: A text.
        other: The text whose spelling is given back.

    Returns:
        In the order of the other text; no short words, and none that any two statements share.
    """
    held = _telling_words(one)
    return tuple(word for stemmed, word in _telling_words(other).items() if stemmed in held)


@lru_cache(maxsize=4096)
def _telling_words(text: str) -> Mapping[str, str]:
    """Return the words of a text that tell something, by stem, as each stands there first.

    One statement is compared with many, and many with the same ones.
    """
    found: dict[str, str] = {}
    for token in tokens(text):
        word = token.word
        if f" {word} " not in _COMMON and (is_number(word) or _tells(word)):
            found.setdefault(stem(word), text[token.start : token.end])
    return found


def _tells(word: str) -> bool:
    return len(word) > _SHORT or len(characters(word)) > 1
