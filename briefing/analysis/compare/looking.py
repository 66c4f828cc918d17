"""What the sources of a meeting have of a topic that its card says nothing on.

An article that is silent on something is no change of policy, and a card that is silent need not
have a silent source: so the topic's names are looked for, and what was found or not is told.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from briefing.errors import BriefingError
from briefing.library.library import Library
from briefing.model.core import Span

MOST_PLACES = 5
"""How many places are told; more say nothing more."""


class NamePlace(NamedTuple):
    """Where a name of a topic is in a source."""

    source: str
    """Id of the source."""
    paragraph: int
    """1-based paragraph."""
    span: Span
    """In code points of the paragraph's text."""
    words: str
    """As they are there."""

    def overlaps(self, other: "NamePlace") -> bool:
        """Whether two places share a code point."""
        same = (self.source, self.paragraph) == (other.source, other.paragraph)
        return same and self.span.start < other.span.end and other.span.start < self.span.end


class Looked:
    """What sources have of a topic's names; they are looked through once that is asked for.

    A long series has many topics that most of its meetings are silent on, and few that are shown.

    Args:
        names: The topic's label and aliases.
        cited: Ids of the sources a card cites.
        library: Where they are read.

    Attributes:
        names: The topic's label and aliases; other forms of them count too.
    """

    def __init__(self, names: tuple[str, ...], cited: Sequence[str], library: Library) -> None:
        self.names = names
        self._cited, self._library = cited, library

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Looked) and self._found == other._found

    def __hash__(self) -> int:
        return hash(self.names)

    @property
    def _found(self) -> tuple[object, ...]:
        return self.names, self.sources, self.unread, self.places

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources that could be read."""
        return tuple(each for each in self._cited if self._library.matcher(each) is not None)

    @property
    def unread(self) -> tuple[str, ...]:
        """Ids of the sources that could not be read: nobody knows what they have."""
        return tuple(each for each in self._cited if each not in self.sources)

    @property
    def nowhere(self) -> bool:
        """Whether all sources were read, and none of the names is in any of them."""
        return bool(self.sources) and not self.unread and not self.places

    @cached_property
    def places(self) -> tuple[NamePlace, ...]:
        """The first places in the story, those in furniture only where there is none."""
        found = sorted(
            (furniture, self.sources.index(place.source), place.paragraph, place.span, place)
            for source in self.sources
            for furniture, place in _places(self.names, source, self._library)
        )
        kept: list[NamePlace] = []
        for furniture, *_, place in found:
            if any(place.overlaps(each) for each in kept) or (furniture and kept):
                continue
            kept.append(place)
        return tuple(kept[:MOST_PLACES])


def _places(
    names: Sequence[str], source_id: str, library: Library
) -> Iterator[tuple[bool, NamePlace]]:
    """Yield the first places of each name, and whether they are outside the story."""
    matcher = library.matcher(source_id)
    try:
        source = library.source(source_id)
    except BriefingError:
        return
    if matcher is None:
        return
    for name in names:
        told = 0
        for number, span in matcher.places_of(name):
            paragraph = source.paragraph(number)
            words = paragraph.text[span.start : span.end]
            yield paragraph.furniture, NamePlace(source_id, number, span, words)
            told += not paragraph.furniture
            if told == MOST_PLACES:
                break
