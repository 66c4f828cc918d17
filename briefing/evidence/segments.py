"""The words of a card taken apart: segments between ellipses, and bracketed insertions in them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.evidence.senses import negates
from briefing.text import fold, is_word_character

_ELLIPSIS = re.compile(
    r"""
        [\[(] \s* (?:…+ | \.{3,} | \.\ \.\ \.) \s* [\])]    # […] (...) [. . .]
        | …+ | \.{3,} | \.(?:[ \xa0]\.){2,3}                 # … ... . . .
    """,
    re.VERBOSE,
)
_INSERTION = re.compile(r"\[([^\[\]]{1,80})\]")

_WORDS_MASKED = 4
"""How many words of the source a free-standing insertion may stand for."""
_WORD_MASKED = 40
"""How many code points each of those words may have."""
_LETTERS_MASKED = 12
"""How many letters of a word an insertion within a word may stand for."""


class Mask(NamedTuple):
    """What an insertion may stand for, between two literals."""

    left: str
    """The folded literal before it, without the space that belongs to the mask."""
    gap: re.Pattern[str]
    """What all of the masked stretch of folded text has to look like."""
    reach: int
    """How many code points the masked stretch may have."""
    right: str
    """The folded literal after it, up to the next mask."""


class Segment:
    """Words that must stand together in the source, insertions aside.

    Attributes:
        literals: The words as the card has them, between insertions.
        insertions: What stands in brackets between each two literals; always one fewer.
        plain: The folded words without free-standing insertions, unless they say no.
        masks: One for each insertion.
    """

    def __init__(self, literals: tuple[str, ...], insertions: tuple[str, ...] = ()) -> None:
        self.literals = literals
        self.insertions = insertions
        self.plain = _plain(literals, insertions)
        self.masks = tuple(_masks(literals, insertions))


def _plain(literals: Sequence[str], insertions: Sequence[str]) -> str:
    words = fold(literals[0]).text
    for literal, inserted in zip(literals[1:], insertions, strict=True):
        right = fold(literal).text
        if _is_attached(words, right) or negates(inserted):
            words += fold(inserted).text + right
        else:
            words = f"{words.rstrip()} {right.lstrip()}".strip()
    return squeeze(words.strip())


def _masks(literals: Sequence[str], insertions: Sequence[str]) -> Iterator[Mask]:
    folded = [squeeze(fold(literal).text) for literal in literals]
    free = [not _is_attached(left, right) for left, right in pairwise(folded)]
    cut = [
        text.rstrip() if mask else text for text, mask in zip(folded, [*free, False], strict=True)
    ]
    for index, inserted in enumerate(insertions):
        gap, reach = _gap(folded[index], inserted, folded[index + 1])
        yield Mask(cut[index], re.compile(gap), reach, cut[index + 1])


def squeeze(folded: str) -> str:
    """Make double quote marks single ones: a quotation within one changes its marks.

    Args:
        folded: Folded text.

    Returns:
        Text of the same length.
    """
    return folded.replace('"', "'")


def take_apart(exact: str) -> tuple[Segment, ...]:
    """Take the words of a card apart.

    Args:
        exact: Words in which an ellipsis, in brackets or not, leaves something out and brackets
            insert something.

    Returns:
        The segments in order, those without any word left out.
    """
    segments = (_segment(words) for words in _ELLIPSIS.split(exact))
    return tuple(segment for segment in segments if segment is not None)


def _segment(words: str) -> Segment | None:
    parts = _INSERTION.split(words.strip())
    literals, insertions = parts[::2], parts[1::2]
    while insertions and not literals[0].strip() and not _is_attached("", literals[1]):
        del literals[0], insertions[0]
    while insertions and not literals[-1].strip() and not _is_attached(literals[-2], ""):
        del literals[-1], insertions[-1]
    literals = [literals[0].lstrip(), *literals[1:]]
    literals[-1] = literals[-1].rstrip()
    if not any(is_word_character(char) for literal in literals for char in literal):
        return None
    return Segment(tuple(literals), tuple(insertions))


def _is_attached(left: str, right: str) -> bool:
    """Whether an insertion between two texts is part of a word, as in `[T]he` or `state[s]`."""
    return bool((left and is_word_character(left[-1])) or (right and is_word_character(right[0])))


def _gap(left: str, inserted: str, right: str) -> tuple[str, int]:
    """Return the expression for what an insertion may stand for, and how long that may be.

    Spaces around it are included. At the beginning of a word it only changes case, as in `[T]he`:
    `[un]changed` is no `changed`.
    """
    if _is_attached(left, right):
        begins_word = not (left and is_word_character(left[-1]))
        if begins_word:
            words = fold(inserted).text
            return f"(?i:{re.escape(words)})", len(words)
        return rf"\w{{0,{_LETTERS_MASKED}}}", _LETTERS_MASKED
    word = rf"[^ \n]{{1,{_WORD_MASKED}}}"
    more = rf"(?: {word}){{0,{_WORDS_MASKED}}}"
    reach = (_WORDS_MASKED + 1) * (_WORD_MASKED + 1)
    return more if left.endswith(" ") else f"(?:{word}{more})?", reach
