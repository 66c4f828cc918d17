"""The JSON shapes: what `--json` prints, key for key and in this order.

A key is always there. What a card or an entry does not say is null, never an empty string.
docs/cli.md documents each field; a change here is a change of a public format.
"""

from typing import TYPE_CHECKING, TypedDict

from briefing.errors import Problem
from briefing.library.library import Library
from briefing.model.card import Card, Item, Waiver
from briefing.model.source import SourceRecord
from briefing.output.evidence_records import (
    EvidenceRecord,
    QuotedWordsRecord,
    evidence_record,
    quoted_words_record,
)
from briefing.output.names import SpeakerRecord, speaker_record
from briefing.output.wording import cited_sources

if TYPE_CHECKING:
    # A card is printed without the rules of a check.
    from briefing.check.report import Report


class ParticipantRecord(TypedDict):
    """Who took part, in the office of that day."""

    id: str
    name: str
    role: str | None
    side: str | None


class QuotedSpeakerRecord(TypedDict):
    """Who is quoted without taking part."""

    id: str
    name: str
    role: str | None


class RelatedRecord(TypedDict):
    """Another card to read."""

    card: str
    why: str


class OmissionRecord(TypedDict):
    """Paragraphs of the story left out on purpose."""

    source: str
    starts: str
    why: str
    paragraphs: list[int]


class WaiverRecord(TypedDict):
    """An accepted finding of `check`."""

    code: str
    why: str


class LinkRecord(TypedDict):
    """The way to an item of another card."""

    card: str
    item: str


class TranslationRecord(TypedDict):
    """Our reading of a quote."""

    text: str
    language: str
    by: str | None


class SourceRecordOfCard(TypedDict):
    """A source that a card cites."""

    id: str
    file: str
    publisher: str | None
    title: str | None
    byline: str | None
    kind: str | None
    published: str | None
    retrieved: str | None
    version: str | None
    supersedes: str | None
    language: str
    encoding: str | None
    url: str | None
    rights: str | None
    sha256: str | None
    furniture: list[str]
    caution: str | None


class ItemRecord(TypedDict):
    """One statement of a card."""

    id: str
    type: str
    section: str | None
    text: str
    key: bool
    speaker: SpeakerRecord | None
    by: list[SpeakerRecord]
    voice: str | None
    kind: str | None
    due: str | None
    topics: list[str]
    continues: bool
    translation: TranslationRecord | None
    note: str | None
    quoted: list[QuotedWordsRecord]
    unfound: list[str]
    accept: list[WaiverRecord]
    follows: LinkRecord | None
    evidence: list[EvidenceRecord]


class CardRecord(TypedDict):
    """The answer of `show`."""

    id: str
    title: str
    name: str
    date: str
    end: str | None
    time: str | None
    timezone: str | None
    date_note: str | None
    place: str | None
    mode: str | None
    series: str | None
    sequence: int | None
    status: str
    superseded_by: str | None
    author: str | None
    reviewed_by: str | None
    reviewed: str | None
    note: str | None
    bottom_line: ItemRecord
    participants: list[ParticipantRecord]
    quoted: list[QuotedSpeakerRecord]
    related: list[RelatedRecord]
    omitted: list[OmissionRecord]
    accept: list[WaiverRecord]
    sources: list[SourceRecordOfCard]
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
    omitted: list[int]


class AcceptedRecord(TypedDict):
    """A finding that a card accepts, with its reason."""

    problem: ProblemRecord
    why: str


class CheckRecord(TypedDict):
    """The answer of `check`."""

    problems: list[ProblemRecord]
    accepted: list[AcceptedRecord]
    coverage: list[CoverageRecord]
    states: dict[str, int]


def card_record(
    card: Card, library: Library, only: Item | None = None, *, brief: bool = False
) -> CardRecord:
    """Return what `show` says of a card.

    Args:
        card: The card.
        library: Where its sources and speakers are.
        only: When given, `items` holds this item alone, or nothing if it is the bottom line.
        brief: Whether `items` holds the key items alone.
    """
    items = [i for i in card.items[1:] if (only is None or i.id == only.id)]
    if brief:
        items = [item for item in items if item.key]
    meeting = card.meeting
    return {
        "id": card.id,
        "title": card.title,
        "name": meeting.name,
        "date": meeting.date.isoformat(),
        "end": meeting.end.isoformat() if meeting.end else None,
        "time": meeting.time or None,
        "timezone": meeting.timezone or None,
        "date_note": meeting.date_note or None,
        "place": meeting.place or None,
        "mode": meeting.mode or None,
        "series": card.series or None,
        "sequence": meeting.sequence or None,
        "status": card.status,
        "superseded_by": card.superseded_by or None,
        "author": card.author or None,
        "reviewed_by": card.reviewed_by or None,
        "reviewed": card.reviewed.isoformat() if card.reviewed else None,
        "note": card.note or None,
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
        "quoted": [
            {"id": q.speaker, "name": library.speaker_name(q.speaker), "role": q.role or None}
            for q in card.quoted
        ],
        "related": [{"card": other.card, "why": other.why} for other in card.related],
        "omitted": [
            {"source": o.source, "starts": o.starts, "why": o.why, "paragraphs": [*o.paragraphs]}
            for o in card.omitted
        ],
        "accept": _waiver_records(card.accept),
        "sources": [
            source_record(library.sources[name])
            for name in cited_sources(card)
            if name in library.sources
        ],
        "items": [item_record(item, library) for item in items],
    }


def source_record(source: SourceRecord) -> SourceRecordOfCard:
    """Return what the library says of a source."""
    return {
        "id": source.id,
        "file": source.file,
        "publisher": source.publisher or None,
        "title": source.title or None,
        "byline": source.byline or None,
        "kind": source.kind or None,
        "published": str(source.published) if source.published else None,
        "retrieved": str(source.retrieved) if source.retrieved else None,
        "version": source.version or None,
        "supersedes": source.supersedes or None,
        "language": source.language,
        "encoding": source.encoding or None,
        "url": source.url or None,
        "rights": source.rights or None,
        "sha256": source.sha256 or None,
        "furniture": list(source.furniture),
        "caution": source.caution or None,
    }


def item_record(item: Item, library: Library) -> ItemRecord:
    """Return one ITEM of the documented shape."""
    by = (speaker_record(speaker, library) for speaker in item.by)
    meant = item.translation
    return {
        "id": item.id,
        "type": item.type,
        "section": item.section or None,
        "text": item.text,
        "key": item.key,
        "speaker": speaker_record(item.speaker, library),
        "by": [record for record in by if record],
        "voice": item.voice,
        "kind": item.kind,
        "due": item.due or None,
        "topics": list(item.topics),
        "continues": item.continues,
        "translation": (
            {"text": meant.text, "language": meant.language, "by": meant.by or None}
            if meant
            else None
        ),
        "note": item.note or None,
        "quoted": [quoted_words_record(words) for words in item.quoted],
        "unfound": list(item.unfound),
        "accept": _waiver_records(item.accept),
        "follows": (
            {"card": item.follows.card, "item": item.follows.item} if item.follows else None
        ),
        "evidence": [evidence_record(evidence, library) for evidence in item.evidence],
    }


def _waiver_records(waivers: tuple[Waiver, ...]) -> list[WaiverRecord]:
    return [{"code": waiver.code, "why": waiver.why} for waiver in waivers]


def check_record(report: "Report") -> CheckRecord:
    """Return what `check` found."""
    return {
        "problems": [problem_record(problem) for problem in report.problems],
        "accepted": [
            {"problem": problem_record(each.problem), "why": each.why} for each in report.accepted
        ],
        "coverage": [
            {
                "source": coverage.source,
                "cited": coverage.cited,
                "total": coverage.total,
                "uncited": list(coverage.uncited),
                "omitted": list(coverage.omitted),
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
