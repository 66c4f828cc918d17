"""The letters of a PDF's pages, put together to stretches of lines with their places.

Coordinates are points; `x` grows to the right and `y` downwards, as one reads, also on pages that
lie on their side.
"""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from briefing.importing.document import DocumentError

_SUPERSCRIPT: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FORMS: Final = re.compile("[\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc\u2e80-\u2fdf]")
"""Ligatures, forms of Arabic letters and radicals: what fonts have and no text."""
_HYPHENS: Final = (0xFFFE, 0x2)
"""What the library gives for a hyphen at a line's end."""
_MOST_LETTERS: Final = 500_000
"""On one page; a page of a newspaper has 30,000."""
_BOLD: Final = 600
_LONGEST_NAME: Final = 128


class Fragment(NamedTuple):
    """A stretch of one line without a wide gap in it."""

    text: str
    x0: float
    x1: float
    y: float
    """The line the letters stand on."""
    size: float
    """The height of a line of this font."""
    bold: bool = False


class Page(NamedTuple):
    """A page as it is printed."""

    number: int
    """From 1, the first page of the file."""
    fragments: list[Fragment]
    """In the order of the file."""
    letters: int
    unread: int
    """How many letters have no code in their font."""


class _Letter(NamedTuple):
    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool


def read_page(raw: Any, document: Any, index: int) -> Page:
    """Read one page.

    Args:
        raw: The functions of the library.
        document: The open document.
        index: The page's place, from 0.

    Raises:
        DocumentError: It holds more letters than a page can.
    """
    page = document[index]
    try:
        text = page.get_textpage()
        try:
            count = text.count_chars()
            if count > _MOST_LETTERS:
                raise DocumentError(f"page {index + 1} holds {count:,} letters, which no page does")
            letters, unread = _letters(raw, text.raw, count)
            return Page(index + 1, list(_fragments(letters)), count, unread)
        finally:
            text.close()
    finally:
        page.close()


def _letters(raw: Any, text: Any, count: int) -> tuple[list[_Letter | None], int]:
    """Return the letters of a page that are written in its usual direction; None for a new line."""
    angles = [round(math.degrees(raw.FPDFText_GetCharAngle(text, n))) % 360 for n in range(count)]
    usual = Counter(angle - angle % 5 for angle in angles).most_common(1)
    direction = usual[0][0] if usual else 0
    found: list[_Letter | None] = []
    unread = 0
    for number in range(count):
        code = raw.FPDFText_GetUnicode(text, number)
        if code in (0xD, 0xA):
            found.append(None)
            continue
        if raw.FPDFText_HasUnicodeMapError(text, number) == 1:
            unread += 1
        character = _character(code)
        generated = raw.FPDFText_IsGenerated(text, number) == 1
        if generated and character == " ":
            found.append(_Letter(" ", 0, 0, 0, 0, False))
        elif character and abs(angles[number] - direction) % 355 <= 5:
            letter = _placed(raw, text, number, character, math.radians(direction))
            if letter is not None:
                found.append(letter)
    return found, unread


def _character(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    if not code or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return ""
    character = chr(code)
    if _FORMS.match(character):
        return unicodedata.normalize("NFKC", character)
    return character


def _placed(raw: Any, text: Any, number: int, character: str, direction: float) -> _Letter | None:
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    if not raw.FPDFText_GetLooseCharBox(text, number, ctypes.byref(box)):
        return None
    if not raw.FPDFText_GetCharOrigin(text, number, ctypes.byref(x), ctypes.byref(y)):
        return None
    xs_ys = ((cx, cy) for cx in (box.left, box.right) for cy in (box.top, box.bottom))
    corners = [_turned(cx, cy, direction) for cx, cy in xs_ys]
    xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
    size = max(ys) - min(ys)
    if not all(map(math.isfinite, (*xs, *ys))) or not 0.5 < size < 2000:
        return None
    bold = _is_bold(raw, text, number)
    return _Letter(
        character, min(xs), max(xs), -_turned(x.value, y.value, direction)[1], size, bold
    )


def _is_bold(raw: Any, text: Any, number: int) -> bool:
    """Tell whether a letter is bold: by its font's weight, or where none is said by its name."""
    weight = raw.FPDFText_GetFontWeight(text, number)
    if weight > 0:
        return bool(weight >= _BOLD)
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    raw.FPDFText_GetFontInfo(text, number, name, _LONGEST_NAME, None)
    return b"bold" in name.value.lower()


def _turned(x: float, y: float, angle: float) -> tuple[float, float]:
    if not angle:
        return x, y
    cos, sin = math.cos(angle), math.sin(angle)
    return x * cos + y * sin, y * cos - x * sin


class _Run:
    """Letters of a fragment that is being put together."""

    def __init__(self, letter: _Letter) -> None:
        self.text = [letter.text]
        self.x0, self.x1, self.y, self.size = letter.x0, letter.x1, letter.y, letter.size
        self.sizes = Counter((letter.size,))
        self.bold = 0
        self.space = False

    def takes(self, letter: _Letter) -> bool:
        """Tell whether a letter goes on where this fragment ends."""
        gap = max(letter.x0 - self.x1, self.x0 - letter.x1)
        size = max(self.size, letter.size)
        return (
            gap < 0.9 * size
            and abs(letter.y - self.y) < (0.6 if self._raised(letter) else 0.3) * size
        )

    def _raised(self, letter: _Letter) -> bool:
        smaller = letter.size < 0.85 * self.size and letter.y < self.y
        return smaller or (self._is_number() and self.size < 0.85 * letter.size)

    def _is_number(self) -> bool:
        return all(each.isdigit() for each in self.text)

    def add(self, letter: _Letter) -> None:
        """Add a letter, after a blank where one was passed."""
        text = letter.text
        if self._is_number() and self.size < 0.85 * letter.size:
            self.text = [each.translate(_SUPERSCRIPT) for each in self.text]
            self.y, self.size = letter.y, letter.size
        elif letter.size < 0.85 * self.size and self.y - letter.y > 0.15 * self.size:
            text = text.translate(_SUPERSCRIPT)
        if self.space and self.text[-1] != " ":
            self.text.append(" ")
        self.space = False
        self.text.append(text)
        self.sizes[letter.size] += 1
        self.bold += letter.bold
        self.x0, self.x1 = min(self.x0, letter.x0), max(self.x1, letter.x1)

    def fragment(self) -> Fragment:
        """Return the whole."""
        text = "".join(self.text).strip()
        bold = self.bold * 2 > len(self.text)
        # The first letter may be a bullet or a bold one, whose box is higher than that of others.
        size = self.sizes.most_common(1)[0][0]
        return Fragment(text, self.x0, self.x1, self.y, size, bold)


def _fragments(letters: list[_Letter | None]) -> Iterator[Fragment]:
    """Yield the stretches of lines that letters make, in the order of the file."""
    run: _Run | None = None
    for letter in letters:
        if letter is None or letter.text.isspace():
            if run is not None:
                run.space = True
            continue
        if run is not None and run.takes(letter):
            run.add(letter)
            continue
        if run is not None and (made := run.fragment()).text:
            yield made
        run = _Run(letter)
        run.bold += letter.bold
    if run is not None and (made := run.fragment()).text:
        yield made
