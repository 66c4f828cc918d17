"""A comparison as plain lines, one item a line."""

from collections.abc import Iterator

from briefing.analysis.compare.comparison import Comparison, Pair, Step, TopicComparison
from briefing.analysis.compare.statements import Statement
from briefing.library.library import Library
from briefing.output.analysis.compare.wording import (
    SILENCE,
    caution_words,
    counts_words,
    ground_words,
    head_words,
    in_turn,
    marked_differences,
    place_of,
    shared_words,
    stage_words,
    statement_facts,
    statement_notes,
    statement_words,
    sum_words,
    verb_words,
    verbs_words,
    wording_words,
)


def comparison_lines(comparison: Comparison, library: Library) -> Iterator[str]:
    """Yield a comparison: the meetings, and then topic by topic what they say.

    Args:
        comparison: What was compared.
        library: Where names, topics and cautions are.
    """
    for line in head_words(comparison):
        yield f"Meeting {line}"
    yield from caution_words(comparison, library)
    yield f"Note: {SILENCE}"
    yield sum_words(comparison)
    for topic in comparison.topics:
        yield from _topic(topic, library)


def _topic(topic: TopicComparison, library: Library) -> Iterator[str]:
    yield f"Topic: {topic.label}, {topic.standing.value}, {counts_words(topic)}"
    for stage in topic.stages:
        if words := stage_words(stage):
            yield f"{topic.label}, {stage.card}: {words}"
    for step in topic.steps:
        yield from _step(topic.label, step, library)
    alone = [stage for stage in topic.stages if stage.statements]
    if len(alone) == 1:
        for statement in alone[0].statements:
            yield _statement(topic.label, statement, library)


def _step(label: str, step: Step, library: Library) -> Iterator[str]:
    alone = {statement.key for statement in (*step.only_earlier, *step.only_later)}
    for each in in_turn(step):
        if isinstance(each, Pair):
            yield _beside(label, each, library)
        else:
            note = " [without a counterpart]" if each.key in alone else ""
            yield f"{_statement(label, each, library)}{note}"


def _statement(label: str, statement: Statement, library: Library) -> str:
    facts = ", ".join(statement_facts(statement, library))
    notes = [f" [{note}]" for note in statement_notes(statement)]
    if statement.item.type != "quote" and statement.wordings:
        words = "; ".join(map(wording_words, statement.wordings))
        notes.insert(0, f" [evidence: {words}]")
    if statement.verb:
        notes.append(f" [verb: {verb_words(statement.verb)}]")
    return f"{label}, {place_of(statement)}, {facts}: {statement_words(statement)}{''.join(notes)}"


def _beside(label: str, pair: Pair, library: Library) -> str:
    facts = [f"laid beside each other: {ground_words(pair, library)}"]
    if shared := shared_words(pair):
        facts.append(f"shared in the sources' words: {'; '.join(shared)}")
    if verbs := verbs_words(pair):
        facts.append(f"verbs of the sources: {verbs}")
    if changed := marked_differences(pair):
        facts.append(f"word by word: {changed}")
    return f"{label}, #{pair.earlier.number} and #{pair.later.number}, {'. '.join(facts)}"
