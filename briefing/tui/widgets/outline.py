"""The list of meetings, newest first, and the sections of the open one."""

from collections.abc import Sequence

from briefing.tui.content.outline import NO_MEETINGS, MeetingLine, outline_page
from briefing.tui.lineview.line_view import LineView

Held = tuple[tuple[str, int | None], int]
"""A meeting or section, and the row of the view on which it is."""


class Outline(LineView):
    """Lists meetings and sections; opening one is up to whoever hears `Activated`.

    The list is laid out only while it is on screen: it may be ten thousand meetings long, and
    another card is opened often.
    """

    BINDING_GROUP_TITLE = "Meetings"
    OPENING_CLICK = 1

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._page = NO_MEETINGS
        self._meetings: Sequence[MeetingLine] = ()
        self._sections: Sequence[tuple[str, int]] = ()
        self._at: tuple[str, int | None] = ("", None)
        self._stale = False

    def show_meetings(
        self,
        meetings: Sequence[MeetingLine],
        open_card: str,
        sections: Sequence[tuple[str, int]],
    ) -> None:
        """Show the list with the sections of one card under its meeting.

        Args:
            meetings: The meetings, newest first.
            open_card: Id of the open card.
            sections: Title of each of its sections and how many items it has.
        """
        card, section = self._at
        if meetings is self._meetings and open_card == card and sections == self._sections:
            return
        self._at = (open_card, section if card == open_card else None)
        self._meetings, self._sections = meetings, sections
        self.border_title = f"Meetings, {len(meetings):,}"
        self._stale = True
        if self.display:
            self.lay_out()

    def lay_out(self) -> None:
        """Bring the list up to date, if it is not; whoever is about to show it calls this."""
        if not self._stale:
            return
        self._stale = False
        held = self._held()
        self._page = outline_page(self._meetings, self._at[0], self._sections, self._page)
        here = self._page.block_of(*self._at)
        if here is None:
            here = self._page.block_of(self._at[0], None)
        self._show_holding(held, here)

    def _held(self) -> Held | None:
        """Return what is first in view, and on which row; None where nothing is."""
        top, height = self.scroll_offset.y, self.size.height
        block = self.lines.stop_in_view(top, top + height, first=True) if height else None
        target = None if block is None else self._page.target(block)
        return None if block is None or target is None else (target, self.lines.top(block) - top)

    def _show_holding(self, held: Held | None, here: int | None) -> None:
        """Show the list where it was, and scroll only as far as the open place asks for."""
        (card, section), row = held or (("", None), 0)
        known = self._page.block_of(card, section)
        anchor = self._page.block_of(card, None) if known is None else known
        if anchor is None:
            self.show_blocks(self._page.blocks, here)
            return
        self.exchange_blocks(self._page.blocks, anchor, row)
        if here is not None:
            self.move_cursor(here)

    def on_show(self) -> None:
        """Lay out what changed while nobody saw it."""
        self.lay_out()

    def target(self, block: int) -> tuple[str, int | None] | None:
        """Return the card and section index that a block stands for; None for a heading."""
        return self._page.target(block)

    def point_at(self, card_id: str, section: int | None) -> None:
        """Put the cursor on a card's section, without opening it."""
        self._at = (card_id, section)
        block = None if self._stale else self._page.block_of(card_id, section)
        if block is not None:
            self.move_cursor(block)
