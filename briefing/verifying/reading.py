"""Bytes of a memo in any format that documents can be imported from."""

from briefing.importing import limits
from briefing.importing.detect import format_of
from briefing.importing.document import Document
from briefing.importing.formats.encodings import decoded
from briefing.importing.reading import document_of
from briefing.verifying.memo import Memo, MemoParagraph, memo_of_lines

_LINED = ("text", "Markdown")


def memo_of(data: bytes, name: str, *, shown: str = "") -> Memo:
    """Read a memo.

    Text and Markdown keep the places of their lines. What comes from standard input is read as
    Markdown where it is text: an assistant's answer is that more often than not.

    Args:
        data: The file's bytes.
        name: The file's name; `-` for standard input.
        shown: What to call it in messages; the name if not given.

    Raises:
        DocumentError: It cannot be read.
    """
    limits.require_size(len(data))
    form = format_of(data, "" if name == "-" else name)
    if form not in _LINED:
        return _of_document(document_of(data, name), shown or name)
    found = decoded(data)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    memo = memo_of_lines(text, shown or name, marked=form == "Markdown" or name == "-")
    return Memo(memo.name, memo.paragraphs, "", found.warnings)


def _of_document(document: Document, name: str) -> Memo:
    """Take the paragraphs of an imported document, furniture too: a caption may quote."""
    paragraphs = tuple(MemoParagraph(block.text) for block in document.blocks)
    return Memo(name, paragraphs, document.facts.language, document.warnings)
