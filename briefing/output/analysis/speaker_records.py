"""Speakers over time as JSON."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypedDict

from briefing.model.core import Manner
from briefing.output.analysis.rows import RowRecord, row_record
from briefing.output.analysis.topics import MeetingRecord, meeting_record
from briefing.output.names import SpeakerRecord

if TYPE_CHECKING:
    from briefing.analysis.speakers import (
        Pair,
        SpeakerCell,
        SpeakerMatrix,
        SpeakerRow,
        SpeakerWords,
    )
    from briefing.catalogue.queries.speakers import Office


class OfficeRecord(TypedDict):
    """The office someone held at one meeting."""

    card: str
    date: str
    part: str
    role: str | None
    side: str | None


class SpeakerCountRecord(TypedDict):
    """Someone who speaks, undertakes or takes part, and how often."""

    id: str
    name: str
    kind: str | None
    country: str | None
    items: int
    meetings: int
    took_part: int
    quoted_alone: bool
    manners: dict[str, int]
    office: OfficeRecord | None


class SpeakerCellRecord(TypedDict):
    """Someone at one meeting."""

    took_part: bool
    items: int
    manners: dict[str, int]


class SpeakerCellsRecord(TypedDict):
    """Someone, meeting by meeting."""

    speaker: str
    cells: list[SpeakerCellRecord]


class SpeakerMatrixRecord(TypedDict):
    """Speakers by meetings of one series."""

    series: str | None
    meetings: list[MeetingRecord]
    speakers: list[SpeakerCellsRecord]


class SpeakersRecord(TypedDict):
    """The answer of `speakers`."""

    speakers: list[SpeakerCountRecord]
    matrices: list[SpeakerMatrixRecord]


class GroupRecord(TypedDict):
    """Items of one manner."""

    manner: str
    rows: list[RowRecord]


class CountedTopicRecord(TypedDict):
    """A topic, and how many of the items are filed under it."""

    topic: str
    items: int


class WordsRecord(TypedDict):
    """The answer of `speakers SPEAKER`."""

    speaker: SpeakerCountRecord
    offices: list[OfficeRecord]
    topics: list[CountedTopicRecord]
    groups: list[GroupRecord]


class SideRecord(TypedDict):
    """What two speakers say at one meeting."""

    card: str
    title: str
    one: list[RowRecord]
    other: list[RowRecord]


class SharedTopicRecord(TypedDict):
    """A topic of two speakers, and how many items each has on it."""

    topic: str
    one: int
    other: int


class PairRecord(TypedDict):
    """The answer of `speakers SPEAKER SPEAKER`."""

    one: SpeakerRecord
    other: SpeakerRecord
    topic: str | None
    shared_topics: list[SharedTopicRecord]
    meetings: list[SideRecord]


def speakers_record(
    speakers: "Iterable[SpeakerRow]", matrices: "Iterable[SpeakerMatrix]"
) -> SpeakersRecord:
    """Return what `speakers --json` says."""
    return {
        "speakers": [_count_record(row) for row in speakers],
        "matrices": [
            {
                "series": matrix.series or None,
                "meetings": [meeting_record(meeting) for meeting in matrix.meetings],
                "speakers": [
                    {"speaker": row.row.speaker.id, "cells": [_cell_record(c) for c in row.cells]}
                    for row in matrix.rows
                ],
            }
            for matrix in matrices
        ],
    }


def words_record(words: "SpeakerWords") -> WordsRecord:
    """Return what `speakers SPEAKER --json` says."""
    return {
        "speaker": _count_record(words.row),
        "offices": [_office_record(office) for office in words.offices],
        "topics": [{"topic": topic, "items": number} for topic, number in words.topics],
        "groups": [
            {"manner": manner.value, "rows": [row_record(row, words.names) for row in rows]}
            for manner, rows in words.items.items()
        ],
    }


def pair_record(pair: "Pair") -> PairRecord:
    """Return what `speakers SPEAKER SPEAKER --json` says."""
    return {
        "one": {"id": pair.one.id, "name": pair.one.name},
        "other": {"id": pair.other.id, "name": pair.other.name},
        "topic": pair.topic or None,
        "shared_topics": [
            {"topic": topic, "one": ours, "other": theirs} for topic, ours, theirs in pair.shared
        ],
        "meetings": [
            {
                "card": side.card,
                "title": side.title,
                "one": [row_record(row, pair.names) for row in side.one],
                "other": [row_record(row, pair.names) for row in side.other],
            }
            for side in pair.meetings
        ],
    }


def _count_record(row: "SpeakerRow") -> SpeakerCountRecord:
    return {
        "id": row.speaker.id,
        "name": row.speaker.name,
        "kind": row.speaker.kind or None,
        "country": row.speaker.country or None,
        "items": row.items,
        "meetings": row.meetings,
        "took_part": row.took_part,
        "quoted_alone": row.quoted_alone,
        "manners": _by_words(row.by_manner),
        "office": _office_record(row.office) if row.office else None,
    }


def _cell_record(cell: "SpeakerCell") -> SpeakerCellRecord:
    return {
        "took_part": cell.took_part,
        "items": cell.items,
        "manners": _by_words(cell.by_manner),
    }


def _by_words(by_manner: "Mapping[Manner, int]") -> dict[str, int]:
    return {manner.value: number for manner, number in by_manner.items()}


def _office_record(office: "Office") -> OfficeRecord:
    return {
        "card": office.card,
        "date": office.date.isoformat(),
        "part": office.part,
        "role": office.role or None,
        "side": office.side or None,
    }
