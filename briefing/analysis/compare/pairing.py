"""Which statements of two meetings on one topic are laid beside each other, and on what ground.

What two statements share are the stems of their words and the other topics they are filed under,
the rarer among all statements of both meetings the more: the likeness is their share of all that
both have (the cosine of the two sets, weighted by inverse document frequency, as in Salton and
Buckley 1988). Names and offices of speakers, and the countries that meet, do not count: they say
who, not what. The best pair is taken first, each statement once; what is left over joins its
nearest counterpart where that is near enough. Nothing depends on which meeting is the earlier, and
the time grows with the number of pairs there may be.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from briefing.analysis.compare.statements import Statement
from briefing.analysis.wording import tells, tells_alone
from briefing.evidence.texts.tokens import listed
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
_OF_ANY_MEETING = frozenset(
    map(
        stem,
        listed(
            """
            concern continue cooperate cooperation deepen effort enhance importance
            important issue promote reaffirm role seek serious step strengthen stress support
            welcome work
            """
        ),
    )
)
"""Stems of words that the account of any meeting has: alone they are no ground for a pair."""


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
        ignored = _TOPIC + topic
        first, second = self._told(one, ignored), self._told(other, ignored)
        if not first and not second:
            return float(one.text == other.text)
        both = self._weigh(self.of[one.key].keys() & self.of[other.key].keys() - {ignored})
        return round(both / math.sqrt(first * second), _DIGITS) if first and second else 0.0

    def ground(self, one: Statement, other: Statement, topic: str) -> Ground:
        """Return what two statements on a topic share beside it."""
        shared = (self.of[one.key].keys() & self.of[other.key].keys()) - {_TOPIC + topic}
        ordered = sorted(shared, key=lambda feature: (-self.weights[feature], feature))
        return Ground(
            tuple(self.of[one.key][each] for each in ordered if not each.startswith(_TOPIC)),
            tuple(each.removeprefix(_TOPIC) for each in ordered if each.startswith(_TOPIC)),
        )

    def is_ground(self, one: Statement, other: Statement, topic: TopicNames) -> bool:
        """Whether what two statements share is more than the topic's name and chance.

        It takes two words or topics, one of them a word that not any meeting has, and together
        they have to be as telling as a word that no third statement has.
        """
        shared = (self.of[one.key].keys() & self.of[other.key].keys()) - {_TOPIC + topic.id}
        own = {each for each in shared if not each.startswith(_TOPIC)} - topic.stems
        telling = bool(own - _OF_ANY_MEETING) and len(shared) >= LEAST_SHARED
        return telling and round(self._weigh(shared) - self.least, _DIGITS) >= 0

    def _told(self, statement: Statement, ignored: str) -> float:
        """Return the weight of all that a statement has beside the topic."""
        own = ignored in self.of[statement.key]
        return self.whole[statement.key] - (self.weights[ignored] if own else 0.0)

    def _weigh(self, features: Iterable[str]) -> float:
        # An exact sum is the same in whatever order a set comes.
        return math.fsum(self.weights[feature] for feature in features)


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
    weights = {name: math.log(most / number) for name, number in count.items()}
    whole = {key: math.fsum(weights[name] for name in own) for key, own in of.items()}
    return Features(weights, of, whole, math.log(most / 2))


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
    first, second = set[int](), set[int]()
    for i, j in near:
        if i not in first and j not in second:
            once.append((i, j))
            first.add(i)
            second.add(j)
    pairs = list(once)
    paired = frozenset(first), frozenset(second)
    for i, j in near:
        # The nearest come first: what is still alone joins a statement that has its partner.
        if (i in first) != (j in second) and (i in paired[0] or j in paired[1]):
            pairs.append((i, j))
            first.add(i)
            second.add(j)
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
            same = one.text == other.text
            if same or (likeness >= NEAR and features.is_ground(one, other, topic)):
                texts = sorted((one.text, other.text))
                found.append(((-likeness, not same, i + j, texts), i, j))
    found.sort()
    return [(i, j) for _, i, j in found]


def _words(statement: Statement, ignored: AbstractSet[str]) -> dict[str, str]:
    """Return the words of a statement that tell something, by their stems."""
    text = f"{statement.text}\n{statement.wording.words if statement.wording else ''}"
    telling = _telling_words(text, _language(statement))
    return {name: word for name, word in telling.items() if name not in ignored}


@lru_cache(maxsize=4096)
def _telling_words(text: str, language: str) -> Mapping[str, str]:
    """Return the words of a text that tell something, by their stems, as each is there first."""
    found: dict[str, str] = {}
    for word, start, end, _ in tokens(text):
        if tells(word, language) or not word.isascii():
            found.setdefault(stem(word), text[start:end])
    return found


def _language(statement: Statement) -> str:
    return statement.wording.language if statement.wording else "en"
