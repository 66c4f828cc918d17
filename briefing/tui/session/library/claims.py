"""The claims that rest on a source: from the catalogue to be counted, from the cards to be read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.library.library import Library
from briefing.model.card import Card, Citation, Item
from briefing.model.core import State
from briefing.model.evidence import Evidence, Passage

if TYPE_CHECKING:
    from briefing.catalogue.db.rows import CitationRow

Citations = Mapping[int, tuple[Citation, ...]]
"""Claims by the number of the paragraph they rest on, from 1."""


def counted(source_id: str, rows: "Mapping[int, Sequence[CitationRow]]") -> Citations:
    """Return claims as far as the catalogue knows them: whose they are, and how well found.

    Args:
        source_id: The source.
        rows: What the catalogue has, by paragraph number.
    """
    return {number: tuple(_known(source_id, number, found)) for number, found in rows.items()}


def _known(source_id: str, number: int, rows: "Iterable[CitationRow]") -> Iterator[Citation]:
    for row in rows:
        passage = Passage(State(row.state), number, row.spans)
        evidence = Evidence(source_id, "", passage=passage)
        item = Item(row.item, "point", row.text, row.section, evidence=(evidence,))
        yield Citation(row.card, item, evidence)


def claims_of(card: Card, source_id: str) -> Citations:
    """Return the claims of one card on a source."""
    found: dict[int, list[Citation]] = {}
    for item in card.items:
        for evidence in item.evidence:
            here = evidence.source == source_id
            for number, _ in evidence.passage.parts if here else ():
                found.setdefault(number, []).append(Citation(card.id, item, evidence))
    return {number: tuple(citations) for number, citations in sorted(found.items())}


def with_claims_of(card: Card, known: Citations, source_id: str) -> Citations:
    """Return known claims on a source and those of a card, which may be the only one to tell them.

    Of a card that is broken on disk by now the catalogue knows nothing any more.

    Args:
        card: The card, as it was last read.
        known: The claims of the cards that can be read.
        source_id: The source.
    """
    own = claims_of(card, source_id)
    if not own or any(each.card == card.id for found in known.values() for each in found):
        return known
    numbers = sorted({*known, *own})
    return {number: (*known.get(number, ()), *own.get(number, ())) for number in numbers}


def claims_read(
    library: Library, known: Iterable[Citation], source_id: str, paragraph: int
) -> tuple[Citation, ...]:
    """Return claims on a paragraph as they are in their cards, one for each item.

    Args:
        library: Reads the cards; one that cannot be read has no claims.
        known: The claims, of which card and item count.
        source_id: The source.
        paragraph: Its paragraph, from 1.
    """
    found: dict[tuple[str, str], Citation] = {}
    for each in known:
        try:
            item = library.card(each.card).item(each.item.id)
        except BriefingError:
            continue
        for evidence in item.evidence if item else ():
            rests = any(number == paragraph for number, _ in evidence.passage.parts)
            if item is not None and rests and evidence.source == source_id:
                found.setdefault((each.card, item.id), Citation(each.card, item, evidence))
    return tuple(found.values())
