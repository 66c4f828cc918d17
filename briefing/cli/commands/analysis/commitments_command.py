"""`briefing commitments`: what was promised, due when, and what later meetings say on it."""

from collections.abc import Mapping
from datetime import date

import click

from briefing.analysis.commitments import CommitmentView, Offer, commitments, offers_for
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.queries.names import find_series, find_speaker, find_topic
from briefing.cli.group import ExamplesCommand
from briefing.cli.printing import complain, print_text
from briefing.cli.session import Session, pass_session, shared_options
from briefing.cli.views import (
    answer,
    format_option,
    print_view,
    require_one_form,
    series_option,
    soon_option,
    today_option,
)
from briefing.output.analysis import commitments as printed

DEFAULT_LIMIT = 50

_Answer = tuple[CommitmentView, Mapping[str, tuple[Offer, ...]]]


@click.command(
    "commitments",
    cls=ExamplesCommand,
    examples=(
        ("briefing commitments", "What was promised, due when."),
        ("briefing commitments --speaker japan --today 2028-04-01", "As seen from another day."),
        ("briefing commitments --format ics > due.ics", "The dates for a calendar."),
    ),
)
@series_option
@click.option("--speaker", metavar="SPEAKER", default="", help="Only what they say or undertake.")
@click.option("--topic", metavar="TOPIC", default="", help="Only what is filed under this topic.")
@today_option
@soon_option
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=1),
    default=DEFAULT_LIMIT,
    show_default=True,
    help="Print at most so many of what is past, ahead and undated.",
)
@format_option("markdown", "csv", "ics")
@shared_options
@pass_session
def commitments_command(
    session: Session,
    series: str | None,
    speaker: str,
    topic: str,
    today: date,
    soon: int,
    limit: int,
    form: str | None,
) -> int:
    """Show what was promised, due when.

    Commitments, and whatever else has a date, stand by the last day that can mean. What later
    meetings say on the same topics is offered as what may take a commitment up; `follows` in a card
    is where an author confirms it.
    """
    require_one_form(session, form)

    def asked(catalogue: Catalogue) -> _Answer:
        view = commitments(
            catalogue,
            today,
            series=find_series(catalogue, series) if series else None,
            speaker=find_speaker(catalogue, speaker) if speaker else "",
            topic=find_topic(catalogue, topic) if topic else "",
            soon=soon,
            most=limit,
        )
        return offers_for(catalogue, view)

    (view, offers), code = answer(session, asked)
    if form == "ics":
        from briefing.output.analysis.icalendar import calendar  # a calendar is seldom wanted

        print_text(calendar(view))
        return code
    print_view(
        session,
        form,
        record=lambda: printed.commitments_record(view, offers),
        plain=lambda: printed.commitments_lines(view, offers),
        page=lambda columns: printed.commitments_page(view, offers, columns),
        tables=lambda: [printed.commitments_table(view, offers)],
    )
    if not view.rows:
        complain("nothing is promised, and nothing has a time")
    if len(view.rows) < view.total and (session.form == "plain" or form is not None):
        complain(f"{len(view.rows)} of {view.total} commitments shown, --limit shows more")
    return code
