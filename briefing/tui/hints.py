"""What to say of a key that does nothing, without getting in the way."""

from textual.binding import Binding
from textual.screen import Screen


def idle_hint(screen: Screen[None], key: str) -> str:
    """Return what to say of a key that does nothing on a screen as it is; empty if it does.

    Args:
        screen: The screen, whose focus counts.
        key: The key, as Textual names it.
    """
    active = screen.active_bindings
    if key in active:
        return ""
    app = screen.app
    helps = (bound.binding for bound in active.values() if bound.binding.id == "app.help")
    lists = next(map(app.get_key_display, helps), "?")
    return f"{app.get_key_display(Binding(key, ''))} does nothing here · {lists} lists the keys"
