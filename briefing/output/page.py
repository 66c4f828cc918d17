"""Values as lines for a terminal: wrapped, indented, and marked with the role of each stretch."""

import itertools
from collections.abc import Iterable, Iterator

from briefing.check import Report
from briefing.columns import wrap
from briefing.coverage import card_coverage
from briefing.errors import Problem
from briefing.library import Library
from briefing.model import Card, Item, Span
from briefing.output import plain
from briefing.output.lines import Line, Piece, Role
from briefing.output.wording import (
    cautions,
    count,
    item_state_words,
    item_words,
    percent,
    place_words,
    speaker_words,
    topic_labels,
)
from briefing.search.results import Hit, Results

_INDENT = 5


def card_list(cards: Iterable[Card], library: Library, columns: int) -> Iterator[Line]:
    """Yield every card in two lines: date and title, and below them what it is and its id."""
    for card in cards:
        date = card.meeting.date.isoformat()
        head, *rest = wrap(card.title, max(1, columns - len(date) - 2))
        yield (Piece(date, "dim"), Piece("  "), Piece(head, "title"))
        yield from _indented(rest, "title", len(date) + 2)
        facts = [
            card.id,
            card.meeting.place,
            card.status,
            count(len(card.items) - 1, "claim"),
            f"{percent(card_coverage(card, library))} cited",
        ]
        yield from _block(" · ".join(f for f in facts if f), "dim", columns, len(date) + 2)


def card_page(
    card: Card, library: Library, columns: int, only: Item | None = None
) -> Iterator[Line]:
    """Yield a card as a page: heading, who took part, bottom line, and its items by section.

    Args:
        card: The card.
        library: Where its sources, speakers and topics are.
        columns: The most cells a line may take.
        only: When given, nothing but this item.
    """
    name_source = len({e.source for item in card.items for e in item.evidence}) > 1
    total = len(card.items) - 1
    if only is None:
        yield from _card_head(card, library, columns)
    section = ""
    for number, item in enumerate(card.items):
        if only is not None and item.id != only.id:
            continue
        if item.section != section:
            section = item.section
            yield ()
            yield from _block(section, "heading", columns)
        yield ()
        label = f"{number:>3}  " if number else " " * _INDENT
        yield from _item(item, library, columns, label, name_source=name_source)
    if only is not None:
        yield ()
        yield from _block(f"{card.title} · {card.id} · {count(total, 'claim')}", "dim", columns)


def _card_head(card: Card, library: Library, columns: int) -> Iterator[Line]:
    yield from _block(card.title, "title", columns)
    yield from _block(plain.meeting_words(card), "dim", columns)
    for who in card.participants:
        words = [library.speaker_name(who.speaker), who.role, who.side]
        yield from _block(" · ".join(w for w in words if w), "dim", columns)
    if card.note:
        yield from _block(card.note, "text", columns)
    yield ()
    yield (Piece("Bottom line", "heading"),)


def _item(
    item: Item, library: Library, columns: int, label: str, *, name_source: bool
) -> Iterator[Line]:
    role: Role = "quote" if item.type == "quote" and item.state.verified else "text"
    head, *rest = wrap(item_words(item), max(1, columns - len(label)))
    yield (Piece(label, "dim"), Piece(head, role))
    yield from _indented(rest, role, len(label))
    state: Role = "good" if item.state.verified else "error"
    due = f"due {item.due}" if item.due else ""
    facts = [speaker_words(item, library), item.kind or "", due]
    facts += [item_state_words(item), place_words(item.evidence, name_source=name_source)]
    yield from _block(" · ".join(f for f in facts if f), state, columns, len(label))
    if item.type != "quote":
        for words in plain.verified_words(item):
            yield from _block(words, "dim", columns, len(label))
    if item.topics:
        yield from _block(", ".join(topic_labels(item, library)), "dim", columns, len(label))
    for caution in cautions(item, library):
        yield from _block(f"Caution: {caution}", "warning", columns, len(label))
    if item.note:
        yield from _block(f"Note: {item.note}", "dim", columns, len(label))


def result_page(results: Results, library: Library, columns: int) -> Iterator[Line]:
    """Yield the hits of a search with the matched words marked, and what was healed and hidden."""
    for hit in results.hits:
        facts = " · ".join(plain.hit_facts(hit, library))
        yield from _block(facts, "dim", columns)
        yield from _marked(hit, library, columns)
        for caution in plain.hit_cautions(hit, library):
            yield from _block(f"Caution: {caution}", "warning", columns, _INDENT)
        yield ()
    if results.hits and len(results.hits) == results.total:
        yield from _block(count(results.total, "hit"), "heading", columns)
    for line in plain.result_notes(results):
        yield from _block(line, "heading", columns)


def _marked(hit: Hit, library: Library, columns: int) -> Iterator[Line]:
    """Wrap a hit's words and mark the matched ones, following the blanks that wrapping drops."""
    opening, text, closing = plain.hit_words(hit, library)
    shift = len(opening)
    spans = [Span(span.start + shift, span.end + shift) for span in hit.spans]
    words = f"{opening}{text}{closing}"
    place = 0
    for line in wrap(words, max(1, columns - _INDENT)):
        pieces = [Piece(" " * _INDENT)]
        for run in _runs(line):
            place = words.index(run, place) if run.strip() else place
            pieces += _lit(run, place, spans) if run.strip() else [Piece(run)]
            place += len(run) if run.strip() else 0
        yield tuple(pieces)


def _runs(line: str) -> Iterator[str]:
    """Split a line into words and the single blanks between them."""
    for number, word in enumerate(line.split(" ")):
        if number:
            yield " "
        if word:
            yield word


def _lit(run: str, start: int, spans: list[Span]) -> list[Piece]:
    """Cut a word at the borders of the spans that touch it."""
    cuts = {start, start + len(run)}
    cuts |= {edge for s in spans for edge in (s.start, s.end) if start < edge < start + len(run)}
    borders = sorted(cuts)
    return [
        Piece(
            run[left - start : right - start],
            "hit" if any(s.start <= left and right <= s.end for s in spans) else "text",
        )
        for left, right in itertools.pairwise(borders)
    ]


def report_page(report: Report, columns: int) -> Iterator[Line]:
    """Yield a report: the problems under their files, coverage, states, and the sum of it."""
    file = None
    for problem in report.problems:
        if problem.place.file != file:
            if file is not None:
                yield ()
            file = problem.place.file
            yield from _block(file, "title", columns)
        yield from _problem(problem, columns)
    if report.problems:
        yield ()
    for coverage in report.coverage:
        role: Role = "warning" if coverage.uncited else "good"
        yield from _block(plain.coverage_line(coverage), role, columns)
    yield from _block(plain.states_line(report.states), "text", columns)
    yield from _block(plain.sum_line(report), "error" if report.problems else "good", columns)


def _problem(problem: Problem, columns: int) -> Iterator[Line]:
    where = ":".join(str(n) for n in (problem.place.line, problem.place.column) if n is not None)
    role: Role = "error" if problem.severity == "error" else "warning"
    words = f"{where + ' ' if where else ''}{problem.severity}: {problem.message}"
    yield from _block(words, role, columns, 2)
    detail = f"{problem.hint} [{problem.code}]" if problem.hint else f"[{problem.code}]"
    yield from _block(detail, "dim", columns, 4)


def _block(text: str, role: Role, columns: int, indent: int = 0) -> Iterator[Line]:
    yield from _indented(wrap(text, max(1, columns - indent)), role, indent)


def _indented(lines: Iterable[str], role: Role, indent: int) -> Iterator[Line]:
    for line in lines:
        yield (Piece(" " * indent), Piece(line, role)) if indent else (Piece(line, role),)
