"""The JSON shapes of a comparison, documented in docs/cli.md."""

from typing import TypedDict

from briefing.analysis.compare.comparison import (
    ComparedMeeting,
    Comparison,
    Pair,
    Stage,
    Step,
    TopicComparison,
)
from briefing.analysis.compare.looking import Looked
from briefing.analysis.compare.statements import Statement, Wording
from briefing.analysis.compare.verbs import StrengthVerb
from briefing.library.library import Library
from briefing.model.core import Span
from briefing.output.names import SpeakerRecord, speaker_record


class MeetingRecord(TypedDict):
    """A meeting that is compared."""

    id: str
    title: str
    date: str
    series: str | None
    status: str
    bottom_line: str
    sources: list[str]


class WordingRecord(TypedDict):
    """Words of a source that a statement rests on."""

    source: str
    paragraph: int
    spans: list[list[int]]
    words: str
    state: str
    caution: str | None


class VerbRecord(TypedDict):
    """A verb of strength where it is."""

    word: str
    strength: str
    source: str
    paragraph: int
    start: int
    end: int
    hedge: str | None
    hedge_word: str | None
    hedge_start: int | None
    hedge_end: int | None


class AbsenceRecord(TypedDict):
    """Words that a card says are nowhere in a source."""

    source: str
    words: list[str]
    holds: bool


class StatementRecord(TypedDict):
    """One item on a topic."""

    card: str
    date: str
    series: str | None
    number: int
    item: str
    type: str
    text: str
    state: str | None
    who: list[SpeakerRecord]
    kind: str | None
    voice: str | None
    wordings: list[WordingRecord]
    verbs: list[VerbRecord]
    absences: list[AbsenceRecord]


class NamePlaceRecord(TypedDict):
    """Where a name of a topic is."""

    source: str
    paragraph: int
    start: int
    end: int
    words: str


class LookedRecord(TypedDict):
    """What was looked for in the sources of a silent card."""

    names: list[str]
    sources: list[str]
    unread: list[str]
    nowhere: bool
    places: list[NamePlaceRecord]


class StageRecord(TypedDict):
    """A topic at one meeting."""

    card: str
    standing: str | None
    statements: list[StatementRecord]
    looked: LookedRecord | None


class SharedRecord(TypedDict):
    """A phrase both wordings have."""

    earlier: list[int]
    later: list[int]
    words: str


class DifferenceRecord(TypedDict):
    """A stretch of two wordings laid beside each other."""

    kind: str
    earlier: list[int] | None
    later: list[int] | None
    words: str


class PairRecord(TypedDict):
    """Two statements beside each other, by their numbers."""

    earlier: int
    later: int
    likeness: float
    shared_words: list[str]
    shared_topics: list[str]
    follows: bool
    lead: bool
    same_words: float | None
    shared: list[SharedRecord]
    differences: list[DifferenceRecord]
    verb_earlier: VerbRecord | None
    verb_later: VerbRecord | None
    change: str | None


class StepRecord(TypedDict):
    """From one meeting that has a topic to the next that has it."""

    earlier: str
    later: str
    pairs: list[PairRecord]
    only_earlier: list[int]
    only_later: list[int]


class TopicRecord(TypedDict):
    """One topic through the meetings."""

    id: str | None
    label: str
    standing: str
    stages: list[StageRecord]
    steps: list[StepRecord]


class ComparisonRecord(TypedDict):
    """The answer of `compare`."""

    meetings: list[MeetingRecord]
    topics: list[TopicRecord]


def comparison_record(comparison: Comparison, library: Library) -> ComparisonRecord:
    """Return what `compare` found.

    Args:
        comparison: What was compared.
        library: Where names and cautions are.
    """
    return {
        "meetings": [_meeting(meeting) for meeting in comparison.meetings],
        "topics": [_topic(topic, library) for topic in comparison.topics],
    }


def _meeting(meeting: ComparedMeeting) -> MeetingRecord:
    return {
        "id": meeting.card,
        "title": meeting.title,
        "date": meeting.date.isoformat(),
        "series": meeting.series or None,
        "status": meeting.status,
        "bottom_line": meeting.bottom_line,
        "sources": list(meeting.sources),
    }


def _topic(topic: TopicComparison, library: Library) -> TopicRecord:
    return {
        "id": topic.topic or None,
        "label": topic.label,
        "standing": topic.standing.value,
        "stages": [_stage(stage, library) for stage in topic.stages],
        "steps": [_step(step) for step in topic.steps],
    }


def _stage(stage: Stage, library: Library) -> StageRecord:
    return {
        "card": stage.card,
        "standing": stage.standing.value if stage.standing else None,
        "statements": [statement_record(each, library) for each in stage.statements],
        "looked": _looked(stage.looked) if stage.looked else None,
    }


def statement_record(statement: Statement, library: Library) -> StatementRecord:
    """Return one statement of the documented shape."""
    item = statement.item
    who = (speaker_record(speaker, library) for speaker in item.speakers)
    return {
        "card": statement.card,
        "date": statement.date.isoformat(),
        "series": statement.series or None,
        "number": statement.number,
        "item": item.id,
        "type": item.type,
        "text": item.text,
        "state": item.state.value if item.state else None,
        "who": [record for record in who if record],
        "kind": item.kind,
        "voice": item.voice,
        "wordings": [_wording(each, library) for each in statement.wordings],
        "verbs": [_verb(each) for each in statement.verbs],
        "absences": [
            {"source": each.source, "words": list(each.words), "holds": each.holds}
            for each in statement.absences
        ],
    }


def _wording(wording: Wording, library: Library) -> WordingRecord:
    return {
        "source": wording.source,
        "paragraph": wording.paragraph,
        "spans": [list(span) for span in wording.spans],
        "words": wording.words,
        "state": wording.state.value,
        "caution": library.caution(wording.source) or None,
    }


def _verb(verb: StrengthVerb) -> VerbRecord:
    hedge = verb.hedge_span
    return {
        "word": verb.word,
        "strength": verb.strength.name.lower(),
        "source": verb.source,
        "paragraph": verb.paragraph,
        "start": verb.span.start,
        "end": verb.span.end,
        "hedge": verb.hedge or None,
        "hedge_word": verb.hedge_word or None,
        "hedge_start": hedge.start if hedge else None,
        "hedge_end": hedge.end if hedge else None,
    }


def _looked(looked: Looked) -> LookedRecord:
    return {
        "names": list(looked.names),
        "sources": list(looked.sources),
        "unread": list(looked.unread),
        "nowhere": looked.nowhere,
        "places": [
            {
                "source": place.source,
                "paragraph": place.paragraph,
                "start": place.span.start,
                "end": place.span.end,
                "words": place.words,
            }
            for place in looked.places
        ],
    }


def _step(step: Step) -> StepRecord:
    return {
        "earlier": step.earlier,
        "later": step.later,
        "pairs": [_pair(pair) for pair in step.pairs],
        "only_earlier": [statement.number for statement in step.only_earlier],
        "only_later": [statement.number for statement in step.only_later],
    }


def _pair(pair: Pair) -> PairRecord:
    first, second = pair.earlier.wording, pair.later.wording
    earlier, later = first.text if first else "", second.text if second else ""
    verbs = pair.earlier.verb, pair.later.verb
    return {
        "earlier": pair.earlier.number,
        "later": pair.later.number,
        "likeness": round(pair.likeness, 3),
        "shared_words": list(pair.ground.words),
        "shared_topics": list(pair.ground.topics),
        "follows": pair.ground.follows,
        "lead": pair.ground.lead,
        "same_words": None if pair.same_words is None else round(pair.same_words, 3),
        "shared": [
            {
                "earlier": list(phrase.earlier),
                "later": list(phrase.later),
                "words": _at(earlier, phrase.earlier),
            }
            for phrase in pair.shared
        ],
        "differences": [
            {
                "kind": part.kind,
                "earlier": list(part.earlier) if part.earlier else None,
                "later": list(part.later) if part.later else None,
                "words": _at(later, part.later) if part.later else _at(earlier, part.earlier),
            }
            for part in pair.differences
        ],
        "verb_earlier": _verb(verbs[0]) if verbs[0] else None,
        "verb_later": _verb(verbs[1]) if verbs[1] else None,
        "change": pair.change or None,
    }


def _at(text: str, span: Span | None) -> str:
    return text[span.start : span.end] if span else ""
