"""A word of a query read as a slip of the fingers: words near to it, or run together in it."""

from collections.abc import Sequence

from briefing.search.interpret.interpretation import Interpretation
from briefing.search.interpret.lexicon import Lexicon
from briefing.search.interpret.splits import apart
from briefing.search.language.slip_budget import budget
from briefing.search.language.words import is_number

_SLIPS = {1: 0.75, 2: 0.55}
_TYPED_SLIP = 0.5
_LIKELY = 0.67
"""From which likeness on a reading explains a word well: one slip of any sort does."""
_FIRST_LETTER = 0.05
"""What a slip in the first letter costs: fingers start right."""
_LETTER_LESS = 0.02
"""What a letter too many costs: letters are left out more often than put in."""
_MOST_CORRECTED = 12


def corrected(
    word: str, typed: bool, lexicon: Lexicon, found: list[Interpretation]
) -> list[Interpretation]:
    """Return the ways to read a word as a slip.

    Args:
        word: The word.
        typed: Whether it is still being typed.
        lexicon: Where words are looked up.
        found: How it may be read as it is.
    """
    slips = budget(word)
    near = _slips(word, slips, lexicon, found) if slips else []
    likely = [r for r in (*found, *near) if r.likeness >= _LIKELY]
    if typed and slips and not (found or likely):
        likely = _begun_with_a_slip(word, slips, lexicon)
        near += likely
    return near + apart(word, typed, lexicon, likely)


def _slips(
    word: str, slips: int, lexicon: Lexicon, found: Sequence[Interpretation]
) -> list[Interpretation]:
    """Return the words within some slips, the likeliest dozen.

    None counts as rarer than what is as typed, or else than the likeliest of them: that a word
    is common makes it likelier to have been meant, so that its neighbours may not outweigh it.
    """
    known = {interpretation.words[0] for interpretation in found if len(interpretation.words) == 1}
    close = [
        (_likeness(word, other, distance), lexicon.count(other), other)
        for other, distance in lexicon.close(word, slips).items()
        if other not in known and not is_number(other)
    ]
    close.sort(key=lambda one: (-one[0], -one[1], one[2]))
    likeliest = lexicon.count(word, True) if found else close[0][1] if close else 0
    most = lexicon.rarity(likeliest)
    return [
        Interpretation((other,), likeness, lexicon.value(likeness, count, most), corrected=True)
        for likeness, count, other in close[:_MOST_CORRECTED]
    ]


def _likeness(word: str, other: str, distance: int) -> float:
    likeness = _SLIPS[distance]
    if other[0] != word[0]:
        likeness -= _FIRST_LETTER
    if len(other) < len(word):
        likeness -= _LETTER_LESS
    return likeness


def _begun_with_a_slip(word: str, slips: int, lexicon: Lexicon) -> list[Interpretation]:
    """Read the beginning of a word whose slip is not among its first letters."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    kept = max(3, len(word) - 4)
    starts = lexicon.beginnings(word[:kept], len(word))
    found = process.extract(word, list(starts), scorer=OSA.distance, score_cutoff=slips, limit=4)
    return [
        Interpretation(
            (start,),
            _TYPED_SLIP,
            lexicon.value(_TYPED_SLIP, lexicon.count(start, True)),
            prefix=True,
            corrected=True,
        )
        for start, _, _ in found
    ]
