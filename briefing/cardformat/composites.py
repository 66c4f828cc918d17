"""Forms made of forms: lists, records with known keys, and mappings from ids to records."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple, TypeVar

from briefing.cardformat.scalars import ID_PATTERN, MAX_ID, Form, Id, RefersTo, Schema, describe
from briefing.cardformat.yaml import nodes
from briefing.cardformat.yaml.nodes import Log, Node, Refused, Scalar, quoted
from briefing.errors import Place
from briefing.text.suggest import nearest, one_of

T = TypeVar("T")

_IDS: Final = rf"{ID_PATTERN}(, *{ID_PATTERN})*"
"""Ids as they are between the brackets of a list."""


class ListOf(Form[tuple[T, ...]]):
    """A list of values of one form."""

    expected = "a list"

    def __init__(self, form: Form[T], at_least: int = 0, unique: bool = False) -> None:
        self.form = form
        self.at_least = at_least
        self.unique = unique

    def read(self, node: Node, log: Log) -> tuple[T, ...] | None:
        """Return the values that could be read, in order."""
        if not isinstance(node, nodes.Sequence):
            self.refuse(node, log, hint=self._remedy(node))
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

    def _remedy(self, node: Node) -> str:
        """Return how to write what was meant; the value itself where brackets around it do."""
        value = node.value.strip() if isinstance(node, Scalar) else ""
        if re.match(r"-[^\s-]", value):
            return "write '- one', with a space after the '-'"
        if isinstance(self.form, RefersTo) and re.fullmatch(_IDS, value):
            return f"write [{value}]"
        return "write [one, two], or a line '- one' for each"

    def schema(self) -> Schema:
        """Describe the list."""
        schema: Schema = {"type": "array", "items": self.form.schema()}
        if self.at_least:
            schema["minItems"] = self.at_least
        if self.unique:
            schema["uniqueItems"] = True
        return schema


class Key(NamedTuple):
    """A key of a record."""

    name: str
    form: Form[Any]
    about: str
    """What it is for, in one line; editors show it."""
    required: bool = False


class Row(NamedTuple):
    """A record as it was read."""

    place: Place
    """Where the record starts."""
    values: dict[str, Any]
    """What could be read, by key."""
    nodes: dict[str, Node]
    """The value of each known key as it stands in the file, readable or not."""

    def place_of(self, key: str) -> Place:
        """Return where the value of a key is."""
        node = self.nodes[key]
        return Place(self.place.file, node.line, node.column)


class Record(Form[Row]):
    """A mapping with known keys."""

    def __init__(self, name: str, *keys: Key) -> None:
        self.name = name
        self.keys = {key.name: key for key in keys}
        self._required = tuple(key.name for key in keys if key.required)
        self.expected = f"{name} as a mapping of keys to values"

    def read(self, node: Node, log: Log) -> Row | None:
        """Return the values by key, without those that could not be read."""
        if not isinstance(node, nodes.Mapping):
            self.refuse(node, log, hint=no_mapping(node))
            return None
        row = Row(log.place(node), {}, {})
        meant: set[str] = set()
        before = ""
        for name, (key_node, value_node) in keyed(node, log).items():
            key = self.keys.get(name)
            if key is None:
                is_empty = isinstance(value_node, Scalar) and not value_node.value
                before = before if node.flow and is_empty else ""
                meant.add(self._refuse_key(name, key_node, log, before))
                continue
            before = name
            row.nodes[name] = value_node
            value = key.form.read(value_node, log)
            if value is not None:
                row.values[name] = value
        for name in self._required:
            if name not in row.nodes and name not in meant and not node.lost:
                message = f"{self.name} needs '{name}'"
                log.error(row.place, "missing-key", message, f"add '{name}: …'")
        return row

    def _refuse_key(self, name: str, node: Scalar, log: Log, before: str) -> str:
        """Note an unknown key and return the key that was probably meant, or nothing.

        Args:
            name: The key.
            node: Its node.
            log: Receives the mistake.
            before: The key before it between the same braces, if this one has no value.
        """
        if log.full:  # what is only counted needs no words
            log.more += 1
            return ""
        found, hint = odd_key(name, self.keys)
        if not hint and (found := nearest(name, self.keys) or ""):
            hint = f"did you mean '{found}'?"
        if not hint and before:
            hint = f"a comma ends a value between braces: put that of '{before}' in quotes"
        hint = hint or f"known keys: {', '.join(self.keys)}"
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
        if not isinstance(node, nodes.Mapping):
            self.refuse(node, log, hint=no_mapping(node))
            return None
        names = [key for key in node.children[::2] if isinstance(key, Scalar)]
        telling = {key.value: key for key in reversed(names) if key.value in self.records}
        if not telling:
            return self._read_nearest(names, node, log)
        if len(telling) == 1:
            return self.records[next(iter(telling))].read(node, log)
        first, *others = sorted(telling.values(), key=lambda key: (key.line, key.column))
        for key in others:
            message = f"{self.name} has '{first.value}' or '{key.value}', never both"
            log.error(log.place(key), "two-in-one", message, "make two of it")
        return None

    def _read_nearest(self, names: Sequence[Scalar], node: nodes.Mapping, log: Log) -> Row | None:
        """Read a mapping without any telling key by the record whose key was mistyped, if any."""
        known = {name for record in self.records.values() for name in record.keys}
        for key in names:
            meant = nearest(key.value, self.records) if key.value not in known else None
            if meant is not None:
                return self.records[meant].read(node, log)
            if (found := odd_key(key.value, self.records)[0]) in self.records:
                return self.records[found].read(node, log)
        if not node.lost:
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
        if not isinstance(node, nodes.Mapping):
            self.refuse(node, log, hint=no_mapping(node))
            log.lost = True
            return None
        rows: dict[str, Row] = {}
        for name, (key, value) in keyed(node, log).items():
            if name in self.reserved:
                message = f"'{name}' has a meaning of its own and cannot be listed"
                log.error(log.place(key), "bad-id", message, "choose another id")
            elif Id().read(key, log) is not None:
                row = self.record.read(value, log)
                rows[name] = row or Row(log.place(value), {}, {})
            else:
                log.lost = True
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


_TIGHT: Final = r"([\w-]+)(?:\s*[：﹕꞉∶]\s*|:(?=\S)|\s+(?=[\"']))"
"""A key whose colon has no space after it, or is none to YAML."""
_UNSEEN: Final = r"[^\x20-\x7e]"


def odd_key(name: str, known: Iterable[str]) -> tuple[str, str]:
    """Return the known key that a key is but for a colon or a character nobody sees, and a hint.

    Args:
        name: The key as it was read.
        known: The keys that would be right.
    """
    known = set(known)
    if (tight := re.match(_TIGHT, name)) is not None and tight[1] in known:
        return tight[1], f"write '{tight[1]}: …', with a colon and a space"
    if name[:1] == "-" and name[1:] in known:
        return name[1:], f"write '- {name[1:]}', with a space after the '-'"
    odd = [c for c in name if re.match(_UNSEEN, c) and (c.isspace() or not c.isprintable())]
    plain = "".join(c for c in name if c not in odd).strip()
    if odd and plain in known:
        where = "indent with spaces" if name[0] in odd else f"write '{plain}' without it"
        return (
            plain,
            f"U+{ord(odd[0]):04X} is there, which looks like a space or nothing: {where}",
        )
    return "", ""


def no_mapping(node: Node) -> str:
    """Return what to do about something that should be keys with values."""
    if isinstance(node, nodes.Sequence):
        return "is a '- ' or a bracket too many?"
    value = node.value if isinstance(node, Scalar) else ""
    if (tight := re.match(_TIGHT, value)) is not None:
        return f"write '{tight[1]}: …', with a colon and a space"
    return "write 'key: value', with a colon and a space" if value else ""


def keyed(node: nodes.Mapping, log: Log) -> dict[str, tuple[Scalar, Node]]:
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
