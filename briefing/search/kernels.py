"""The few loops over all entries, twice: in plain Python for small libraries, in numpy for large.

Importing numpy takes longer than searching a thousand entries without it. Both work on the same
bytes and on whole numbers, so both give the same answers. A *column* holds, for each entry, what a
word of the query is worth in it, 0 to 255; *sums* add columns up.
"""

import sys
from collections.abc import Sequence
from typing import Any, Protocol

SMALL = 20_000
"""Up to so many entries the plain kernel does, unless numpy is there already."""


class Kernel(Protocol):
    """Loops over all entries of a segment."""

    def fill(self, column: bytearray, docs: Sequence[int], value: int) -> None:
        """Set the column to a value at these entries."""
        ...

    def common(self, lists: Sequence[memoryview], entries: int) -> Sequence[int]:
        """Return which of so many entries stand in every list; a list may repeat entries."""
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

    def reaching(self, sums: Any, floor: int, most: int) -> list[int]:
        """Return the first so many entries whose sums reach a floor, rising."""
        ...

    def mask(self, column: memoryview, low: int, high: int) -> bytearray:
        """Return 1 for each number of a column from `low` up to and with `high`, else 0."""
        ...

    def table(self, column: memoryview, chosen: bytes) -> bytearray:
        """Return `chosen[number]` for each number of a column."""
        ...

    def near(
        self, letters: memoryview, lengths: memoryview, wanted: int, length: int, slips: int
    ) -> list[int]:
        """Return the words whose letter sets and lengths do not rule out so few slips."""
        ...


class PlainKernel:
    """Loops without numpy."""

    def fill(self, column: bytearray, docs: Sequence[int], value: int) -> None:
        """Set the column to a value at these entries."""
        for doc in docs:
            column[doc] = value

    def common(self, lists: Sequence[memoryview], entries: int) -> Sequence[int]:
        """Return which of so many entries stand in every list, rising."""
        return sorted(set.intersection(*map(set, lists))) if lists else []

    def sums(self, base: memoryview, columns: Sequence[bytearray]) -> list[int]:
        """Return the sum of a base and some columns for each entry."""
        return list(map(sum, zip(base, *columns, strict=True)))

    def keep(self, sums: list[int], mask: bytes | bytearray) -> list[int]:
        """Return sums with 0 wherever the mask has 0."""
        return [total * bit for total, bit in zip(sums, mask, strict=True)]

    def highest(self, sums: list[int]) -> int:
        """Return the highest sum, 0 if there are none."""
        return max(sums, default=0)

    def count(self, sums: list[int], floor: int) -> int:
        """Return how many sums reach a floor."""
        return sum(total >= floor for total in sums)

    def reaching(self, sums: list[int], floor: int, most: int) -> list[int]:
        """Return the first so many entries whose sums reach a floor, rising."""
        return [doc for doc, total in enumerate(sums) if total >= floor][:most]

    def mask(self, column: memoryview, low: int, high: int) -> bytearray:
        """Return 1 for each number of a column within bounds, else 0."""
        return bytearray(low <= number <= high for number in column)

    def table(self, column: memoryview, chosen: bytes) -> bytearray:
        """Return `chosen[number]` for each number of a column."""
        return bytearray(chosen[number] for number in column)

    def near(
        self, letters: memoryview, lengths: memoryview, wanted: int, length: int, slips: int
    ) -> list[int]:
        """Return the words whose letter sets and lengths do not rule out so few slips."""
        return [
            number
            for number, size in enumerate(lengths)
            if -slips <= size - length <= slips
            and (letters[number] & ~wanted).bit_count() <= slips
            and (wanted & ~letters[number]).bit_count() <= slips
        ]


class NumpyKernel:
    """The same loops in numpy."""

    def __init__(self) -> None:
        import numpy

        self._np = numpy

    def fill(self, column: bytearray, docs: Sequence[int], value: int) -> None:
        """Set the column to a value at these entries."""
        self._np.frombuffer(column, self._np.uint8)[self._np.asarray(docs)] = value

    def common(self, lists: Sequence[memoryview], entries: int) -> Sequence[int]:
        """Return which of so many entries stand in every list, rising."""
        np = self._np
        arrays = sorted((np.asarray(docs) for docs in lists), key=len)
        marks = np.zeros(entries, np.uint8)
        marks[arrays[0]] = 1
        for step, docs in enumerate(arrays[1:], 1):
            marks[docs[marks[docs] == step]] = step + 1
        found: Sequence[int] = np.flatnonzero(marks == len(arrays))
        return found

    def sums(self, base: memoryview, columns: Sequence[bytearray]) -> Any:
        """Return the sum of a base and some columns for each entry."""
        total = self._np.frombuffer(base, self._np.uint8).astype(self._np.uint16)
        for column in columns:
            total += self._np.frombuffer(column, self._np.uint8)
        return total

    def keep(self, sums: Any, mask: bytes | bytearray) -> Any:
        """Return sums with 0 wherever the mask has 0."""
        return sums * self._np.frombuffer(mask, self._np.uint8)

    def highest(self, sums: Any) -> int:
        """Return the highest sum, 0 if there are none."""
        return int(sums.max()) if len(sums) else 0

    def count(self, sums: Any, floor: int) -> int:
        """Return how many sums reach a floor."""
        return int(self._np.count_nonzero(sums >= floor))

    def reaching(self, sums: Any, floor: int, most: int) -> list[int]:
        """Return the first so many entries whose sums reach a floor, rising."""
        found: list[int] = self._np.flatnonzero(sums >= floor)[:most].tolist()
        return found

    def mask(self, column: memoryview, low: int, high: int) -> bytearray:
        """Return 1 for each number of a column within bounds, else 0."""
        numbers = self._np.asarray(column)
        return bytearray(((numbers >= low) & (numbers <= high)).tobytes())

    def table(self, column: memoryview, chosen: bytes) -> bytearray:
        """Return `chosen[number]` for each number of a column."""
        table = self._np.frombuffer(chosen, self._np.uint8)
        return bytearray(table[self._np.asarray(column)].tobytes())

    def near(
        self, letters: memoryview, lengths: memoryview, wanted: int, length: int, slips: int
    ) -> list[int]:
        """Return the words whose letter sets and lengths do not rule out so few slips."""
        np = self._np
        sizes = np.asarray(lengths).astype(np.int16)
        numbers = np.flatnonzero(np.abs(sizes - length) <= slips)
        sets = np.asarray(letters)[numbers]
        mine = np.uint32(wanted)
        far = np.maximum(np.bitwise_count(sets & ~mine), np.bitwise_count(mine & ~sets))
        found: list[int] = numbers[far <= slips].tolist()
        return found


def kernel_for(entries: int) -> Kernel:
    """Return the kernel that answers sooner for so many entries."""
    return PlainKernel() if entries <= SMALL and "numpy" not in sys.modules else NumpyKernel()
