"""The page before the next round, in its printed forms."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple, TypedDict

from briefing.language.quotation.quotations import nested
from briefing.output.analysis.commitments import (
    NOTE,
    CommitmentRecord,
    commitment_record,
    offer_words,
    state_words,
)
from briefing.output.analysis.rows import (
    RowRecord,
    address,
    place_words,
    row_record,
    who_words,
    words,
)
from briefing.output.analysis.table import escaped
from briefing.output.analysis.topics import MeetingRecord, TopicRecord, meeting_record, topic_record
from briefing.output.lines import PrintedLine, Role, block

if TYPE_CHECKING:
    from briefing.analysis.moved_phrases import PhrasePlace
    from briefing.analysis.offices import OfficeChange
    from briefing.analysis.prepare import OpenCommitment, Preparation, TopicChange
    from briefing.catalogue.db.rows import ItemRow
    from briefing.catalogue.queries.speakers import Office

LineKind = Literal["title", "heading", "line", "below", "note"]
_ROLES: dict[LineKind, Role] = {
    "title": "title", "heading": "heading", "line": "text", "below": "dim", "note": "dim",
}  # fmt: skip
_INDENTS: dict[LineKind, int] = {"title": 0, "heading": 0, "line": 2, "below": 4, "note": 0}
_MARKS: dict[LineKind, str] = {
    "title": "# ", "heading": "## ", "line": "- ", "below": "  - ", "note": "",
}  # fmt: skip


DUE = "Due"
UNDATED = "Promised without a date, last two meetings"
OPEN = "Left open by these sources"
OFFICES = "Who changed office, as the cards list them"
PHRASES = "Phrases both meetings share, in other words by now"


class PageLine(NamedTuple):
    """A line of the page, and what it is."""

    kind: LineKind
    text: str


class OfficeChangeRecord(TypedDict):
    """What differs between the participants of two meetings."""

    kind: str
    before: "OfficeHolderRecord | None"
    after: "OfficeHolderRecord | None"


class OfficeHolderRecord(TypedDict):
    """Someone in an office, as a card lists them."""

    id: str
    name: str
    role: str | None
    side: str | None
    card: str


class TopicChangeRecord(TypedDict):
    """A topic of the last two meetings."""

    topic: TopicRecord
    before: int
    last: int


class PhrasePlaceRecord(TypedDict):
    """A phrase at one of the meetings."""

    card: str
    number: int
    source: str
    paragraph: int
    start: int
    end: int
    phrase: str
    words: str
    caution: str | None


class MovedPhraseRecord(TypedDict):
    """A phrase of both meetings, with other words around it."""

    topic: str | None
    label: str
    earlier: PhrasePlaceRecord
    later: PhrasePlaceRecord


class PrepareRecord(TypedDict):
    """The answer of `prepare`."""

    series: str
    today: str
    last: MeetingRecord
    before: MeetingRecord | None
    bottom_line: RowRecord
    due: list[CommitmentRecord]
    undated: list[CommitmentRecord]
    commitments: int
    open: list[RowRecord]
    offices: list[OfficeChangeRecord]
    topics: list[TopicChangeRecord]
    phrases: list[MovedPhraseRecord]


def prepare_record(page: "Preparation") -> PrepareRecord:
    """Return what `prepare --json` says."""
    names = page.names
    return {
        "series": page.series,
        "today": page.today.isoformat(),
        "last": meeting_record(page.last),
        "before": meeting_record(page.before) if page.before else None,
        "bottom_line": row_record(page.bottom_line, names),
        "due": [commitment_record(each.row, each.offers, names) for each in page.due],
        "undated": [commitment_record(each.row, each.offers, names) for each in page.undated],
        "commitments": page.commitments,
        "open": [row_record(row, names) for row in page.open],
        "offices": [
            {
                "kind": change.kind,
                "before": _holder_record(change.before, page),
                "after": _holder_record(change.after, page),
            }
            for change in page.offices
        ],
        "topics": [
            {"topic": topic_record(each.topic), "before": each.before, "last": each.last}
            for each in page.topics
        ],
        "phrases": [
            {
                "topic": each.topic or None,
                "label": each.label,
                "earlier": _phrase_record(each.earlier, page),
                "later": _phrase_record(each.later, page),
            }
            for each in page.phrases
        ],
    }


def _phrase_record(place: "PhrasePlace", page: "Preparation") -> PhrasePlaceRecord:
    return {
        "card": place.card,
        "number": place.number,
        "source": place.source,
        "paragraph": place.paragraph,
        "start": place.span.start,
        "end": place.span.end,
        "phrase": place.phrase,
        "words": place.words,
        "caution": page.names.caution(place.source) or None,
    }


def prepare_lines(page: "Preparation") -> Iterator[str]:
    """Yield the page as plain lines, headings without marks, details indented."""
    for line in page_lines(page):
        yield f"{' ' * _INDENTS[line.kind]}{line.text}"


def prepare_page(page: "Preparation", columns: int) -> Iterator[PrintedLine]:
    """Yield the page for a terminal of that many columns."""
    for number, line in enumerate(page_lines(page)):
        if number and line.kind in ("heading", "note"):
            yield ()
        yield from block(line.text, _ROLES[line.kind], columns, _INDENTS[line.kind])


def prepare_markdown(page: "Preparation") -> str:
    """Return the page as Markdown; nothing of the library in it is read as markup."""
    written: list[str] = []
    for line in page_lines(page):
        if written and line.kind in ("heading", "note"):
            written.append("")
        written.append(f"{_MARKS[line.kind]}{escaped(line.text)}")
        if line.kind == "heading":
            written.append("")
    return "\n".join(written) + "\n"


def page_lines(page: "Preparation") -> Iterator[PageLine]:
    """Yield the page line by line: what each is, and its words."""
    yield PageLine("title", f"Before the next round of {page.series}")
    yield PageLine("note", f"As seen on {page.today.isoformat()}")
    yield PageLine("heading", last_heading(page))
    yield from _item_lines(page.bottom_line, page)
    yield from _section(DUE, _commitment_lines(page.due, page))
    yield from _section(UNDATED, _undated_lines(page))
    if cut := cut_words(page):
        command = f"briefing commitments --series {page.series}"
        yield PageLine("note", f"{cut}; all of them: {command}")
    yield from _section(OPEN, _open_lines(page))
    yield from _section(OFFICES, _office_lines(page))
    yield from _section(topics_heading(page), _topic_lines(page))
    yield from _section(PHRASES, _phrase_lines(page))
    yield PageLine("note", NOTE)


def _section(title: str, lines: Iterable[PageLine]) -> Iterator[PageLine]:
    """Yield lines under a heading; nothing where there are none."""
    kept = list(lines)
    if kept:
        yield PageLine("heading", title)
        yield from kept


def _item_lines(row: "ItemRow", page: "Preparation", before: str = "") -> Iterator[PageLine]:
    yield PageLine("line", f"{before}{words(row)}")
    facts = (who_words(row, page.names), row.voice, row.kind, place_words(row), address(row))
    yield PageLine("below", ", ".join(fact for fact in facts if fact))
    if caution := page.names.caution(row.source):
        yield PageLine("below", f"caution: {caution}")


def _commitment_lines(
    commitments: "Iterable[OpenCommitment]", page: "Preparation"
) -> Iterator[PageLine]:
    for each in commitments:
        row = each.row
        before = f"{state_words(row)}, due {row.item.due} ({row.when}): " if row.when else ""
        yield from _item_lines(row.item, page, before)
        for offer in each.offers:
            later = offer.item
            place = ", ".join(fact for fact in (place_words(later), address(later)) if fact)
            said = f"{offer_words(offer)}: {later.date.isoformat()}, {words(later)} ({place})"
            yield PageLine("below", said)


def _undated_lines(page: "Preparation") -> Iterator[PageLine]:
    return _commitment_lines(page.undated, page)


def _open_lines(page: "Preparation") -> Iterator[PageLine]:
    for row in page.open:
        yield PageLine("line", f"{words(row)} ({row.date.isoformat()}, {address(row)})")


def _office_lines(page: "Preparation") -> Iterator[PageLine]:
    for change in page.offices:
        yield PageLine("line", office_words(change, page))


def office_words(change: "OfficeChange", page: "Preparation") -> str:
    """Say what differs between two lists of participants, as the cards have them."""
    before, after = change.before, change.after
    if before is None:
        assert after is not None
        return f"listed now, not the time before: {_holder(after, page)} ({after.card})"
    if after is None:
        return f"listed the time before, not now: {_holder(before, page)} ({before.card})"
    places = f"{before.card}, {after.card}"
    if change.kind == "successor":
        names = page.names
        was, now = names.speaker_name(before.speaker), names.speaker_name(after.speaker)
        return f"{after.role}: {was} → {now} ({places})"
    name = page.names.speaker_name(after.speaker)
    return f"{name}: {_office(before)} → {_office(after)} ({places})"


def _phrase_lines(page: "Preparation") -> Iterator[PageLine]:
    """Yield each phrase, and below it the words of the sources it is in, then and now."""
    for each in page.phrases:
        yield PageLine("line", f"{each.label}: “{nested(each.earlier.phrase)}”")
        for place in (each.earlier, each.later):
            where = f"{place.source} paragraph {place.paragraph}, {place.card}#{place.number}"
            caution = page.names.caution(place.source)
            note = f" [caution: {caution}]" if caution else ""
            yield PageLine("below", f"“{nested(place.words)}” ({where}){note}")


def cut_words(page: "Preparation") -> str:
    """Say how much of what is due or promised is on the page; empty where that is all of it."""
    shown = len(page.due) + len(page.undated)
    return (
        f"{shown} of {page.commitments:,} commitments and dates" if shown < page.commitments else ""
    )


def last_heading(page: "Preparation") -> str:
    """Return the heading of the last meeting."""
    return f"Last time: {page.last.date.isoformat()}, {page.last.title}"


def topics_heading(page: "Preparation") -> str:
    """Return the heading of the topics: which meetings their items are counted at."""
    if page.before is None:
        return f"Topics, items of {page.last.date.isoformat()}"
    return f"Topics, items of {page.before.date.isoformat()} and {page.last.date.isoformat()}"


def _topic_lines(page: "Preparation") -> Iterator[PageLine]:
    for each in page.topics:
        yield PageLine("line", topic_words(each, page))


def topic_words(change: "TopicChange", page: "Preparation") -> str:
    """Say how much each of the last two meetings has on a topic; absence is no change of policy."""
    label = change.topic.label
    if page.before is None:
        return f"{label}: {change.last}"
    if not change.before:
        return f"{label}: {change.last}, not on the card before"
    if not change.last:
        return f"{label}: {change.before} before, not on the last card"
    return f"{label}: {change.before}, then {change.last}"


def _office(office: "Office") -> str:
    return ", ".join(part for part in (office.role, office.side) if part) or "no office named"


def _holder(office: "Office", page: "Preparation") -> str:
    return f"{page.names.speaker_name(office.speaker)}, {_office(office)}"


def _holder_record(office: "Office | None", page: "Preparation") -> OfficeHolderRecord | None:
    if office is None:
        return None
    return {
        "id": office.speaker,
        "name": page.names.speaker_name(office.speaker),
        "role": office.role or None,
        "side": office.side or None,
        "card": office.card,
    }
