"""The letters of a PDF's pages, put together to stretches of lines with their places.

Coordinates are points; `x` grows to the right and `y` downwards, as one reads, also on pages that
lie on their side.
"""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from briefing.importing.document import DocumentError

_SUPERSCRIPT: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FORMS: Final = re.compile("[\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc\u2e80-\u2fdf]")
"""Ligatures, forms of Arabic letters and radicals: what fonts have and no text."""
_BLANKS: Final = frozenset(map(ord, " \t\r\n\xa0\u3000")) | set(range(0x2000, 0x200B))
_BULLETS: Final = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "•", 0xF0FC: "✓", 0xF06F: "◦"}
"""What fonts of symbols have in places that mean nothing elsewhere."""
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
    """The line the letters are on."""
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
    """How many words begin with a letter that has no code in its font."""


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
            reader = _Reader(raw, text.raw, count)
            fragments = list(_fragments(reader.letters()))
            return Page(index + 1, fragments, count, reader.unread)
        finally:
            text.close()
    finally:
        page.close()


class _Reader:
    """Asks the library about the letters of one page; what words share is asked once a word.

    Args:
        raw: The functions of the library.
        text: The page's text, as the library holds it.
        count: How many letters it has.
    """

    def __init__(self, raw: Any, text: Any, count: int) -> None:
        self._raw, self._text, self._count = raw, text, count
        self._box = raw.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._places = ctypes.byref(self._box), ctypes.byref(self._x), ctypes.byref(self._y)
        angles = (self._angle(number) for number in range(0, count, 7))
        usual = Counter(angles).most_common(1)
        self._direction = usual[0][0] if usual else 0
        self._radians = math.radians(self._direction)
        self.unread = 0

    def letters(self) -> Iterator[_Letter | None]:
        """Yield the letters written in the page's usual direction; None where a word ends."""
        unicode = self._raw.FPDFText_GetUnicode
        starts, turned, bold = True, False, False
        for number in range(self._count):
            code = unicode(self._text, number)
            if code in _BLANKS:
                starts = True
                yield None
                continue
            if starts:
                starts = False
                turned = self._angle(number) != self._direction
                bold = _is_bold(self._raw, self._text, number)
                self.unread += self._raw.FPDFText_HasUnicodeMapError(self._text, number) == 1
            character = _character(code)
            if character and not turned and (letter := self._placed(number, character, bold)):
                yield letter

    def _angle(self, number: int) -> int:
        """Return in which direction a letter is written, in steps of five degrees."""
        degrees = math.degrees(self._raw.FPDFText_GetCharAngle(self._text, number))
        return round(degrees / 5) * 5 % 360 if math.isfinite(degrees) else 0

    def _placed(self, number: int, character: str, bold: bool) -> _Letter | None:
        box, x, y = self._places
        if not self._raw.FPDFText_GetLooseCharBox(self._text, number, box):
            return None
        if not self._raw.FPDFText_GetCharOrigin(self._text, number, x, y):
            return None
        box = self._box
        left, right, top, bottom = box.left, box.right, box.top, box.bottom
        stands = self._y.value
        if self._direction:
            corners = [self._turned(cx, cy) for cx in (left, right) for cy in (top, bottom)]
            left, right = min(c[0] for c in corners), max(c[0] for c in corners)
            bottom, top = min(c[1] for c in corners), max(c[1] for c in corners)
            stands = self._turned(self._x.value, stands)[1]
        size = top - bottom
        if not (math.isfinite(left + right + stands) and 0.5 < size < 2000):
            return None
        return _Letter(character, left, right, -stands, size, bold)

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        cos, sin = math.cos(self._radians), math.sin(self._radians)
        return x * cos + y * sin, y * cos - x * sin


def _character(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    if not code or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return ""
    if code in _BULLETS:
        return _BULLETS[code]
    character = chr(code)
    if code > 0x2E00 and _FORMS.match(character):
        return unicodedata.normalize("NFKC", character)
    return character


def _is_bold(raw: Any, text: Any, number: int) -> bool:
    """Return whether a letter is bold: by its font's weight, or where none is said by its name."""
    weight = raw.FPDFText_GetFontWeight(text, number)
    if weight > 0:
        return bool(weight >= _BOLD)
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    raw.FPDFText_GetFontInfo(text, number, name, _LONGEST_NAME, None)
    return b"bold" in name.value.lower()


class _Run:
    """Letters of a fragment that is being put together."""

    def __init__(self, letter: _Letter) -> None:
        self.text = [letter.text]
        self.x0, self.x1, self.y, self.size = letter.x0, letter.x1, letter.y, letter.size
        self.sizes = {letter.size: 1}
        self.number = letter.text.isdigit()
        """Whether all letters are digits, so that it may be the mark of a note."""
        self.bold = 0
        self.space = False

    def takes(self, letter: _Letter) -> bool:
        """Return whether a letter goes on where this fragment ends."""
        gap = max(letter.x0 - self.x1, self.x0 - letter.x1)
        size = max(self.size, letter.size)
        if gap >= 0.9 * size:
            return False
        off = abs(letter.y - self.y)
        return off < 0.3 * size or (off < 0.6 * size and self._raised(letter))

    def _raised(self, letter: _Letter) -> bool:
        smaller = letter.size < 0.85 * self.size and letter.y < self.y
        return smaller or (self.number and self.size < 0.85 * letter.size)

    def add(self, letter: _Letter) -> None:
        """Add a letter, after a blank where one was passed."""
        text = letter.text
        if self.number and self.size < 0.85 * letter.size:
            self.text = [each.translate(_SUPERSCRIPT) for each in self.text]
            self.y, self.size = letter.y, letter.size
        elif letter.size < 0.85 * self.size and self.y - letter.y > 0.15 * self.size:
            text = text.translate(_SUPERSCRIPT)
        if self.space and self.text[-1] != " ":
            self.text.append(" ")
        self.space = False
        self.number = self.number and text.isdigit()
        self.text.append(text)
        self.sizes[letter.size] = self.sizes.get(letter.size, 0) + 1
        self.bold += letter.bold
        if letter.x0 < self.x0:
            self.x0 = letter.x0
        if letter.x1 > self.x1:
            self.x1 = letter.x1

    def fragment(self) -> Fragment:
        """Return the whole."""
        text = "".join(self.text).strip()
        bold = self.bold * 2 > len(self.text)
        # The first letter may be a bullet or a bold one, whose box is higher than that of others.
        size = max(self.sizes, key=lambda each: self.sizes[each])
        return Fragment(text, self.x0, self.x1, self.y, size, bold)


def _fragments(letters: Iterable[_Letter | None]) -> Iterator[Fragment]:
    """Yield the stretches of lines that letters make, in the order of the file."""
    run: _Run | None = None
    for letter in letters:
        if letter is None:
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
