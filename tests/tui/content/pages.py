"""What tests ask of the pages of cards and sources."""

from briefing.library.library import Library
from briefing.model.card import Card
from briefing.tui.content.pages.card import card_page
from briefing.tui.content.pages.page import CardPage
from briefing.tui.lineview.blocks import Block


def page_of(library: Library, card_id: str = "rough") -> tuple[Card, CardPage]:
    card = library.card(card_id)
    return card, card_page(card, library)


def blocks_of(page: CardPage, item_id: str) -> list[Block]:
    first = page.places[item_id]
    found = [page.blocks[first]]
    for block in page.blocks[first + 1 :]:
        if not block.attached:
            break
        found.append(block)
    return found


def texts(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks]
