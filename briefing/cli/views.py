"""What commands about meetings over time share: options, and printing in any form."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias, TypeVar

import click

from briefing.catalogue.catalogue import Catalogue
from briefing.cli.catalogue_access import ask, unread_of
from briefing.cli.failures import Unread
from briefing.cli.parser.options import not_empty
from briefing.cli.printing import complain, print_in_form, print_text
from briefing.cli.session import Session
from briefing.output.analysis.table import Table, csv_text, markdown
from briefing.output.lines import PrintedLine
from briefing.text.cleaning import clean_block

Answer = TypeVar("Answer")
Command = TypeVar("Command", bound=Callable[..., Any])
Exports: TypeAlias = Mapping[str, Callable[[], str]]
"""What makes the text of each form that `--format` may ask for."""


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date:
    """Return the day that was typed, else today."""
    if value is None:
        return date.today()
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"'{value}' is no day; write it as 2026-01-31") from None


def today_option(command: Command) -> Command:
    """Give a command the option to look from another day than today."""
    return click.option(
        "--today",
        metavar="YYYY-MM-DD",
        callback=_day,
        default=None,
        help="Look from this day instead of today.",
    )(command)


def soon_option(command: Command) -> Command:
    """Give a command the option to say how many days ahead count as soon."""
    return click.option(
        "--soon",
        metavar="DAYS",
        type=click.IntRange(min=0, max=36500),
        default=90,
        show_default=True,
        help="How many days ahead count as soon.",
    )(command)


def series_option(command: Command) -> Command:
    """Give a command the option to ask one series."""
    return click.option(
        "--series",
        metavar="SERIES",
        default=None,
        callback=not_empty,
        help="Only the meetings of this series.",
    )(command)


def topic_option(command: Command) -> Command:
    """Give a command the option to ask for one topic."""
    return click.option(
        "--topic",
        metavar="TOPIC",
        default=None,
        callback=not_empty,
        help="Only what is filed under this topic.",
    )(command)


def format_option(*formats: str) -> Callable[[Command], Command]:
    """Give a command the option to print for another program, in one of some formats."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=None,
        help="Print for a document, a spreadsheet or another program, instead of lines or JSON.",
    )


def answer(
    session: Session, question: Callable[[Catalogue], Answer], *, searching: bool = False
) -> tuple[Answer, Unread]:
    """Return what the catalogue of the library says, and what could not be read for it.

    Args:
        session: The shared options.
        question: See `ask`.
        searching: Whether the question needs the search.
    """
    return ask(
        session.library_root(),
        lambda catalogue: (question(catalogue), unread_of(catalogue)),
        searching=searching,
    )


def print_view(
    session: Session,
    form: str | None,
    *,
    record: Callable[[], object],
    plain: Callable[[], Iterable[str]],
    page: Callable[[int], Iterable[PrintedLine]],
    exports: Exports,
    nothing: str = "",
) -> None:
    """Print a view in the form that was asked for; only that form is made.

    Args:
        session: The shared options.
        form: One of `exports`; None leaves the form to the session.
        record: Makes its JSON record.
        plain: Makes its plain lines.
        page: Makes its lines for a terminal of that many columns.
        exports: Makes the text of each form for documents, spreadsheets and other programs.
        nothing: What is said on standard error where the view has nothing to show.
    """
    if form is None:
        print_in_form(session, record=record, plain=plain, page=page)
    else:
        print_text(exports[form]())
    if nothing:
        complain(nothing)


def tables_as(
    tables: Callable[[], Sequence[Table]],
    table: Callable[[], Table] | None = None,
    nothing: str = "",
) -> Exports:
    """Return how to export tables as Markdown and as CSV.

    Args:
        tables: Makes the tables for Markdown.
        table: Makes the one table for CSV, where that is not the only one of `tables`.
        nothing: What Markdown says where a table has no rows, or there is no table.
    """
    return {
        "markdown": lambda: markdown(tables(), nothing),
        "csv": lambda: csv_text(table() if table is not None else tables()[0]),
    }


def lines_as(document: Callable[[], Iterable[str]], sheet: Callable[[], Iterable[str]]) -> Exports:
    """Return how to export what is made as lines, of Markdown and of CSV."""
    return {"markdown": lambda: _text(document()), "csv": lambda: _text(sheet())}


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{clean_block(line)}\n" for line in lines)
