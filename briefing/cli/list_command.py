"""`briefing list`: the cards of a library."""

import click

from briefing.cli.failures import FINE
from briefing.cli.group import ExamplesCommand
from briefing.cli.printing import complain, print_in_form
from briefing.cli.session import Session, pass_session, shared_options
from briefing.cli.unreadable import complain_of_broken
from briefing.library import Library
from briefing.output import page, plain, records


@click.command(
    "list",
    cls=ExamplesCommand,
    examples=(
        ("briefing list", "The cards, newest meeting first."),
        ("briefing list --json | jq -r '.[].id'", "Their ids for a script."),
    ),
)
@shared_options
@pass_session
def list_command(session: Session) -> int:
    """List the cards, newest meeting first.

    A card that cannot be read is reported on standard error, and the others are listed.
    """
    return print_list(session, session.open_library())


def print_list(session: Session, library: Library) -> int:
    """Print the cards of a library and return the exit code."""
    cards = library.cards()
    print_in_form(
        session,
        record=lambda: [records.card_summary(card, library) for card in cards],
        plain=lambda: plain.card_list(cards, library),
        page=lambda columns: page.card_list(cards, library, columns),
    )
    if not library.card_ids:
        complain(f"{library.root}: there is no card in this library")
    return complain_of_broken(library) or FINE
