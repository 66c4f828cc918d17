"""Rows in groups, as a table view shows them: laid out for a width, filtered by words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.analysis.filtering import RowFilter, folded
from briefing.tui.content.line import shown
from briefing.tui.lineview.blocks import Block

Lines = Callable[[int], tuple[Block, ...]]
"""Makes the blocks of a row or a heading for so many cells; as many blocks at every width."""


class TableRow:
    """One row: the cursor stops at its first block.

    Args:
        key: What the row is known by, whatever stands around it.
        words: What a filter looks through: all that the row shows, and the names behind its ids;
            or what makes that, which is asked once and not before there is a filter.
        lines: Makes its blocks.
        least: From so many cells on it is one block of one line, which need not be made to be
            measured; 0 where it may be more.
    """

    __slots__ = ("_words", "key", "least", "lines")

    def __init__(
        self, key: str, words: str | Callable[[], str], lines: Lines, least: int = 0
    ) -> None:
        self.key = key
        self.lines = lines
        self.least = least
        self._words = words

    def is_line(self, width: int) -> bool:
        """Return whether it is sure to be one block of one line of so many cells."""
        return 0 < self.least <= width

    @property
    def words(self) -> str:
        """What a filter looks through."""
        if not isinstance(self._words, str):
            self._words = self._words()
        return self._words


class TableGroup(NamedTuple):
    """Rows under a heading."""

    head: Lines
    rows: tuple[TableRow, ...]
    name: str = ""
    """What the group is called; one that is called by the words of a filter comes first."""


class TablePage:
    """Groups of rows, and what is said below them.

    Args:
        groups: The groups in order.
        foot: What has to be known of the whole, also where a filter leaves a part of it.
        nothing: What to say where there is no row at all.
        most: The most cells a line may take; more where rows are columns of numbers.
    """

    def __init__(
        self,
        groups: Iterable[TableGroup],
        *,
        foot: Sequence[str] = (),
        nothing: str = "",
        most: int = 0,
    ) -> None:
        self.groups = tuple(groups)
        self.foot = tuple(foot)
        self.nothing = nothing
        self.most = most
        self._filter: RowFilter[tuple[int, TableRow]] | None = None

    @property
    def rows(self) -> Iterator[TableRow]:
        """All rows in order."""
        return (row for group in self.groups for row in group.rows)

    @property
    def below(self) -> tuple[Block, ...]:
        """What stands below the rows, and below that there are none."""
        said = [] if any(group.rows for group in self.groups) else [self.nothing]
        return tuple(Block(shown(line), "quiet") for line in (*said, *self.foot) if line)

    def prepare(self) -> None:
        """Make the words of all rows ready, so that the first filter need not wait for it."""
        self._ready()

    def matching(self, typed: str) -> "TablePage":
        """Return the page with only the rows that hold every word typed; groups without go too."""
        if not typed.strip() or not any(self.rows):
            return self
        kept: dict[int, list[TableRow]] = {}
        for number, row in self._ready().matching(typed):
            kept.setdefault(number, []).append(row)
        wanted = folded(typed).split()
        named = {n: all(word in folded(self.groups[n].name) for word in wanted) for n in kept}
        return TablePage(
            (
                self.groups[n]._replace(rows=tuple(kept[n]))
                for n in sorted(kept, key=named.__getitem__, reverse=True)
            ),
            foot=self.foot,
            nothing=f"Nothing here has “{typed.strip()}”; escape takes the filter off.",
            most=self.most,
        )

    def _ready(self) -> RowFilter[tuple[int, TableRow]]:
        if self._filter is None:
            rows = [(n, row) for n, group in enumerate(self.groups) for row in group.rows]
            self._filter = RowFilter(rows, (row.words for _, row in rows))
        return self._filter


def spread(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks of a row as one: the cursor stops at the first, the others belong to it."""
    kept = list(blocks)
    first = kept[0]._replace(stop=True)
    return (first, *(block._replace(attached=True) for block in kept[1:]))
