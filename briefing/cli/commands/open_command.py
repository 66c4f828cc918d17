"""Opening the reader; printing instead where printing was asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.failures import WRONG
from briefing.cli.parser import card_argument
from briefing.cli.parser.options import fresh_option, pass_session, shared_options
from briefing.cli.parser.registry import COMMANDS, OTHERWISE
from briefing.cli.printing import complain
from briefing.cli.session import Session
from briefing.cli.streams.standard_output import NO_SCREEN, screen_at_hand
from briefing.library.locations import card_files

if TYPE_CHECKING:
    # A library is opened only once the screen is there.
    from briefing.library.library import Library

_COMMANDS = tuple(command for command in COMMANDS if command != OTHERWISE)


@click.command(hidden=True, options_metavar="[OPTIONS]")
@click.argument("name", metavar="CARD[#ITEM]")
@click.argument("more", metavar="", nargs=-1)
@fresh_option
@shared_options
@pass_session
@click.pass_context
def open_command(ctx: click.Context, session: Session, name: str, more: tuple[str, ...]) -> int:
    """Open the reader at a card, or at one item of it."""
    if more:
        # A first word that is no card either was meant for a command: that is the mistake to name.
        _start(session.library_root(), name)
        raise click.UsageError(f"one card is opened at a time; '{more[0]}' is too many", ctx)
    return read_or_print(session, name)


def read_or_print(session: Session, name: str | None) -> int:
    """Open the reader, or print what it would show if JSON or plain lines were asked for.

    Args:
        session: The shared options.
        name: `CARD` or `CARD#ITEM` as typed; None for no card in particular.

    Returns:
        The exit code.
    """
    if name is None and (session.json or session.plain):
        from briefing.cli.commands.list_command import print_list

        return print_list(session)
    if name is not None and (session.json or session.plain):
        from briefing.cli.commands.show_command import print_card

        return print_card(session, session.open_library(), name, _COMMANDS)
    root = session.library_root()
    library, start = _start(root, name) if name is not None else (root, None)
    if not screen_at_hand():
        complain(NO_SCREEN)
        return WRONG
    return open_reader(library, start, fresh=session.fresh)


def open_reader(library: "Library | Path", start: str | None, *, fresh: bool = False) -> int:
    """Open the reader, which is loaded by then only, as its toolkit takes a while to import."""
    from briefing.tui.launch import open_reader as run

    return run(library, start, fresh=fresh)


def _start(root: Path, name: str) -> "tuple[Library | Path, str]":
    """Return the ids that are meant by `CARD[#ITEM]`, and the library if it was opened for them.

    The names of the files tell the card; only an item needs the card to be read.
    """
    typed_card, typed_item = card_argument.split_name(name)
    card_id = card_argument.find_card_id(card_files(root)[0], typed_card, _COMMANDS)
    if not typed_item:
        return root, card_id
    from briefing.library.library import Library

    library = Library.open(root)
    return library, f"{card_id}#{card_argument.find_item(library.card(card_id), typed_item).id}"
