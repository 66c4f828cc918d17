"""The three-minute brief of a card: what it keeps of the record, and which dates are ahead."""

from typing import NamedTuple

from briefing.language.dates.periods import period_of_due
from briefing.model.card import Card, Item

WORDS_A_MINUTE = 230
"""How fast adults read English non-fiction in silence (Brysbaert 2019, 238 on average)."""


class DateAhead(NamedTuple):
    """A time by which something is to be done."""

    due: str
    """As the card has it: `2025`, `FY2027`, `2023-05`."""
    item: Item


def brief_items(card: Card) -> tuple[Item, ...]:
    """Return the items of a card's brief, its bottom line first.

    Without any key item the bottom line stands alone.
    """
    return (card.bottom_line, *card.key_items)


def dates_ahead(card: Card) -> tuple[DateAhead, ...]:
    """Return what a card sets a time for, the earliest first; the order of reading decides ties.

    A time that was over when the meeting was held is not ahead.
    """
    dated = [DateAhead(item.due, item) for item in card.items if item.due]
    dated = [each for each in dated if is_ahead(each.due, card)]
    return tuple(sorted(dated, key=lambda each: due_order(each.due)))


def is_ahead(due: str, card: Card) -> bool:
    """Return whether the last day of a `due` is not before the meeting of a card.

    A fiscal year may last to the September after it.
    """
    last, _ = due_order(due)
    longer = 366 if due.startswith("FY") else 0
    return not last or last + longer >= card.meeting.date.toordinal()


def due_order(due: str) -> tuple[int, int]:
    """Return a sort key for a `due`: the last day it means, then the first.

    A fiscal year, whose days differ by country, sorts as the calendar year.
    """
    period = period_of_due(due.removeprefix("FY"))
    return (period.last.toordinal(), period.first.toordinal()) if period else (0, 0)


def reading_minutes(words: int) -> float:
    """Return how many minutes a text of so many words takes to read."""
    return words / WORDS_A_MINUTE
