"""The claims that rest on a paragraph, in a strip below the source that leaves it in sight.

What lays claims out is imported when there are some: the first frame does without.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from briefing.tui.widgets.strip_view import StripView

if TYPE_CHECKING:
    from briefing.library.library import Library
    from briefing.model.card import Citation


class ClaimsView(StripView):
    """Lists claims under their meetings; the cursor moves by claim."""

    BINDING_GROUP_TITLE = "Claims on a paragraph"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,q",
            "close",
            "Close",
            id="claims.close",
            tooltip="Close the list and go back to the paragraph",
        ),
    ]

    class Closed(Message):
        """The reader is done with the claims."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._claims: dict[int, Citation] = {}

    @property
    def claim(self) -> Citation | None:
        """The claim under the cursor."""
        return None if self.cursor is None else self._claims.get(self.cursor)

    def show_claims(
        self, paragraph: int, claims: Sequence[Citation], library: Library, item_id: str = ""
    ) -> None:
        """Show what rests on a paragraph.

        Args:
            paragraph: The paragraph, from 1.
            claims: The claims.
            library: Names cards and speakers.
            item_id: The claim to put the cursor on, if it is among them; else the first.
        """
        from briefing.output.wording import count
        from briefing.tui.content.claims import claims_page

        blocks, self._claims = claims_page(claims, library)
        self.border_title = Content(f"{count(len(claims), 'claim')} on ¶{paragraph}")
        here = (place for place, each in self._claims.items() if each.item.id == item_id)
        self.show_blocks(blocks, next(here, None))
        self.take_height()

    def action_close(self) -> None:
        """Say that the list is not wanted any more."""
        self.post_message(self.Closed())
