"""A card as the blocks of a line view."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from briefing.errors import CardError
from briefing.evidence import word_diff
from briefing.evidence.telling import paragraph_mark, told_of
from briefing.library import Library
from briefing.model import NOBODY, UNCLEAR, Card, Evidence, Item, Participant, State
from briefing.output.wording import (
    cautions,
    count,
    doubts,
    evidence_words,
    item_state_words,
    through_words,
    topic_labels,
)
from briefing.quotation import unquoted
from briefing.tui.blocks import Block, Mark, Run
from briefing.tui.content.line import date_words, join, shown
from briefing.tui.content.pages import CardPage
from briefing.tui.looks import Look

_INDENT = 2
_SIDE_WIDTH = 16
_NOT_PERSONAL = "not a personal quote"
_VOICES = {
    "spoken": "spoken",
    "joint statement": f"joint statement, {_NOT_PERSONAL}",
    "document": f"document, {_NOT_PERSONAL}",
}


def card_page(card: Card, library: Library) -> CardPage:
    """Lay out a card.

    Args:
        card: The card, its evidence resolved.
        library: Gives names, topics and cautions.
    """
    blocks = [*_head(card), *_lost(library), *_participants(card, library)]
    items: dict[int, Item] = {}
    places: dict[str, int] = {}
    shifts: dict[int, int] = {}
    sections: list[tuple[str, int]] = []

    def add(item: Item) -> None:
        if item.continues:
            blocks[-1] = blocks[-1]._replace(space_after=False)
        items[len(blocks)] = item
        places.setdefault(item.id, len(blocks))
        if item.type == "quote" and item.verified:
            shifts[len(blocks)] = 1
        blocks.extend(item_blocks(item, card, library))

    blocks.append(Block("Bottom line", "heading"))
    add(card.bottom_line)
    for number, section in enumerate(card.sections, 1):
        blocks.append(_section_heading(number, section.title, len(section.items)))
        sections.append((shown(section.title), len(blocks)))
        for item in section.items:
            add(item)
    return CardPage(tuple(blocks), items, places, tuple(sections), shifts)


def broken_page(card_id: str, error: CardError) -> CardPage:
    """Lay out what is wrong with a card that could not be read.

    Args:
        card_id: The card.
        error: Every reason, each with its place; a file that all of them share is named once.
    """
    files = {problem.place.file for problem in error.problems}
    shared = shown(next(iter(files))) if len(files) == 1 else ""
    blocks = [
        Block(shown(card_id), "title"),
        Block(
            "broken: this card cannot be shown until its file is mended",
            "error",
            space_after=not shared,
        ),
    ]
    if shared:
        blocks.append(Block(shared, "quiet", space_after=True))
    for problem in error.problems:
        place = str(problem.place)
        if shared:
            place = place.removeprefix(problem.place.file).removeprefix(":")
        where = f"{place}: " if place else ""
        blocks.append(Block(shown(f"{where}{problem.message}"), stop=True))
        line = join([Run(problem.severity, "error"), problem.hint, problem.code])
        blocks.append(Block(line.text, "quiet", line.marks, _INDENT, attached=True))
        blocks[-1] = blocks[-1]._replace(space_after=True)
    if not error.problems:
        blocks.append(Block(shown(str(error)), stop=True))
    return CardPage(tuple(blocks), {}, {}, (), {})


def item_blocks(item: Item, card: Card, library: Library) -> list[Block]:
    """Lay out an item: its words, who and how, and what a reader must know of it."""
    attached = [_facts(item, card, library), *_told(item), *_doubts(item)]
    attached += _warnings(item, library)
    return [_words(item), *attached[:-1], attached[-1]._replace(space_after=True)]


def _words(item: Item) -> Block:
    text = shown(item.text)
    lead = Run("↳ ", "quiet") if item.continues else Run("  ")
    if item.type != "quote":
        bullet = Run("• ", "quiet") if item.type == "point" else Run("  ")
        return Block(text, lead=bullet, stop=True)
    if item.verified:
        return Block(f"“{text}”", "quote", lead=lead, stop=True)
    marks = _removed(text, item.evidence[0]) if item.evidence else ()
    return Block(text, "doubtful", marks, lead=lead, stop=True)


def _removed(text: str, evidence: Evidence) -> tuple[Mark, ...]:
    """Mark in a quote what the source does not have.

    The quote's own quotation marks are drawn straight, so its words are looked up where the card
    has them, as long as each mark is one sign in both.
    """
    words = unquoted(evidence.exact)
    if len(words) != len(text):
        return _diff_marks(text, evidence, "removed", "removed")
    shift = -evidence.exact.index(words)
    marks = _diff_marks(evidence.exact, evidence, "removed", "removed", shift)
    return tuple(mark for mark in marks if mark.start >= 0 and mark.end <= len(text))


def _facts(item: Item, card: Card, library: Library) -> Block:
    """Say in one line what sort of item it is, whose words, and how well they were found."""
    line = join(
        [
            Run(item.kind or "", "tag" if item.kind == "commitment" else "label"),
            Run(f"due {item.due}" if item.due else "", "tag"),
            Run(_speaker(item, card, library), "speaker"),
            _voice(item, library),
            Run(item_state_words(item), _state_look(item.state)),
            _passages(item, card),
            ", ".join(topic_labels(item, library)),
        ]
    )
    return Block(line.text, "quiet", line.marks, _INDENT, attached=True)


def _state_look(state: State | None) -> Look:
    looks: dict[State, Look] = {
        State.VERBATIM: "verbatim",
        State.TYPOGRAPHY: "typography",
        State.INSERTED: "inserted",
        State.DRIFTED: "drifted",
        State.AMBIGUOUS: "ambiguous",
        State.MISSING: "missing",
        State.ABSENT: "absent",
    }
    return looks[state] if state else ""


def _speaker(item: Item, card: Card, library: Library) -> str:
    """Name the speaker with the office held that day; a document and a body hold none."""
    if not item.speaker or item.speaker in (UNCLEAR, NOBODY):
        return "speaker unclear" if item.speaker == UNCLEAR else ""
    name = library.speaker_name(item.speaker)
    speaker = library.speakers.get(item.speaker)
    if speaker is not None and speaker.kind != "person":
        return name
    roles = (p.role for p in card.participants if p.speaker == item.speaker and p.role)
    return ", ".join([name, *list(roles)[:1]])


def _voice(item: Item, library: Library) -> str:
    words = _VOICES.get(item.voice or "", "") or through_words(item, library)
    name = library.speaker_name(item.speaker).lower() if item.speaker else ""
    return _NOT_PERSONAL if item.voice and item.voice in name and _NOT_PERSONAL in words else words


def _passages(item: Item, card: Card) -> str:
    """Name the paragraphs an item rests on, and the sources if the card has several."""
    several = len({e.source for one in card.items for e in one.evidence}) > 1
    found = sorted(
        (e.source, e.passage.paragraph, paragraph_mark(e.passage))
        for e in item.evidence
        if e.passage.paragraph is not None
    )
    named = []
    for source, group in groupby(dict.fromkeys(found), key=lambda place: place[0]):
        marks = ", ".join(mark for _, _, mark in group)
        named.append(f"{source} {marks}" if several else marks)
    resting = "rests on " if named and item.type != "quote" else ""
    return resting + "; ".join(named)


def _told(item: Item) -> Iterator[Block]:
    """Say what brackets in a quote stand for, and what its ellipses skip."""
    for told in told_of(item):
        look: Look = "caution" if told.risky else "quiet"
        yield Block(shown(told.text), look, indent=_INDENT, attached=True)


def _doubts(item: Item) -> Iterator[Block]:
    """Say of each piece of evidence that was not found what stands in the source instead."""
    for evidence in item.evidence:
        passage = evidence.passage
        if passage.state is State.DRIFTED:
            opening = "the source reads: "
            marks = _diff_marks(passage.found, evidence, "added", "added", len(opening))
            yield _note(f"{opening}{shown(passage.found)}", marks)
        elif passage.state is State.AMBIGUOUS:
            several = "these words stand in several places, and nothing says which is meant"
            once = "these words stand there, but not where their context says"
            yield _note(several if len(passage.candidates) > 1 else once)
        elif passage.state is State.MISSING:
            words = f": {evidence_words(evidence)}" if item.type != "quote" else ""
            yield _note(f"not found in {evidence.source}{words}")
    for why in doubts(item):
        yield _note(why)


def _warnings(item: Item, library: Library) -> Iterator[Block]:
    for caution in cautions(item, library) if item.type == "quote" else ():
        yield Block(shown(f"caution: {caution}"), "caution", indent=_INDENT, attached=True)
    if item.note:
        yield _note(f"note: {item.note}")


def _note(text: str, marks: Iterable[Mark] = ()) -> Block:
    return Block(shown(text), "quiet", tuple(marks), _INDENT, attached=True)


def _diff_marks(
    text: str, evidence: Evidence, kind: str, look: Look, shift: int = 0
) -> tuple[Mark, ...]:
    """Mark in one of two wordings what the other has not; none unless the evidence drifted."""
    if evidence.passage.state is not State.DRIFTED:
        return ()
    marks, place = [], 0
    for part in word_diff(evidence.exact, evidence.passage.found):
        if part.kind not in ("same", kind):
            continue
        start = text.find(part.text, place)
        if start < 0:
            continue
        place = start + len(part.text)
        if part.kind == kind and (words := part.text.strip()):
            start = text.index(words, start)
            marks.append(Mark(start + shift, start + len(words) + shift, look))
    return tuple(marks)


def _head(card: Card) -> Iterator[Block]:
    meeting = card.meeting
    yield Block(shown(card.title), "title")
    if meeting.name and meeting.name != card.title:
        yield Block(shown(meeting.name), "quiet")
    line = join(
        [
            date_words(meeting.date),
            meeting.place,
            meeting.mode,
            Run(card.status, "" if card.status == "reviewed" else "caution"),
        ]
    )
    yield Block(line.text, "quiet", line.marks, space_after=not meeting.date_note)
    if meeting.date_note:
        yield Block(shown(f"on the date: {meeting.date_note}"), "quiet", space_after=True)
    if card.note:
        yield Block(shown(card.note), "quiet", space_after=True)


def _lost(library: Library) -> Iterator[Block]:
    """Say why ids stand on the card for names: what is wrong with the index files."""
    for file in library.lost_files:
        problem = next(p for p in library.index_problems if p.place.file == file)
        yield Block(shown(f"names may be missing: {problem}"), "caution", space_after=True)


def _participants(card: Card, library: Library) -> Iterator[Block]:
    sides: dict[str, list[Participant]] = {}
    for one in card.participants:
        sides.setdefault(one.side, []).append(one)
    width = min(_SIDE_WIDTH, max((len(side) for side in sides), default=0))
    blocks = []
    for side, people in sides.items():
        label = shown(side if len(side) <= width else f"{side[: width - 1]}…").ljust(width)
        for number, one in enumerate(people):
            name = library.speaker_name(one.speaker)
            text = shown(", ".join(word for word in (name, one.role) if word))
            lead = Run(label if number == 0 else " " * width, "label")
            blocks.append(Block(text, lead=Run(f"{lead.text}  ", lead.look)))
    yield from blocks[:-1]
    if blocks:
        yield blocks[-1]._replace(space_after=True)


def _section_heading(number: int, title: str, items: int) -> Block:
    line = join([title, Run(count(items, "item"), "quiet")], "  ")
    return Block(line.text, "heading", line.marks, lead=Run(f"{number} ", "quiet"))
