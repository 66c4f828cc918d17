"""`briefing show`: one card, or one item of it."""

from collections.abc import Iterable

import click

from briefing.cli.failures import unread_in
from briefing.cli.parser import card_argument
from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import pass_session, shared_options
from briefing.cli.printing import print_in_form
from briefing.cli.session import Session
from briefing.library.library import Library
from briefing.output import page, plain, records


@click.command(
    "show",
    cls=ExamplesCommand,
    examples=(
        ("briefing show 2023-01-11-us-japan-2plus2", "The whole card."),
        ("briefing show 2023-2plus2 --brief", "What three minutes are enough for."),
        ("briefing show 2023-2plus2#3", "Its third claim; parts that only one id has name a card."),
        ("briefing show 2022-01 --plain | mail -s notes me", "One claim a line."),
    ),
)
@click.argument("name", metavar="CARD[#ITEM]")
@click.option("--brief", is_flag=True, help="Only the bottom line, key items and dates ahead.")
@shared_options
@pass_session
def show_command(session: Session, name: str, brief: bool) -> int:
    """Print a card, or one item of it.

    CARD is the id of a card, its beginning, or a part that only it has. ITEM is the id of an item,
    its beginning, or the number of the claim.
    """
    return print_card(session, session.open_library(), name, brief=brief)


def print_card(
    session: Session,
    library: Library,
    name: str,
    commands: Iterable[str] = (),
    *,
    brief: bool = False,
) -> int:
    """Print the card or item that is meant by `CARD[#ITEM]` and return the exit code.

    Problems of an index file are printed if the card shows ids in place of its names.

    Args:
        session: The shared options.
        library: Where the card is.
        name: The card, or the item of it, as typed.
        commands: Names of commands that could have been meant instead.
        brief: Whether to print the three-minute brief of the card alone.

    Raises:
        UnknownNameError: Nothing is called so.
        CardError: The card cannot be read.
    """
    typed_card, typed_item = card_argument.split_name(name)
    card = library.card(card_argument.find_card_id(library.card_ids, typed_card, commands))
    only = card_argument.find_item(card, typed_item) if typed_item else None
    print_in_form(
        session,
        record=lambda: records.card_record(card, library, only, brief=brief),
        plain=lambda: plain.card_lines(card, library, only, brief=brief),
        page=lambda columns: page.card_page(card, library, columns, only, brief=brief),
    )
    return unread_in(library).tell()
