"""The one place that a quotation of a memo means, among all sources and all copies of its words."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from briefing.library.library import Library
from briefing.library.versions import earlier_versions
from briefing.model.core import State
from briefing.model.evidence import Passage
from briefing.verifying.finders import SourceFinder, finders_of

_ORDER = (State.VERBATIM, State.TYPOGRAPHY, State.INSERTED, State.AMBIGUOUS, State.DRIFTED)
_AMBIGUOUS = _ORDER.index(State.AMBIGUOUS)
_FEW = 4
"""Words shared with the memo's sentence beyond the quotation tell a place only if they are longer
than this, in code points."""


_MOST_COPIES = 200
"""Paragraphs with the same words that are compared with the memo's sentence."""
_MOST_HEARD = 50
"""Places of which it is looked at who says the words there."""


class Placed(NamedTuple):
    """Where some words are."""

    source: str
    passage: Passage
    others: tuple[tuple[str, int], ...] = ()
    """Further places that nothing rules out: source and 1-based paragraph."""
    earlier: tuple["Placed", ...] = ()
    """Where earlier versions of the source have the words too."""


def standing_places(words: str, library: Library) -> Sequence[Placed]:
    """Return every place where some words are, best first, or else the nearest one."""
    surely: list[Placed] = []
    near: list[Placed] = []
    for finder in finders_of(library):
        passage = finder.find(words)
        if passage.state is State.AMBIGUOUS:
            surely += _copies(words, passage, finder)
        elif passage.state.verified:
            surely.append(Placed(finder.name, passage))
        elif passage.state is State.DRIFTED:
            near.append(Placed(finder.name, passage))
    near.sort(key=lambda each: -each.passage.score)
    surely.sort(key=lambda each: _ORDER.index(each.passage.state))
    return surely or near[:1]


def place_of(
    words: str,
    around: str,
    finders: Sequence[SourceFinder],
    library: Library,
    is_theirs: Callable[[Placed], bool] | None = None,
) -> Placed | None:
    """Return the best place of some words.

    A later version of a document goes before earlier ones, then what is by whom the memo names,
    then what shares most words with the memo's paragraph.

    Args:
        words: The quoted words.
        around: The memo's paragraph, whose other words tell copies of short quotations apart.
        finders: What finds words in each source.
        library: The library they are of.
        is_theirs: Whether whom the memo names says the words at a place; None if it names nobody.

    Returns:
        The place, ambiguous where several are as good; None if no source has anything like it.
    """
    best: list[Placed] = []
    for finder in finders:
        passage = finder.find(words)
        if passage.state is State.AMBIGUOUS:
            best += _copies(words, passage, finder)
        elif passage.state in _ORDER:
            best.append(Placed(finder.name, passage))
    if not best:
        return None
    rank = min(_ORDER.index(each.passage.state) for each in best)
    best = _latest([each for each in best if _ORDER.index(each.passage.state) == rank], library)
    if is_theirs is not None and 1 < len(best) <= _MOST_HEARD and rank < _AMBIGUOUS:
        best = [each for each in best if is_theirs(each)] or best
    if len(best) > 1:
        best = _nearest(best, around, library)
    if len(best) > 1 and best[0].passage.state.verified:
        others = tuple((each.source, each.passage.paragraph or 0) for each in best)
        numbers = tuple(number for _, number in others)
        return Placed(best[0].source, Passage(State.AMBIGUOUS, candidates=numbers), others)
    return max(best, key=lambda each: each.passage.score)


def _copies(words: str, passage: Passage, finder: SourceFinder) -> list[Placed]:
    """Return each copy of words that occur several times, or one that stands for them all."""
    found: list[Placed] = []
    for text in (words, words.rstrip(",.;:").rstrip()):
        for number in dict.fromkeys(passage.candidates[:_MOST_COPIES]):
            if (within := finder.within(text, number)) is not None:
                found.append(Placed(finder.name, within))
        if found:
            return found
    return [Placed(finder.name, passage)]


def _latest(places: Sequence[Placed], library: Library) -> list[Placed]:
    """Return the places without those in earlier versions of a source that has one too."""
    kept: dict[str, list[Placed]] = {}
    for each in places:
        kept.setdefault(each.source, []).append(each)
    for name in list(kept):
        before = [one for one in earlier_versions(library.sources, name) if one in kept]
        if before and name in kept:
            earlier = tuple(place for one in before for place in kept.pop(one))
            kept[name] = [each._replace(earlier=earlier + each.earlier) for each in kept[name]]
    return [each for one in kept.values() for each in one]


def _nearest(places: Sequence[Placed], around: str, library: Library) -> list[Placed]:
    """Return the places whose paragraphs share most words with what the memo says around."""
    wanted = _words(around)
    shared: list[int] = []
    for each in places:
        number = each.passage.paragraph
        text = library.source(each.source).paragraph(number).text if number else ""
        shared.append(sum(len(word) for word in wanted & _words(text)))
    most = max(shared)
    return [each for each, score in zip(places, shared, strict=True) if score == most]


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > _FEW}
