"""Reading a document in a process of its own: a reader that crashes or hangs ends only itself."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from typing import Final, NamedTuple

from briefing.importing.document import DocumentError, Read
from briefing.importing.process import answers
from briefing.importing.process.errors import NonsenseError, ReaderError

PATIENCE: Final = 300.0
"""Seconds without a word after which a reader hangs; a page takes a fraction of one."""
_MOST_ANSWERED: Final = 512 * 2**20
"""Bytes of all answers; the text of the largest document is shorter."""
_PIECE: Final = 2**18
_START: Final = (
    "import sys; sys.path[:] = sys.argv[2:];"
    " from briefing.importing.process.reader_main import main; main(sys.argv[1])"
)


class Reader(NamedTuple):
    """What reads the documents of one format."""

    module: str
    """The module whose function `read` does."""
    name: str
    """What it is called, such as `PDF reader`."""
    remedy: str
    """What to do with a document on which it fails."""


def read_in_process(
    reader: Reader,
    data: bytes,
    progress: Callable[[float], None] | None = None,
    patience: float = PATIENCE,
) -> Read:
    """Read a document in a process that is over when this returns or raises, whatever happens.

    Args:
        reader: What reads it.
        data: The document's bytes.
        progress: Called with how far it has come.
        patience: Seconds without a word after which it is given up.

    Raises:
        DocumentError: It cannot be imported, or its reader crashed, hung or gave no answer.
        ReaderError: The reader failed as it did not expect.
    """
    try:
        with _started(reader, data) as process:
            for line in _lines(process, patience):
                if (read := _told(line, progress)) is not None:
                    return read
            why = _end_words(process.wait(patience))
    except NonsenseError:
        why = "its answer makes no sense"
    except (TimeoutError, subprocess.TimeoutExpired):
        why = f"no word from it in {patience:,.0f} seconds"
    raise _failure(reader, why)


def _failure(reader: Reader, why: str) -> DocumentError:
    message = f"the {reader.name} failed on this file ({why})"
    return DocumentError(message, hint=reader.remedy)


def _told(line: bytes, progress: Callable[[float], None] | None) -> Read | None:
    """Return what was read once it is told; tell of progress until then."""
    kind, value = answers.answer_of(line)
    match kind, value:
        case answers.READ, _:
            return answers.read_of(value)
        case answers.REFUSED, _:
            raise answers.refusal_of(value)
        case answers.FAILED, str(error):
            raise ReaderError(error)
        case answers.PROGRESS, int() | float():
            if progress is not None:
                progress(min(1.0, max(0.0, value)))
            return None
    raise NonsenseError


@contextmanager
def _started(reader: Reader, data: bytes) -> Iterator[subprocess.Popen[bytes]]:
    """Start a process that reads a document, and end it in any case.

    It is in a process group of its own, so that the keys that interrupt a program reach the one
    that can tell it; it ends when this one does, because nobody holds its standard input then.
    """
    command = [sys.executable, "-P", "-c", _START, reader.module, *sys.path]
    try:
        process = subprocess.Popen(
            command,
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            process_group=0,
        )
    except OSError as error:
        raise _failure(reader, f"it cannot be started: {error.strerror or error}") from error
    # A process that reads nothing would hold up a write for ever.
    giving = Thread(target=_give, args=(process, data), daemon=True)
    giving.start()
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        giving.join()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


def _give(process: subprocess.Popen[bytes], data: bytes) -> None:
    """Give a process its document; standard input stays open, so that the process lives."""
    if process.stdin is None:
        return
    rest = memoryview(len(data).to_bytes(answers.LENGTH_BYTES) + data)
    with suppress(OSError, ValueError):
        while rest:
            rest = rest[process.stdin.write(rest) :]


def _lines(process: subprocess.Popen[bytes], patience: float) -> Iterator[bytes]:
    """Yield the lines that a process writes, until it closes its standard output.

    Raises:
        TimeoutError: It was silent for too long.
        NonsenseError: It says far too much.
    """
    if process.stdout is None:
        return
    said, total = bytearray(), 0
    while select.select([process.stdout], [], [], patience)[0]:
        piece = os.read(process.stdout.fileno(), _PIECE)
        if not piece:
            return
        total += len(piece)
        if total > _MOST_ANSWERED:
            raise NonsenseError
        said += piece
        if b"\n" in piece:
            *whole, rest = bytes(said).split(b"\n")
            said = bytearray(rest)
            yield from whole
    raise TimeoutError


def _end_words(code: int) -> str:
    if code >= 0:
        return f"it ended with code {code} and no answer"
    name = signal.strsignal(-code)
    return f"signal {-code}{f', {name.lower()}' if name else ''}"
