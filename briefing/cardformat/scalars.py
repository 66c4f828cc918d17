"""What a value in a YAML file may be: each form reads a node and describes itself as JSON Schema.

A file format is declared once, by putting forms together; the reading and the schema both follow
from that. A form that cannot read a node notes why in the log and returns None, so that its
neighbours are still read and all mistakes of a file come at once.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, Final, Generic, TypeAlias, TypeVar

from briefing.cardformat.yaml import nodes
from briefing.cardformat.yaml.nodes import (
    Log,
    Node,
    Reference,
    ReferenceKind,
    Refused,
    Scalar,
    quoted,
)
from briefing.errors import Place
from briefing.model.card import ItemLink
from briefing.text.cleaning import clean, clean_block
from briefing.text.suggest import did_you_mean, one_of

T = TypeVar("T")
Schema: TypeAlias = dict[str, Any]

ID_PATTERN: Final = "[a-z0-9]+(-[a-z0-9]+)*"
_NO_TEXT: Final = ("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape")
"""What Python calls encodings and no text file comes in."""
MAX_ID: Final = 100
"""How many code points an id may have."""


class Form(ABC, Generic[T]):
    """A kind of value.

    Attributes:
        expected: What is expected, as words after "expected".
    """

    expected: str

    free = False
    """Whether it is free text, which a comment on its line might be meant to belong to."""

    @abstractmethod
    def read(self, node: Node, log: Log) -> T | None:
        """Return the value of a node; None after noting in the log why there is none."""

    @abstractmethod
    def schema(self) -> Schema:
        """Return the JSON Schema of the values that this form reads."""

    def is_cut(self, node: Node, log: Log) -> bool:
        """Return whether a comment has cut a value short, and note it.

        Of free text nobody can tell what was meant: ` #4` in a quotation, or a remark beside it.
        An id, a date or a word of a list cannot go on after a blank, so that there a remark is
        harmless.
        """
        if not self.free or not isinstance(node, Scalar) or node.comment is None:
            return False
        message = "' #' begins a comment, which cuts the value off"
        hint = "put the value in quotes; a remark of yours goes on a line of its own"
        log.error(Place(log.file, *node.comment), "comment-in-text", message, hint)
        return True

    def refuse(self, node: Node, log: Log, code: str = "", hint: str = "") -> None:
        """Note that a node is not what this form expects."""
        if isinstance(node, Refused):
            return
        code = code or ("bad-value" if isinstance(node, Scalar) else "wrong-shape")
        message = f"expected {self.expected}, found {describe(node)}"
        log.error(log.place(node), code, message, hint)


def describe(node: Node) -> str:
    """Return what a node is, as words after "found"."""
    if isinstance(node, nodes.Mapping):
        return "a mapping of keys to values"
    if isinstance(node, nodes.Sequence):
        return "a list"
    value = node.value.strip() if isinstance(node, Scalar) else ""
    return quoted(value) if value else "nothing"


_JOINED: Final = re.compile(r"'|(?<=\b[a-z])\.(?![a-z]{2})")
"""Apostrophes, and the points of abbreviations such as `U.S.`."""


_SPELLED_OUT = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
    | {"ẞ": "SS", "Æ": "Ae", "Œ": "Oe", "Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Þ": "Th"}
)
"""Latin letters that are no letter of English with a mark."""


def slug(text: str) -> str:
    """Return the nearest valid id to a text; empty when it holds no Latin letter or digit."""
    if not text.isascii():
        import unicodedata

        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    plain = text.lower()
    plain = _JOINED.sub("", plain)
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:MAX_ID].rstrip("-")


def proposed_id(text: str) -> str:
    """Return the id to propose for a name or title: as `slug`, and `Weiß` is `weiss`, not `wei`.

    The ids that items have of their words are made by `slug` alone, and stay as they are.
    """
    return slug(text.translate(_SPELLED_OUT))


def is_id(text: str) -> bool:
    """Return whether a text may be an id: lower-case letters a-z, digits and single hyphens."""
    return len(text) <= MAX_ID and re.fullmatch(ID_PATTERN, text) is not None


class Text(Form[str]):
    """Words, cleaned, on one line: line breaks of the file become spaces."""

    expected = "text"
    free = True

    def read(self, node: Node, log: Log) -> str | None:
        """Return the words without blanks around them; nothing at all is a mistake."""
        if self.is_cut(node, log):
            return None
        value = clean_block(node.value).strip() if isinstance(node, Scalar) else ""
        if value:
            return value
        self.refuse(node, log, hint=self._remedy(node))
        return None

    def _remedy(self, node: Node) -> str:
        if isinstance(node, Scalar):
            block = node.style in ("|", ">") and "put its lines below, indented deeper, or quote it"
            return block or "leave the key out, or write its text"
        return "is it meant as text? put it in quotes"

    def schema(self) -> Schema:
        """Describe text; editors take an unquoted `2025` for a number, which is text here."""
        return {"type": ["string", "number", "boolean"], "minLength": 1}


class Matching(Form[str]):
    """Text of a certain pattern, such as a web address.

    Args:
        expected: What it is, for messages.
        pattern: Regular expression, in the part of the language that Python and JavaScript share.
        hint: What to do about text that does not match.
        free: Whether blanks may be in it.
    """

    def __init__(self, expected: str, pattern: str, hint: str = "", free: bool = False) -> None:
        self.expected = expected
        self.pattern = pattern
        self.hint = hint
        self.free = free

    def read(self, node: Node, log: Log) -> str | None:
        """Return the text if all of it matches and nothing in it would have to be cleaned."""
        if self.is_cut(node, log):
            return None
        value = node.value.strip() if isinstance(node, Scalar) else ""
        if re.fullmatch(self.pattern, value) and clean(value) == value:
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


class LinkToItem(Form[ItemLink]):
    """An item of another card, as `CARD#ITEM`; only whoever reads that card can find the item."""

    expected = "an item of another card as CARD#ITEM, such as 2023-01-31-talks#a-hotline-opens"

    def read(self, node: Node, log: Log) -> ItemLink | None:
        """Return both ids and note in the log that the card has to exist."""
        value = clean(node.value).strip() if isinstance(node, Scalar) else ""
        card, _, item = value.partition("#")
        if not card or not is_id(item):
            hint = "'briefing show CARD --json' gives the ids of its items"
            self.refuse(node, log, hint=hint)
            return None
        log.references.append(Reference("card", card, log.place(node)))
        return ItemLink(card, item, log.place(node))

    def schema(self) -> Schema:
        """Describe both ids and the sign between them."""
        return {"type": "string", "pattern": f"^{ID_PATTERN}#{ID_PATTERN}$"}


class Encoding(Form[str]):
    """The encoding of a text file."""

    expected = "an encoding such as windows-1252, windows-1251, shift_jis or gb18030"
    _pattern = "[A-Za-z0-9][A-Za-z0-9_.:-]*"

    def read(self, node: Node, log: Log) -> str | None:
        """Return Python's name of the encoding."""
        import codecs

        value = node.value.strip() if isinstance(node, Scalar) else ""
        try:
            if re.fullmatch(self._pattern, value):
                found = codecs.lookup(value)
                b"".decode(found.name)
                if found.name not in _NO_TEXT:
                    return found.name
        except (LookupError, UnicodeError):
            pass
        self.refuse(node, log)
        return None

    def schema(self) -> Schema:
        """Describe the name."""
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
