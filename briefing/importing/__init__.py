"""Documents of many formats, made into the text and the entry by which a library keeps them."""

from briefing.importing.document import Block, Document, DocumentError, Facts
from briefing.importing.reading import read_document
from briefing.importing.storing import Plan, plan, store

__all__ = [
    "Block",
    "Document",
    "DocumentError",
    "Facts",
    "Plan",
    "plan",
    "read_document",
    "store",
]
