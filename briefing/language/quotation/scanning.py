"""Pairing the marks of a paragraph into quotations, in one pass with a stack."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.language.quotation.marks import (
    CLOSERS,
    QuotationMark,
    belong_together,
    has_mark,
    marks_of,
    style_of,
)

DEEPEST = 16
"""Quotations within quotations that are told apart; a bound keeps the time linear."""


class Quotation(NamedTuple):
    """Quoted words with their marks; all offsets are code points of the text."""

    start: int
    """Where the opening mark begins."""
    end: int
    """Just past the closing mark, or the end of the paragraph where none closes it."""
    inner_start: int
    """Where the words begin, white space beside the mark aside."""
    inner_end: int
    """Just past the words."""
    level: int
    """1 for a quotation in running text, 2 for one within it, and so on."""
    closed: bool
    """Whether a mark (or what tells who speaks, after a dash) ends it."""
    style: str
    """Of its marks: double, single, angle, corner or dash."""
    certain: bool
    """False where the marks may be something else, such as apostrophes or a list's dash."""


class Scan(NamedTuple):
    """What the marks of a text make."""

    quotations: tuple[Quotation, ...]
    orphans: tuple[int, ...]
    """Offsets of marks that close what began before the text or its paragraph."""


@cache
def _break() -> re.Pattern[str]:
    return re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?=[\r\n])\s*|\u2029")


def paragraphs_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph begins and ends: a blank line parts two."""
    start = 0
    for match in _break().finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def paired(text: str) -> Scan:
    """Return the quotations between marks, levels not yet told, and the marks left over."""
    if not has_mark(text):
        return Scan((), ())
    found: list[Quotation] = []
    orphans: list[int] = []
    for start, end in paragraphs_of(text):
        pairing = _Pairing(text, start, end)
        pairing.run()
        found += pairing.found
        orphans += pairing.orphans
    found.sort(key=lambda each: (each.start, -each.end))
    return Scan(tuple(found), tuple(orphans))


class _Pairing:
    """The marks of one paragraph and those that wait for their closing one."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self._end = start + len(text[start:end].rstrip())
        self._marks = marks_of(text, start, self._end)
        self._open: list[QuotationMark] = []
        self._unsure: set[int] = set()
        self._counts = Counter(mark.text for mark in self._marks)
        self.found: list[Quotation] = []
        self.orphans: list[int] = []

    def run(self) -> None:
        ahead = self._closing_ahead()
        for index, mark in enumerate(self._marks):
            if mark.apostrophe:
                continue
            if mark.single:
                self._take_single(mark, ahead[index])
            else:
                self._take(mark)
        while self._open:
            self._give_up(self._open.pop(), self._end)

    def _closing_ahead(self) -> list[bool]:
        """For each mark, whether the next single one that is no genitive surely closes."""
        ahead = [False] * len(self._marks)
        closes = False
        for index in range(len(self._marks) - 1, -1, -1):
            mark = self._marks[index]
            ahead[index] = closes
            if mark.single and not (mark.apostrophe or mark.elision or mark.genitive):
                closes = not mark.leans
        return ahead

    def _take(self, mark: QuotationMark) -> None:
        """Let a mark that is no apostrophe close or open a quotation."""
        depth = self._accepting(mark)
        if depth is not None and self._is_measure(mark) and self._will_close(depth, mark):
            return
        if depth is not None:
            opening = self._open[depth]
            if not mark.leans or belong_together(opening.text, mark.text):
                self._close(depth, mark)
                return
            if opening.text == mark.text and self._reopens(mark):
                self._cut(depth, mark.start)
        elif self._open and self._open[-1].text == mark.text and self._reopens(mark):
            self._cut(len(self._open) - 1, mark.start)
        if mark.opens and (mark.leans or depth is None):
            self._push(mark)
        elif depth is not None:
            self._close(depth, mark)
        elif mark.text != ">>" and not self._opens_spaced(mark) and not self._is_measure(mark):
            self.orphans.append(mark.start)

    def _is_measure(self, mark: QuotationMark) -> bool:
        """Whether a mark may stand for inches or seconds."""
        return mark.text in '"″＂' and self._text[max(0, mark.start - 1)].isdigit()

    def _opens_spaced(self, mark: QuotationMark) -> bool:
        """Open at a mark with space after it, as French has it; tell whether it did."""
        fits = mark.text in CLOSERS and mark.text not in ("”", "’’")
        before = self._text[mark.start - 1] if mark.start > self._start else " "
        # After a stop one too many closes what an earlier paragraph began: `it is sure," she said.`
        closes = before in ",.;!?…)" and self._counts[mark.text] % 2 == 1
        if fits and mark.end < self._end and not (before.isalnum() or closes):
            self._push(mark)
            return True
        return False

    def _will_close(self, depth: int, mark: QuotationMark) -> bool:
        """Whether a waiting quotation has a mark of its own kind to close it."""
        opening = self._open[depth].text
        usual = CLOSERS[opening][0]
        return usual != mark.text and self._counts[opening] <= self._counts[usual]

    def _reopens(self, mark: QuotationMark) -> bool:
        """Whether a mark within its like begins again, as too few marks close them all."""
        if CLOSERS[mark.text][0] == mark.text:
            return self._counts[mark.text] % 2 == 1
        closing = (self._counts[each] for each in CLOSERS[mark.text] if each != mark.text)
        return self._counts[mark.text] > sum(closing)

    def _take_single(self, mark: QuotationMark, closing_ahead: bool) -> None:
        """The same for a mark that may still be an apostrophe."""
        top = self._open[-1] if self._open else None
        if mark.elision and (not closing_ahead or (top is not None and top.single)):
            return
        accepted = top is not None and top.single and mark.text in CLOSERS[top.text]
        if accepted and not mark.leans:
            if mark.genitive and closing_ahead:
                self._unsure.add(len(self._open))
            else:
                self._close(len(self._open) - 1, mark)
        elif top is not None and top.single and mark.leans:
            if self._begins_sentence(mark):
                self._open.pop()
                self._push(mark)
        elif mark.leans or (mark.opens and mark.text not in "'’´"):
            self._push(mark)

    def _begins_sentence(self, mark: QuotationMark) -> bool:
        before = self._text[max(self._start, mark.start - 3) : mark.start].rstrip()
        return not before or before[-1] in ".,:;!?"

    def _accepting(self, mark: QuotationMark) -> int | None:
        """Return the innermost waiting quotation that a mark may close."""
        for depth in range(len(self._open) - 1, -1, -1):
            if mark.text in CLOSERS[self._open[depth].text]:
                return depth
        return None

    def _push(self, mark: QuotationMark) -> None:
        if len(self._open) < DEEPEST:
            self._open.append(mark)

    def _cut(self, depth: int, end: int) -> None:
        """End what waits from a depth on without a mark."""
        while len(self._open) > depth:
            self._give_up(self._open.pop(), end)

    def _close(self, depth: int, mark: QuotationMark) -> None:
        self._cut(depth + 1, mark.start)
        opening = self._open.pop()
        certain = mark.text == CLOSERS[opening.text][0]
        certain = certain or belong_together(opening.text, mark.text)
        if opening.single:
            certain = certain and opening.text in "‘‚'" and depth + 1 not in self._unsure
            self._unsure.discard(depth + 1)
        self._add(opening, mark.start, mark.end, closed=True, certain=certain)

    def _give_up(self, opening: QuotationMark, end: int) -> None:
        """End a quotation that no mark closes; a single mark was an apostrophe, but for a speech.

        A speech that goes on in the next paragraph begins a sentence.
        """
        if opening.text == "<<":
            return
        if opening.single and not (
            opening.text in "‘‚'" and end == self._end and self._begins_sentence(opening)
        ):
            return
        self._add(opening, end, end, closed=False, certain=False)

    def _add(
        self, opening: QuotationMark, inner: int, end: int, *, closed: bool, certain: bool
    ) -> None:
        words = self._text[opening.end : inner]
        first = opening.end + len(words) - len(words.lstrip())
        last = max(first, opening.end + len(words.rstrip()))
        style = style_of(opening.text)
        self.found.append(Quotation(opening.start, end, first, last, 1, closed, style, certain))
