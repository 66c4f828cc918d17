"""A comparison as a page for a terminal."""

from collections.abc import Collection, Iterator, Sequence

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
    lone_verb_words,
    paired,
    stage_words,
    statement_facts,
    statement_notes,
    statement_words,
    sum_words,
    verbs_words,
)
from briefing.output.lines import DATED, Piece, PrintedLine, Role, block, dated, lit, wrapped
from briefing.output.wording import ChangeKind, change_words
from briefing.search.language.highlight import merged
from briefing.text.folding import fold
from briefing.text.width import cells

_ROLES: dict[ChangeKind, Role] = {"same": "dim", "earlier": "error", "later": "good"}
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
        title = block(meeting.title, "title", columns, DATED)
        yield from dated(meeting.date.isoformat(), title)
        yield from block(f"{meeting.card} · {meeting.status}", "dim", columns, DATED)
        yield from block(meeting.bottom_line, "text", columns, DATED)
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
    beside = paired(topic)
    for step in topic.steps:
        yield from _step(step, beside, library, columns)
    with_words = [stage for stage in topic.stages if stage.statements]
    if len(with_words) == 1:
        for statement in with_words[0].statements:
            yield from _statement(statement, beside, library, columns)


def _step(
    step: Step, beside: Collection[tuple[str, int]], library: Library, columns: int
) -> Iterator[PrintedLine]:
    shared: dict[tuple[str, int], list[Span]] = {}
    for pair in step.pairs:
        shared.setdefault(pair.earlier.key, []).extend(p.earlier for p in pair.shared)
        shared.setdefault(pair.later.key, []).extend(p.later for p in pair.shared)
    for each in in_turn(step):
        if isinstance(each, Pair):
            yield from _pair(each, library, columns)
        else:
            marked = merged(shared.get(each.key, ()))
            yield from _statement(each, beside, library, columns, marked)


def _pair(pair: Pair, library: Library, columns: int) -> Iterator[PrintedLine]:
    if changed := list(difference_parts(pair)):
        words = (Piece(change_words(kind, words), _ROLES[kind]) for kind, words in changed)
        yield from wrapped([Piece("word by word: ", "dim"), *words], columns, DATED)
    if verbs := verbs_words(pair):
        yield from block(f"verbs: {verbs}", "warning", columns, DATED)
    numbers = f"#{pair.earlier.number} and #{pair.later.number} beside each other"
    yield from block(f"{numbers}: {ground_words(pair, library)}", "dim", columns, DATED)


def _statement(
    statement: Statement,
    beside: Collection[tuple[str, int]],
    library: Library,
    columns: int,
    shared: Sequence[Span] = (),
) -> Iterator[PrintedLine]:
    item, wording, day = statement.item, statement.wording, statement.date.isoformat()
    as_written = item.type == "quote" and wording is not None and _is_same(item.text, wording)
    if wording is not None and as_written:
        yield from dated(day, wrapped(_lit_words(wording, shared, "quote"), columns, DATED))
    else:
        role: Role = "quote" if item.type == "quote" and item.verified else "text"
        yield from dated(day, block(statement_words(statement), role, columns, DATED))
    facts = " · ".join([f"#{statement.number}", *statement_facts(statement, library)])
    yield from block(facts, "dim" if item.holds else "error", columns, DATED)
    if wording is not None and not as_written:
        yield from wrapped(_lit_words(wording, shared, "dim"), columns, DATED)
    if verb := lone_verb_words(statement, beside):
        yield from block(verb, "warning", columns, DATED)
    for note in statement_notes(statement):
        yield from block(note, "warning", columns, DATED)


def _is_same(text: str, wording: Wording) -> bool:
    """Whether a quote is what its source has, up to typography."""
    return fold(text).text.casefold() == fold(wording.words).text.casefold()


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
        pieces += lit(words, [s for s in moved if s.start >= 0 and s.end <= len(words)], role)
    return [*pieces, Piece("”", role)]
