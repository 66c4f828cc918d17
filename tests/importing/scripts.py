"""PDFs in other scripts: every sign is a box of a font made for the page, and has its code."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tests.importing.papers import HEIGHT, WIDTH, written

_RULES = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def"
)
_LEFT = re.compile(r"[A-Za-z](?:[A-Za-z ]*[A-Za-z])?|\d+(?:[.,:]\d+)*")


class Sign(NamedTuple):
    """Signs one after the other and where they stand, from the top left corner."""

    x: float
    y: float
    text: str
    size: float = 10
    turned: bool = False
    """Whether they run downwards, lying on their side."""


def advance(sign: str) -> float:
    """Return how wide a sign is, in sizes."""
    return 1.0 if unicodedata.east_asian_width(sign) in "WF" else 0.5


def pdf_of_signs(pages: Sequence[Iterable[Sign]]) -> bytes:
    """Return a PDF of signs; of at most 250 different ones."""
    drawn = [list(page) for page in pages]
    signs = sorted({sign for page in drawn for each in page for sign in each.text})
    codes = {sign: number for number, sign in enumerate(signs, 1)}
    rows = "".join(f"<{n:02X}> <{s.encode('utf-16-be').hex()}>\n" for s, n in codes.items())
    table = (
        f"{_RULES} 1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(signs)} beginbfchar\n{rows}endbfchar\nendcmap end end"
    )
    widths = " ".join(str(round(1000 * advance(sign))) for sign in signs)
    names = " ".join("/w" if advance(sign) == 1 else "/n" for sign in signs)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        f"<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 1000 800]"
        f" /FontMatrix [.001 0 0 .001 0 0] /FirstChar 1 /LastChar {len(signs)}"
        f" /Widths [{widths}] /Encoding << /Type /Encoding"
        f" /Differences [1 {names}] >> /CharProcs << /w 6 0 R /n 7 0 R >> /ToUnicode 4 0 R"
        " /Resources << >> >>".encode(),
        _stream(table),
        b"<< >>",
        _stream("1000 0 0 -200 1000 800 d1 0 -200 1000 1000 re f"),
        _stream("500 0 0 -200 500 800 d1 0 -200 500 1000 re f"),
    ]  # fmt: skip
    kids = []
    for page in drawn:
        objects.append(_stream("BT\n" + "".join(_shown(each, codes) for each in page) + "ET"))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents"
            f" {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return written(objects)


def _stream(text: str) -> bytes:
    return f"<< /Length {len(text)} >>\nstream\n{text}\nendstream".encode()


def _shown(each: Sign, codes: dict[str, int]) -> str:
    matrix = "0 -1 1 0" if each.turned else "1 0 0 1"
    text = "".join(f"{codes[sign]:02X}" for sign in each.text)
    return f"/F1 {each.size} Tf {matrix} {each.x} {HEIGHT - each.y} Tm <{text}> Tj\n"


def as_shown(text: str) -> str:
    """Return a line of Arabic as its signs stand from the left, Latin words and numbers forward."""
    parts = [*_LEFT.split(text)]
    left = _LEFT.findall(text)
    turned = [part[::-1].translate(str.maketrans("()", ")(")) for part in parts]
    shown = [turned[0]]
    for number, word in enumerate(left, 1):
        shown += [word, turned[number]]
    return "".join(reversed(shown))


def downwards(lines: Sequence[str], *, right: float = 500, top: float = 100) -> list[Sign]:
    """Return lines that run downwards, a sign below the other and a line left of the other."""
    return [
        Sign(right - 20 * number, top + 12 * row, sign, 12)
        for number, line in enumerate(lines)
        for row, sign in enumerate(line)
        if sign != "　"
    ]
