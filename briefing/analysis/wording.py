"""Words that two statements share."""

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
    held = {stem(token.word) for token in tokens(one)}
    found: dict[str, str] = {}
    for token in tokens(other):
        word = token.word
        if f" {word} " in _COMMON or not (is_number(word) or _tells(word)):
            continue
        if stem(word) in held:
            found.setdefault(stem(word), other[token.start : token.end])
    return tuple(found.values())


def _tells(word: str) -> bool:
    return len(word) > _SHORT or len(characters(word)) > 1
