"""What makes different spellings of a word equal."""

import re
import unicodedata
from functools import cache


@cache
def vowel_signs() -> re.Pattern[str]:
    """Return what finds the vowel signs of Arabic and its lengthening stroke."""
    return re.compile("[\u0640\u064b-\u065f\u0670]")


_SMOOTH = str.maketrans({"ё": "е", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه"})


def key_of(word: str) -> str:
    """Return what makes a word equal to its other spellings.

    Args:
        word: A folded word.

    Returns:
        The word in one case, without Arabic vowel signs; forms of some letters are one.
    """
    if word.isascii():
        return word.casefold()
    return vowel_signs().sub("", word).casefold().translate(_SMOOTH)


def bare(key: str) -> str:
    """Return a key without its accents."""
    if key.isascii():
        return key
    parts = unicodedata.normalize("NFD", key)
    return "".join(char for char in parts if not unicodedata.combining(char))
