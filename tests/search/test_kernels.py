"""Both kernels do the same."""

from array import array
from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.search.kernels import SAME_PLACE, NumpyKernel, PlainKernel

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
    order = memoryview(array("I", [number for entry in entries for number in entry]))
    starts = array("Q", accumulate(map(len, entries), initial=0))
    further = (array("I", [word for word, _ in extra]), array("I", [doc for _, doc in extra]))
    plain, numpy = (
        kernel.inverted(order, starts, further, array("I", places))
        for kernel in (PlainKernel(), NumpyKernel())
    )
    assert plain == numpy
