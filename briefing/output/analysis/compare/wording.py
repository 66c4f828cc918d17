"""What every printed form of a comparison says in the same words."""

from collections.abc import Collection, Iterator

from briefing.analysis.compare.comparison import (
    Comparison,
    Pair,
    Stage,
    Standing,
    Step,
    TopicComparison,
)
from briefing.analysis.compare.statements import Statement, Wording
from briefing.analysis.compare.verbs import StrengthVerb
from briefing.evidence.remarks import told_of
from briefing.language.quotation.quotations import nested
from briefing.library.library import Library
from briefing.output.names import SourceNames
from briefing.output.wording import (
    ChangeKind,
    cautions,
    change_words,
    count,
    doubts,
    enumeration,
    item_state_words,
    place_words,
    quoted,
    speaker_words,
    type_words,
)

SILENCE = (
    "Compared are the cards and the sources they rest on. That a source is silent on something"
    " is no change of policy."
)
LEAST_ALIKE = 0.25
"""The share of same words from which on two wordings are laid beside each other word by word."""
_MARKS = frozenset(".,;:!?)]}”’%")


def counts_words(topic: TopicComparison) -> str:
    """Return how many statements each meeting has on a topic: `2 → 0 → 3 statements`."""
    numbers = " → ".join(str(len(stage.statements)) for stage in topic.stages)
    return f"{numbers} statements"


def stage_words(stage: Stage, called: SourceNames = str) -> str:
    """Say what the sources of a meeting have of a topic its card is silent on; empty otherwise."""
    looked = stage.looked
    if looked is None or not (looked.sources or looked.unread):
        return ""
    names = ", ".join(looked.names)
    sources = enumeration([*map(called, looked.sources)])
    missed = enumeration([*map(called, looked.unread)])
    unread = f"{missed} could not be read" if looked.unread else ""
    if looked.places:
        places = [
            f"{p.words} in paragraph {p.paragraph} of {called(p.source)}" for p in looked.places
        ]
        said = f"nothing on the card, though its sources name it: {'; '.join(places)}"
        return f"{said}; {unread}" if unread else said
    if not looked.sources:
        return f"nothing on the card, and {unread}"
    said = f"nothing on the card, and none of these names is in {sources}: {names}"
    return f"{said}; but {unread}" if unread else said


def statement_words(statement: Statement) -> str:
    """Return the words of a statement, in quotation marks only where these were verified."""
    item = statement.item
    return f"“{item.text}”" if item.type == "quote" and item.verified else item.text


def statement_facts(statement: Statement, library: Library, called: SourceNames = str) -> list[str]:
    """Return what is known of a statement: sort, state, who, and what it rests on."""
    item = statement.item
    facts = [
        type_words(item.type),
        item.kind or "",
        f"due {item.due}" if item.due else "",
        item_state_words(item),
        speaker_words(item, library),
        place_words(item, library, name_source=True, called=called),
        "caution" if cautions(item, library) else "",
    ]
    return [fact for fact in facts if fact]


def statement_notes(statement: Statement, called: SourceNames = str) -> Iterator[str]:
    """Yield what a reader has to know beside a statement."""
    yield from (told.text for told in told_of(statement.item))
    yield from doubts(statement.item)
    for absence in statement.absences:
        there = "occurs nowhere in" if absence.holds else "occurs in"
        yield f"proven: {', '.join(absence.words)} {there} {called(absence.source)}"


def wording_words(wording: Wording) -> str:
    """Return the words of a source in quotation marks, as they were found there."""
    return quoted(nested(wording.words), wording.state)


def verb_words(verb: StrengthVerb | None, called: SourceNames = str) -> str:
    """Return a verb as its source has it, with what hedges it and where it is."""
    if verb is None:
        return "none"
    hedge = f", {verb.hedge} by “{verb.hedge_word}”" if verb.hedge else ""
    return f"“{verb.word}”{hedge} (paragraph {verb.paragraph} of {called(verb.source)})"


def verbs_words(pair: Pair, called: SourceNames = str) -> str:
    """Return the verbs of two statements, and how one is to the other; empty without any."""
    first, second = pair.earlier.verb, pair.later.verb
    if first is None and second is None:
        return ""
    change = f", {pair.change}" if pair.change else ""
    return f"{verb_words(first, called)} → {verb_words(second, called)}{change}"


def paired(topic: TopicComparison) -> frozenset[tuple[str, int]]:
    """Return the keys of the statements that are laid beside others, and their verbs with them."""
    pairs = (pair for step in topic.steps for pair in step.pairs)
    return frozenset(each.key for pair in pairs for each in (pair.earlier, pair.later))


def lone_verb_words(
    statement: Statement, beside: Collection[tuple[str, int]], called: SourceNames = str
) -> str:
    """Return the verb of a statement that is laid beside no other one; empty without any.

    Args:
        statement: The statement.
        beside: Keys of those that are laid beside others.
        called: What sources are called.
    """
    if statement.verb is None or statement.key in beside:
        return ""
    return f"verb of the source: {verb_words(statement.verb, called)}"


def ground_words(pair: Pair, library: Library) -> str:
    """Say why two statements are laid beside each other."""
    if pair.ground.lead:
        return "what either card leads with on this topic"
    labels = [library.topics[t].label if t in library.topics else t for t in pair.ground.topics]
    grounds = []
    if words := pair.ground.words:
        noun = "word" if len(words) == 1 else "words"
        grounds.append(f"the {noun} {', '.join(words)}")
    if labels:
        noun = "topic" if len(labels) == 1 else "topics"
        grounds.append(f"the {noun} {enumeration(labels)}")
    both = f"both have {' and '.join(grounds)}" if grounds else ""
    if pair.ground.follows:
        said = "a card says that one takes up the other"
        return f"{said}; {both}" if both else said
    return both or "both say the same"


def shared_words(pair: Pair) -> list[str]:
    """Return the phrases that the words of both sources share, as the earlier one has them."""
    wording = pair.earlier.wording
    if wording is None:
        return []
    return [wording.text[phrase.earlier.start : phrase.earlier.end] for phrase in pair.shared]


def difference_parts(pair: Pair) -> Iterator[tuple[ChangeKind, str]]:
    """Yield what two wordings share and where they differ, each stretch with its kind.

    Nothing where they have too little in common, or nothing that differs. A stretch holds the blank
    before it; the shared ones are written as the later wording has them.
    """
    first, second = pair.earlier.wording, pair.later.wording
    if first is None or second is None or (pair.same_words or 0) < LEAST_ALIKE:
        return
    if all(part.kind == "same" for part in pair.differences):
        return
    begun = False
    for part in pair.differences:
        span = part.later or part.earlier
        text = second.text if part.later else first.text
        if span is None:
            continue
        words = text[span.start : span.end]
        spaced = begun and (span.start == 0 or text[span.start - 1].isspace())
        if begun and not spaced:
            spaced = part.kind != "same" and words[0] not in _MARKS
        yield part.kind, f" {words}" if spaced else words
        begun = True


def marked_differences(pair: Pair) -> str:
    """Return two wordings in one line: `[-only earlier-]` and `{+only later+}`, as wdiff does."""
    return "".join(change_words(kind, words) for kind, words in difference_parts(pair))


def head_words(comparison: Comparison) -> list[str]:
    """Return one line for each meeting that is compared."""
    return [
        f"{meeting.date.isoformat()}: {meeting.title} ({meeting.card}, {meeting.status})"
        for meeting in comparison.meetings
    ]


def caution_words(comparison: Comparison, library: Library, called: SourceNames = str) -> list[str]:
    """Return what a reader must know of the sources that are compared."""
    sources = dict.fromkeys(source for each in comparison.meetings for source in each.sources)
    found = {source: library.caution(source) for source in sources if source in library.sources}
    return [
        f"Caution on {called(source)}: {caution}" for source, caution in found.items() if caution
    ]


def place_of(statement: Statement) -> str:
    """Return where a statement is: `CARD#3`, behind the day where the id does not begin so."""
    day = statement.date.isoformat()
    place = f"{statement.card}#{statement.number}"
    return place if place.startswith(day) else f"{day}, {place}"


def in_turn(step: Step) -> Iterator[Statement | Pair]:
    """Yield the statements of a step, each once, and each pair as soon as both are there."""
    given: set[tuple[str, int]] = set()
    for pair in step.pairs:
        for statement in (pair.earlier, pair.later):
            if statement.key not in given:
                given.add(statement.key)
                yield statement
        yield pair
    yield from (*step.only_earlier, *step.only_later)


def sum_words(comparison: Comparison) -> str:
    """Return how many topics are continued, new and missing; none that is merely unsaid is told."""
    standings = [topic.standing for topic in comparison.topics]
    counts = {each: standings.count(each) for each in Standing}
    told = (each for each in Standing if counts[each] or each is not Standing.SILENT)
    parts = [f"{counts[each]} {each.value}" for each in told]
    return f"{count(len(standings), 'topic')}: {', '.join(parts)}"
