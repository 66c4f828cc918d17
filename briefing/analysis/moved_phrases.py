"""Phrases that two meetings share, with the words around them then and now."""

from collections.abc import Iterator
from typing import NamedTuple

from briefing.analysis.compare.comparison import Pair, TopicComparison, compare
from briefing.analysis.compare.statements import Wording
from briefing.analysis.compare.weighing import Counting, uncounted
from briefing.analysis.wording import count_words
from briefing.library.library import Library
from briefing.model.card import Card
from briefing.model.core import Span

_LEAST_WORDS = 2
"""Words that a shared phrase counts as at least: one alone is shared by chance."""


class PhrasePlace(NamedTuple):
    """A phrase at one of the meetings, and the words of the source around it."""

    card: str
    """Id of the card."""
    number: int
    """1-based number of the claim that rests on the words."""
    source: str
    """Id of the source."""
    paragraph: int
    """1-based paragraph."""
    span: Span
    """The phrase, in code points of the paragraph's text."""
    phrase: str
    """The phrase as it stands there."""
    words: str
    """All the words that the claim rests on there."""


class MovedPhrase(NamedTuple):
    """A phrase of both meetings whose words around it are others by now."""

    topic: str
    """Id of the topic."""
    label: str
    earlier: PhrasePlace
    later: PhrasePlace


def moved_phrases(
    earlier: Card, later: Card, library: Library, counted: Counting = uncounted
) -> tuple[MovedPhrase, ...]:
    """Return the phrases that statements of two meetings on one topic share.

    Of each topic it is the longest phrase of the two statements that are most alike, and each pair
    of statements is told once. Statements in the very same words have not moved.

    Args:
        earlier: The card of the earlier meeting, its evidence resolved.
        later: That of the later one.
        library: Where their sources, topics and speakers are.
        counted: Counts words in the library, where that is known.

    Returns:
        Those of the statements that share most first.
    """
    found: list[tuple[float, MovedPhrase]] = []
    told: set[tuple[tuple[str, int], tuple[str, int]]] = set()
    for topic in compare((earlier, later), library, counted).topics:
        for pair, moved in _of_topic(topic):
            key = (pair.earlier.key, pair.later.key)
            if key not in told:
                told.add(key)
                found.append((pair.weight, moved))
                break
    found.sort(key=lambda each: -each[0])
    return tuple(moved for _, moved in found)


def _of_topic(topic: TopicComparison) -> Iterator[tuple[Pair, MovedPhrase]]:
    """Yield pairs of a topic with their longest shared phrase, those most alike first."""
    pairs = [pair for step in topic.steps for pair in step.pairs]
    for pair in sorted(pairs, key=lambda each: -each.likeness):
        old, new = pair.earlier.wording, pair.later.wording
        if old is None or new is None or old.words == new.words:
            continue
        shared = [
            (_place(pair.earlier.key, old, each.earlier), _place(pair.later.key, new, each.later))
            for each in pair.shared
        ]
        shared = [both for both in shared if _is_phrase(both[0].phrase)]
        if shared:
            before, after = max(shared, key=lambda both: len(both[0].phrase))
            yield pair, MovedPhrase(topic.topic, topic.label, before, after)


def _is_phrase(text: str) -> bool:
    """Tell a phrase from a word, and from a name, which is capitalised throughout.

    Where letters have no case nothing tells a name.
    """
    firsts = (word[0] for word in text.split())
    small = any(first.isalpha() and first == first.lower() for first in firsts)
    return small and count_words(text) >= _LEAST_WORDS


def _place(key: tuple[str, int], wording: Wording, span: Span) -> PhrasePlace:
    phrase = wording.text[span.start : span.end]
    return PhrasePlace(*key, wording.source, wording.paragraph, span, phrase, wording.words)
