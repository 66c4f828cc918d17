"""The list of meetings, newest first, and the sections of the open one."""

from collections.abc import Sequence

from briefing.tui.content.outline import NO_MEETINGS, MeetingLine, outline_page
from briefing.tui.widgets.line_view import LineView


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
        self._page = outline_page(self._meetings, self._at[0], self._sections)
        block = self._page.block_of(*self._at)
        self.show_blocks(self._page.blocks, self._page.block_of(self._at[0], None))
        if block is not None:
            self.move_cursor(block)

    def on_show(self) -> None:
        """Lay out what changed while nobody saw it."""
        self.lay_out()

    def target(self, block: int) -> tuple[str, int | None] | None:
        """Return the card and section index that a block stands for; None for a heading."""
        return self._page.targets.get(block)

    def point_at(self, card_id: str, section: int | None) -> None:
        """Put the cursor on a card's section, without opening it."""
        self._at = (card_id, section)
        block = None if self._stale else self._page.block_of(card_id, section)
        if block is not None:
            self.move_cursor(block)
