"""The process that reads one document: bytes on standard input, answers on standard output.

It ends with whoever started it, and takes no more memory than any document needs.
"""

import os
import resource
import sys
from contextlib import suppress
from importlib import import_module
from threading import Thread
from typing import Final

from briefing.importing.document import DocumentError
from briefing.importing.process import answers

_MOST_MEMORY: Final = 4 * 2**30
"""Bytes of address space; the largest document that may be imported takes a tenth of it."""


def main(reader: str) -> None:
    """Read the document on standard input, and answer.

    Args:
        reader: The module whose function `read` reads it.
    """
    # What a library prints would be among the answers.
    out = os.dup(1)
    os.dup2(2, 1)
    _bound()
    data = sys.stdin.buffer.read(int.from_bytes(sys.stdin.buffer.read(answers.LENGTH_BYTES)))
    Thread(target=_leave_with_parent, daemon=True).start()

    def send(kind: str, value: object) -> None:
        rest = memoryview(answers.line_of(kind, value))
        while rest:
            rest = rest[os.write(out, rest) :]

    def tell(share: float) -> None:
        send(answers.PROGRESS, share)

    try:
        send(answers.READ, answers.value_of(import_module(reader).read(data, tell)))
    except DocumentError as error:
        send(answers.REFUSED, [error.message, error.hint])
    except MemoryError:
        hint = "import the part that is quoted from"
        send(answers.REFUSED, ["reading it takes more memory than any document should", hint])
    except Exception as error:
        send(answers.FAILED, type(error).__name__)


def _bound() -> None:
    """Take no more memory than a document needs, and leave no picture of it after a crash."""
    for what, most in ((resource.RLIMIT_AS, _MOST_MEMORY), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        # Some systems know a limit and do not let it be set.
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, hard))


def _leave_with_parent() -> None:
    """End as soon as nobody holds the other end of standard input."""
    os.read(0, 1)
    os._exit(1)
