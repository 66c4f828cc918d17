"""The history of a phrase as a page for a terminal."""

from collections.abc import Iterator

from briefing.analysis.phrases.history import MeetingUses, PhraseHistory, PhraseUse
from briefing.output.analysis.phrases.wording import (
    around,
    bar_words,
    claims_words,
    difference_words,
    most_uses,
    notes_of,
    place_words,
    sum_words,
    variant_words,
    voice_words,
)
from briefing.output.lines import (
    DATED,
    Piece,
    PrintedLine,
    Role,
    behind,
    block,
    dated,
    wrapped,
)
from briefing.output.names import Names
from briefing.output.wording import count
from briefing.text.width import cells


def history_page(history: PhraseHistory, names: Names, columns: int) -> Iterator[PrintedLine]:
    """Yield the history of a phrase: bars by meeting, its variants, and its uses by date.

    Args:
        history: What was found.
        names: Where names and cautions are.
        columns: The most cells a line may take.
    """
    yield from block(sum_words(history), "title", columns)
    if history.meetings:
        yield ()
    most = most_uses(history)
    for meeting in history.meetings:
        yield from _bar(meeting, most, columns)
    if history.variants:
        yield ()
        yield (Piece("Close variants", "heading"),)
    for variant in history.variants:
        day = variant.first.isoformat() if variant.first else "undated"
        words = f"{difference_words(variant.differences)} · {count(variant.uses, 'use')}"
        yield from dated(day, block(words, "text", columns, DATED))
    if history.uses:
        yield ()
        yield (Piece("Uses by date", "heading"),)
    for use in history.uses:
        yield from _use(history, use, names, columns)
    for caution in _cautions(history, names):
        yield ()
        yield from block(caution, "warning", columns)
    for note in notes_of(history):
        yield from block(note, "heading", columns)


def _bar(meeting: MeetingUses, most: int, columns: int) -> Iterator[PrintedLine]:
    day = meeting.date.isoformat() if meeting.date else "undated"
    bar = bar_words(meeting, most)
    title = meeting.title if meeting.card else f"no claim in {meeting.title}"
    numbers = f"{meeting.exact + meeting.variants}"
    room = max(1, columns - DATED - cells(bar) - len(numbers) - 3)
    head = (
        Piece(f"{day:<10}", "dim"),
        Piece("  "),
        Piece(bar, "good"),
        Piece(f" {numbers}  "),
    )
    role: Role = "text" if meeting.card else "dim"
    yield from behind(head, block(title, role, columns, columns - room))


def _use(
    history: PhraseHistory, use: PhraseUse, names: Names, columns: int
) -> Iterator[PrintedLine]:
    before, words, after = around(use)
    day = use.date.isoformat() if use.date else "undated"
    text = [Piece(before), Piece(words, "hit"), Piece(after)]
    yield from dated(day, wrapped(text, columns, DATED))
    late = "" if use.of_meeting or use.date is None else "published then at the earliest"
    facts = [
        variant_words(history, use),
        late,
        place_words(use),
        voice_words(use, names),
        claims_words(use),
        "caution" if use.source and names.caution(use.source) else "",
    ]
    yield from block(" · ".join(fact for fact in facts if fact), "dim", columns, DATED)


def _cautions(history: PhraseHistory, names: Names) -> Iterator[str]:
    """Yield what a reader must know of the sources that are shown."""
    for source in dict.fromkeys(use.source for use in history.uses if use.source):
        if caution := names.caution(source):
            yield f"Caution on {source}: {caution}"
