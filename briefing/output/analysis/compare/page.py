"""A comparison as a page for a terminal."""

from collections.abc import Iterator, Sequence

from briefing.analysis.compare.comparison import (
    Comparison,
    Pair,
    Standing,
    Step,
    TopicComparison,
)
from briefing.analysis.compare.statements import Statement, Wording
from briefing.language.quotation.quotations import nested
from briefing.library.library import Library
from briefing.model.core import Span
from briefing.output.analysis.compare.wording import (
    SILENCE,
    caution_words,
    counts_words,
    difference_parts,
    ground_words,
    in_turn,
    stage_words,
    statement_facts,
    statement_notes,
    statement_words,
    sum_words,
    verbs_words,
)
from briefing.output.lines import Piece, PrintedLine, Role, block
from briefing.search.language.highlight import merged
from briefing.text.folding import fold
from briefing.text.width import cells, wrap

_INDENT = 12
"""As wide as a date and two blanks."""
_ROLES: dict[str, Role] = {"same": "dim", "earlier": "error", "later": "good"}
_STANDINGS: dict[Standing, Role] = {
    Standing.CONTINUED: "text",
    Standing.NEW: "good",
    Standing.MISSING: "warning",
    Standing.SILENT: "warning",
}


def comparison_page(
    comparison: Comparison, library: Library, columns: int
) -> Iterator[PrintedLine]:
    """Yield a comparison: the meetings, and then topic by topic what they say.

    Args:
        comparison: What was compared.
        library: Where names, topics and cautions are.
        columns: The most cells a line may take.
    """
    for meeting in comparison.meetings:
        yield from _dated(meeting.date.isoformat(), meeting.title, "title", columns)
        yield from block(f"{meeting.card} · {meeting.status}", "dim", columns, _INDENT)
        yield from block(meeting.bottom_line, "text", columns, _INDENT)
    yield ()
    for caution in caution_words(comparison, library):
        yield from block(caution, "warning", columns)
    yield from block(SILENCE, "dim", columns)
    yield from block(sum_words(comparison), "dim", columns)
    for topic in comparison.topics:
        yield ()
        yield from _topic(topic, library, columns)


def _topic(topic: TopicComparison, library: Library, columns: int) -> Iterator[PrintedLine]:
    standing = topic.standing.value
    facts = f" · {standing} · {counts_words(topic)}"
    if cells(topic.label + facts) <= columns:
        yield (
            Piece(topic.label, "heading"),
            Piece(" · "),
            Piece(standing, _STANDINGS[topic.standing]),
            Piece(f" · {counts_words(topic)}", "dim"),
        )
    else:
        yield from block(topic.label, "heading", columns)
        yield from block(f"{standing} · {counts_words(topic)}", "dim", columns)
    for stage in topic.stages:
        if words := stage_words(stage):
            yield from block(f"{stage.card}: {words}", "dim", columns, 2)
    for step in topic.steps:
        yield from _step(step, library, columns)
    with_words = [stage for stage in topic.stages if stage.statements]
    if len(with_words) == 1:
        for statement in with_words[0].statements:
            yield from _statement(statement, library, columns)


def _step(step: Step, library: Library, columns: int) -> Iterator[PrintedLine]:
    shared: dict[tuple[str, int], list[Span]] = {}
    for pair in step.pairs:
        shared.setdefault(pair.earlier.key, []).extend(p.earlier for p in pair.shared)
        shared.setdefault(pair.later.key, []).extend(p.later for p in pair.shared)
    for each in in_turn(step):
        if isinstance(each, Pair):
            yield from _pair(each, library, columns)
        else:
            yield from _statement(each, library, columns, merged(shared.get(each.key, ())))


def _pair(pair: Pair, library: Library, columns: int) -> Iterator[PrintedLine]:
    if changed := list(difference_parts(pair)):
        label = "word by word"
        yield from _changed(label, changed, columns)
    if verbs := verbs_words(pair):
        yield from block(f"verbs: {verbs}", "warning", columns, _INDENT)
    numbers = f"#{pair.earlier.number} and #{pair.later.number} beside each other"
    yield from block(f"{numbers}: {ground_words(pair, library)}", "dim", columns, _INDENT)


def _statement(
    statement: Statement, library: Library, columns: int, shared: Sequence[Span] = ()
) -> Iterator[PrintedLine]:
    item, wording, day = statement.item, statement.wording, statement.date.isoformat()
    as_written = item.type == "quote" and wording is not None and _is_same(item.text, wording)
    if wording is not None and as_written:
        yield from _behind(day, _wrapped(_lit_words(wording, shared, "quote"), columns))
    else:
        role: Role = "quote" if item.type == "quote" and item.verified else "text"
        yield from _dated(day, statement_words(statement), role, columns)
    facts = " · ".join([f"#{statement.number}", *statement_facts(statement, library)])
    yield from block(facts, "dim" if item.holds else "error", columns, _INDENT)
    if wording is not None and not as_written:
        yield from _wrapped(_lit_words(wording, shared, "dim"), columns)
    for note in statement_notes(statement):
        yield from block(note, "warning", columns, _INDENT)


def _is_same(text: str, wording: Wording) -> bool:
    """Whether a quote is what its source has, up to typography."""
    return fold(text).text.casefold() == fold(wording.words).text.casefold()


def _behind(day: str, lines: Iterator[PrintedLine]) -> Iterator[PrintedLine]:
    """Yield indented lines, a day before the first."""
    for number, line in enumerate(lines):
        yield line if number else (Piece(day, "dim"), Piece("  "), *line[1:])


def _dated(day: str, text: str, role: Role, columns: int) -> Iterator[PrintedLine]:
    """Yield a text behind a date."""
    head, *rest = wrap(text, max(1, columns - _INDENT))
    yield Piece(day, "dim"), Piece("  "), Piece(head, role)
    for line in rest:
        yield Piece(" " * _INDENT), Piece(line, role)


def _lit_words(wording: Wording, shared: Sequence[Span], role: Role) -> list[Piece]:
    """Return the words of a source in quotation marks, the shared phrases in them marked."""
    pieces = [Piece("“", role)]
    for number, span in enumerate(wording.spans):
        pieces += [Piece(" … ", role)] if number else []
        words = wording.text[span.start : span.end]
        inner = nested(words)
        # Marks of two signs are rare; where one is shortened, offsets would not hold.
        words = inner if len(inner) == len(words) else words
        moved = [Span(s.start - span.start, s.end - span.start) for s in shared]
        pieces += _lit(words, [s for s in moved if s.start >= 0 and s.end <= len(words)], role)
    return [*pieces, Piece("”", role)]


def _lit(words: str, shared: Sequence[Span], role: Role) -> list[Piece]:
    """Cut words at the edges of the shared phrases in them."""
    found: list[Piece] = []
    at = 0
    for phrase in sorted(shared):
        found += [Piece(words[at : phrase.start], role)] if at < phrase.start else []
        found.append(Piece(words[phrase.start : phrase.end], "hit"))
        at = phrase.end
    return [*found, Piece(words[at:], role)] if at < len(words) else found


def _changed(label: str, parts: Sequence[tuple[str, str]], columns: int) -> Iterator[PrintedLine]:
    """Yield two wordings in one, what only one has marked by signs and by colour."""
    marks = {"earlier": ("[-", "-]"), "later": ("{+", "+}"), "same": ("", "")}
    pieces = [Piece(f"{label}: ", "dim")]
    for kind, words in parts:
        before, after = marks[kind]
        blank = " " if words.startswith(" ") else ""
        pieces += [Piece(blank)] if blank else []
        pieces.append(Piece(f"{before}{words.strip()}{after}", _ROLES[kind]))
    yield from _wrapped(pieces, columns)


def _wrapped(pieces: Sequence[Piece], columns: int) -> Iterator[PrintedLine]:
    """Break pieces into lines at their blanks, each line behind the indent."""
    room = max(1, columns - _INDENT)
    text = "".join(piece.text for piece in pieces)
    roles: list[Role] = [piece.role for piece in pieces for _ in piece.text]
    at = 0
    for line in wrap(text, room):
        made: list[Piece] = [Piece(" " * _INDENT)]
        for character in line:
            # Wrapping drops blanks and breaks at them; everything else comes in its order.
            while text[at] != character:
                at += 1
            if made[-1].role == roles[at] and len(made) > 1:
                made[-1] = Piece(made[-1].text + character, roles[at])
            else:
                made.append(Piece(character, roles[at]))
            at += 1
        yield tuple(made)
