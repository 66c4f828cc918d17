"""How much of each source the cards rest on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.errors import SourceError
from briefing.library import Library
from briefing.model import Card, Source


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many body paragraphs of one source some verified evidence stands in."""

    source: str
    """Id of the source."""
    cited: int
    """Body paragraphs that hold verified evidence."""
    total: int
    """Body paragraphs: all but furniture."""
    uncited: tuple[int, ...]
    """1-based numbers of the body paragraphs that nothing rests on."""

    @property
    def share(self) -> float:
        """The part that is cited, from 0 to 1; 1 for a source without body paragraphs."""
        return self.cited / self.total if self.total else 1.0


def cited_paragraphs(cards: Iterable[Card]) -> Mapping[str, set[int]]:
    """Return, by source id, the 1-based numbers of the paragraphs that hold verified evidence."""
    cited: dict[str, set[int]] = {}
    for card in cards:
        for item in card.items:
            for evidence in item.evidence:
                paragraphs = cited.setdefault(evidence.source, set())
                if evidence.state.verified:
                    paragraphs.update(number for number, _ in evidence.passage.parts)
    return cited


def source_coverage(source: Source, cited: set[int]) -> Coverage:
    """Count the body paragraphs of a source that are among the cited ones.

    Args:
        source: The source.
        cited: 1-based numbers of its cited paragraphs.
    """
    body = source.body
    uncited = tuple(number for number in body if number not in cited)
    return Coverage(source.id, len(body) - len(uncited), len(body), uncited)


def library_coverage(library: Library) -> tuple[Coverage, ...]:
    """Return the coverage by all readable cards of every readable source, by source id."""
    cited = cited_paragraphs(library.cards())
    return tuple(_coverages(library, {name: cited.get(name, set()) for name in library.sources}))


def card_coverage(card: Card, library: Library) -> float:
    """Return the share, 0 to 1, of the body paragraphs of a card's sources that the card cites.

    A source that cannot be read does not count; a card without a readable source has 0.
    """
    coverages = list(_coverages(library, cited_paragraphs((card,))))
    total = sum(coverage.total for coverage in coverages)
    return sum(coverage.cited for coverage in coverages) / total if total else 0.0


def _coverages(library: Library, cited: Mapping[str, set[int]]) -> Iterator[Coverage]:
    for source_id in sorted(cited):
        try:
            source = library.source(source_id)
        except SourceError:
            continue
        yield source_coverage(source, cited[source_id])
