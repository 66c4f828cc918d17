"""Everything that can go wrong, said in one line each and turned into an exit code."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from briefing.cli.printing import complain
from briefing.cli.streams.standard_output import forget_output
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.library.library import Library

FINE = 0
FINDINGS = 1
"""A check found something, or a search found nothing."""
WRONG = 2
"""The command was used wrongly, or something could not be read."""
INTERRUPTED = 130
_NO_THREAD = "can't start new thread"


class Unread(NamedTuple):
    """What could not be read of a library, so that an answer is not the whole one."""

    code: int = FINE
    """The exit code: `WRONG` if there is anything."""
    complaints: tuple[str, ...] = ()
    """What is wrong with it, a line each."""

    def tell(self) -> int:
        """Say it on standard error, and return the exit code."""
        for line in self.complaints:
            complain(line)
        return self.code


def unread_in(library: "Library", sources: Iterable[str] = ()) -> Unread:
    """Return what could not be read of an open library.

    Args:
        library: The library. Where entries of an index file are lost, ids stand for their names.
        sources: Ids of the documents that were read for an answer, or were to be.
    """
    problems = [p for p in library.index_problems if p.place.file in library.lost_files]
    for source_id in dict.fromkeys(sources):
        problem = library.documents.problem(source_id)
        problems += [problem] if problem is not None and problem.severity == "error" else []
    return Unread(WRONG if problems else FINE, tuple(map(str, problems)))


def report_failure(error: Exception) -> int:
    """Say on standard error what went wrong.

    Args:
        error: A mistake of the user's, of their files or of their system.

    Returns:
        The exit code.

    Raises:
        Exception: The error itself, when it is a fault of the program's own.
    """
    match error:
        case BriefingError():
            for line in error_lines(error):
                complain(line)
        case OSError():
            forget_output()
            name = error.filename if error.filename is not None else "input or output"
            complain(f"{name}: {error.strerror or error}")
        case MemoryError() | SystemError():  # the latter is what some imports make of the former
            complain("memory is short (close other programs, or raise its limit)")
        case ImportError():
            complain(f"a part of the program cannot be loaded: {error}")
        case RuntimeError() if str(error) == _NO_THREAD:
            complain("no thread can be started (are there too many, or is memory short?)")
        case _:
            raise error
    return WRONG


def error_lines(error: BriefingError) -> list[str]:
    """Return one line for each problem behind an error, or the error's own line."""
    return [str(problem) for problem in error.problems] or [str(error)]
