"""Who holds which office from one meeting to the next, as the cards list them."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from briefing.catalogue.queries.speakers import Office

ChangeKind = Literal["successor", "other office", "joined", "left"]


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
    has changed. An office is the same where role and side are spelled alike, case apart.

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
    by_person = {each.speaker: each for each in old}
    by_office = {_office(each): each for each in old if each.role}
    changes: list[OfficeChange] = []
    replaced: set[str] = set()
    for each in new:
        held = by_office.get(_office(each)) if each.role else None
        same = by_person.get(each.speaker)
        if same is not None:
            if _office(same) != _office(each):
                changes.append(OfficeChange("other office", same, each))
        elif held is not None:
            replaced.add(held.speaker)
            changes.append(OfficeChange("successor", held, each))
        else:
            changes.append(OfficeChange("joined", None, each))
    present = {each.speaker for each in new}
    changes += (
        OfficeChange("left", each, None)
        for each in old
        if each.speaker not in present and each.speaker not in replaced
    )
    return tuple(changes)


def _office(each: Office) -> tuple[str, str]:
    return each.role.casefold(), each.side.casefold()
