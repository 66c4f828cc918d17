"""The order in which a line of Arabic or Hebrew print is read: from the right, but not all of it.

The library for PDFs gives letters in an order that goes wrong around numbers and names in other
scripts. Where they stand is certain, so the order is read from that: what the bidirectional
algorithm of Unicode (UAX #9) does to show a line is undone.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

_RIGHT: Final = re.compile("[\u0590-\u065f\u066d-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters that are read from the right; their digits are not."""
_HEBREW: Final = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_JOINS: Final = {
    **dict.fromkeys(".:/", "j"),
    **dict.fromkeys(",٫٬", "d"),
    **dict.fromkeys("&@_'’", "l"),
}
"""What may be within a number and a name (j), a number (d), a name (l)."""
_LEFT: Final = re.compile(
    r"(?:[NL]|(?<=[NL])j(?=[NL])|(?<=N)d(?=N)|(?<=[NL])l(?=[NL])|(?<=L)h(?=[NL])|(?<=N)h(?=L))+"
)
"""What is read from the left within a word, by the classes of its signs."""
_LEFT_IN_HEBREW: Final = re.compile(
    r"(?:%(?=N))?(?:[NL]|(?<=[NL])[jh](?=[NL])|(?<=N)d(?=N)|(?<=[NL])l(?=[NL]))+(?:(?<=N)%)?"
)
"""The same after Hebrew letters, where signs beside a number are part of it."""
_LEFT_WORDS: Final = re.compile("L[LN]*")
"""Words in another script one after the other, and numbers after them."""
_PAIRS: Final = dict(zip(")]}»>", "([{«<", strict=True))


class Placed(NamedTuple):
    """A letter, or several that one sign stands for, and where it is."""

    text: str
    x0: float
    x1: float


def is_rightward(text: str) -> bool:
    """Return whether most of a text's letters are read from the right."""
    return 2 * len(_RIGHT.findall(text)) > sum(map(str.isalpha, text))


def as_read(words: Sequence[Sequence[Placed]]) -> str:
    """Return a stretch of a line that is read from the right, in the order of reading.

    Args:
        words: The letters between blanks, in any order.
    """
    hebrew = any(_HEBREW.match(each.text) for word in words for each in word)
    rightmost = sorted(filter(None, words), key=lambda word: -max(each.x1 for each in word))
    read = [_word(word, _LEFT_IN_HEBREW if hebrew else _LEFT) for word in rightmost]
    classes = "".join(
        "".join(sorted(set(map(_class, word)) & {"L", "R"}))[:1] or "N" for word in read
    )
    return _mended(" ".join(_turned(read, classes, _LEFT_WORDS)))


def _word(letters: Sequence[Placed], left: re.Pattern[str]) -> str:
    """Return a word in the order of reading; marks stay with the letter they were given after."""
    signs: list[Placed] = []
    for letter in letters:
        if signs and unicodedata.category(letter.text[0]) == "Mn":
            signs[-1] = signs[-1]._replace(text=signs[-1].text + letter.text)
        else:
            signs.append(letter)
    signs.sort(key=lambda each: -(each.x0 + each.x1))
    texts = [each.text for each in signs]
    return "".join(_turned(texts, "".join(map(_class, texts)), left))


def _class(sign: str) -> str:
    """Return what a sign is for the order of reading: `R` and `L` letters, `N` numbers, others."""
    if _RIGHT.match(sign):
        return "R"
    if unicodedata.category(sign[0]) == "Nd":
        return "N"
    if sign[0].isalnum():
        return "L"
    if sign[0] in "-‐–":
        return "h"
    return _JOINS.get(sign[0]) or ("%" if sign[0] in "%$€£¥°‰+#" else " ")


def _turned(items: Sequence[str], classes: str, left: re.Pattern[str]) -> Iterator[str]:
    """Yield items in order, those stretches turned that are read from the left.

    Args:
        items: Signs or words, the rightmost first.
        classes: A letter for each.
        left: What finds such stretches in the classes, written from the left.
    """
    at = len(classes)
    found: list[str] = []
    for match in left.finditer(classes[::-1]):
        start, end = len(classes) - match.end(), len(classes) - match.start()
        found += [*reversed(items[end:at]), *items[start:end]]
        at = start
    return reversed([*found, *reversed(items[:at])])


def _mended(text: str) -> str:
    """Return a text with brackets that stand the wrong way round in pairs turned."""
    signs = list(text)
    waiting: list[int] = []
    for place, sign in enumerate(signs):
        # One that closes what began on an earlier line ends a word; one that is turned begins it.
        if sign in _PAIRS and (not place or signs[place - 1] == " "):
            waiting.append(place)
        elif sign in _PAIRS.values() and waiting and _PAIRS[signs[waiting[-1]]] == sign:
            other = waiting.pop()
            signs[place], signs[other] = signs[other], sign
        elif sign in _PAIRS.values():
            waiting.clear()
    return "".join(signs)
