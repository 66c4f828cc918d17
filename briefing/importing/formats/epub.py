"""An EPUB book: its chapters in reading order."""

import posixpath
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import unquote

from briefing.importing import limits
from briefing.importing.document import DocumentBlock, DocumentError, Facts, Read
from briefing.importing.formats.encodings import decoded
from briefing.importing.formats.markup import blocks_of_html
from briefing.importing.prose import furniture
from briefing.importing.prose.facts import day_of, language_of, one_line, url_of

_CONTAINER: Final = "META-INF/container.xml"
_DUBLIN: Final = "{http://purl.org/dc/elements/1.1/}"


def read(data: bytes, progress: Callable[[float], None] | None = None) -> Read:
    """Read a book.

    Args:
        data: Its bytes.
        progress: Called with how far it has come.

    Raises:
        DocumentError: It is damaged, encrypted or hostile.
    """
    with limits.open_archive(data) as archive:
        name = _package_name(archive)
        package = _xml(archive, name)
        chapters = list(_chapters(package, name))
        _require_open(archive, chapters)
        limits.require_pages(len(chapters))
        blocks: list[DocumentBlock] = []
        warnings: list[str] = []
        parts = 0
        for number, chapter in enumerate(chapters):
            if progress is not None:
                progress(number / len(chapters))
            found = decoded(limits.read_member(archive, chapter))
            warnings += found.warnings
            of_chapter = blocks_of_html(found.text, f"part {parts + 1}")
            parts += bool(of_chapter)
            blocks += of_chapter
    return Read(tuple(furniture.with_reasons(blocks)), _facts(package), tuple(warnings))


def _xml(archive: zipfile.ZipFile, name: str) -> ET.Element:
    try:
        return ET.fromstring(limits.read_member(archive, name))
    except ET.ParseError as error:
        raise DocumentError(f"'{name}' inside is damaged", hint="get the file again") from error


def _package_name(archive: zipfile.ZipFile) -> str:
    for element in _xml(archive, _CONTAINER).iter():
        if element.tag.endswith("rootfile") and (path := element.get("full-path")):
            return path
    raise DocumentError("the book does not say what is in it", hint="get the file again")


def _chapters(package: ET.Element, name: str) -> Iterator[str]:
    """Yield the names of the chapters' files, in reading order."""
    items: dict[str, str] = {}
    for element in package.iter():
        kind = element.get("media-type", "")
        if element.tag.endswith("}item") and ("html" in kind or "xml" in kind):
            items[element.get("id", "")] = element.get("href", "")
    for element in package.iter():
        href = items.get(element.get("idref", "")) if element.tag.endswith("}itemref") else None
        if href:
            path = posixpath.join(posixpath.dirname(name), unquote(href.partition("#")[0]))
            yield posixpath.normpath(path)


def _require_open(archive: zipfile.ZipFile, chapters: list[str]) -> None:
    """Refuse a book whose chapters are encrypted; fonts may be."""
    names = archive.namelist()
    if "META-INF/encryption.xml" not in names:
        return
    locked = {
        unquote(element.get("URI", ""))
        for element in _xml(archive, "META-INF/encryption.xml").iter()
        if element.tag.endswith("CipherReference")
    }
    if locked.intersection(chapters):
        raise DocumentError("the book is encrypted", hint="its words cannot be had without a key")


def _facts(package: ET.Element) -> Facts:
    values = {
        name: one_line(package.findtext(f".//{_DUBLIN}{name}"))
        for name in ("title", "publisher", "date", "language", "source", "rights")
    }
    people = [one_line(each.text) for each in package.iter(f"{_DUBLIN}creator")]
    return Facts(
        title=values["title"],
        publisher=values["publisher"],
        byline=", ".join(filter(None, people[:6])),
        published=day_of(values["date"]),
        language=language_of(values["language"]),
        url=url_of(values["source"]),
        kind="book",
        rights=values["rights"],
    )
