"""Words that tell something where two statements share them, and which these are."""

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from briefing.evidence.sense.checks import is_function_word, is_generic_noun, is_pronoun, signs
from briefing.search.language.stems import stem
from briefing.search.language.words import characters, tokens
from briefing.text.folding import is_unsegmented

LEAST_LETTERS: Final = 4
"""Letters from which on a word tells something."""
CHARACTERS_A_WORD: Final = 3
"""How many characters of a script without blanks count as a word."""
_SAYS: Final = ("attribution", "say")
"""The sign of words that only report."""
_EMPTY: Final = frozenset(
    ("including", "includes", "include", "included", "agree", "agrees", "agreed")
)
"""Words that only lead to others, as in the account of any meeting."""


@lru_cache(maxsize=20_000)
def tells(word: str, language: str = "en") -> bool:
    """Whether a word tells something when it is shared: a number, or a longer word with a sense.

    Args:
        word: The word, in small letters.
        language: BCP 47 tag of its text.
    """
    if any(map(str.isdecimal, word)):
        return True
    if len(word) < LEAST_LETTERS or not word[0].isalpha():
        return False
    return not (is_function_word(word, language) or is_pronoun(word, language))


@lru_cache(maxsize=20_000)
def tells_alone(word: str, language: str = "en") -> bool:
    """Whether a word tells something when nothing but it is shared.

    What any report has (`said`, `minister`, `agreement`) does not.
    """
    if not tells(word, language) or word in _EMPTY:
        return False
    return _SAYS not in signs(word, language) and not is_generic_noun(word, language)


def count_words(text: str) -> int:
    """Return how many words a text counts as, in scripts without blanks too."""
    unspaced = sum(map(is_unsegmented, text))
    spaced = sum(any(map(_is_spaced, word)) for word in text.split())
    return spaced + math.ceil(unspaced / CHARACTERS_A_WORD)


def _is_spaced(char: str) -> bool:
    return char.isalnum() and not is_unsegmented(char)


def shared_words(one: str, other: str) -> tuple[str, ...]:
    """Return the words of a text that another has too, in whatever inflection, each once.

    Args:
        one: A text.
        other: The text whose spelling is given back.

    Returns:
        In the order of the other text; only words that tell something alone.
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
        # Of scripts without blanks two characters side by side are as telling as a word.
        if tells_alone(token.word) or len(characters(token.word)) > 1:
            found.setdefault(stem(token.word), text[token.start : token.end])
    return found
