"""What others would answer to the same questions: whether the words are there, yes or no."""

import re
import unicodedata
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import cache

from rapidfuzz import fuzz

from benchmarks.verification.question import Material

Peer = Callable[[str, Material], bool]
_MARKS = str.maketrans(
    dict.fromkeys("“”„«»‘’‚‹›「」『』", '"') | dict.fromkeys("–—―−", "-") | {"'": '"'}
)
_LIKE = 95


@cache
def plain(text: str) -> str:
    """Return a text with compatible forms, blanks and quotation marks made one."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).translate(_MARKS))


def exact(words: str, material: Material) -> bool:
    """Whether the words stand in the text to the letter."""
    return words in material.text


def normalised(words: str, material: Material) -> bool:
    """Whether they stand there with forms, blanks and quotation marks made one."""
    return plain(words).strip() in plain(material.text)


def aligned(words: str, material: Material) -> bool:
    """Whether rapidfuzz aligns them somewhere with 95 of 100."""
    found = fuzz.partial_ratio_alignment(words, material.text, score_cutoff=_LIKE)
    return found is not None and found.score >= _LIKE


def compared(words: str, material: Material) -> bool:
    """Whether difflib finds a window of their length with a ratio of 0.95."""
    best = max(material.blocks, key=lambda block: _overlap(words, block[1]))[1]
    match = SequenceMatcher(None, words, best, autojunk=False).find_longest_match()
    start = max(0, match.b - match.a)
    window = best[start : start + len(words)]
    return SequenceMatcher(None, words, window, autojunk=False).ratio() * 100 >= _LIKE


def _overlap(words: str, block: str) -> int:
    return sum(word in block for word in words.split()) or sum(c in block for c in words)


PEERS: dict[str, Peer] = {
    "exact": exact,
    "normalised": normalised,
    "rapidfuzz": aligned,
    "difflib": compared,
}
