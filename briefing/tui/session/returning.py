"""Leaving a place so that it can be found again, and coming back to it."""

from briefing.errors import BriefingError
from briefing.tui.session.library.library_access import LibraryAccess
from briefing.tui.session.reader_session import ReaderSession
from briefing.tui.widgets.panes import Panes
from briefing.user.last_place import LeftOff, find_item, find_paragraph, opening


def place_left(session: ReaderSession, panes: Panes) -> LeftOff | None:
    """Say where the reader is, in words that outlive changes of the library.

    Args:
        session: What is open.
        panes: What it is shown in.

    Returns:
        The place; None where no card is open.
    """
    if not session.card_id:
        return None
    item, (position, _) = session.item, panes.card.position
    source, paragraph = panes.source.source, panes.source.paragraph
    place = LeftOff(
        session.card_id, piece=session.piece, in_source=session.in_source, follows=session.follows
    )
    if item is not None:
        words = opening(item.text)
        place = place._replace(item=item.id, words=words, position=position)
    if source is not None and paragraph is not None:
        begins = opening(source.paragraph(paragraph).text)
        place = place._replace(source=source.id, paragraph=paragraph, opening=begins)
    return place


def come_back(place: LeftOff, session: ReaderSession, panes: Panes, access: LibraryAccess) -> bool:
    """Open a place that was left, as near to it as the library still has it.

    Args:
        place: Where the reader left off.
        session: What to lay it on.
        panes: What it is shown in.
        access: What there is to read.

    Returns:
        Whether its card is still there; if not, nothing was opened.
    """
    if place.card not in access.card_ids:
        return False
    if not session.open(place.card, _item(place, access), place.piece):
        return False
    if not place.follows:
        session.toggle_following()
    if place.source and (place.in_source or not place.follows):
        _come_back_to_source(place, session, panes, access)
    return True


def _item(place: LeftOff, access: LibraryAccess) -> str | None:
    """Return the id of the item to open; a card that takes long is not read for it."""
    try:
        if access.is_heavy(place.card):
            return place.item or None
        return find_item(access.library.card(place.card), place).id
    except BriefingError:
        return None  # opening it says what is wrong


def _come_back_to_source(
    place: LeftOff, session: ReaderSession, panes: Panes, access: LibraryAccess
) -> None:
    try:
        if access.is_heavy(place.card) or access.is_heavy_source(place.source):
            return
        paragraph = find_paragraph(access.library.source(place.source), place)
    except BriefingError:
        return  # the source is gone, and the card shows what it rests on now
    session.open_source(place.source, paragraph)
    if place.in_source:
        panes.go_to(panes.source)
