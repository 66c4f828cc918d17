"""`briefing compare`: two meetings, or all of a series, by topic."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from briefing.analysis.compare.choosing import (
    cards_of_series,
    newest_with_previous,
    previous_in_series,
)
from briefing.analysis.compare.weighing import counting_in
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.queries.names import find_series, find_topic
from briefing.cli.parser.card_argument import find_card_id
from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import not_empty, pass_session, refuse_two_forms, shared_options
from briefing.cli.session import Session
from briefing.cli.views import answer, format_option, lines_as, print_view
from briefing.errors import UnknownNameError
from briefing.model.meeting_order import oldest_first

if TYPE_CHECKING:
    from briefing.analysis.compare.comparison import Comparison
    from briefing.library.library import Library


@click.command(
    "compare",
    cls=ExamplesCommand,
    examples=(
        ("briefing compare", "The newest meeting beside the one before it in its series."),
        ("briefing compare 2022-2plus2 2023-2plus2", "Any two meetings."),
        ("briefing compare --topic space", "How the position on space changed."),
        ("briefing compare --series us-japan-2plus2 --json", "A whole series, for a program."),
    ),
)
@click.argument("names", metavar="[CARD] [CARD]", nargs=-1)
@click.option(
    "--series",
    metavar="SERIES",
    callback=not_empty,
    help="Compare all meetings of this series, in order.",
)
@click.option(
    "--topic",
    "topics",
    metavar="TOPIC",
    multiple=True,
    callback=not_empty,
    help="Show this topic only; may be given several times.",
)
@format_option("markdown", "csv")
@shared_options
@pass_session
def compare_command(
    session: Session,
    names: tuple[str, ...],
    series: str | None,
    topics: tuple[str, ...],
    form: str | None,
) -> int:
    """Compare two meetings, or all of a series, by topic.

    One CARD is compared with the meeting before it in its series; none means the newest that has
    one. Each topic is continued, new, or not in these sources: that an article is silent is no
    change of policy, and the sources of a silent card are looked through for the topic's names.
    """
    if len(names) > 2 or (names and series is not None):
        raise click.UsageError("name at most two cards, or a series")
    refuse_two_forms(session, form)
    (chosen, wanted, counted), unread = answer(
        session,
        lambda catalogue: (
            _chosen(names, series, catalogue),
            [find_topic(catalogue, topic) for topic in topics],
            counting_in(catalogue),
        ),
    )
    library = session.open_library()
    from briefing.analysis.compare.comparison import compare  # not needed for a mistake

    cards = [library.card(card) for card in chosen]
    if series is None:
        cards.sort(key=oldest_first)
    comparison = compare(cards, library, counted)
    _print(session, form, comparison.of(wanted) if wanted else comparison, library)
    return unread.tell()


def _chosen(names: Sequence[str], series: str | None, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the ids of the cards to compare.

    Raises:
        UnknownNameError: Nothing is called so, or there is nothing to compare it with.
    """
    if series is not None:
        meant = find_series(catalogue, series)
        return cards_of_series(meant, catalogue.meetings(meant))
    rows = catalogue.meetings() if names else ()
    ids = [row.card for row in rows]
    cards = tuple(find_card_id(ids, name) for name in names)
    if len(cards) == 2:
        if cards[0] == cards[1]:
            hint = "name another card, or it alone for the meeting before it"
            raise UnknownNameError(f"both names mean the card {cards[0]}", hint=hint)
        return cards
    if cards:
        earlier = previous_in_series(cards[0], rows)
        if earlier is None:
            hint = "name the card to compare it with"
            raise UnknownNameError(f"no meeting of its series is before {cards[0]}", hint=hint)
        return earlier, cards[0]
    newest = newest_with_previous(catalogue)
    if newest is None:
        raise UnknownNameError("no series has two meetings", hint="name two cards to compare")
    return newest


def _print(
    session: Session, form: str | None, comparison: "Comparison", library: "Library"
) -> None:
    """Print a comparison in the form that `--format` or the shared options ask for."""
    from briefing.output.analysis.compare import exports, page, plain, records

    print_view(
        session,
        form,
        record=lambda: records.comparison_record(comparison, library),
        plain=lambda: plain.comparison_lines(comparison, library),
        page=lambda columns: page.comparison_page(comparison, library, columns),
        exports=lines_as(
            lambda: exports.comparison_markdown(comparison, library),
            lambda: exports.comparison_csv(comparison, library),
        ),
    )
