"""`briefing why`: what is proven of one item of a card, and what nobody has checked."""

import click

from briefing.cli.failures import FINDINGS, FINE, unread_in
from briefing.cli.parser import card_argument
from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import pass_session, shared_options
from briefing.cli.printing import print_in_form
from briefing.cli.session import Session
from briefing.verifying.why import why
from briefing.verifying.why_text import why_lines, why_page, why_record


@click.command(
    "why",
    cls=ExamplesCommand,
    examples=(
        ("briefing why 2023-2plus2#3", "What its third claim rests on, word by word."),
        ("briefing why 2023-2plus2", "What its bottom line rests on."),
    ),
)
@click.argument("name", metavar="CARD[#ITEM]")
@shared_options
@pass_session
def why_command(session: Session, name: str) -> int:
    """Say what is proven of an item, and what is not.

    By which words, where they are, what was compared with them, and what nobody has checked.
    CARD and ITEM are named as for show; without ITEM the bottom line is meant. The exit code is 1
    if the words were not found.
    """
    library = session.open_library()
    typed_card, typed_item = card_argument.split_name(name)
    card = library.card(card_argument.find_card_id(library.card_ids, typed_card))
    item = card_argument.find_item(card, typed_item) if typed_item else card.bottom_line
    answer = why(library, card, item)
    print_in_form(
        session,
        record=lambda: why_record(answer, library),
        plain=lambda: why_lines(answer, library),
        page=lambda columns: why_page(answer, library, columns),
    )
    cited = [evidence.source for evidence in item.evidence]
    return unread_in(library, cited).tell() or (FINE if item.holds else FINDINGS)
