"""An item of a card in a view: its words, and below them who, how well found, and where."""

from collections.abc import Callable, Iterable, Iterator

from briefing.catalogue.db.rows import ItemRow
from briefing.catalogue.queries.names import ViewNames
from briefing.output.analysis.rows import state_words, who_words, words
from briefing.output.names import SourceNames
from briefing.output.wording import type_words
from briefing.tui.content.analysis.table import Lines, TableGroup, TableRow
from briefing.tui.content.line import (
    BETWEEN,
    KEPT_TOGETHER,
    TextLine,
    date_words,
    join,
    shown,
    unbroken,
)
from briefing.tui.lineview.blocks import Block, Run
from briefing.tui.lineview.roles import TextRole

INDENT = 2


def item_key(row: ItemRow, among: str = "") -> str:
    """Return what an item is known by among the rows of a view.

    Args:
        row: The item.
        among: What tells it apart where one item stands in several rows.
    """
    return f"{among}\t{row.address}"


def item_row(
    row: ItemRow,
    names: ViewNames,
    sources: SourceNames,
    *,
    before: Iterable[Run | str] = (),
    below: Iterable[Block] = (),
    without: tuple[str, ...] = (),
    among: str = "",
) -> TableRow:
    """Return an item as a row.

    Args:
        row: The item.
        names: The names behind its ids.
        sources: What sources are called.
        before: What is said of it before everything else, in a line of its own.
        below: Blocks that belong to it.
        without: Facts that stand elsewhere: `who`, `due`, `meeting`.
        among: What tells it apart where one item stands in several rows.
    """
    told = _ToldItem(row, names, sources, tuple(before), tuple(below), without)
    return TableRow(item_key(row, among), told.found_by, told.lines)


class _ToldItem:
    """What a row says of an item; put together when it is first looked at."""

    __slots__ = ("_below", "_facts", "_head", "_names", "_row", "_said", "_sources", "_without")

    def __init__(
        self,
        row: ItemRow,
        names: ViewNames,
        sources: SourceNames,
        said: tuple[Run | str, ...],
        below: tuple[Block, ...],
        without: tuple[str, ...],
    ) -> None:
        self._row, self._names, self._sources = row, names, sources
        self._said, self._below, self._without = said, below, without
        self._head: TextLine | None = None
        self._facts: TextLine | None = None

    def _told(self) -> tuple[TextLine, TextLine]:
        if self._head is None or self._facts is None:
            self._head = join(self._said, KEPT_TOGETHER)
            self._facts = item_facts(self._row, self._names, self._sources, self._without)
        return self._head, self._facts

    def lines(self, width: int) -> tuple[Block, ...]:
        head, facts = self._told()
        words = words_block(self._row, first=not head.text)
        last = not self._below
        under = Block(facts.text, "quiet", facts.marks, INDENT, attached=True, space_after=last)
        below = [block._replace(attached=True) for block in self._below]
        if below:
            below[-1] = below[-1]._replace(space_after=True)
        if not head.text:
            return (words, under, *below)
        return (Block(head.text, "", head.marks, INDENT, stop=True), words, under, *below)

    def found_by(self) -> str:
        row, (head, facts) = self._row, self._told()
        parts = (head.text, words(row), facts.text, meeting_words(row), row.series, row.section)
        return " ".join((*parts, row.source, *map(self._names.topic_label, row.topics)))


def words_block(row: ItemRow, *, first: bool) -> Block:
    """Return an item's words; in quotation marks and in their colour only where verified.

    Args:
        row: The item.
        first: Whether it is the first block of its row.
    """
    role: TextRole = "quote" if row.type == "quote" and row.verified else ""
    if row.state is not None and not row.state.holds:
        role = "doubtful"
    return Block(shown(words(row)), role, (), INDENT, stop=first, attached=not first)


def item_facts(
    row: ItemRow, names: ViewNames, sources: SourceNames, without: tuple[str, ...] = ()
) -> TextLine:
    """Say who says it, of what sort it is, how well found, and what it rests on."""
    return join(_facts(row, names, sources, without), KEPT_TOGETHER)


def _facts(
    row: ItemRow, names: ViewNames, sources: SourceNames, without: tuple[str, ...]
) -> Iterator[Run | str]:
    if "who" not in without:
        yield Run(who_words(row, names), "speaker")
    yield "" if row.type in ("quote", "point") else type_words(row.type)
    yield row.voice
    yield Run(row.kind, "tag") if row.kind == "commitment" else row.kind
    if row.due and "due" not in without:
        yield Run(f"due {row.due}", "tag")
    state = state_words(row)
    yield Run(state, row.state.value if row.state else "")
    if row.source and row.paragraph is not None:
        resting = "" if row.type == "quote" else "rests on "
        yield unbroken(f"{resting}{sources(row.source)} ¶{row.paragraph}")
    yield Run("caution", "caution") if names.caution(row.source) else ""
    if "meeting" not in without:
        yield meeting_words(row)


def meeting_words(row: ItemRow) -> str:
    """Name the meeting of an item and its day."""
    return f"{row.title}, {unbroken(date_words(row.date, short=True))}"


def by_meeting(
    items: Iterable[ItemRow], row_of: Callable[[ItemRow], TableRow]
) -> Iterator[TableGroup]:
    """Yield items under the meeting they belong to, as they come."""
    here: list[ItemRow] = []
    for row in items:
        if here and row.card != here[0].card:
            yield TableGroup(meeting_head(here[0]), tuple(map(row_of, here)))
            here = []
        here.append(row)
    if here:
        yield TableGroup(meeting_head(here[0]), tuple(map(row_of, here)))


def meeting_head(row: ItemRow) -> Lines:
    """Return the heading of a meeting: its day, its title, and a status that needs saying."""
    state = "" if row.status == "reviewed" else row.status
    line = join(
        [Run(row.title, "heading"), Run(row.series, "quiet"), Run(state, "caution")], BETWEEN
    )
    lead = Run(f"{row.date.isoformat()}  ", "label")
    return lambda width: (Block(line.text, "", line.marks, lead=lead),)


def plain_head(*parts: Run | str) -> Lines:
    """Return a heading of one line."""
    line = join(parts)
    return lambda width: (Block(line.text, "quiet", line.marks),)
