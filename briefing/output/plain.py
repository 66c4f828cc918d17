"""Values as plain lines: one item a line, words instead of boxes, nothing that needs a colour.

Made for pipes, screen readers, mail and print. Quotation marks are only around words that were
found in their source.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from briefing.evidence.remarks import told_of
from briefing.library.cards.brief import dates_ahead
from briefing.library.library import Library
from briefing.library.quotation_marks import straight
from briefing.model.card import Card, Item
from briefing.model.core import State
from briefing.output import meetings
from briefing.output.wording import (
    absence_words,
    card_cautions,
    cautions,
    cited_sources,
    count,
    doubts,
    evidence_words,
    item_state_words,
    item_words,
    paragraph_words,
    percent,
    place_words,
    review_words,
    source_words,
    speaker_words,
    topic_labels,
    translation_words,
    type_words,
)

if TYPE_CHECKING:
    # A card is printed without the rules of a check.
    from briefing.check.report import Report
    from briefing.library.coverage import Coverage


def meeting_words(card: Card) -> str:
    """Return what, when and where the meeting was, and the state of its card."""
    meeting = card.meeting
    return meetings.meeting_words(
        name=meeting.name,
        date=meeting.date,
        date_note=meeting.date_note,
        place=meeting.place,
        mode=meeting.mode,
        end=meeting.end,
        time=" ".join(part for part in (meeting.time, meeting.timezone) if part),
        series=card.series,
        status=card.status,
    )


def card_lines(
    card: Card, library: Library, only: Item | None = None, *, brief: bool = False
) -> Iterator[str]:
    """Yield a card: its title, its meeting, who took part, and then one claim a line.

    Args:
        card: The card.
        library: Where its sources, speakers and topics are.
        only: When given, nothing but this item's line.
        brief: Whether to leave out all but the key items, their evidence and topics too, and to
            name the dates ahead.
    """
    name_source = len(cited_sources(card)) > 1
    if only is None:
        yield from _head_lines(card, library)
    section = ""
    total = len(card.items) - 1
    for number, item in enumerate(card.items):
        if only is not None and item.id != only.id:
            continue
        if brief and number and not item.key:
            continue
        if only is None and item.section != section:
            section = item.section
            yield f"Section: {section}"
        label = f"Claim {number} of {total}, {type_words(item.type)}" if number else "Bottom line"
        whole = only is not None
        line = item_line(item, library, name_source=name_source, whole=whole, brief=brief)
        yield f"{label}, {line}" if not line.startswith(": ") else f"{label}{line}"
        if not whole and not number and not brief:
            yield from _people_lines(card, library)
    if only is None:
        yield from _tail_lines(card, library, brief=brief)


def _head_lines(card: Card, library: Library) -> Iterator[str]:
    """Yield what is above the bottom line: the meeting, and what to beware of."""
    yield card.title
    yield f"Meeting: {meeting_words(card)}"
    if card.superseded_by:
        yield f"Superseded by: {card.superseded_by}"
    for source_id in cited_sources(card):
        record = library.sources.get(source_id)
        yield f"Source {source_id}: {source_words(record) if record else 'not listed'}"
    for source_id, caution in card_cautions(card, library).items():
        yield f"Caution on {source_id}: {caution}"


def _people_lines(card: Card, library: Library) -> Iterator[str]:
    """Yield who took part, who is quoted besides, and what its editors say of the card."""
    for who in card.participants:
        words = [library.speaker_name(who.speaker), who.role, who.side]
        yield f"Participant: {', '.join(word for word in words if word)}"
    for other in card.quoted:
        words = [library.speaker_name(other.speaker), other.role]
        yield f"Quoted: {', '.join(word for word in words if word)}"
    for key, text in (("Note", card.note), ("Written by", card.author)):
        if text:
            yield f"{key}: {text}"
    if reviewed := review_words(card):
        yield f"Reviewed: {reviewed}"


def _tail_lines(card: Card, library: Library, *, brief: bool) -> Iterator[str]:
    """Yield what is below the items: the dates ahead, other cards, what is left out."""
    if brief:
        for ahead in dates_ahead(card):
            yield f"Due {ahead.due}: {ahead_words(card, ahead.item)}"
        yield from _people_lines(card, library)
    for related in card.related:
        yield f"Related: {related.card}, {library.title(related.card)}: {related.why}"
    for omission in card.omitted if not brief else ():
        where = paragraph_words(omission.paragraphs) if omission.paragraphs else "no paragraph"
        starts = straight(omission.starts, "'")
        yield f"Left out: {where} of {omission.source}, '{starts}': {omission.why}"


def ahead_words(card: Card, item: Item) -> str:
    """Return what is due: an item's words, or where its brief has them already."""
    number = card.items.index(item)
    if number and not item.key:
        return item_words(item)
    return f"claim {number} above" if number else "the bottom line"


def item_line(
    item: Item,
    library: Library,
    *,
    name_source: bool = False,
    whole: bool = True,
    brief: bool = False,
) -> str:
    """Return one item as a line: what is known about it, its words, and what to beware of.

    Args:
        item: The item.
        library: Where its sources, speakers and topics are.
        name_source: Whether the place must name the source.
        whole: Whether to say cautions in full; on a whole card they are at its head.
        brief: Whether to leave out the words of a point's evidence, topics, and most of many names.
    """
    facts = [
        item.kind or "",
        f"due {item.due}" if item.due else "",
        item_state_words(item),
        speaker_words(item, library, short=brief),
        place_words(item, library, name_source=name_source),
    ]
    if not whole and cautions(item, library):
        facts.append("caution")
    notes = [f" [{told.text}]" for told in told_of(item)]
    notes += [f" [{words}]" for words in absence_words(item, library)]
    notes += [f" [{why}]" for why in doubts(item)]
    if item.translation:
        notes.append(f" [{translation_words(item.translation)}]")
    notes += [f" [caution: {caution}]" for caution in cautions(item, library) if whole]
    notes += [f" [note: {item.note}]"] if item.note else []
    notes += [f" [follows {item.follows}]"] if item.follows else []
    if not brief and item.type != "quote" and (words := verified_words(item)):
        notes.append(f" [evidence: {'; '.join(words)}]")
    if item.topics and not brief:
        notes.append(f" [topics: {', '.join(topic_labels(item, library))}]")
    return f"{', '.join(fact for fact in facts if fact)}: {item_words(item)}{''.join(notes)}"


def verified_words(item: Item) -> tuple[str, ...]:
    """Return the verified words an item rests on, each in quotation marks."""
    return tuple(evidence_words(e) for e in item.evidence if e.state.verified)


def report_lines(report: "Report") -> Iterator[str]:
    """Yield a report: one problem a line, then coverage, states, and the sum of it."""
    for problem in report.problems:
        hint = f" ({problem.hint})" if problem.hint else ""
        message = f"{problem.severity}: {problem.message}{hint}"
        yield f"{problem.place}: {message} [{problem.code}]"
    for coverage in report.coverage:
        yield coverage_line(coverage)
    yield states_line(report.states)
    yield sum_line(report)


def coverage_line(coverage: "Coverage") -> str:
    """Return how much of a source is cited."""
    left_out = f", {len(coverage.omitted):,} left out on purpose" if coverage.omitted else ""
    return (
        f"{coverage.source}: {coverage.cited:,} of {count(coverage.total, 'body paragraph')} cited"
        f" ({percent(coverage.share)}){left_out}"
    )


def states_line(states: Mapping[State, int]) -> str:
    """Return how often each state of evidence occurs."""
    named = {State.PRESENT: "not absent"}
    said = (f"{number:,} {named.get(state, state.value)}" for state, number in states.items())
    return f"Evidence: {', '.join(said)}"


def sum_line(report: "Report") -> str:
    """Return the verdict: how many errors and warnings, or that there are none."""
    errors = sum(problem.severity == "error" for problem in report.problems)
    warnings = sum(problem.severity == "warning" for problem in report.problems)
    accepted = f"; {count(len(report.accepted), 'finding')} accepted" if report.accepted else ""
    if not report.fails(strict=True):
        return f"Nothing wrong was found{accepted}"
    return f"Found {count(errors, 'error')} and {count(warnings, 'warning')}{accepted}"
