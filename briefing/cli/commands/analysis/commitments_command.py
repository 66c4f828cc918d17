"""`briefing commitments`: what was promised, due when, and what later meetings say on it."""

from collections.abc import Mapping
from datetime import date

import click

from briefing.analysis.commitments import CommitmentView, Offer, commitments, offers_for
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.queries.names import find_series, find_speaker, find_topic
from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import (
    LIMIT,
    not_empty,
    pass_session,
    refuse_two_forms,
    shared_options,
)
from briefing.cli.printing import complain
from briefing.cli.session import Session
from briefing.cli.views import (
    Exports,
    answer,
    format_option,
    print_view,
    series_option,
    soon_option,
    tables_as,
    today_option,
    topic_option,
)
from briefing.output.analysis import commitments as printed

DEFAULT_LIMIT = 50
_ALL = -1

_Answer = tuple[CommitmentView, Mapping[str, tuple[Offer, ...]]]


@click.command(
    "commitments",
    cls=ExamplesCommand,
    examples=(
        ("briefing commitments", "What was promised, due when."),
        ("briefing commitments --speaker japan --today 2028-04-01", "As seen from another day."),
        ("briefing commitments --format ics > due.ics", "All dates for a calendar."),
    ),
)
@series_option
@click.option(
    "--speaker",
    metavar="SPEAKER",
    default=None,
    callback=not_empty,
    help="Only what they say or undertake.",
)
@topic_option
@today_option
@soon_option
@click.option(
    "--limit",
    metavar="N",
    type=LIMIT,
    default=None,
    help="Print at most so many of what is past, ahead and undated; if nothing is said, "
    f"{DEFAULT_LIMIT}, and in a calendar all.",
)
@format_option("markdown", "csv", "ics")
@shared_options
@pass_session
def commitments_command(
    session: Session,
    series: str | None,
    speaker: str | None,
    topic: str | None,
    today: date,
    soon: int,
    limit: int | None,
    form: str | None,
) -> int:
    """Show what was promised, due when.

    Commitments, and whatever else has a date, come by the last day that can mean. What later
    meetings say on the same topics is offered as what may take a commitment up; `follows` in a card
    is where an author confirms it.
    """
    refuse_two_forms(session, form)
    is_calendar = form == "ics"

    def asked(catalogue: Catalogue) -> _Answer:
        view = commitments(
            catalogue,
            today,
            series=find_series(catalogue, series) if series else None,
            speaker=find_speaker(catalogue, speaker) if speaker else "",
            topic=find_topic(catalogue, topic) if topic else "",
            soon=soon,
            most=limit or (_ALL if is_calendar else DEFAULT_LIMIT),
        )
        # A calendar has no room for what is offered, which takes longer than all the rest.
        return (view, {}) if is_calendar else offers_for(catalogue, view)

    (view, offers), unread = answer(session, asked)
    nothing = _nothing(view, dated=is_calendar)
    print_view(
        session,
        form,
        record=lambda: printed.commitments_record(view, offers),
        plain=lambda: printed.commitments_lines(view, offers),
        page=lambda columns: printed.commitments_page(view, offers, columns),
        exports=_exports(view, offers, nothing),
        nothing=nothing,
    )
    if len(view.rows) < view.total and (session.form == "plain" or form is not None):
        complain(f"{len(view.rows)} of {view.total} commitments shown, --limit shows more")
    return unread.tell()


def _nothing(view: CommitmentView, *, dated: bool) -> str:
    """Say that there is nothing to show; empty where there is something."""
    if not view.rows:
        return "nothing is promised, and nothing has a time"
    if dated and all(row.item.due_last is None for row in view.rows):
        return "nothing has a time, so that the calendar is empty"
    return ""


def _exports(
    view: CommitmentView, offers: Mapping[str, tuple[Offer, ...]], nothing: str
) -> Exports:
    def calendar() -> str:
        from briefing.output.analysis.icalendar import calendar  # a calendar is seldom wanted

        return calendar(view)

    tables = tables_as(lambda: [printed.commitments_table(view, offers)], nothing=nothing)
    return {**tables, "ics": calendar}
