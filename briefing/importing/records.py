"""What an import did, or would do, as lines and as a record for other programs."""

from collections.abc import Iterator
from typing import TypedDict

from briefing.importing.document import count_words, first_words
from briefing.importing.storing.store import Plan

_MOST_SHOWN = 8
"""Pieces of furniture that are shown of each document."""


class FurnitureRecord(TypedDict):
    """A paragraph that is in the file and not in the story."""

    paragraph: int
    text: str
    reason: str


class LocatorRecord(TypedDict):
    """From which paragraph on which page or time holds."""

    paragraph: int
    locator: str


class ImportRecord(TypedDict):
    """What importing one document did, or would do."""

    name: str
    outcome: str
    source: str
    file: str
    format: str
    title: str | None
    publisher: str | None
    byline: str | None
    published: str | None
    language: str | None
    url: str | None
    sha256: str | None
    original: str | None
    original_sha256: str
    paragraphs: int
    furniture: list[FurnitureRecord]
    locators: list[LocatorRecord]
    warnings: list[str]
    supersedes: str | None
    cards: list[str]


def import_record(plan: Plan) -> ImportRecord:
    """Return the record of one document."""
    document, facts = plan.document, plan.document.facts
    sha256 = plan.entry.get("sha256")
    return {
        "name": document.name,
        "outcome": plan.outcome,
        "source": plan.id,
        "file": plan.file,
        "format": document.format,
        "title": facts.title or None,
        "publisher": facts.publisher or None,
        "byline": facts.byline or None,
        "published": facts.published or None,
        "language": facts.language or None,
        "url": facts.url or None,
        "sha256": sha256 if isinstance(sha256, str) else None,
        "original": plan.original or None,
        "original_sha256": document.sha256,
        "paragraphs": len(document.blocks),
        "furniture": [
            {"paragraph": number, "text": block.text, "reason": block.furniture}
            for number, block in enumerate(document.blocks, 1)
            if block.furniture
        ],
        "locators": [
            {"paragraph": number, "locator": block.locator}
            for number, block in enumerate(document.blocks, 1)
            if block.locator and block.locator != _before(plan, number)
        ],
        "warnings": list(plan.warnings),
        "supersedes": plan.supersedes or None,
        "cards": list(plan.cards),
    }


def _before(plan: Plan, number: int) -> str:
    return plan.document.blocks[number - 2].locator if number > 1 else ""


def import_lines(plan: Plan, *, written: bool) -> Iterator[str]:
    """Yield lines that say what importing a document did, or would do.

    Args:
        plan: What was planned, or done.
        written: Whether it is done.
    """
    document = plan.document
    if plan.outcome == "same":
        yield f"{document.name}: is in the library already, as {plan.id} ({plan.file})"
        return
    verb = "imported as" if written else "becomes"
    yield f"{document.name}: {document.format}, {verb} {plan.id} ({plan.file})"
    marked = [(n, b) for n, b in enumerate(document.blocks, 1) if b.furniture]
    story = count_words(len(document.blocks) - len(marked), "paragraph")
    yield f"  {story} of the story, {count_words(len(marked), 'piece')} of furniture"
    for key in ("title", "publisher", "byline", "published", "language", "url"):
        if value := plan.entry.get(key):
            yield f"  {key}: {value}"
    for number, block in marked[:_MOST_SHOWN]:
        yield f"  furniture, paragraph {number}, {block.furniture}: {first_words(block.text)}"
    if len(marked) > _MOST_SHOWN:
        yield f"  furniture: {len(marked) - _MOST_SHOWN:,} more"
    if plan.supersedes:
        yield f"  a later version of {plan.supersedes}"
        on = f": {', '.join(plan.cards)}" if plan.cards else ""
        yield f"  cards that rest on an earlier version: {len(plan.cards)}{on}"
    for warning in plan.warnings:
        yield f"  note: {warning}"
    if plan.original:
        yield f"  original: {plan.original}"
