"""A card as it was written to a card whose evidence was looked for."""

from briefing.library.documents import Documents
from briefing.library.own_words import drawn_card
from briefing.model.card import Card, Item, Omission
from briefing.model.core import State
from briefing.model.evidence import Evidence
from briefing.model.source import Source
from briefing.sources.reading import opening_with


def _split(evidence: Evidence) -> Evidence:
    """Return evidence of a sentence of ours, for which nothing continues: it has several pieces."""
    if evidence.passage.state is not State.MISSING or not evidence.passage.remedy:
        return evidence
    from briefing.evidence.reasons import SPLIT_EVIDENCE, SPLIT_QUOTE

    if evidence.passage.remedy != SPLIT_QUOTE:
        return evidence
    return evidence._replace(passage=evidence.passage._replace(remedy=SPLIT_EVIDENCE))


class EvidenceResolver:
    """Looks for the evidence of cards in the source documents.

    Args:
        documents: The sources that the cards cite.
    """

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def is_heavy(self, card: Card) -> bool:
        """Return whether so much has to be read for a card that it takes long."""
        return self._documents.are_heavy({e.source for item in card.items for e in item.evidence})

    def resolve(self, card: Card) -> Card:
        """Return a card with its evidence found and quotation marks that are true.

        Args:
            card: The card as its file has it.
        """
        sections = tuple(
            section._replace(items=tuple(map(self._item, section.items)))
            for section in card.sections
        )
        resolved = card._replace(
            bottom_line=self._item(card.bottom_line),
            sections=sections,
            omitted=tuple(map(self._omission, card.omitted)),
        )
        return drawn_card(resolved, self._documents.matcher)

    def _item(self, item: Item) -> Item:
        found = map(self._evidence, item.evidence)
        return item._replace(evidence=tuple(found if item.type == "quote" else map(_split, found)))

    def _evidence(self, evidence: Evidence) -> Evidence:
        """Return evidence with its passage; it stays missing where the source cannot be read."""
        matcher = self._documents.matcher(evidence.source)
        if matcher is None:
            return evidence
        if evidence.absent:
            return evidence._replace(passage=matcher.find_absence(evidence.absent))
        return evidence._replace(passage=matcher.find(evidence))

    def _omission(self, omission: Omission) -> Omission:
        """Return an omission with the paragraphs it names; with none where there are none."""
        source = self._documents.read(omission.source)
        if not isinstance(source, Source):
            return omission
        return omission._replace(paragraphs=opening_with(source, omission.starts))
