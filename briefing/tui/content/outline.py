"""The list of meetings, newest first, with the sections of the open one under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefing.errors import CardError
from briefing.library import Library
from briefing.model import Card
from briefing.output.wording import count
from briefing.tui.blocks import Block, Run
from briefing.tui.content.line import date_words, join, shown


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """What the list says of one meeting."""

    card: str
    """Id of the card."""
    title: str
    day: date | None = None
    place: str = ""
    items: int = 0
    state: str = ""
    """A word that needs saying: `draft`, `superseded` or `broken`."""

    @classmethod
    def of(cls, card: Card) -> "MeetingLine":
        """Describe a card."""
        state = "" if card.status == "reviewed" else card.status
        meeting = card.meeting
        return cls(card.id, card.title, meeting.date, meeting.place, len(card.items), state)

    @classmethod
    def of_broken(cls, card_id: str, error: CardError) -> "MeetingLine":
        """Describe a card that cannot be read; it stays in the list and opens on its errors."""
        return cls(card_id, card_id, items=len(error.problems), state="broken")


def meeting_lines(library: Library) -> tuple[MeetingLine, ...]:
    """Describe all cards of a library, newest meeting first, and after them the broken ones."""
    readable = map(MeetingLine.of, library.cards())
    broken = (MeetingLine.of_broken(name, error) for name, error in library.broken.items())
    return (*readable, *broken)


@dataclass(frozen=True, slots=True)
class OutlinePage:
    """The list laid out."""

    blocks: tuple[Block, ...]
    targets: dict[int, tuple[str, int | None]]
    """Card id and section index, None for the card itself, by block index."""

    def block_of(self, card_id: str, section: int | None) -> int | None:
        """Return the block that stands for a card or one of its sections."""
        wanted = (card_id, section)
        return next((b for b, target in self.targets.items() if target == wanted), None)


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
        blocks += _meeting(meeting, is_open=is_open, tight=bool(sections_here))
        for number, (title, items) in enumerate(sections_here):
            targets[len(blocks)] = (meeting.card, number)
            last = number == len(sections_here) - 1
            blocks.append(_section(number, title, items, last=last))
    return OutlinePage(tuple(blocks), targets)


def _meeting(meeting: MeetingLine, *, is_open: bool, tight: bool) -> list[Block]:
    lead = Run("▾ " if is_open else "▸ ", "quiet")
    facts = join(
        [
            Run(meeting.state, "missing" if meeting.state == "broken" else "caution"),
            _whole(date_words(meeting.day, short=True) if meeting.day else ""),
            meeting.place,
            _whole(count(meeting.items, "error" if meeting.state == "broken" else "item")),
        ]
    )
    return [
        Block(shown(meeting.title), "heading" if is_open else "", lead=lead, stop=True),
        Block(facts.text, "quiet", facts.marks, 2, attached=True, space_after=not tight),
    ]


def _section(number: int, title: str, items: int, *, last: bool) -> Block:
    line = join([title, Run(str(items), "quiet")], "  ")
    lead = Run(f"{number + 1} " if number < 9 else "  ", "quiet")
    return Block(line.text, "", line.marks, 2, lead, stop=True, space_after=last)


def _whole(words: str) -> str:
    """Keep words on one line."""
    return words.replace(" ", "\u00a0")
