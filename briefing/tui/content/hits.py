"""What a search found, as the blocks of a line view: groups of hits, the matched words lit."""

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.library.entries import Entry
from briefing.library.library import Library
from briefing.model.core import (
    NOBODY,
    UNCLEAR,
    Span,
    State,
)
from briefing.output.hits import why_empty
from briefing.output.wording import and_others, count, quoted, status_words, type_words
from briefing.search.language.query import QUOTES, parse, without_filters
from briefing.search.results import Hit, Results
from briefing.sources.line_breaks import silent_breaks
from briefing.sources.paragraphs import joined_text
from briefing.tui.content.line import (
    BETWEEN,
    KEPT_TOGETHER,
    TextLine,
    days_words,
    join,
    partial_date_words,
    shown,
    unbroken,
)
from briefing.tui.lineview.blocks import Block, Mark, Run

if TYPE_CHECKING:
    from briefing.catalogue.sync.progress import Progress

NAMES = ("topic", "speaker")
"""Kinds of entries that list what is theirs, and open nothing themselves."""
SNIPPET = 240
"""Code points of a long text that a hit shows."""
BEFORE_MATCH = 60
"""Of those, how many may be before the first matched word."""

_GROUPS = {
    "quote": "Quotes",
    "point": "Points",
    "bottom_line": "Bottom lines",
    "open": "Open questions",
    "paragraph": "Source paragraphs",
    "meeting": "Meetings",
    "speaker": "Speakers",
    "topic": "Topics",
}


@dataclass(frozen=True, slots=True)
class HitsPage:
    """Hits laid out."""

    blocks: tuple[Block, ...]
    hits: tuple[Hit, ...]
    """The hits in the order they are shown, which is by group."""
    places: tuple[int, ...]
    """Index of the block of each of them."""

    def hit_at(self, block: int | None) -> int | None:
        """Return the index of the hit at a block, or None."""
        return self.places.index(block) if block in self.places else None


def hits_page(results: Results, library: Library) -> HitsPage:
    """Lay out hits by kind: what was said first, names last, and else the kind with the best hit.

    Those that are in the order of dates are laid out by card and by source.

    Args:
        results: What was found.
        library: Names speakers, cards' dates and sources.
    """
    blocks: list[Block] = []
    hits: list[Hit] = []
    places: list[int] = []
    for title, found in _groups(results, library):
        between = BETWEEN if results.dated else ", "
        blocks.append(Block(shown(f"{title}{between}{len(found)}"), "heading"))
        for hit in found:
            places.append(len(blocks))
            hits.append(hit)
            blocks += _hit_blocks(hit, library, at_home=results.dated)
    return HitsPage(tuple(blocks), tuple(hits), tuple(places))


def summary(results: Results, progress: "Progress | None" = None, key: str = "") -> TextLine:
    """Say in one line how much was found, what was corrected, and what filters hide.

    Names, which list what is theirs, are counted apart: walking through the hits passes them by.

    Args:
        results: What was found.
        progress: How far the library has been read, where that is still going on.
        key: The key that leaves the filters out.
    """
    parts: list[Run | str] = []
    names = Counter[str](hit.entry.kind for hit in results.hits if hit.entry.kind in NAMES)
    listed = len(results.hits) - names.total()
    total = results.total - names.total()
    if total or not names:
        found = ("" if results.exact else "about ") + count(total, "hit")
        parts.append(found if results.total <= len(results.hits) else f"best {listed} of {found}")
    parts += [count(names[kind], kind) for kind in NAMES if names[kind]]
    read = ", ".join(f"{typed} → {found}" for typed, found in results.corrected.items())
    parts.append(Run(f"corrected {read}" if read else "", "tag"))
    if results.hidden:
        shows = f", {key} shows them" if key else ""
        more = "more " if results.total else ""
        parts.append(Run(f"{results.hidden:,} {more}hidden by filters{shows}", "caution"))
    if progress is not None:
        parts.append(f"still reading, {progress.done:,} of {progress.total:,}")
    return join(parts)


def near_page(results: Results, near: Sequence[str]) -> list[Block]:
    """Lay out why a search finds nothing, and the searches that would find something.

    Args:
        results: The answer without hits.
        near: Queries, the likeliest first.
    """
    blocks: list[Block] = []
    if results.alone:
        blocks.append(Block(shown(why_empty(results.alone)), "quiet", space_after=bool(near)))
    elif not near:
        asked = parse(results.query)
        if asked.words or asked.phrases:
            return [Block("Nothing here holds that, and no word here looks like it.", "quiet")]
        return [Block("There is neither a word nor a field with a value to search by.", "quiet")]
    if near:
        blocks.append(Block("Nothing found; near it", "heading"))
    return blocks + [Block(shown(query), indent=1, stop=True) for query in near]


def near_queries(results: Results) -> tuple[str, ...]:
    """Return searches that may find what one without hits was meant to find, likeliest first.

    Args:
        results: The answer without hits.
    """
    query = results.query.strip()
    words = without_filters(query)
    loose = " ".join(words.translate(dict.fromkeys(map(ord, QUOTES), " ")).split())
    near = [words] if results.hidden else []
    near += [] if loose == words or results.hidden else [loose]
    alone = [one.query for one in results.alone if one.total]
    near = [*alone] if results.alone else [*near, *results.nearest]
    return tuple(dict.fromkeys(one for one in near if one and one != query))


def snippet(text: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """Return the part of a long text around its first matched word, and the spans within it.

    Args:
        text: The whole text.
        spans: Matched characters, in order.

    Returns:
        The text, or a part of it with an ellipsis where something is left out.
    """
    if len(text) <= SNIPPET:
        return text, tuple(spans)
    first = spans[0].start if spans else 0
    start = _word_start(text, first - BEFORE_MATCH) if first > BEFORE_MATCH else 0
    end = start + SNIPPET
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + SNIPPET // 2)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    kept = [span for span in spans if start <= span.start and span.end <= end]
    return (
        f"{before}{text[start:end]}{after}",
        tuple(Span(span.start + shift, span.end + shift) for span in kept),
    )


def _groups(results: Results, library: Library) -> Iterable[tuple[str, Sequence[Hit]]]:
    """Return the hits in groups with their titles, in the order in which to show them."""
    groups: dict[str, list[Hit]] = {}
    for hit in results.hits:
        group = _home(hit.entry, library) if results.dated else hit.entry.kind
        groups.setdefault(group, []).append(hit)
    if results.dated:
        return groups.items()
    return [(_GROUPS[kind], found) for kind, found in sorted(groups.items(), key=_group_order)]


def _group_order(group: tuple[str, Sequence[Hit]]) -> tuple[bool, int, int]:
    """Order groups; hits that open a card or a source come before names that list others."""
    kind, hits = group
    return kind in NAMES, -round(hits[0].score / 2), list(_GROUPS).index(kind)


def _word_start(text: str, near: int) -> int:
    """Return the start of the word that begins at or after a place, if one begins soon."""
    space = text.find(" ", near, near + BEFORE_MATCH)
    return space + 1 if space >= 0 else near


def _home(entry: Entry, library: Library) -> str:
    """Return the title and the day of the card or the source an entry is in."""
    if entry.kind in NAMES:
        return _GROUPS[entry.kind]
    home = entry.title if entry.card else _publisher(entry, library)
    return join((home, _date(entry, library))).text


def _hit_blocks(hit: Hit, library: Library, *, at_home: bool) -> Iterable[Block]:
    entry = hit.entry
    text, spans = snippet(_joined(entry, library), hit.spans)
    if entry.kind == "quote":
        text, spans = _quoted(text, spans, entry)
    marks = tuple(Mark(span.start, span.end, "hit") for span in spans)
    under = _under(entry, library, at_home)
    alone = not under.text
    yield Block(shown(text), marks=marks, indent=1, stop=True, space_after=alone)
    if alone:
        return
    yield Block(under.text, "quiet", under.marks, indent=1, attached=True, space_after=True)


def _joined(entry: Entry, library: Library) -> str:
    """Return the text of an entry, without blanks where lines are joined that are written so.

    Whether a blank between two such signs was a line's end, only the document knows.
    """
    if entry.kind != "paragraph" or entry.paragraph is None:
        return entry.text
    if not silent_breaks(entry.text.replace(" ", "\n")):
        return entry.text
    with suppress(BriefingError, IndexError):
        if not library.documents.is_heavy(entry.source):
            source = library.source(entry.source)
            if source.paragraph(entry.paragraph).text == entry.text:
                return joined_text(source.paragraphs, entry.paragraph, entry.text)
    return entry.text


def _quoted(text: str, spans: Sequence[Span], entry: Entry) -> tuple[str, tuple[Span, ...]]:
    words = quoted(text, State(entry.state)) if entry.state else text
    shift = words.find(text)
    return words, tuple(Span(span.start + shift, span.end + shift) for span in spans)


def _under(entry: Entry, library: Library, at_home: bool) -> TextLine:
    """Say what a hit is and where it is; at home its card or source was named above."""
    parts: list[Run | str]
    match entry.kind:
        case "paragraph":
            parts = [
                Run(f"¶{entry.paragraph}", "label"),
                *(() if at_home else (_publisher(entry, library), _day(entry, library))),
                _caution(entry, library),
            ]
        case "topic":
            parts = [f"enter lists what is filed under topic:{entry.topics[0]}"]
        case "speaker":
            parts = [f"enter lists what is theirs, speaker:{entry.speaker}"]
        case "meeting":
            status = Run(status_words(entry.status), "caution")
            parts = ["meeting", status, _day(entry, library), entry.series]
        case _:
            parts = _item_parts(entry, library, at_home)
    return join(parts, KEPT_TOGETHER)


def _item_parts(entry: Entry, library: Library, at_home: bool) -> list[Run | str]:
    state = State(entry.state) if entry.state else State.ABSENT
    return [
        _speaker(entry, library),
        Run(status_words(entry.status), "caution"),
        entry.item_kind or ("" if entry.kind in ("point", "quote") else type_words(entry.kind)),
        Run(f"due {entry.due}", "tag") if entry.due else "",
        "" if state.holds else Run(state.value, state.value),
        Run(f"¶{entry.paragraph}", "label") if entry.paragraph else "",
        _caution(entry, library),
        *(() if at_home else (entry.title, _day(entry, library))),
    ]


def _publisher(entry: Entry, library: Library) -> str:
    record = library.sources.get(entry.source)
    return (record.publisher or record.title if record else "") or entry.source


def _caution(entry: Entry, library: Library) -> Run:
    """Warn of a source whose wording cannot be trusted; the preview says why."""
    record = library.sources.get(entry.source)
    return Run("caution", "caution") if record and record.caution else Run("")


def _speaker(entry: Entry, library: Library) -> str:
    if entry.speaker in ("", NOBODY):
        return ""
    if entry.speaker != UNCLEAR and entry.speaker not in library.speakers:
        return entry.speaker
    return and_others(library.speaker_name(entry.speaker), len(entry.by) - 1)


def _date(entry: Entry, library: Library) -> str:
    """Return the day of an entry, or as much of it as is known of the source it is a part of."""
    record = None if entry.card else library.sources.get(entry.source)
    if record is not None:
        return partial_date_words(record.published, short=True) if record.published else ""
    return days_words(entry.date, entry.last_date, short=True) if entry.date else ""


def _day(entry: Entry, library: Library) -> str:
    """Return the date of an entry, whose parts no line end parts."""
    return unbroken(_date(entry, library))
