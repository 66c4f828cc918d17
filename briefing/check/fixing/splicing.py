"""Changes to single values of a YAML file, so that every other byte of it stays as it is.

A file is changed at the places that the parser gives, and what it says then is compared with what
it should say before anything is written.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from briefing.cardformat.yaml.parsing import PARSER
from briefing.errors import Place

KeyPath = tuple[str | int, ...]
"""The way from the top of a file to a mapping: keys, and 0-based places in lists."""


class Splice(NamedTuple):
    """A stretch of a text, in code points from its start, and what is to be there instead."""

    start: int
    end: int
    text: str


class Located(NamedTuple):
    """A mapping of a file, and the way to it."""

    path: KeyPath
    node: yaml.MappingNode

    def value(self, key: str) -> yaml.ScalarNode | None:
        """Return the single value of a key; None where there is none."""
        for name, value in self.node.value:
            if name.value == key and isinstance(value, yaml.ScalarNode):
                return value
        return None


class Change(NamedTuple):
    """One thing to fix."""

    place: Place
    """Where, before the change."""
    words: str
    """What was done, after "CARD:3:5: "."""
    path: KeyPath
    """The way to the mapping that is changed."""
    values: Mapping[str, str]
    """What its keys say afterwards."""
    splices: Sequence[Splice]


def compose(text: str) -> yaml.Node | None:
    """Return the nodes of a text without a byte order mark.

    None where it cannot be read, or has aliases, by which one change would be several.
    """
    try:
        if any(isinstance(each, yaml.AliasEvent) for each in yaml.parse(text, Loader=PARSER)):
            return None
        root: yaml.Node | None = yaml.compose(text, Loader=PARSER)
    except (yaml.YAMLError, ValueError):
        return None
    return root


def mapping_at(root: yaml.Node | None, place: Place) -> Located | None:
    """Return the innermost mapping that begins at a place or has a value there."""
    found: Located | None = None
    for path, node in _mappings(root):
        starts = [node.start_mark, *(each.start_mark for pair in node.value for each in pair)]
        if (place.line, place.column) in [(mark.line + 1, mark.column + 1) for mark in starts]:
            found = Located(path, node)
    return found


def _mappings(root: yaml.Node | None) -> Iterator[tuple[KeyPath, yaml.MappingNode]]:
    """Yield every mapping with the way to it, outer ones before those within them."""
    nodes: list[tuple[KeyPath, yaml.Node]] = [((), root)] if root else []
    while nodes:
        path, node = nodes.pop()
        if isinstance(node, yaml.SequenceNode):
            nodes += [((*path, number), each) for number, each in enumerate(node.value)]
        elif isinstance(node, yaml.MappingNode):
            yield path, node
            nodes += [((*path, key.value), value) for key, value in node.value]


def changed(text: str, changes: Sequence[Change]) -> str | None:
    """Return a text with changes made.

    Args:
        text: The text of a file, without a byte order mark.
        changes: What to change.

    Returns:
        The text; None if it would say anything else than it did, but for the changed values.
    """
    after = text
    for splice in sorted((each for change in changes for each in change.splices), reverse=True):
        after = after[: splice.start] + splice.text + after[splice.end :]
    wanted = _data(text)
    for change in changes:
        target: Any = wanted
        for key in change.path:
            target = target[key]
        target.update(change.values)
    return after if _data(after) == wanted else None


def _data(text: str) -> Any:
    try:
        return yaml.load(text, Loader=PARSER)
    except (yaml.YAMLError, ValueError):
        return None
