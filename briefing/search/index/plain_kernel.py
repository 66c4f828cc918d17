"""The loops over all entries in plain Python."""

from array import array
from collections.abc import Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from briefing.search.index import packed_integers
from briefing.search.index.kernel import NUMBER, SAME_PLACE, Inverted


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
        """Return which of so many entries are in every list, rising."""
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
        """Return which letter sets do not rule out that so few slips are between."""
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
        """Return the entries in whose order of words a phrase is, a range for each word."""
        numbers = order.tolist()
        return [doc for doc in docs if _stands(numbers[starts[doc] : starts[doc + 1]], phrase)]

    def inverted(
        self,
        order: memoryview,
        starts: "array[int]",
        extra: tuple["array[int]", "array[int]"],
        places: "array[int]",
    ) -> Inverted:
        """Turn the words of entries into the entries of words."""
        placed = _Placed(places)
        final = array("I", map(placed.__getitem__, order))
        flagged = max(final, default=0) >= SAME_PLACE
        postings: list[list[int]] = [[] for _ in places]
        words, docs_of_words = extra
        more = 0
        for doc, (first, last) in enumerate(pairwise(starts)):
            found = set(final[first:last])
            if flagged:
                found = {number & NUMBER for number in found}
            while more < len(words) and docs_of_words[more] == doc:
                found.add(places[words[more]])
                more += 1
            for number in found:
                postings[number].append(doc)
        docs = array("I", chain.from_iterable(postings))
        ends = array("Q", accumulate(map(len, postings), initial=0))
        return Inverted(*(memoryview(found).cast("B") for found in (docs, ends, final)))


class _Placed(dict[int, int]):
    """Words by their places in the vocabulary, flags kept, worked out when asked for."""

    def __init__(self, places: "array[int]") -> None:
        self._places = places

    def __missing__(self, number: int) -> int:
        self[number] = place = self._places[number & NUMBER] | number & SAME_PLACE
        return place


def _stands(order: list[int], phrase: Sequence[range]) -> bool:
    """Whether words are in a row in a text."""
    if max(order, default=0) >= SAME_PLACE or len(phrase[0]) > 1:
        return _stands_in_places(order, phrase)
    first, rest = phrase[0].start, phrase[1:]
    at = -1
    try:
        while True:
            at = order.index(first, at + 1)
            following = order[at + 1 : at + len(phrase)]
            if len(following) == len(rest) and all(map(range.__contains__, rest, following)):
                return True
    except ValueError:
        return False


def _stands_in_places(order: list[int], phrase: Sequence[range]) -> bool:
    """Whether words are in a row in a text where some share a place: each of them counts there."""
    places = list(accumulate(number < SAME_PLACE for number in order))
    starts: set[int] | None = None
    for step, wanted in enumerate(phrase):
        here = {
            place - step
            for number, place in zip(order, places, strict=True)
            if number & NUMBER in wanted
        }
        starts = here if starts is None else starts & here
        if not starts:
            return False
    return True
