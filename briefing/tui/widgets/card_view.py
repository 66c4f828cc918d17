"""The card: its items under a cursor that moves by item and by section.

What lays a card out is imported when there is one: the first frame does without.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from briefing.output.wording import count
from briefing.text.cleaning import clean
from briefing.tui.content.pages.page import CardPage, empty_page
from briefing.tui.lineview.blocks import Block
from briefing.tui.lineview.line_view import LineView
from briefing.tui.lineview.selection import keep_selection

if TYPE_CHECKING:
    from briefing.errors import CardError, Problem
    from briefing.library.library import Library
    from briefing.model.card import Card, Item

_NUMBERED: list[BindingType] = [
    Binding(
        str(number),
        f"to_section({number})",
        f"Section {number}",
        id=f"card.section-{number}",
        show=False,
        tooltip=f"Go to section {number} of the card",
    )
    for number in range(1, 10)
]


class CardView(LineView):
    """Shows one card, or what is wrong with a card that cannot be read.

    The border names the card once its title has scrolled out of view.
    """

    BINDING_GROUP_TITLE = "Card"
    BORDER_TITLE = "Card"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "J",
            "step_section(1)",
            "Section",
            id="card.next-section",
            show=False,
            tooltip="Go to the first item of the next section",
        ),
        Binding(
            "K",
            "step_section(-1)",
            "Previous section",
            id="card.previous-section",
            show=False,
            tooltip="Go to the first item of this section, or of the one before",
        ),
        *_NUMBERED,
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.record_key = "v"
        """The key that shows the record, as a brief names it."""
        self._page = empty_page()
        self._card: Card | None = None
        self._library: Library | None = None
        self._wants_brief = True
        self._is_brief = False
        self._left = ""
        self._words: Collection[str] = ()
        self._error: CardError | None = None
        self.show_blocks(self._page.blocks)

    @property
    def has_brief(self) -> bool:
        """Whether the card has a brief beside its record."""
        if self._card is None:
            return False
        from briefing.tui.content.pages.card import has_brief  # nothing is loaded without a card

        return has_brief(self._card)

    @property
    def page(self) -> CardPage:
        """The card as laid out."""
        return self._page

    @property
    def item(self) -> Item | None:
        """The item under the cursor."""
        return None if self.cursor is None else self._page.items.get(self.cursor)

    @property
    def problem(self) -> Problem | None:
        """Of a card that cannot be read, the problem under the cursor; None where there is none."""
        if self._error is None or self.cursor is None or not self._error.problems:
            return None
        stops = sum(block.stop for block in self._page.blocks[: self.cursor])
        return self._error.problems[min(stops, len(self._error.problems) - 1)]

    @property
    def position(self) -> tuple[int, int]:
        """Number of the item under the cursor, from 1, and how many the card has.

        The bottom line has no number: the items count as they do everywhere else, from 1.
        """
        items = self._card.items if self._card is not None else ()
        number = next((n for n, item in enumerate(items) if item is self.item), 0)
        return number, max(0, len(items) - 1)

    @property
    def section(self) -> int | None:
        """Index of the card's section under the cursor; None in the bottom line."""
        if self._card is None or self.item is None:
            return None
        held = (n for n, each in enumerate(self._card.sections) if self.item in each.items)
        return next(held, None)

    def show_card(self, card: Card, library: Library, item_id: str | None = None) -> None:
        """Show a card.

        Args:
            card: The card.
            library: Gives names, topics and cautions.
            item_id: The item to put the cursor on; by default the bottom line. One that is not in
                the brief is shown in the record.
        """
        self._card, self._library, self._error = card, library, None
        self._lay(brief=self._wants_brief)
        if item_id is not None and item_id not in self._page.places:
            self._lay(brief=False)
        place = None if item_id is None else self._page.places.get(item_id)
        self.show_blocks(self._page.blocks, place)

    def renew_card(self, card: Card, library: Library, item_id: str) -> None:
        """Show another state of the card, the item under the cursor at the height it stood at.

        Args:
            card: The card as it is by now.
            library: Gives names, topics and cautions.
            item_id: The item under the cursor; the record is shown where the brief lacks it.
        """
        before, at = self._page.blocks, self.cursor or 0
        self._card, self._library = card, library
        self._lay(brief=self._is_brief)
        if item_id not in self._page.places:
            self._lay(brief=False)
        place = self._page.places.get(item_id)
        self.exchange_blocks(self._page.blocks, place)
        keep_selection(self, before, self._page.blocks, (place or 0) - at)
        self.light_hits(self._words)

    def _lay(self, *, brief: bool) -> None:
        """Lay the card out as its brief, if it has one, or as its record."""
        from briefing.tui.content.pages.card import card_page, has_brief

        if self._card is None or self._library is None:
            return
        self._is_brief = brief and has_brief(self._card)
        self._page = card_page(
            self._card, self._library, brief=self._is_brief, record_key=self.record_key
        )

    def toggle_brief(self) -> None:
        """Show the record instead of the brief, or the brief again, and keep the place.

        An item that the brief leaves out is come back to with the record, unless the cursor has
        moved meanwhile.
        """
        item = self.item
        if item is None or not self.has_brief:
            return
        was_brief, left = self._is_brief, self._left
        self._lay(brief=not was_brief)
        self._wants_brief = self._is_brief
        target = left.partition("#")[2] if was_brief and left.startswith(f"{item.id}#") else item.id
        if target not in self._page.places:
            target = self._before(target)
        self._left = f"{target}#{item.id}" if not was_brief else ""
        self.exchange_blocks(self._page.blocks, self._page.places[target])
        self.light_hits(self._words)
        if target != item.id:
            self.post_message(self.CursorMoved(self, self._page.places[target]))

    def _before(self, item_id: str) -> str:
        """Return the last item of the shown page that comes before one in the card."""
        names = [item.id for item in self._card.items] if self._card is not None else []
        upto = names[: names.index(item_id) + 1]
        return next(name for name in reversed(upto) if name in self._page.places)

    def show_broken(self, card_id: str, error: CardError) -> None:
        """Show why a card cannot be read."""
        from briefing.tui.content.pages.card import broken_page

        self._card, self._is_brief, self._error = None, False, error
        self._page = broken_page(card_id, error)
        self.show_blocks(self._page.blocks)

    def show_waiting(self, card_id: str, words: str) -> None:
        """Show that a card is still being read.

        Args:
            card_id: The card.
            words: What is waited for.
        """
        blocks = (Block(clean(card_id), "title"), Block(words, "quiet"))
        self._card, self._is_brief, self._error = None, False, None
        self._page = CardPage(blocks, {}, {}, (), {})
        self.show_blocks(blocks)

    def go_to(self, item_id: str) -> None:
        """Put the cursor on an item, if the card has it; the record is shown where it must be."""
        if item_id not in self._page.places and self._card is not None:
            if self._card.item(item_id) is None:
                return
            self._show_record()
        if (place := self._page.places.get(item_id)) is not None:
            self.move_cursor(place, centre=True)

    def _show_record(self) -> None:
        """Show the record at the item under the cursor, until another card is opened."""
        item = self.item
        self._lay(brief=False)
        place = self._page.places.get(item.id) if item is not None else None
        self.exchange_blocks(self._page.blocks, place)
        self.light_hits(self._words)

    def light_hits(self, words: Collection[str]) -> None:
        """Light the words a search matched; none puts the light out."""
        from briefing.tui.content.pages.lighting import word_marks

        self._words = words
        self.light(word_marks(self._page.blocks, words))

    def action_step_section(self, direction: int) -> None:
        """Go to the next section, or back to the start of this one or the one before."""
        firsts = [first for _, first in self._page.sections]
        here = self.cursor or 0
        if direction > 0:
            target = next((first for first in firsts if first > here), None)
        else:
            starts = [*self._page.items][:1] + firsts
            target = next((first for first in reversed(starts) if first < here), None)
        if target is not None:
            self.move_cursor(target, centre=True)

    def action_to_section(self, number: int) -> None:
        """Go to a section of the record, counted from 1, or say how many there are."""
        if self._is_brief:
            self._show_record()
        sections = self._page.sections
        if 1 <= number <= len(sections):
            self.move_cursor(sections[number - 1][1], centre=True)
        elif self._page.items:
            self.notify(f"This card has {count(len(sections), 'section')}.", markup=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Name the card in the border while its title is out of view."""
        super().watch_scroll_y(old_value, new_value)
        named = round(new_value) > 0 and self._page.blocks
        title = f"{self.BORDER_TITLE} · {self._page.blocks[0].text}" if named else self.BORDER_TITLE
        self.border_title = Content(title)
