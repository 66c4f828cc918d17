"""The list of meetings, newest first, with the sections of the open one under it."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.output.wording import count
from briefing.tui.content.line import BETWEEN, join, shown, unbroken
from briefing.tui.lineview.blocks import Block, Mark, Run

if TYPE_CHECKING:
    from briefing.catalogue.db.rows import MeetingRow
    from briefing.errors import CardError
    from briefing.library.library import Library
    from briefing.model.card import Card

_MONTHS = tuple(f"{date(2000, month, 1):%b}" for month in range(1, 13))


class MeetingLine(NamedTuple):
    """What the list says of one meeting."""

    card: str
    """Id of the card."""
    title: str
    day: date | None = None
    end: date | None = None
    """The last day, of a meeting of several days."""
    place: str = ""
    items: int = 0
    """How many items the card has beside its bottom line.

    Where it is broken: how many errors, if they were counted.
    """
    state: str = ""
    """A word that needs saying: `draft`, `superseded` or `broken`."""

    @classmethod
    def of(cls, card: "Card") -> "MeetingLine":
        """Describe a card."""
        state = "" if card.status == "reviewed" else card.status
        meeting = card.meeting
        items = len(card.items) - 1
        return cls(card.id, card.title, meeting.date, meeting.end, meeting.place, items, state)

    @classmethod
    def of_row(cls, row: "MeetingRow") -> "MeetingLine":
        """Describe a card as the catalogue knows it."""
        if row.broken:
            return cls(row.card, row.card, state="broken")
        state = "" if row.status == "reviewed" else row.status
        return cls(row.card, row.title, row.date, row.end, row.place, row.claims, state)

    @classmethod
    def of_broken(cls, card_id: str, error: "CardError") -> "MeetingLine":
        """Describe a card that cannot be read; it stays in the list and opens on its errors."""
        return cls(card_id, card_id, items=len(error.problems), state="broken")


def meeting_lines(library: "Library") -> tuple[MeetingLine, ...]:
    """Describe all cards of a library, newest meeting first, and after them the broken ones.

    Every card is read for it.
    """
    readable = map(MeetingLine.of, library.cards())
    broken = (MeetingLine.of_broken(name, error) for name, error in library.broken.items())
    return (*readable, *broken)


class OutlinePage(NamedTuple):
    """The list laid out."""

    blocks: tuple[Block, ...]
    targets: dict[int, tuple[str, int | None]]
    """Card id and section index, None for the card itself, by block index."""
    places: dict[tuple[str, int | None], int]
    """The same the other way round."""

    def block_of(self, card_id: str, section: int | None) -> int | None:
        """Return the block that stands for a card or one of its sections."""
        return self.places.get((card_id, section))


NO_MEETINGS = OutlinePage((), {}, {})
"""The list before it is known."""


def outline_page(
    meetings: Sequence[MeetingLine], open_card: str, sections: Sequence[tuple[str, int]]
) -> OutlinePage:
    """Lay out the list.

    Args:
        meetings: The meetings, in the order of the list.
        open_card: Id of the card whose sections are shown.
        sections: Title of each of its sections and how many items it has.
    """
    blocks: list[Block] = []
    targets: dict[int, tuple[str, int | None]] = {}
    for meeting in meetings:
        is_open = meeting.card == open_card
        targets[len(blocks)] = (meeting.card, None)
        sections_here = sections if is_open else ()
        blocks += _meeting(meeting, is_open, bool(sections_here))
        for number, (title, items) in enumerate(sections_here):
            targets[len(blocks)] = (meeting.card, number)
            last = number == len(sections_here) - 1
            blocks.append(_section(number, title, items, last=last))
    places = {target: block for block, target in targets.items()}
    return OutlinePage(tuple(blocks), targets, places)


@lru_cache(maxsize=1 << 15)  # the list is laid out again for every card that is opened
def _meeting(meeting: MeetingLine, is_open: bool, tight: bool) -> tuple[Block, Block]:
    broken = meeting.state == "broken"
    facts = [
        meeting.state,
        _days(meeting.day, meeting.end) if meeting.day else "",
        shown(meeting.place),
        unbroken(count(meeting.items, "error" if broken else "item")) if meeting.items else "",
    ]
    state = Mark(0, len(meeting.state), "missing" if broken else "caution")
    lead = Run("▾ " if is_open else "▸ ", "quiet")
    return (
        Block(shown(meeting.title), "heading" if is_open else "", lead=lead, stop=True),
        Block(
            BETWEEN.join(filter(None, facts)),
            "quiet",
            (state,) if meeting.state else (),
            indent=2,
            attached=True,
            space_after=not tight,
        ),
    )


def _days(day: date, end: date | None) -> str:
    """Return a date, or two, of which each stays on one line.

    Made without `strftime`, for there are many.
    """
    if end is None:
        return f"{day.day}\u00a0{_MONTHS[day.month - 1]}\u00a0{day.year}"
    if (day.year, day.month) == (end.year, end.month):
        return f"{day.day}–{_days(end, None)}"
    return f"{_days(day, None)} – {_days(end, None)}"


def _section(number: int, title: str, items: int, *, last: bool) -> Block:
    line = join([title, Run(str(items), "quiet")], "  ")
    lead = Run(f"{number + 1} " if number < 9 else "  ", "quiet")
    return Block(line.text, "", line.marks, 2, lead, stop=True, space_after=last)
