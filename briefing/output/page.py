"""Values as lines for a terminal: wrapped, indented, and marked with the role of each stretch."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.errors import Problem, Severity
from briefing.evidence.remarks import told_of
from briefing.library.cards.brief import dates_ahead
from briefing.library.library import Library
from briefing.model.card import Card, Item
from briefing.output import plain
from briefing.output.lines import Piece, PrintedLine, Role, block, indented
from briefing.output.wording import (
    absence_words,
    card_cautions,
    cautions,
    cited_sources,
    count,
    doubts,
    item_state_words,
    item_words,
    paragraph_words,
    place_words,
    review_words,
    source_words,
    speaker_words,
    topic_labels,
    translation_words,
)
from briefing.text.width import wrap

if TYPE_CHECKING:
    # A card is printed without the rules of a check.
    from briefing.check.report import Report

_INDENT = 5


def card_page(
    card: Card, library: Library, columns: int, only: Item | None = None, *, brief: bool = False
) -> Iterator[PrintedLine]:
    """Yield a card as a page: heading, who took part, bottom line, and its items by section.

    Args:
        card: The card.
        library: Where its sources, speakers and topics are.
        columns: The most cells a line may take.
        only: When given, nothing but this item.
        brief: Whether to leave out all but the key items, their evidence and topics too, and to
            name the dates ahead.
    """
    name_source = len(cited_sources(card)) > 1
    total = len(card.items) - 1
    if only is None:
        yield from _card_head(card, library, columns)
    section = ""
    for number, item in enumerate(card.items):
        if only is not None and item.id != only.id:
            continue
        if brief and number and not item.key:
            continue
        if item.section != section:
            section = item.section
            yield ()
            yield from block(section, "heading", columns)
        yield ()
        label = f"{number:>3}  " if number else " " * _INDENT
        whole = only is not None
        forms = {"name_source": name_source, "whole": whole, "brief": brief}
        yield from _item(item, library, columns, label, **forms)
        if not number and not whole and not brief:
            yield from _people(card, library, columns)
    if only is None:
        yield from _card_tail(card, library, columns, brief=brief)
    else:
        yield ()
        yield from block(f"{card.title} · {card.id} · {count(total, 'claim')}", "dim", columns)


def _card_head(card: Card, library: Library, columns: int) -> Iterator[PrintedLine]:
    yield from block(card.title, "title", columns)
    yield from block(plain.meeting_words(card), "dim", columns)
    if card.superseded_by:
        yield from block(f"superseded by {card.superseded_by}", "warning", columns)
    for source_id in cited_sources(card):
        record = library.sources.get(source_id)
        words = source_words(record) if record else f"{source_id}, not listed"
        yield from block(f"Source: {words}", "dim", columns)
    for caution in dict.fromkeys(card_cautions(card, library).values()):
        yield from block(f"Caution: {caution}", "warning", columns)
    yield ()
    yield (Piece("Bottom line", "heading"),)


def _people(card: Card, library: Library, columns: int) -> Iterator[PrintedLine]:
    """Yield who took part, who is quoted besides, and what its editors say of the card."""
    if card.participants or card.quoted:
        yield ()
    for who in card.participants:
        taking = [library.speaker_name(who.speaker), who.role, who.side]
        yield from block(" · ".join(w for w in taking if w), "dim", columns)
    for other in card.quoted:
        quoted = ["quoted: " + library.speaker_name(other.speaker), other.role]
        yield from block(" · ".join(w for w in quoted if w), "dim", columns)
    written = f"written by {card.author}" if card.author else ""
    reviewed = f"reviewed {words}" if (words := review_words(card)) else ""
    if card.note or written or reviewed:
        yield ()
    remarks: tuple[tuple[str, Role], ...]
    remarks = (card.note, "text"), (written, "dim"), (reviewed, "dim")
    for remark, role in remarks:
        if remark:
            yield from block(remark, role, columns)


def _item(
    item: Item,
    library: Library,
    columns: int,
    label: str,
    *,
    name_source: bool,
    whole: bool,
    brief: bool,
) -> Iterator[PrintedLine]:
    role: Role = "quote" if item.type == "quote" and item.verified else "text"
    head, *rest = wrap(item_words(item), max(1, columns - len(label)))
    yield (Piece(label, "dim"), Piece(head, role))
    yield from indented(rest, role, len(label))
    state: Role = "good" if item.holds else "error"
    due = f"due {item.due}" if item.due else ""
    facts = [speaker_words(item, library, short=brief), item.kind or "", due]
    facts += [item_state_words(item), place_words(item, library, name_source=name_source)]
    facts.append("caution" if not whole and cautions(item, library) else "")
    yield from block(" · ".join(f for f in facts if f), state, columns, len(label))
    if item.translation:
        yield from block(translation_words(item.translation), "dim", columns, len(label))
    for told in told_of(item):
        yield from block(told.text, "warning" if told.risky else "dim", columns, len(label))
    for words in absence_words(item, library):
        yield from block(words, "good" if item.holds else "dim", columns, len(label))
    for why in doubts(item):
        yield from block(why, "dim", columns, len(label))
    if item.type != "quote" and not brief:
        for words in plain.verified_words(item):
            yield from block(words, "dim", columns, len(label))
    if item.topics and not brief:
        yield from block(", ".join(topic_labels(item, library)), "dim", columns, len(label))
    for caution in cautions(item, library) if whole else ():
        yield from block(f"Caution: {caution}", "warning", columns, len(label))
    if item.note:
        yield from block(f"Note: {item.note}", "dim", columns, len(label))
    if item.follows:
        yield from block(f"Follows {item.follows}", "dim", columns, len(label))


def _card_tail(card: Card, library: Library, columns: int, *, brief: bool) -> Iterator[PrintedLine]:
    """Yield what is below the items: the dates ahead, other cards, what is left out."""
    if brief and (dates := dates_ahead(card)):
        yield ()
        yield (Piece("Dates ahead", "heading"),)
        width = max(len(each.due) for each in dates)
        for each in dates:
            head, *rest = wrap(plain.ahead_words(card, each.item), max(1, columns - width - 2))
            yield Piece(f"{each.due:<{width}}  ", "warning"), Piece(head)
            yield from indented(rest, "text", width + 2)
    if brief:
        yield from _people(card, library, columns)
    if card.related:
        yield ()
        yield (Piece("Related", "heading"),)
        for related in card.related:
            title = f"{library.title(related.card)} · {related.card}"
            yield from block(f"{title}: {related.why}", "dim", columns)
    if card.omitted and not brief:
        yield ()
        yield (Piece("Left out on purpose", "heading"),)
        for omission in card.omitted:
            where = paragraph_words(omission.paragraphs) if omission.paragraphs else "no paragraph"
            yield from block(f"{where} of {omission.source}: {omission.why}", "dim", columns)


def report_page(report: "Report", columns: int) -> Iterator[PrintedLine]:
    """Yield a report: the problems under their files, coverage, states, and the sum of it."""
    file = None
    for problem in report.problems:
        if problem.place.file != file:
            if file is not None:
                yield ()
            file = problem.place.file
            yield from block(file, "title", columns)
        yield from _problem(problem, columns)
    if report.problems:
        yield ()
    for coverage in report.coverage:
        role: Role = "warning" if coverage.uncited else "good"
        yield from block(plain.coverage_line(coverage), role, columns)
    yield from block(plain.states_line(report.states), "text", columns)
    yield from block(
        plain.sum_line(report), "error" if report.fails(strict=True) else "good", columns
    )


def _problem(problem: Problem, columns: int) -> Iterator[PrintedLine]:
    where = ":".join(str(n) for n in (problem.place.line, problem.place.column) if n is not None)
    roles: dict[Severity, Role] = {"error": "error", "warning": "warning", "note": "dim"}
    role = roles[problem.severity]
    words = f"{where + ' ' if where else ''}{problem.severity}: {problem.message}"
    yield from block(words, role, columns, 2)
    detail = f"{problem.hint} [{problem.code}]" if problem.hint else f"[{problem.code}]"
    yield from block(detail, "dim", columns, 4)
