"""Two sequences of words laid beside each other: what both share, and what changed between."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Change(NamedTuple):
    """A stretch of words that is in place of another; either may be empty."""

    start: int
    """Index of the first old word."""
    end: int
    """Index just past the last old word."""
    new_start: int
    new_end: int


def opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield equal stretches and, between them, one change each.

    Args:
        old: Words.
        new: Other words.

    Yields:
        `equal` or `change`, where the stretch begins and ends in `old`, and where in `new`.
    """
    # Most commands never compare anything, and need not wait for this import.
    from rapidfuzz.distance import Indel

    changed: tuple[int, int, int, int] | None = None
    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            if changed:
                yield ("change", *changed)
            changed = None
            yield ("equal", op.src_start, op.src_end, op.dest_start, op.dest_end)
        else:
            a, _, c, _ = changed or (op.src_start, 0, op.dest_start, 0)
            changed = (a, op.src_end, c, op.dest_end)
    if changed:
        yield ("change", *changed)


def changes(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """Return the changes between two sequences of words.

    Args:
        old: Words.
        new: Other words.

    Returns:
        The changes in order; at least one equal word is between two of them.
    """
    return [Change(*places) for tag, *places in opcodes(old, new) if tag != "equal"]


def joined(found: Sequence[Change]) -> list[Change]:
    """Make one change of two with a single equal word between: `he will not`, `not will he`.

    Args:
        found: Changes in order.

    Returns:
        The changes, the equal words between joined ones included.
    """
    wider: list[Change] = []
    for change in found:
        if wider and change.start - wider[-1].end <= 1:
            wider[-1] = wider[-1]._replace(end=change.end, new_end=change.new_end)
        else:
            wider.append(change)
    return wider
