"""What to have read before a series meets again."""

from collections.abc import Iterable, Iterator

from briefing.analysis.commitments import CommitmentRow
from briefing.analysis.moved_phrases import MovedPhrase
from briefing.analysis.offices import OfficeChange
from briefing.analysis.prepare import OpenCommitment, Preparation, TopicChange
from briefing.language.quotation.quotations import nested
from briefing.output.analysis.commitments import NOTE
from briefing.output.analysis.prepare import office_words, topic_words
from briefing.tui.content.analysis.commitments import commitment_rows
from briefing.tui.content.analysis.items import (
    INDENT,
    KEPT_TOGETHER,
    item_row,
    plain_head,
    unbroken,
)
from briefing.tui.content.analysis.table import TableGroup, TablePage, TableRow, spread
from briefing.tui.content.analysis.topics import TOPIC
from briefing.tui.content.line import join, shown
from briefing.tui.lineview.blocks import Block, Run

OFFICE = "office\t"
"""What the key of a row begins with that stands for a change of office; its card follows."""
PHRASE = "phrase\t"
"""What the key of a row begins with that stands for a phrase; its number follows."""


def prepare_page(page: Preparation) -> TablePage:
    """Lay out what a series has left for its next meeting."""
    names = page.names
    last = f"Last time: {page.last.date.isoformat()}, {page.last.title}"
    groups = [
        _group(last, [item_row(page.bottom_line, names, without=("meeting",))]),
        _group("Due", _commitments(page.due, page)),
        _group("Promised without a date, last two meetings", _commitments(page.undated, page)),
        _group(
            "Left open by these sources", (item_row(row, names, among="open") for row in page.open)
        ),
        _group(
            "Who changed office, as the cards list them",
            (_office(number, change, page) for number, change in enumerate(page.offices)),
        ),
        _group(
            "Phrases both meetings share, in other words by now",
            (_phrase(number, moved, page) for number, moved in enumerate(page.phrases)),
        ),
        _group(_days(page), (_topic(change, page) for change in page.topics)),
    ]
    return TablePage((group for group in groups if group.rows), foot=(NOTE,))


def _group(title: str, rows: Iterable[TableRow]) -> TableGroup:
    return TableGroup(plain_head(Run(title, "heading")), tuple(rows), title)


def _commitments(some: Iterable[OpenCommitment], page: Preparation) -> Iterator[TableRow]:
    for each in some:
        row: CommitmentRow = each.row
        yield from commitment_rows(row, {row.item.address: each.offers}, page.names)


def _office(number: int, change: OfficeChange, page: Preparation) -> TableRow:
    office = change.after or change.before
    card = office.card if office is not None else ""
    return _line(f"{OFFICE}{card}\t{number}", office_words(change, page))


def _topic(change: TopicChange, page: Preparation) -> TableRow:
    return _line(f"{TOPIC}{change.topic.topic}", topic_words(change, page))


def _phrase(number: int, moved: MovedPhrase, page: Preparation) -> TableRow:
    """Return a phrase of both meetings, with the words of the sources it stands in then and now."""
    head = join([f"“{nested(moved.earlier.phrase)}”", Run(moved.label, "quiet")])
    blocks = [Block(head.text, "quote", head.marks, INDENT)]
    for place in (moved.earlier, moved.later):
        day = (page.before if place is moved.earlier and page.before else page.last).date
        caution = Run("caution", "caution") if page.names.caution(place.source) else ""
        where = unbroken(f"{place.source} ¶{place.paragraph}")
        said = join([Run(f"“{nested(place.words)}”", ""), where, caution], KEPT_TOGETHER)
        lead = Run(f"{day.isoformat()}  ", "label")
        blocks.append(Block(said.text, "quiet", said.marks, INDENT + 2, lead))
    blocks[-1] = blocks[-1]._replace(space_after=True)
    made = spread(blocks)
    found_by = " ".join(block.text for block in made)
    return TableRow(f"{PHRASE}{number}", found_by, lambda width: made)


def _line(key: str, words: str) -> TableRow:
    block = Block(shown(words), indent=INDENT, stop=True)
    return TableRow(key, words, lambda width: (block,))


def _days(page: Preparation) -> str:
    if page.before is None:
        return f"Topics, items of {page.last.date.isoformat()}"
    return f"Topics, items of {page.before.date.isoformat()} and {page.last.date.isoformat()}"
