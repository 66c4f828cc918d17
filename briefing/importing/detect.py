"""What format a document is in: by its content first, by its name where content does not tell."""

import re
import zipfile
from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from briefing.importing import limits
from briefing.importing.document import DocumentError
from briefing.sources.file_kinds import kind_of_bytes, kind_of_text

Format: TypeAlias = Literal[
    "text", "Markdown", "web page", "PDF", "Word document", "EPUB book", "e-mail",
    "SubRip captions", "WebVTT captions",
]  # fmt: skip

SUFFIXES: Final[Mapping[str, Format]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "Markdown",
    ".markdown": "Markdown",
    ".html": "web page",
    ".htm": "web page",
    ".xhtml": "web page",
    ".eml": "e-mail",
    ".mht": "e-mail",
    ".mhtml": "e-mail",
    ".srt": "SubRip captions",
    ".vtt": "WebVTT captions",
    ".pdf": "PDF",
    ".docx": "Word document",
    ".epub": "EPUB book",
}
_OWN: Final[Mapping[Format, str]] = {
    "text": ".txt", "Markdown": ".md", "web page": ".html", "PDF": ".pdf", "Word document": ".docx",
    "EPUB book": ".epub", "e-mail": ".eml", "SubRip captions": ".srt", "WebVTT captions": ".vtt",
}  # fmt: skip
_HEAD: Final = 2**16
_SRT: Final = re.compile(
    r"\s*(?:\d+\s*\n\s*)?(?:\d{1,3}:)?\d{1,2}:\d{2}[,.]\d{1,3}\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[,.]\d"
)
_HEADER: Final = re.compile(
    r"^(?:from|to|date|subject|message-id|mime-version|received|return-path|content-type|"
    r"delivered-to|reply-to|snapshot-content-location)\s*:",
    re.I | re.M,
)
_FIRST_HEADER: Final = re.compile(r"(?:From [^\n]*\n)?[A-Za-z][\w-]{1,60}:[ \t]?")
_NEEDED: Final = re.compile(r"^(?:from|date|message-id|mime-version|received)\s*:", re.I | re.M)
_BINARY: Final = (
    (b"\x00\x01\x00\x00", "a font"),
    (b"wOFF", "a font"),
    (b"MZ", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
)


def format_of(data: bytes, name: str) -> Format:
    """Return the format of a document.

    Args:
        data: Its bytes.
        name: The file's name, or an empty string where it has none.

    Raises:
        DocumentError: It is of a kind that holds no text to import.
    """
    if b"%PDF-" in data[:1024]:
        return "PDF"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_archive(data)
    suffix = _suffix(name)
    if suffix in ("PDF", "Word document", "EPUB book"):
        _refuse_known(data)
        raise DocumentError(f"this is no {suffix}, whatever its name says", hint="get it again")
    _refuse_known(data)
    return _of_text(_head(data), suffix)


def suffix_of(form: Format) -> str:
    """Return what names of files of a format end in."""
    return _OWN[form]


def _suffix(name: str) -> Format | None:
    return next((form for end, form in SUFFIXES.items() if name.lower().endswith(end)), None)


def _of_archive(data: bytes) -> Format:
    with limits.open_archive(data) as archive:
        return _of_members(archive, data)


def _of_members(archive: zipfile.ZipFile, data: bytes) -> Format:
    names = set(archive.namelist())
    if "word/document.xml" in names:
        return "Word document"
    if "META-INF/container.xml" in names and "xl/workbook.xml" not in names:
        mimetype = limits.read_member(archive, "mimetype") if "mimetype" in names else b""
        if b"epub" in mimetype or not mimetype:
            return "EPUB book"
    _refuse_known(data)
    raise DocumentError("this is an archive without a document in it", hint="unpack it")


def _refuse_known(data: bytes) -> None:
    """Refuse what is of a known kind without text."""
    kind = kind_of_bytes(data)
    if kind is not None:
        raise DocumentError(f"this is {kind.what}, which cannot be imported", hint=kind.remedy)
    what = next((what for start, what in _BINARY if data.startswith(start)), None)
    if what is not None and b"\0" in data[:_HEAD]:
        raise DocumentError(f"this is {what}, which cannot be imported", hint="it holds no text")


def _head(data: bytes) -> str:
    """Return the beginning of a file as text; letters beyond ASCII do not matter here."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.replace(b"\0", b"").decode("utf-8-sig", "replace").lstrip("\ufeff")


def _of_text(head: str, suffix: Format | None) -> Format:
    head = head.replace("\r\n", "\n").replace("\r", "\n")
    if re.match(r"WEBVTT(?:[ \t\n]|$)", head):
        return "WebVTT captions"
    if _SRT.match(head):
        return "SubRip captions"
    if _is_mail(head):
        return "e-mail"
    kind = kind_of_text(head)
    if kind is not None and "HTML" in kind.what:
        return "web page"
    if suffix in ("text", "Markdown", "web page", "e-mail"):
        return suffix
    if kind is not None:
        raise DocumentError(f"this is {kind.what}, which cannot be imported", hint=kind.remedy)
    return "text"


def _is_mail(head: str) -> bool:
    """Return whether a text begins with the header fields of a message."""
    if not _FIRST_HEADER.match(head):
        return False
    header = head.partition("\n\n")[0]
    fields = {found.group().lower() for found in _HEADER.finditer(header)}
    return len(fields) > 1 and _NEEDED.search(header) is not None and _is_header(header)


def _is_header(header: str) -> bool:
    rows = header.split("\n")
    odd = [row for row in rows if not re.match(r"[\w-]+:|[ \t]|From |>?$", row)]
    return not odd
