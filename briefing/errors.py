"""What can go wrong, said in one line: place, what, and what to do about it.

Two shapes serve two needs. A `Problem` is a finding: many can be collected while reading on. A
`BriefingError` stops the work; it carries the problems that made going on impossible.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "note"]


class Place(NamedTuple):
    """Where in a file something is."""

    file: str
    """Path as the user would type it, relative to the library where it is inside one."""
    line: int | None = None
    """1-based line, or None when the whole file is meant."""
    column: int | None = None
    """1-based column in code points, or None when the whole line is meant."""

    def __str__(self) -> str:
        parts = [self.file, *(str(n) for n in (self.line, self.column) if n is not None)]
        return ":".join(parts)


class Problem(NamedTuple):
    """One finding about a library, a card or a source."""

    severity: Severity
    """`error` makes a check fail; `warning` asks for a second look and makes it fail too; `note`
    says what is correct but good to know."""
    code: str
    """Stable kebab-case name of the rule, such as `unknown-key`."""
    place: Place
    """Where it was found."""
    message: str
    """What is wrong and what was expected, without a full stop at the end."""
    hint: str = ""
    """What to do, such as "did you mean 'speaker'?"; empty where nothing useful can be said."""

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.place}: {self.message}{hint}"


MORE = "more-problems"
"""Code of the problem that stands for all others of its file."""
MOST_PROBLEMS = 50
"""How many problems of one file are said, unless all are asked for."""


def capped(problems: Sequence[Problem], most: int = MOST_PROBLEMS, more: int = 0) -> list[Problem]:
    """Return the problems of one file, the last one saying how many others there are.

    Args:
        problems: In order; at least one if there are more. They may have been capped before.
        most: How many to keep.
        more: How many were found beyond these.
    """
    more += sum(int(p.message.split()[1]) for p in problems if p.code == MORE)
    known = [problem for problem in problems if problem.code != MORE]
    more += max(0, len(known) - most)
    kept = known[:most]
    if more:
        words = "1 more problem" if more == 1 else f"{more} more problems"
        place = Place(kept[-1].place.file)
        hint = "'briefing check --all' says all"
        severity: Severity = "error" if kept[0].severity == "error" else "warning"
        message = f"and {words} in this file"
        kept.append(Problem(severity, MORE, place, message, hint))
    return kept


class BriefingError(Exception):
    """A mistake of the user's or of their files, to be shown as one clear line and never a trace.

    Attributes:
        message: What is wrong.
        hint: What to do about it; may be empty.
        place: Where, if it is about a file.
        problems: The findings behind it; empty when the message says it all.
    """

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        place: Place | None = None,
        problems: Iterable[Problem] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.place = place
        self.problems = tuple(problems)

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{where}{self.message}{hint}"


class LibraryError(BriefingError):
    """A folder cannot be opened as a library."""


class SourceError(BriefingError):
    """A source document cannot be read."""


class CardError(BriefingError):
    """A card cannot be read; `problems` says every reason at once."""


class UnknownNameError(BriefingError):
    """A card, item, source, speaker or topic was asked for that the library does not hold."""
