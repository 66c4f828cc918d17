"""Which statements of two meetings on one topic are laid beside each other, and on what ground.

The best pair is taken first, each statement once; what is left over joins its nearest counterpart
where that is near enough (`features.py`). What authors say goes before what is counted: a statement
that takes up another one is laid beside it first of all, and those that the cards lead with on a
topic are, where one of them is still alone. Nothing depends on which meeting is the earlier, and
the time grows with the number of pairs there may be.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from briefing.analysis.compare.features import DIGITS, TOPIC, Features, TopicNames, is_word
from briefing.analysis.compare.statements import Statement
from briefing.analysis.compare.weighing import is_told

NEAR = 0.09
"""The least likeness of a pair."""


class Ground(NamedTuple):
    """What two statements share beside the topic."""

    words: tuple[str, ...] = ()
    """Words of the earlier statement whose stems the later one has too, the most telling first;
    without those of any meeting."""
    topics: tuple[str, ...] = ()
    """Ids of other topics that both are filed under."""
    follows: bool = False
    """Whether the author of one says that it takes up the other."""
    lead: bool = False
    """Whether they share nothing that tells, and are what their cards lead with on the topic."""


class Match(NamedTuple):
    """Two statements that belong beside each other, as indexes into those compared."""

    earlier: int
    later: int
    likeness: float
    """From 0 to 1."""
    ground: Ground
    weight: float
    """How much they share, whatever else they have; the more telling, the more."""


def takes_up(one: Statement, other: Statement) -> bool:
    """Whether the author of one of two statements says that it takes up the other."""
    return any(
        link is not None and (link.card, link.item) == (of.card, of.item.id)
        for link, of in ((one.item.follows, other), (other.item.follows, one))
    )


def matched(
    earlier: Sequence[Statement], later: Sequence[Statement], topic: TopicNames, features: Features
) -> tuple[Match, ...]:
    """Return which statements on a topic belong beside each other.

    Those that both cards lead with are laid beside each other also where they share nothing that
    tells: the topic is what they have in common.

    Args:
        earlier: Those of the earlier meeting.
        later: Those of the later one.
        topic: The topic.
        features: What all statements of both meetings are compared by.

    Returns:
        The pairs that share most first, each followed by those that join one of its statements.
    """
    groups = _groups(_near(earlier, later, topic, features))
    found = [
        [_match(earlier[i], later[j], i, j, topic, features) for i, j in group] for group in groups
    ]
    found.sort(key=lambda group: (-order_of(group[0]), group[0].earlier, group[0].later))
    _join_leads(found, earlier, later, topic, features)
    return tuple(each for group in found for each in group)


def _groups(near: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return the pairs that are taken, each with those that join one of its statements.

    Args:
        near: Pairs that are near enough, the nearest first.
    """
    groups: dict[tuple[int, int], list[tuple[int, int]]] = {}
    first, second = dict[int, tuple[int, int]](), dict[int, tuple[int, int]]()
    for i, j in near:
        if i not in first and j not in second:
            groups[i, j] = [(i, j)]
            first[i] = second[j] = (i, j)
    joining = set(first), set(second)
    for i, j in near:
        # The nearest come first: what is still alone joins a statement that has its partner.
        if i in first and j not in joining[1]:
            groups[first[i]].append((i, j))
            joining[1].add(j)
        elif j in second and i not in joining[0]:
            groups[second[j]].append((i, j))
            joining[0].add(i)
    return list(groups.values())


def _match(
    one: Statement, other: Statement, i: int, j: int, topic: TopicNames, features: Features
) -> Match:
    likeness = features.likeness(one, other, topic.id)
    ground = _ground(one, other, topic, features)
    return Match(i, j, likeness, ground, features.weight(one, other, topic))


def _ground(one: Statement, other: Statement, topic: TopicNames, features: Features) -> Ground:
    """Return what two statements on a topic share beside it, the most telling first."""
    shared = features.shared(one, other, topic.id)
    ordered = sorted(shared, key=lambda feature: (-features.weights[feature], feature))
    return Ground(
        tuple(features.of[one.key][each] for each in ordered if is_word(each) and is_told(each)),
        tuple(each.removeprefix(TOPIC) for each in ordered if each.startswith(TOPIC)),
        takes_up(one, other),
    )


def _join_leads(
    groups: list[list[Match]],
    earlier: Sequence[Statement],
    later: Sequence[Statement],
    topic: TopicNames,
    features: Features,
) -> None:
    """Lay beside each other what both cards lead with, where one of them is still alone.

    Args:
        groups: The pairs there are, each with those that join it; this one is added.
        earlier: The statements of the earlier meeting.
        later: Those of the later one.
        topic: The topic.
        features: What all statements are compared by.
    """
    i, j = _lead(earlier), _lead(later)
    if i is None or j is None:
        return
    of_first = [group for group in groups if any(each.earlier == i for each in group)]
    of_second = [group for group in groups if any(each.later == j for each in group)]
    if of_first and of_second:
        return
    likeness = features.likeness(earlier[i], later[j], topic.id)
    match = Match(i, j, likeness, Ground(lead=True), 0.0)
    for group in (*of_first, *of_second):
        group.append(match)
    if not (of_first or of_second):
        groups.append([match])


def order_of(match: Match) -> float:
    """Return what a pair is ordered by: how much it shares, what an author links before all."""
    return math.inf if match.ground.follows else round(match.weight, DIGITS)


def _lead(statements: Sequence[Statement]) -> int | None:
    """Return the statement that a card leads with on a topic: its first key one, or its only one.

    An open question states nothing.
    """
    stated = [number for number, each in enumerate(statements) if not each.is_question]
    keys = [number for number in stated if statements[number].item.key]
    return next(iter(keys), stated[0] if len(stated) == 1 else None)


def _near(
    earlier: Sequence[Statement], later: Sequence[Statement], topic: TopicNames, features: Features
) -> list[tuple[int, int]]:
    """Return all pairs that are near enough, the nearest first, whichever side comes first."""
    found: list[tuple[tuple[bool, float, bool, int, list[str]], int, int]] = []
    for i, one in enumerate(earlier):
        for j, other in enumerate(later):
            # A question of ours answers to no statement.
            if one.is_question != other.is_question:
                continue
            likeness = features.likeness(one, other, topic.id)
            linked, same = takes_up(one, other), one.text == other.text
            near = likeness >= NEAR and features.is_ground(one, other, topic)
            if linked or same or near:
                texts = sorted((one.text, other.text))
                found.append(((not linked, -likeness, not same, i + j, texts), i, j))
    found.sort()
    return [(i, j) for _, i, j in found]
