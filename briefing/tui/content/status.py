"""The words of the status line: where the reader is, and how sure."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefing.evidence.remarks import paragraph_mark
from briefing.library.cards.main_passage import reading_order
from briefing.model.core import State
from briefing.output.wording import absent_words, count, locator_words, type_words
from briefing.sources.short_names import short_name
from briefing.text.width import cells
from briefing.tui.content.line import BETWEEN, TextLine, join
from briefing.tui.lineview.blocks import Run
from briefing.tui.lineview.roles import TextRole

if TYPE_CHECKING:
    from briefing.catalogue.sync.progress import Progress
    from briefing.model.card import Item
    from briefing.model.source import Source


class StatusPart(NamedTuple):
    """One statement of the status line."""

    run: Run
    rank: int
    """How dispensable it is; the highest goes first where there is no room."""


def card_status(
    item: "Item",
    position: tuple[int, int],
    piece: int,
    source: "Source | None",
    *,
    follows: bool,
    name: str = "",
    details: Sequence[str] = (),
) -> list[StatusPart]:
    """Say where the cursor is on a card.

    Args:
        item: The item under the cursor.
        position: Its number among the card's items, from 1, and how many there are; 0 for the
            bottom line, which no item's number counts.
        piece: Index of the piece of evidence that is lit.
        source: The source that piece is in, if it can be read.
        follows: Whether the source pane follows the cursor.
        name: What the source is called, where several of a card have to be told apart.
        details: What else there is to know of the item, such as its voice and its topics; where
            there is no room, the last goes first.
    """
    number = f"{position[0]:,}/{position[1]:,}" if position[0] else type_words(item.type)
    parts = [StatusPart(Run(number), 0)]
    if item.evidence:
        evidence = item.evidence[min(piece, len(item.evidence) - 1)]
        resting = item.type != "quote" and evidence.state.holds
        if source is not None and evidence.passage.paragraph is not None:
            where = f"{paragraph_mark(evidence.passage)} of {len(source.paragraphs):,}"
            parts.append(StatusPart(Run(f"rests on {where}" if resting else where), 1))
        state: TextRole = evidence.state.value
        if evidence.state is State.ABSENT:
            parts.append(StatusPart(Run(f"not in this source: {absent_words(evidence)}", state), 2))
        elif not resting:
            words = "not absent" if evidence.state is State.PRESENT else state
            parts.append(StatusPart(Run(words, state), 2))
    if len(item.evidence) > 1:
        pieces = f"passage {reading_order(item).index(piece) + 1} of {len(item.evidence)}"
        parts.append(StatusPart(Run(pieces), 3))
    if source is not None:
        caution = "caution" if source.record.caution else ""
        parts.append(StatusPart(Run(caution, "caution"), 4))
        parts.append(StatusPart(Run(name or short_name(source.record), "quiet"), 6))
    parts += [StatusPart(Run(detail, "quiet"), 7 + n) for n, detail in enumerate(details)]
    if not follows:
        parts.append(StatusPart(Run("source held", "caution"), 5))
    return parts


def opening_status() -> list[StatusPart]:
    """Say that a large library is being opened."""
    return [StatusPart(Run("opening the library …", "quiet"), 0)]


def waiting_status(words: str) -> list[StatusPart]:
    """Say what is waited for."""
    return [StatusPart(Run(words, "quiet"), 0)]


def broken_status(card_id: str) -> list[StatusPart]:
    """Say that a card cannot be read."""
    return [StatusPart(Run("broken", "missing"), 0), StatusPart(Run(card_id, "quiet"), 1)]


def source_status(
    source: "Source",
    paragraph: int,
    claimed: int,
    *,
    follows: bool,
    omitted: bool = False,
    counted: bool = True,
) -> list[StatusPart]:
    """Say where the cursor is in a source.

    Args:
        source: The source.
        paragraph: The paragraph under the cursor, from 1.
        claimed: How many claims rest on it.
        follows: Whether the pane follows the card's cursor.
        omitted: Whether a card leaves the paragraph out on purpose.
        counted: Whether the claims of all cards are counted by now.
    """
    resting = f"{count(claimed, 'claim')} {'rests' if claimed == 1 else 'rest'} on it"
    if not claimed:
        furniture = source.paragraph(paragraph).furniture
        nothing = "nothing rests on it" if counted else "nothing rests on it so far"
        resting = "left out on purpose" if omitted else nothing
        resting = "furniture, not part of the story" if furniture else resting
    return [
        StatusPart(Run(f"¶{paragraph} of {len(source.paragraphs):,}"), 0),
        StatusPart(Run(locator_words([source.locators.of(paragraph)]), "quiet"), 4),
        StatusPart(Run(resting, "cited" if claimed else ""), 1),
        StatusPart(Run("caution" if source.record.caution else "", "caution"), 2),
        StatusPart(Run("" if follows else "source held", "caution"), 3),
        StatusPart(Run(short_name(source.record), "quiet"), 5),
    ]


def furniture_status(source: "Source", blocks: int, *, folded: bool) -> list[StatusPart]:
    """Say that the cursor is on what stands for all that is not in the story.

    Args:
        source: The source.
        blocks: How many blocks that is.
        folded: Whether they are folded.
    """
    said = f"{count(blocks, 'block')} not in the story, {'folded' if folded else 'shown'}"
    name = short_name(source.record)
    return [StatusPart(Run(said), 0), StatusPart(Run(name, "quiet"), 1)]


def progress_status(progress: "Progress | None") -> list[StatusPart]:
    """Say how much of the library can be searched so far; nothing when it is all of it."""
    if progress is None:
        return []
    said = f"reading the library, {progress.done:,} of {progress.total:,}"
    return [StatusPart(Run(said, "quiet"), 7)]


def hint_status(hint: str) -> list[StatusPart]:
    """Say something in passing, before anything that can be dropped; nothing if it is empty."""
    return [StatusPart(Run(hint, "quiet"), 1)] if hint else []


def problems_status(count_: int, key: str) -> list[StatusPart]:
    """Say that what is on disk is broken.

    Args:
        count_: How many problems there are.
        key: The key that opens the editor at one of them.
    """
    said = f"broken on disk, {count(count_, 'problem')}; {key} edits"
    return [StatusPart(Run(said, "missing"), 1)]


def trouble_status(trouble: str) -> list[StatusPart]:
    """Say why there is no search; nothing when there is one."""
    if not trouble:
        return []
    return [StatusPart(Run(f"search not available: {trouble}", "caution"), 8)]


def fit(parts: Sequence[StatusPart], width: int) -> TextLine:
    """Join statements into one line, leaving out the most dispensable until it fits.

    Args:
        parts: The statements in reading order.
        width: Cells there are.
    """
    kept = [part for part in parts if part.run.text]
    while True:
        line = join([part.run for part in kept], BETWEEN)
        if cells(line.text) <= width or len(kept) <= 1:
            return line
        kept.remove(max(kept, key=lambda part: part.rank))
