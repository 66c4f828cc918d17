"""The words of a card taken apart: segments between ellipses, and bracketed insertions in them."""

import re
from dataclasses import dataclass

from briefing.evidence.senses import negates
from briefing.text import fold, is_word_character

_ELLIPSIS = re.compile(
    r"""\s*(?:
        [\[(] \s* (?:…+ | \.{3,} | \.\ \.\ \.) \s* [\])]    # […] (...) [. . .]
        | …+ | \.{3,} | \.(?:[ \xa0]\.){2,3}                 # … ... . . .
    )\s*""",
    re.VERBOSE,
)
_INSERTION = re.compile(r"\[([^\[\]]{1,80})\]")

_WORDS_MASKED = 4
"""How many words of the source a free-standing insertion may stand for."""
_LETTERS_MASKED = 12
"""How many letters of a word an insertion within a word may stand for."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that must stand together in the source, insertions aside."""

    literals: tuple[str, ...]
    """The words as the card has them, between insertions."""
    insertions: tuple[str, ...] = ()
    """What stands in brackets between each two literals; always one fewer."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """An expression over folded text with a group for each literal, and each masked stretch.

        Groups with odd numbers are literals, those with even numbers what insertions stand for.
        """
        folded = [squeeze(fold(literal).text) for literal in self.literals]
        parts = []
        for left, inserted, right in zip(folded, self.insertions, folded[1:], strict=False):
            free = not _is_attached(left, right)
            parts.append(f"({re.escape(left.rstrip() if free else left)})")
            parts.append(f"({_mask(left, inserted, right)})")
        return re.compile("".join([*parts, f"({re.escape(folded[-1])})"]))

    @property
    def plain(self) -> str:
        """The folded words without free-standing insertions, unless they say no."""
        words = fold(self.literals[0]).text
        for literal, inserted in zip(self.literals[1:], self.insertions, strict=True):
            right = fold(literal).text
            if _is_attached(words, right) or negates(inserted):
                words += fold(inserted).text + right
            else:
                words = f"{words.rstrip()} {right.lstrip()}".strip()
        return squeeze(words.strip())


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


def _mask(left: str, inserted: str, right: str) -> str:
    """Return the expression for what an insertion may stand for; spaces around it included.

    At the beginning of a word it only changes case, as in `[T]he`: `[un]changed` is no `changed`.
    """
    if _is_attached(left, right):
        begins_word = not (left and is_word_character(left[-1]))
        if begins_word:
            return f"(?i:{re.escape(fold(inserted).text)})"
        return rf"\w{{0,{_LETTERS_MASKED}}}?"
    gap = rf"(?: [^ \n]{{1,40}}?){{0,{_WORDS_MASKED}}}?"
    return gap if left.endswith(" ") else rf"(?:[^ \n]{{1,40}}{gap})?"
