"""A new library: its folders, its empty indexes, five lines that say what to do next."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final, get_args

from briefing.cardformat.declaration import FileKind, json_schema
from briefing.errors import LibraryError
from briefing.library.locations import MEETINGS, is_library
from briefing.text import atomic_files
from briefing.text.cleaning import clean

SCHEMAS: Final = "schema"
_README: Final = """\
# A library of briefing cards

1. `briefing import FILE` puts a document into `seeds/` and lists it in `content/sources.yaml`.
2. `briefing new SOURCE` writes the draft of a card about it into `content/meetings/`.
3. `briefing check` says what is left to decide; `briefing` opens the reader.
"""
_INDEXES: Final[dict[FileKind, str]] = {
    "sources": "# The documents; 'briefing import' adds them.",
    "speakers": "# Who can be quoted: a line 'id:', below it '  name: …', '  kind: person'.",
    "topics": "# What items are filed under: a line 'id:', below it '  label: …'.",
}


def found_library(root: Path) -> Sequence[str]:
    """Make a library in a folder.

    The folder of the cards, which makes it one, comes last: whoever is killed in between has no
    library, and the same command goes on where it was.

    Args:
        root: The folder, which is made where it is missing.

    Returns:
        The paths, inside it, of the files that were written.

    Raises:
        LibraryError: It is a library already, or another file is where one is to be made.
        OSError: Something cannot be written.
    """
    shown = clean(str(root))
    if is_library(root):
        raise LibraryError(f"'{shown}' is a library already", hint="name sources to draft a card")
    made = library_files()
    for file, text in made.items():
        path = root / file
        if os.path.lexists(path) and (not path.is_file() or path.read_bytes() != text.encode()):
            raise LibraryError(
                f"'{shown}' holds '{file}' already, and nothing is written over",
                hint="choose another folder with --library DIR",
            )
    written: list[str] = []
    for file, text in made.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        if not os.path.lexists(path):
            atomic_files.create(path, text.encode("utf-8"))
            written.append(file)
    (root / "seeds").mkdir(exist_ok=True)
    (root / MEETINGS).mkdir(exist_ok=True)
    return written


def library_files() -> dict[str, str]:
    """Return the text of each file of a new library, by its path inside it."""
    files = {"README.md": _README}
    for kind in get_args(FileKind):
        schema = json.dumps(json_schema(kind), ensure_ascii=False, indent=1)
        files[f"{SCHEMAS}/{kind}.json"] = f"{schema}\n"
    for kind, line in _INDEXES.items():
        files[f"content/{kind}.yaml"] = f"{schema_lines(kind, '../')}{line}\n"
    return files


def schema_lines(kind: FileKind, up: str) -> str:
    """Return the comment lines by which editors find the schema of a file.

    The first is for the YAML language server (VS Code, Neovim, Helix), the second for JetBrains.

    Args:
        kind: What the file is.
        up: The way from the file's folder to the library's, such as `../`.
    """
    address = f"{up}{SCHEMAS}/{kind}.json"
    return f"# yaml-language-server: $schema={address}\n# $schema: {address}\n"
