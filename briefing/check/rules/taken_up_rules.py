"""Rules about items that take up what an earlier meeting said."""

from collections.abc import Iterator

from briefing.check.findings import place_of, warning
from briefing.errors import CardError, Problem
from briefing.library.library import Library
from briefing.model.card import Card, Item, ItemLink
from briefing.model.meeting_order import moment_of
from briefing.text.suggest import did_you_mean


def follows_nothing(card: Card, library: Library) -> Iterator[Problem]:
    """Find items that follow what is not there, or what no earlier meeting said.

    Where the other card cannot be read, nothing is known of its items.
    """
    for item in card.items:
        if item.follows is None:
            continue
        try:
            other = library.card(item.follows.card)
        except CardError:
            continue
        if other.item(item.follows.item) is None:
            yield _unknown_item(card, item, item.follows, other)
        elif not _held_before(other, card):
            yield warning(
                "follows-no-earlier",
                item.follows.place or place_of(card, item),
                f"'follows' names {item.follows.card}, which is no earlier meeting than this one",
                "name what this item takes up, or remove 'follows'",
            )


def _unknown_item(card: Card, item: Item, link: ItemLink, other: Card) -> Problem:
    hint = f"'briefing show {other.id} --json' gives the ids of its items"
    return Problem(
        "error",
        "unknown-item",
        link.place or place_of(card, item),
        f"{other.id} has no item '{link.item}'",
        did_you_mean(link.item, [each.id for each in other.items], hint),
    )


def _held_before(other: Card, card: Card) -> bool:
    if other.id == card.id:
        return False
    before, now = other.meeting, card.meeting
    day, this_day = (before.date, before.sequence), (now.date, now.sequence)
    if day == this_day and not (before.time and now.time):
        return True  # nothing tells which of them was first
    return moment_of(before) <= moment_of(now)
