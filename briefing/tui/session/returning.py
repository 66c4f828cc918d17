"""Leaving a place so that it can be found again, and coming back to it."""

from briefing.errors import BriefingError
from briefing.tui.session.library_access import Shelf
from briefing.tui.session.reader_session import Desk
from briefing.tui.widgets.panes import Panes
from briefing.user.last_place import LeftOff, find_item, find_paragraph, opening


def place_left(desk: Desk, panes: Panes) -> LeftOff | None:
    """Say where the reader is, in words that outlive changes of the library.

    Args:
        desk: What lies open.
        panes: What it is shown in.

    Returns:
        The place; None where no card is open.
    """
    if not desk.card_id:
        return None
    item, (position, _) = desk.item, panes.card.position
    source, paragraph = panes.source.source, panes.source.paragraph
    place = LeftOff(desk.card_id, piece=desk.piece, in_source=desk.in_source, follows=desk.follows)
    if item is not None:
        words = opening(item.text)
        place = place._replace(item=item.id, words=words, position=position)
    if source is not None and paragraph is not None:
        begins = opening(source.paragraph(paragraph).text)
        place = place._replace(source=source.id, paragraph=paragraph, opening=begins)
    return place


def come_back(place: LeftOff, desk: Desk, panes: Panes, shelf: Shelf) -> bool:
    """Open a place that was left, as near to it as the library still has it.

    Args:
        place: Where the reader left off.
        desk: What to lay it on.
        panes: What it is shown in.
        shelf: What there is to read.

    Returns:
        Whether its card is still there; if not, nothing was opened.
    """
    if place.card not in shelf.card_ids:
        return False
    if not desk.open(place.card, _item(place, shelf), place.piece):
        return False
    if not place.follows:
        desk.toggle_following()
    if place.source and (place.in_source or not place.follows):
        _come_back_to_source(place, desk, panes, shelf)
    return True


def _item(place: LeftOff, shelf: Shelf) -> str | None:
    """Return the id of the item to open; a card that takes long is not read for it."""
    try:
        if shelf.is_heavy(place.card):
            return place.item or None
        return find_item(shelf.library.card(place.card), place).id
    except BriefingError:
        return None  # the desk says what is wrong


def _come_back_to_source(place: LeftOff, desk: Desk, panes: Panes, shelf: Shelf) -> None:
    try:
        if shelf.is_heavy(place.card) or shelf.is_heavy_source(place.source):
            return
        paragraph = find_paragraph(shelf.library.source(place.source), place)
    except BriefingError:
        return  # the source is gone, and the card shows what it rests on now
    desk.open_source(place.source, paragraph)
    if place.in_source:
        panes.go_to(panes.source)
