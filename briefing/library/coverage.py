"""How much of each source the cards rest on."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.errors import SourceError
from briefing.library.library import Library
from briefing.model.card import Card
from briefing.model.source import Source
from briefing.text.folding import is_unsegmented


class Coverage(NamedTuple):
    """How many body paragraphs of one source some verified evidence is in."""

    source: str
    """Id of the source."""
    cited: int
    """Body paragraphs that hold verified evidence."""
    total: int
    """Body paragraphs: all but furniture."""
    uncited: tuple[int, ...]
    """1-based numbers of the body paragraphs that nothing rests on and no card omits."""
    omitted: tuple[int, ...] = ()
    """1-based numbers of the body paragraphs that nothing rests on and a card omits on purpose."""

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


def omitted_paragraphs(cards: Iterable[Card]) -> Mapping[str, set[int]]:
    """Return, by source id, the 1-based numbers of the paragraphs that cards leave out."""
    omitted: dict[str, set[int]] = {}
    for card in cards:
        for omission in card.omitted:
            omitted.setdefault(omission.source, set()).update(omission.paragraphs)
    return omitted


def source_coverage(
    source: Source, cited: Collection[int], omitted: Collection[int] = ()
) -> Coverage:
    """Count the body paragraphs of a source that are among the cited ones.

    Args:
        source: The source.
        cited: 1-based numbers of its cited paragraphs.
        omitted: 1-based numbers of those that a card leaves out on purpose.
    """
    body = source.body
    left = [number for number in body if number not in cited]
    uncited = tuple(number for number in left if number not in omitted)
    of_purpose = tuple(number for number in left if number in omitted)
    return Coverage(source.id, len(body) - len(left), len(body), uncited, of_purpose)


def card_words(card: Card) -> int:
    """Count the words of a card: those of its bottom line and of every item."""
    return sum(count_words(item.text) for item in card.items)


def story_words(card: Card, library: Library) -> int:
    """Count the words of a card's story: of its sources' paragraphs that are no furniture."""
    sources = {evidence.source for item in card.items for evidence in item.evidence}
    return sum(_body_words(library, source_id) for source_id in sources)


def _body_words(library: Library, source_id: str) -> int:
    try:
        source = library.source(source_id)
    except SourceError:
        return 0
    return sum(count_words(source.paragraph(number).text) for number in source.body)


def count_words(text: str) -> int:
    """Count words as a word processor does; scripts without spaces count two signs as a word."""
    spaced = sum(any(map(str.isalnum, word)) for word in text.split())
    unsegmented = sum(map(is_unsegmented, text))
    return spaced if not unsegmented else spaced + (unsegmented + 1) // 2


def library_coverage(library: Library) -> tuple[Coverage, ...]:
    """Return the coverage by all readable cards of every readable source, by source id."""
    cards = library.cards()
    cited = cited_paragraphs(cards)
    cited = {name: cited.get(name, set()) for name in library.sources}
    return tuple(_coverages(library, cited, omitted_paragraphs(cards)))


def cards_coverage(cards: Sequence[Card], library: Library) -> tuple[Coverage, ...]:
    """Return the coverage by some cards of every readable source they cite, by source id."""
    return tuple(_coverages(library, cited_paragraphs(cards), omitted_paragraphs(cards)))


def _coverages(
    library: Library, cited: Mapping[str, set[int]], omitted: Mapping[str, set[int]]
) -> Iterator[Coverage]:
    for source_id in sorted(cited):
        try:
            source = library.source(source_id)
        except SourceError:
            continue
        yield source_coverage(source, cited[source_id], omitted.get(source_id, ()))
