"""The few loops over all entries: what they do, and which of the two that do it is the faster.

They are there in plain Python for small libraries and in numpy for large ones: importing numpy
takes longer than searching a thousand entries without it. Both work on the same bytes and on whole
numbers, so both give the same answers. A *column* holds, for each entry, what a word of the query
is worth in it, 0 to 255; *sums* add columns up.
"""

from array import array
from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

SAME_PLACE = 1 << 31
"""Set in the order of a text where a word is in the place of the word before it."""
NUMBER = SAME_PLACE - 1
"""What of such a number is the word's."""

PLAIN_ENTRIES = 20_000
"""Up to so many entries the plain kernel does, unless numpy is there already."""


class Inverted(NamedTuple):
    """The arrays of an index, as bytes."""

    docs: memoryview
    """The entries of each word, word by word."""
    starts: memoryview
    """Where the entries of each word start, and where the last ones end."""
    order: memoryview
    """The words of each entry, entry by entry."""


class Kernel(Protocol):
    """Loops over all entries of a segment."""

    def fill(self, column: bytearray, docs: Sequence[int], value: int) -> None:
        """Set the column to a value at these entries."""
        ...

    def common(self, lists: Sequence[memoryview], entries: int) -> Sequence[int]:
        """Return which of so many entries are in every list; a list may repeat entries."""
        ...

    def alive(self, docs: Sequence[int], mask: bytes) -> int:
        """Return how many of these entries, each as often as it is named, a mask keeps."""
        ...

    def sums(self, base: memoryview, columns: Sequence[bytearray]) -> Any:
        """Return the sum of a base and some columns for each entry."""
        ...

    def keep(self, sums: Any, mask: bytes | bytearray) -> Any:
        """Return sums with 0 wherever the mask (0 or 1 for each entry) has 0."""
        ...

    def highest(self, sums: Any) -> int:
        """Return the highest sum, 0 if there are none."""
        ...

    def count(self, sums: Any, floor: int) -> int:
        """Return how many sums reach a floor."""
        ...

    def best(self, sums: Any, floor: int, most: int) -> list[tuple[int, int]]:
        """Return sums that reach a floor above 0, with their entries, in any order.

        Where there are more than `most`, these are the highest, and of equal ones the first.
        """
        ...

    def latest(self, sums: Any, floor: int, days: memoryview, most: int) -> list[tuple[int, int]]:
        """Return the days of the entries whose sums reach a floor, with the entries.

        Where there are more than `most`, these are the latest, and of equal ones the first.
        """
        ...

    def mask(self, column: memoryview, low: int, high: int) -> bytearray:
        """Return 1 for each number of a column from `low` up to and with `high`, else 0."""
        ...

    def table(self, column: memoryview, chosen: bytes) -> bytearray:
        """Return `chosen[number]` for each number of a column."""
        ...

    def near(self, letters: memoryview, wanted: int, slips: int) -> list[int]:
        """Return which letter sets do not rule out that so few slips are between."""
        ...

    def standing(
        self, order: memoryview, starts: memoryview, docs: Sequence[int], phrase: Sequence[range]
    ) -> list[int]:
        """Return the entries in whose order of words a phrase is, a range for each word.

        Of words in one place, any may be the phrase's.
        """
        ...

    def inverted(
        self,
        order: memoryview,
        starts: "array[int]",
        extra: tuple["array[int]", "array[int]"],
        places: "array[int]",
    ) -> Inverted:
        """Turn the words of entries into the entries of words.

        Args:
            order: The words of each entry, entry by entry.
            starts: Where each entry's words start, and where the last one's end.
            extra: Further words, and the entries they count for, which rise.
            places: For each number used so far, the word's final one.
        """
        ...
