"""What a search found, in its three forms.

A key of the JSON is always there; what a hit does not say is null, never an empty string.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypedDict

from briefing.model.core import State
from briefing.output.lines import Piece, PrintedLine, block, lit, wrapped
from briefing.output.names import Names, SpeakerRecord, speaker_record
from briefing.output.wording import and_others, count, locator_words, status_words, type_words

if TYPE_CHECKING:
    from briefing.search.results import Alone, Hit, Results

_INDENT = 5
_EVERY = {2: "both", 3: "all three"}


class HitNames(Names, Protocol):
    """Where the names behind the ids of hits are looked up, and the pages and times of these."""

    def locator(self, source_id: str, paragraph: int, /) -> str | None:
        """Return the page or time of a paragraph in the original; None where nobody knows."""
        ...


class HitRecord(TypedDict):
    """One hit of `search`."""

    type: str
    text: str
    spans: list[list[int]]
    score: float
    card: str | None
    item: str | None
    title: str | None
    kind: str | None
    status: str | None
    due: str | None
    speaker: SpeakerRecord | None
    by: list[SpeakerRecord]
    source: str | None
    paragraph: int | None
    locator: str | None


class SearchRecord(TypedDict):
    """The answer of `search`."""

    query: str
    corrected: dict[str, str]
    total: int
    exact: bool
    hidden: int
    hits: list[HitRecord]


def search_record(results: "Results", names: HitNames) -> SearchRecord:
    """Return what `search` found."""
    return {
        "query": results.query,
        "corrected": dict(results.corrected),
        "total": results.total,
        "exact": results.exact,
        "hidden": results.hidden,
        "hits": [hit_record(hit, names) for hit in results.hits],
    }


def hit_record(hit: "Hit", names: HitNames) -> HitRecord:
    """Return one hit with the matched stretches of its text as [start, end] code points."""
    entry = hit.entry
    return {
        "type": entry.kind,
        "text": entry.text,
        "spans": [[span.start, span.end] for span in hit.spans],
        "score": round(hit.score, 3),
        "card": entry.card or None,
        "item": entry.item or None,
        "title": entry.title or None,
        "kind": entry.item_kind or None,
        "status": entry.status or None,
        "due": entry.due or None,
        "speaker": speaker_record(entry.speaker or "", names),
        "by": [record for each in entry.by if (record := speaker_record(each, names))],
        "source": entry.source or None,
        "paragraph": entry.paragraph,
        "locator": _locator(hit, names) or None,
    }


def result_lines(results: "Results", names: HitNames) -> Iterator[str]:
    """Yield one line for each hit."""
    for number, hit in enumerate(results.hits, 1):
        notes = "".join(f" [caution: {caution}]" for caution in _cautions(hit, names))
        facts = ", ".join(_facts(hit, names))
        yield f"Hit {number} of {results.total}, {facts}: {''.join(_words(hit))}{notes}"


def result_page(results: "Results", names: HitNames, columns: int) -> Iterator[PrintedLine]:
    """Yield the hits of a search, matched words marked, and what was corrected and hidden."""
    for hit in results.hits:
        yield from block(" · ".join(_facts(hit, names)), "dim", columns)
        yield from _marked(hit, columns)
        for caution in _cautions(hit, names):
            yield from block(f"Caution: {caution}", "warning", columns, _INDENT)
        yield ()
    if results.hits and len(results.hits) == results.total:
        yield from block(count(results.total, "hit"), "heading", columns)
    for line in result_notes(results):
        yield from block(line, "heading", columns)


def hits_in_all(results: "Results") -> str:
    """Say how many hits a search has: `6 hits`, `about 2,030 hits`."""
    return _in_all(results)


def why_empty(conditions: Sequence["Alone"]) -> str:
    """Say why conditions, at least one, find nothing: those that fit nothing, or what each fits.

    Args:
        conditions: What each of them finds by itself.
    """
    if unfit := [_typed(one) for one in conditions if not one.total]:
        return f"No entry fits {', and none '.join(unfit)}"
    first, *others = conditions
    found = f"{_typed(first)} has {_in_all(first)}"
    rest = "".join(
        f", {_typed(one)} {'' if one.exact else 'about '}{one.total:,}" for one in others
    )
    every = _EVERY.get(len(conditions), "all of these")
    return f"No entry fits {every}: {found}{rest}"


def result_notes(results: "Results") -> Iterator[str]:
    """Yield what the hits do not say themselves: what was corrected, and what is not shown."""
    for typed, found in results.corrected.items():
        yield f"Corrected: {typed} → {found}"
    shown = len(results.hits)
    if shown < results.total:
        yield f"{shown} of {hits_in_all(results)} shown, --limit shows more"
    elif not results.total:
        yield "No hits"
    if results.alone:
        yield why_empty(results.alone)
    if results.nearest:
        yield f"Nearest words: {', '.join(results.nearest)}"
    if results.hidden:
        yield f"{count(results.hidden, 'more hit')} hidden by filters"


def _in_all(found: "Results | Alone") -> str:
    return ("" if found.exact else "about ") + count(found.total, "hit")


def _typed(condition: "Alone") -> str:
    """Return a condition as it was typed, with what its alternatives are to each other."""
    negated = condition.parts[0].startswith("-")
    return (" " if negated else " or ").join(condition.parts)


def _facts(hit: "Hit", names: HitNames) -> list[str]:
    """Return what kind of entry a hit is, who said it, when it is due and where it is."""
    entry = hit.entry
    facts = [type_words(entry.kind), entry.item_kind, status_words(entry.status)]
    if entry.speaker:
        facts.append(and_others(names.speaker_name(entry.speaker), len(entry.by) - 1))
    facts.append(f"due {entry.due}" if entry.due else "")
    if entry.source and entry.paragraph:
        locator = _locator(hit, names)
        place = f"{entry.source} paragraph {entry.paragraph}"
        facts.append(f"{place} ({locator})" if locator else place)
    if entry.card:
        facts.append(f"{entry.card}#{entry.item}" if entry.item else entry.card)
    return [fact for fact in facts if fact]


def _locator(hit: "Hit", names: HitNames) -> str:
    """Return the page or time of a hit in its original; empty where nobody knows."""
    entry = hit.entry
    if not (entry.source and entry.paragraph):
        return ""
    return locator_words([names.locator(entry.source, entry.paragraph)])


def _words(hit: "Hit") -> tuple[str, str, str]:
    """Return what is before a hit's words, the words, and what is after them.

    Only a quote that was found in its source gets quotation marks.
    """
    entry = hit.entry
    if entry.kind == "quote" and entry.state and State(entry.state).verified:
        return "“", entry.text, "”"
    return "", entry.text, ""


def _cautions(hit: "Hit", names: Names) -> tuple[str, ...]:
    """Return what a reader must know of a hit's source."""
    caution = names.caution(hit.entry.source) if hit.entry.source else ""
    return (caution,) if caution else ()


def _marked(hit: "Hit", columns: int) -> Iterator[PrintedLine]:
    """Yield a hit's words with the matched ones marked."""
    opening, text, closing = _words(hit)
    pieces = [Piece(opening), *lit(text, hit.spans, "text"), Piece(closing)]
    return wrapped(pieces, columns, _INDENT)
