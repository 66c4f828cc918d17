"""The toolkit's palette, made to close once and to bear a terminal of a few rows."""

from textual import events, on
from textual.command import CommandList, CommandPalette
from textual.message import Message
from textual.widgets import Input, OptionList

from briefing.tui.screens.closing import ClosingScreen


class Palette(CommandPalette, ClosingScreen[None]):
    """Finds a command, a meeting or a section by name."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let nobody turn the pages of a list that has no room to be seen.

        Args:
            action: Name of the action.
            parameters: What it was given.
        """
        if action == "command_list" and not self.query_one(CommandList).scrollable_content_region:
            return False
        return super().check_action(action, parameters)

    @on(events.Mount)
    @on(Input.Submitted)
    @on(Input.Changed)
    @on(OptionList.OptionSelected)
    def _leave_out_what_comes_late(self, event: Message) -> None:
        """Keep the toolkit from running a command twice, and from filling a list that is gone.

        A palette may even be closed before it was there at all.
        """
        if self.closed:
            event.stop()
            event.prevent_default()
