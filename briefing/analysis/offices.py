"""Who holds which office from one meeting to the next, as the cards list them.

Two cards seldom word an office alike: `Foreign Minister`, `minister of foreign affairs`, `Japan's
Foreign Minister`. To say that somebody has another one is a claim, and is made only where the words
bear it out: where one wording has all words of the other, only a rank in what is over (`deputy`,
`prime`) makes another office of it. To say that somebody succeeds another takes the same words.
"""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from briefing.catalogue.queries.speakers import Office
from briefing.evidence.sense.checks import is_function_word
from briefing.evidence.texts.tokens import listed
from briefing.search.language.stems import base
from briefing.search.language.words import asked_words

ChangeKind = Literal["successor", "other office", "joined", "left"]

_RANKS: Final = frozenset(
    map(
        base,
        listed(
            """
        acting assistant associate chief deputy elect ex former interim junior prime second
        senior shadow under vice
        """
        ),
    )
)
"""What makes another office of one that is worded alike besides."""
_EMPTY: Final = frozenset(map(base, ("affairs", "matters")))
"""Words that say nothing in an office."""
_AMERICAN: Final = (("defence", "defense"), ("labour", "labor"), ("programme", "program"))


class OfficeChange(NamedTuple):
    """What differs between the participants of two meetings."""

    kind: ChangeKind
    """`successor`: another person in the same office; `other office`: the same person in another;
    `joined` and `left`: listed at one of the meetings only, in an office nobody else has there."""
    before: Office | None
    """As the earlier card lists it."""
    after: Office | None
    """As the later card lists it."""


def office_changes(before: Sequence[Office], after: Sequence[Office]) -> tuple[OfficeChange, ...]:
    """Return what differs between the participants of two meetings.

    Whoever is quoted without taking part does not count, and without an earlier meeting nothing
    has changed. Where a card names no office or no side, nothing is known to have changed.

    Args:
        before: Who is listed at the earlier meeting, in the order of its card.
        after: Who is listed at the later one.

    Returns:
        In the order of the later card, then those who are listed no more.
    """
    old = [each for each in before if each.part == "participant"]
    new = [each for each in after if each.part == "participant"]
    if not old:
        return ()
    before_of = {each.speaker: each for each in old}
    after_of = {each.speaker: each for each in new}
    vacated = [each for each in old if each.role and _leaves(each, after_of.get(each.speaker))]
    changes: list[OfficeChange] = []
    for each in new:
        same = before_of.get(each.speaker)
        if same is not None and not _leaves(same, each):
            continue
        place = next((other for other in vacated if _key(other) == _key(each)), None)
        if place is not None:
            vacated.remove(place)
            changes.append(OfficeChange("successor", place, each))
        if same is not None:
            changes.append(OfficeChange("other office", same, each))
        elif place is None:
            changes.append(OfficeChange("joined", None, each))
    replaced = {c.before.speaker for c in changes if c.kind == "successor" and c.before}
    gone = (each for each in old if each.speaker not in after_of.keys() | replaced)
    return (*changes, *(OfficeChange("left", each, None) for each in gone))


def _leaves(before: Office, after: Office | None) -> bool:
    """Whether whoever held an office is listed no more, or in another one."""
    if after is None:
        return True
    (role, side), (next_role, next_side) = _key(before), _key(after)
    if side and next_side and side != next_side:
        return True
    if not (role and next_role):
        return False
    over = role ^ next_role
    return not (role <= next_role or next_role <= role) or not over.isdisjoint(_RANKS)


def _key(office: Office) -> tuple[frozenset[str], str]:
    """Return the telling words of an office in their bases, and the side it is on.

    `United States` is the same side as `U.S.`.
    """
    side = asked_words(office.side)
    words = [word for word in asked_words(_american(office.role)) if word not in side]
    telling = frozenset(base(word) for word in words if not is_function_word(word, "en"))
    initials = "".join(word[0] for word in side) if len(side) > 1 else "".join(side)
    return telling - _EMPTY, initials


def _american(text: str) -> str:
    """Return a text in small letters and in one spelling."""
    text = text.casefold()
    for british, american in _AMERICAN:
        text = text.replace(british, american)
    return text
