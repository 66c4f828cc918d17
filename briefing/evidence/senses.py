"""Whether words say no, and whether an insertion says what the words it stands for say."""

from briefing.evidence.sense import signs, skipped_risks

HAN_NUMERALS = "〇一二三四五六七八九十百千万萬億兆"
JAPANESE_NO = "ない|なかっ|なく|なけれ|ません"
"""What says no after a Japanese stem, as alternatives of a regular expression."""

_WEIGHTY = ("number", "modal")


def negates(text: str) -> bool:
    """Whether any word, or ending of a word, in a text says no."""
    return text.endswith("less") or "negation" in skipped_risks(text).risks


def same_sense(inserted: str, masked: str) -> bool:
    """Whether an editor's insertion says neither more nor less than the words it stands for.

    Both must agree in whether they say no, in their numbers and in their modal verbs; an insertion
    may name what a pronoun means, but not turn fifty ships into five or a may into a shall.
    """
    return negates(inserted) == negates(masked) and _weights(inserted) == _weights(masked)


def _weights(text: str) -> set[tuple[str, str]]:
    return {sign for sign in signs(text) if sign[0] in _WEIGHTY}
