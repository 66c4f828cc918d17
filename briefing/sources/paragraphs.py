"""The paragraphs of a document, made when asked for: a document may have a million of them."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import overload

from briefing.model.source import Paragraph, Text
from briefing.sources.line_breaks import full_line, kept_breaks, silent_breaks
from briefing.text.cleaning import NOTHING, clean_block

LINES_KEPT = 16
"""Of so many paragraphs one has its line kept; the others are counted from there."""
_SAMPLE = 400
"""So many paragraphs show how long the lines of a document are."""


def line_breaks(paragraphs: Sequence[Paragraph], number: int) -> tuple[int, ...]:
    """Return the line breaks of a paragraph that carry meaning.

    Args:
        paragraphs: All paragraphs of a document; where its text is not at hand there are none.
        number: The paragraph, from 1.

    Returns:
        Offsets in its text, in code points, at each of which the document breaks a line.
    """
    return paragraphs.breaks(number - 1) if isinstance(paragraphs, Paragraphs) else ()


def joined_text(paragraphs: Sequence[Paragraph], number: int, text: str) -> str:
    """Return a paragraph's text in which joined lines have no blank where their script has none.

    Args:
        paragraphs: All paragraphs of a document; where its text is not at hand nothing changes.
        number: The paragraph, from 1.
        text: Its text, or as many code points that stand for it.

    Returns:
        A text of the same length, with a sign that shows nothing for each such blank.
    """
    if not isinstance(paragraphs, Paragraphs):
        return text
    raw = paragraphs.raw(number - 1)
    silent = silent_breaks(raw)
    if not silent or len(raw) != len(text):
        return text
    kept = paragraphs.breaks(number - 1)
    for start, end in silent:
        if not any(start <= each < end for each in kept):
            text = f"{text[:start]}{NOTHING * (end - start)}{text[end:]}"
    return text


class Paragraphs(Sequence[Paragraph]):
    """Stretches of a text as paragraphs, numbered from 1.

    It behaves as a tuple of them does; each is built when looked at, and the last one is kept.
    """

    __slots__ = ("_ends", "_full", "_furniture", "_last", "_lines", "_starts", "text")

    def __init__(
        self,
        text: Text,
        starts: "array[int]",
        ends: "array[int]",
        lines: "array[int]",
        furniture: "array[int]",
    ) -> None:
        """Hold paragraphs.

        Args:
            text: The whole document.
            starts: Offset of the first code point of each paragraph.
            ends: Offset just past the last one.
            lines: The 1-based lines on which the first one starts, and each `LINES_KEPT`th after.
            furniture: Places, from 0 and rising, of those that are no part of the story.
        """
        self.text = text
        self._starts, self._ends, self._lines = starts, ends, lines
        self._furniture = furniture
        self._full = -1
        self._last: Paragraph | None = None

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, place: int, /) -> Paragraph: ...

    @overload
    def __getitem__(self, place: slice, /) -> tuple[Paragraph, ...]: ...

    def __getitem__(self, place: int | slice, /) -> Paragraph | tuple[Paragraph, ...]:
        if isinstance(place, slice):
            return tuple(self._at(each) for each in range(*place.indices(len(self))))
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        return self._at(place % len(self))

    def __iter__(self) -> Iterator[Paragraph]:
        return map(self._at, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Paragraphs):
            return self._all == other._all
        if isinstance(other, tuple):
            return len(self) == len(other) and all(map(Paragraph.__eq__, self, other))
        return NotImplemented

    def __hash__(self) -> int:
        return hash((len(self), self.text))

    def __repr__(self) -> str:
        return f"<{len(self):,} paragraphs>"

    def _at(self, place: int) -> Paragraph:
        last = self._last  # whatever looks for words asks for one paragraph many times in a row
        if last is None or last.number != place + 1:
            last = Paragraph(
                place + 1,
                self._starts[place],
                self.line(place),
                clean_block(self.raw(place)),
                self.is_furniture(place),
            )
            self._last = last
        return last

    def raw(self, place: int) -> str:
        """Return a paragraph as the document has it, line breaks and invisible characters too.

        Args:
            place: Its place from 0.
        """
        return self.text[self._starts[place] : self._ends[place]]

    def breaks(self, place: int) -> tuple[int, ...]:
        """Return the line breaks of a paragraph that carry meaning, as in verse and tables.

        Args:
            place: Its place from 0.

        Returns:
            Offsets in its text, in code points, at each of which the document breaks a line.
        """
        raw = self.raw(place)
        if "\n" not in raw:
            return ()
        if self._full < 0:
            step = max(1, len(self) // _SAMPLE)
            self._full = full_line(map(self.raw, range(0, len(self), step)))
        return kept_breaks(raw, self._full)

    def line(self, place: int) -> int:
        """Return the 1-based line of the document on which a paragraph starts.

        Args:
            place: Its place from 0.
        """
        nearest = place - place % LINES_KEPT
        between = self.text[self._starts[nearest] : self._starts[place]]
        return self._lines[place // LINES_KEPT] + between.count("\n")

    def length(self, place: int) -> int:
        """Return how many code points a paragraph has, without looking at its text.

        Args:
            place: Its place from 0.
        """
        return self._ends[place] - self._starts[place]

    def is_furniture(self, place: int) -> bool:
        """Return whether a paragraph is no part of the story.

        Args:
            place: Its place from 0.
        """
        at = bisect_left(self._furniture, place)
        return at < len(self._furniture) and self._furniture[at] == place

    def at(self, offset: int) -> int:
        """Return the place, from 0, of the paragraph an offset of the text is in or just after.

        Args:
            offset: Code points from the start of the text.

        Returns:
            The last paragraph that does not start after the offset; -1 before the first one.
        """
        return bisect_left(self._starts, offset + 1) - 1

    @property
    def body(self) -> Sequence[int]:
        """The 1-based numbers of the paragraphs that are part of the story."""
        if not self._furniture:
            return range(1, len(self) + 1)
        return array("I", (n + 1 for n in range(len(self)) if not self.is_furniture(n)))

    @property
    def _all(self) -> tuple[object, ...]:
        return self._starts, self._ends, self._lines, self._furniture, self.text
