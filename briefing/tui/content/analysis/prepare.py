"""What to have read before a series meets again."""

from collections.abc import Iterable, Iterator

from briefing.analysis.commitments import CommitmentRow
from briefing.analysis.offices import OfficeChange
from briefing.analysis.prepare import OpenCommitment, Preparation, TopicChange
from briefing.output.analysis.commitments import NOTE
from briefing.output.analysis.prepare import office_words, topic_words
from briefing.tui.content.analysis.commitments import commitment_rows
from briefing.tui.content.analysis.items import INDENT, item_row, plain_head
from briefing.tui.content.analysis.table import TableGroup, TablePage, TableRow
from briefing.tui.content.analysis.topics import TOPIC
from briefing.tui.content.line import shown
from briefing.tui.lineview.blocks import Block, Run

OFFICE = "office\t"
"""What the key of a row begins with that stands for a change of office; its card follows."""


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


def _line(key: str, words: str) -> TableRow:
    block = Block(shown(words), indent=INDENT, stop=True)
    return TableRow(key, words, lambda width: (block,))


def _days(page: Preparation) -> str:
    if page.before is None:
        return f"Topics, items of {page.last.date.isoformat()}"
    return f"Topics, items of {page.before.date.isoformat()} and {page.last.date.isoformat()}"
