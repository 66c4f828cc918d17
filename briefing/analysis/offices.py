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
    before_of = {each.speaker: each for each in old}
    held = {(each.speaker, _office(each)) for each in new}
    vacated = [each for each in old if each.role and (each.speaker, _office(each)) not in held]
    changes: list[OfficeChange] = []
    for each in new:
        same = before_of.get(each.speaker)
        if same is not None and _office(same) == _office(each):
            continue
        place = next((other for other in vacated if _office(other) == _office(each)), None)
        if place is not None:
            vacated.remove(place)
            changes.append(OfficeChange("successor", place, each))
        if same is not None:
            changes.append(OfficeChange("other office", same, each))
        elif place is None:
            changes.append(OfficeChange("joined", None, each))
    present = {each.speaker for each in new}
    replaced = {c.before.speaker for c in changes if c.kind == "successor" and c.before}
    gone = (each for each in old if each.speaker not in present | replaced)
    return (*changes, *(OfficeChange("left", each, None) for each in gone))


def _office(each: Office) -> tuple[str, str]:
    return each.role.casefold(), each.side.casefold()
