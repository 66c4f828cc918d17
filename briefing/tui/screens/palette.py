"""The toolkit's palette, made to close once and to bear a terminal of a few rows."""

from typing import Any

from textual import events, on
from textual.command import CommandList, CommandPalette
from textual.css.query import NoMatches
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.worker import Worker, WorkerState

from briefing.tui.screens.closing import ClosingScreen

PLACEHOLDER = "A meeting or its day, a section, a topic, a speaker, a command …"


class Palette(CommandPalette, ClosingScreen[None]):
    """Finds a command, a meeting or a section by name."""

    CSS_PATH = "palette.tcss"

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

    def run_worker(self, *args: Any, **options: Any) -> Worker[Any]:
        """Start work that may find the palette's list gone when its turn comes.

        Args:
            args: What the toolkit starts.
            options: How it starts it; an error is looked at here and does not end the program.
        """
        return super().run_worker(*args, **{**options, "exit_on_error": False})

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Let no error pass but that of a list that is gone.

        Raises:
            BaseException: The error with which the work ended.
        """
        error = event.worker.error if event.state is WorkerState.ERROR else None
        if error is not None and not isinstance(error, NoMatches):
            raise error
