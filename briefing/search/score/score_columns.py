"""The score contribution of each word of a query to each entry, kept while the query is typed."""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

from briefing.search.index.adjacency import standing, together
from briefing.search.index.kernel import Kernel
from briefing.search.index.segment import Segment
from briefing.search.interpret.interpretation import Interpretation

_MEMORY = 24 << 20
"""How many bytes of columns are remembered."""
_LEAST = 8
"""How many columns are remembered however large they are."""

_Key = tuple[int, tuple[Interpretation, ...]]


class ScoreColumns:
    """Makes and remembers columns."""

    def __init__(self, segments: Sequence[Segment], kernel: Kernel) -> None:
        """Make columns over segments.

        Args:
            segments: The parts of the index.
            kernel: What loops over entries.
        """
        self._segments = segments
        self._kernel = kernel
        self._known: OrderedDict[_Key, bytearray] = OrderedDict()
        entries = max(1, sum(map(len, segments)))
        self._most = max(_LEAST, _MEMORY // entries) * max(1, len(segments))
        # Searches of two threads may overlap: the stale one of the last key and the next.
        self._lock = Lock()

    def column(self, number: int, interpretations: tuple[Interpretation, ...]) -> bytearray:
        """Return the score contribution of a word to each entry of a segment.

        Args:
            number: Which segment.
            interpretations: The ways to read the word; an entry counts the one worth most.
        """
        key = (number, interpretations)
        with self._lock:
            column = self._known.get(key)
            if column is not None:
                self._known.move_to_end(key)
                return column
        column = bytearray(len(self._segments[number]))
        for interpretation in sorted(interpretations, key=lambda r: r.value):
            self._fill(column, self._segments[number], interpretation)
        with self._lock:
            self._known[key] = column
            while len(self._known) > self._most:
                self._known.popitem(last=False)
        return column

    def forget(self) -> None:
        """Drop everything remembered."""
        with self._lock:
            self._known.clear()

    def _fill(self, column: bytearray, segment: Segment, interpretation: Interpretation) -> None:
        lists = segment.postings(interpretation.words, interpretation.prefix)
        if len(lists) == 1:
            self._kernel.fill(column, lists[0], interpretation.value)
        elif lists:
            if interpretation.adjacent:
                near = together(segment, lists, self._kernel)
                docs: Sequence[int] = standing(
                    segment, near, interpretation.words, interpretation.prefix, self._kernel
                )
            else:
                docs = self._kernel.common(lists, len(column))
            self._kernel.fill(column, docs, interpretation.value)
