"""Many small numbers side by side in one large one, so that Python works on all of them at once.

Each number has a *lane* of one, two or four bytes. Adding two large numbers adds lane to lane as
long as no lane overflows; the interpreter does that at the speed of memory, where a loop takes a
hundred times as long.
"""

import sys
from collections.abc import Iterator
from itertools import compress
from typing import Final, Literal

_ORDER: Final[Literal["little", "big"]] = sys.byteorder
Width = Literal[2, 4]
"""How many bytes a lane has."""


def repeated(value: int, count: int, width: Width) -> int:
    """Return a number with the same value in every lane."""
    return int.from_bytes(value.to_bytes(width, _ORDER) * count, _ORDER)


def packed(numbers: bytes | bytearray | memoryview) -> int:
    """Return an array of unsigned numbers, given as its bytes, as lanes of the same width."""
    return int.from_bytes(numbers, _ORDER)


def widened(column: bytes | bytearray | memoryview) -> int:
    """Return a number for each byte, in lanes of two."""
    wide = bytearray(2 * len(column))
    wide[_lowest(2) :: 2] = column
    return packed(wide)


def everywhere(mask: bytes | bytearray) -> int:
    """Return lanes of two bytes with all bits set where a mask has 1, and none where it has 0."""
    return widened(mask) * 0xFFFF


def unpacked(lanes: int, count: int) -> memoryview:
    """Return the numbers in lanes of two bytes."""
    return memoryview(lanes.to_bytes(2 * count, _ORDER)).cast("H")


def reaching(lanes: int, floor: int, count: int) -> int:
    """Return 1 in each lane of two bytes whose number, below 32,768, reaches a floor above 0."""
    top = 1 << 15
    return ((lanes + repeated(top - floor, count, 2)) >> 15) & repeated(1, count, 2)


def bits_differing(lanes: int, other: int, most: int, count: int) -> int:
    """Return 1 in each lane of four bytes in which at most so many bits differ from another number.

    Neighbouring bits are counted in pairs, fours and bytes, as in Warren's *Hacker's Delight* 5-1.
    """
    bits = lanes ^ repeated(other, count, 4)
    bits -= (bits >> 1) & repeated(0x55555555, count, 4)
    pairs = repeated(0x33333333, count, 4)
    bits = (bits & pairs) + ((bits >> 2) & pairs)
    bits = (bits + (bits >> 4)) & repeated(0x0F0F0F0F, count, 4)
    # What comes over from the next lane stays in the upper bytes.
    bits += bits >> 8
    bits += bits >> 16
    bits &= repeated(0xFF, count, 4)
    return ((repeated(0x80 + most, count, 4) - bits) >> 7) & repeated(1, count, 4)


def marked(lanes: int, count: int, width: Width) -> Iterator[int]:
    """Return which lanes hold 1, where all others hold 0."""
    return compress(range(count), lanes.to_bytes(width * count, _ORDER)[_lowest(width) :: width])


def _lowest(width: Width) -> int:
    """Return which byte of a lane counts ones."""
    return 0 if _ORDER == "little" else width - 1
