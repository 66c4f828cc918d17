"""Long texts in the bytes they need: one emoji makes Python keep four for every character."""

import sys
from collections.abc import Iterator, Sequence
from typing import overload

LARGE = 2**18
"""Code points below which a text is kept as it is."""
_PIECE = 4096
"""Code points that are encoded together: what one look at a text decodes."""


class CompactText(Sequence[str]):
    """A text kept as UTF-8, read by code points as a string is.

    The piece that was read last stays decoded, so that reading on costs little.

    Args:
        text: The text.
    """

    __slots__ = ("_last", "_length", "_pieces")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._pieces = [
            text[start : start + _PIECE].encode("utf-8", "surrogatepass")
            for start in range(0, len(text), _PIECE)
        ]
        self._last = (-1, "")

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int, /) -> str: ...

    @overload
    def __getitem__(self, place: slice, /) -> str: ...

    def __getitem__(self, place: int | slice, /) -> str:
        if not isinstance(place, slice):
            offset = range(self._length)[place]
            return self._piece(offset // _PIECE)[offset % _PIECE]
        start, stop, step = place.indices(self._length)
        if step != 1:
            return "".join(self[offset] for offset in range(start, stop, step))
        if start >= stop:
            return ""
        first, last = start // _PIECE, (stop - 1) // _PIECE
        text = "".join(map(self._piece, range(first, last + 1)))
        return text[start - first * _PIECE : stop - first * _PIECE]

    def __iter__(self) -> Iterator[str]:
        for number in range(len(self._pieces)):
            yield from self._piece(number)

    def __str__(self) -> str:
        return b"".join(self._pieces).decode("utf-8", "surrogatepass")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CompactText) and self._pieces == other._pieces

    def __hash__(self) -> int:
        return hash((self._length, *self._pieces[:1]))

    def _piece(self, number: int) -> str:
        # Kept as one value: another thread may be reading too.
        kept, text = self._last
        if kept != number:
            text = self._pieces[number].decode("utf-8", "surrogatepass")
            self._last = (number, text)
        return text


def compact(text: str) -> str | CompactText:
    """Return a text so that it takes little more than its UTF-8 bytes.

    Args:
        text: Any text.

    Returns:
        The text itself, unless it is large and some character of it is beyond U+FFFF.
    """
    # The size tells what one character takes, where a look at each would take a second.
    wide = len(text) > LARGE and sys.getsizeof(text) > 4 * len(text)
    return CompactText(text) if wide else text
