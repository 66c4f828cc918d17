"""What to say of a key that does nothing, without getting in the way."""

from textual.binding import Binding
from textual.screen import Screen

from briefing.text.cleaning import clean


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
    # A terminal may name any code point as a key, half of a pair and controls too.
    name = app.get_key_display(Binding(clean(key), ""))
    return f"{name} does nothing here · {lists} lists the keys"
