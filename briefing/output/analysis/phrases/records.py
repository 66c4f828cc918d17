"""The JSON shapes of a phrase's history, documented in docs/cli.md."""

from typing import TypedDict

from briefing.analysis.phrases.history import MeetingUses, PhraseHistory, PhraseUse, PhraseVariant
from briefing.output.names import Names, SpeakerRecord, speaker_record


class ClaimRecord(TypedDict):
    """A claim that rests on the words."""

    card: str
    number: int
    item: str
    type: str
    state: str


class UseRecord(TypedDict):
    """One use of a phrase."""

    date: str | None
    of_meeting: bool
    type: str
    source: str | None
    paragraph: int | None
    start: int
    end: int
    words: str
    text: str
    variant: int | None
    series: str | None
    card: str | None
    item: str | None
    number: int | None
    who: list[SpeakerRecord]
    state: str | None
    claims: list[ClaimRecord]
    caution: str | None


class PartRecord(TypedDict):
    """A stretch of words of a variant beside the phrase."""

    kind: str
    text: str


class VariantRecord(TypedDict):
    """A close variant of a phrase."""

    words: str
    uses: int
    first: str | None
    differences: list[PartRecord]


class MeetingUsesRecord(TypedDict):
    """How often a phrase is used at a meeting."""

    card: str | None
    title: str
    date: str | None
    series: str | None
    exact: int
    variants: int


class PhraseRecord(TypedDict):
    """The answer of `phrase`."""

    phrase: str
    words: list[str]
    exact: int
    varied: int
    partial: bool
    unknown: list[str]
    nearest: list[str]
    meetings: list[MeetingUsesRecord]
    variants: list[VariantRecord]
    uses: list[UseRecord]


def history_record(history: PhraseHistory, names: Names) -> PhraseRecord:
    """Return what `phrase` found.

    Args:
        history: What was found.
        names: Where names and cautions are.
    """
    return {
        "phrase": history.phrase.text,
        "words": list(history.phrase.words),
        "exact": history.exact,
        "varied": history.varied,
        "partial": history.partial,
        "unknown": list(history.phrase.unknown),
        "nearest": list(history.phrase.nearest),
        "meetings": [_meeting(meeting) for meeting in history.meetings],
        "variants": [_variant(variant) for variant in history.variants],
        "uses": [_use(use, names) for use in history.uses],
    }


def _meeting(meeting: MeetingUses) -> MeetingUsesRecord:
    return {
        "card": meeting.card or None,
        "title": meeting.title,
        "date": meeting.date.isoformat() if meeting.date else None,
        "series": meeting.series or None,
        "exact": meeting.exact,
        "variants": meeting.variants,
    }


def _variant(variant: PhraseVariant) -> VariantRecord:
    return {
        "words": variant.words,
        "uses": variant.uses,
        "first": variant.first.isoformat() if variant.first else None,
        "differences": [{"kind": part.kind, "text": part.text} for part in variant.differences],
    }


def _use(use: PhraseUse, names: Names) -> UseRecord:
    who = (speaker_record(speaker, names) for speaker in use.who)
    return {
        "date": use.date.isoformat() if use.date else None,
        "of_meeting": use.of_meeting,
        "type": use.kind,
        "source": use.source or None,
        "paragraph": use.paragraph,
        "start": use.span.start,
        "end": use.span.end,
        "words": use.words,
        "text": use.text,
        "variant": use.variant,
        "series": use.series or None,
        "card": use.card or None,
        "item": use.item or None,
        "number": use.number,
        "who": [record for record in who if record],
        "state": use.state or None,
        "claims": [
            {
                "card": claim.card,
                "number": claim.number,
                "item": claim.item,
                "type": claim.type,
                "state": claim.state,
            }
            for claim in use.claims
        ],
        "caution": (names.caution(use.source) if use.source else "") or None,
    }
