"""The way back from a paragraph of a source to the claims, of all cards, that rest on it."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from briefing.model.card import Card, Citation


class CitationIndex:
    """The claims that rest on each paragraph of each source.

    Drifted evidence counts where it was found; ambiguous and missing evidence has no place.

    Args:
        cards: The cards, in the order in which their claims are to be given.
    """

    def __init__(self, cards: Iterable[Card]) -> None:
        self._found: dict[str, dict[int, tuple[Citation, ...]]] = {}
        for number, citation in _citations(cards):
            of_source = self._found.setdefault(citation.evidence.source, {})
            of_source[number] = (*of_source.get(number, ()), citation)

    def of_source(self, source_id: str) -> Mapping[int, tuple[Citation, ...]]:
        """Return the claims on a source by 1-based paragraph number, as the cards come."""
        return MappingProxyType(self._found.get(source_id, {}))


def _citations(cards: Iterable[Card]) -> Iterator[tuple[int, Citation]]:
    for card in cards:
        for item in card.items:
            for evidence in item.evidence:
                for number, _ in evidence.passage.parts:
                    yield number, Citation(card.id, item, evidence)
