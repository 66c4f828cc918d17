"""A word of a query read as words that were run together."""

from collections.abc import Sequence

from briefing.search.interpret.interpretation import Interpretation
from briefing.search.interpret.lexicon import SCALE, Lexicon

_SPLIT = 0.8
"""The likeness of words that were run together."""
_MOST_PARTS = 4
_LONGEST_PART = 24
_COMMONER = 10
"""How many times commoner words run together must be than a word one slip away; as many times
again than the word as typed."""
_COMMONEST = 25
"""A single letter is a word where one of so many entries holds it."""


def apart(
    word: str, typed: bool, lexicon: Lexicon, likely: Sequence[Interpretation]
) -> list[Interpretation]:
    """Return the word as words run together, where nothing as likely explains it nearly as well.

    Args:
        word: The word.
        typed: Whether it is still being typed.
        lexicon: Where words are looked up.
        likely: How else it may be read.
    """
    most = 0
    for interpretation in likely:
        if len(interpretation.words) == 1:
            count = lexicon.count(interpretation.words[0], interpretation.prefix)
            as_typed = not interpretation.corrected and (typed or not interpretation.prefix)
            times = _COMMONER**2 if as_typed else _COMMONER
            most = max(most, times * count)
    found: list[Interpretation] = []
    for parts in _splits(word, typed, lexicon):
        last = len(parts) - 1
        counts = [lexicon.count(p, typed and n == last) for n, p in enumerate(parts)]
        if min(counts) > most:
            rarity = sum(map(lexicon.rarity, counts))
            value = max(1, min(255, round(SCALE * _SPLIT * rarity)))
            found.append(Interpretation(parts, _SPLIT, value, prefix=typed, corrected=True))
    return found


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
