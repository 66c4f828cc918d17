"""Where the text of a source came from: a small file beside it, for what the index cannot say.

It is read in `briefing/library/locators.py`.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing.importing.document import Document


def provenance(document: Document, original: str) -> bytes:
    """Return what such a file says.

    Args:
        document: The document.
        original: Path of the original inside the library; empty where it is not kept.
    """
    record = {
        "format": document.format,
        "original": {"name": document.name, "sha256": document.sha256, "file": original or None},
        # Paragraphs are counted in this very text: in a changed one they may have other numbers.
        "text": {"sha256": hashlib.sha256(document.text.encode("utf-8")).hexdigest()},
        "warnings": list(document.warnings),
        "furniture": [[n, b.furniture] for n, b in enumerate(document.blocks, 1) if b.furniture],
        "locators": list(_runs([block.locator for block in document.blocks])),
    }
    rows = (f' "{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in record.items())
    return ("{\n" + ",\n".join(rows) + "\n}\n").encode("utf-8")


def _runs(locators: Sequence[str]) -> Iterator[list[object]]:
    """Yield from which paragraph on which locator holds."""
    number = 1
    for locator, run in groupby(locators):
        if locator or number > 1:
            yield [number, locator or None]
        number += len(list(run))
