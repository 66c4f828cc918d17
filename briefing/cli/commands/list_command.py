"""`briefing list`: the cards of a library."""

import click

from briefing.cli.catalogue_access import ask, unread_of
from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import pass_session, shared_options
from briefing.cli.printing import complain, print_in_form
from briefing.cli.session import Session
from briefing.output import meetings


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
    return print_list(session)


def print_list(session: Session) -> int:
    """Print the cards of the library and return the exit code."""
    root = session.library_root()
    rows, unread = ask(
        root,
        lambda catalogue: (catalogue.meetings(), unread_of(catalogue)),
        searching=False,
    )
    readable = [row for row in rows if not row.broken]
    print_in_form(
        session,
        record=lambda: [meetings.summary(row) for row in readable],
        plain=lambda: meetings.list_lines(readable),
        page=lambda columns: meetings.list_page(readable, columns),
    )
    if not rows:
        complain(f"{root}: there is no card in this library")
    return unread.tell()
