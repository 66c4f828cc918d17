"""A table for export: the same rows as Markdown and as CSV."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from briefing.text.cleaning import clean_block

_MARKUP: Final = re.compile(
    r"[\\`*_\[\]<>|~&@]|:(?=//)|(?<=www)\.|^[#+=-]|(?<=^\d)[.)]|(?<=^\d\d)[.)]"
)
"""What Markdown would read as more than a character: some signs anywhere, some at a beginning."""
_FORMULA: Final = ("=", "+", "-", "@")
"""A spreadsheet computes a cell that begins so; the words of a library are not to be run."""


class Table(NamedTuple):
    """Rows under column heads, all cells plain text."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    """Indexes of the columns that hold numbers."""
    notes: tuple[str, ...] = ()
    """What has to be known of the whole table, a sentence each."""


def markdown(tables: Iterable[Table]) -> str:
    """Return tables as Markdown (tables of GitHub's kind), each under its title.

    Nothing in a cell is read as markup.
    """
    blocks = ["\n".join(_markdown_lines(table)) for table in tables]
    return "\n\n".join(blocks) + "\n"


def csv_text(table: Table) -> str:
    """Return a table as CSV (RFC 4180), a head line first.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    for row in table.rows:
        numbers = table.numeric
        writer.writerow([_safe(c) if i not in numbers else c for i, c in enumerate(row)])
    return out.getvalue()


def escaped(text: str) -> str:
    """Return a text in which Markdown finds no markup, on one line."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(clean_block(text).split()))


def _markdown_lines(table: Table) -> Iterator[str]:
    if table.title:
        yield f"## {escaped(table.title)}"
        yield ""
    yield _markdown_row([escaped(column) for column in table.columns])
    rules = ("---:" if i in table.numeric else "---" for i in range(len(table.columns)))
    yield _markdown_row(list(rules))
    for row in table.rows:
        yield _markdown_row([escaped(cell) for cell in row])
    for note in table.notes:
        yield ""
        yield escaped(note)


def _markdown_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _safe(cell: str) -> str:
    cell = clean_block(cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
