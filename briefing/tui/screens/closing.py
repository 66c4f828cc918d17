"""Screens that close once, however many events ask for it.

Several events may arrive in one write: two clicks, or `enter` twice. The first closes the screen,
and the others are on their way to it or to its widgets already. Textual would close whatever screen
is on top by then, or look for widgets that are gone.
"""

from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen, ScreenResultType


class Closing(Screen[ScreenResultType]):
    """A screen that nothing acts on any more once it was closed."""

    closed = False
    """Whether it was closed; its widgets may be there for a moment still."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close the screen with a result; nothing happens if it is not the one on top.

        Args:
            result: What whoever opened the screen gets.
        """
        if self.closed or self.app.screen is not self:
            return AwaitComplete()
        self.closed = True
        self.workers.cancel_node(self)
        return super().dismiss(result)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no action run on a screen that is closed, or whose widgets are not there yet.

        Args:
            action: Name of the action.
            parameters: What it was given.
        """
        if self.closed or not self.is_mounted:
            return False
        return super().check_action(action, parameters)

    async def on_event(self, event: events.Event) -> None:
        """Leave out keys and clicks that reach a closed screen.

        Args:
            event: What happened.
        """
        if not (self.closed and isinstance(event, events.InputEvent | events.Paste)):
            await super().on_event(event)


class ClosingScreen(Closing[ScreenResultType], ModalScreen[ScreenResultType]):
    """A modal one: the keys of the application do not act on it, but for a few."""
