"""A card as it was written to a card whose evidence was looked for."""

from briefing.library.documents import Documents
from briefing.library.own_words import drawn_card
from briefing.model.values import Card, Evidence, Item, Omission, Source
from briefing.sources.reading import opening_with


def resolved_card(card: Card, documents: Documents) -> Card:
    """Return a card with its evidence found and quotation marks that are true.

    Args:
        card: The card as its file has it.
        documents: The sources that it cites.
    """
    sections = tuple(
        section._replace(items=tuple(_item(item, documents) for item in section.items))
        for section in card.sections
    )
    resolved = card._replace(
        bottom_line=_item(card.bottom_line, documents),
        sections=sections,
        omitted=tuple(_omission(omission, documents) for omission in card.omitted),
    )
    return drawn_card(resolved, documents.matcher)


def _item(item: Item, documents: Documents) -> Item:
    return item._replace(evidence=tuple(_evidence(e, documents) for e in item.evidence))


def _evidence(evidence: Evidence, documents: Documents) -> Evidence:
    """Return evidence with its passage; it stays missing where the source cannot be read."""
    matcher = documents.matcher(evidence.source)
    if matcher is None:
        return evidence
    if evidence.absent:
        return evidence._replace(passage=matcher.find_absence(evidence.absent))
    return evidence._replace(passage=matcher.find(evidence))


def _omission(omission: Omission, documents: Documents) -> Omission:
    """Return an omission with the paragraphs it names; with none where there are none."""
    source = documents.read(omission.source)
    if not isinstance(source, Source):
        return omission
    return omission._replace(paragraphs=opening_with(source, omission.starts))
