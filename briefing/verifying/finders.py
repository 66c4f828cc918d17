"""What finds the words of many quotations in a source, each answer kept."""

from collections.abc import Sequence

from briefing.evidence.matcher import SourceMatcher
from briefing.library.library import Library
from briefing.model.core import State
from briefing.model.evidence import Evidence, Passage

_ANYWHERE = range(1, 1 << 40)
_KEPT = 20_000
"""Answers that are kept; a memo that asks for more is asked again."""


class SourceFinder:
    """Finds words in one source.

    Args:
        name: Id of the source.
        matcher: What finds evidence in it.
        size: Code points of its text: longer words are not in it.
    """

    def __init__(self, name: str, matcher: SourceMatcher, size: int) -> None:
        self.name = name
        self._matcher = matcher
        self._size = size
        self._found: dict[str, Passage] = {}
        self._within: dict[tuple[str, int], Passage | None] = {}

    def find(self, words: str) -> Passage:
        """Find words as evidence; a stop at their end may be the memo's own."""
        if words not in self._found:
            if len(self._found) >= _KEPT:
                self._found.clear()
            self._found[words] = self._look(words)
        return self._found[words]

    def within(self, words: str, paragraph: int) -> Passage | None:
        """Return the first place of words in a paragraph, 1-based; None where there is none."""
        key = (words, paragraph)
        if key not in self._within:
            if len(self._within) >= _KEPT:
                self._within.clear()
            self._within[key] = self._matcher.find_within(words, (paragraph,))
        return self._within[key]

    def stands(self, words: str) -> Passage | None:
        """Return the first place of words to the letter or in other typography, and no likeness."""
        if len(words) > self._size:
            return None
        return self._matcher.find_within(words, _ANYWHERE)

    def _look(self, words: str) -> Passage:
        if len(words) > self._size:
            return Passage(State.MISSING, reason="the quotation is longer than the source")
        passage = self._matcher.find(Evidence(self.name, words))
        bare = words.rstrip(",.;:").rstrip()
        if not passage.state.verified and bare != words and bare:
            without = self._matcher.find(Evidence(self.name, bare))
            if without.state.verified or without.state is State.AMBIGUOUS:
                return without
        return passage


def finders_of(library: Library, sources: Sequence[str] = ()) -> Sequence[SourceFinder]:
    """Return what finds words in the sources that can be read.

    Args:
        library: The library.
        sources: Ids of those to look in; all of them where none are named.
    """
    found: list[SourceFinder] = []
    for name in list(dict.fromkeys(sources)) or list(library.sources):
        matcher = library.matcher(name)
        if matcher is not None:
            found.append(SourceFinder(name, matcher, len(library.source(name).text)))
    return found
