"""PDFs of a few lines, written out by hand: every letter of Courier is as wide as the next."""

import textwrap
from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842
_ADVANCE = 0.6
"""The width of a letter of Courier, in sizes."""


class Print(NamedTuple):
    """A line of print and where it stands, from the top left corner."""

    x: float
    y: float
    text: str
    size: float = 9
    bold: bool = False
    turned: bool = False


def pdf(pages: Sequence[Iterable[Print]], info: str = "", language: str = "") -> bytes:
    """Return a PDF of lines.

    Args:
        pages: The lines of each page; letters of windows-1252.
        info: What its information holds, such as `/Title (Talks)`.
        language: The language it says it is in.
    """
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {f'/Lang ({language})' if language else ''} >>".encode(),
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>".encode("cp1252"),
    ]
    kids = []
    for page in pages:
        stream = b"BT\n" + b"".join(map(_shown, page)) + b"ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents "
            f"{len(objects)} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
    objects[1] = (
        f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{n} 0 R' for n in kids)}] >>"
    ).encode()
    return written(objects)


def written(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """Return a PDF of objects, the first of them its catalogue, the fifth its information."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R {trailer} >>\n"
        f"startxref\n{start}\n%%EOF\n"
    ).encode()
    return bytes(out)


def _shown(line: Print) -> bytes:
    text = line.text.encode("cp1252").replace(b"\\", b"\\\\")
    text = text.replace(b"(", b"\\(").replace(b")", b"\\)")
    font = "F2" if line.bold else "F1"
    x, y = line.x, HEIGHT - line.y
    matrix = f"0 1 -1 0 {y} {x}" if line.turned else f"1 0 0 1 {x} {y}"
    return f"/{font} {line.size} Tf {matrix} Tm (".encode() + text + b") Tj\n"


def set_in_columns(
    paragraphs: Iterable[str], columns: int, rows: int, *, indent: int = 2, size: float = 9
) -> list[list[Print]]:
    """Return pages of paragraphs that flow through columns.

    Args:
        paragraphs: The text.
        columns: How many columns a page has.
        rows: How many lines a column has.
        indent: Letters by which a paragraph's first line is indented; none sets a blank line.
        size: The size of the letters.
    """
    gap = 20
    width = (WIDTH - 100 - gap * (columns - 1)) / columns
    letters = int(width / (_ADVANCE * size))
    lines: list[str] = []
    for paragraph in paragraphs:
        wrapped = textwrap.wrap(paragraph, letters, initial_indent=" " * indent)
        lines += wrapped if indent or not lines else ["", *wrapped]
    pages: list[list[Print]] = []
    for number, line in enumerate(lines):
        page, column, row = number // (columns * rows), number // rows % columns, number % rows
        if page == len(pages):
            pages.append([])
        shift = (len(line) - len(line.lstrip())) * _ADVANCE * size
        x = 50 + column * (width + gap) + shift
        if line.strip():
            pages[page].append(Print(x, 100 + row * 1.2 * size, line.strip(), size))
    return pages
