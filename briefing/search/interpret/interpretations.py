"""How a word of a query may be read: as typed, as a beginning, as another form, as a slip.

Weights follow one rule: as typed beats a beginning, a beginning beats another form or a joined
word, and those beat what had to be corrected. What a reading is worth in an entry is its likeness
times the rarity of what it found.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.search.index.vocabulary import budget
from briefing.search.interpret.lexicon import SCALE, Lexicon
from briefing.search.language.stems import is_inflection
from briefing.search.language.words import Unit, is_number

_EXACT, _TYPED, _FORM, _STUB, _HYPHEN = 1.0, 0.9, 0.85, 0.76, 0.95
_FORM_OF_NONE = 0.7
_JOINED_HALF = 0.9
"""Of a joined word one of whose halves stands nowhere by itself: hardly anything else was meant."""
_JOINED, _SPLIT = 0.6, 0.8
_SLIPS = {1: 0.75, 2: 0.55}
_TYPED_SLIP = 0.5
_LIKELY = 0.67
"""From which likeness on a reading explains a word well: one slip of any sort does."""
_FIRST_LETTER = 0.05
"""What a slip in the first letter costs: fingers start right."""
_LETTER_LESS = 0.02
"""What a letter too many costs: letters are left out more often than put in."""
_SHORTEST_STUB = 2
_MOST_CORRECTED = 12
_MOST_PARTS = 4
_LONGEST_PART = 24
_CODE = re.compile(r"([^\W\d_]{1,5})(\d[\w.]*)")
"""Letters and digits that name something: `f35a`, `mig29`, `g20`."""
_MEASURE = re.compile(r"(\d+(?:\.\d+)?)([^\W\d_]{1,3})")
"""Digits and a unit: `35mm`, `2.5bn`."""
_LONGEST_SUFFIX = 2
"""How many letters make a number no other one: `12th`, `1990s`, `35a`, `3km`."""
_COMMONER = 10
"""How many times commoner words run together must be than a word one slip away; as many times
again than the word as typed."""
_COMMONEST = 25
"""A single letter is a word where one of so many entries holds it."""


class Reading(NamedTuple):
    """One way to read a word of a query."""

    words: tuple[str, ...]
    """The words of the index it stands for; all of them have to be there."""
    likeness: float
    value: int
    """What it is worth in an entry that holds it, 1 to 255."""
    prefix: bool = False
    """Whether its last word may go on."""
    adjacent: bool = False
    """Whether its words have to stand side by side."""
    corrected: bool = False
    """Whether something else than the letters typed is found, and must be told."""
    joined: int = 0
    """How many words of the query it takes together with this one; 0 for none."""


def readings(unit: Unit, typed: bool, lexicon: Lexicon) -> tuple[Reading, ...]:
    """Return the ways to read a word of a query, worth most first.

    Args:
        unit: The word.
        typed: Whether it is still being typed.
        lexicon: Where words are looked up.
    """
    found = _literal(unit, typed, lexicon)
    if is_number(unit.word):
        found += _figures(unit, typed, lexicon)
    elif not unit.exact:
        # The parts of a hyphenated word, all there, need no correcting.
        known = bool(unit.parts and found)
        found += _forms(unit.word, lexicon)
        if not known:
            found += _corrected(unit.word, typed, lexicon, found)
    return tuple(sorted(found, key=lambda reading: (-reading.value, reading.words)))


def joined(first: Unit, second: Unit, typed: bool, lexicon: Lexicon) -> list[Reading]:
    """Return the readings of two neighbours as one word that was written apart.

    Letters beside digits, as in `G 20`, are the same name with a blank or without: nothing is
    corrected there.

    Args:
        first: A word of the query.
        second: The next one.
        typed: Whether the second is still being typed.
        lexicon: Where words are looked up.
    """
    if first.parts or second.parts:
        return []
    word = first.word + second.word
    if _CODE.fullmatch(word) and is_number(second.word) and first.word.isalpha():
        found = _literal(Unit(word, 0, 0, exact=True), typed, lexicon) + _suffixed(word, lexicon)
        return [reading._replace(joined=2) for reading in found]
    if first.exact or second.exact:
        return []
    apart = lexicon.count(first.word) and lexicon.count(second.word)
    likeness = _JOINED if apart else _JOINED_HALF
    count = lexicon.count(word)
    if count:
        value = lexicon.value(likeness, count)
        return [Reading((word,), likeness, value, corrected=True, joined=2)]
    if typed and (count := lexicon.count(word, True)):
        value = lexicon.value(likeness * _TYPED, count)
        return [Reading((word,), likeness, value, prefix=True, corrected=True, joined=2)]
    return []


def _literal(unit: Unit, typed: bool, lexicon: Lexicon) -> list[Reading]:
    found: list[Reading] = []
    word = unit.word
    count = lexicon.count(word)
    if count:
        found.append(Reading((word,), _EXACT, lexicon.value(_EXACT, count)))
    if unit.other and (others := lexicon.count(unit.other)):
        found.append(Reading((unit.other,), _EXACT, lexicon.value(_EXACT, others)))
    if unit.parts:
        fewest = min(lexicon.count(part) for part in unit.parts)
        if fewest:
            # Two and three far apart are not two thirds.
            apart = unit.word != "".join(unit.parts)
            value = lexicon.value(_HYPHEN, fewest)
            found.append(Reading(unit.parts, _HYPHEN, value, adjacent=apart))
    stub = not unit.exact and len(word) >= _SHORTEST_STUB
    if typed or stub:
        going_on = lexicon.count(word, True)
        if going_on > count:
            likeness = _TYPED if typed else _STUB
            value = lexicon.value(likeness, going_on)
            found.append(Reading((word,), likeness, value, prefix=True))
    return found


def _figures(unit: Unit, typed: bool, lexicon: Lexicon) -> list[Reading]:
    """Return what else a word with digits finds: `1990s` for 1990, `F 35` and `F-35A` for f35."""
    found = _suffixed(unit.word, lexicon)
    code, measure = _CODE.fullmatch(unit.word), _MEASURE.fullmatch(unit.word)
    halves = code or measure
    if halves is None or unit.parts:
        return found
    # A unit is short: `1.5m` is no beginning of one.
    parts, going_on = halves.groups(), typed and code is not None
    counts = [lexicon.count(parts[0]), lexicon.count(parts[1], going_on)]
    if all(counts):
        value = lexicon.value(_HYPHEN, min(counts))
        found.append(Reading(parts, _HYPHEN, value, prefix=going_on, adjacent=True))
    return found


def _suffixed(word: str, lexicon: Lexicon) -> list[Reading]:
    """Return the words that are this one with an ending of letters, where it ends with a digit."""
    if not word[-1].isdigit():
        return []
    return [
        Reading((form,), _FORM, lexicon.value(_FORM, lexicon.count(form)))
        for form in sorted(lexicon.ending_in_letters(word, _LONGEST_SUFFIX))
    ]


def _forms(word: str, lexicon: Lexicon) -> list[Reading]:
    """Return other forms of a word; a rare form is no more telling than the word itself.

    A word that stands nowhere may be a slip whose stem is another word's (`statment`, `state`): a
    word one slip away is meant then, unless the form is its beginning (`national`, `nation`), and
    what was found is told. A mere inflection is read and not told.
    """
    forms = lexicon.forms(word)
    known = lexicon.count(word)
    most = lexicon.rarity(known or sum(map(lexicon.count, forms)))
    slips = 0 if known else budget(word)
    corrected = lexicon.close(word, slips) if slips else {}
    slipped = 1 in corrected.values()
    found: list[Reading] = []
    for form in forms:
        sure = bool(known) or is_inflection(form, word)
        if not sure and (form in corrected or (slipped and not word.startswith(form))):
            continue
        likeness = _FORM if sure else _FORM_OF_NONE
        value = lexicon.value(likeness, lexicon.count(form), most)
        found.append(Reading((form,), likeness, value, corrected=not sure))
    return found


def _corrected(word: str, typed: bool, lexicon: Lexicon, found: list[Reading]) -> list[Reading]:
    slips = budget(word)
    corrected = _slips(word, slips, lexicon, found) if slips else []
    likely = [r for r in (*found, *corrected) if r.likeness >= _LIKELY]
    if typed and slips and not (found or likely):
        likely = _begun_with_a_slip(word, slips, lexicon)
        corrected += likely
    return corrected + _apart(word, typed, lexicon, likely)


def _slips(word: str, slips: int, lexicon: Lexicon, found: Sequence[Reading]) -> list[Reading]:
    """Return the words within some slips, the likeliest dozen.

    None counts as rarer than what stands as typed, or else than the likeliest of them: that a word
    is common makes it likelier to have been meant, so that its neighbours may not outweigh it.
    """
    known = {reading.words[0] for reading in found if len(reading.words) == 1}
    close = [
        (_likeness(word, other, distance), lexicon.count(other), other)
        for other, distance in lexicon.close(word, slips).items()
        if other not in known and not is_number(other)
    ]
    close.sort(key=lambda one: (-one[0], -one[1], one[2]))
    likeliest = lexicon.count(word, True) if found else close[0][1] if close else 0
    most = lexicon.rarity(likeliest)
    return [
        Reading((other,), likeness, lexicon.value(likeness, count, most), corrected=True)
        for likeness, count, other in close[:_MOST_CORRECTED]
    ]


def _likeness(word: str, other: str, distance: int) -> float:
    likeness = _SLIPS[distance]
    if other[0] != word[0]:
        likeness -= _FIRST_LETTER
    if len(other) < len(word):
        likeness -= _LETTER_LESS
    return likeness


def _apart(word: str, typed: bool, lexicon: Lexicon, likely: Sequence[Reading]) -> list[Reading]:
    """Return the word as words run together, where nothing as likely explains it nearly as well.

    Args:
        word: The word.
        typed: Whether it is still being typed.
        lexicon: Where words are looked up.
        likely: How else it may be read.
    """
    most = 0
    for reading in likely:
        if len(reading.words) == 1:
            count = lexicon.count(reading.words[0], reading.prefix)
            as_typed = not reading.corrected and (typed or not reading.prefix)
            times = _COMMONER**2 if as_typed else _COMMONER
            most = max(most, times * count)
    found: list[Reading] = []
    for parts in _splits(word, typed, lexicon):
        last = len(parts) - 1
        counts = [lexicon.count(p, typed and n == last) for n, p in enumerate(parts)]
        if min(counts) > most:
            rarity = sum(map(lexicon.rarity, counts))
            value = max(1, min(255, round(SCALE * _SPLIT * rarity)))
            found.append(Reading(parts, _SPLIT, value, prefix=typed, corrected=True))
    return found


def _begun_with_a_slip(word: str, slips: int, lexicon: Lexicon) -> list[Reading]:
    """Read the beginning of a word whose slip is not among its first letters."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    kept = max(3, len(word) - 4)
    starts = lexicon.beginnings(word[:kept], len(word))
    found = process.extract(word, list(starts), scorer=OSA.distance, score_cutoff=slips, limit=4)
    return [
        Reading(
            (start,),
            _TYPED_SLIP,
            lexicon.value(_TYPED_SLIP, lexicon.count(start, True)),
            prefix=True,
            corrected=True,
        )
        for start, _, _ in found
    ]


def _splits(word: str, typed: bool, lexicon: Lexicon) -> set[tuple[str, ...]]:
    """Return the likeliest words that were run together, and the likeliest two.

    The likeliest are those whose rarities add up to least, as in the usual segmentation by word
    frequencies. Single letters are words only where they are among the commonest, as `a` is.
    """
    size = len(word)
    costs: dict[tuple[int, int], float] = {}
    for start in range(size):
        for end in range(start + 1, min(size, start + _LONGEST_PART) + 1):
            going_on = typed and end == size and 0 < start < end - 1
            count = lexicon.count(word[start:end], going_on)
            if count > (lexicon.entries // _COMMONEST if end == start + 1 else 0):
                costs[start, end] = lexicon.rarity(count) + 1
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for (start, end), cost in sorted(costs.items(), key=lambda item: item[0]):
        before = best.get(start)
        if before and len(before[1]) < _MOST_PARTS and end - start < size:
            total = before[0] + cost
            if end not in best or total < best[end][0]:
                best[end] = (total, (*before[1], word[start:end]))
    found = {best[size][1]} if size in best else set()
    pairs = [
        (costs[0, middle] + costs[middle, size], middle)
        for middle in range(1, size)
        if (0, middle) in costs and (middle, size) in costs
    ]
    if pairs:
        middle = min(pairs)[1]
        found.add((word[:middle], word[middle:]))
    return found
