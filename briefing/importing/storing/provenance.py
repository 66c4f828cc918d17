"""Where the text of a source came from: a small file beside it, for what the index cannot say."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any, Final

from briefing.importing.document import Document

ENDING: Final = ".import.json"
_LARGEST: Final = 16 * 2**20


def provenance_file(file: str) -> str:
    """Return the path of the file that says where a text came from.

    Args:
        file: Path of the text inside the library.
    """
    return str(PurePosixPath(file).with_suffix("")) + ENDING


def provenance(document: Document, original: str) -> bytes:
    """Return what such a file says.

    Args:
        document: The document.
        original: Path of the original inside the library; empty where it is not kept.
    """
    record = {
        "format": document.format,
        "original": {"name": document.name, "sha256": document.sha256, "file": original or None},
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


def read_provenance(root: Path, file: str) -> dict[str, Any]:
    """Return where the text of a source came from; an empty record where nobody knows.

    Args:
        root: Folder of the library.
        file: Path of the text inside it.
    """
    path = root / provenance_file(file)
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return {}
        record = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) else {}


def locator_of(record: dict[str, Any], paragraph: int) -> str:
    """Return the page or time of a paragraph of a source; empty where nobody knows.

    Args:
        record: What `read_provenance` returned.
        paragraph: Its number, from 1.
    """
    found = ""
    runs = record.get("locators")
    for run in runs if isinstance(runs, list) else ():
        if not (isinstance(run, list) and len(run) == 2 and isinstance(run[0], int)):
            return ""
        if run[0] > paragraph:
            break
        found = run[1] if isinstance(run[1], str) else ""
    return found
