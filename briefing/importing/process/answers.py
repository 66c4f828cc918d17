"""What a reader in a process of its own answers: a line of JSON each, plain data and nothing else.

Who answers may have been led astray by the document it read, so nothing it says is taken on trust.
"""

import json
from typing import Any, Final

from briefing.importing.document import (
    DocumentBlock,
    DocumentError,
    Facts,
    Read,
    canonical,
    lines,
    prose,
)
from briefing.importing.process.errors import NonsenseError

LENGTH_BYTES: Final = 8
"""How many bytes before the document say how long it is, the most significant first."""
PROGRESS: Final = "progress"
"""How far reading has come, from 0 to 1."""
READ: Final = "read"
"""What was read."""
REFUSED: Final = "refused"
"""Why the document is not read: a message and a hint."""
FAILED: Final = "failed"
"""The kind of the error that the reader did not expect."""


def line_of(kind: str, value: object) -> bytes:
    """Return an answer as the line that is sent.

    Args:
        kind: Which answer it is.
        value: What JSON can hold; lone surrogates become question marks.
    """
    return json.dumps({kind: value}, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def answer_of(line: bytes) -> tuple[str, Any]:
    """Return which answer a line is, and what it says.

    Raises:
        NonsenseError: It is none.
    """
    try:
        answer = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise NonsenseError from error
    if not isinstance(answer, dict) or len(answer) != 1:
        raise NonsenseError
    return next(iter(answer.items()))


def value_of(read: Read) -> object:
    """Return what was read as a value for `line_of`."""
    return [list(read.blocks), list(read.facts), list(read.warnings), read.format]


def read_of(value: Any) -> Read:
    """Return what was read.

    Args:
        value: What `value_of` returned, sent as JSON.

    Raises:
        NonsenseError: It is no such value.
    """
    match value:
        case [list(blocks), list(facts), list(warnings), str(form)]:
            if len(facts) != len(Facts._fields):
                raise NonsenseError
            return Read(
                tuple(map(_block, blocks)),
                Facts(*map(_line, facts)),
                tuple(map(_line, warnings)),
                _line(form),
            )
    raise NonsenseError


def refusal_of(value: Any) -> DocumentError:
    """Return why a document is not read.

    Raises:
        NonsenseError: Nothing like it was said.
    """
    match value:
        case [message, hint]:
            return DocumentError(_line(message), hint=_line(hint))
    raise NonsenseError


def _block(value: Any) -> DocumentBlock:
    match value:
        case [str(text), "prose", reason, locator]:
            return prose(text, _line(reason), _line(locator))
        case [str(text), "lines", reason, locator]:
            return lines(text, _line(reason), _line(locator))
    raise NonsenseError


def _line(value: Any) -> str:
    if not isinstance(value, str):
        raise NonsenseError
    return " ".join(canonical(value).split())
