"""Making findings of the trade, each at the nearest place that is known."""

import re
from functools import lru_cache
from pathlib import Path

from briefing.cardformat.yaml.nodes import Log, Mapping, Node, Scalar, Sequence
from briefing.cardformat.yaml.parsing import parse
from briefing.errors import Place, Problem
from briefing.language.quotation.quotations import MARKS
from briefing.library.quotation_marks import straight
from briefing.model.card import Card, Item
from briefing.model.evidence import Evidence
from briefing.text.files import read_text

KeyPath = tuple[str | int, ...]
"""The way from the top of a file to a value: keys, and 0-based places in lists."""


def warning(code: str, place: Place, message: str, hint: str = "") -> Problem:
    """Return a finding that asks for a second look."""
    return Problem("warning", code, place, message, hint)


def note(code: str, place: Place, message: str, hint: str = "") -> Problem:
    """Return a note: correct, but good to know."""
    return Problem("note", code, place, message, hint)


def place_of(card: Card, item: Item, evidence: Evidence | None = None) -> Place:
    """Return where some evidence, or else its item, or else the card is."""
    place = evidence.place if evidence else None
    return place or item.place or Place(card.file)


def place_of_key(root: Path, file: str, key: str) -> Place:
    """Return where a top-level key is in an index file, or the file if it cannot be told.

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


def place_of_value(root: Path, file: str, *path: str | int) -> Place:
    """Return where a value is in a file, or the file if it cannot be told.

    Args:
        root: The library's folder.
        file: The file's path inside it.
        path: The way to the value, from the top of the file.
    """
    text = read_text(root, file)
    node = None if isinstance(text, Problem) else _node_at(read_in_nodes(text)[0], path)
    return Place(file) if node is None else Place(file, node.line, node.column)


def place_of_words(root: Path, file: str, path: KeyPath, words: str, fallback: Place) -> Place:
    """Return where words are within a value of a file.

    Args:
        root: The library's folder.
        file: The file's path inside it.
        path: Where the value is.
        words: Words of the value.
        fallback: What to return if the value cannot be found.

    Returns:
        The place of the quotation mark before the first word, or of that word; the place of the
        value where it is typed otherwise, as with escapes.
    """
    text = read_text(root, file)
    if isinstance(text, Problem):
        return fallback
    top, lines = read_in_nodes(text)
    node = _node_at(top, path)
    if not isinstance(node, Scalar):
        return fallback
    longest = 4 * len(node.value) + 80
    below = lines[node.line : node.line + longest]
    rest = "\n".join([lines[node.line - 1][node.column - 1 :], *below])
    mark = rf"''|``|<<|,,|[{re.escape(MARKS)}]"
    typed = rf"(?:(?:{mark})\s*)?" + r"\s+".join(map(re.escape, words.split()))
    if node.style == "'":
        typed = typed.replace("'", "''")
    if (match := re.compile(typed).search(rest, 0, longest)) is None:
        return Place(file, node.line, node.column)
    above, _, before = rest[: match.start()].rpartition("\n")
    if not above and "\n" not in rest[: match.start()]:
        return Place(file, node.line, node.column + match.start())
    return Place(file, node.line + above.count("\n") + 1, len(before) + 1)


@lru_cache(maxsize=1)
def read_in_nodes(text: str) -> tuple[Node | None, tuple[str, ...]]:
    """Return a file's nodes and lines: once, for a card may have as many findings as items."""
    return parse(text, Log("")), tuple(re.split("\r\n?|\n", text.removeprefix("\ufeff")))


def _node_at(node: Node | None, path: KeyPath) -> Node | None:
    for key in path:
        node = _child(node, key)
    return node


def _child(node: Node | None, key: str | int) -> Node | None:
    if isinstance(node, Sequence) and isinstance(key, int) and key < len(node.children):
        return node.children[key]
    if isinstance(node, Mapping):
        for name, value in node.pairs:
            if isinstance(name, Scalar) and name.value == key:
                return value
    return None


def shortened(text: str, limit: int = 48) -> str:
    """Return the opening of a text, cut at a blank, to tell which one is meant.

    Its quotation marks are straight: nothing in a message was verified.
    """
    text = straight(text)
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
