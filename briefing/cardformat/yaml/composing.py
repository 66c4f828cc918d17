"""A YAML parser's events to nodes that know their places, every scalar left as it was typed.

The nodes are built here, without recursion: PyYAML's own composer overflows the C stack on deeply
nested input, follows aliases silently, and is no faster.
"""

import re
from typing import Final

import yaml

from briefing.cardformat.yaml.cutting import Cuts, Mistake
from briefing.cardformat.yaml.nodes import Mapping, Node, Refused, Scalar, Sequence, quoted
from briefing.errors import Place

MAX_DEPTH: Final = 32
"""How deeply a file may be nested; the format itself needs seven levels."""
TOO_DEEP: Final = (
    f"nested more than {MAX_DEPTH} levels deep",
    "is a bracket or a quote mark missing?",
)
_COMMENT: Final = re.compile(r"[ \t]*(?:\n[ \t]*)*#")


class Stopped(Exception):  # noqa: N818  # a turn of the reading, not an error of the program
    """The reading cannot go on with these lines, though the parser could."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.message)
        self.mistake = mistake


class NodeBuilder:
    """Puts nodes together from the parser's events.

    Attributes:
        root: The node of the whole document, None before it is known.
        found: What is wrong, as place, code, message and hint.
    """

    def __init__(self, file: str, cuts: Cuts) -> None:
        self.root: Node | None = None
        self.found: list[tuple[Place, str, str, str]] = []
        self._file = file
        self._cuts = cuts
        self._text = cuts.text
        self._has_comments = "#" in self._text
        self._unclaimed = dict(cuts.gone)
        self._open: list[Sequence | Mapping] = []
        self._floors = [0]
        self._starts: list[int] = []
        self._flow = 0

    def add(self, event: yaml.Event) -> None:
        """Take the next event."""
        if isinstance(event, yaml.ScalarEvent):
            self._attach(self._scalar(event))
            if event.tag is not None or event.anchor is not None:
                self._refuse_marks(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._descend(event)
            if event.tag is not None or event.anchor is not None:
                self._refuse_marks(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._ascend(event)
        elif isinstance(event, yaml.AliasEvent):
            message = f"{quoted(f'*{event.anchor}')} is a YAML alias, which is not read"
            self._refuse(event, "alias", message, "write the value out, or put it in quotes")
            self._attach(Refused(*_position(event)))
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            row = _position(event)[0] - 1
            message = "a second YAML document starts here, a file holds one"
            code, hint = "several-documents", "remove the '---'"
            raise Stopped(Mistake(row, 0, message, hint, code, whole=True, through=row))

    def refuse_escape(self) -> None:
        """Note an escape that names no character; the parser does not say where."""
        message = "an escape names no character"
        self.found.append((Place(self._file), "bad-yaml", message, "correct it"))

    def _scalar(self, event: yaml.ScalarEvent) -> Node:
        line, column = _position(event)
        if event.style:
            if event.style in "'\"":
                self._check_quotes(event)
            return Scalar(event.value, line, column, event.style)
        if not event.value and (line - 1 in self._cuts.keys or self._claim_below(line - 1)):
            return Refused(line, column)
        comment = self._comment(event) if self._has_comments else None
        return Scalar(event.value, line, column, "", comment)

    def _start(self, row: int, column: int) -> int:
        """Return the first row of a collection, lines before it that are gone included."""
        for gone in sorted(self._unclaimed, reverse=True):
            between = self._cuts.lines[gone + 1 : row] if gone < row else ("x",)
            if not "".join(between).strip() and column <= self._unclaimed[gone]:
                row = gone
        return row

    def _claim_below(self, row: int) -> bool:
        """Return whether a key has lost its value, as the lines directly below it are gone."""
        if not self._unclaimed:
            return False
        below = min((gone for gone in self._unclaimed if gone > row), default=-1)
        if below < 0 or self._unclaimed[below] < self._indent:
            return False
        if any(text.strip() for text in self._cuts.lines[row + 1 : below]):
            return False
        del self._unclaimed[below]
        return True

    def _comment(self, event: yaml.ScalarEvent) -> tuple[int, int] | None:
        """Return where a comment ends a plain value; one that stands by itself does not.

        A comment on a line below ends the value too if it is where the value would go on.
        """
        mark = event.end_mark
        if mark is None or (found := _COMMENT.match(self._text, mark.index)) is None:
            return None
        lines_below = found[0].count("\n")
        if not lines_below:
            return mark.line + 1, mark.column + len(found[0])
        column = len(found[0]) - found[0].rindex("\n") - 1
        if not event.value or (not self._flow and column <= self._indent):
            return None
        return mark.line + 1 + lines_below, column

    def _check_quotes(self, event: yaml.ScalarEvent) -> None:
        """Stop at a quote mark that seems to be closed, but far below where it was meant to be."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None or start.line == end.line:
            return
        for row in range(start.line + 1, end.line + 1):
            text = self._cuts.lines[row].rstrip()
            left = len(text) - len(text.lstrip(" "))
            if text.strip() not in ("", event.style) and left < self._indent:
                mark = "'" if event.style == "'" else '"'
                raise Stopped(open_quote(start.line, start.column, mark, end.line))

    @property
    def _indent(self) -> int:
        """How far the keys and dashes around are indented, as a 1-based column."""
        return self._floors[-1]

    def _attach(self, node: Node) -> None:
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node

    def _descend(self, event: yaml.CollectionStartEvent) -> None:
        line, column = _position(event)
        if len(self._open) == MAX_DEPTH:
            raise Stopped(Mistake(line - 1, column - 1, *TOO_DEEP, code="too-deep"))
        flow = bool(event.flow_style)
        self._flow += flow
        # Between brackets it is the block around them that says what is indented deeper.
        self._floors.append(self._floors[-1] if flow else column)
        node: Sequence | Mapping
        if isinstance(event, yaml.MappingStartEvent):
            node = Mapping(line, column, [], flow)
        else:
            node = Sequence(line, column, [])
        self._starts.append(self._start(line - 1, column - 1) if self._unclaimed else line - 1)
        self._attach(node)
        self._open.append(node)

    def _ascend(self, event: yaml.CollectionEndEvent) -> None:
        node = self._open.pop()
        self._floors.pop()
        start = self._starts.pop()
        self._flow = max(0, self._flow - 1)
        if not self._unclaimed:
            return
        end = event.end_mark.line if event.end_mark else node.line
        for row, indent in list(self._unclaimed.items()):
            if start <= row <= end and node.column - 1 <= indent:
                del self._unclaimed[row]
                lost = Refused(row + 1, indent + 1)
                node.children.extend((lost, lost) if isinstance(node, Mapping) else (lost,))

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Note a tag or an anchor: both would be taken off the value without a word."""
        if event.tag is not None:
            message = f"{quoted(event.tag)} is a YAML tag, which is not read"
            self._refuse(event, "tag", message, "remove it, or put the value in quotes")
        if event.anchor is not None:
            message = f"{quoted(f'&{event.anchor}')} is a YAML anchor, which is not read"
            self._refuse(event, "anchor", message, "remove it, or put the value in quotes")

    def _refuse(self, event: yaml.Event, code: str, message: str, hint: str) -> None:
        self.found.append((Place(self._file, *_position(event)), code, message, hint))


def open_quote(row: int, column: int, mark: str, closed: int | None = None) -> Mistake:
    """Return the mistake of a quote mark that opens a value and is not closed where it should be.

    Args:
        row: Where it is, from 0.
        column: See `row`.
        mark: The mark.
        closed: The row on which another one closes it, None if none does.
    """
    when = "never closed" if closed is None else f"closed only on line {closed + 1}"
    hint = "close it"
    if mark == "'":
        hint = "close it; a value that begins with an apostrophe goes in double quotes"
    return Mistake(row, column, f"the quote mark that opens here is {when}", hint)


def _position(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    assert mark is not None  # the parser marks every event
    return mark.line + 1, mark.column + 1
