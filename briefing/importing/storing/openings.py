"""The opening words by which an index names furniture, so that they open nothing else."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from briefing.importing.document import DocumentBlock
from briefing.text.folding import fold, is_unsegmented, is_word_edge

_FEWEST_WORDS: Final = 4
_START: Final = 2_000
"""Code points of a block that are compared."""


class Openings(NamedTuple):
    """What an index is to say of the furniture of a document."""

    words: tuple[str, ...]
    """Opening words, each of one or more blocks of furniture and of nothing else."""
    untold: tuple[int, ...]
    """Numbers of the blocks of furniture that no words tell from the story."""


def openings_of(blocks: Sequence[DocumentBlock]) -> Openings:
    """Return the words by which the furniture of a document can be named.

    Args:
        blocks: All blocks of the document, in order.
    """
    story = sorted(_folded(block.text) for block in blocks if not block.furniture)
    words: dict[str, None] = {}
    untold = []
    for number, block in enumerate(blocks, 1):
        if block.furniture:
            found = _telling(block.text, story)
            if found:
                words[found] = None
            else:
                untold.append(number)
    return Openings(tuple(words), tuple(untold))


def _telling(text: str, story: Sequence[str]) -> str:
    """Return the fewest opening words of a block that open nothing of the story."""
    flat = " ".join(text.split())[:_START]
    parts = flat.split(" ")
    if any(map(is_unsegmented, flat[:20])):
        candidates = [flat[:length] for length in (12, 30)]
    else:
        candidates = [" ".join(parts[:n]) for n in range(_FEWEST_WORDS, min(len(parts), 16))]
    for candidate in (*candidates, flat):
        if candidate and not _opens(candidate, story):
            return candidate
    return ""


def _opens(words: str, story: Sequence[str]) -> bool:
    """Return whether a paragraph of the story opens with some words, as a library compares."""
    folded = _folded(words)
    for text in story[bisect_left(story, folded) :]:
        if not text.startswith(folded):
            return False
        if is_word_edge(text, len(folded)):
            return True
    return False


def _folded(text: str) -> str:
    return fold(text.replace("\n", " ").replace("\t", " ")[:_START]).text.strip()
