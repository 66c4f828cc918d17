"""Words of a text, and what makes two stretches of text the same words.

Nothing of the program is used here: a judge that folds text as the judged does would share its
faults.
"""

import re
import unicodedata
from functools import cache
from random import Random
from typing import NamedTuple

UNSEGMENTED = frozenset({"ja", "zh"})
"""Languages written without blanks between words."""

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640\u200c\u200d"
_WORD = re.compile(rf"[^\W_][^\W_{_MARKS}]*[\w{_MARKS}]*(?:[’'‐.,/:-][^\W_][\w{_MARKS}]*)*")
_CHUNK = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*|[\u3400-\u9fff々]{1,3}|[ぁ-ゖ]{1,4}|[ァ-ヺー]+")
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’»)\]]*\s|[。！？؟…]|\n")
_SYNTAX = re.compile(r"[\[\]…]|\.\s?\.|[［］〔〕【】]")
_CARRY = frozenset("%‰°$€£¥+=<>")
"""Signs without which a number says something else."""


class Token(NamedTuple):
    """A word and where it stands, in code points."""

    start: int
    end: int
    text: str


class Stretch(NamedTuple):
    """Some words that follow each other in a paragraph."""

    tokens: tuple[Token, ...]
    text: str
    """The text from the first word to the last."""

    @property
    def start(self) -> int:
        """Offset of the first word."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset just past the last word."""
        return self.tokens[-1].end

    def replaced(self, first: int, last: int, by: str) -> str:
        """Return the text with the words from `first` to before `last` replaced."""
        begin, end = self.tokens[first].start - self.start, self.tokens[last - 1].end - self.start
        return self.text[:begin] + by + self.text[end:]


def tokens(text: str, language: str, start: int = 0) -> list[Token]:
    """Return the words of a text; in Japanese and Chinese, short runs of one script.

    Args:
        text: Text of any length.
        language: The two letters of its language.
        start: What is added to every offset.
    """
    pattern = _CHUNK if language in UNSEGMENTED else _WORD
    return [Token(m.start() + start, m.end() + start, m[0]) for m in pattern.finditer(text)]


@cache
def letters(text: str) -> str:
    """Return what two texts of the same words have in common.

    That is letters, digits, marks and the signs of numbers, compatible forms made one, without
    case. Full stops and commas go, so questions about `1.5` and `15` are never judged by this.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LMN" or c in _CARRY)


def unlike(one: str, other: str) -> bool:
    """Whether two words are neither the same nor forms of each other."""
    first, second = letters(one), letters(other)
    return bool(first and second) and first[:3] != second[:3] and first[-4:] != second[-4:]


def stretches(
    paragraph: list[Token], text: str, count: int, *, sentence: bool = True
) -> list[Stretch]:
    """Return the runs of `count` words that a question can be made of.

    Args:
        paragraph: The words of a paragraph.
        text: The whole text that their offsets point into.
        count: How many words.
        sentence: Whether to leave out runs that a sentence or a line ends in.

    Returns:
        Runs without brackets and ellipses, which mean something in a quotation.
    """
    found = []
    for first in range(len(paragraph) - count + 1):
        run = tuple(paragraph[first : first + count])
        words = text[run[0].start : run[-1].end]
        if _SYNTAX.search(words) or (sentence and _SENTENCE_END.search(words)):
            continue
        found.append(Stretch(run, words))
    return found


def pick(random: Random, choices: list[Stretch]) -> Stretch | None:
    """Return one of the runs, or None where there is none."""
    return random.choice(choices) if choices else None
