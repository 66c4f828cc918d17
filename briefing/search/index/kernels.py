"""The few loops over all entries, twice: in plain Python for small libraries, in numpy for large.

Importing numpy takes longer than searching a thousand entries without it. Both work on the same
bytes and on whole numbers, so both give the same answers. A *column* holds, for each entry, what a
word of the query is worth in it, 0 to 255; *sums* add columns up.
"""

import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import Any, NamedTuple, Protocol

from briefing.search.index import packed_integers

SAME_PLACE = 1 << 31
"""Set in the order of a text where a word stands in the place of the word before it."""
NUMBER = SAME_PLACE - 1
"""What of such a number is the word's."""

SMALL = 20_000
"""Up to so many entries the plain kernel does, unless numpy is there already."""


@dataclass(frozen=True, slots=True)
class Inverted:
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
        """Return which of so many entries stand in every list; a list may repeat entries."""
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
        """Return which letter sets do not rule out that so few slips lie between."""
        ...

    def standing(
        self, order: memoryview, starts: memoryview, docs: Sequence[int], phrase: Sequence[range]
    ) -> list[int]:
        """Return the entries in whose order of words a phrase stands, a range for each word.

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
            extra: Further words, and the entries they count for.
            places: For each number used so far, the word's final one.
        """
        ...


class _Sums(NamedTuple):
    """Sums in lanes of two bytes."""

    lanes: int
    entries: int


class PlainKernel:
    """Loops without numpy."""

    def fill(self, column: bytearray, docs: Sequence[int], value: int) -> None:
        """Set the column to a value at these entries."""
        for doc in docs:
            column[doc] = value

    def common(self, lists: Sequence[memoryview], entries: int) -> Sequence[int]:
        """Return which of so many entries stand in every list, rising."""
        return sorted(set.intersection(*map(set, lists))) if lists else []

    def alive(self, docs: Sequence[int], mask: bytes) -> int:
        """Return how many of these entries, each as often as it is named, a mask keeps."""
        return sum(map(mask.__getitem__, docs))

    def sums(self, base: memoryview, columns: Sequence[bytearray]) -> _Sums:
        """Return the sum of a base and some columns for each entry."""
        return _Sums(
            packed_integers.widened(base) + sum(map(packed_integers.widened, columns)), len(base)
        )

    def keep(self, sums: _Sums, mask: bytes | bytearray) -> _Sums:
        """Return sums with 0 wherever the mask has 0."""
        return sums._replace(lanes=sums.lanes & packed_integers.everywhere(mask))

    def highest(self, sums: _Sums) -> int:
        """Return the highest sum, 0 if there are none."""
        return max(packed_integers.unpacked(*sums).tolist(), default=0)

    def count(self, sums: _Sums, floor: int) -> int:
        """Return how many sums reach a floor."""
        return packed_integers.reaching(sums.lanes, floor, sums.entries).bit_count()

    def best(self, sums: _Sums, floor: int, most: int) -> list[tuple[int, int]]:
        """Return the highest sums that reach a floor, with their entries."""
        reached = packed_integers.reaching(sums.lanes, floor, sums.entries)
        docs = list(packed_integers.marked(reached, sums.entries, 2))
        totals = packed_integers.unpacked(*sums).tolist()
        if len(docs) > most:
            docs.sort(key=totals.__getitem__, reverse=True)
        return [(totals[doc], doc) for doc in docs[:most]]

    def latest(self, sums: _Sums, floor: int, days: memoryview, most: int) -> list[tuple[int, int]]:
        """Return the days of the latest entries whose sums reach a floor, with the entries."""
        reached = packed_integers.reaching(sums.lanes, floor, sums.entries)
        docs = list(packed_integers.marked(reached, sums.entries, 2))
        if len(docs) > most:
            docs.sort(key=days.__getitem__, reverse=True)
        return [(days[doc], doc) for doc in docs[:most]]

    def mask(self, column: memoryview, low: int, high: int) -> bytearray:
        """Return 1 for each number of a column within bounds, else 0."""
        return bytearray([low <= number <= high for number in column])

    def table(self, column: memoryview, chosen: bytes) -> bytearray:
        """Return `chosen[number]` for each number of a column."""
        return bytearray(map(chosen.__getitem__, column))

    def near(self, letters: memoryview, wanted: int, slips: int) -> list[int]:
        """Return which letter sets do not rule out that so few slips lie between."""
        count = len(letters)
        near = packed_integers.bits_differing(
            packed_integers.packed(letters.cast("B")), wanted, 2 * slips, count
        )
        # A slip changes one letter for another at most; one pass leaves few to look at twice.
        return [
            number
            for number in packed_integers.marked(near, count, 4)
            if (letters[number] & ~wanted).bit_count() <= slips
            and (wanted & ~letters[number]).bit_count() <= slips
        ]

    def standing(
        self, order: memoryview, starts: memoryview, docs: Sequence[int], phrase: Sequence[range]
    ) -> list[int]:
        """Return the entries in whose order of words a phrase stands, a range for each word."""
        return [doc for doc in docs if _stands(order[starts[doc] : starts[doc + 1]], phrase)]

    def inverted(
        self,
        order: memoryview,
        starts: "array[int]",
        extra: tuple["array[int]", "array[int]"],
        places: "array[int]",
    ) -> Inverted:
        """Turn the words of entries into the entries of words."""
        final = array("I", (places[n & NUMBER] | n & SAME_PLACE for n in order))
        postings: list[set[int]] = [set() for _ in places]
        for doc, (first, last) in enumerate(pairwise(starts)):
            for number in final[first:last]:
                postings[number & NUMBER].add(doc)
        for number, doc in zip(*extra, strict=True):
            postings[places[number]].add(doc)
        docs = array("I", chain.from_iterable(map(sorted, postings)))
        ends = array("Q", accumulate(map(len, postings), initial=0))
        return Inverted(*(memoryview(found).cast("B") for found in (docs, ends, final)))


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
        """Return which of so many entries stand in every list, rising."""
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
        """Return which letter sets do not rule out that so few slips lie between."""
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
        """Return the entries in whose order of words a phrase stands, a range for each word."""
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
        # Twice the same number is a word that stands twice in an entry.
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


def _stands(order: memoryview, phrase: Sequence[range]) -> bool:
    places: list[list[int]] = []
    for number in order:
        if number < SAME_PLACE:
            places.append([number])
        else:
            places[-1].append(number & NUMBER)
    holds = [[any(map(wanted.__contains__, here)) for here in places] for wanted in phrase]
    return any(
        all(holding[start + step] for step, holding in enumerate(holds))
        for start in range(len(places) - len(phrase) + 1)
    )


def kernel_for(entries: int) -> Kernel:
    """Return the kernel that answers sooner for so many entries."""
    return PlainKernel() if entries <= SMALL and "numpy" not in sys.modules else NumpyKernel()
