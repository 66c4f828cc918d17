"""Finds units of words in order and near each other, without reading a text.

A phrase search knows its words side by side. Here something may be between them, and one of
them may be missing or be elsewhere: what is found are windows of the words of an entry, in the
numbers its segment keeps them in.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from briefing.search.engine import SearchEngine
from briefing.search.index.kernel import SAME_PLACE
from briefing.search.index.segment import Segment

MOST_READ = 20_000
"""How many entries of a segment are looked at; no phrase worth tracing is in so many."""


LEAST_UNITS = 3
"""How many units there must be for one of them to be missing: of two, what is left is a word."""


class Unit(NamedTuple):
    """A word that is looked for, or words that are side by side as one: `rules-based`."""

    ways: tuple[tuple[frozenset[str], ...], ...]
    """Each way to write it: words side by side, each in any of some forms."""
    optional: bool = False
    """Whether it may be missing, or be before or after the others."""


class Place(NamedTuple):
    """Where a unit is among the words of an entry."""

    start: int
    """Position of its first word."""
    end: int
    """Position just past its last one."""


class Window(NamedTuple):
    """Where units are near each other."""

    start: int
    """Position of the first word."""
    end: int
    """Position just past the last one."""
    places: tuple[Place | None, ...]
    """For each unit where it is; None where it is missing."""
    words: tuple[str, ...] = ()
    """The words there in order, one for each position; joined forms are left out."""

    @property
    def missing(self) -> int:
        """How many units are missing."""
        return self.places.count(None)


class Near(NamedTuple):
    """An entry in which units are near each other."""

    segment: int
    doc: int
    windows: tuple[Window, ...]


class Nearby(NamedTuple):
    """What was found."""

    found: tuple[Near, ...]
    partial: bool = False
    """Whether there were too many entries to look at all of them."""


def find_near(engine: SearchEngine, units: Sequence[Unit], gap: int) -> Nearby:
    """Find the entries that hold units in order and near each other.

    Args:
        engine: Where to look.
        units: At least one; of the optional ones one may be missing.
        gap: How many other words may be between two of them.

    Returns:
        The entries in the order of the index, each with windows that do not overlap.
    """
    found: list[Near] = []
    partial = False
    for number, segment in enumerate(engine.segments):
        lists = [_postings(segment, unit) for unit in units]
        docs = _candidates(lists, units, segment, engine)
        alive = engine.alive[number]
        docs = [doc for doc in docs if alive is None or alive[doc]]
        partial = partial or len(docs) > MOST_READ
        found += _in_segment(number, segment, docs[:MOST_READ], units, gap)
    return Nearby(tuple(found), partial)


def _candidates(
    lists: Sequence[memoryview | None],
    units: Sequence[Unit],
    segment: Segment,
    engine: SearchEngine,
) -> list[int]:
    """Return the entries that hold all units, or all but an optional one, rising."""
    needed: list[list[memoryview]] = []
    everyone = range(len(units))
    dropped = [(), *((n,) for n in everyone if units[n].optional and len(units) >= LEAST_UNITS)]
    for missing in dropped:
        kept = [lists[n] for n in everyone if n not in missing]
        if all(each is not None for each in kept):
            needed.append([each for each in kept if each is not None])
    docs: set[int] = set()
    for each in needed:
        docs.update(int(doc) for doc in engine.kernel.common(each, len(segment)))
    return sorted(docs)


def _postings(segment: Segment, unit: Unit) -> memoryview | None:
    """Return the entries that may hold a unit, more than once each; None where none does."""
    found = array("I")
    for way in unit.ways:
        choices = [_of_forms(segment, forms) for forms in way]
        found += min(choices, key=len)
    return memoryview(found) if found else None


def _of_forms(segment: Segment, forms: Iterable[str]) -> "array[int]":
    found = array("I")
    for form in sorted(forms):
        number = segment.vocabulary.find(form)
        if number >= 0:
            found.extend(segment.docs(number, number + 1))
    return found


def _in_segment(
    number: int, segment: Segment, docs: Sequence[int], units: Sequence[Unit], gap: int
) -> Iterator[Near]:
    if not docs:
        return
    wanted = _numbers(segment, units)
    order, starts = segment.sequences(docs)
    for place, doc in enumerate(docs):
        numbers = order[starts[place] : starts[place + 1]].tolist()
        if max(numbers) >= SAME_PLACE:
            # Joined forms, which share the place of a word, only repeat their parts.
            numbers = [number for number in numbers if number < SAME_PLACE]
        positions = _positions(numbers, wanted)
        places = [_places(unit, positions) for unit in units]
        windows = _windows(places, units, gap)
        if windows:
            yield Near(number, doc, tuple(_worded(windows, segment, numbers)))


def _numbers(segment: Segment, units: Sequence[Unit]) -> dict[int, str]:
    """Return all words of all units by their number in a segment."""
    words = {word for unit in units for way in unit.ways for forms in way for word in forms}
    found = {segment.vocabulary.find(word): word for word in words}
    found.pop(-1, None)
    return found


def _positions(numbers: Sequence[int], wanted: Mapping[int, str]) -> dict[str, list[int]]:
    """Return where each word that is looked for is."""
    found: dict[str, list[int]] = {}
    for at in [at for at, number in enumerate(numbers) if number in wanted]:
        found.setdefault(wanted[numbers[at]], []).append(at)
    return found


def _worded(
    windows: Iterable[Window], segment: Segment, numbers: Sequence[int]
) -> Iterator[Window]:
    """Yield windows with their words."""
    words = segment.vocabulary.words
    for window in windows:
        here = numbers[window.start : window.end]
        yield window._replace(words=tuple(words[number] for number in here))


def _places(unit: Unit, positions: Mapping[str, Sequence[int]]) -> list[Place]:
    """Return where a unit is, in order."""
    found: set[Place] = set()
    for way in unit.ways:
        sets = [{at for form in forms for at in positions.get(form, ())} for forms in way]
        for at in sets[0]:
            if all(at + step in each for step, each in enumerate(sets)):
                found.add(Place(at, at + len(way)))
    return sorted(found)


def _windows(places: Sequence[Sequence[Place]], units: Sequence[Unit], gap: int) -> list[Window]:
    """Return the windows that do not overlap: with the fewest missing, then the shortest."""
    every = range(len(units))
    choices = [every, *_all_but_one(every, units)]
    found = [
        _with_moved(window, places) for kept in choices for window in _in_order(kept, places, gap)
    ]
    found.sort(key=lambda w: (w.missing, w.end - w.start, w.start))
    taken: list[Window] = []
    for window in found:
        if all(window.end <= other.start or other.end <= window.start for other in taken):
            taken.append(window)
    return sorted(taken)


def _all_but_one(every: range, units: Sequence[Unit]) -> Iterator[Sequence[int]]:
    if len(units) < LEAST_UNITS:
        return
    for kept in combinations(every, len(units) - 1):
        if all(units[number].optional for number in every if number not in kept):
            yield kept


def _in_order(kept: Sequence[int], places: Sequence[Sequence[Place]], gap: int) -> Iterator[Window]:
    """Yield windows of some units in order, each next one as near as can be."""
    for first in places[kept[0]]:
        run = [first]
        for number in kept[1:]:
            end = run[-1].end
            following = (p for p in places[number] if end <= p.start <= end + gap)
            nearest = next(following, None)
            if nearest is None:
                break
            run.append(nearest)
        else:
            by_unit = dict(zip(kept, run, strict=True))
            of_all = tuple(by_unit.get(number) for number in range(len(places)))
            yield Window(run[0].start, run[-1].end, of_all)


def _with_moved(window: Window, places: Sequence[Sequence[Place]]) -> Window:
    """Return a window that takes in a missing unit beside it, one word between at most."""
    for number, place in enumerate(window.places):
        if place is not None:
            continue
        for other in places[number]:
            before = 0 <= window.start - other.end <= 1
            after = 0 <= other.start - window.end <= 1
            if before or after:
                moved = (*window.places[:number], other, *window.places[number + 1 :])
                start, end = min(window.start, other.start), max(window.end, other.end)
                return Window(start, end, moved)
    return window
