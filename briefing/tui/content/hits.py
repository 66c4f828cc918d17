"""What a search found, as the blocks of a line view: groups of hits, the matched words lit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.entries import Entry
from briefing.library import Library
from briefing.model import NOBODY, UNCLEAR, Span, State
from briefing.output.wording import count, quoted
from briefing.search.results import Hit, Results
from briefing.tui.blocks import Block, Mark, Run
from briefing.tui.content.line import TextLine, date_words, join, shown

if TYPE_CHECKING:
    from briefing.catalogue import Progress

SNIPPET = 240
"""Code points of a long text that a hit shows."""
BEFORE_MATCH = 60
"""Of those, how many may stand before the first matched word."""

_GROUPS = {
    "quote": "Quotes",
    "point": "Points",
    "bottom_line": "Bottom lines",
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

    Args:
        results: What was found.
        library: Names speakers, cards' dates and sources.
    """
    blocks: list[Block] = []
    hits: list[Hit] = []
    places: list[int] = []
    groups: dict[str, list[Hit]] = {}
    for hit in results.hits:
        groups.setdefault(hit.entry.kind, []).append(hit)
    for kind, found in sorted(groups.items(), key=_group_order):
        blocks.append(Block(f"{_GROUPS[kind]}, {len(found)}", "heading"))
        for hit in found:
            places.append(len(blocks))
            hits.append(hit)
            blocks += _hit_blocks(hit, library)
    return HitsPage(tuple(blocks), tuple(hits), tuple(places))


def summary(results: Results, progress: "Progress | None" = None) -> TextLine:
    """Say in one line how much was found, what was corrected, and what filters hide.

    Args:
        results: What was found.
        progress: How far the library has been read, where that is still going on.
    """
    parts: list[Run | str] = []
    shown_all = results.total <= len(results.hits)
    found = count(results.total, "hit")
    parts.append(found if shown_all else f"best {len(results.hits)} of {found}")
    parts += [Run(f"{typed} → {read}", "tag") for typed, read in results.corrected.items()]
    if results.hidden:
        parts.append(Run(f"{results.hidden:,} more hidden by filters", "caution"))
    if progress is not None:
        parts.append(f"still reading, {progress.done:,} of {progress.total:,}")
    if not results.total and results.nearest:
        parts.append(f"nearest: {', '.join(results.nearest)}")
    return join(parts)


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


def _group_order(group: tuple[str, Sequence[Hit]]) -> tuple[bool, int, int]:
    """Order groups; hits that open a card or a source come before names that list others."""
    kind, hits = group
    return kind in ("speaker", "topic"), -round(hits[0].score / 2), list(_GROUPS).index(kind)


def _word_start(text: str, near: int) -> int:
    """Return the start of the word that begins at or after a place, if one begins soon."""
    space = text.find(" ", near, near + BEFORE_MATCH)
    return space + 1 if space >= 0 else near


def _hit_blocks(hit: Hit, library: Library) -> Iterable[Block]:
    entry = hit.entry
    text, spans = snippet(entry.text, hit.spans)
    if entry.kind == "quote":
        text, spans = _quoted(text, spans, entry)
    marks = tuple(Mark(span.start, span.end, "hit") for span in spans)
    yield Block(shown(text), marks=marks, indent=1, stop=True)
    under = _under(entry, library)
    yield Block(under.text, "quiet", under.marks, indent=1, attached=True, space_after=True)


def _quoted(text: str, spans: Sequence[Span], entry: Entry) -> tuple[str, tuple[Span, ...]]:
    words = quoted(text, State(entry.state))
    shift = words.find(text)
    return words, tuple(Span(span.start + shift, span.end + shift) for span in spans)


def _under(entry: Entry, library: Library) -> TextLine:
    """Say what a hit is and where it stands."""
    parts: list[Run | str]
    match entry.kind:
        case "paragraph":
            parts = _paragraph_parts(entry, library)
        case "topic":
            parts = [f"topic:{entry.topics[0]} lists what is filed under it"]
        case "speaker":
            parts = [f"speaker:{entry.speaker} lists what is theirs"]
        case "meeting":
            parts = [_day(entry), entry.series]
        case _:
            parts = _item_parts(entry, library)
    return join(parts)


def _item_parts(entry: Entry, library: Library) -> list[Run | str]:
    state = State(entry.state)
    return [
        _speaker(entry, library),
        entry.item_kind,
        "" if state.verified else Run(state.value, state.value),
        _day(entry),
        entry.series or entry.card,
        Run(f"¶{entry.paragraph}", "label") if entry.paragraph else "",
        _caution(entry, library),
    ]


def _paragraph_parts(entry: Entry, library: Library) -> list[Run | str]:
    record = library.sources.get(entry.source)
    return [
        Run(f"¶{entry.paragraph}", "label"),
        record.publisher if record else entry.source,
        _day(entry),
        _caution(entry, library),
    ]


def _caution(entry: Entry, library: Library) -> Run:
    """Warn of a source whose wording cannot be trusted; the preview says why."""
    record = library.sources.get(entry.source)
    return Run("caution", "caution") if record and record.caution else Run("")


def _speaker(entry: Entry, library: Library) -> str:
    if entry.speaker in ("", NOBODY):
        return ""
    if entry.speaker != UNCLEAR and entry.speaker not in library.speakers:
        return entry.speaker
    return library.speaker_name(entry.speaker)


def _day(entry: Entry) -> str:
    return date_words(entry.date, short=True) if entry.date else ""
