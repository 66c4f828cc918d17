"""Values as plain lines: one item a line, words instead of boxes, nothing that needs a colour.

Made for pipes, screen readers, mail and print. Quotation marks stand only around words that were
found in their source.
"""

from collections.abc import Iterable, Iterator, Mapping

from briefing.check import Report
from briefing.coverage import Coverage, card_coverage
from briefing.library import Library
from briefing.model import Card, Item, State
from briefing.output.wording import (
    cautions,
    count,
    item_state_words,
    item_words,
    percent,
    place_words,
    quoted,
    speaker_words,
    topic_labels,
    type_words,
)
from briefing.search.results import Hit, Results


def card_list(cards: Iterable[Card], library: Library) -> Iterator[str]:
    """Yield one line for each card, its id first."""
    for card in cards:
        facts = [
            card.title,
            meeting_words(card, name=False),
            count(len(card.items) - 1, "claim"),
            f"{percent(card_coverage(card, library))} of body paragraphs cited",
        ]
        yield f"{card.id}: {', '.join(facts)}"


def meeting_words(card: Card, *, name: bool = True) -> str:
    """Return when, where and what the meeting was, and the state of its card.

    Args:
        card: The card.
        name: Whether to begin with the meeting's own name.
    """
    meeting = card.meeting
    date = meeting.date.isoformat()
    facts = [
        meeting.name if name else "",
        f"{date} ({meeting.date_note})" if meeting.date_note else date,
        meeting.place,
        meeting.mode,
        f"series {card.series}" if card.series else "",
        card.status,
    ]
    return ", ".join(fact for fact in facts if fact)


def card_lines(card: Card, library: Library, only: Item | None = None) -> Iterator[str]:
    """Yield a card: its title, its meeting, who took part, and then one claim a line.

    Args:
        card: The card.
        library: Where its sources, speakers and topics are.
        only: When given, nothing but this item's line.
    """
    name_source = len({e.source for item in card.items for e in item.evidence}) > 1
    if only is None:
        yield card.title
        yield f"Meeting: {meeting_words(card)}"
        for who in card.participants:
            words = [library.speaker_name(who.speaker), who.role, who.side]
            yield f"Participant: {', '.join(word for word in words if word)}"
        if card.note:
            yield f"Note: {card.note}"
    section = ""
    total = len(card.items) - 1
    for number, item in enumerate(card.items):
        if only is not None and item.id != only.id:
            continue
        if only is None and item.section != section:
            section = item.section
            yield f"Section: {section}"
        label = f"Claim {number} of {total}, {type_words(item.type)}" if number else "Bottom line"
        yield f"{label}, {item_line(item, library, name_source=name_source)}"


def item_line(item: Item, library: Library, *, name_source: bool = False) -> str:
    """Return one item as a line: what is known about it, its words, and what to beware of.

    Args:
        item: The item.
        library: Where its sources, speakers and topics are.
        name_source: Whether the place must name the source.
    """
    facts = [
        item.kind or "",
        f"due {item.due}" if item.due else "",
        item_state_words(item),
        speaker_words(item, library),
        place_words(item.evidence, name_source=name_source),
    ]
    notes = [f" [caution: {caution}]" for caution in cautions(item, library)]
    notes += [f" [note: {item.note}]"] if item.note else []
    if item.type != "quote" and (words := verified_words(item)):
        notes.append(f" [rests on {'; '.join(words)}]")
    if item.topics:
        notes.append(f" [topics: {', '.join(topic_labels(item, library))}]")
    return f"{', '.join(fact for fact in facts if fact)}: {item_words(item)}{''.join(notes)}"


def verified_words(item: Item) -> tuple[str, ...]:
    """Return the verified words an item rests on, each in quotation marks."""
    return tuple(quoted(e.exact, e.state) for e in item.evidence if e.state.verified)


def result_lines(results: Results, library: Library) -> Iterator[str]:
    """Yield one line for each hit."""
    for number, hit in enumerate(results.hits, 1):
        notes = "".join(f" [caution: {caution}]" for caution in hit_cautions(hit, library))
        facts = ", ".join(hit_facts(hit, library))
        yield f"Hit {number} of {results.total}, {facts}: {''.join(hit_words(hit, library))}{notes}"


def hit_facts(hit: Hit, library: Library) -> list[str]:
    """Return what kind of entry a hit is, who said it and where it stands."""
    entry = hit.entry
    facts = [type_words(entry.kind)]
    if entry.speaker:
        facts.append(library.speaker_name(entry.speaker))
    if entry.source and entry.paragraph:
        facts.append(f"{entry.source} paragraph {entry.paragraph}")
    if entry.card:
        facts.append(f"{entry.card}#{entry.item}" if entry.item else entry.card)
    return [fact for fact in facts if fact]


def hit_words(hit: Hit, library: Library) -> tuple[str, str, str]:
    """Return what stands before a hit's words, the words, and what stands after them.

    Only a quote that was found in its source gets quotation marks.
    """
    entry = hit.entry
    if entry.kind != "quote" or not entry.card or not entry.item:
        return "", entry.text, ""
    item = library.card(entry.card).item(entry.item)
    return ("“", entry.text, "”") if item and item.state.verified else ("", entry.text, "")


def hit_cautions(hit: Hit, library: Library) -> tuple[str, ...]:
    """Return what a reader must know of a hit's source."""
    source = hit.entry.source
    if not source or source not in library.sources:
        return ()
    caution = library.caution(source)
    return (caution,) if caution else ()


def result_notes(results: Results) -> Iterator[str]:
    """Yield what the hits do not say themselves: what was healed, and what is not shown."""
    for typed, found in results.healed.items():
        yield f"Healed: {typed} → {found}"
    shown = len(results.hits)
    if shown < results.total:
        yield f"{shown} of {count(results.total, 'hit')} shown, --limit shows more"
    elif not results.total:
        yield "No hits"
    if results.nearest:
        yield f"Nearest words: {', '.join(results.nearest)}"
    if results.hidden:
        yield f"{count(results.hidden, 'more hit')} hidden by filters"


def report_lines(report: Report) -> Iterator[str]:
    """Yield a report: one problem a line, then coverage, states, and the sum of it."""
    for problem in report.problems:
        hint = f" ({problem.hint})" if problem.hint else ""
        message = f"{problem.severity}: {problem.message}{hint}"
        yield f"{problem.place}: {message} [{problem.code}]"
    for coverage in report.coverage:
        yield coverage_line(coverage)
    yield states_line(report.states)
    yield sum_line(report)


def coverage_line(coverage: Coverage) -> str:
    """Return how much of a source is cited."""
    return (
        f"{coverage.source}: {coverage.cited:,} of {count(coverage.total, 'body paragraph')} cited"
        f" ({percent(coverage.share)})"
    )


def states_line(states: Mapping[State, int]) -> str:
    """Return how often each state of evidence occurs."""
    return "Evidence: " + ", ".join(f"{number:,} {state.value}" for state, number in states.items())


def sum_line(report: Report) -> str:
    """Return the verdict: how many errors and warnings, or that there are none."""
    errors = sum(problem.severity == "error" for problem in report.problems)
    warnings = len(report.problems) - errors
    if not report.problems:
        return "Nothing wrong was found"
    return f"Found {count(errors, 'error')} and {count(warnings, 'warning')}"
