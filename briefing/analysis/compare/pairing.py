"""Which statements of two meetings on one topic are laid beside each other, and on what ground.

What two statements share are the stems of their words and the other topics they are filed under,
the rarer among all statements of both meetings the more: the likeness is their share of all that
both have (the cosine of the two sets, weighted by inverse document frequency, as in Salton and
Buckley 1988). Names and offices of speakers do not count: they say who, not what. The best pair is
taken first, each statement once; what is left over joins its nearest counterpart where that is near
enough. Nothing depends on which meeting is the earlier.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from briefing.analysis.compare.shared import tells, tells_alone
from briefing.analysis.compare.statements import Statement
from briefing.search.language.stems import stem as stem_of
from briefing.search.language.words import tokens

NEAR = 0.09
"""The least likeness of a pair."""
LEAST_SHARED = 2
"""How many words and topics a pair shares at least."""
_DIGITS = 6
"""To how many places likeness is compared: equal sets shall be equal."""
_TOPIC = "topic:"
"""What a feature begins with that is a topic and no stem."""


stem = lru_cache(maxsize=20_000)(stem_of)


class Ground(NamedTuple):
    """What two statements share beside the topic."""

    words: tuple[str, ...] = ()
    """Words of the earlier statement whose stems the later one has too, the most telling first."""
    topics: tuple[str, ...] = ()
    """Ids of other topics that both are filed under."""


class Match(NamedTuple):
    """Two statements that belong beside each other, as indexes into those compared."""

    earlier: int
    later: int
    likeness: float
    """From 0 to 1."""
    ground: Ground


@dataclass(frozen=True, slots=True)
class Features:
    """What statements are compared by."""

    weights: Mapping[str, float]
    """How telling each feature is among the statements of both meetings."""
    of: Mapping[tuple[str, int], Mapping[str, str]]
    """For each statement its features, each with a word that stands for it."""

    def likeness(self, one: Statement, other: Statement, topic: str) -> float:
        """Return how much of two statements on a topic is the same, from 0 to 1."""
        ignored = {_TOPIC + topic}
        first, second = self.of[one.key].keys() - ignored, self.of[other.key].keys() - ignored
        if not first and not second:
            return float(one.text == other.text)
        both = self._weigh(first & second)
        whole = math.sqrt(self._weigh(first) * self._weigh(second))
        return round(both / whole, _DIGITS) if whole else 0.0

    def ground(self, one: Statement, other: Statement, topic: str) -> Ground:
        """Return what two statements on a topic share beside it."""
        shared = (self.of[one.key].keys() & self.of[other.key].keys()) - {_TOPIC + topic}
        ordered = sorted(shared, key=lambda feature: (-self.weights[feature], feature))
        return Ground(
            tuple(self.of[one.key][each] for each in ordered if not each.startswith(_TOPIC)),
            tuple(each.removeprefix(_TOPIC) for each in ordered if each.startswith(_TOPIC)),
        )

    def _weigh(self, features: Iterable[str]) -> float:
        # An exact sum is the same in whatever order a set comes.
        return math.fsum(self.weights[feature] for feature in features)


class TopicNames(NamedTuple):
    """A topic, and the words that tell nothing among statements on it."""

    id: str
    stems: frozenset[str] = frozenset()
    """Stems of its label."""


def stems_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems of all words of some texts."""
    return frozenset(stem(word) for text in texts for word, *_ in tokens(text))


def features_of(statements: Sequence[Statement], ignored: AbstractSet[str]) -> Features:
    """Return what statements are compared by.

    Args:
        statements: All of both meetings.
        ignored: Stems that do not count, such as those of names and offices.
    """
    words = {statement.key: _words(statement, ignored) for statement in statements}
    held = Counter(name for of_statement in words.values() for name in of_statement)
    # What one statement alone has is never shared, and need not be looked up.
    of = {
        statement.key: {
            name: word
            for name, word in words[statement.key].items()
            if held[name] == 1 or tells_alone(word.casefold(), _language(statement))
        }
        | {_TOPIC + topic: topic for topic in statement.item.topics}
        for statement in statements
    }
    count = Counter(name for statement in statements for name in of[statement.key])
    most = len(statements) + 1
    return Features({name: math.log(most / number) for name, number in count.items()}, of)


def matched(
    earlier: Sequence[Statement], later: Sequence[Statement], topic: TopicNames, features: Features
) -> tuple[Match, ...]:
    """Return which statements on a topic belong beside each other.

    Where none are near and each side has but one, these two are laid beside each other all the
    same: the topic is what they have in common.

    Args:
        earlier: Those of the earlier meeting.
        later: Those of the later one.
        topic: The topic.
        features: What all statements of both meetings are compared by.

    Returns:
        The pairs in the order of the earlier statements and then of the later ones.
    """
    near = _near(earlier, later, topic, features)
    once: list[tuple[int, int]] = []
    for i, j in near:
        if all(i != a and j != b for a, b in once):
            once.append((i, j))
    pairs = list(once)
    for i, j in near:
        # The nearest come first: what is still alone joins a statement that has its partner.
        alone = all(i != a for a, _ in pairs) != all(j != b for _, b in pairs)
        if alone and any(i == a or j == b for a, b in once):
            pairs.append((i, j))
    return tuple(
        Match(
            i,
            j,
            features.likeness(earlier[i], later[j], topic.id),
            features.ground(earlier[i], later[j], topic.id),
        )
        for i, j in sorted(pairs or _only_ones(earlier, later))
    )


def _only_ones(earlier: Sequence[Statement], later: Sequence[Statement]) -> list[tuple[int, int]]:
    """Return the only statements of both sides, if each has one, questions aside."""
    first = [i for i, one in enumerate(earlier) if not one.is_question]
    second = [j for j, one in enumerate(later) if not one.is_question]
    return [(first[0], second[0])] if len(first) == len(second) == 1 else []


def _near(
    earlier: Sequence[Statement], later: Sequence[Statement], topic: TopicNames, features: Features
) -> list[tuple[int, int]]:
    """Return all pairs that are near enough, the nearest first, whichever side comes first."""
    found: list[tuple[tuple[float, bool, int, list[str]], int, int]] = []
    for i, one in enumerate(earlier):
        for j, other in enumerate(later):
            # A question of ours answers to no statement.
            if one.is_question != other.is_question:
                continue
            likeness = features.likeness(one, other, topic.id)
            ground = features.ground(one, other, topic.id)
            if one.text == other.text or (likeness >= NEAR and _is_ground(ground, topic)):
                texts = sorted((one.text, other.text))
                found.append(((-likeness, one.text != other.text, i + j, texts), i, j))
    found.sort()
    return [(i, j) for _, i, j in found]


def _is_ground(ground: Ground, topic: TopicNames) -> bool:
    """Whether what two statements share is more than the topic's name and chance."""
    own = any(stems_of([word]) - topic.stems for word in ground.words)
    return own and len(ground.words) + len(ground.topics) >= LEAST_SHARED


def _words(statement: Statement, ignored: AbstractSet[str]) -> dict[str, str]:
    """Return the words of a statement that tell something, by their stems."""
    language = _language(statement)
    text = f"{statement.text}\n{statement.wording.words if statement.wording else ''}"
    found: dict[str, str] = {}
    for word, start, end, _ in tokens(text):
        if stem(word) not in ignored and (tells(word, language) or not word.isascii()):
            found.setdefault(stem(word), text[start:end])
    return found


def _language(statement: Statement) -> str:
    return statement.wording.language if statement.wording else "en"
