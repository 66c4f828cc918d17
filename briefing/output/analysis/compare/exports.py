"""A comparison as Markdown, and as a table of comma-separated values."""

from collections.abc import Collection, Iterator

from briefing.analysis.compare.comparison import Comparison, Pair, TopicComparison
from briefing.analysis.compare.statements import Statement
from briefing.library.library import Library
from briefing.output.analysis.compare.wording import (
    SILENCE,
    caution_words,
    counts_words,
    ground_words,
    head_words,
    in_turn,
    lone_verb_words,
    marked_differences,
    paired,
    place_of,
    shared_words,
    stage_words,
    statement_facts,
    statement_notes,
    statement_words,
    verbs_words,
    wording_words,
)
from briefing.output.analysis.escaping import csv_lines, markdown_text
from briefing.output.wording import cautions

HEADER = (
    "topic", "standing", "date", "card", "number", "who", "type", "text", "state", "source",
    "paragraph", "words", "verb", "hedge", "beside", "without counterpart", "caution",
)  # fmt: skip


def comparison_csv(comparison: Comparison, library: Library) -> list[str]:
    """Return one row for each statement on each topic, and one for each silent card."""
    return csv_lines(HEADER, _rows(comparison, library))


def _rows(comparison: Comparison, library: Library) -> Iterator[tuple[str, ...]]:
    dates = {meeting.card: meeting.date.isoformat() for meeting in comparison.meetings}
    for topic in comparison.topics:
        beside = _beside(topic)
        for stage in topic.stages:
            standing = stage.standing.value if stage.standing else ""
            if not stage.statements:
                row = (topic.label, standing, dates[stage.card], stage.card, "", "", "")
                yield (*row, stage_words(stage), *[""] * (len(HEADER) - 8))
            for statement in stage.statements:
                partners = beside.get((statement.card, statement.number), [])
                yield (
                    topic.label,
                    standing,
                    *_cells(statement, library),
                    " ".join(partners),
                    "" if partners else "yes",
                    "; ".join(cautions(statement.item, library)),
                )


def _cells(statement: Statement, library: Library) -> tuple[str, ...]:
    item, wording, verb = statement.item, statement.wording, statement.verb
    names = (library.speaker_name(speaker) for speaker in item.speakers)
    return (
        statement.date.isoformat(),
        statement.card,
        str(statement.number),
        "; ".join(name for name in names if name),
        item.type,
        item.text,
        item.state.value if item.state else "",
        wording.source if wording else "",
        str(wording.paragraph) if wording else "",
        wording.words if wording else "",
        verb.word if verb else "",
        f"{verb.hedge} by {verb.hedge_word}" if verb and verb.hedge else "",
    )


def _beside(topic: TopicComparison) -> dict[tuple[str, int], list[str]]:
    """Return the counterparts of each statement as `CARD#NUMBER`."""
    found: dict[tuple[str, int], list[str]] = {}
    for step in topic.steps:
        for pair in step.pairs:
            one, other = pair.earlier, pair.later
            found.setdefault(one.key, []).append(f"{other.card}#{other.number}")
            found.setdefault(other.key, []).append(f"{one.card}#{one.number}")
    return found


def comparison_markdown(comparison: Comparison, library: Library) -> Iterator[str]:
    """Yield a comparison as lines of Markdown, every statement with what it rests on."""
    yield "# Meetings compared"
    yield ""
    yield from (f"* {markdown_text(line)}" for line in head_words(comparison))
    yield ""
    yield from (f"* {markdown_text(line)}" for line in caution_words(comparison, library))
    yield ""
    yield markdown_text(SILENCE)
    for topic in comparison.topics:
        yield ""
        yield f"## {markdown_text(topic.label)}"
        yield ""
        yield markdown_text(f"{topic.standing.value}, {counts_words(topic)}")
        yield ""
        for stage in topic.stages:
            if words := stage_words(stage):
                yield f"* {markdown_text(f'{stage.card}: {words}')}"
        yield from _markdown_topic(topic, library)


def _markdown_topic(topic: TopicComparison, library: Library) -> Iterator[str]:
    beside = paired(topic)
    for step in topic.steps:
        for each in in_turn(step):
            if isinstance(each, Pair):
                yield from _markdown_pair(each, library)
            else:
                yield from _markdown_statement(each, beside, library)
    if len(topic.steps) == 0:
        for stage in topic.stages:
            for statement in stage.statements:
                yield from _markdown_statement(statement, beside, library)


def _markdown_pair(pair: Pair, library: Library) -> Iterator[str]:
    numbers = f"#{pair.earlier.number} and #{pair.later.number} beside each other"
    yield f"  * {markdown_text(f'{numbers}: {ground_words(pair, library)}')}"
    facts = {
        "shared in the sources' words": "; ".join(shared_words(pair)),
        "verbs of the sources": verbs_words(pair),
        "word by word": marked_differences(pair),
    }
    yield from (f"    * {markdown_text(f'{key}: {fact}')}" for key, fact in facts.items() if fact)


def _markdown_statement(
    statement: Statement, beside: Collection[tuple[str, int]], library: Library
) -> Iterator[str]:
    facts = ", ".join(statement_facts(statement, library))
    words = markdown_text(statement_words(statement))
    yield f"* **{markdown_text(statement.date.isoformat())}** {words}"
    yield f"  * {markdown_text(f'{place_of(statement)}, {facts}')}"
    if statement.item.type != "quote":
        yield from (f"  * {markdown_text(wording_words(w))}" for w in statement.wordings)
    if verb := lone_verb_words(statement, beside):
        yield f"  * {markdown_text(verb)}"
    yield from (f"  * {markdown_text(note)}" for note in statement_notes(statement))
