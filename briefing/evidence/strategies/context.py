"""Choosing among several places in which the same words are, by the words around them."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from briefing.evidence.strategies.places import FoundPlace
from briefing.evidence.texts.folded import FoldedSource
from briefing.evidence.texts.fragments import squeeze
from briefing.model.evidence import Evidence
from briefing.text.folding import fold, is_word_edge

_WORDS = 16
"""So many words of context are offered at most to tell two places apart."""
_REACH = 400
"""Code points of context that are looked at to offer them."""


class Context(NamedTuple):
    """The words around some evidence that tell its place from all others."""

    prefix: str
    """The words before it; may be empty."""
    suffix: str
    """The words after it; may be empty."""


def choose(
    folded: FoldedSource, places: Sequence[FoundPlace], evidence: Evidence
) -> Sequence[FoundPlace]:
    """Return the places that the context of some evidence leaves.

    A place fits where every side that the evidence names agrees, a single place too: it may be
    another speaker's copy of words that are gone. The paragraph a hint names counts only among
    places whose context agrees, because paragraphs move. Of what is left, the one place in the
    story goes before its copies in captions and headings.

    Args:
        folded: The source.
        places: Where the words are.
        evidence: The words and their context.
    """
    sides = (bool(evidence.prefix), bool(evidence.suffix))
    if any(sides):
        fits = [_fit(folded, place, evidence) for place in places]
        places = [each for each, fit in zip(places, fits, strict=True) if fit == sum(sides)]
    paragraphs = folded.source.paragraphs
    if any(sides) and len(places) > 1:
        hinted = [p for p in places if paragraphs[p.block].number == evidence.paragraph]
        places = hinted or places
    if len(places) < 2:
        return places
    story = [place for place in places if not paragraphs[place.block].furniture]
    return story if len(story) == 1 else places


def tell_apart(
    folded: FoldedSource, place: FoundPlace, others: Sequence[FoundPlace]
) -> Context | None:
    """Return the shortest context that a place has and no other.

    Args:
        folded: The source.
        place: The place that is meant.
        others: All other places of the same words, one at least.

    Returns:
        A prefix, else a suffix, else both; None where all of the context is the same.
    """
    before, after = (side.split() for side in _around(folded, place, _REACH, _REACH))
    for count in range(1, _WORDS + 1):
        prefix, suffix = " ".join(before[-count:]), " ".join(after[:count])
        for context in (Context(prefix, ""), Context("", suffix), Context(prefix, suffix)):
            evidence = Evidence("", "", context.prefix, context.suffix)
            if any(context) and not any(
                _fit(folded, other, evidence) == sum(map(bool, context)) for other in others
            ):
                return context
    return None


def _fit(folded: FoldedSource, place: FoundPlace, evidence: Evidence) -> int:
    """Count on how many sides the words around a place are those that the evidence names."""
    prefix, suffix = (
        _flat(squeeze(fold(words).text)) for words in (evidence.prefix, evidence.suffix)
    )
    before, after = _around(folded, place, 2 * len(prefix) + 4, 2 * len(suffix) + 4)
    fits_before = before.endswith(prefix) and is_word_edge(before, len(before) - len(prefix))
    fits_after = after.startswith(suffix) and is_word_edge(after, len(suffix))
    return (bool(prefix) and fits_before) + (bool(suffix) and fits_after)


def _around(folded: FoldedSource, place: FoundPlace, before: int, after: int) -> tuple[str, str]:
    """Return some folded code points before and after a place, white space made single."""
    first, last = place.parts[0][0], place.parts[-1][-1]
    start = _offset(folded, first.block, first.span.start)
    end = _offset(folded, last.block, last.span.end)
    whole = folded.whole
    return _flat(whole[max(0, start - before) : start]), _flat(whole[end : end + after])


def _offset(folded: FoldedSource, block: int, offset: int) -> int:
    """Return where an offset of a paragraph's text is in the folded source."""
    return folded.haystack.starts[block] + bisect_left(folded.folded(block).offsets, offset)


def _flat(text: str) -> str:
    return " ".join(text.split())
