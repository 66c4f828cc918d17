"""The quotations of the two stories, and who says them."""

import re

from briefing.model.core import UNCLEAR

KYODO = "kyodo-2023-01"
REUTERS = "reuters-2022-01-07"

THREE_NAMED = ("hayashi", "kishi", "blinken")
ALL_FOUR = ("hayashi", "hamada", "blinken", "austin")
QUOTATIONS = [
    (REUTERS, 3, "two plus two", ()),
    (REUTERS, 4, "to undermine the rules-based order", ("joint-statement-2022",)),
    (REUTERS, 4, "political, economic, military", ("joint-statement-2022",)),
    (REUTERS, 5, "They decided to work together to deter", (UNCLEAR,)),
    (REUTERS, 6, "serious and continuing concerns", THREE_NAMED),
    (REUTERS, 9, "This is clearly a combined message", ("russel",)),
    (REUTERS, 10, "In particular, the expression", ("russel",)),
    (REUTERS, 13, "must not only strengthen the tools", ("blinken",)),
    (REUTERS, 13, "provocative", (UNCLEAR,)),
    (REUTERS, 13, "hypersonic missile", ()),
    (REUTERS, 16, "We must seek all available means", ("kishi",)),
    (REUTERS, 18, "all options, including possession", ("kishida",)),
    (REUTERS, 21, "There is no coded messaging here", ("hornung",)),
    (REUTERS, 22, "China is the challenge and they said it", ("hornung",)),
    (KYODO, 1, "greatest strategic challenge", ALL_FOUR),
    (KYODO, 3, "counterstrike", ()),
    (KYODO, 5, "The ministers concurred", ("joint-statement-2023",)),
    (KYODO, 5, "This behavior is of serious concern", ("joint-statement-2023",)),
    (KYODO, 6, "effective employment", ALL_FOUR),
    (KYODO, 8, "We heartily welcome the new strategies", ("blinken",)),
    (KYODO, 11, "Japan's commitments to substantially", ("austin",)),
    (KYODO, 16, "What we're seeing recently", ("austin",)),
    (KYODO, 17, "whether or not that means", ("austin",)),
    (KYODO, 18, "the importance of maintaining peace", ("hayashi",)),
    (KYODO, 19, "strengthen communication with China", ("hayashi",)),
    (KYODO, 20, "should not target the interests", ("wang-wenbin",)),
    (KYODO, 22, "For regional peace, dialogue", ("wang-junsheng",)),
]
"""Every quotation of the two stories: source, paragraph, first words, and who says it."""

QUOTATION = re.compile(r"“([^“”]*)”|“([^“”]*)\Z|\"([^\"]*)\"|\A\"([^\"]*)\Z")
"""Words between curly or straight marks, or after a mark that its paragraph never closes."""


def quotations(text: str) -> list[str]:
    """Return the words between quotation marks, without a comma that belongs to the attribution."""
    found = (next(g for g in match.groups() if g is not None) for match in QUOTATION.finditer(text))
    return [words.removesuffix(",") for words in found]


def bare(words: str) -> str:
    """Return words without what the sentence around them may change."""
    return words.replace("’", "'").rstrip(".,")
