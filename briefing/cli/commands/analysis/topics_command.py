"""`briefing topics`: what is filed under which topic, meeting by meeting."""

import click

from briefing.analysis.topics import topic_matrices, topic_thread
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.queries.names import find_series, find_topic
from briefing.catalogue.queries.topics import all_topics
from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import pass_session, refuse_two_forms, shared_options
from briefing.cli.session import Session
from briefing.cli.views import answer, format_option, print_view, series_option, tables_as
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
    refuse_two_forms(session, form)
    if topic is None:
        return _print_matrices(session, series, form)
    thread, unread = answer(
        session,
        lambda catalogue: topic_thread(
            catalogue, find_topic(catalogue, topic), series=_series(catalogue, series)
        ),
    )
    nothing = "" if thread.items else f"nothing is filed under {thread.topic.label}"
    print_view(
        session,
        form,
        record=lambda: topics.thread_record(thread),
        plain=lambda: topics.thread_lines(thread),
        page=lambda columns: topics.thread_page(thread, columns),
        exports=tables_as(lambda: [topics.thread_table(thread)], nothing=nothing),
        nothing=nothing,
    )
    return unread.tell()


def _print_matrices(session: Session, series: str | None, form: str | None) -> int:
    (listed, matrices), unread = answer(
        session,
        lambda catalogue: (
            all_topics(catalogue),
            topic_matrices(catalogue, [find_series(catalogue, series)] if series else None),
        ),
    )
    filed = any(matrix.rows for matrix in matrices)
    nothing = "" if filed else "nothing is filed under a topic"
    print_view(
        session,
        form,
        record=lambda: topics.topics_record(listed, matrices),
        plain=lambda: topics.topics_lines(matrices),
        page=lambda columns: topics.topics_page(matrices, columns),
        exports=tables_as(
            lambda: topics.topics_tables(matrices),
            lambda: topics.topics_long_table(matrices),
            nothing,
        ),
        nothing=nothing,
    )
    return unread.tell()


def _series(catalogue: Catalogue, typed: str | None) -> str | None:
    return find_series(catalogue, typed) if typed else None
