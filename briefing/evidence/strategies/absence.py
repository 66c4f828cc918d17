"""Evidence of absence: words that stand nowhere in a source."""

import re
from collections.abc import Iterator, Sequence

from briefing.evidence.texts.folded import FoldedSource
from briefing.evidence.texts.fragments import squeeze
from briefing.model.core import Span, State
from briefing.model.evidence import Passage
from briefing.text.folding import fold, is_unsegmented

_INFLECTED_FROM = 4
"""Letters from which on a word counts as there when a longer form of it is."""
_ENDING = r"\w{0,3}"
"""What an inflection may add: `cost`, `costs`, `costing`."""


def find_absence(source: FoldedSource, words: Sequence[str]) -> Passage:
    """Look for words that a card says are nowhere in a source, furniture included.

    Case and typography do not matter, and a longer form of a word counts as the word, because
    "nothing is said of costs" is wrong where the source speaks of costing. A phrase has to stand
    in one paragraph.

    Args:
        source: The source.
        words: Words or phrases.

    Returns:
        State `absent` where none is there; else `missing`, with the reason and the remedy.
    """
    for each in words:
        for number, span in places_of(source, each):
            found = source.source.paragraph(number).text[span.start : span.end]
            reason = f"'{found}' is in paragraph {number}"
            remedy = "read it, then drop the word or the claim"
            return Passage(State.MISSING, reason=reason, remedy=remedy)
    return Passage(State.ABSENT, score=100.0)


def places_of(source: FoldedSource, words: str) -> Iterator[tuple[int, Span]]:
    """Yield where words, or longer forms of them, stand in a source, in reading order.

    Args:
        source: The source.
        words: A word or a phrase.

    Yields:
        The 1-based number of the paragraph, and the words in code points of its text.
    """
    for found in _pattern(words).finditer(source.whole):
        for part in source.parts(found.start(), found.end()):
            yield source.source.paragraphs[part.block].number, part.span


def _pattern(words: str) -> re.Pattern[str]:
    """Return what finds words or longer forms of them in folded text."""
    plain = squeeze(fold(words.strip()).text)
    parts = [_inflected(part) for part in plain.split(" ")]
    before = "" if is_unsegmented(plain[:1]) else r"(?<!\w)"
    after = "" if is_unsegmented(plain[-1:]) else r"(?!\w)"
    return re.compile(before + " ".join(parts) + after, re.IGNORECASE)


def _inflected(word: str) -> str:
    takes_ending = word.isalpha() and len(word) >= _INFLECTED_FROM and not is_unsegmented(word[-1])
    return re.escape(word) + (_ENDING if takes_ending else "")
