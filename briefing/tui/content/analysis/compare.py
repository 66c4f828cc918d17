"""Meetings beside each other by topic: what each says, and where the words of both meet."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

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
from briefing.tui.lineview.blocks import NO_WORDS, Block, Mark, Run, Side
from briefing.tui.lineview.roles import TextRole
from briefing.tui.lineview.sides import MOST_WIDTH, column_rooms

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
    foot = (SILENCE, *caution_words(comparison, library, sources))
    return TablePage((*topics, meetings), foot=foot, most=MOST_WIDTH)


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


class _Told(NamedTuple):
    """A statement as it is shown on a topic."""

    statement: Statement
    shared: list[Span]
    """What its words share with those it is laid beside."""
    pairs: list[Pair]
    """Pairs that are told of below it."""
    beside: list[Statement]
    """What it is laid beside."""


def _rows(topic: TopicComparison, library: Library, sources: SourceNames) -> Iterator[TableRow]:
    """Yield the statements on a topic, each once, and with the later one of two what both share.

    Of two meetings that both have the topic, the earlier one is on the left.
    """
    told: dict[tuple[str, int], _Told] = {}
    for step in topic.steps:
        last = None
        for each in in_turn(step):
            if isinstance(each, Pair):
                earlier, later = told[each.earlier.key], told[each.later.key]
                earlier.shared.extend(phrase.earlier for phrase in each.shared)
                later.shared.extend(phrase.later for phrase in each.shared)
                earlier.beside.append(each.later)
                later.beside.append(each.earlier)
                told[(last or each.later).key].pairs.append(each)
            else:
                last = each
                told.setdefault(each.key, _Told(each, [], [], []))
    for stage in topic.stages:
        for statement in stage.statements:
            told.setdefault(statement.key, _Told(statement, [], [], []))
    in_columns = len(topic.stages) == 2 and all(stage.statements for stage in topic.stages)
    for entry in told.values():
        side: Side = ""
        if in_columns:
            side = "left" if entry.statement.card == topic.stages[0].card else "right"
        yield _row(topic, entry, side, library, sources)


def _row(
    topic: TopicComparison, told: _Told, side: Side, library: Library, sources: SourceNames
) -> TableRow:
    statement = told.statement
    verb = "" if told.beside else lone_verb_words(statement, (), sources)
    below = [block for pair in told.pairs for block in _beside(pair, library, sources)]

    @cache
    def made(in_column: bool) -> tuple[Block, ...]:
        blocks = [*_statement(statement, merged(told.shared), library, sources, in_column)]
        if verb:
            blocks.append(Block(shown(verb), "tag", indent=_BELOW))
        if in_column:
            blocks = [block._replace(indent=0) for block in blocks]
        blocks = [*(block._replace(side=side) for block in blocks), *below]
        # What two columns share follows right below the longer one.
        if below or not told.beside or not in_column:
            blocks[-1] = blocks[-1]._replace(space_after=True)
        return spread(blocks)

    def lines(width: int) -> tuple[Block, ...]:
        return made(bool(side) and column_rooms(width) is not None)

    def found_by() -> str:
        words = [block.text for block in made(False)]
        if side:
            # What is found on one side is shown with what it is laid beside.
            words += [f"{each.text} {_source_words(each)}" for each in told.beside]
        day = statement.date.isoformat()
        return " ".join((topic.label, topic.standing.value, day, *words))

    return TableRow(statement_key(topic.topic, statement), found_by, lines)


def _source_words(statement: Statement) -> str:
    return statement.wording.words if statement.wording else ""


def _statement(
    statement: Statement,
    shared: Sequence[Span],
    library: Library,
    sources: SourceNames,
    in_column: bool,
) -> Iterator[Block]:
    """Yield a statement, the words of the source it rests on, and what there is to know of it.

    In a column there is no room for a day beside its words: it is told below them.
    """
    item, wording = statement.item, statement.wording
    day = Run(statement.date.isoformat(), "label")
    lead = NO_WORDS if in_column else Run(f"{day.text}  ", "label")
    as_written = item.type == "quote" and wording is not None and _is_same(item.text, wording)
    if wording is not None and as_written:
        said = _lit(wording, shared)
        yield Block(said.text, "quote", said.marks, INDENT, lead)
    else:
        role: TextRole = "quote" if item.type == "quote" and item.verified else ""
        yield Block(shown(statement_words(statement)), role, (), INDENT, lead)
    number = f"#{statement.number}"
    first = [day, number] if in_column else [number]
    facts = join([*first, *map(_fact, statement_facts(statement, library, sources))], KEPT_TOGETHER)
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
