"""The JSON shapes: what `--json` prints, key for key and in this order.

A key is always there. What a card or an entry does not say is null, never an empty string.
docs/cli.md documents each field; a change here is a change of a public format.
"""

from typing import TYPE_CHECKING, TypedDict

from briefing.errors import Problem
from briefing.library import Library
from briefing.model import Card, Continued, Evidence, Item
from briefing.output.names import SpeakerRecord, speaker_record

if TYPE_CHECKING:
    # A card is printed without the rules of a check.
    from briefing.check import Report


class ParticipantRecord(TypedDict):
    """Who took part, in the office of that day."""

    id: str
    name: str
    role: str | None
    side: str | None


class InsertionRecord(TypedDict):
    """A bracket of ours in a quotation."""

    text: str
    masked: str | None
    risks: list[str]


class GapRecord(TypedDict):
    """What an ellipsis skips."""

    words: int
    risks: list[str]
    sense_checked: bool


class ContinuedRecord(TypedDict):
    """Where words go on in another paragraph."""

    paragraph: int
    start: int
    end: int


class EvidenceRecord(TypedDict):
    """Exact words in a source, and where they were found."""

    source: str
    file: str
    paragraph: int | None
    start: int | None
    end: int | None
    exact: str
    state: str
    score: float
    insertions: list[InsertionRecord]
    gaps: list[GapRecord]
    differences: list[str]
    sense_checked: bool
    continued: ContinuedRecord | None
    reason: str | None
    caution: str | None


class ItemRecord(TypedDict):
    """One statement of a card."""

    id: str
    type: str
    section: str | None
    text: str
    speaker: SpeakerRecord | None
    voice: str | None
    kind: str | None
    due: str | None
    topics: list[str]
    evidence: list[EvidenceRecord]


class CardRecord(TypedDict):
    """The answer of `show`."""

    id: str
    title: str
    date: str
    place: str | None
    series: str | None
    status: str
    bottom_line: ItemRecord
    participants: list[ParticipantRecord]
    items: list[ItemRecord]


class ProblemRecord(TypedDict):
    """One finding of `check`."""

    severity: str
    code: str
    file: str
    line: int | None
    column: int | None
    message: str
    hint: str | None


class CoverageRecord(TypedDict):
    """How much of one source is cited."""

    source: str
    cited: int
    total: int
    uncited: list[int]


class CheckRecord(TypedDict):
    """The answer of `check`."""

    problems: list[ProblemRecord]
    coverage: list[CoverageRecord]
    states: dict[str, int]


def card_record(card: Card, library: Library, only: Item | None = None) -> CardRecord:
    """Return what `show` says of a card.

    Args:
        card: The card.
        library: Where its sources and speakers are.
        only: When given, `items` holds this item alone, or nothing if it is the bottom line.
    """
    items = [i for i in card.items[1:] if only is None or i.id == only.id]
    return {
        "id": card.id,
        "title": card.title,
        "date": card.meeting.date.isoformat(),
        "place": card.meeting.place or None,
        "series": card.series or None,
        "status": card.status,
        "bottom_line": item_record(card.bottom_line, library),
        "participants": [
            {
                "id": who.speaker,
                "name": library.speaker_name(who.speaker),
                "role": who.role or None,
                "side": who.side or None,
            }
            for who in card.participants
        ],
        "items": [item_record(item, library) for item in items],
    }


def item_record(item: Item, library: Library) -> ItemRecord:
    """Return one ITEM of the documented shape."""
    return {
        "id": item.id,
        "type": item.type,
        "section": item.section or None,
        "text": item.text,
        "speaker": speaker_record(item.speaker, library),
        "voice": item.voice,
        "kind": item.kind,
        "due": item.due or None,
        "topics": list(item.topics),
        "evidence": [evidence_record(evidence, library) for evidence in item.evidence],
    }


def evidence_record(evidence: Evidence, library: Library) -> EvidenceRecord:
    """Return some evidence with its passage; the places are null where nothing was found."""
    record = library.sources.get(evidence.source)
    passage = evidence.passage
    return {
        "source": evidence.source,
        "file": record.file if record else "",
        "paragraph": passage.paragraph,
        "start": passage.start,
        "end": passage.end,
        "exact": evidence.exact,
        "state": passage.state.value,
        "score": round(passage.score, 1),
        "insertions": [
            {"text": each.text, "masked": each.masked or None, "risks": list(each.risks)}
            for each in passage.insertions
        ],
        "gaps": [
            {"words": gap.words, "risks": list(gap.risks), "sense_checked": gap.checked}
            for gap in passage.gaps
        ],
        "differences": list(passage.differences),
        "sense_checked": passage.checked and all(gap.checked for gap in passage.gaps),
        "continued": _continued_record(passage.continued),
        "reason": passage.reason or None,
        "caution": (record.caution if record else "") or None,
    }


def _continued_record(continued: Continued | None) -> ContinuedRecord | None:
    if continued is None:
        return None
    spans = continued.spans
    return {"paragraph": continued.paragraph, "start": spans[0].start, "end": spans[-1].end}


def check_record(report: "Report") -> CheckRecord:
    """Return what `check` found."""
    return {
        "problems": [problem_record(problem) for problem in report.problems],
        "coverage": [
            {
                "source": coverage.source,
                "cited": coverage.cited,
                "total": coverage.total,
                "uncited": list(coverage.uncited),
            }
            for coverage in report.coverage
        ],
        "states": {state.value: count for state, count in report.states.items()},
    }


def problem_record(problem: Problem) -> ProblemRecord:
    """Return one finding with its place taken apart."""
    return {
        "severity": problem.severity,
        "code": problem.code,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "hint": problem.hint or None,
    }
