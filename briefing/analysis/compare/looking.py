"""What the sources of a meeting have of a topic that its card says nothing on.

An article that is silent on something is no change of policy, and a card that is silent need not
have a silent source: so the topic's names are looked for, and what was found or not is told.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.errors import BriefingError
from briefing.library.library import Library
from briefing.model.card import Topic
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


class Looked(NamedTuple):
    """What was looked for in which sources, and where it is."""

    names: tuple[str, ...]
    """The topic's label and aliases."""
    sources: tuple[str, ...]
    """Ids of the sources that could be read."""
    places: tuple[NamePlace, ...] = ()
    """The first places in the story, those in furniture only where there is none."""
    unread: tuple[str, ...] = ()
    """Ids of the sources that could not be read: nobody knows what they have."""

    @property
    def nowhere(self) -> bool:
        """Whether all sources were read, and none of the names is in any of them."""
        return bool(self.sources) and not self.unread and not self.places


def look_for(topic: Topic, sources: Sequence[str], library: Library) -> Looked:
    """Look for the names of a topic in sources, longer forms of them included.

    Args:
        topic: The topic.
        sources: Ids of the sources a card cites.
        library: Where they are read.
    """
    names = tuple(dict.fromkeys(name for name in (topic.label, *topic.aliases) if name.strip()))
    readable = tuple(each for each in sources if library.matcher(each) is not None)
    unread = tuple(each for each in sources if each not in readable)
    places = sorted(
        (furniture, readable.index(place.source), place.paragraph, place.span, place)
        for source in readable
        for furniture, place in _places(names, source, library)
    )
    kept: list[NamePlace] = []
    for furniture, *_, place in places:
        inside = any(
            (each.source, each.paragraph) == (place.source, place.paragraph)
            and each.span.start < place.span.end
            and place.span.start < each.span.end
            for each in kept
        )
        if not inside and not (furniture and kept) and len(kept) < MOST_PLACES:
            kept.append(place)
    return Looked(names, readable, tuple(kept), unread)


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
