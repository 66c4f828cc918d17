"""What a terminal sends, as text that the toolkit's parser can read whatever the bytes are.

Three things share the line: characters in UTF-8, escape sequences in ASCII, and the mouse reports
of old terminals (X10: `ESC [ M` and three bytes that may have any value). The last are told apart
and rewritten in the newer form (SGR) that the parser knows; what is no UTF-8 becomes U+FFFD.
https://invisible-island.net/xterm/ctlseqs/ctlseqs.html describes all of them.
"""

import codecs
from typing import Final

ESCAPE: Final = 0x1B
PASTE_ENDS: Final = b"\x1b[201~"
LONGEST_PASTE: Final = 1 << 16
"""Bytes of one paste that are passed on; there is no box for more."""

_LONGEST_SEQUENCE: Final = 32
_X10_BASE: Final = 32
"""What X10 adds to the button and to each coordinate, so that they are printable."""
_X10_LARGEST: Final = 255 - _X10_BASE
_X10_RELEASED: Final = 3


class KeyboardDecoder:
    """Decodes what is read from a terminal; it never fails, and holds back as little as it can."""

    def __init__(self) -> None:
        self._utf8 = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._sequence: bytes | None = None
        """What came after `ESC` so far; None outside an escape sequence."""
        self._report: bytes | None = None
        """The bytes of an X10 report so far; None outside of one."""
        self._paste: bytes | None = None
        """The end of what was pasted, for it may be the beginning of the mark that ends a paste."""
        self._pasted = 0
        self._button = 0

    @property
    def pasting(self) -> bool:
        """Whether a paste has begun and not ended."""
        return self._paste is not None

    def feed(self, data: bytes) -> str:
        """Decode what was read.

        Args:
            data: Bytes in the order they came, cut anywhere.

        Returns:
            Text for the parser.
        """
        out: list[str] = []
        while data:
            if self._paste is not None:
                data = self._feed_paste(data, out)
            elif self._report is not None:
                data = self._feed_report(data, out)
            elif self._sequence is not None:
                data = self._feed_sequence(data, out)
            else:
                data = self._feed_text(data, out)
        return "".join(out)

    def settle(self) -> str:
        """Take what has begun for ended, because nothing more came for a while.

        Returns:
            What ends a paste, if one had lost its end: without it every key would be swallowed.
        """
        self._sequence = self._report = None
        if self._paste is None:
            return ""
        self._paste = None
        return PASTE_ENDS.decode()

    def _feed_text(self, data: bytes, out: list[str]) -> bytes:
        text, escape, rest = data.partition(b"\x1b")
        if escape:
            self._sequence = b""
        out.append(self._utf8.decode(text + escape))
        return rest

    def _feed_sequence(self, data: bytes, out: list[str]) -> bytes:
        """Pass an escape sequence on byte by byte, looking for those that change what follows."""
        assert self._sequence is not None
        byte, rest = data[:1], data[1:]
        self._sequence = sequence = self._sequence + byte
        if sequence == b"[M":
            self._sequence, self._report = None, b""
            return rest
        out.append(self._utf8.decode(byte))
        if byte[0] == ESCAPE:
            self._sequence = b""
        elif sequence == b"[200~":
            self._sequence, self._paste, self._pasted = None, b"", 0
        elif not _goes_on(sequence):
            self._sequence = None
        return rest

    def _feed_report(self, data: bytes, out: list[str]) -> bytes:
        assert self._report is not None
        missing = 3 - len(self._report)
        self._report += data[:missing]
        if len(self._report) == 3:
            out.append(self._sgr(*self._report))
            self._report = None
        return data[missing:]

    def _sgr(self, code: int, column: int, row: int) -> str:
        """Return an X10 report as the rest of an SGR report, whose `ESC [` was passed on already.

        X10 sends 0 for a coordinate that no byte can hold, and does not tell which button was let
        go, so that the last one pressed has to do.
        """
        button = code - _X10_BASE if code >= _X10_BASE else 0
        ends = "M"
        if button & 0b1110_0011 == _X10_RELEASED:
            button, ends = self._button, "m"
        elif button < 0b10_0000:
            self._button = button
        x, y = (at - _X10_BASE if at >= _X10_BASE else _X10_LARGEST for at in (column, row))
        return f"<{button};{x};{y}{ends}"

    def _feed_paste(self, data: bytes, out: list[str]) -> bytes:
        """Pass a paste on without any escape in it: only the mark of its end is obeyed."""
        assert self._paste is not None
        text, ends, rest = (self._paste + data).partition(PASTE_ENDS)
        if ends:
            self._paste = None
        else:
            kept = _overlap(text, PASTE_ENDS)
            text, self._paste = text[: len(text) - kept], text[len(text) - kept :]
        room = max(0, LONGEST_PASTE - self._pasted)
        self._pasted += len(text)
        out.append(self._utf8.decode(text[:room]).replace("\x1b", "\u241b"))
        out.append(ends.decode())
        return rest


def _goes_on(sequence: bytes) -> bool:
    """Whether an escape sequence, given without its `ESC`, is still without its last byte."""
    if len(sequence) > _LONGEST_SEQUENCE or sequence[:1] != b"[":
        return False
    return len(sequence) == 1 or 0x20 <= sequence[-1] < 0x40


def _overlap(text: bytes, mark: bytes) -> int:
    """Return how many bytes at the end of a text could be the beginning of a mark."""
    longest = min(len(mark) - 1, len(text))
    return next((n for n in range(longest, 0, -1) if text.endswith(mark[:n])), 0)
