"""What commands about meetings over time share: options, and printing in any form."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from briefing.catalogue.catalogue import Catalogue
from briefing.cli.catalogue_access import ask, broken_cards
from briefing.cli.printing import complain, print_in_form, print_text
from briefing.cli.session import Session
from briefing.output.lines import PrintedLine

if TYPE_CHECKING:
    from briefing.output.analysis.table import Table

Answer = TypeVar("Answer")
Command = TypeVar("Command", bound=Callable[..., Any])


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
        "--series", metavar="SERIES", default=None, help="Only the meetings of this series."
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


def require_one_form(session: Session, form: str | None) -> None:
    """Refuse to print in two forms at once.

    Raises:
        click.UsageError: Both JSON and another format were asked for.
    """
    if session.json and form is not None:
        raise click.UsageError("--json and --format ask for two forms; give one of them")


def answer(session: Session, question: Callable[[Catalogue], Answer]) -> tuple[Answer, int]:
    """Return what the catalogue of the library says, and the exit code.

    What could not be read, so that the answer is not the whole one, is said on standard error.
    """
    found, (code, complaints) = ask(
        session.library_root(),
        lambda catalogue: (question(catalogue), broken_cards(catalogue)),
        searching=False,
    )
    for line in complaints:
        complain(line)
    return found, code


def print_view(
    session: Session,
    form: str | None,
    *,
    record: Callable[[], object],
    plain: Callable[[], Iterable[str]],
    page: Callable[[int], Iterable[PrintedLine]],
    tables: Callable[[], "Sequence[Table]"],
    table: Callable[[], "Table"] | None = None,
) -> None:
    """Print a view in the form that was asked for; only that form is made.

    Args:
        session: The shared options.
        form: `markdown` or `csv`; None leaves the form to the session.
        record: Makes its JSON record.
        plain: Makes its plain lines.
        page: Makes its lines for a terminal of that many columns.
        tables: Makes its tables, for Markdown.
        table: Makes its one table for CSV, where that is not the only one of `tables`.
    """
    if form is None:
        print_in_form(session, record=record, plain=plain, page=page)
        return
    from briefing.output.analysis.table import csv_text, markdown  # a table is seldom wanted

    if form == "markdown":
        print_text(markdown(tables()))
    else:
        print_text(csv_text(table() if table is not None else tables()[0]))
