"""A Word file: the view in which tracked insertions are accepted and deletions are gone."""

import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from typing import Final

from briefing.importing import limits
from briefing.importing.document import DocumentBlock, Facts, Read, count_words
from briefing.importing.formats.extras import needed
from briefing.importing.formats.markup import blocks_of_html
from briefing.importing.prose import furniture
from briefing.importing.prose.facts import language_of, one_line

_STYLES: Final = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Caption'] => p:fresh
"""
_NOTE: Final = re.compile(r'<sup><a href="#(?:foot|end)note-[^"]*"[^>]*>\[(\d+)\]</a></sup>')
_BACK: Final = re.compile(r'\s*<a href="#(?:foot|end)note-ref-[^"]*">↑</a>')
_NOTES: Final = re.compile(r'<ol><li id="(?:foot|end)note-')
_SUPERSCRIPT: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DUBLIN: Final = "{http://purl.org/dc/elements/1.1/}"
_LANGUAGE: Final = re.compile(rb"<w:lang\b[^>]*?w:val=\"([A-Za-z-]{2,20})\"")
_UNTITLED: Final = re.compile(r"(?:microsoft word|document|untitled|dokument)\b.*", re.I)


def read(data: bytes, progress: Callable[[float], None] | None = None) -> Read:
    """Read a Word file.

    Args:
        data: Its bytes.
        progress: Not told: the reader of the format works in one step.

    Raises:
        DocumentError: It is damaged, encrypted or hostile, or the extra is missing.
    """
    mammoth = needed("mammoth", "a Word file")
    with limits.open_archive(data) as archive:
        parts = {
            name: limits.read_member(archive, name)
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }
    picture = mammoth.images.img_element(lambda image: {})
    made = mammoth.convert_to_html(io.BytesIO(data), style_map=_STYLES, convert_image=picture)
    html = _NOTE.sub(lambda found: found[1].translate(_SUPERSCRIPT), str(made.value))
    found = _NOTES.search(html)
    body, notes = (html[: found.start()], html[found.start() :]) if found else (html, "")
    blocks = blocks_of_html(body)
    facts = _facts(parts, blocks)
    marked = [*furniture.with_reasons(blocks, facts.title), *_notes(notes)]
    return Read(
        tuple(_with_headline(marked, facts.title)), facts, tuple(_warnings(parts, html, facts))
    )


def _notes(html: str) -> Iterator[DocumentBlock]:
    """Yield footnotes and endnotes, which are apart at the end."""
    for number, note in enumerate(_BACK.sub("", html).split('<li id="')[1:], 1):
        for block in blocks_of_html(f'<p id="{note}'):
            mark = str(number).translate(_SUPERSCRIPT)
            yield block._replace(text=f"{mark} {block.text}", furniture=furniture.FOOTNOTE)


def _facts(parts: dict[str, bytes], blocks: list[DocumentBlock]) -> Facts:
    """Return what the file says of itself; its title is its first heading, if it begins so."""
    core = _core(parts.get("docProps/core.xml", b""))
    title = core.get("title", "")
    if _UNTITLED.fullmatch(title):
        title = ""
    if blocks and blocks[0].furniture == furniture.HEADING:
        title = blocks[0].text
    language = _LANGUAGE.search(parts.get("word/styles.xml", b""))
    tag = core.get("language", "") or (language[1].decode() if language else "")
    return Facts(
        title=title,
        byline=core.get("creator", ""),
        language=language_of(tag),
        caution=_caution(parts),
    )


def _core(data: bytes) -> dict[str, str]:
    try:
        root = ET.fromstring(data) if data else None
    except ET.ParseError:
        root = None
    names = ("title", "creator", "language")
    return {} if root is None else {n: one_line(root.findtext(_DUBLIN + n)) for n in names}


def _with_headline(blocks: list[DocumentBlock], title: str) -> Iterator[DocumentBlock]:
    for number, block in enumerate(blocks):
        is_title = number < 4 and block.furniture == furniture.HEADING and block.text == title
        yield block._replace(furniture=furniture.HEADLINE) if is_title else block


def _count(parts: dict[str, bytes], tag: str, name: str = "word/document.xml") -> int:
    return len(re.findall(rb"<w:" + tag.encode() + rb"[ >]", parts.get(name, b"")))


def _changes(parts: dict[str, bytes]) -> tuple[int, int]:
    """Return how many insertions and deletions are tracked."""
    inserted = _count(parts, "ins") + _count(parts, "moveTo")
    return inserted, _count(parts, "del") + _count(parts, "moveFrom")


def _caution(parts: dict[str, bytes]) -> str:
    if not any(_changes(parts)):
        return ""
    return "The file has tracked changes; this is the view in which all of them are accepted."


def _warnings(parts: dict[str, bytes], html: str, facts: Facts) -> Iterator[str]:
    inserted, deleted = _changes(parts)
    if inserted or deleted:
        yield (
            f"tracked changes: the view with {count_words(inserted, 'insertion')} accepted and "
            f"{count_words(deleted, 'deletion')} gone"
        )
    if comments := _count(parts, "comment", "word/comments.xml"):
        yield f"{count_words(comments, 'comment')} in the margin left out"
    if "<ol>" in html:
        yield "numbers that Word counts by itself are not part of the text"
    if facts.byline:
        yield "the byline is what the file names as its author"
