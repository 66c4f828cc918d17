"""A PDF: its print read back to paragraphs, without what only the pages needed."""

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from briefing.importing import limits
from briefing.importing.document import (
    DocumentBlock,
    DocumentError,
    Facts,
    Read,
    count_words,
    first_words,
)
from briefing.importing.formats.extras import needed
from briefing.importing.formats.pdf.flow import blocks_of
from briefing.importing.formats.pdf.layout import (
    MARGIN,
    PageLine,
    lines_of,
    mirrored,
    without_margin_numbers,
)
from briefing.importing.formats.pdf.pages import Page, read_page
from briefing.importing.formats.pdf.running_heads import Running, running
from briefing.importing.prose import furniture
from briefing.importing.prose.facts import language_of, one_line
from briefing.importing.prose.line_joining import hyphen_warnings, words_of
from briefing.importing.prose.turns import is_transcript

_FEW: Final = 16
"""Letters on a page below which it is a picture with a number."""
_LONGEST_TAG: Final = 200
"""Bytes of a language tag."""
_MOST_UNREAD: Final = 0.04
"""Words that cannot be read for each letter; a word has five letters."""
_MOST_LETTERS: Final = 64 * 2**20
_UNTITLED: Final = re.compile(
    r"microsoft word\b.*|untitled.*|document\d*|\S+\.\w{2,4}|"
    r".*\.(?:docx?|pdf|indd|rtf|qxd|pages|odt)",
    re.I,
)


def read(data: bytes, progress: Callable[[float], None] | None = None) -> Read:
    """Read a PDF.

    Args:
        data: Its bytes.
        progress: Called with how far it has come.

    Raises:
        DocumentError: It is damaged, encrypted, a scan, or too long; or the extra is missing.
    """
    pdfium = needed("pypdfium2", "a PDF")
    document = _opened(pdfium, data)
    try:
        pages = list(_pages(pdfium, document, progress))
        values = document.get_metadata_dict(skip_empty=True)
        language = _language(pdfium, document)
    finally:
        document.close()
    _require_text(pages)
    return _read(pages, values, language)


def _opened(pdfium: Any, data: bytes) -> Any:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            hint = "save it without a password"
            raise DocumentError("the PDF is encrypted", hint=hint) from error
        raise DocumentError("the PDF is damaged or cut off", hint="get it again") from error
    limits.require_pages(len(document))
    return document


def _pages(pdfium: Any, document: Any, progress: Callable[[float], None] | None) -> Iterator[Page]:
    count, letters = len(document), 0
    for index in range(count):
        if progress is not None:
            progress(index / count)
        try:
            page = read_page(pdfium.raw, document, index)
        except pdfium.PdfiumError as error:
            message = f"page {index + 1} of the PDF is damaged"
            raise DocumentError(message, hint="get it again") from error
        letters += page.letters
        if letters > _MOST_LETTERS:
            raise DocumentError("the PDF holds more letters than can be meant")
        yield page


def _language(pdfium: Any, document: Any) -> str:
    size = pdfium.raw.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if not 2 < size < _LONGEST_TAG:
        return ""
    buffer = (ctypes.c_ushort * size)()
    pdfium.raw.FPDFCatalog_GetLanguage(document.raw, buffer, size)
    return language_of(bytes(buffer)[:size].decode("utf-16-le", "replace").rstrip("\0"))


def _require_text(pages: Sequence[Page]) -> None:
    letters, unread = sum(p.letters for p in pages), sum(p.unread for p in pages)
    if not any(page.letters > _FEW for page in pages):
        hint = "it is a scan: let a program read its letters (OCR), and import that"
        raise DocumentError("there is no text in this PDF", hint=hint)
    if unread > _MOST_UNREAD * letters:
        hint = "print it to PDF again, or run text recognition (OCR) on it"
        raise DocumentError("the letters of this PDF have no codes", hint=hint)


def _read(pages: Sequence[Page], values: dict[str, str], language: str) -> Read:
    facing = [mirrored(page.fragments) for page in pages]
    stripped = [without_margin_numbers(fragments) for fragments, _ in facing]
    printed = [
        lines_of(fragments, turned=turned)
        for (fragments, _), (_, turned) in zip(stripped, facing, strict=True)
    ]
    found = running(printed)
    kept = [
        [line for number, line in enumerate(page) if (place, number) not in found.lines]
        for place, page in enumerate(printed)
    ]
    locators = [f"p. {number}" for number in _numbers(len(pages), found)]
    words = words_of(line.text for page in kept for line in page)
    blocks = list(blocks_of(kept, locators, words))
    facts = _facts(blocks, values, language)
    spoken = is_transcript([block.text for block in blocks if not block.furniture])
    if spoken:
        facts = facts._replace(kind="transcript")
    marked = tuple(_with_headline(furniture.with_reasons(blocks, facts.title), facts.title))
    warnings = [*_warnings(pages, found, kept), *hyphen_warnings(b.text for b in blocks)]
    if tables := sum(block.kind == "lines" for block in blocks):
        kept_as = f"{count_words(tables, 'table is', 'tables are')} kept in rows"
        warnings.append(f"{kept_as}: look whether each cell is in its place")
    if any(margin for _, margin in stripped):
        warnings.append("the numbers of lines in the margin are left out")
    if facts.byline:
        warnings.append("the byline is what the file names as its author")
    return Read(marked, facts, tuple(warnings))


def _numbers(count: int, found: Running) -> list[int]:
    """Return the number of each page: the printed one, if it is printed and counts through."""
    offsets = {number - place for place, number in found.numbers.items()}
    if len(offsets) != 1 or len(found.numbers) < max(2, count // 2):
        return [place + 1 for place in range(count)]
    offset = offsets.pop()
    # Pages before the first printed number would be counted below one.
    return [place + (offset if place + offset > 0 else 1) for place in range(count)]


def _facts(blocks: Sequence[DocumentBlock], values: dict[str, str], language: str) -> Facts:
    title = one_line(values.get("Title", ""))
    if _UNTITLED.fullmatch(title) or sum(map(str.isalpha, title)) * 2 < len(title):
        title = ""
    heads = [b.text for b in blocks[:6] if b.furniture == furniture.HEADING]
    if not title and heads:
        title = max(heads, key=len)
    return Facts(title=title, byline=one_line(values.get("Author", "")), language=language)


def _with_headline(blocks: Iterator[DocumentBlock], title: str) -> Iterator[DocumentBlock]:
    for number, block in enumerate(blocks):
        is_title = number < 6 and block.furniture == furniture.HEADING and block.text == title
        if is_title:
            block = block._replace(furniture=furniture.HEADLINE)
        elif furniture.is_page_number(block.text):
            block = block._replace(furniture=furniture.PAGE_NUMBER)
        yield block


def _warnings(
    pages: Sequence[Page], found: Running, kept: Sequence[Sequence[PageLine]]
) -> Iterator[str]:
    """Yield what was left out and what is uncertain about the pages."""
    for head in found.heads[:4]:
        yield f"a running head or foot is left out: {first_words(head)}"
    if len(found.heads) > 4:
        yield f"{len(found.heads) - 4:,} more running heads and feet are left out"
    if found.numbers:
        yield "the printed numbers of pages are left out"
    empty = [page.number for page in pages if page.letters <= _FEW]
    if empty:
        shown = ", ".join(map(str, empty[:10])) + (" and more" if len(empty) > 10 else "")
        yield f"pages without text, which may be pictures: {shown}"
    if unread := sum(page.unread for page in pages):
        yield f"{unread:,} words begin with a letter that has no code: they may be wrong"
    if down := sum(page.down for page in pages):
        yield f"{count_words(down, 'page')} with lines that run downwards: look at their order"
    if across := sum(page.across for page in pages):
        words = count_words(across, "letter")
        yield f"{words} across such lines, or beside them as readings, are left out"
    if any(len({line.column for line in page} - {MARGIN}) > 1 for page in kept):
        yield "the pages have columns: look whether paragraphs go on as they should"
