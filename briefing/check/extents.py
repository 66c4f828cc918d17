"""Which findings about a card are about one of its items: those where the item is written."""

from bisect import bisect_left
from pathlib import Path
from typing import TypeAlias

from briefing.cardformat.yaml.nodes import Mapping, Node, Sequence
from briefing.check.findings import read_in_nodes
from briefing.check.rules.draft_rules import TO_DECIDE
from briefing.errors import Problem
from briefing.model.card import Card, Item
from briefing.text.files import read_text

_Position: TypeAlias = tuple[int, int]
"""1-based line and column."""

_END: _Position = (1 << 60, 0)
"""After everything in a file."""


class Extents:
    """Where the items of a card are written in its file.

    Args:
        root: The library's folder.
        card: The card. Where its file cannot be read any more, its items are nowhere.
    """

    def __init__(self, root: Path, card: Card) -> None:
        text = read_text(root, card.file)
        node = None if isinstance(text, Problem) else read_in_nodes(text)[0]
        self._starts: list[_Position] = []
        self._behind: dict[_Position, int] = {}
        """Index into the starts of the node that follows the outermost one at a position."""
        if node is not None:
            self._add(node)

    def _add(self, node: Node) -> None:
        """Take a node and those within it, in the order of the file; 32 levels deep at most."""
        start = (node.line, node.column)
        self._starts.append(start)
        for child in node.children if isinstance(node, Sequence | Mapping) else ():
            self._add(child)
        # A mapping begins where its first key does, and is done after it.
        self._behind[start] = len(self._starts)

    def holds(self, item: Item, problem: Problem) -> bool:
        """Whether a finding is about an item: from its first node to the one that follows it.

        Args:
            item: An item of the card.
            problem: A finding in the card's file. What is still to be decided is a comment, which
                is about the node below it.
        """
        if item.place is None:
            return False
        first, position = (
            (place.line or 0, place.column or 0) for place in (item.place, problem.place)
        )
        if problem.code == TO_DECIDE:
            position = self._start(bisect_left(self._starts, position))
        return first in self._behind and first <= position < self._start(self._behind[first])

    def _start(self, number: int) -> _Position:
        return self._starts[number] if number < len(self._starts) else _END
