"""The list of meetings, newest first, with the sections of the open one under it."""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, overload

from briefing.model.meeting_order import moment_of
from briefing.output.wording import count
from briefing.tui.content.line import BETWEEN, join, shown, unbroken
from briefing.tui.lineview.blocks import Block, MadeBlocks, Mark, Run
from briefing.tui.lineview.wrapping import count_lines

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
    moment: int = 0
    """When it was, as `briefing.model.meeting_order` counts moments."""

    @classmethod
    def of(cls, card: "Card") -> "MeetingLine":
        """Describe a card."""
        state = "" if card.status == "reviewed" else card.status
        meeting = card.meeting
        items = len(card.items) - 1
        held = moment_of(meeting)
        return cls(
            card.id, card.title, meeting.date, meeting.end, meeting.place, items, state, held
        )

    @classmethod
    def of_row(cls, row: "MeetingRow") -> "MeetingLine":
        """Describe a card as the catalogue knows it."""
        if row.broken:
            return cls(row.card, row.card, state="broken")
        state = "" if row.status == "reviewed" else row.status
        return cls(row.card, row.title, row.date, row.end, row.place, row.claims, state, row.held)

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


class OutlineBlocks(MadeBlocks):
    """Two blocks for each meeting, and one for each section of the open one behind its own.

    There may be ten thousand meetings, of which a screenful is looked at.

    Args:
        meetings: The meetings, in the order of the list.
        place: Place of the open one among them; None where it is not listed.
        sections: Title of each of its sections and how many items it has.
    """

    def __init__(
        self,
        meetings: Sequence[MeetingLine],
        place: int | None,
        sections: Sequence[tuple[str, int]],
    ) -> None:
        self.meetings = meetings
        self.place = place
        self.sections = () if place is None else sections
        self.first_section = len(meetings) * 2 if place is None else place * 2 + 2
        """Index of the block behind those of the open meeting."""
        self.measured: tuple[int, array[int]] = 0, array("I")
        """A width, and the lines that each block of each meeting takes at it."""

    def __len__(self) -> int:
        return len(self.meetings) * 2 + len(self.sections)

    @overload
    def __getitem__(self, index: int, /) -> Block: ...

    @overload
    def __getitem__(self, index: slice, /) -> tuple[Block, ...]: ...

    def __getitem__(self, index: int | slice, /) -> Block | tuple[Block, ...]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        place, section, facts = self.at(range(len(self))[index])
        if section is not None:
            return _section(section, *self.sections[section], last=self._is_last(section))
        is_open = place == self.place
        return _meeting(self.meetings[place], is_open, bool(is_open and self.sections))[facts]

    def at(self, index: int) -> tuple[int, int | None, bool]:
        """Return what a block is: place of its meeting, its section, and whether it has facts."""
        section = index - self.first_section
        if 0 <= section < len(self.sections):
            return (self.first_section - 2) // 2, section, False
        place, facts = divmod(index if section < 0 else index - len(self.sections), 2)
        return place, None, bool(facts)

    def block_of(self, place: int, section: int | None) -> int:
        """Return the block that stands for a meeting or one of the open one's sections."""
        if section is not None:
            return self.first_section + section
        return place * 2 + (len(self.sections) if place * 2 >= self.first_section else 0)

    @property
    def gutter_width(self) -> int:
        """Nothing is in the gutter of the list."""
        return 0

    def heights(self, width: int, room: Callable[[Block], int]) -> Iterator[int]:
        """Yield the lines of each block; those of meetings are kept for one width."""
        if self.measured[0] != width:
            self.measured = width, array("I", self._measure(room))
        every = self.measured[1]
        if not self.sections:
            yield from every
            return
        yield from every[: self.first_section - 1]
        yield every[self.first_section - 1] - 1  # no empty line is between a meeting and its own
        for block in self[self.first_section : self.first_section + len(self.sections)]:
            yield count_lines(block.text, room(block)) + block.space_after
        yield from every[self.first_section :]

    def _measure(self, room: Callable[[Block], int]) -> Iterator[int]:
        """Yield the lines of both blocks of each meeting, the empty line included."""
        most = min(map(room, _meeting(_SOME_MEETING, False, False)))
        for meeting in self.meetings:
            title, place = meeting.title, meeting.place
            if not (title.isascii() and place.isascii()):
                first, second = _meeting(meeting, False, False)
                yield count_lines(first.text, room(first))
                yield count_lines(second.text, room(second)) + 1
                continue
            yield 1 if len(title) <= most else count_lines(shown(title), most)
            yield 2 if _most_cells(meeting) <= most else count_lines(_facts(meeting), most) + 1

    def _is_last(self, section: int) -> bool:
        return section == len(self.sections) - 1


class OutlinePage:
    """The list laid out.

    Args:
        meetings: The meetings, in the order of the list.
        places: Place of each card among them.
        blocks: The blocks.
    """

    def __init__(
        self,
        meetings: Sequence[MeetingLine],
        places: Mapping[str, int],
        blocks: OutlineBlocks,
    ) -> None:
        self.meetings = meetings
        self.places = places
        self.blocks = blocks

    def block_of(self, card_id: str, section: int | None) -> int | None:
        """Return the block that stands for a card or one of its sections; None where none does."""
        place = self.places.get(card_id)
        if place is None:
            return None
        if section is not None and (
            place != self.blocks.place or section >= len(self.blocks.sections)
        ):
            return None
        return self.blocks.block_of(place, section)

    def target(self, block: int) -> tuple[str, int | None] | None:
        """Return the card, and its section, that a block stands for; None for no such block."""
        if not 0 <= block < len(self.blocks):
            return None
        place, section, facts = self.blocks.at(block)
        return None if facts else (self.meetings[place].card, section)


NO_MEETINGS = OutlinePage((), {}, OutlineBlocks((), None, ()))
"""The list before it is known."""


def outline_page(
    meetings: Sequence[MeetingLine],
    open_card: str,
    sections: Sequence[tuple[str, int]],
    before: OutlinePage = NO_MEETINGS,
) -> OutlinePage:
    """Lay out the list.

    Args:
        meetings: The meetings, in the order of the list.
        open_card: Id of the card whose sections are shown.
        sections: Title of each of its sections and how many items it has.
        before: The list laid out before; where it was of the same meetings, none is measured again.
    """
    is_same = before.meetings is meetings
    places = before.places if is_same else {each.card: n for n, each in enumerate(meetings)}
    blocks = OutlineBlocks(meetings, places.get(open_card), sections)
    if is_same:
        blocks.measured = before.blocks.measured
    return OutlinePage(meetings, places, blocks)


@lru_cache(maxsize=1 << 10)  # those on the screen are asked for again and again
def _meeting(meeting: MeetingLine, is_open: bool, tight: bool) -> tuple[Block, Block]:
    state = Mark(0, len(meeting.state), "missing" if meeting.state == "broken" else "caution")
    lead = Run("▾ " if is_open else "▸ ", "quiet")
    return (
        Block(shown(meeting.title), "heading" if is_open else "", lead=lead, stop=True),
        Block(
            _facts(meeting),
            "quiet",
            (state,) if meeting.state else (),
            indent=2,
            attached=True,
            space_after=not tight,
        ),
    )


def _facts(meeting: MeetingLine) -> str:
    """Return what is said under the title of a meeting."""
    noun = "error" if meeting.state == "broken" else "item"
    facts = (
        meeting.state,
        _days(meeting.day, meeting.end) if meeting.day else "",
        shown(meeting.place),
        unbroken(count(meeting.items, noun)) if meeting.items else "",
    )
    return BETWEEN.join(filter(None, facts))


_SOME_MEETING = MeetingLine("", "")
_DAY_CELLS = len("30 Mar 2023")


def _most_cells(meeting: MeetingLine) -> int:
    """Return no fewer cells than the facts of a meeting take, if its place is of ASCII."""
    days = _DAY_CELLS * 2 + len(" – ") if meeting.end else _DAY_CELLS
    facts = days + len(meeting.place) + len(f"{meeting.items:,} errors") + 2 * len(BETWEEN)
    return facts + len(meeting.state) + len(BETWEEN) if meeting.state else facts


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
