"""The list of meetings, newest first, and the sections of the open one."""

from collections.abc import Sequence

from briefing.tui.content import MeetingLine, OutlinePage, outline_page
from briefing.tui.widgets.line_view import LineView


class Outline(LineView):
    """Lists meetings and sections; opening one is up to whoever hears `Activated`."""

    BINDING_GROUP_TITLE = "Meetings"
    OPENING_CLICK = 1

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._page = OutlinePage((), {})

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
        self._page = outline_page(meetings, open_card, sections)
        self.show_blocks(self._page.blocks, self._page.block_of(open_card, None))

    def target(self, block: int) -> tuple[str, int | None] | None:
        """Return the card and section index that a block stands for; None for a heading."""
        return self._page.targets.get(block)

    def point_at(self, card_id: str, section: int | None) -> None:
        """Put the cursor on a card's section, without opening it."""
        block = self._page.block_of(card_id, section)
        if block is not None:
            self.move_cursor(block)
