"""One line with the keys that act now.

Textual's own footer is a widget a key, rebuilt whenever the focus moves; one widget that draws
them all leaves that time to the first frame and to every step from pane to pane.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from briefing.text.width import cells

ALWAYS = ("app.help", "app.back")
"""Ids of the keys for which room is kept first: the one that lists them all, and the way out."""
SPARE = ("reader.speakers", "reader.commitments")
"""Ids of the keys that are shown only where there is room beside all others."""


class ShownKey(NamedTuple):
    """A key and what it does."""

    id: str
    key: str
    """The key as the terminal reports it."""
    label: str
    """The key as a reader knows it."""
    description: str
    enabled: bool = True

    @property
    def width(self) -> int:
        """Cells it takes, those around it included."""
        return cells(self.label) + cells(self.description) + 3


def fitting(keys: Sequence[ShownKey], width: int) -> list[ShownKey]:
    """Return the keys that fit, the first ones first, and before all others those of `ALWAYS`.

    Args:
        keys: The keys in order.
        width: Cells there are; the first of `ALWAYS` is shown even where it does not fit.
    """
    room = width
    kept: set[ShownKey] = set()
    by_id = {key.id: key for key in keys}
    for name in ALWAYS:
        if name in by_id and (by_id[name].width <= room or name == ALWAYS[0]):
            kept.add(by_id[name])
            room -= by_id[name].width
    for key in sorted(keys, key=lambda key: key.id in SPARE):
        if key in kept:
            continue
        if key.width > room:
            break
        kept.add(key)
        room -= key.width
    return [key for key in keys if key in kept]


class KeyBar(Widget):
    """Shows the active keys of its screen; a click on one presses it."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        color: $footer-foreground;
        background: $footer-background;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: Sequence[ShownKey] = ()
        self._painted = False

    @property
    def keys(self) -> Sequence[ShownKey]:
        """The keys that act now, whether or not there is room for all."""
        return self._keys

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self._follow(self.screen)
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, screen: Screen[object]) -> None:
        keys = tuple(self._shown(screen)) if screen is self.screen else self._keys
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def _shown(self, screen: Screen[object]) -> Iterable[ShownKey]:
        """Yield the keys to show, one for each action."""
        seen = set()
        for _, binding, enabled, _ in screen.active_bindings.values():
            if binding.show and binding.action not in seen:
                seen.add(binding.action)
                label = self.app.get_key_display(binding)
                name = binding.id or ""
                # What follows a comma says more than there is room for here.
                described = binding.description.partition(",")[0]
                yield ShownKey(name, binding.key, label, described, enabled)

    def render(self) -> Content:
        """Return the keys that fit."""
        if not self._painted:
            # Most keys act only once their screen is mounted, which it tells after the first frame.
            self._painted = True
            self._keys = tuple(self._shown(self.screen))
        parts: list[tuple[str, str]] = []
        for key in fitting(self._keys, self.size.width):
            colors = ("$footer-key-foreground", "$footer-description-foreground")
            label, described = colors if key.enabled else ("$text-disabled", "$text-disabled")
            parts.append((f" {key.label} ", f"{label} bold"))
            parts.append((f"{key.description} ", described))
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        right = 0
        for key in fitting(self._keys, self.size.width):
            right += key.width
            if event.x < right:
                self.app.simulate_key(key.key)
                return
