"""An application that begins in the theme that was chosen, and can be read in any other."""

import os
from typing import TYPE_CHECKING

from textual.app import App
from textual.driver import Driver
from textual.scrollbar import ScrollBar
from textual.theme import Theme

from briefing.tui.lineview.thumb import Thumb
from briefing.tui.themes.themes import THEMES, choose_theme

if TYPE_CHECKING:
    from briefing.tui.session.location.memory import Memory


class ThemedApp(App[None], inherit_bindings=False):
    """Shows everything in the reader's own colours, or in those derived from any other theme.

    Args:
        theme: Name of the theme to start with, before the one that was chosen last; empty for none.
        memory: The theme that was chosen; None remembers nothing.
        driver_class: What shows the application instead of a terminal.
    """

    _last_theme = ""
    """Name of the theme that was set last; empty before the first."""
    _derived: tuple[Theme, Theme] | None = None
    """The theme that was last asked for and is not the reader's own, and what was made of it."""

    def __init__(
        self, theme: str, memory: "Memory | None", driver_class: type[Driver] | None
    ) -> None:
        super().__init__(
            driver_class=driver_class,
            # Textual takes colours away, and does not turn them grey, only from a native theme.
            ansi_color=True if os.environ.get("NO_COLOR") else None,
        )
        ScrollBar.renderer = Thumb  # the toolkit has one for all of them
        for own in THEMES:
            self.register_theme(own)
        self._memory = memory
        self._theme_in_settings = theme
        colors = self.console.color_system
        wanted = theme or (memory.theme(colors) if memory else "")
        if wanted not in self.available_themes:
            wanted = ""
        self._last_theme = choose_theme(wanted, colors, os.environ, no_color=self.no_color)
        self._begin_with(self._last_theme)

    def _begin_with(self, theme: str) -> None:
        """Take a theme before anything is styled.

        Setting it as it is set later would have every style sheet parsed and applied again.
        """
        if (found := self.get_theme(theme)) is None or found.ansi:
            self.theme = theme
            return
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(found.dark, "-dark-mode", update=False)
        self.set_class(not found.dark, "-light-mode", update=False)

    def get_css_variables(self) -> dict[str, str]:
        """Return the variables of the theme; none before one is chosen: nothing is styled yet."""
        return super().get_css_variables() if self._last_theme else {}

    def get_theme(self, theme_name: str) -> Theme | None:
        """Return a theme with all the colours of the reader, whoever made it.

        Args:
            theme_name: Its name.
        """
        found = super().get_theme(theme_name)
        if found is None or found in THEMES or not self._last_theme:
            return found  # Textual asks for a theme of its own before one is chosen
        if self._derived is None or self._derived[0] is not found:
            from briefing.tui.themes.deriving import readable_theme  # the reader's own need nothing

            self._derived = (found, readable_theme(found))
        return self._derived[1]

    def watch_theme(self) -> None:
        """Draw everything again in another theme, and remember it if it was chosen.

        Textual redraws what its style sheets changed, and no text whose colours are variables.
        """
        if self.theme == self._last_theme:
            return
        self._last_theme = self.theme
        self.call_after_refresh(self._redraw)
        if self._memory and self._theme_in_settings:
            named = self._theme_in_settings
            self.notify(f"The settings name {named}: the next start is in that theme again.")
        elif self._memory:
            self._memory.keep_theme(self.theme, self.console.color_system)

    def _redraw(self) -> None:
        for screen in self.screen_stack:
            for widget in screen.walk_children():
                widget.notify_style_update()
                widget.refresh()
