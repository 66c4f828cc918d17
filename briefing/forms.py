"""What a value in a YAML file may be: each form reads a node and describes itself as JSON Schema.

A file format is declared once, by putting forms together; the reading and the schema both follow
from that. A form that cannot read a node notes why in the log and returns None, so that its
neighbours are still read and all mistakes of a file come at once.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Generic, TypeAlias, TypeVar

from briefing import yamlnodes
from briefing.errors import Place
from briefing.nearest import did_you_mean, nearest, one_of
from briefing.text import clean, clean_block
from briefing.yamlnodes import Log, Node, Reference, ReferenceKind, Refused, Scalar, quoted

T = TypeVar("T")
Schema: TypeAlias = dict[str, Any]

ID_PATTERN: Final = "[a-z0-9]+(-[a-z0-9]+)*"
MAX_ID: Final = 100
"""How many code points an id may have."""


class Form(ABC, Generic[T]):
    """A kind of value.

    Attributes:
        expected: What is expected, as words after "expected".
    """

    expected: str

    @abstractmethod
    def read(self, node: Node, log: Log) -> T | None:
        """Return the value of a node; None after noting in the log why there is none."""

    @abstractmethod
    def schema(self) -> Schema:
        """Return the JSON Schema of the values that this form reads."""

    def refuse(self, node: Node, log: Log, code: str = "", hint: str = "") -> None:
        """Note that a node is not what this form expects."""
        if isinstance(node, Refused):
            return
        code = code or ("bad-value" if isinstance(node, Scalar) else "wrong-shape")
        message = f"expected {self.expected}, found {describe(node)}"
        log.error(log.place(node), code, message, hint)


def describe(node: Node) -> str:
    """Return what a node is, as words after "found"."""
    if isinstance(node, yamlnodes.Mapping):
        return "a mapping of keys to values"
    if isinstance(node, yamlnodes.Sequence):
        return "a list"
    value = node.value.strip() if isinstance(node, Scalar) else ""
    return quoted(value) if value else "nothing"


_JOINED: Final = re.compile(r"'|(?<=\b[a-z])\.(?![a-z]{2})")
"""Apostrophes, and the points of abbreviations such as `U.S.`."""


def slug(text: str) -> str:
    """Return the nearest valid id to a text; empty when it holds no Latin letter or digit."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    plain = _JOINED.sub("", plain)
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:MAX_ID].rstrip("-")


def is_id(text: str) -> bool:
    """Return whether a text may be an id: lower-case letters a-z, digits and single hyphens."""
    return len(text) <= MAX_ID and re.fullmatch(ID_PATTERN, text) is not None


class Text(Form[str]):
    """Words, cleaned, on one line: line breaks of the file become spaces."""

    expected = "text"

    def read(self, node: Node, log: Log) -> str | None:
        """Return the words without blanks around them; nothing at all is a mistake."""
        value = clean_block(node.value).strip() if isinstance(node, Scalar) else ""
        if value:
            return value
        hint = "is it meant as text? put it in quotes" if not isinstance(node, Scalar) else ""
        self.refuse(node, log, hint=hint)
        return None

    def schema(self) -> Schema:
        """Describe text; editors take an unquoted `2025` for a number, which is text here."""
        return {"type": ["string", "number", "boolean"], "minLength": 1}


@dataclass(frozen=True)
class Matching(Form[str]):
    """Text of a certain pattern, such as a web address."""

    expected: str
    pattern: str
    """Regular expression, in the part of the language that Python and JavaScript share."""
    hint: str = ""

    def read(self, node: Node, log: Log) -> str | None:
        """Return the text if all of it matches."""
        value = node.value.strip() if isinstance(node, Scalar) else ""
        if re.fullmatch(self.pattern, value):
            return value
        self.refuse(node, log, hint=self.hint)
        return None

    def schema(self) -> Schema:
        """Describe the pattern."""
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


class Id(Form[str]):
    """A name that other files use."""

    expected = "an id of lower-case letters a-z, digits and single hyphens"

    def read(self, node: Node, log: Log) -> str | None:
        """Return the id."""
        value = node.value.strip() if isinstance(node, Scalar) else ""
        if is_id(value):
            return value
        self.refuse(node, log, "bad-id", f"such as '{slug(value)}'" if slug(value) else "")
        return None

    def schema(self) -> Schema:
        """Describe an id."""
        return {"type": ["string", "integer"], "pattern": f"^{ID_PATTERN}$", "maxLength": MAX_ID}


class RefersTo(Form[str]):
    """An id that has to exist elsewhere; whoever knows the library checks that it does."""

    def __init__(self, kind: ReferenceKind, besides: Sequence[str] = ()) -> None:
        self.kind = kind
        self.besides = tuple(besides)
        self.expected = f"the id of a {kind}"

    def read(self, node: Node, log: Log) -> str | None:
        """Return the id and note in the log that it has to exist."""
        value = clean(node.value).strip() if isinstance(node, Scalar) else ""
        if not value:
            self.refuse(node, log)
            return None
        if value not in self.besides:
            log.references.append(Reference(self.kind, value, log.place(node), self.besides))
        return value

    def schema(self) -> Schema:
        """Describe an id."""
        return Id().schema()


class Day(Form[date]):
    """A calendar day."""

    expected = "a date such as 2023-01-31"

    def read(self, node: Node, log: Log) -> date | None:
        """Return the day."""
        value = node.value.strip() if isinstance(node, Scalar) else ""
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            try:
                return date.fromisoformat(value)
            except ValueError as error:
                self.refuse(node, log, "bad-date", str(error))
                return None
        self.refuse(node, log, "bad-date")
        return None

    def schema(self) -> Schema:
        """Describe a date."""
        return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


class Due(Form[str]):
    """A time by which something is to be done, as exact as the source sets it."""

    expected = "2025, 2025-06, 2025-06-30, 2025-Q2 or FY2025"
    _pattern = r"([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-Q[1-4])?|FY[0-9]{4})"

    def read(self, node: Node, log: Log) -> str | None:
        """Return the time as it was typed."""
        value = node.value.strip() if isinstance(node, Scalar) else ""
        if not re.fullmatch(self._pattern, value):
            self.refuse(node, log, "bad-date")
            return None
        return value if len(value) < 10 or Day().read(node, log) is not None else None

    def schema(self) -> Schema:
        """Describe the spellings; editors take `2025` for a number."""
        return {"type": ["string", "integer"], "pattern": f"^{self._pattern}$"}


class Whole(Form[int]):
    """A whole number from 1."""

    expected = "a whole number from 1"

    def read(self, node: Node, log: Log) -> int | None:
        """Return the number."""
        value = node.value.strip() if isinstance(node, Scalar) else ""
        if re.fullmatch("[1-9][0-9]{0,8}", value):
            return int(value)
        self.refuse(node, log)
        return None

    def schema(self) -> Schema:
        """Describe the number."""
        return {"type": "integer", "minimum": 1, "maximum": 999_999_999}


class Flag(Form[bool]):
    """Yes or no."""

    expected = "'true' or 'false'"

    def read(self, node: Node, log: Log) -> bool | None:
        """Return whether it is `true`."""
        value = node.value.strip() if isinstance(node, Scalar) else ""
        if value in ("true", "false"):
            return value == "true"
        self.refuse(node, log)
        return None

    def schema(self) -> Schema:
        """Describe the flag."""
        return {"type": "boolean"}


class Constant(Form[str]):
    """A number that has one right value."""

    def __init__(self, value: str) -> None:
        self.value = value
        self.expected = f"'{value}'"

    def read(self, node: Node, log: Log) -> str | None:
        """Return the value."""
        if isinstance(node, Scalar) and node.value.strip() == self.value:
            return self.value
        self.refuse(node, log)
        return None

    def schema(self) -> Schema:
        """Describe the number."""
        return {"const": int(self.value)}


class Choice(Form[str]):
    """One of a few words."""

    def __init__(self, *options: str) -> None:
        self.options = options
        self.expected = one_of(options)

    def read(self, node: Node, log: Log) -> str | None:
        """Return the word."""
        value = node.value.strip() if isinstance(node, Scalar) else ""
        if value in self.options:
            return value
        self.refuse(node, log, hint=did_you_mean(value, self.options) if value else "")
        return None

    def schema(self) -> Schema:
        """Describe the words."""
        return {"enum": list(self.options)}


class ListOf(Form[tuple[T, ...]]):
    """A list of values of one form."""

    expected = "a list"

    def __init__(self, form: Form[T], at_least: int = 0, unique: bool = False) -> None:
        self.form = form
        self.at_least = at_least
        self.unique = unique

    def read(self, node: Node, log: Log) -> tuple[T, ...] | None:
        """Return the values that could be read, in order."""
        if not isinstance(node, yamlnodes.Sequence):
            self.refuse(node, log, hint="write [one, two], or a line '- one' for each")
            return None
        if len(node.children) < self.at_least:
            log.error(log.place(node), "empty-list", "expected at least one entry, found none")
        values: list[T] = []
        for child in node.children:
            value = self.form.read(child, log)
            if self.unique and value in values:
                message = f"{describe(child)} is already in this list"
                log.error(log.place(child), "duplicate-entry", message, "remove it")
            elif value is not None:
                values.append(value)
        return tuple(values)

    def schema(self) -> Schema:
        """Describe the list."""
        schema: Schema = {"type": "array", "items": self.form.schema()}
        if self.at_least:
            schema["minItems"] = self.at_least
        if self.unique:
            schema["uniqueItems"] = True
        return schema


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record."""

    name: str
    form: Form[Any]
    about: str
    """What it is for, in one line; editors show it."""
    required: bool = False


@dataclass(slots=True)
class Row:
    """A record as it was read."""

    place: Place
    """Where the record starts."""
    values: dict[str, Any] = field(default_factory=dict)
    """What could be read, by key."""
    places: dict[str, Place] = field(default_factory=dict)
    """Where the value of each known key stands, readable or not."""


class Record(Form[Row]):
    """A mapping with known keys."""

    def __init__(self, name: str, *keys: Key) -> None:
        self.name = name
        self.keys = {key.name: key for key in keys}
        self.expected = f"{name} as a mapping of keys to values"

    def read(self, node: Node, log: Log) -> Row | None:
        """Return the values by key, without those that could not be read."""
        if not isinstance(node, yamlnodes.Mapping):
            self.refuse(node, log)
            return None
        row = Row(log.place(node))
        meant: set[str] = set()
        for name, (key_node, value_node) in keyed(node, log).items():
            key = self.keys.get(name)
            if key is None:
                meant.add(self._refuse_key(name, key_node, log))
                continue
            row.places[name] = log.place(value_node)
            value = key.form.read(value_node, log)
            if value is not None:
                row.values[name] = value
        for key in self.keys.values():
            if key.required and key.name not in row.places and key.name not in meant:
                message = f"{self.name} needs '{key.name}'"
                log.error(row.place, "missing-key", message, f"add '{key.name}: …'")
        return row

    def _refuse_key(self, name: str, node: Scalar, log: Log) -> str:
        """Note an unknown key and return the key that was probably meant, or nothing."""
        found = nearest(name, self.keys) or ""
        hint = f"did you mean '{found}'?" if found else f"known keys: {', '.join(self.keys)}"
        log.error(log.place(node), "unknown-key", f"{self.name} has no key {quoted(name)}", hint)
        return found

    def schema(self) -> Schema:
        """Describe the mapping."""
        keys = self.keys.values()
        return {
            "type": "object",
            "properties": {
                key.name: {**key.form.schema(), "description": key.about} for key in keys
            },
            "required": [key.name for key in keys if key.required],
            "additionalProperties": False,
        }


class OneOf(Form[Row]):
    """One of several records, told apart by a key that only one of them has."""

    def __init__(self, name: str, **records: Record) -> None:
        self.name = name
        self.records = records
        self.expected = f"{name} with {one_of(records)}"

    def read(self, node: Node, log: Log) -> Row | None:
        """Return what the record that is meant reads."""
        if not isinstance(node, yamlnodes.Mapping):
            self.refuse(node, log)
            return None
        names = [key for key in node.children[::2] if isinstance(key, Scalar)]
        telling = {key.value: key for key in reversed(names) if key.value in self.records}
        if not telling:
            return self._read_nearest(names, node, log)
        first, *others = sorted(telling.values(), key=lambda key: (key.line, key.column))
        for key in others:
            message = f"{self.name} has '{first.value}' or '{key.value}', never both"
            log.error(log.place(key), "two-in-one", message, "make two of it")
        return None if others else self.records[first.value].read(node, log)

    def _read_nearest(
        self, names: Sequence[Scalar], node: yamlnodes.Mapping, log: Log
    ) -> Row | None:
        """Read a mapping without any telling key by the record whose key was mistyped, if any."""
        known = {name for record in self.records.values() for name in record.keys}
        for key in names:
            meant = nearest(key.value, self.records) if key.value not in known else None
            if meant is not None:
                return self.records[meant].read(node, log)
        log.error(log.place(node), "missing-key", f"{self.name} needs {one_of(self.records)}")
        return None

    def schema(self) -> Schema:
        """Describe the alternatives."""
        return {"oneOf": [record.schema() for record in self.records.values()]}


class ById(Form[dict[str, Row]]):
    """A mapping from ids to records."""

    def __init__(self, record: Record, reserved: Sequence[str] = ()) -> None:
        self.record = record
        self.reserved = tuple(reserved)
        self.expected = "a mapping from ids to records"

    def read(self, node: Node, log: Log) -> dict[str, Row] | None:
        """Return the records by id, in the order of the file."""
        if not isinstance(node, yamlnodes.Mapping):
            self.refuse(node, log)
            return None
        rows: dict[str, Row] = {}
        for name, (key, value) in keyed(node, log).items():
            if name in self.reserved:
                message = f"'{name}' has a meaning of its own and cannot be listed"
                log.error(log.place(key), "bad-id", message, "choose another id")
            elif Id().read(key, log) is not None:
                row = self.record.read(value, log)
                rows[name] = row or Row(log.place(value))
        return rows

    def schema(self) -> Schema:
        """Describe the mapping."""
        names: Schema = {"pattern": f"^{ID_PATTERN}$", "maxLength": MAX_ID}
        if self.reserved:
            names["not"] = {"enum": list(self.reserved)}
        return {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": self.record.schema(),
        }


def keyed(node: yamlnodes.Mapping, log: Log) -> dict[str, tuple[Scalar, Node]]:
    """Return a mapping's pairs by key; a key that is no plain word or comes twice is a mistake."""
    found: dict[str, tuple[Scalar, Node]] = {}
    for key, value in node.pairs:
        if not isinstance(key, Scalar):
            if not isinstance(key, Refused):
                log.error(log.place(key), "wrong-shape", f"expected a key, found {describe(key)}")
        elif key.value in found:
            first = found[key.value][0]
            message = f"key {quoted(key.value)} is already given on line {first.line}"
            log.error(log.place(key), "duplicate-key", message, "keep one of them")
        else:
            found[key.value] = (key, value)
    return found
