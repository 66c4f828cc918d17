"""Where paragraphs are in the original of their source: pages and times that an import recorded.

The file is beside the text and anyone may have written it: what is not as it should be says
nothing, and is never an error.
"""

from pathlib import Path, PurePosixPath
from typing import Any, Final

from briefing.model.source import NO_LOCATORS, Locators
from briefing.text.cleaning import clean_block
from briefing.text.files import path_inside, sha256_of

ENDING: Final = ".import.json"
_LARGEST: Final = 8 * 2**20
"""Bytes; what an import says of a million paragraphs is smaller."""
_LONGEST: Final = 40
"""Code points of one locator."""


def provenance_file(file: str) -> str:
    """Return the path of the file that says where a text came from.

    Args:
        file: Path of the text inside the library.
    """
    return str(PurePosixPath(file).with_suffix("")) + ENDING


def read_provenance(root: Path, file: str) -> dict[str, Any]:
    """Return where the text of a source came from; an empty record where nobody knows.

    Args:
        root: Folder of the library.
        file: Path of the text inside it.
    """
    try:
        path = _plain_file(root, provenance_file(file))
        if path is None or path.stat().st_size > _LARGEST:
            return {}
        import json  # needed only where a text was imported

        record = json.loads(path.read_bytes())
    except (OSError, ValueError, RuntimeError):
        return {}
    return record if isinstance(record, dict) else {}


def read_locators(root: Path, file: str, recorded: str, digest: str = "") -> Locators:
    """Return where the paragraphs of a source are in its original.

    They are those of the very text that was imported: of any other, nothing is known. A text that
    was changed has other digests than the import and the index recorded.

    Args:
        root: Folder of the library.
        file: Path of the text inside it.
        recorded: The digest that the index has of the text; empty where it has none.
        digest: That of the text as it is; found out if it is needed and not given.
    """
    record = read_provenance(root, file)
    found = locators(record)
    known = {recorded, _digest_of_import(record)} - {""}
    if not found.starts or len(known) != 1:
        return NO_LOCATORS
    try:
        path = _plain_file(root, file)
        is_same = path is not None and (digest or sha256_of(path)) in known
    except (OSError, ValueError, RuntimeError):
        return NO_LOCATORS
    return found if is_same else NO_LOCATORS


def locators(record: dict[str, Any]) -> Locators:
    """Return the locators that a record of an import holds, whatever text they are of.

    Args:
        record: What `read_provenance` returned.
    """
    starts: list[int] = []
    places: list[str] = []
    runs = record.get("locators")
    for run in runs if isinstance(runs, list) else ():
        match run:
            case [int(start), str() | None as place] if start > (starts[-1] if starts else 0):
                starts.append(start)
                places.append(" ".join(clean_block(place or "").split()))
            case _:
                return NO_LOCATORS
    if any(len(place) > _LONGEST for place in places):
        return NO_LOCATORS
    return Locators(tuple(starts), tuple(places))


def _digest_of_import(record: dict[str, Any]) -> str:
    text = record.get("text")
    digest = text.get("sha256") if isinstance(text, dict) else None
    return digest if isinstance(digest, str) else ""


def _plain_file(root: Path, file: str) -> Path | None:
    """Return where a file of a library is; None where it is no plain one, or outside."""
    path = path_inside(root, file)
    return path if path is not None and path.is_file() else None
