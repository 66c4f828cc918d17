"""The nodes of a YAML file, each with its line and column, and the log of what is wrong with it."""

from typing import Final, Literal, NamedTuple, TypeAlias

from briefing.errors import MOST_PROBLEMS, Place, Problem
from briefing.text.cleaning import clean_block

_LONGEST_SHOWN: Final = 60


class Scalar(NamedTuple):
    """A single value, as the text it was typed as."""

    value: str
    line: int
    column: int
    style: str = ""
    """Empty for a plain value; else a quote mark, `|` or `>`."""
    comment: tuple[int, int] | None = None
    """Line and column of the `#` of a comment that ends a plain value, where there is one."""


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
    """Key, value, key, value, and so on. Where lines could not be read, a pair is `Refused`."""
    flow: bool = False
    """Whether it is written between braces, where a comma ends a value."""

    @property
    def pairs(self) -> "list[tuple[Node, Node]]":
        """The keys with their values."""
        return list(zip(self.children[::2], self.children[1::2], strict=True))

    @property
    def lost(self) -> bool:
        """Whether lines of it could not be read, so that nobody knows all its keys."""
        return any(isinstance(key, Refused) for key in self.children[::2])


class Refused(NamedTuple):
    """Stands where a mistake was already reported, so that nothing more is said about it."""

    line: int
    column: int


Node: TypeAlias = Scalar | Sequence | Mapping | Refused


ReferenceKind: TypeAlias = Literal["source", "speaker", "topic", "card"]


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
        limit: How many problems to keep; those beyond are counted only.
        problems: What is wrong, in the order found.
        more: How many problems were found beyond the limit.
        references: What the file expects the library to hold.
        spoilt: Lines on which a mistake of syntax was noted: what else is wrong there may come from
            it and is not said.
        lost: Whether something of the file could not be read at all, so that names may be missing.
    """

    def __init__(self, file: str, limit: int = MOST_PROBLEMS) -> None:
        self.file = file
        self.limit = limit
        self.problems: list[Problem] = []
        self.more = 0
        self.references: list[Reference] = []
        self.spoilt: set[int] = set()
        self.lost = False

    @property
    def full(self) -> bool:
        """Whether further problems are only counted, so that their words need not be made."""
        return len(self.problems) >= self.limit

    def place(self, node: Node) -> Place:
        """Return where a node starts."""
        return Place(self.file, node.line, node.column)

    def error(self, place: Place, code: str, message: str, hint: str = "") -> None:
        """Note a mistake; message and hint are cleaned, as they may repeat what was typed."""
        if place.line in self.spoilt:
            return
        if self.full:
            self.more += 1
            return
        problem = Problem("error", code, place, clean_block(message), clean_block(hint))
        self.problems.append(problem)

    @property
    def in_order(self) -> tuple[Problem, ...]:
        """The problems in the order of their places."""
        return tuple(sorted(self.problems, key=by_place))


def quoted(text: str) -> str:
    """Return a text between quote marks for a message, cut in the middle if it is long."""
    return f"'{cut_in_the_middle(text, _LONGEST_SHOWN)}'"


def cut_in_the_middle(text: str, limit: int) -> str:
    """Return a text of at most so many code points, its beginning and end kept."""
    if len(text) <= limit:
        return text
    head = (limit - 1) * 2 // 3
    return f"{text[:head].rstrip()}…{text[len(text) - (limit - 1 - head) :].lstrip()}"


def by_place(problem: Problem) -> tuple[int, int]:
    """Return a sort key that puts the problems of one file in the order of their places."""
    return problem.place.line or 0, problem.place.column or 0
