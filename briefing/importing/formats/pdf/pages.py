"""The letters of a PDF's pages, put together to stretches of lines with their places.

Coordinates are points; `x` grows to the right and `y` downwards, as one reads, also on pages that
lie on their side; where lines run downwards, `x` grows downwards and `y` to the left.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from briefing.importing.document import DocumentError
from briefing.importing.formats.pdf.letters import LetterReader
from briefing.importing.formats.pdf.right_to_left import Placed, as_read, is_rightward
from briefing.importing.formats.pdf.vertical import Letter, in_lines

_SUPERSCRIPT: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST_LETTERS: Final = 500_000
"""On one page; a page of a newspaper has 30,000."""
_WIDE: Final = 0.9
"""Sizes of a letter from which on a gap parts stretches."""


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
    down: bool = False
    """Whether its lines run downwards."""
    across: int = 0
    """How many letters of such a page run across it, which are none of its text."""


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
            reader = LetterReader(raw, text.raw, count)
            letters, across = list(reader.letters()), 0
            if reader.down:
                letters, across = in_lines(letters)
            rightward = is_rightward("".join(each.text for each in letters if each))
            fragments = list((_rightward if rightward else _fragments)(letters))
            return Page(index + 1, fragments, count, reader.unread, reader.down, across)
        finally:
            text.close()
    finally:
        page.close()


class _Run:
    """Letters of a fragment that is being put together."""

    def __init__(self, letter: Letter) -> None:
        self.text = [letter.text]
        self.x0, self.x1, self.y, self.size = letter.x0, letter.x1, letter.y, letter.size
        self.sizes = {letter.size: 1}
        self.number = letter.text.isdigit()
        """Whether all letters are digits, so that it may be the mark of a note."""
        self.bold = 0
        self.space = False

    def takes(self, letter: Letter) -> bool:
        """Return whether a letter goes on where this fragment ends."""
        gap = max(letter.x0 - self.x1, self.x0 - letter.x1)
        size = max(self.size, letter.size)
        if gap >= _WIDE * size:
            return False
        off = abs(letter.y - self.y)
        return off < 0.3 * size or (off < 0.6 * size and self._raised(letter))

    def _raised(self, letter: Letter) -> bool:
        smaller = letter.size < 0.85 * self.size and letter.y < self.y
        return smaller or (self.number and self.size < 0.85 * letter.size)

    def add(self, letter: Letter) -> None:
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


def _fragments(letters: Iterable[Letter | None]) -> Iterator[Fragment]:
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


def _rightward(letters: Iterable[Letter | None]) -> Iterator[Fragment]:
    """Yield the stretches of lines of a page that is read from the right."""
    words: list[list[Letter]] = []
    space = False
    for letter in letters:
        if letter is None:
            space = True
            continue
        if words and abs(letter.y - words[0][0].y) > 0.5 * max(letter.size, words[0][0].size):
            yield from _stretches(words)
            words = []
        if space or not words:
            words.append([])
        space = False
        words[-1].append(letter)
    if words:
        yield from _stretches(words)


def _stretches(words: Sequence[Sequence[Letter]]) -> Iterator[Fragment]:
    """Yield the stretches that the words of a line make, parted where wide gaps are."""
    part: list[Sequence[Letter]] = []
    for word in sorted(words, key=lambda word: -max(each.x1 for each in word)):
        gap = min(each.x0 for each in part[-1]) - max(each.x1 for each in word) if part else 0.0
        if gap >= _WIDE * word[0].size:
            yield _stretch(part)
            part = []
        part.append(word)
    yield _stretch(part)


def _stretch(words: Sequence[Sequence[Letter]]) -> Fragment:
    letters = [letter for word in words for letter in word]
    placed = [[Placed(each.text, each.x0, each.x1) for each in word] for word in words]
    return Fragment(
        as_read(placed),
        min(each.x0 for each in letters),
        max(each.x1 for each in letters),
        letters[0].y,
        Counter(each.size for each in letters).most_common(1)[0][0],
        sum(each.bold for each in letters) * 2 > len(letters),
    )
