"""What the reader needs of the machine, and says before it takes the terminal.

A toolkit that runs out of memory while it paints can neither go on nor always give the terminal
back: C libraries end the process, and threads that hold something wait for ever.
"""

import errno
import resource
from typing import Final

from briefing.errors import BriefingError

LEAST_MEMORY: Final = 384 * 2**20
"""Bytes of address space; measured: 250 MiB for a small library, stacks of threads for the most."""
LEAST_FILES: Final = 24
"""Open files; measured: 12 for a small library."""

_NO_THREAD: Final = "can't start new thread"
_SHORT: Final = (errno.EMFILE, errno.ENFILE, errno.ENOMEM)


class LimitError(BriefingError):
    """The reader is not allowed what it needs."""


def check_limits() -> None:
    """Refuse to start with less memory or fewer open files than the reader needs.

    Raises:
        LimitError: The limit is too low.
    """
    for number, least, unit, name, option in (
        (resource.RLIMIT_AS, LEAST_MEMORY, 2**20, "MiB of memory", "-v"),
        (resource.RLIMIT_NOFILE, LEAST_FILES, 1, "open files", "-n"),
    ):
        limit, _ = resource.getrlimit(number)
        if limit != resource.RLIM_INFINITY and limit < least:
            raise LimitError(
                f"the reader needs {least // unit} {name}, and the limit is {limit // unit}",
                hint=f"'ulimit {option}' raises it; 'briefing show' and 'list' need less",
            )


def is_shortage(error: BaseException) -> bool:
    """Return whether an error is the machine's and not the program's: memory, files or threads.

    Args:
        error: What ended the reader.
    """
    if isinstance(error, OSError):
        return error.errno in _SHORT
    return isinstance(error, MemoryError) or str(error) == _NO_THREAD
