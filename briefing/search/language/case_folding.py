"""One spelling for words that differ in case, accents or Unicode form only."""

import re
import unicodedata

_DROPPED = re.compile(
    "[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200d\u2060\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]+"
)
"""Marks whose loss does not make another word: accents, Hebrew points, Arabic vowel signs."""
_PLAIN = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "\u2044": "/",
    }
)
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
"""How letters are written where a keyboard has none: German, Danish and Norwegian usage."""
_HAS_SPELLED = re.compile("[äöüøåÄÖÜØÅ\u0308\u030a]")


def fold(text: str) -> str:
    """Return a word without case and accents, in one Unicode form, its digits those of ASCII."""
    if text.isascii():
        return text.lower()
    return _bare(unicodedata.normalize("NFKC", text).casefold())


def spelled_out(text: str) -> str | None:
    """Return a word folded with its umlauts written as two letters: `koeln` for `Köln`.

    Args:
        text: A word as it is written.

    Returns:
        The word, or None where it has no such letter.
    """
    if text.isascii() or not _HAS_SPELLED.search(text):
        return None
    lower = unicodedata.normalize("NFKC", text).casefold()
    spelled = lower.translate(_SPELLED)
    return None if spelled == lower else _bare(spelled)


def _bare(lower: str) -> str:
    bare = _DROPPED.sub("", unicodedata.normalize("NFKD", lower.translate(_PLAIN)))
    if _OTHER_DIGIT.search(bare):
        bare = _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), bare)
    return unicodedata.normalize("NFC", bare)
