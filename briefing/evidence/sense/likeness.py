"""Whether two words are one word: in another form, with a slip of the fingers, or cut otherwise."""

from briefing.evidence.sense.languages.word_lists import WordLists
from briefing.evidence.sense.numerals import is_number, number_value
from briefing.evidence.sense.spelling import bare

_ADDED = 5
"""A word this long may have a letter too many or too few, or two in the wrong order."""
_OTHER = 6
"""A word this long may have a wrong letter."""
_STEM = 3


def same_word(old: str, new: str, lexicon: WordLists) -> bool:
    """Whether two words say the same up to inflection, spelling and slips.

    Args:
        old: The key of a word.
        new: The key of another word.
        lexicon: The lists; words with different signs are never one.

    Returns:
        True where nothing speaks against it: a rare word may still be another that looks alike.
        Accents are often left out, and make no word another but in German.
    """
    if is_number(old) or is_number(new):
        return number_value(old) == number_value(new)
    if old == new or (lexicon.code != "de" and bare(old) == bare(new)):
        return True
    if turns_round(old, new, lexicon) or turns_round(new, old, lexicon):
        return False
    old_signs, new_signs = set(lexicon.signs_of(old)), set(lexicon.signs_of(new))
    if old_signs and new_signs:
        return old_signs == new_signs
    if bool(old_signs) != bool(new_signs) and min(len(old), len(new)) < _ADDED:
        return False
    plain_old, plain_new = bare(old), bare(new)
    return (
        plain_old == plain_new
        or same_stem(plain_old, plain_new, lexicon)
        or slipped(plain_old, plain_new)
    )


def turns_round(word: str, other: str, lexicon: WordLists) -> bool:
    """Whether a word is another one with a prefix or ending that says no."""
    for prefix in lexicon.negating:
        rest = word[len(prefix) :]
        if len(rest) < _STEM or not word.startswith(prefix):
            continue
        if rest == other or (len(rest) > _STEM and same_stem(rest, other, lexicon)):
            return True
    stem, less, ending = word.rpartition("less")
    return bool(less) and other == f"{stem}ful{ending}"


def same_stem(old: str, new: str, lexicon: WordLists) -> bool:
    """Whether two words differ only in endings of their language."""
    shared = 0
    for a, b in zip(old, new, strict=False):
        if a != b:
            break
        shared += 1
    longest = max(len(old), len(new))
    for length in range(shared, max(_STEM, (longest + 1) // 2) - 1, -1):
        if old[length:] in lexicon.endings and new[length:] in lexicon.endings:
            return True
    return False


def slipped(old: str, new: str) -> bool:
    """Whether one word is the other with one slip; two make many a word another."""
    from rapidfuzz.distance import OSA

    longest = max(len(old), len(new))
    if longest < _ADDED or old[:1] != new[:1]:
        return False
    wrong_letter = len(old) == len(new) and sorted(old) != sorted(new)
    if wrong_letter and longest < _OTHER:
        return False
    return OSA.distance(old, new, score_cutoff=1) <= 1
