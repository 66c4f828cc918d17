"""What to have read before a series meets again."""

from collections.abc import Collection, Iterable, Iterator

from briefing.analysis.commitments import CommitmentRow
from briefing.analysis.moved_phrases import MovedPhrase
from briefing.analysis.offices import OfficeChange
from briefing.analysis.prepare import OpenCommitment, Preparation, TopicChange
from briefing.language.quotation.quotations import nested
from briefing.output.analysis.commitments import NOTE
from briefing.output.analysis.prepare import (
    DUE,
    OFFICES,
    OPEN,
    PHRASES,
    UNDATED,
    cut_words,
    last_heading,
    office_words,
    topic_words,
    topics_heading,
)
from briefing.output.names import SourceNames
from briefing.tui.content.analysis.commitments import commitment_rows
from briefing.tui.content.analysis.items import INDENT, item_key, item_row, plain_head
from briefing.tui.content.analysis.table import TableGroup, TablePage, TableRow, spread
from briefing.tui.content.analysis.topics import TOPIC
from briefing.tui.content.line import KEPT_TOGETHER, join, shown, unbroken
from briefing.tui.lineview.blocks import Block, Run

OFFICE = "office\t"
"""What the key of a row begins with that stands for a change of office; its card follows."""


def phrase_key(moved: MovedPhrase) -> str:
    """Return what a phrase of both meetings is known by: its topic, and where it stands in each."""
    places = ((p.card, p.number, p.span.start) for p in (moved.earlier, moved.later))
    return "\t".join(("phrase", moved.topic, *(str(part) for place in places for part in place)))


def office_key(change: OfficeChange) -> str:
    """Return what a change of office is known by: its card, and who holds it."""
    office = change.after or change.before
    people = "\t".join(each.speaker for each in (change.before, change.after) if each)
    return f"{OFFICE}{office.card if office else ''}\t{people}\t{change.kind}"


def only_rows(page: Preparation, kept: Collection[str]) -> Preparation:
    """Return a page with only some of its rows, and its bottom line.

    Args:
        page: The page.
        kept: The keys of the rows.
    """

    def some(commitments: Iterable[OpenCommitment]) -> tuple[OpenCommitment, ...]:
        return tuple(each for each in commitments if item_key(each.row.item) in kept)

    return page._replace(
        due=some(page.due),
        undated=some(page.undated),
        open=tuple(row for row in page.open if item_key(row, "open") in kept),
        offices=tuple(each for each in page.offices if office_key(each) in kept),
        topics=tuple(each for each in page.topics if f"{TOPIC}{each.topic.id}" in kept),
        phrases=tuple(each for each in page.phrases if phrase_key(each) in kept),
    )


def prepare_page(page: Preparation, sources: SourceNames) -> TablePage:
    """Lay out what a series has left for its next meeting."""
    names = page.names
    groups = [
        _group(
            last_heading(page), [item_row(page.bottom_line, names, sources, without=("meeting",))]
        ),
        _group(DUE, _commitments(page.due, page, sources)),
        _group(UNDATED, _commitments(page.undated, page, sources)),
        _group(OPEN, (item_row(row, names, sources, among="open") for row in page.open)),
        _group(OFFICES, (_office(change, page) for change in page.offices)),
        _group(PHRASES, (_phrase(moved, page, sources) for moved in page.phrases)),
        _group(topics_heading(page), (_topic(change, page) for change in page.topics)),
    ]
    cut = cut_words(page)
    more = f"{cut} are shown; the view of commitments has the others." if cut else ""
    return TablePage((group for group in groups if group.rows), foot=(more, NOTE))


def _group(title: str, rows: Iterable[TableRow]) -> TableGroup:
    return TableGroup(plain_head(Run(title, "heading")), tuple(rows), title)


def _commitments(
    some: Iterable[OpenCommitment], page: Preparation, sources: SourceNames
) -> Iterator[TableRow]:
    for each in some:
        row: CommitmentRow = each.row
        yield from commitment_rows(row, {row.item.address: each.offers}, page.names, sources)


def _office(change: OfficeChange, page: Preparation) -> TableRow:
    return _line(office_key(change), office_words(change, page))


def _topic(change: TopicChange, page: Preparation) -> TableRow:
    return _line(f"{TOPIC}{change.topic.id}", topic_words(change, page))


def _phrase(moved: MovedPhrase, page: Preparation, sources: SourceNames) -> TableRow:
    """Return a phrase of both meetings, with the words of the sources it stands in then and now."""
    head = join([f"“{nested(moved.earlier.phrase)}”", Run(moved.label, "quiet")])
    blocks = [Block(head.text, "quote", head.marks, INDENT)]
    for place in (moved.earlier, moved.later):
        day = (page.before if place is moved.earlier and page.before else page.last).date
        caution = Run("caution", "caution") if page.names.caution(place.source) else ""
        where = unbroken(f"{sources(place.source)} ¶{place.paragraph}")
        said = join([Run(f"“{nested(place.words)}”", ""), where, caution], KEPT_TOGETHER)
        lead = Run(f"{day.isoformat()}  ", "label")
        blocks.append(Block(said.text, "quiet", said.marks, INDENT + 2, lead))
    blocks[-1] = blocks[-1]._replace(space_after=True)
    made = spread(blocks)
    found_by = " ".join(block.text for block in made)
    return TableRow(phrase_key(moved), found_by, lambda width: made)


def _line(key: str, words: str) -> TableRow:
    block = Block(shown(words), indent=INDENT, stop=True)
    return TableRow(key, words, lambda width: (block,))
