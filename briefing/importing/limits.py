"""How large a document may be, asked before anything of it is read or unpacked.

The numbers are far beyond what people quote from, and small enough that no file can fill memory.
"""

import io
import re
import stat
import zipfile
from pathlib import Path
from typing import BinaryIO, Final

from briefing.importing.document import DocumentError

MAX_BYTES: Final = 64 * 2**20
"""Of an original; a source of the library may not be larger either."""
MAX_MARKUP: Final = 16 * 2**20
"""Of a web page: its tree takes thirty times as much memory."""
MAX_PAGES: Final = 2_000
MAX_BLOCKS: Final = 1_000_000
MAX_FILES: Final = 1_000
"""In one import."""
_MAX_MEMBERS: Final = 10_000
_MAX_UNPACKED: Final = 256 * 2**20
_MAX_MEMBER: Final = 32 * 2**20
"""Of one member that is markup and is read whole."""
_MAX_RATIO: Final = 200
"""Text packs ten to one at best; a member of zeros a thousand to one."""
_SMALL: Final = 2**20
"""Unpacked bytes below which no ratio is asked about."""
_ENTITY: Final = re.compile(rb"<!ENTITY", re.I)


def read_bytes(path: Path, most: int = MAX_BYTES) -> bytes:
    """Read a file that is a plain one and not too large.

    Args:
        path: The file.
        most: How many bytes it may have.

    Raises:
        DocumentError: It is neither, or is empty.
        OSError: It cannot be read.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise DocumentError("this is no plain file", hint="save it as one, and name that")
    require_size(found.st_size, most)
    with path.open("rb") as file:
        return read_stream(file, most)


def read_stream(stream: BinaryIO, most: int = MAX_BYTES) -> bytes:
    """Read a stream to its end, unless it is too long.

    Args:
        stream: The stream; of one that is too long, a byte more than it may have is read.
        most: How many bytes it may have.

    Raises:
        DocumentError: It is too long, or empty.
    """
    data = stream.read(most + 1)
    require_size(len(data), most)
    return data


def require_size(size: int, most: int = MAX_BYTES) -> None:
    """Refuse what is empty or too large.

    Raises:
        DocumentError: It is.
    """
    if not size:
        raise DocumentError("the file is empty")
    if size > most:
        megabytes = f"{size / 2**20:,.0f} MiB" if size > most + 1 else "larger"
        message = f"too large: {megabytes}, and {most // 2**20} MiB are read"
        raise DocumentError(message, hint="import the part that is quoted from")


def require_pages(count: int) -> None:
    """Refuse a document of too many pages.

    Raises:
        DocumentError: It has more than can be imported.
    """
    if count > MAX_PAGES:
        message = f"too long: {count:,} pages, and {MAX_PAGES:,} are read"
        raise DocumentError(message, hint="import the pages that are quoted from")


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Open a ZIP archive whose members, unpacked, are neither too many nor too large.

    Raises:
        DocumentError: It is damaged, encrypted, or would unpack to more than can be meant.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise DocumentError("the file is damaged or cut off", hint="get it again") from error
    if any(member.flag_bits & 1 for member in members):
        raise DocumentError("the file is encrypted", hint="save it without a password")
    if len(members) > _MAX_MEMBERS:
        raise DocumentError(f"the archive holds {len(members):,} files, which no document does")
    unpacked = sum(member.file_size for member in members)
    if unpacked > _MAX_UNPACKED or any(map(_is_bomb, members)):
        message = f"the archive unpacks to {unpacked / 2**20:,.0f} MiB, which no document does"
        raise DocumentError(message, hint="is it what it should be?")
    return archive


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    packed = max(1, member.compress_size)
    return member.file_size > _SMALL and member.file_size / packed > _MAX_RATIO


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Read one member of an archive, which is markup.

    Raises:
        DocumentError: It is not there, damaged, too large, or defines entities, which may multiply.
    """
    try:
        if archive.getinfo(name).file_size > _MAX_MEMBER:
            raise DocumentError(f"'{name}' inside is too large")
        data = archive.read(name)
    except KeyError as error:
        raise DocumentError(f"'{name}' is missing inside", hint="get the file again") from error
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise DocumentError("the file is damaged or cut off", hint="get it again") from error
    except Exception as error:  # zlib and lzma have errors of their own
        raise DocumentError("the file is damaged", hint="get it again") from error
    if _ENTITY.search(data):
        raise DocumentError("the file defines XML entities, which no program writes")
    return data
