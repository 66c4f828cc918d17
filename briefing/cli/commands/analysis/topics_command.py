"""`briefing topics`: what is filed under which topic, meeting by meeting."""

import click

from briefing.analysis.topics import topic_matrices, topic_thread
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.queries.names import find_series, find_topic
from briefing.catalogue.queries.topics import all_topics
from briefing.cli.group import ExamplesCommand
from briefing.cli.printing import complain
from briefing.cli.session import Session, pass_session, shared_options
from briefing.cli.views import answer, format_option, print_view, require_one_form, series_option
from briefing.output.analysis import topics


@click.command(
    "topics",
    cls=ExamplesCommand,
    examples=(
        ("briefing topics", "All topics by meeting, series apart."),
        ("briefing topics space", "All that is said on space, in order of date."),
        ("briefing topics --series 2plus2 --format csv", "The counts of one series as a table."),
    ),
)
@click.argument("topic", metavar="[TOPIC]", required=False)
@series_option
@format_option("markdown", "csv")
@shared_options
@pass_session
def topics_command(
    session: Session, topic: str | None, series: str | None, form: str | None
) -> int:
    """Show topics by meeting, or all that is said on one.

    TOPIC is the id of a topic, its label or an alias, or words that only one topic has.
    """
    require_one_form(session, form)
    if topic is None:
        return _print_matrices(session, series, form)
    thread, code = answer(
        session,
        lambda catalogue: topic_thread(
            catalogue, find_topic(catalogue, topic), series=_series(catalogue, series)
        ),
    )
    print_view(
        session,
        form,
        record=lambda: topics.thread_record(thread),
        plain=lambda: topics.thread_lines(thread),
        page=lambda columns: topics.thread_page(thread, columns),
        tables=lambda: [topics.thread_table(thread)],
    )
    if not thread.items:
        complain(f"nothing is filed under {thread.topic.label}")
    return code


def _print_matrices(session: Session, series: str | None, form: str | None) -> int:
    (listed, matrices), code = answer(
        session,
        lambda catalogue: (
            all_topics(catalogue),
            topic_matrices(catalogue, [find_series(catalogue, series)] if series else None),
        ),
    )
    print_view(
        session,
        form,
        record=lambda: topics.topics_record(listed, matrices),
        plain=lambda: topics.topics_lines(matrices),
        page=lambda columns: topics.topics_page(matrices, columns),
        tables=lambda: topics.topics_tables(matrices),
        table=lambda: topics.topics_long_table(matrices),
    )
    if not any(matrix.rows for matrix in matrices):
        complain("nothing is filed under a topic")
    return code


def _series(catalogue: Catalogue, typed: str | None) -> str | None:
    return find_series(catalogue, typed) if typed else None
