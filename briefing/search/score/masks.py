"""Masks over entries, one byte of 0 or 1 each, put together."""

from collections.abc import Iterable


def any_of(masks: Iterable[bytes]) -> bytes:
    """Return 1 where one of the masks has 1."""
    number, length = 0, 0
    for mask in masks:
        # Whole masks as one number each: faster than a loop, and needs no second kernel.
        number |= int.from_bytes(mask, "little")
        length = len(mask)
    return number.to_bytes(length, "little")


def all_of(masks: Iterable[bytes]) -> bytearray:
    """Return 1 where each of the masks, at least one, has 1."""
    found = list(masks)
    number = int.from_bytes(found[0], "little")
    for mask in found[1:]:
        number &= int.from_bytes(mask, "little")
    return bytearray(number.to_bytes(len(found[0]), "little"))
