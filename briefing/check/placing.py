"""Making findings of the trade, each at the nearest place that is known."""

import re
from pathlib import Path

from briefing.errors import Place, Problem
from briefing.model import Card, Evidence, Item
from briefing.textfiles import read_text


def warning(code: str, place: Place, message: str, hint: str = "") -> Problem:
    """Return a finding that asks for a second look."""
    return Problem("warning", code, place, message, hint)


def note(code: str, place: Place, message: str, hint: str = "") -> Problem:
    """Return a finding that is in order and worth knowing."""
    return Problem("note", code, place, message, hint)


def place_of(card: Card, item: Item, evidence: Evidence | None = None) -> Place:
    """Return where some evidence, or else its item, or else the card stands."""
    place = evidence.place if evidence else None
    return place or item.place or Place(card.file)


def place_of_key(root: Path, file: str, key: str) -> Place:
    """Return where a top-level key stands in an index file, or the file if it cannot be told.

    Args:
        root: The library's folder.
        file: The index file's path inside it.
        key: The id that was given there.
    """
    text = read_text(root, file)
    if isinstance(text, Problem):
        return Place(file)
    pattern = re.compile(rf"^(['\"]?){re.escape(key)}\1\s*:")
    for number, line in enumerate(re.split("\r\n?|\n", text), 1):
        if pattern.match(line):
            return Place(file, number, 1)
    return Place(file)


def shortened(text: str, limit: int = 48) -> str:
    """Return the opening of a text, cut at a blank, to tell which one is meant."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
