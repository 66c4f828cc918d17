"""Writing into a card what tells a quotation's place from its copies: prefix and suffix.

The file is changed by splicing at the places that the parser gives, so every other byte stays as
it was, comments and line ends too. What was written is read again before the file is replaced.
"""

import json
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from briefing.cardformat.parse import read_card
from briefing.errors import Place, SourceError
from briefing.evidence.matcher import SourceMatcher
from briefing.library.library import Library
from briefing.model.card import Card
from briefing.model.core import State
from briefing.model.evidence import Evidence, Passage
from briefing.text.files import replace_text


class Pin(NamedTuple):
    """A piece of evidence that was given its context."""

    place: Place
    """Where the evidence is in the card's file, before the change."""
    exact: str
    """Its words."""
    prefix: str
    suffix: str


class _Splice(NamedTuple):
    offset: int
    """Code points from the start of the file's text."""
    text: str


def pin_library(library: Library) -> Iterator[Pin]:
    """Give every ambiguous piece of evidence that names its paragraph the words around it.

    Args:
        library: The library; the cards' files are written one by one, each whole or not at all.

    Yields:
        What was written.

    Raises:
        OSError: A file cannot be written.
    """
    for card in library.cards():
        pins = list(_pins(card, library))
        if pins and (text := _pinned(library, card, pins)):
            replace_text(library.root / card.file, text)
            yield from pins


def _pins(card: Card, library: Library) -> Iterator[Pin]:
    for item in card.items:
        for evidence in item.evidence:
            if evidence.state is not State.AMBIGUOUS or evidence.paragraph is None:
                continue
            if evidence.place is None or evidence.prefix or evidence.suffix:
                continue
            try:
                matcher = SourceMatcher(library.source(evidence.source))
            except SourceError:
                continue
            if context := matcher.context(evidence):
                yield Pin(evidence.place, evidence.exact, *context)


def _pinned(library: Library, card: Card, pins: list[Pin]) -> str:
    """Return a card's file with its pins written in; empty where that would change more."""
    text = (library.root / card.file).read_bytes().decode("utf-8")
    splices = [splice for pin in pins if (splice := _splice(text, pin)) is not None]
    for splice in sorted(splices, reverse=True):
        text = text[: splice.offset] + splice.text + text[splice.offset :]
    read = read_card(text.removeprefix("\ufeff"), card.file, card.id)
    if read.value is None or read.problems:
        return ""
    contexts = {pin.place: (pin.prefix, pin.suffix) for pin in pins}
    wanted = [
        each._replace(prefix=prefix, suffix=suffix)
        for each in _evidence(card)
        for prefix, suffix in [contexts.get(each.place or Place(""), (each.prefix, each.suffix))]
    ]
    same = list(map(_value, wanted)) == list(map(_value, _evidence(read.value)))
    return text if same else ""


def _evidence(card: Card) -> Iterator[Evidence]:
    return (evidence for item in card.items for evidence in item.evidence)


def _value(evidence: Evidence) -> Evidence:
    """Return evidence without where it is in the card's file and in the source."""
    return evidence._replace(place=None, passage=Passage(State.MISSING))


def _splice(text: str, pin: Pin) -> _Splice | None:
    """Return what to write for a pin, and where."""
    lines = text.split("\n")
    node = _mapping_at(yaml.compose(text, Loader=yaml.BaseLoader), pin.place)
    if node is None:
        return None
    words = {"prefix": pin.prefix, "suffix": pin.suffix}
    fields = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in words.items() if value
    ]
    if node.flow_style:
        before_brace = _offset(lines, node.end_mark) - 1
        return _Splice(before_brace, "".join(f", {each}" for each in fields))
    second = node.value[1][0].start_mark if len(node.value) > 1 else None
    if second is None:
        return None
    end = "\r\n" if "\r\n" in text else "\n"
    indent = " " * second.column
    return _Splice(_offset(lines, second), "".join(f"{each}{end}{indent}" for each in fields))


def _mapping_at(root: yaml.Node | None, place: Place) -> yaml.MappingNode | None:
    """Return the innermost mapping that begins at a place or has a value there."""
    found: yaml.MappingNode | None = None
    nodes = [root] if root else []
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.SequenceNode):
            nodes.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            starts = [node.start_mark, *(each.start_mark for pair in node.value for each in pair)]
            if (place.line, place.column) in [(m.line + 1, m.column + 1) for m in starts]:
                found = node
            nodes.extend(value for _, value in node.value)
    return found


def _offset(lines: list[str], mark: yaml.Mark) -> int:
    """Return the code points from the start of a text to a mark in it."""
    return sum(len(line) + 1 for line in lines[: mark.line]) + mark.column
