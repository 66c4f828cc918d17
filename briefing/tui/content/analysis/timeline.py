"""The line of time: meetings, what is due, and what the sources date, drawn at three scales."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from briefing.analysis.timeline import (
    KINDS,
    EntryKind,
    Timeline,
    TimelineEntry,
    TimelineGroup,
    Zoom,
    grouped,
)
from briefing.catalogue.queries.names import ViewNames
from briefing.language.quotation.quotations import nested
from briefing.output.analysis.rows import words
from briefing.output.names import SourceNames
from briefing.output.wording import count
from briefing.tui.content.analysis.items import item_facts
from briefing.tui.content.analysis.table import Lines, TableGroup, TablePage, TableRow, spread
from briefing.tui.content.line import KEPT_TOGETHER, TextLine, date_words, join, shown, unbroken
from briefing.tui.lineview.blocks import Block, Run
from briefing.tui.lineview.roles import TextRole

SIGNS: Mapping[EntryKind, str] = {"meeting": "●", "due": "◆", "event": "○"}
_ROLES: Mapping[EntryKind, TextRole] = {"meeting": "heading", "due": "tag", "event": "quiet"}
_NAMES: Mapping[EntryKind, str] = {
    "meeting": "meeting",
    "due": "date set by an item",
    "event": "date in a source",
}
_PLURALS: Mapping[EntryKind, str] = {
    "meeting": "meetings",
    "due": "dates set by items",
    "event": "dates in sources",
}
_MOST_SIGNS = 24
"""How many signs a bar has at most; a longer one says so by its end."""
_MONTH = 31
_RAIL = "│"
LEGEND = "● meeting  ◆ what is due  ○ a sentence of a source that names a time"


def meeting_key(card: str) -> str:
    """Return what a meeting is known by."""
    return f"meeting\t{card}"


def entry_key(entry: TimelineEntry) -> str:
    """Return what an entry is known by."""
    if entry.meeting is not None:
        return meeting_key(entry.meeting.card)
    if entry.item is not None:
        return f"due\t{entry.item.address}"
    event = entry.event
    if event is None:
        return ""
    # One sentence may name several times.
    place = (event.source, event.paragraph, event.span.start, event.first, event.last, event.words)
    return "\t".join(("event", *map(str, place)))


def group_key(group: TimelineGroup) -> str:
    """Return what a year or month is known by."""
    return f"group\t{group.label}"


def entries_under(
    entries: Sequence[TimelineEntry], zoom: Zoom
) -> Mapping[str, Sequence[TimelineEntry]]:
    """Return the entries that each row stands for, by its key.

    Args:
        entries: All of them.
        zoom: Whether a row is a year, a month, or one thing.
    """
    if zoom == "day":
        return {entry_key(entry): (entry,) for entry in entries}
    return {group_key(group): group.entries for group in grouped(entries, zoom)}


def timeline_page(line: Timeline, zoom: Zoom, today: date, sources: SourceNames) -> TablePage:
    """Lay out the line, today marked on it.

    Args:
        line: What stands on it, in order.
        zoom: Whether a row is a year, a month, or one thing on its day.
        today: The day from which it is seen.
        sources: What sources are called.
    """
    nothing = "Nothing that was read so far has a date."
    if zoom == "day":
        groups = list(_days(line, today, sources))
    else:
        groups = list(_spans(grouped(line.entries, zoom), today))
    return TablePage(groups, foot=(LEGEND,), nothing=nothing)


def _spans(groups: Iterable[TimelineGroup], today: date) -> Iterator[TableGroup]:
    """Yield years or months as bars, those of one year under it, today between them."""

    def grouping(group: TimelineGroup) -> tuple[str, bool]:
        monthly = len(group.label) > len("2023")
        return group.label[:4] if monthly else "", group.first <= today

    for (year, past), some in groupby(groups, key=grouping):
        yield TableGroup(_head(year, past, today), tuple(map(_bar, some)))


def _bar(group: TimelineGroup) -> TableRow:
    counts = {kind: group.count(kind) for kind in KINDS}
    told = [
        count(number, _NAMES[kind]) if number == 1 else f"{number:,} {_PLURALS[kind]}"
        for kind, number in counts.items()
        if number
    ]
    vague = sum((entry.last - entry.first).days > _MONTH for entry in group.entries)
    if vague and len(group.label) > len("2023"):
        told.append(f"{vague:,} for a time longer than the month")
    signs = [Run(SIGNS[kind] * min(n, _MOST_SIGNS), _ROLES[kind]) for kind, n in counts.items()]
    more = "…" if max(counts.values()) > _MOST_SIGNS else ""
    bar = join([*signs, more], "")
    said = join([Run(part, "quiet") for part in told], KEPT_TOGETHER)
    label = f"{group.first:%b}" if len(group.label) > len("2023") else group.label
    lead = Run(f"{label:<8}├ ", "label")
    further = Run(" " * 8 + _RAIL, "gutter")
    first = Block(bar.text, "", bar.marks, lead=lead, further=further)
    below = Block(said.text, "quiet", lead=Run(f"{'':<8}{_RAIL} ", "gutter"), further=further)
    found_by = " ".join((group.label, label, *told, *(entry.text for entry in group.entries)))
    made = spread([first, below])
    return TableRow(group_key(group), found_by, lambda width: made)


def _days(line: Timeline, today: date, sources: SourceNames) -> Iterator[TableGroup]:
    """Yield everything on its day under its year, today between what is past and ahead."""
    for (year, past), some in groupby(
        line.entries, key=lambda entry: (entry.first.year, entry.first <= today)
    ):
        rows = tuple(_entry(entry, line.names, sources) for entry in some)
        yield TableGroup(_head(str(year), past, today), rows, str(year))


def _head(year: str, past: bool, today: date) -> Lines:
    """Return the heading of a year; what begins after today stands under today's mark too."""
    blocks: list[Block] = []
    if not past:
        blocks.append(Block(f"ahead of {date_words(today)}", "tag"))
    if year:
        blocks.append(Block(year, "heading"))
    kept = tuple(blocks)
    return lambda width: kept


def _entry(entry: TimelineEntry, names: ViewNames, sources: SourceNames) -> TableRow:
    sign, role = SIGNS[entry.kind], _ROLES[entry.kind]
    day = _day(entry)
    lead = Run(f"{day:<8}{sign} ", role if entry.kind == "due" else "label")
    rail = Run(" " * 8 + _RAIL, "gutter")
    text, text_role, facts = _words(entry, names, sources)
    first = Block(text, text_role, lead=lead, further=rail)
    under = Run(f"{'':<8}{_RAIL} ", "gutter")
    below = [Block(facts.text, "quiet", facts.marks, lead=under, further=rail)]
    made = spread([first, *below])
    found_by = (
        f"{entry.first.isoformat()} {entry.kind} {entry.when} {text} {facts.text} {entry.source}"
    )
    return TableRow(entry_key(entry), found_by, lambda width: made)


def _day(entry: TimelineEntry) -> str:
    """Return the day on the line, or as much of it as is known."""
    first, last = entry.first, entry.last
    if entry.kind == "meeting" or first == last:
        return f"{first.day} {first:%b}"
    if first.year != last.year:
        return f"{first.year}–{last:%y}"
    if first.month == last.month:
        return f"{first:%b}"
    whole_year = (first.month, last.month) == (1, 12)
    return str(first.year) if whole_year else f"{first:%b}–{last:%b}"


def _words(
    entry: TimelineEntry, names: ViewNames, sources: SourceNames
) -> tuple[str, TextRole, TextLine]:
    """Return what an entry says, in which role, and what it rests on."""
    facts: Sequence[Run | str]
    if entry.meeting is not None:
        meeting = entry.meeting
        facts = ["meeting", entry.when if meeting.last_day > meeting.date else "", meeting.place]
        return shown(meeting.title), "heading", join([*facts, meeting.series], KEPT_TOGETHER)
    if entry.item is not None:
        item = entry.item
        said = f"said {unbroken(date_words(item.date, short=True))}"
        rest = item_facts(item, names, sources, ("due", "meeting"))
        head = join([Run(f"due {entry.when}", "tag"), said], KEPT_TOGETHER)
        return (
            shown(words(item)),
            "quote" if item.type == "quote" and item.verified else "",
            _after(head, rest),
        )
    assert entry.event is not None
    event = entry.event
    caution = Run("caution", "caution") if names.caution(event.source) else ""
    place = unbroken(f"{sources(event.source)} ¶{event.paragraph}")
    said_so = join([event.words, "in a source", place, caution], KEPT_TOGETHER)
    return shown(f"“{nested(event.text)}”"), "quote", said_so


def _after(head: TextLine, rest: TextLine) -> TextLine:
    """Return two lines as one."""
    if not rest.text:
        return head
    shift = len(head.text) + len(KEPT_TOGETHER)
    moved = (mark._replace(start=mark.start + shift, end=mark.end + shift) for mark in rest.marks)
    return TextLine(head.text + KEPT_TOGETHER + rest.text, (*head.marks, *moved))
