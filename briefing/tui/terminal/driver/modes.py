"""The terminal's settings and modes while the reader has it, and their way back."""

import os
import termios
from contextlib import suppress
from typing import Any, Final

from textual import constants

from briefing.tui.terminal.driver.output import Output

_ALTERNATE_SCREEN: Final = 1049
_CURSOR: Final = 25
_WRAPPING: Final = 7
_FOCUS: Final = 1004
_PASTES: Final = 2004
_SYNC: Final = 2026
_MOUSE: Final = (1000, 1003, 1015, 1006)

# https://sw.kovidgoyal.net/kitty/keyboard-protocol/: tell keys apart, report all of them, and the
# text they stand for.
_KEYBOARD: Final = 0b00001 | 0b01000 | 0b10000
_POP_KEYBOARD: Final = "\x1b[<u"

_IFLAG, _LFLAG, _CC = 0, 3, 6


def _on(*modes: int) -> str:
    return "".join(f"\x1b[?{mode}h" for mode in modes)


def _off(*modes: int) -> str:
    return "".join(f"\x1b[?{mode}l" for mode in modes)


HIDE_CURSOR: Final = _off(_CURSOR)
SHOW_CURSOR: Final = _on(_CURSOR)


class Modes:
    """Takes the terminal and gives it back, each as often as asked.

    The settings to go back to are read only when the reader does not have the terminal already:
    those of a terminal it has are its own.

    Args:
        keys: The terminal that is read from.
        output: Writes to the terminal.
        mouse: Whether the mouse is wanted.
    """

    def __init__(self, keys: int, output: Output, *, mouse: bool) -> None:
        self._keys = keys
        self._output = output
        self._mouse = _MOUSE if mouse else ()
        self._before: list[Any] | None = None

    @property
    def taken(self) -> bool:
        """Whether the reader has the terminal."""
        return self._before is not None

    def take(self) -> None:
        """Take the terminal, or take it again from whoever changed it meanwhile.

        Raises:
            OSError: It is no terminal any more.
        """
        again = self._before is not None
        try:
            # A program in the background is stopped here, before it has written anything.
            settings = termios.tcgetattr(self._keys)
            if not again:
                self._before = [*settings[:_CC], list(settings[_CC])]
            termios.tcsetattr(self._keys, termios.TCSANOW, _raw(settings))
        except termios.error as error:
            raise OSError(*error.args) from error
        self._output.begin(self._taking(again=again))

    def give_back(self) -> None:
        """Give the terminal back as it was taken."""
        if self._before is None:
            return
        self._output.finish(self._giving_back())
        # What was sent to the reader, such as the mouse's last move, is not for the shell.
        with suppress(termios.error):
            termios.tcflush(self._keys, termios.TCIFLUSH)
        with suppress(termios.error):
            termios.tcsetattr(self._keys, termios.TCSANOW, self._before)
        self._before = None

    def stop_mouse(self) -> None:
        """Have no more of the mouse reported."""
        self._output.write(_off(*self._mouse))

    def _taking(self, *, again: bool) -> str:
        # Pushed once: of a push that takes the place of another, half may be lost on the way.
        keyboard = f"\x1b[={_KEYBOARD};1u" if again else f"\x1b[>{_KEYBOARD}u"
        if constants.DISABLE_KITTY_KEY:
            keyboard = ""
        return (
            _on(_ALTERNATE_SCREEN)
            + _off(_CURSOR, _WRAPPING)
            + _on(*self._mouse, _FOCUS, _PASTES)
            + keyboard
            + _asks_for_sync()
        )

    def _giving_back(self) -> str:
        # The alternate screen has a keyboard mode of its own, to be given back before leaving it.
        keyboard = "" if constants.DISABLE_KITTY_KEY else _POP_KEYBOARD
        # Of a frame that a slow terminal did not take, the end may be missing.
        modes = _off(_SYNC, *self._mouse, _FOCUS, _PASTES)
        return modes + keyboard + _on(_WRAPPING) + _off(_ALTERNATE_SCREEN) + _on(_CURSOR)


def _asks_for_sync() -> str:
    """Ask whether frames may be bracketed; one terminal would print the question instead."""
    return "" if os.environ.get("TERM_PROGRAM") == "Apple_Terminal" else "\x1b[?2026$p"


def _raw(settings: list[Any]) -> list[Any]:
    """Return settings under which every key arrives at once and as it is."""
    raw = [*settings[:_CC], list(settings[_CC])]
    raw[_IFLAG] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    raw[_LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    if not os.environ.get("TEXTUAL_ALLOW_SIGNALS"):
        raw[_LFLAG] &= ~termios.ISIG
    raw[_CC][termios.VMIN] = 1
    raw[_CC][termios.VTIME] = 0
    return raw
