"""Marked-up text to blocks: elements open and close, and text is what is between.

It serves HTML of Word files, books and messages, and the XML that a page's story comes in; both
speak to it in the names of HTML's elements.
"""

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import Final

from briefing.importing.document import DocumentBlock, lines, prose
from briefing.importing.prose import furniture

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BREAKING: Final = frozenset(
    """
    address article aside blockquote body caption center dd details div dl dt figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody
    td tfoot th thead title tr ul
    """.split()  # noqa: SIM905  # a list would be a line each
)
"""Elements that begin and end a block."""
_HIDDEN: Final = frozenset(("script", "style", "template", "svg", "head", "noscript", "object"))
_VOID: Final = frozenset(("br", "hr", "img", "input", "link", "meta", "wbr", "col", "source"))
_SHORT_LINE: Final = 80
"""Code points up to which all lines of a paragraph are verse or an address."""
_LONG_CELL: Final = 300
_MOST_CELLS: Final = 20_000


class _Table:
    """A table that is being read: what is in each cell."""

    def __init__(self) -> None:
        self.rows: list[list[list[DocumentBlock]]] = []
        self.cells = 0

    def row(self) -> None:
        self.rows.append([])

    def cell(self) -> None:
        if not self.rows:
            self.row()
        self.rows[-1].append([])
        self.cells += 1

    def add(self, block: DocumentBlock) -> None:
        if not self.rows or not self.rows[-1]:
            self.cell()
        self.rows[-1][-1].append(block)

    def blocks(self) -> Iterable[DocumentBlock]:
        """Return a table as one block of lines, or its cells' blocks where it only lays out."""
        rows = [row for row in self.rows if any(row)]
        cells = [cell for row in rows for cell in row]
        lays_out = max(map(len, rows), default=0) < 2 or any(
            len(cell) > 3 or any(len(block.text) > _LONG_CELL for block in cell) for cell in cells
        )
        if lays_out:
            return [block for cell in cells for block in cell]
        texts = (
            " | ".join(" ".join(" ".join(b.text.split()) for b in cell) for cell in row)
            for row in rows
        )
        return [lines("\n".join(texts))]


class BlockBuilder:
    """Collects blocks while elements open and close.

    Attributes:
        blocks: What was collected.
        locator: Where the blocks to come are in the original.
    """

    def __init__(self) -> None:
        self.blocks: list[DocumentBlock] = []
        self.locator = ""
        self._text: list[str] = []
        self._open: list[str] = []
        self._hidden = 0
        self._tables: list[_Table] = []

    def start(self, tag: str) -> None:
        """Open an element."""
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag == "br":
            self._text.append("\n")
        elif tag == "q":
            self.data("“")
        elif tag in _BREAKING:
            self.flush()
            if tag == "table":
                self._tables.append(_Table())
            elif self._tables and tag == "tr":
                self._tables[-1].row()
            elif self._tables and tag in ("td", "th"):
                self._tables[-1].cell()
            if tag not in _VOID:
                self._open.append(tag)

    def end(self, tag: str) -> None:
        """Close an element; what was opened inside it and not closed is closed too."""
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag == "q":
            self.data("”")
        elif tag in _BREAKING:
            self.flush()
            if tag in self._open[-64:]:
                while self._open.pop() != tag:
                    pass
            if tag == "table" and self._tables:
                self._keep(self._tables.pop().blocks())

    def data(self, text: str) -> None:
        """Take text; its own line breaks mean nothing, except in `pre`."""
        if not self._hidden:
            self._text.append(
                text if "pre" in self._open[-8:] else re.sub(r"[ \t\r\n\f]+", " ", text)
            )

    def finish(self) -> list[DocumentBlock]:
        """Close everything and return the blocks."""
        self.flush()
        while self._tables:
            self._keep(self._tables.pop().blocks())
        return self.blocks

    def flush(self) -> None:
        """End the block that is being read."""
        text = "".join(self._text)
        self._text.clear()
        if text.strip():
            self._keep(self._made(text))

    def _made(self, text: str) -> list[DocumentBlock]:
        reason = self._reason()
        if "pre" in self._open[-8:]:
            return [lines(text, reason, self.locator)]
        parts = [part for part in text.split("\n") if part.strip()]
        is_verse = "\n\n" not in re.sub(r" *\n *", "\n", text.strip())
        if len(parts) > 1 and is_verse and max(map(len, parts)) <= _SHORT_LINE:
            kept = "\n".join(" ".join(part.split(" ")).strip() for part in parts)
            return [lines(kept, reason, self.locator)]
        return [prose(part, reason, self.locator) for part in parts]

    def _reason(self) -> str:
        """Return why the block that is being read is no part of the story."""
        inside = self._open[-4:]
        if any(tag in _HEADINGS for tag in inside):
            return furniture.HEADING
        if "figcaption" in inside:
            return furniture.CAPTION
        if "nav" in self._open:
            return "a list of links"
        return ""

    def _keep(self, blocks: Iterable[DocumentBlock]) -> None:
        if not self._tables:
            self.blocks.extend(blocks)
            return
        table = self._tables[-1]
        for block in blocks if table.cells < _MOST_CELLS else ():
            table.add(block)


class _Parser(HTMLParser):
    """Tells a builder of the elements of HTML."""

    def __init__(self, builder: BlockBuilder) -> None:
        super().__init__(convert_charrefs=True)
        self._builder = builder

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._builder.start(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._builder.start(tag)
        if tag not in _VOID:
            self._builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        self._builder.end(tag)

    def handle_data(self, data: str) -> None:
        self._builder.data(data)


def blocks_of_html(text: str, locator: str = "") -> list[DocumentBlock]:
    """Return the blocks of HTML: all it shows, headings and captions as furniture.

    Args:
        text: The HTML.
        locator: Where it is in the original.
    """
    builder = BlockBuilder()
    builder.locator = locator
    parser = _Parser(builder)
    parser.feed(text)
    parser.close()
    return builder.finish()


def with_shown_marks(text: str) -> str:
    """Return HTML with the marks that browsers show around a `q` element.

    Args:
        text: The HTML.
    """
    return re.sub(
        r"<(/?)q(?:\s[^<>]{0,500})?>", lambda tag: "”" if tag[1] else "“", text, flags=re.I
    )


def language_of_html(text: str) -> str:
    """Return the language that the root element of HTML names; empty if it names none."""
    root = r"<html\b[^>]{0,2000}?\s(?:xml:)?lang\s*=\s*[\"']?([A-Za-z][\w-]{1,30})"
    found = re.search(root, text[:50_000], re.I)
    return found[1] if found else ""
