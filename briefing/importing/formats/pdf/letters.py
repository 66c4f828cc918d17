"""The letters of a PDF's pages, each with its place.

Coordinates are points; `x` grows in the direction in which a line is read and `y` from line to
line, also on pages that lie on their side and where lines run downwards.
"""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from briefing.importing.formats.pdf.vertical import Letter, runs_down

_FORMS: Final = re.compile(
    "[\ufb00-\ufb06\ufb1d-\ufdff\ufe10-\ufe19\ufe31-\ufe48\ufe70-\ufefc\u2e80-\u2fdf]"
)
"""Ligatures, forms of Arabic letters, upright marks and radicals: what fonts have and no text."""
_BLANKS: Final = frozenset(map(ord, " \t\r\n\xa0\u3000")) | set(range(0x2000, 0x200B))
_BULLETS: Final = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "•", 0xF0FC: "✓", 0xF06F: "◦"}
"""What fonts of symbols have in places that mean nothing elsewhere."""
_HYPHENS: Final = (0xFFFE, 0x2)
"""What the library gives for a hyphen at a line's end."""
_BOLD: Final = 600
_CLOCKWISE: Final = 90
"""The direction, in degrees, of Latin words in a line that runs downwards."""
_MOST_ASKED: Final = 2_000
"""Letters of a page that tell in which direction its lines run."""
_IDEOGRAPHIC: Final = 0x2E80
"""The first code of letters that lines running downwards are made of."""
_LONGEST_NAME: Final = 128


class LetterReader:
    """Asks the library about the letters of one page; what words share is asked once a word.

    Args:
        raw: The functions of the library.
        text: The page's text, as the library holds it.
        count: How many letters it has.

    Attributes:
        down: Whether the page's lines run downwards, the first at the right.
        unread: How many words so far begin with a letter that has no code in its font.
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
        self.down = False
        self.down = not self._direction and self._runs_down()

    def letters(self) -> Iterator[Letter | None]:
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
                turned = not self._is_in_line(self._angle(number))
                bold = _is_bold(self._raw, self._text, number)
                self.unread += self._raw.FPDFText_HasUnicodeMapError(self._text, number) == 1
            character = _character(code)
            if character and not turned and (letter := self._placed(number, character, bold=bold)):
                yield letter

    def _is_in_line(self, angle: int) -> bool:
        return angle == self._direction or (self.down and angle == _CLOCKWISE)

    def _runs_down(self) -> bool:
        """Return whether the lines of the page run downwards, by its first letters."""
        places: list[tuple[float, float, float]] = []
        for number in range(self._count):
            code = self._raw.FPDFText_GetUnicode(self._text, number)
            letter = self._placed(number, "", bold=False) if code >= _IDEOGRAPHIC else None
            if letter is not None:
                places.append((letter.x0, letter.y, letter.size))
                if len(places) == _MOST_ASKED:
                    break
        return runs_down(places)

    def _angle(self, number: int) -> int:
        """Return in which direction a letter is written, in steps of five degrees."""
        degrees = math.degrees(self._raw.FPDFText_GetCharAngle(self._text, number))
        return round(degrees / 5) * 5 % 360 if math.isfinite(degrees) else 0

    def _placed(self, number: int, character: str, *, bold: bool) -> Letter | None:
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
        if self.down:
            left, right, top, bottom, stands = -top, -bottom, right, left, self._x.value
        size = top - bottom
        if self.down and character and ord(character[0]) >= _IDEOGRAPHIC:
            # Its box is as wide as two in some fonts for such lines, but as high as it is.
            size = right - left
        if not (math.isfinite(left + right + stands) and 0.5 < size < 2000):
            return None
        return Letter(character, left, right, -stands, size, bold)

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
