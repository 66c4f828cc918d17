"""The environment the toolkit starts in: what of it is obeyed, and what is left out.

Textual obeys some twenty variables, most of them for its own development. Some are read without a
look at what they hold (a colour system that is none raises), and some would write keys or texts to
files or open a connection (`TEXTUAL=devtools`), which this program promises never to do.
"""

from collections.abc import Callable, Mapping, MutableMapping
from importlib import import_module
from typing import TYPE_CHECKING, Final

from briefing.text.cleaning import clean
from briefing.tui.terminal.terminal import TerminalError

if TYPE_CHECKING:
    from textual.driver import Driver

DRIVER: Final = "TEXTUAL_DRIVER"
LARGEST_SIDE: Final = 2000
"""Columns or rows; a screen that is larger is a mistake, and painting it would never end."""


def _any(value: str) -> bool:
    return True


def _never(value: str) -> bool:
    return False


def _number(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 10


def _side(value: str) -> bool:
    return _number(value) and 1 <= int(value) <= LARGEST_SIDE


_OBEYED: Final[Mapping[str, Callable[[str], bool]]] = {
    DRIVER: _any,
    "TEXTUAL_FPS": _number,
    "TEXTUAL_COLOR_SYSTEM": {"auto", "standard", "256", "truecolor"}.__contains__,
    "TEXTUAL_ANIMATIONS": _any,
    "TEXTUAL_ALLOW_SIGNALS": _any,
    "TEXTUAL_DIM_FACTOR": _number,
    "TEXTUAL_DISABLE_KITTY_KEY": _any,
    "TEXTUAL_FILTERS": _any,
    "TEXTUAL_SMOOTH_SCROLL": _number,
    "COLUMNS": _side,
    "LINES": _side,
    "ESCDELAY": _number,
    # The toolkit would measure text by another table than what is printed is measured by.
    "UNICODE_VERSION": _never,
}


def settle_environment(environ: MutableMapping[str, str]) -> None:
    """Take out of the environment what would have no good effect; before Textual is imported.

    Args:
        environ: The environment.
    """
    # https://no-color.org: an empty value asks for nothing.
    if environ.get("NO_COLOR") == "":
        del environ["NO_COLOR"]
    for name in list(environ):
        if name == "TEXTUAL" or name.startswith("TEXTUAL_") or name in _OBEYED:
            obeyed = _OBEYED.get(name)
            if obeyed is None or not obeyed(environ[name]):
                del environ[name]


def named_driver(environ: Mapping[str, str]) -> "type[Driver] | None":
    """Return the driver that `TEXTUAL_DRIVER` names as `module:Class`; None if it names none.

    Args:
        environ: The environment.

    Raises:
        TerminalError: There is no such driver.
    """
    from textual.driver import Driver

    name = environ.get(DRIVER)
    if not name:
        return None
    module, _, symbol = name.partition(":")
    try:
        found = getattr(import_module(module), symbol)
    except (ImportError, AttributeError, ValueError, TypeError):
        found = None
    if isinstance(found, type) and issubclass(found, Driver):
        return found
    raise TerminalError(
        f"${DRIVER} names no driver: '{clean(name)}'",
        hint="unset it to run in this terminal",
    )
