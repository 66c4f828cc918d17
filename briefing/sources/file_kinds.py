"""What a file is that holds no plain text, told by its first bytes, and what to do about it."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

_LOOKED_AT: Final = 2**16
"""Bytes at either end of a file that are looked at."""


class FileKind(NamedTuple):
    """A kind of file whose words are not plain text."""

    what: str
    """Its name, as words after "this is"."""
    remedy: str


_AS_TEXT: Final = "save its text as UTF-8, and name that file"
_UNPACK: Final = "unpack it, and name a text file from it"
_TYPE: Final = "get its words as text, and name that file"
_PDF: Final = FileKind("a PDF", "save its text as UTF-8, as 'pdftotext FILE' does, and name that")
_HTML: Final = FileKind("a web page (HTML)", "save it from a browser as plain text, and name that")
_OFFICE: Final = "save it as plain text in UTF-8 from its program, and name that file"

_BEGINNINGS: Final[tuple[tuple[bytes, FileKind], ...]] = (
    (b"{\\rtf", FileKind("an RTF document", _OFFICE)),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind("an Office document", _OFFICE)),
    (b"%!PS", FileKind("a PostScript file", _AS_TEXT)),
    (b"\x1f\x8b", FileKind("a gzip archive", _UNPACK)),
    (b"BZh", FileKind("a bzip2 archive", _UNPACK)),
    (b"\xfd7zXZ\0", FileKind("an xz archive", _UNPACK)),
    (b"\x28\xb5\x2f\xfd", FileKind("a zstd archive", _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", FileKind("a 7-Zip archive", _UNPACK)),
    (b"Rar!\x1a\x07", FileKind("a RAR archive", _UNPACK)),
    (b"\x89PNG\r\n\x1a\n", FileKind("a PNG image", _TYPE)),
    (b"\xff\xd8\xff", FileKind("a JPEG image", _TYPE)),
    (b"GIF87a", FileKind("a GIF image", _TYPE)),
    (b"GIF89a", FileKind("a GIF image", _TYPE)),
    (b"II*\0", FileKind("a TIFF image", _TYPE)),
    (b"MM\0*", FileKind("a TIFF image", _TYPE)),
    (b"ID3", FileKind("an MP3 recording", _TYPE)),
    (b"OggS", FileKind("an Ogg recording", _TYPE)),
    (b"fLaC", FileKind("a FLAC recording", _TYPE)),
    (b"\x1aE\xdf\xa3", FileKind("a Matroska or WebM film", _TYPE)),
    (b"SQLite format 3\0", FileKind("a SQLite database", _AS_TEXT)),
    (b"bplist00", FileKind("a web archive or property list", _AS_TEXT)),
    (b"\x7fELF", FileKind("a program", _AS_TEXT)),
)
_IN_ZIP: Final[Mapping[bytes, FileKind]] = {
    b"application/epub+zip": FileKind("an EPUB book", _AS_TEXT),
    b"application/vnd.oasis.opendocument": FileKind("an OpenDocument file (ODT)", _OFFICE),
    b"word/": FileKind("a Word document (DOCX)", _OFFICE),
    b"xl/": FileKind("an Excel workbook (XLSX)", _OFFICE),
    b"ppt/": FileKind("a PowerPoint presentation (PPTX)", _OFFICE),
}
_IN_RIFF: Final = {
    b"WEBP": FileKind("a WebP image", _TYPE),
    b"WAVE": FileKind("a WAV recording", _TYPE),
    b"AVI ": FileKind("an AVI film", _TYPE),
}
# A comment's end is spelled out, so that many comments are tried in one way only.
_HTML_START: Final = r"(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)\b"
_TAG: Final = r"</(?:p|div|span|a|li|td|h[1-6]|body|html)>|<br\s*/?>"
_MANY_TAGS: Final = 5


def kind_of_bytes(data: bytes) -> FileKind | None:
    """Return what kind of file bytes are that are not plain text; None if they may be text."""
    if b"%PDF-" in data[:1024]:
        return _PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        ends = data[:_LOOKED_AT] + data[-_LOOKED_AT:]
        inside = (kind for mark, kind in _IN_ZIP.items() if mark in ends)
        return next(inside, FileKind("a ZIP archive", _UNPACK))
    if data.startswith(b"RIFF"):
        return _IN_RIFF.get(data[8:12])
    if data[4:8] == b"ftyp":
        is_image = data[8:12] in (b"heic", b"heix", b"mif1", b"avif")
        return FileKind("a HEIC or AVIF image" if is_image else "an MP4 film or recording", _TYPE)
    if data[257:262] == b"ustar":
        return FileKind("a tar archive", _UNPACK)
    return next((kind for start, kind in _BEGINNINGS if data.startswith(start)), None)


def kind_of_text(text: str) -> FileKind | None:
    """Return what kind of markup a text is; None if it is plain."""
    start = text[:_LOOKED_AT].lstrip("\ufeff \t\r\n")
    if re.match(_HTML_START, start, re.IGNORECASE | re.DOTALL):
        return _HTML
    if start.startswith("<?xml"):
        return FileKind("an XML file", _AS_TEXT)
    if start.startswith("<") and len(re.findall(_TAG, start, re.I)) >= _MANY_TAGS:
        return _HTML
    if re.match(r"(?:[\w-]+:.*\n(?:[ \t].*\n)*)*?Content-Type: multipart/related", start, re.I):
        return FileKind("a saved web page (MHTML)", _HTML.remedy)
    return None
