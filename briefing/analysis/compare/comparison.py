"""Meetings laid beside each other by topic: what is new, what goes on, and what is not there.

Two meetings and a whole series are compared in the same way: a series is its meetings in order,
each beside the last one before it that has the topic. Everything is computed from the cards and
the words they rest on, and says nothing that someone else is made to say.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import chain, pairwise
from typing import NamedTuple

from briefing.analysis.compare.differences import Difference, differences, likeness
from briefing.analysis.compare.features import Features, TopicNames, features_of, stems_of
from briefing.analysis.compare.looking import Looked
from briefing.analysis.compare.pairing import Ground, matched, order_of
from briefing.analysis.compare.shared import SharedPhrase, shared_phrases
from briefing.analysis.compare.statements import Statement, Wording, statements_of
from briefing.analysis.compare.weighing import Counting, uncounted
from briefing.library.library import Library
from briefing.model.card import Card, Participant, QuotedSpeaker, Topic

NO_TOPIC = ""
"""Id that gathers the items filed under no topic."""


class Standing(StrEnum):
    """How a topic is at a meeting, beside the meetings before it."""

    CONTINUED = "continued"
    NEW = "new"
    """On this card, and on no card before it."""
    MISSING = "not in these sources"
    """On a card before it and not on this one, and its names are in none of its sources: no change
    of policy, an article may be silent."""
    SILENT = "not on this card"
    """On a card before it and not on this one, though its sources name it, or could not be read."""


class ComparedMeeting(NamedTuple):
    """A meeting that is compared."""

    card: str
    """Id of the card."""
    title: str
    date: date
    series: str
    status: str
    bottom_line: str
    sources: tuple[str, ...]
    """Ids of the sources the card cites, in reading order."""


@dataclass(frozen=True)
class Pair:
    """Two statements that belong beside each other; their words are compared once that is asked."""

    earlier: Statement
    later: Statement
    likeness: float
    """How much both share of words and topics, from 0 to 1."""
    ground: Ground
    """What they share; empty where they are only the sole statements on their topic."""
    weight: float = 0.0
    """How much they share, the more telling the more; what an author links is beyond measure."""

    @property
    def _wordings(self) -> tuple[Wording, Wording] | None:
        first, second = self.earlier.wording, self.later.wording
        return None if first is None or second is None else (first, second)

    @cached_property
    def same_words(self) -> float | None:
        """How much of the sources' words is the same in the same order, from 0 to 1.

        None where one of them rests on no verified words.
        """
        return likeness(*self._wordings) if self._wordings else None

    @cached_property
    def shared(self) -> tuple[SharedPhrase, ...]:
        """Phrases that are in the words both rest on."""
        return shared_phrases(*self._wordings) if self._wordings else ()

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """These words laid beside each other."""
        return differences(*self._wordings) if self._wordings else ()

    @property
    def change(self) -> str:
        """How the later verb is to the earlier one: `stronger`, `weaker`, `same`.

        Empty where one has no verb, or where one is denied, planned or tentative: such verbs are
        shown and not weighed.
        """
        first, second = self.earlier.verb, self.later.verb
        if first is None or second is None or not (first.plain and second.plain):
            return ""
        if first.strength == second.strength:
            return "same"
        return "stronger" if first.strength < second.strength else "weaker"


class Stage(NamedTuple):
    """A topic at one meeting."""

    card: str
    statements: tuple[Statement, ...]
    told_before: bool | None
    """Whether a meeting before has it; None at the first meeting."""
    looked: Looked | None = None
    """Where the card has nothing: what its sources have of the topic's names."""

    @property
    def standing(self) -> Standing | None:
        """How it is there; None at the first meeting, and before the topic first comes up."""
        if self.told_before is None or not (self.statements or self.told_before):
            return None
        if not self.statements:
            nowhere = self.looked is not None and self.looked.nowhere
            return Standing.MISSING if nowhere else Standing.SILENT
        return Standing.CONTINUED if self.told_before else Standing.NEW


class Step(NamedTuple):
    """From one meeting with a topic to the next one that has it."""

    earlier: str
    """Id of the card."""
    later: str
    pairs: tuple[Pair, ...]
    only_earlier: tuple[Statement, ...]
    """Statements without a counterpart at the later meeting."""
    only_later: tuple[Statement, ...]


class TopicComparison(NamedTuple):
    """One topic through the meetings."""

    topic: str
    """Its id; `NO_TOPIC` for what is filed under none."""
    label: str
    stages: tuple[Stage, ...]
    """One for each meeting."""
    steps: tuple[Step, ...]

    @property
    def standing(self) -> Standing:
        """How it is at the last meeting."""
        return self.stages[-1].standing or Standing.NEW


class Comparison(NamedTuple):
    """Meetings compared by topic."""

    meetings: tuple[ComparedMeeting, ...]
    """At least two, in the order in which they are compared."""
    topics: tuple[TopicComparison, ...]
    """What is continued, then what is new, then what is missing. Topics come first whose statements
    share most from meeting to meeting, and then those that most is told of."""

    def of(self, topics: Iterable[str]) -> "Comparison":
        """Return the same with some topics only, given their ids."""
        wanted = set(topics)
        return self._replace(topics=tuple(t for t in self.topics if t.topic in wanted))


def compare(cards: Sequence[Card], library: Library, counted: Counting = uncounted) -> Comparison:
    """Compare meetings by topic.

    Args:
        cards: At least two cards, their evidence resolved, in the order to compare them.
        library: Where their sources, topics and speakers are.
        counted: Counts words in the library, where that is known: what much of it has is little of
            a ground for a pair.
    """
    said = [statements_of(card, library) for card in cards]
    features = features_of(tuple(chain(*said)), _names_and_offices(cards, library), counted)
    meetings = tuple(map(_meeting, cards))
    held: dict[str, list[list[Statement]]] = {}
    for number, statement in ((n, s) for n, of_card in enumerate(said) for s in of_card):
        for topic in _topics(statement):
            held.setdefault(topic, [[] for _ in cards])[number].append(statement)
    compared = [_topic(each, meetings, some, features, library) for each, some in held.items()]
    return Comparison(meetings, tuple(sorted(compared, key=_order)))


def _order(topic: TopicComparison) -> tuple[int, float, int, str, str]:
    told = sum(len(stage.statements) for stage in topic.stages)
    most = max((pair.weight for step in topic.steps for pair in step.pairs), default=0.0)
    standing = list(Standing).index(topic.standing)
    return standing, -most, -told, topic.label.casefold(), topic.topic


def _topics(statement: Statement) -> tuple[str, ...]:
    return tuple(dict.fromkeys(statement.item.topics)) or (NO_TOPIC,)


def _meeting(card: Card) -> ComparedMeeting:
    sources = dict.fromkeys(piece.source for item in card.items for piece in item.evidence)
    return ComparedMeeting(
        card.id,
        card.title,
        card.meeting.date,
        card.series,
        card.status,
        card.bottom_line.text,
        tuple(sources),
    )


def _names_and_offices(cards: Iterable[Card], library: Library) -> frozenset[str]:
    """Return the stems of what speakers, and the countries that meet, are called."""
    texts: list[str] = []
    for card in cards:
        people: tuple[Participant | QuotedSpeaker, ...] = (*card.participants, *card.quoted)
        texts += [person.role for person in people]
        texts += [person.side for person in card.participants]
        texts += [
            library.speakers[person.speaker].country
            for person in card.participants
            if person.speaker in library.speakers
        ]
        ids = {person.speaker for person in people}
        ids.update(who for item in card.items for who in item.speakers)
        for each in ids & library.speakers.keys():
            speaker = library.speakers[each]
            texts += [speaker.name, *speaker.aliases] if speaker.kind == "person" else []
    return stems_of(texts)


def _topic(
    topic: str,
    meetings: Sequence[ComparedMeeting],
    said: Sequence[Sequence[Statement]],
    features: Features,
    library: Library,
) -> TopicComparison:
    listed = library.topics.get(topic, Topic(topic, topic))
    of_meeting = [tuple(some) for some in said]
    called = tuple(dict.fromkeys(n for n in (listed.label, *listed.aliases) if n.strip()))
    steps = _steps(TopicNames(topic, stems_of([listed.label])), meetings, of_meeting, features)
    stages: list[Stage] = []
    before: bool | None = None
    for meeting, statements in zip(meetings, of_meeting, strict=True):
        looked = None
        if not statements and topic != NO_TOPIC:
            looked = Looked(called, meeting.sources, library)
        stages.append(Stage(meeting.card, statements, before, looked))
        before = bool(before or statements)
    label = listed.label if topic else "No topic"
    return TopicComparison(topic, label, tuple(stages), tuple(steps))


def _steps(
    topic: TopicNames,
    meetings: Sequence[ComparedMeeting],
    said: Sequence[Sequence[Statement]],
    features: Features,
) -> Iterator[Step]:
    """Yield the steps from each meeting that has a topic to the next one that has it."""
    having = [number for number, statements in enumerate(said) if statements]
    for first, second in pairwise(having):
        earlier, later = said[first], said[second]
        matches = matched(earlier, later, topic, features)
        paired = {match.earlier for match in matches}, {match.later for match in matches}
        yield Step(
            meetings[first].card,
            meetings[second].card,
            tuple(
                Pair(earlier[m.earlier], later[m.later], m.likeness, m.ground, order_of(m))
                for m in matches
            ),
            tuple(s for number, s in enumerate(earlier) if number not in paired[0]),
            tuple(s for number, s in enumerate(later) if number not in paired[1]),
        )
