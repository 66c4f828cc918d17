"""What is copied: words that stay tied to their source after they leave the screen."""

from collections.abc import Iterable, Iterator

from briefing.evidence.remarks import told_of
from briefing.library.library import Library
from briefing.model.card import Card, Item
from briefing.model.core import State
from briefing.model.source import Source, SourceRecord
from briefing.output.wording import (
    absent_words,
    cautions,
    doubts,
    enumeration,
    item_state_words,
    item_words,
    locator_words,
    office_words,
    status_words,
    translation_words,
    version_words,
)
from briefing.text.cleaning import NOTHING
from briefing.tui.content.line import days_words, partial_date_words, shown
from briefing.tui.content.pages.source import in_lines
from briefing.tui.lineview.blocks import Block


def item_citation(item: Item, card: Card, library: Library) -> str:
    """Return an item's words with who said them, where, and what to beware of.

    Args:
        item: The item.
        card: The card it is on.
        library: Gives names and sources.
    """
    status = status_words(card.status)
    held = f"{card.title}, {days_words(card.meeting.date, card.meeting.end)}"
    lines = [item_words(item)]
    lines += [translation_words(item.translation)] if item.translation else []
    lines.append(_sentence([_who(item, card, library), held]))
    sources = dict.fromkeys(e.source for e in item.evidence if not e.absent)
    for source_id in sources:
        numbers = sorted(
            {n for e in item.evidence if e.source == source_id for n, _ in e.passage.parts}
        )
        pages = locator_words(library.locators(source_id, numbers))
        lines.append(_source_words(library.sources.get(source_id), source_id, numbers, pages))
    if item.type != "quote" and item.verified and sources:
        lines[-1] = f"Rests on: {lines[-1]}" if len(sources) == 1 else lines[-1]
    lines += _absences(item, library)
    lines += [f"{told.text}." for told in told_of(item)]
    if not item.holds:
        lines.append(f"Not verified: {item_state_words(item)}.")
    lines += [f"{why}." for why in doubts(item)]
    lines += [f"The card is {_standing(status, card, library)}."] if status else []
    lines += [f"Note: {item.note}"] if item.note else []
    lines += [f"Caution: {caution}" for caution in cautions(item, library)]
    return "\n".join(shown(line) for line in lines if line)


def _standing(status: str, card: Card, library: Library) -> str:
    """Say what a card is by now: `a draft`, `superseded by River talks, corrected`."""
    if card.superseded_by:
        return f"{status} by {library.title(card.superseded_by)}"
    return f"a {status}" if status == "draft" else status


def _absences(item: Item, library: Library) -> Iterator[str]:
    """Name what occurs nowhere in a source: the source does not raise the question itself."""
    for evidence in item.evidence:
        if evidence.absent:
            record = library.sources.get(evidence.source)
            claim = f"{'N' if evidence.state is State.ABSENT else 'Said to be n'}ot in this source"
            words = _source_words(record, evidence.source, ())
            yield f"{claim}: {absent_words(evidence)}. Looked for in: {words}"


def _who(item: Item, card: Card, library: Library) -> str:
    """Name who says a quote, and how it came, or who says or undertakes what a point tells."""
    if item.type == "quote":
        speaker = office_words(item.speaker, card, library)
        return (
            f"{speaker} ({item.voice})" if speaker and item.voice else speaker or item.voice or ""
        )
    if len(item.by) == 1:
        return office_words(item.by[0], card, library)
    return enumeration([library.speaker_name(each) for each in item.by])


def copied_words(text: str, *, certain: bool) -> str:
    """Say that something was copied, and what, where nobody can say that it arrived.

    Args:
        text: What was copied.
        certain: Whether whoever took it said so; a terminal never does.
    """
    if certain:
        return "Copied; tmux has it in its buffer."
    return f"Sent to the terminal, which does not say whether it took it: {text}"


def paragraph_citation(source: Source, number: int) -> str:
    """Return a paragraph, in its lines where they carry meaning, with where it is.

    Args:
        source: The source.
        number: The paragraph, from 1.
    """
    record = source.record
    pages = locator_words([source.locators.of(number)])
    about = [_source_words(record, record.id, [number], pages)]
    if record.caution:
        about.append(f"Caution: {record.caution}")
    return "\n".join([_words_in_lines(source, number), *map(shown, about)])


def _words_in_lines(source: Source, number: int) -> str:
    """Return a paragraph's words with the line breaks and tabs that carry meaning in it."""
    block = Block(shown(source.paragraph(number).text))
    return in_lines(block, source.paragraphs, number).lined.replace(NOTHING, "")


def _source_words(
    record: SourceRecord | None, source_id: str, numbers: Iterable[int], pages: str = ""
) -> str:
    paragraphs = ", ".join(f"¶{number}" for number in numbers)
    if record is None:
        return _sentence([source_id, paragraphs, pages])
    published = partial_date_words(record.published) if record.published else ""
    return _sentence(
        [
            record.publisher,
            record.title,
            published,
            *version_words(record),
            paragraphs,
            pages,
            record.file,
            record.url,
        ]
    )


def _sentence(words: Iterable[str]) -> str:
    return ", ".join(word for word in words if word) + "."
