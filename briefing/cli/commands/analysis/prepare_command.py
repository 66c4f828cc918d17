"""`briefing prepare`: what to have read before a series meets again, on one page."""

from datetime import date

import click

from briefing.analysis.prepare import prepare
from briefing.catalogue.queries.names import find_series
from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import pass_session, refuse_two_forms, shared_options
from briefing.cli.session import Session
from briefing.cli.views import answer, format_option, print_view, soon_option, today_option
from briefing.output.analysis import prepare as printed


@click.command(
    "prepare",
    cls=ExamplesCommand,
    examples=(
        (
            "briefing prepare us-japan-2plus2",
            "What the last meeting left, what is due, who is new.",
        ),
        ("briefing prepare 2plus2 --format markdown > next.md", "The page for others."),
    ),
)
@click.argument("series", metavar="SERIES")
@today_option
@soon_option
@format_option("markdown")
@shared_options
@pass_session
def prepare_command(session: Session, series: str, today: date, soon: int, form: str | None) -> int:
    """Print one page to have read before a series meets again.

    SERIES is the id of a series, its beginning, or parts that only one has. The page has the last
    bottom line, what is due, what was left open, who changed office, and the topics and phrases of
    the last two meetings; each line names the item and the paragraph it rests on.
    """
    refuse_two_forms(session, form)
    library = session.open_library()
    page, unread = answer(
        session,
        lambda catalogue: prepare(catalogue, find_series(catalogue, series), today, soon, library),
    )
    print_view(
        session,
        form,
        record=lambda: printed.prepare_record(page),
        plain=lambda: printed.prepare_lines(page),
        page=lambda columns: printed.prepare_page(page, columns),
        exports={"markdown": lambda: printed.prepare_markdown(page)},
    )
    return unread.tell()
