"""Masks over entries, one byte of 0 or 1 each, put together."""

from collections.abc import Iterable, Sequence


def alive_masks(sizes: Sequence[int], gone: Sequence[Iterable[int]]) -> list[bytes | None]:
    """Return 1 for each entry that counts, for each segment; None where all of them do.

    Args:
        sizes: How many entries each segment has.
        gone: The entries of each segment that count no longer; may be shorter.
    """
    masks: list[bytes | None] = [None] * len(sizes)
    for number, docs in enumerate(gone):
        mask = bytearray(b"\x01") * sizes[number]
        for doc in docs:
            mask[doc] = 0
        masks[number] = bytes(mask) if 0 in mask else None
    return masks


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
