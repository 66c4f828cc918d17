"""What statements are compared by: words, words side by side and topics, and how telling each is.

What two statements share are the stems of their words, telling words side by side, and the other
topics they are filed under. Each counts the more the rarer it is among the statements of all
meetings compared, and less where any meeting, any text or much of the library has it
(`weighing.py`): the likeness is the share of all that both have (the cosine of the two sets,
weighted by inverse document frequency, as in Salton and Buckley 1988). Names and offices of
speakers, and the countries that meet, do not count: they say who, not what.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from statistics import fmean
from typing import NamedTuple

from briefing.analysis.compare.statements import Statement
from briefing.analysis.compare.weighing import Counting, is_told, rarity_in, uncounted, worth
from briefing.analysis.wording import tells, tells_alone
from briefing.evidence.sense.checks import is_function_word
from briefing.search.language.case_folding import fold
from briefing.search.language.stems import stem as stem_of
from briefing.search.language.words import tokens

LEAST_SHARED = 2
"""How many words and topics a pair shares at least."""
DIGITS = 6
"""To how many places likeness is compared: equal sets shall be equal."""
TOPIC = "topic:"
"""What a feature begins with that is a topic and no stem."""
_PHRASE = "phrase:"
"""What a feature begins with that is two stems side by side."""
_STOPS = frozenset(".;:!?…\n。；！？")
"""Signs that no phrase goes across."""


stem = lru_cache(maxsize=20_000)(stem_of)


class TopicNames(NamedTuple):
    """A topic, and the words that tell nothing among statements on it."""

    id: str
    stems: frozenset[str] = frozenset()
    """Stems of its label."""


@dataclass(frozen=True, slots=True)
class Features:
    """What statements are compared by."""

    weights: Mapping[str, float]
    """How telling each feature is among the statements of both meetings."""
    of: Mapping[tuple[str, int], Mapping[str, str]]
    """For each statement its features, each with a word that stands for it."""
    whole: Mapping[tuple[str, int], float]
    """For each statement the weight of all its features."""
    least: float
    """How telling what a pair shares is at least: as a word that only these two have."""

    def likeness(self, one: Statement, other: Statement, topic: str) -> float:
        """Return how much of two statements on a topic is the same, from 0 to 1."""
        ignored = TOPIC + topic
        first, second = self._told(one, ignored), self._told(other, ignored)
        if not first and not second:
            return float(one.text == other.text)
        both = self._weigh(self.of[one.key].keys() & self.of[other.key].keys() - {ignored})
        return round(both / math.sqrt(first * second), DIGITS) if first and second else 0.0

    def shared(self, one: Statement, other: Statement, topic: str) -> AbstractSet[str]:
        """Return the features that two statements on a topic share beside it."""
        return (self.of[one.key].keys() & self.of[other.key].keys()) - {TOPIC + topic}

    def weight(self, one: Statement, other: Statement, topic: TopicNames) -> float:
        """Return how much two statements on a topic share beside it and its name."""
        return self._weigh(self.shared(one, other, topic.id) - topic.stems)

    def is_ground(self, one: Statement, other: Statement, topic: TopicNames) -> bool:
        """Whether what two statements share is more than the topic's name and chance.

        It takes two words or topics, those of any meeting apart, and one of them is a word that
        tells all of its rarity. Together they have to be as telling as a word that no third
        statement has.
        """
        shared = self.shared(one, other, topic.id)
        plain = {each for each in shared if not each.startswith(_PHRASE) and is_told(each)}
        own = {each for each in plain if is_word(each)} - topic.stems
        telling = any(worth(each) == 1 for each in own) and len(plain) >= LEAST_SHARED
        return telling and round(self._weigh(shared) - self.least, DIGITS) >= 0

    def _told(self, statement: Statement, ignored: str) -> float:
        """Return the weight of all that a statement has beside the topic."""
        own = ignored in self.of[statement.key]
        return self.whole[statement.key] - (self.weights[ignored] if own else 0.0)

    def _weigh(self, features: Iterable[str]) -> float:
        # An exact sum is the same in whatever order a set comes.
        return math.fsum(self.weights[feature] for feature in features)


def is_word(feature: str) -> bool:
    """Whether a feature is the stem of a word."""
    return not feature.startswith((TOPIC, _PHRASE))


def stems_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems of all words of some texts."""
    return frozenset(stem(word) for text in texts for word, *_ in tokens(text))


def features_of(
    statements: Sequence[Statement],
    ignored: AbstractSet[str],
    counted: Counting = uncounted,
) -> Features:
    """Return what statements are compared by.

    Args:
        statements: All of both meetings.
        ignored: Stems that do not count, such as those of names and offices.
        counted: Counts words in the library, where that is known.
    """
    words = {statement.key: _words(statement, ignored) for statement in statements}
    held = Counter(name for of_statement in words.values() for name in of_statement)
    # What one statement alone has is never shared, and need not be looked up.
    of = {
        statement.key: {
            name: word
            for name, word in words[statement.key].items()
            if (not name.startswith(_PHRASE) and held[name] == 1)
            or (held[name] > 1 and _tells_alone(name, word, statement))
        }
        | {TOPIC + topic: topic for topic in statement.item.topics}
        for statement in statements
    }
    weights = _weights(of, counted)
    whole = {key: math.fsum(weights[name] for name in own) for key, own in of.items()}
    return Features(weights, of, whole, math.log((len(statements) + 1) / 2))


def _weights(
    of: Mapping[tuple[str, int], Mapping[str, str]], counted: Counting
) -> dict[str, float]:
    """Return how telling each feature of some statements is."""
    count = Counter(name for own in of.values() for name in own)
    weights = {name: math.log((len(of) + 1) / number) for name, number in count.items()}
    forms: dict[str, set[str]] = {}
    for name, word in (pair for own in of.values() for pair in own.items()):
        if count[name] > 1 and not name.startswith(TOPIC):
            forms.setdefault(name, set()).add(fold(word))
    words = [word for name, some in forms.items() if is_word(name) for word in some]
    library = counted(words)
    for name, some in forms.items():
        if is_word(name):
            weights[name] *= worth(name) * rarity_in(library, some, len(of))
        else:
            weights[name] *= fmean(map(worth, name.removeprefix(_PHRASE).split()))
    return weights


def _tells_alone(name: str, word: str, statement: Statement) -> bool:
    return name.startswith(_PHRASE) or tells_alone(word.casefold(), _language(statement))


def _words(statement: Statement, ignored: AbstractSet[str]) -> dict[str, str]:
    """Return the words of a statement that tell something, by their stems, and its phrases."""
    text = f"{statement.text}\n{statement.wording.words if statement.wording else ''}"
    telling, phrases = _telling_words(text, _language(statement))
    kept = {name: word for name, word in telling.items() if name not in ignored}
    kept.update(
        (f"{_PHRASE}{one} {other}", f"{one} {other}")
        for one, other in phrases
        if one not in ignored and other not in ignored
    )
    return kept


@lru_cache(maxsize=4096)
def _telling_words(
    text: str, language: str
) -> tuple[Mapping[str, str], AbstractSet[tuple[str, str]]]:
    """Return the words of a text that tell something, and which are side by side.

    The words are given by their stems, as each is there first. Nothing but words that only lead to
    others, and commas, is between two that are side by side.
    """
    found: dict[str, str] = {}
    phrases: set[tuple[str, str]] = set()
    before, end = "", 0
    for word, start, stop, _ in tokens(text):
        if not _STOPS.isdisjoint(text[end:start]):
            before = ""
        end = stop
        if tells(word, language) or not word.isascii():
            here = stem(word)
            found.setdefault(here, text[start:stop])
            if before and before != here:
                phrases.add((before, here))
            before = here
        elif not is_function_word(word, language):
            before = ""
    return found, phrases


def _language(statement: Statement) -> str:
    return statement.wording.language if statement.wording else "en"
