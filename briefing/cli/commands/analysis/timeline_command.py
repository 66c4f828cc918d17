"""`briefing timeline`: meetings, what is due, and what the sources date, on one line."""

from datetime import date

import click

from briefing.analysis.timeline import KINDS, EntryKind, timeline
from briefing.catalogue.queries.names import find_series
from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import pass_session, refuse_two_forms, shared_options
from briefing.cli.session import Session
from briefing.cli.views import answer, format_option, print_view, series_option, tables_as
from briefing.model.core import PartialDate
from briefing.output.analysis import timeline as printed


def _date(ctx: click.Context, param: click.Parameter, value: str | None) -> PartialDate | None:
    """Return as much of a day as was typed."""
    try:
        return PartialDate.parse(value) if value is not None else None
    except ValueError:
        raise click.BadParameter(
            f"'{value}' is no date; write 2026, 2026-01 or 2026-01-31"
        ) from None


@click.command(
    "timeline",
    cls=ExamplesCommand,
    examples=(
        ("briefing timeline", "Everything that has a date, in order."),
        ("briefing timeline --series 2plus2 --from 2022 --until 2023-06", "A stretch of it."),
        ("briefing timeline --only meeting --only due", "Without the dates of the sources."),
    ),
)
@series_option
@click.option("--from", "first", metavar="DATE", callback=_date, help="Begin here.")
@click.option("--until", "last", metavar="DATE", callback=_date, help="End here.")
@click.option(
    "--only",
    "kinds",
    type=click.Choice(KINDS),
    multiple=True,
    help="Only this kind of entry; may be given several times.",
)
@format_option("markdown", "csv")
@shared_options
@pass_session
def timeline_command(
    session: Session,
    series: str | None,
    first: PartialDate | None,
    last: PartialDate | None,
    kinds: tuple[EntryKind, ...],
    form: str | None,
) -> int:
    """Show meetings and dates in order of time.

    The dates are those of what is due, and those in the sources. DATE is a day, a month or a year.
    A sentence of a source counts where its date names the year.
    """
    refuse_two_forms(session, form)
    if first and last and first.first > last.last:
        raise click.UsageError(f"--from {first} is later than --until {last}")
    line, unread = answer(
        session,
        lambda catalogue: timeline(
            catalogue,
            series=find_series(catalogue, series) if series else None,
            first=first.first if first else date.min,
            last=last.last if last else date.max,
            kinds=kinds or KINDS,
        ),
    )
    nothing = "" if line.entries else "nothing has a date there"
    print_view(
        session,
        form,
        record=lambda: printed.timeline_record(line),
        plain=lambda: printed.timeline_lines(line),
        page=lambda columns: printed.timeline_page(line, columns),
        exports=tables_as(lambda: [printed.timeline_table(line)], nothing=nothing),
        nothing=nothing,
    )
    return unread.tell()
