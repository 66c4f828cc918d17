"""`briefing compare`: two meetings, or all of a series, by topic."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

import click

from briefing.analysis.compare.choosing import (
    cards_of_series,
    newest_with_previous,
    previous_in_series,
)
from briefing.cli.card_argument import find_card_id
from briefing.cli.catalogue_access import ask
from briefing.cli.failures import FINE, WRONG
from briefing.cli.group import ExamplesCommand
from briefing.cli.printing import complain, print_in_form
from briefing.cli.session import Session, pass_session, shared_options
from briefing.errors import UnknownNameError

if TYPE_CHECKING:
    from briefing.analysis.compare.comparison import Comparison
    from briefing.catalogue.db.rows import MeetingRow
    from briefing.library.library import Library

Format = Literal["markdown", "csv"]


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
@click.option("--series", metavar="ID", help="Compare all meetings of this series, in order.")
@click.option(
    "--topic",
    "topics",
    metavar="TOPIC",
    multiple=True,
    help="Show this topic only; may be given several times.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "csv"]),
    default=None,
    help="Print for a document or for a spreadsheet.",
)
@shared_options
@pass_session
def compare_command(
    session: Session,
    names: tuple[str, ...],
    series: str | None,
    topics: tuple[str, ...],
    form: Format | None,
) -> int:
    """Compare two meetings, or all of a series, by topic.

    One CARD is compared with the meeting before it in its series; none means the newest that has
    one. Each topic is continued, new, or not in these sources: that an article is silent is no
    change of policy, and the sources of a silent card are looked through for the topic's names.
    """
    if len(names) > 2 or (names and series is not None):
        raise click.UsageError("name at most two cards, or a series")
    if form is not None and session.json:
        raise click.UsageError("--json and --format ask for two forms; give one of them")
    rows = ask(session.library_root(), lambda catalogue: catalogue.meetings(), searching=False)
    chosen = _chosen(names, series, rows)
    library = session.open_library()
    from briefing.analysis.compare.comparison import compare  # not needed for a mistake

    cards = [library.card(card) for card in chosen]
    if series is None:
        cards.sort(key=lambda card: (card.meeting.date, card.meeting.sequence))
    wanted = [_topic_id(topic, library) for topic in topics]
    comparison = compare(cards, library)
    _print(session, form, comparison.of(wanted) if wanted else comparison, library)
    lost = [p for p in library.index_problems if p.place.file in library.lost_files]
    for problem in lost:
        complain(str(problem))
    return WRONG if lost else FINE


def _chosen(
    names: Sequence[str], series: str | None, rows: Sequence["MeetingRow"]
) -> tuple[str, ...]:
    """Return the ids of the cards to compare.

    Raises:
        UnknownNameError: Nothing is called so, or there is nothing to compare it with.
    """
    if series is not None:
        return cards_of_series(series, rows)
    ids = [row.card for row in rows]
    meant = tuple(find_card_id(ids, name) for name in names)
    if len(meant) == 2:
        return meant
    if meant:
        earlier = previous_in_series(meant[0], rows)
        if earlier is None:
            hint = "name the card to compare it with"
            raise UnknownNameError(f"no meeting of its series is before {meant[0]}", hint=hint)
        return earlier, meant[0]
    newest = newest_with_previous(rows)
    if newest is None:
        raise UnknownNameError("no series has two meetings", hint="name two cards to compare")
    return newest


def _topic_id(typed: str, library: "Library") -> str:
    """Return the id of the topic that is meant: by id, label or alias, or the beginning of one.

    Raises:
        UnknownNameError: No topic, or more than one, is called so.
    """
    from briefing.text.suggest import did_you_mean

    wanted = typed.casefold()
    called = {
        topic.id: [name.casefold() for name in (topic.id, topic.label, *topic.aliases)]
        for topic in library.topics.values()
    }
    found = [each for each, names in called.items() if wanted in names]
    found = found or [t for t, names in called.items() if any(n.startswith(wanted) for n in names)]
    if typed and len(found) == 1:
        return found[0]
    if typed and found:
        hint = ", ".join(found[:3]) + (f" and {len(found) - 3} more" if found[3:] else "")
        raise UnknownNameError(f"'{typed}' can mean {len(found)} topics", hint=hint)
    hint = did_you_mean(typed, called, otherwise="'briefing search topic:…' knows the topics")
    raise UnknownNameError(f"there is no topic '{typed}'", hint=hint)


def _print(
    session: Session, form: Format | None, comparison: "Comparison", library: "Library"
) -> None:
    """Print a comparison in the form that `--format` or the shared options ask for."""
    from briefing.output.analysis.compare import exports, page, plain, records

    session.plain = session.plain or form is not None

    def lines() -> Iterable[str]:
        if form == "markdown":
            return exports.comparison_markdown(comparison, library)
        if form == "csv":
            return exports.comparison_csv(comparison, library)
        return plain.comparison_lines(comparison, library)

    print_in_form(
        session,
        record=lambda: records.comparison_record(comparison, library),
        plain=lines,
        page=lambda columns: page.comparison_page(comparison, library, columns),
    )
