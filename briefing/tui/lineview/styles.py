"""The styles of a view's roles, worked out once."""

from rich.style import Style
from textual.widget import Widget

from briefing.tui.lineview.roles import role_style

_BARE_SELECTION = Style(reverse=True, underline=True)
"""What is selected, where there are no colours."""


class Styles:
    """Gives the style of roles laid over each other in a view, and remembers it.

    Args:
        view: Its own style lies under all roles, and its focus brightens what is dimmed.
    """

    def __init__(self, view: Widget) -> None:
        self._view = view
        self._known: dict[tuple[bool, tuple[str, ...]], Style] = {}

    def __call__(self, *roles: str) -> Style:
        """Return the style of roles laid over each other.

        Args:
            roles: Names of roles, the one on top last; `selection` only there.
        """
        key = (self._view.has_focus, roles)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._worked_out(roles)
        return found

    def forget(self) -> None:
        """Forget styles that another theme or pseudo class has replaced."""
        self._known.clear()

    def _worked_out(self, roles: tuple[str, ...]) -> Style:
        view = self._view
        colours = not view.app.no_color
        if roles[-1:] == ("selection",):
            selected = view.screen.get_component_rich_style("screen--selection")
            return self(*roles[:-1]) + (selected if colours else _BARE_SELECTION)
        variables = view.app.theme_variables
        return role_style(
            view.visual_style, roles, variables, focused=view.has_focus, colours=colours
        ).rich_style
