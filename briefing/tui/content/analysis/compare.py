"""Meetings beside each other by topic: what each says, and where the words of both meet."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.analysis.compare.comparison import (
    ComparedMeeting,
    Comparison,
    Pair,
    Standing,
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
    verbs_words,
)
from briefing.output.names import SourceNames
from briefing.search.language.highlight import merged
from briefing.text.folding import fold
from briefing.tui.content.analysis.items import INDENT, plain_head
from briefing.tui.content.analysis.table import TableGroup, TablePage, TableRow, spread
from briefing.tui.content.line import KEPT_TOGETHER, TextLine, join, shown, unbroken
from briefing.tui.lineview.blocks import Block, Mark, Run
from briefing.tui.lineview.roles import TextRole

MEETING = "meeting\t"
"""What the key of a row begins with that stands for a meeting."""
_STANDINGS: dict[Standing, TextRole] = {
    Standing.CONTINUED: "quiet",
    Standing.NEW: "verbatim",
    Standing.MISSING: "caution",
    Standing.SILENT: "caution",
}
_BELOW = INDENT + len("2023-01-11  ")
"""Cells before what stands below the first line of a statement."""
_PARTS: dict[str, TextRole] = {"earlier": "removed", "later": "added"}


def statement_key(topic: str, statement: Statement) -> str:
    """Return what a statement is known by below a topic."""
    return f"{topic}\t{statement.card}#{statement.item.id}"


def comparison_page(comparison: Comparison, library: Library, sources: SourceNames) -> TablePage:
    """Lay out meetings by topic.

    Args:
        comparison: What was compared.
        library: Where names, topics and cautions are.
        sources: What sources are called.
    """
    meetings = TableGroup(
        plain_head(Run("Meetings", "heading")), tuple(map(_meeting, comparison.meetings))
    )
    topics = (_topic(topic, library, sources) for topic in comparison.topics)
    return TablePage(
        (*topics, meetings), foot=(SILENCE, *caution_words(comparison, library, sources))
    )


def _meeting(meeting: ComparedMeeting) -> TableRow:
    lead = Run(f"{meeting.date.isoformat()}  ", "label")
    status = "" if meeting.status == "reviewed" else meeting.status
    title = join([meeting.title, Run(status, "caution")])
    first = Block(title.text, "", title.marks, INDENT, lead)
    under = Block(shown(meeting.bottom_line), "quiet", indent=INDENT + len(lead.text))
    found_by = f"{meeting.date.isoformat()} {title.text} {meeting.bottom_line}"
    return TableRow(f"{MEETING}{meeting.card}", found_by, lambda width: spread([first, under]))


def _topic(topic: TopicComparison, library: Library, sources: SourceNames) -> TableGroup:
    notes = [
        f"{stage.card}: {words}" for stage in topic.stages if (words := stage_words(stage, sources))
    ]
    head = join(
        [
            Run(topic.label, "heading"),
            Run(topic.standing.value, _STANDINGS[topic.standing]),
            Run(counts_words(topic), "quiet"),
        ]
    )
    blocks = (
        Block(head.text, "", head.marks),
        *(Block(shown(note), "quiet", indent=INDENT) for note in notes),
    )
    return TableGroup(lambda width: blocks, tuple(_rows(topic, library, sources)), topic.label)


def _rows(topic: TopicComparison, library: Library, sources: SourceNames) -> Iterator[TableRow]:
    """Yield the statements on a topic, each once, and with the later one of two what both share."""
    told: dict[tuple[str, int], tuple[Statement, list[Span], list[Pair]]] = {}
    for step in topic.steps:
        last = None
        for each in in_turn(step):
            if isinstance(each, Pair):
                told[each.earlier.key][1].extend(phrase.earlier for phrase in each.shared)
                told[each.later.key][1].extend(phrase.later for phrase in each.shared)
                told[(last or each.later).key][2].append(each)
            else:
                last = each
                told.setdefault(each.key, (each, [], []))
    for stage in topic.stages:
        for statement in stage.statements:
            told.setdefault(statement.key, (statement, [], []))
    beside = paired(topic)
    for statement, spans, pairs in told.values():
        verb = lone_verb_words(statement, beside, sources)
        yield _row(topic, statement, merged(spans), pairs, verb, library, sources)


def _row(
    topic: TopicComparison,
    statement: Statement,
    shared: Sequence[Span],
    pairs: Iterable[Pair],
    verb: str,
    library: Library,
    sources: SourceNames,
) -> TableRow:
    blocks = [*_statement(statement, shared, library, sources)]
    if verb:
        blocks.append(Block(shown(verb), "tag", indent=_BELOW))
    for pair in pairs:
        blocks += _beside(pair, library, sources)
    blocks[-1] = blocks[-1]._replace(space_after=True)
    kept = spread(blocks)
    words = " ".join(block.text for block in kept)
    found_by = f"{topic.label} {topic.standing.value} {statement.date.isoformat()} {words}"
    return TableRow(statement_key(topic.topic, statement), found_by, lambda width: kept)


def _statement(
    statement: Statement, shared: Sequence[Span], library: Library, sources: SourceNames
) -> Iterator[Block]:
    """Yield a statement, the words of the source it rests on, and what there is to know of it."""
    item, wording = statement.item, statement.wording
    lead = Run(f"{statement.date.isoformat()}  ", "label")
    as_written = item.type == "quote" and wording is not None and _is_same(item.text, wording)
    if wording is not None and as_written:
        said = _lit(wording, shared)
        yield Block(said.text, "quote", said.marks, INDENT, lead)
    else:
        role: TextRole = "quote" if item.type == "quote" and item.verified else ""
        yield Block(shown(statement_words(statement)), role, (), INDENT, lead)
    facts = join(
        [f"#{statement.number}", *map(_fact, statement_facts(statement, library, sources))],
        KEPT_TOGETHER,
    )
    yield Block(facts.text, "quiet" if item.holds else "doubtful", facts.marks, _BELOW)
    if wording is not None and not as_written:
        said = _lit(wording, shared)
        yield Block(said.text, "quiet", said.marks, _BELOW)
    for note in statement_notes(statement, sources):
        yield Block(shown(note), "caution", indent=_BELOW)


def _fact(words: str) -> Run:
    return (
        Run(words, "caution")
        if words == "caution"
        else Run(unbroken(words) if len(words) < 30 else words)
    )


def _beside(pair: Pair, library: Library, sources: SourceNames) -> Iterator[Block]:
    """Yield what two statements that are laid beside each other share, and where they differ."""
    below = INDENT + 2
    lead = Run("↕ ", "gutter")
    numbers = f"#{pair.earlier.number} and #{pair.later.number}"
    ground = f"{numbers} are laid beside each other: {ground_words(pair, library)}"
    yield Block(shown(ground), "quiet", (), below, lead)
    if verbs := verbs_words(pair, sources):
        text = f"Verbs of the sources: {verbs}"
        yield Block(shown(text), "tag", indent=below + 2)
    if parts := list(difference_parts(pair)):
        line = TextLine("Word by word: ", (Mark(0, 14, "label"),))
        for kind, words in parts:
            start = len(line.text) + (len(words) - len(words.lstrip()))
            role = _PARTS.get(kind, "quiet")
            text = line.text + shown(words)
            line = TextLine(text, (*line.marks, Mark(start, len(text), role)))
        yield Block(line.text, "quiet", line.marks, below + 2)


def _is_same(text: str, wording: Wording) -> bool:
    """Whether a quote is what its source has, up to typography."""
    return fold(text).text.casefold() == fold(wording.words).text.casefold()


def _lit(wording: Wording, shared: Sequence[Span]) -> TextLine:
    """Return the words of a source in quotation marks, the shared phrases in them underlined."""
    text, marks = "“", list[Mark]()
    for number, span in enumerate(wording.spans):
        text += " … " if number else ""
        words = wording.text[span.start : span.end]
        inner = nested(words)
        # Marks of two signs are rare; where one is shortened, offsets would not hold.
        words = inner if len(inner) == len(words) else words
        shift = len(text) - span.start
        text += shown(words)
        marks += (
            Mark(each.start + shift, each.end + shift, "more-evidence")
            for each in shared
            if span.start <= each.start and each.end <= span.end
        )
    return TextLine(f"{text}”", tuple(marks))
