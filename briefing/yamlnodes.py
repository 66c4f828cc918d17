"""YAML text to nodes that know their line and column, with every scalar left as it was typed.

The parser's events are built into nodes here, without recursion: PyYAML's own composer overflows
the C stack on deeply nested input, follows aliases silently, and is no faster.
"""

import re
from typing import Final, Literal, NamedTuple, TypeAlias

import yaml

from briefing.errors import Place, Problem
from briefing.text import clean_block

MAX_DEPTH: Final = 32
"""How deeply a file may be nested; the format itself needs seven levels."""
_TOO_DEEP: Final = (
    f"nested more than {MAX_DEPTH} levels deep",
    "is a bracket or a quote mark missing?",
)

_PARSER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_EXTRA_LINE_BREAKS: Final = {0x85: " ", 0x2028: " ", 0x2029: " "}
# What may not stand, and not all that may: a set of nearly everything takes ten times as long to
# compile, as long as starting Python does.
_UNREADABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)


class Scalar(NamedTuple):
    """A single value, as the text it was typed as."""

    value: str
    line: int
    column: int


class Sequence(NamedTuple):
    """A list of nodes."""

    line: int
    column: int
    children: "list[Node]"


class Mapping(NamedTuple):
    """Keys and their values, in the order of the file; duplicates are still there."""

    line: int
    column: int
    children: "list[Node]"
    """Key, value, key, value, and so on."""

    @property
    def pairs(self) -> "list[tuple[Node, Node]]":
        """The keys with their values."""
        return list(zip(self.children[::2], self.children[1::2], strict=True))


class Refused(NamedTuple):
    """Stands where a mistake was already reported, so that nothing more is said about it."""

    line: int
    column: int


Node: TypeAlias = Scalar | Sequence | Mapping | Refused


ReferenceKind: TypeAlias = Literal["source", "speaker", "topic"]


class Reference(NamedTuple):
    """A place in a file that names something which has to exist elsewhere in the library."""

    kind: ReferenceKind
    id: str
    place: Place
    besides: tuple[str, ...] = ()
    """Ids that would be valid here without being listed anywhere."""


class Log:
    """Collects what is found while one file is read.

    Attributes:
        file: Path of the file as the user would type it.
        problems: What is wrong, in the order found.
        references: What the file expects the library to hold.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.references: list[Reference] = []

    def place(self, node: Node) -> Place:
        """Return where a node starts."""
        return Place(self.file, node.line, node.column)

    def error(self, place: Place, code: str, message: str, hint: str = "") -> None:
        """Note a mistake; message and hint are cleaned, as they may repeat what was typed."""
        problem = Problem("error", code, place, clean_block(message), clean_block(hint))
        self.problems.append(problem)

    @property
    def in_order(self) -> tuple[Problem, ...]:
        """The problems in the order of their places."""
        return tuple(sorted(self.problems, key=by_place))


def quoted(text: str) -> str:
    """Return a text between quote marks for a message, shortened to some sixty code points."""
    return f"'{text}'" if len(text) <= 60 else f"'{text[:59]}…'"


def by_place(problem: Problem) -> tuple[int, int]:
    """Return a sort key that puts the problems of one file in the order of their places."""
    return problem.place.line or 0, problem.place.column or 0


def parse(text: str, log: Log, may_be_empty: bool = False) -> Node | None:
    """Read a YAML document into nodes.

    Args:
        text: The text of the file; a byte order mark at its start is skipped.
        log: Receives every mistake. A mistake of syntax ends the reading.
        may_be_empty: Whether a text without any value is no mistake.

    Returns:
        The root node, or None when the text does not hold exactly one YAML document.
    """
    text = text.removeprefix("\ufeff").translate(_EXTRA_LINE_BREAKS)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if (bad := _UNREADABLE.search(text)) is not None:
        _report_character(text, bad.start(), log)
        return None
    builder = _Builder(log)
    parser = _PARSER(text)
    try:
        while not builder.stopped and (event := parser.get_event()) is not None:
            builder.add(event)
    except yaml.MarkedYAMLError as error:
        _report_syntax(error, text, log)
        return None
    except ValueError:  # the parser without libyaml lets escapes beyond Unicode through
        log.error(Place(log.file), "bad-yaml", "an escape names no character", "correct it")
        return None
    finally:
        parser.dispose()
    if builder.root is None and not may_be_empty:
        log.error(Place(log.file, 1, 1), "empty-file", "the file is empty")
    return None if builder.stopped else builder.root


class _Builder:
    """Puts nodes together from the parser's events."""

    def __init__(self, log: Log) -> None:
        self.root: Node | None = None
        self.stopped = False
        self._log = log
        self._open: list[Sequence | Mapping] = []

    def add(self, event: yaml.Event) -> None:
        """Take the next event."""
        if isinstance(event, yaml.ScalarEvent):
            self._attach(Scalar(event.value, *_position(event)))
            self._refuse_tag(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._descend(event)
            self._refuse_tag(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.AliasEvent):
            message = f"{quoted(f'*{event.anchor}')} is a YAML alias, which is not read"
            self._refuse(event, "alias", message, "write the value out, or put it in quotes")
            self._attach(Refused(*_position(event)))
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            message = "a second YAML document starts here, a file holds one"
            self._refuse(event, "several-documents", message, "remove the '---'")
            self.stopped = True

    def _attach(self, node: Node) -> None:
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node

    def _descend(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._open) == MAX_DEPTH:
            self._refuse(event, "too-deep", *_TOO_DEEP)
            self.stopped = True
        kind = Mapping if isinstance(event, yaml.MappingStartEvent) else Sequence
        node = kind(*_position(event), [])
        self._attach(node)
        self._open.append(node)

    def _refuse_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None:
            message = f"{quoted(event.tag)} is a YAML tag, which is not read"
            self._refuse(event, "tag", message, "remove it, or put the value in quotes")

    def _refuse(self, event: yaml.Event, code: str, message: str, hint: str) -> None:
        self._log.error(Place(self._log.file, *_position(event)), code, message, hint)


def _position(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    assert mark is not None  # the parser marks every event
    return mark.line + 1, mark.column + 1


def _report_character(text: str, offset: int, log: Log) -> None:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    message = f"U+{ord(text[offset]):04X} is a character that a YAML file may not hold"
    hint = "remove it; a file with NUL characters may be UTF-16, save it as UTF-8"
    place = Place(log.file, line, column)
    log.error(place, "bad-character", message, hint if text[offset] == "\0" else "remove it")


_QUOTE: Final = "is a bracket or a quote mark left open?"
_SYNTAX: Final = (
    ("mapping values", "':' is not expected here", "put the value in quotes, or indent the line"),
    ("sequence entries", "'- ' is not expected here", "put it on its own line, or quote the value"),
    ("unknown escape", "unknown escape after a backslash", "double the backslash"),
    ("expected ':'", "expected 'key: value'", "is a ':' missing, or the indentation wrong?"),
    ("expected key", "expected a key, aligned with those above", "check indentation and quotes"),
    ("expected '-'", "expected '- ', aligned with those above", "check the indentation"),
    ("expected node content", "expected a value", _QUOTE),
    ("<stream end>", "expected a value", _QUOTE),
    ("',' or ']'", "expected ',' or ']'", _QUOTE),
    ("',' or '}'", "expected ',' or '}'", _QUOTE),
    ("end of stream", "the quote mark that opens here is never closed", "close it"),
)
"""Words of the parser's message, ours for it, and what to do."""


def _closing(start: str) -> str:
    """Return what ended a value before its line did, as in `quote: [The President] will sign`."""
    last = start.rstrip()[-1:]
    return last if last in ("'", '"', "]", "}") and ": " in start else ""


def _report_syntax(error: yaml.MarkedYAMLError, text: str, log: Log) -> None:
    problem = error.problem or error.context or ""
    if "<block end>" in problem:  # what libyaml says, in the words of the parser without it
        problem = "expected key" if "mapping" in (error.context or "") else "expected '-'"
    opened = "end of stream" in problem or "expected ':'" in problem
    mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    row, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.rstrip("\n").split("\n")
    if row >= len(lines):
        row, column = len(lines) - 1, len(lines[-1])
    place = Place(log.file, row + 1, column + 1)
    if "nesting depth" in problem:  # libyaml looks ahead, and has a limit of its own
        log.error(place, "too-deep", *_TOO_DEEP)
    elif "\t" in (lines[row][column : column + 1] or " "):
        log.error(place, "bad-yaml", "a tab cannot indent YAML", "indent with spaces")
    elif "cannot start any token" in problem:
        first = lines[row][column : column + 1]
        log.error(place, "bad-yaml", f"a value cannot begin with '{first}'", "put it in quotes")
    elif "expected key" in problem and (ended := _closing(lines[row][:column])):
        message = f"text goes on after the closing '{ended}'"
        log.error(place, "bad-yaml", message, "put all of the value in quotes")
    else:
        generic = ("", f"not readable as YAML: {problem}", "")
        _, message, hint = next((row for row in _SYNTAX if row[0] in problem), generic)
        log.error(place, "bad-yaml", message, hint)
