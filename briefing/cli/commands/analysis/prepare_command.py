"""`briefing prepare`: what to have read before a series meets again, on one page."""

from datetime import date

import click

from briefing.analysis.prepare import prepare
from briefing.catalogue.queries.names import find_series
from briefing.cli.group import ExamplesCommand
from briefing.cli.printing import print_in_form, print_text
from briefing.cli.session import Session, pass_session, shared_options
from briefing.cli.views import answer, format_option, require_one_form, soon_option, today_option
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
    require_one_form(session, form)
    library = session.open_library()
    page, code = answer(
        session,
        lambda catalogue: prepare(catalogue, find_series(catalogue, series), today, soon, library),
    )
    if form == "markdown":
        print_text(printed.prepare_markdown(page))
        return code
    print_in_form(
        session,
        record=lambda: printed.prepare_record(page),
        plain=lambda: printed.prepare_lines(page),
        page=lambda columns: printed.prepare_page(page, columns),
    )
    return code
