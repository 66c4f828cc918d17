"""Folded text cut into words, numbers and marks."""

from itertools import pairwise

from briefing.text.folding import is_word_edge


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a list that is written over several lines."""
    return tuple(words.split())


def begins_token(text: str, index: int) -> bool:
    """Whether a word, a number or a mark begins at an offset of folded text.

    Words keep their apostrophes and numbers their signs; each character of a script written
    without spaces is a token.
    """
    if index >= len(text) or text[index] == " ":
        return False
    return is_word_edge(text, index) and not _in_contraction(text, index)


def _in_contraction(text: str, index: int) -> bool:
    """Whether an offset is beside an apostrophe between two letters, as in `can't`."""
    for mark in (index - 1, index):
        around = text[mark - 1 : mark + 2] if mark else ""
        if len(around) == 3 and around[1] == "'" and around[0].isalpha() and around[2].isalpha():
            return True
    return False


def token_starts(text: str) -> list[int]:
    """Return where the tokens of folded text begin, and at last where the text ends.

    White space belongs to the token before it.
    """
    if not text:
        return [0]
    return [0, *(i for i in range(1, len(text)) if begins_token(text, i)), len(text)]


def words_of(text: str) -> list[str]:
    """Return the tokens of folded text, without the white space after them."""
    return [text[a:b].rstrip() for a, b in pairwise(token_starts(text))]
