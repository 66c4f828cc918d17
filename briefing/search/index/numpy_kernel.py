"""The loops over all entries in numpy."""

from array import array
from collections.abc import Sequence
from typing import Any

from briefing.search.index.kernel import NUMBER, SAME_PLACE, Inverted


class NumpyKernel:
    """The same loops in numpy."""

    def __init__(self) -> None:
        import numpy

        self._np = numpy

    def fill(self, column: bytearray, docs: Sequence[int], value: int) -> None:
        """Set the column to a value at these entries."""
        if len(docs):
            self._np.frombuffer(column, self._np.uint8)[self._np.asarray(docs)] = value

    def common(self, lists: Sequence[memoryview], entries: int) -> Sequence[int]:
        """Return which of so many entries are in every list, rising."""
        np = self._np
        arrays = sorted((np.asarray(docs) for docs in lists), key=len)
        marks = np.zeros(entries, np.uint8)
        marks[arrays[0]] = 1
        for step, docs in enumerate(arrays[1:], 1):
            marks[docs[marks[docs] == step]] = step + 1
        found: Sequence[int] = np.flatnonzero(marks == len(arrays))
        return found

    def alive(self, docs: Sequence[int], mask: bytes) -> int:
        """Return how many of these entries, each as often as it is named, a mask keeps."""
        np = self._np
        return int(np.count_nonzero(np.frombuffer(mask, np.uint8)[np.asarray(docs)]))

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

    def best(self, sums: Any, floor: int, most: int) -> list[tuple[int, int]]:
        """Return the highest sums that reach a floor, with their entries."""
        np = self._np
        docs = np.flatnonzero(sums >= floor)
        totals = sums[docs]
        if len(docs) > most:
            # How many reach each sum, from the highest down.
            reached = np.cumsum(np.bincount(totals)[::-1])
            low = len(reached) - 1 - int(np.searchsorted(reached, most))
            docs = np.concatenate((docs[totals > low], docs[totals == low]))[:most]
            totals = sums[docs]
        return list(zip(totals.tolist(), docs.tolist(), strict=True))

    def latest(self, sums: Any, floor: int, days: memoryview, most: int) -> list[tuple[int, int]]:
        """Return the days of the latest entries whose sums reach a floor, with the entries."""
        np = self._np
        docs = np.flatnonzero(sums >= floor)
        found = np.asarray(days)[docs].astype(np.int64)
        if len(docs) > most:
            chosen = np.argsort(-found, kind="stable")[:most]
            docs, found = docs[chosen], found[chosen]
        return list(zip(found.tolist(), docs.tolist(), strict=True))

    def mask(self, column: memoryview, low: int, high: int) -> bytearray:
        """Return 1 for each number of a column within bounds, else 0."""
        numbers = self._np.asarray(column)
        return bytearray(((numbers >= low) & (numbers <= high)).tobytes())

    def table(self, column: memoryview, chosen: bytes) -> bytearray:
        """Return `chosen[number]` for each number of a column."""
        table = self._np.frombuffer(chosen, self._np.uint8)
        return bytearray(table[self._np.asarray(column)].tobytes())

    def near(self, letters: memoryview, wanted: int, slips: int) -> list[int]:
        """Return which letter sets do not rule out that so few slips are between."""
        np = self._np
        sets, mine = np.asarray(letters), np.uint32(wanted)
        # A slip changes one letter for another at most; one pass leaves few to look at twice.
        near = np.flatnonzero(np.bitwise_count(sets ^ mine) <= 2 * slips)
        sets = sets[near]
        close = np.bitwise_count(sets & ~mine) <= slips
        close &= np.bitwise_count(~sets & mine) <= slips
        found: list[int] = near[close].tolist()
        return found

    def standing(
        self, order: memoryview, starts: memoryview, docs: Sequence[int], phrase: Sequence[range]
    ) -> list[int]:
        """Return the entries in whose order of words a phrase is, a range for each word."""
        np = self._np
        entries = np.asarray(docs, np.int64)
        firsts = np.asarray(starts)[entries].astype(np.int64)
        sizes = np.asarray(starts)[entries + 1].astype(np.int64) - firsts
        # One run of all the texts: each word's place is its text's place plus its own.
        gaps = np.repeat(firsts - (np.cumsum(sizes) - sizes), sizes)
        numbers = np.asarray(order)[gaps + np.arange(len(gaps))]
        proper = numbers < SAME_PLACE
        # Words that share a place are all looked at in it.
        places = np.cumsum(proper) - 1
        numbers = numbers & NUMBER
        owners = np.repeat(entries, sizes)[proper]
        count = max(0, len(owners) - len(phrase) + 1)
        stands = owners[:count] == owners[len(owners) - count :]
        for step, wanted in enumerate(phrase):
            here = np.zeros(len(owners), np.bool_)
            here[places[(numbers >= wanted.start) & (numbers < wanted.stop)]] = True
            stands &= here[step : step + count]
        found: list[int] = np.unique(owners[:count][stands]).tolist()
        return found

    def inverted(
        self,
        order: memoryview,
        starts: "array[int]",
        extra: tuple["array[int]", "array[int]"],
        places: "array[int]",
    ) -> Inverted:
        """Turn the words of entries into the entries of words."""
        np = self._np
        table, flagged = np.asarray(places), np.asarray(order)
        words = table[flagged & NUMBER]
        # A word and its entry as one number: sorting these is all there is to it.
        keys = np.empty(len(words) + len(extra[0]), np.uint64)
        keys[: len(words)] = words
        keys[len(words) :] = table[np.asarray(extra[0])]
        keys <<= np.uint64(32)
        docs = np.repeat(
            np.arange(len(starts) - 1, dtype=np.uint32),
            np.diff(np.asarray(starts).astype(np.int64)),
        )
        keys[: len(words)] |= docs
        keys[len(words) :] |= np.asarray(extra[1])
        words |= flagged & np.uint32(SAME_PLACE)
        del docs, flagged
        keys.sort()
        # Twice the same number is a word that occurs twice in an entry.
        first = np.ones(len(keys), np.bool_)
        np.not_equal(keys[1:], keys[:-1], out=first[1:])
        ends = np.arange(len(places) + 1, dtype=np.uint64) << np.uint64(32)
        ends = np.searchsorted(keys, ends)
        found = keys.astype(np.uint32)
        del keys
        kept = np.insert(np.cumsum(first, dtype=np.uint32), 0, 0)
        ends = kept[ends].astype(np.uint64)
        del kept
        return Inverted(*(memoryview(one).cast("B") for one in (found[first], ends, words)))
