"""A table for export: the same rows as Markdown and as CSV."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.output.analysis.escaping import csv_lines, markdown_text
from briefing.text.cleaning import clean_block


class Table(NamedTuple):
    """Rows under column heads, all cells plain text."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    """Indexes of the columns that hold numbers."""
    notes: tuple[str, ...] = ()
    """What has to be known of the whole table, a sentence each."""


def markdown(tables: Iterable[Table], nothing: str = "") -> str:
    """Return tables as Markdown (tables of GitHub's kind), each under its title.

    Nothing in a cell is read as markup.

    Args:
        tables: The tables.
        nothing: What is said in place of a table without rows, or where there is no table.
    """
    instead = escaped(_sentence(nothing or "nothing is here"))
    blocks = ["\n".join(_markdown_lines(table, instead)) for table in tables] or [instead]
    return "\n\n".join(blocks) + "\n"


def csv_text(table: Table) -> str:
    """Return a table as CSV (RFC 4180), a head line first; no cell is run as a formula."""
    rows = ([clean_block(cell) for cell in row] for row in table.rows)
    return "".join(f"{line}\n" for line in csv_lines(table.columns, rows))


def escaped(text: str) -> str:
    """Return a text in which Markdown finds no markup, on one line."""
    return markdown_text(" ".join(clean_block(text).split()))


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _markdown_lines(table: Table, instead: str) -> Iterator[str]:
    if table.title:
        yield f"## {escaped(table.title)}"
        yield ""
    yield from _markdown_rows(table) if table.rows else (instead,)
    for note in table.notes:
        yield ""
        yield escaped(note)


def _markdown_rows(table: Table) -> Iterator[str]:
    yield _markdown_row([escaped(column) for column in table.columns])
    rules = ("---:" if i in table.numeric else "---" for i in range(len(table.columns)))
    yield _markdown_row(list(rules))
    for row in table.rows:
        yield _markdown_row([escaped(cell) for cell in row])


def _markdown_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
