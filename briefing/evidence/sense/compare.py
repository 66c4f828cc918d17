"""Which categories of sense the difference between two texts touches, and if all of it is known."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.evidence.sense.alignment import Change, changes, joined
from briefing.evidence.sense.categories import RISKS, SenseCheck
from briefing.evidence.sense.languages.detection import resolve
from briefing.evidence.sense.languages.word_lists import WordLists, lexicon
from briefing.evidence.sense.likeness import same_stem, same_word, turns_round
from briefing.evidence.sense.reading import read
from briefing.evidence.sense.spelling import bare
from briefing.evidence.sense.words import SenseReading, SignSpan

_SWAPPED = ("opposite", "connective", "time", "attribution")
"""Words of these categories count where another of the category is in their place: a dropped
`and`, or a `by` that became a `with`, changes nothing by itself."""
_LOCAL = ("negation", "modal", "condition")
"""Signs of these categories count by the place at which they are."""
_PLACED = ("number", "name", "date")
"""Signs of these categories may not change places with each other."""
_ADVERBS = ("today", "yesterday", "tomorrow", "tonight")
"""Dates that may be anywhere."""
_CONTEXT = 60
"""How many equal code points before and after the changes are read for phrases."""
_LARGE = 60
"""Longer stretches of changed words are not compared word with word."""


class _Compared(NamedTuple):
    """Two texts and what is left of their differences when equal words are paired."""

    old: SenseReading
    new: SenseReading
    exact: Sequence[Change]
    """The words that changed, and no others."""
    changes: Sequence[Change]
    """The same, those that are close to each other made one."""
    old_left: frozenset[int]
    new_left: frozenset[int]
    risks: set[str]
    unsure: bool
    """Whether a name differs by what may be a slip, and may be another name."""


def check(expected: str, found: str, language: str) -> SenseCheck:
    """Compare two texts, as `briefing.evidence.sense.checks.check_sense` says."""
    code = resolve(f"{expected} {found}", language)
    lists = lexicon(code)
    old, new = (read(text, lists) for text in _around_changes(expected, found, lists))
    compared = _paired(old, new, lists)
    risks = set(compared.risks)
    _add_local(compared, risks, lists)
    _add_sequences(compared, risks)
    _add_capitals(compared, risks, lists)
    checked = not compared.unsure and all(_explained(compared, lists))
    return SenseCheck(tuple(risk for risk in RISKS if risk in risks), checked)


def _around_changes(expected: str, found: str, lists: WordLists) -> tuple[str, str]:
    """Return two texts without what they share at either end, some words of it aside."""
    start = max(0, _shared(expected, found) - _CONTEXT)
    if lists.tables.segmented:
        start = expected.rfind(" ", 0, start) + 1
    old, new = expected[start:], found[start:]
    after = max(0, _shared(old[::-1], new[::-1]) - _CONTEXT)
    if lists.tables.segmented:
        gap = old.find(" ", len(old) - after)
        after = len(old) - gap if gap >= 0 else 0
    return old[: len(old) - after], new[: len(new) - after]


def _shared(old: str, new: str) -> int:
    """Count the code points that two texts share at their beginning."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(old), len(new)))


def _paired(old: SenseReading, new: SenseReading, lists: WordLists) -> _Compared:
    """Pair the words that changed only in form, and those that moved."""
    exact = changes(old.keys, new.keys)
    found = joined(exact)
    old_left: set[int] = set()
    new_left: set[int] = set()
    risks: set[str] = set()
    unsure = False
    for change in found:
        left, right = _unpaired(change, old, new, lists)
        unsure = unsure or _names_slipped(change, left, old, new, lists)
        for i, j in _turned(left, right, old, new, lists):
            risks.add("negation")
            left.discard(i)
            right.discard(j)
        old_left |= left
        new_left |= right
    return _Compared(
        old, new, exact, found, frozenset(old_left), frozenset(new_left), risks, unsure
    )


def _unpaired(
    change: Change, old: SenseReading, new: SenseReading, lists: WordLists
) -> tuple[set[int], set[int]]:
    left = set(range(change.start, change.end))
    right = set(range(change.new_start, change.new_end))
    if _written(old, left) == _written(new, right):
        return set(), set()
    if max(len(left), len(right)) > _LARGE:
        return left, right
    for exact in (True, False):
        for i in sorted(left):
            a = old.words[i].key
            for j in sorted(right):
                b = new.words[j].key
                if a == b if exact else same_word(a, b, lists):
                    left.discard(i)
                    right.discard(j)
                    break
    return _without_joined(left, right, old, new)


def _names_slipped(
    change: Change, left: set[int], old: SenseReading, new: SenseReading, lists: WordLists
) -> bool:
    """Whether a name was paired with one that is neither it nor a form of it."""
    names = {mark.start for mark in old.marks if mark.category == "name"}
    others = {new.words[j].key for j in range(change.new_start, change.new_end)}
    paired = (i for i in range(change.start, change.end) if i in names and i not in left)
    return any(
        not any(same_stem(bare(old.words[i].key), bare(other), lists) for other in others)
        for i in paired
        if old.words[i].key not in others
    )


def _written(reading: SenseReading, places: Iterable[int]) -> str:
    """Return words without the spaces and hyphens between them."""
    return "".join(reading.words[i].key for i in sorted(places))


def _without_joined(
    left: set[int], right: set[int], old: SenseReading, new: SenseReading
) -> tuple[set[int], set[int]]:
    """Take out two words that are written as one on the other side."""
    for mine, theirs, here, there in ((left, right, old, new), (right, left, new, old)):
        for i in sorted(mine):
            if i + 1 not in mine:
                continue
            joined = here.words[i].key + here.words[i + 1].key
            for j in sorted(theirs):
                if there.words[j].key == joined:
                    mine -= {i, i + 1}
                    theirs.discard(j)
                    break
    return left, right


def _turned(
    left: Iterable[int],
    right: Iterable[int],
    old: SenseReading,
    new: SenseReading,
    lists: WordLists,
) -> list[tuple[int, int]]:
    """Return the pairs of words of which one is the other with a prefix that says no."""
    return [
        (i, j)
        for i in left
        for j in right
        if turns_round(old.words[i].key, new.words[j].key, lists)
        or turns_round(new.words[j].key, old.words[i].key, lists)
    ]


def _touched(reading: SenseReading, left: frozenset[int]) -> list[SignSpan]:
    """Return the signs of which a word is left over."""
    if not left:
        return []
    return [mark for mark in reading.marks if not left.isdisjoint(range(mark.start, mark.end))]


def _values(marks: Iterable[SignSpan], category: str, start: int, end: int) -> Counter[str]:
    return Counter(
        mark.sign[1]
        for mark in marks
        if mark.category == category and mark.start < end and mark.end > start
    )


def _add_local(compared: _Compared, risks: set[str], lists: WordLists) -> None:
    """Add what counts by its place: signs that say no or if, and those with an opposite."""
    old_marks = _touched(compared.old, compared.old_left)
    new_marks = _touched(compared.new, compared.new_left)
    for change in compared.changes:
        for category in _LOCAL:
            old = _values(old_marks, category, change.start, change.end)
            new = _values(new_marks, category, change.new_start, change.new_end)
            if old != new:
                risks.add(category)
        for category in RISKS:
            old = _values(old_marks, category, change.start, change.end)
            new = _values(new_marks, category, change.new_start, change.new_end)
            if _swapped(category, old, new):
                risks.add(category)


def _swapped(category: str, old: Counter[str], new: Counter[str]) -> bool:
    gone, come = set(old) - set(new), set(new) - set(old)
    if category != "opposite":
        return bool(gone and come)
    return any(value[:-1] + ("-" if value[-1] == "+" else "+") in come for value in gone)


def _add_sequences(compared: _Compared, risks: set[str]) -> None:
    """Add what counts by its order: numbers, names, dates, directions and the like."""
    old_marks = _touched(compared.old, compared.old_left)
    new_marks = _touched(compared.new, compared.new_left)
    for category in RISKS:
        if category in _LOCAL or category in _SWAPPED:
            continue
        old = [mark.sign[1] for mark in old_marks if mark.category == category]
        new = [mark.sign[1] for mark in new_marks if mark.category == category]
        if sorted(old) != sorted(new) or (category in _PLACED and _reordered(category, compared)):
            risks.add(category)


def _reordered(category: str, compared: _Compared) -> bool:
    """Whether signs of a category changed places and so are with other words than before."""
    if [m.sign for m in compared.old.marks if m.category == category] == [
        m.sign for m in compared.new.marks if m.category == category
    ]:
        return False
    keys = compared.new.keys
    for mark in compared.old.marks:
        if mark.category != category or mark.sign[1] in _ADVERBS:
            continue
        if not any(change.start <= mark.start < change.end for change in compared.exact):
            continue
        words = compared.old.keys[mark.start : mark.end]
        places = [i for i in range(len(keys)) if keys[i : i + len(words)] == words]
        before = _company(category, compared.old, mark.start, mark.end)
        after = [_company(category, compared.new, i, i + len(words)) for i in places]
        if places and before not in after:
            return True
    return False


def _company(category: str, reading: SenseReading, start: int, end: int) -> str:
    """Return what a sign may move with: a number's noun, the preposition of a name or date."""
    words = reading.words
    if category == "number":
        return words[end].key if end < len(words) else ""
    return words[start - 1].key if start else ""


def _add_capitals(compared: _Compared, risks: set[str], lists: WordLists) -> None:
    """Add names that a capital alone makes: at the start of a sentence, or by case."""
    if lists.tables.capitals != "names" or "name" in risks:
        return
    old = [i for i in compared.old_left if _may_be_name(compared.old, i, lists)]
    new = [i for i in compared.new_left if _may_be_name(compared.new, i, lists)]
    replaced = (old and _stands_for_name(compared.new, compared.new_left, lists, new)) or (
        new and _stands_for_name(compared.old, compared.old_left, lists, old)
    )
    if replaced or _recased(compared, lists):
        risks.add("name")


def _may_be_name(reading: SenseReading, index: int, lists: WordLists) -> bool:
    """Whether a word begins a sentence, and is in no list."""
    word = reading.words[index]
    known = lists.is_function(word.key) or lists.signs_of(word.key) or lists.is_generic(word.key)
    return word.opening and word.shape[0].isupper() and not known


def _stands_for_name(
    reading: SenseReading, left: frozenset[int], lists: WordLists, names: Sequence[int]
) -> bool:
    return bool(names) or any(reading.words[i].key in lists.pronouns for i in left)


def _recased(compared: _Compared, lists: WordLists) -> bool:
    """Whether a word became a name, or none, by its first letter alone."""
    pairs = zip(compared.old.words, compared.new.words, strict=False)
    return len(compared.old.words) == len(compared.new.words) and any(
        old.key == new.key
        and old.shape[0].isupper() != new.shape[0].isupper()
        and not (old.opening or new.opening)
        and not lists.signs_of(old.key)
        and not lists.is_function(old.key)
        and not lists.is_generic(old.key)
        for old, new in pairs
    )


def _explained(compared: _Compared, lists: WordLists) -> Iterable[bool]:
    """Yield for each changed word whether the lists know what the change does."""
    moved = Counter(compared.old.words[i].key for i in compared.old_left)
    moved &= Counter(compared.new.words[i].key for i in compared.new_left)
    for mine, left, theirs, there in (
        (compared.old, compared.old_left, compared.new, compared.new_left),
        (compared.new, compared.new_left, compared.old, compared.old_left),
    ):
        counted = _counted(mine, theirs, there)
        for index in left:
            key = mine.words[index].key
            yield (
                index in counted
                or key in moved
                or (lists.tables.complete and lists.is_function(key))
            )


def _counted(mine: SenseReading, theirs: SenseReading, there: frozenset[int]) -> set[int]:
    """Return the words whose sign was compared, or has its like on the other side."""
    values = {mark.sign for mark in _touched(theirs, there)}
    return {
        index
        for mark in mine.marks
        if mark.category not in ("opposite", "attribution") or mark.sign in values
        for index in range(mark.start, mark.end)
    }
