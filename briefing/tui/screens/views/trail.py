"""The views that an item was opened from, to come back to the row one was at."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from textual.app import App
from textual.screen import Screen

from briefing.tui.content.status import StatusPart
from briefing.tui.lineview.blocks import Run


@runtime_checkable
class Refreshes(Protocol):
    """A screen that shows what is catalogued."""

    def refresh_view(self) -> None:
        """Ask again, for more of the library may be catalogued by now."""
        ...


class ViewTrail:
    """Keeps the views that were closed for an item to be read."""

    def __init__(self) -> None:
        self._kept: Sequence[Screen[None]] = ()

    def keep(self, views: Sequence[Screen[None]]) -> None:
        """Take views as they are, the first one first; none forgets those before."""
        self._kept = tuple(views)

    def come_back(self, app: App[None]) -> bool:
        """Open the views again, if there are any; return whether there were."""
        kept, self._kept = self._kept, ()
        for view in kept:
            app.push_screen(view)
        return bool(kept)

    def status(self) -> list[StatusPart]:
        """Say what leads back; nothing where no view was left."""
        return [StatusPart(Run("esc: back to the view", "quiet"), 5)] if self._kept else []


def refresh_shown(app: App[None]) -> None:
    """Have the view that is open, perhaps behind a dialog, show what is catalogued by now."""
    views = (each for each in reversed(app.screen_stack) if isinstance(each, Refreshes))
    if (view := next(views, None)) is not None:
        view.refresh_view()
