"""A PDF read in a process of its own: the library that draws PDFs may crash on a broken one."""

from collections.abc import Callable
from typing import Final

from briefing.importing.document import Read
from briefing.importing.process.reader_process import Reader, read_in_process

_READER: Final = Reader(
    "briefing.importing.formats.pdf.pdf",
    "PDF reader",
    "print it to PDF again in another program, and import that",
)


def read(data: bytes, progress: Callable[[float], None] | None = None) -> Read:
    """Read a PDF.

    Args:
        data: Its bytes.
        progress: Called with how far it has come.

    Raises:
        DocumentError: It is damaged, encrypted, a scan, or too long, its reader crashed; or the
            extra is missing.
        ReaderError: The reader failed as it did not expect.
    """
    return read_in_process(_READER, data, progress)
