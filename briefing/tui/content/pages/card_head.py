"""The head of a card: which meeting, who took part, and what to know before reading."""

from collections.abc import Iterator

from briefing.library.library import Library
from briefing.model.card import Card, Meeting, Participant
from briefing.output.wording import card_cautions, review_words
from briefing.text.width import cells, cut
from briefing.tui.content.line import days_words, join, shown
from briefing.tui.lineview.blocks import Block, Run

_SIDE_WIDTH = 16


def card_head(card: Card, library: Library) -> list[Block]:
    """Lay out what is above the bottom line of a card: the meeting, and what to beware of.

    Args:
        card: The card.
        library: Gives names and cautions.
    """
    return [*_meeting(card, library), *_lost(library), *_cautions(card, library)]


def _meeting(card: Card, library: Library) -> Iterator[Block]:
    meeting = card.meeting
    yield Block(shown(card.title), "title")
    line = join(
        [
            _when(meeting),
            meeting.place,
            meeting.mode,
            Run("" if card.status == "reviewed" else card.status, "caution"),
        ]
    )
    blocks = [Block(line.text, "quiet", line.marks)]
    if meeting.date_note:
        blocks.append(Block(shown(f"on the date: {meeting.date_note}"), "quiet"))
    if card.superseded_by:
        blocks.append(Block(shown(f"superseded by {library.title(card.superseded_by)}"), "caution"))
    yield from (*blocks[:-1], blocks[-1]._replace(space_after=True))


def card_notes(card: Card) -> Iterator[Block]:
    """Lay out what its editors say of a card: their note, who wrote it, who reviewed it."""
    reviewed = review_words(card)
    remarks = [
        card.note,
        f"written by {card.author}" if card.author else "",
        f"reviewed {reviewed}" if reviewed else "",
    ]
    blocks = [Block(shown(remark), "quiet") for remark in remarks if remark]
    yield from blocks[:-1]
    for last in blocks[-1:]:
        yield last._replace(space_after=True)


def _when(meeting: Meeting) -> str:
    """Return the day or days and the hour of a meeting."""
    days = days_words(meeting.date, meeting.end)
    return ", ".join(part for part in (days, " ".join(_hour(meeting))) if part)


def _hour(meeting: Meeting) -> Iterator[str]:
    yield from (part for part in (meeting.time, meeting.timezone) if part)


def _cautions(card: Card, library: Library) -> Iterator[Block]:
    """Say once what to know of each source before trusting its wording."""
    cautions = list(dict.fromkeys(card_cautions(card, library).values()))
    for number, caution in enumerate(cautions, 1):
        yield Block(shown(f"caution: {caution}"), "caution", space_after=number == len(cautions))


def _lost(library: Library) -> Iterator[Block]:
    """Say why the card shows ids in place of names: what is wrong with the index files."""
    for file in library.lost_files:
        problem = next(p for p in library.index_problems if p.place.file == file)
        yield Block(shown(f"names may be missing: {problem}"), "caution", space_after=True)


def card_people(card: Card, library: Library) -> Iterator[Block]:
    """Name who took part, by side, and who is quoted besides."""
    sides: dict[str, list[Participant]] = {}
    for one in card.participants:
        sides.setdefault(one.side, []).append(one)
    width = min(_SIDE_WIDTH, max(map(cells, sides), default=0))
    width = max(width, len("Quoted")) if card.quoted else width
    blocks = []
    for side, people in sides.items():
        label = shown(side if cells(side) <= width else f"{cut(side, width - 1)}…")
        label += " " * (width - cells(label))
        for number, one in enumerate(people):
            name = library.speaker_name(one.speaker)
            text = shown(", ".join(word for word in (name, one.role) if word))
            lead = Run(label if number == 0 else " " * width, "label")
            blocks.append(Block(text, lead=Run(f"{lead.text}  ", lead.role)))
    for number, other in enumerate(card.quoted):
        name = library.speaker_name(other.speaker)
        text = shown(", ".join(word for word in (name, other.role) if word))
        label = "Quoted" if number == 0 else ""
        blocks.append(Block(text, lead=Run(f"{label.ljust(width)}  ", "label")))
    yield from blocks[:-1]
    if blocks:
        yield blocks[-1]._replace(space_after=True)
