"""Both kernels do the same."""

from array import array
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.search.index.kernel import SAME_PLACE, Kernel
from briefing.search.index.numpy_kernel import NumpyKernel
from briefing.search.index.plain_kernel import PlainKernel

WORDS = 5
NUMBERS = st.tuples(st.integers(0, WORDS - 1), st.booleans()).map(
    lambda pair: pair[0] | SAME_PLACE * pair[1]
)
ENTRIES = st.lists(st.lists(NUMBERS, max_size=6), max_size=6)


@settings(max_examples=100, deadline=None)
@given(ENTRIES, st.permutations(range(WORDS)), st.data())
def test_both_invert_alike(
    entries: list[list[int]], places: list[int], data: st.DataObject
) -> None:
    extra = data.draw(
        st.lists(st.tuples(st.integers(0, WORDS - 1), st.integers(0, len(entries) - 1)), max_size=6)
        if entries
        else st.just([])
    )
    extra.sort(key=lambda pair: pair[1])
    order = memoryview(array("I", [number for entry in entries for number in entry]))
    starts = array("Q", accumulate(map(len, entries), initial=0))
    further = (array("I", [word for word, _ in extra]), array("I", [doc for _, doc in extra]))
    plain, numpy = (
        kernel.inverted(order, starts, further, array("I", places))
        for kernel in (PlainKernel(), NumpyKernel())
    )
    assert plain == numpy


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 9), max_size=20), st.lists(st.integers(0, 1), min_size=10))
def test_both_count_what_is_alive(docs: list[int], kept: list[int]) -> None:
    expected = sum(kept[doc] for doc in docs)
    for kernel in (PlainKernel(), NumpyKernel()):
        assert kernel.alive(array("I", docs), bytes(kept)) == expected


KERNELS = pytest.mark.parametrize("kernel", [PlainKernel(), NumpyKernel()])
ROWS = st.integers(1, 40).flatmap(
    lambda size: st.lists(st.binary(min_size=size, max_size=size), min_size=1, max_size=33)
)


@KERNELS
@settings(max_examples=80, deadline=None)
@given(rows=ROWS, floor=st.integers(1, 9000), most=st.integers(1, 50), data=st.data())
def test_sums_are_added_counted_and_the_best_found(
    kernel: Kernel, rows: list[bytes], floor: int, most: int, data: st.DataObject
) -> None:
    size = len(rows[0])
    mask = bytes(data.draw(st.lists(st.integers(0, 1), min_size=size, max_size=size)))
    sums = kernel.sums(memoryview(rows[0]), [bytearray(row) for row in rows[1:]])
    expected = [sum(column) for column in zip(*rows, strict=True)]
    assert kernel.highest(sums) == max(expected)
    kept = kernel.keep(sums, mask)
    expected = [total * bit for total, bit in zip(expected, mask, strict=True)]
    reaching = [(total, doc) for doc, total in enumerate(expected) if total >= floor]
    assert kernel.highest(kept) == max(expected)
    assert kernel.count(kept, floor) == len(reaching)
    best = sorted(reaching, key=lambda pair: (-pair[0], pair[1]))[:most]
    assert sorted(kernel.best(kept, floor, most)) == sorted(best)


@KERNELS
def test_nothing_has_no_sums(kernel: Kernel) -> None:
    sums = kernel.sums(memoryview(b""), [])
    assert (kernel.highest(sums), kernel.count(sums, 1), kernel.best(sums, 1, 5)) == (0, 0, [])


@KERNELS
@settings(max_examples=80, deadline=None)
@given(
    sets=st.lists(st.integers(0, (1 << 32) - 1), max_size=30),
    wanted=st.integers(0, (1 << 32) - 1),
    change=st.lists(st.integers(0, 31), max_size=4),
    slips=st.integers(0, 2),
)
def test_near_letter_sets_are_found(
    kernel: Kernel, sets: list[int], wanted: int, change: list[int], slips: int
) -> None:
    for bit in change:
        sets.append((sets[-1] if sets else wanted) ^ 1 << bit)
    expected = [
        number
        for number, one in enumerate(sets)
        if (one & ~wanted).bit_count() <= slips and (wanted & ~one).bit_count() <= slips
    ]
    assert kernel.near(memoryview(array("I", sets)), wanted, slips) == expected
