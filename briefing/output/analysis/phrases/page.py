"""The history of a phrase as a page for a terminal."""

from collections.abc import Iterator

from briefing.analysis.phrases.history import MeetingUses, PhraseHistory, PhraseUse
from briefing.output.analysis.phrases.wording import (
    around,
    bar_words,
    claims_words,
    marked,
    most_uses,
    notes_of,
    place_words,
    sum_words,
    variant_words,
    voice_words,
)
from briefing.output.lines import Piece, PrintedLine, Role, block
from briefing.output.names import Names
from briefing.output.wording import count
from briefing.text.width import cells, wrap

_INDENT = 12
"""As wide as a date and two blanks."""
_ROLES: dict[str, Role] = {"same": "text", "removed": "error", "added": "good"}


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
        words = f"{marked(variant.differences)} · {count(variant.uses, 'use')}"
        yield from _dated(day, words, "text", columns)
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
    day = meeting.date.isoformat() if meeting.date else "undated   "
    bar = bar_words(meeting, most)
    title = meeting.title if meeting.card else f"no claim in {meeting.title}"
    numbers = f"{meeting.exact + meeting.variants}"
    room = columns - _INDENT - cells(bar) - len(numbers) - 3
    head, *rest = wrap(title, max(1, room))
    yield (
        Piece(f"{day:<10}", "dim"),
        Piece("  "),
        Piece(bar, "good"),
        Piece(f" {numbers}  "),
        Piece(head, "text" if meeting.card else "dim"),
    )
    for line in rest:
        yield Piece(" " * (columns - max(1, room))), Piece(line)


def _use(
    history: PhraseHistory, use: PhraseUse, names: Names, columns: int
) -> Iterator[PrintedLine]:
    before, words, after = around(use)
    yield from _marked_words(use, before, words, after, columns)
    late = "" if use.of_meeting or use.date is None else "published then at the earliest"
    facts = [
        variant_words(history, use),
        late,
        place_words(use),
        voice_words(use, names),
        claims_words(use),
        "caution" if use.source and names.caution(use.source) else "",
    ]
    yield from block(" · ".join(fact for fact in facts if fact), "dim", columns, _INDENT)


def _marked_words(
    use: PhraseUse, before: str, words: str, after: str, columns: int
) -> Iterator[PrintedLine]:
    """Yield the words amid those around them, lit, behind the day."""
    text = before + words + after
    lit = range(len(before), len(before) + len(words))
    day = use.date.isoformat() if use.date else "undated   "
    at = 0
    for number, line in enumerate(wrap(text, max(1, columns - _INDENT))):
        made: list[Piece] = [] if number else [Piece(day, "dim"), Piece("  ")]
        made = made or [Piece(" " * _INDENT)]
        for character in line:
            # Wrapping drops blanks and breaks at them; everything else comes in its order.
            while text[at] != character:
                at += 1
            role: Role = "hit" if at in lit else "text"
            if made[-1].role == role and made[-1].text.strip():
                made[-1] = Piece(made[-1].text + character, role)
            else:
                made.append(Piece(character, role))
            at += 1
        yield tuple(made)


def _dated(day: str, text: str, role: Role, columns: int) -> Iterator[PrintedLine]:
    head, *rest = wrap(text, max(1, columns - _INDENT))
    yield Piece(f"{day:<10}", "dim"), Piece("  "), Piece(head, role)
    for line in rest:
        yield Piece(" " * _INDENT), Piece(line, role)


def _cautions(history: PhraseHistory, names: Names) -> Iterator[str]:
    """Yield what a reader must know of the sources that are shown."""
    for source in dict.fromkeys(use.source for use in history.uses if use.source):
        if caution := names.caution(source):
            yield f"Caution on {source}: {caution}"
