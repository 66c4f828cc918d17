"""A source read as paper, where house style and the breaks of lines and pages make no difference.

Words are compared without their spaces, dashes and marks of thousands. What is found is then
compared mark by mark with what was asked for, and counts only where each difference is one that
typesetting makes: nothing else may differ.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import NamedTuple

from briefing.evidence.strategies.printed_page import LINE_END, Paper
from briefing.evidence.texts.edges import stands_alone
from briefing.evidence.texts.folded import FoldedSource, FoundWords, ParagraphPart
from briefing.evidence.texts.fragments import FINAL_MARK, FIRST_LETTER, squeeze
from briefing.evidence.texts.thousands import is_grouping
from briefing.model.core import Span
from briefing.text.folding import Folded, fold, is_unsegmented, is_word_character

PAGE_BREAK = "page break"
THOUSANDS = "marks of thousands"

_FINAL = re.compile(r"[.,;:]+(?P<quotes>'*)$")
_AFTER_FINAL = re.compile(r"[.,;:]?('*)")
_TURNS_STATEMENT = re.compile(r"'*[?!？！]")
_JOINERS = "\u200c\u200d"
"""Marks without width that join letters or keep them apart."""
_HYPHEN_AT_LINE_END = re.compile(r"[-\u00ad\u2010\u2011][ \t\u200b]*\n")
_MAX_BLOCKS = 2


@cache
def _dropped() -> re.Pattern[str]:
    """Return what finds the characters that are left out to compare."""
    return re.compile(rf"[ {_JOINERS}-]+|(?<=\d)[.,'](?=\d{{3}}(?!\d))")


def _bare(folded: str) -> str:
    return _dropped().sub("", folded)


class _Stretch(NamedTuple):
    """Folded paragraphs that one sentence joins, with the way back."""

    text: str
    blocks: tuple[int, ...]
    folds: tuple[Folded, ...]
    starts: tuple[int, ...]
    """Where each paragraph starts in `text`."""
    kinds: frozenset[str]
    """What was skipped in them."""

    def is_join(self, offset: int) -> bool:
        """Whether the space at an offset of `text` only joins two paragraphs."""
        return offset + 1 in self.starts[1:]

    def breaks_line(self, offset: int) -> bool:
        """Whether the hyphen at an offset of `text` ends a line or a page."""
        piece = bisect_right(self.starts, offset) - 1
        folded = self.folds[piece]
        at = folded.offsets[offset - self.starts[piece]]
        source = folded.source
        if _HYPHEN_AT_LINE_END.match(source, at):
            return True
        return at == len(source.rstrip()) - 1 and piece + 1 < len(self.starts)


class LooseSource:
    """A source read as paper.

    Args:
        folded: The source.
        notes: Whether digits glued to words are taken for footnotes and left out; they may be
            parts of words.

    Attributes:
        folded: The source.
    """

    def __init__(self, folded: FoldedSource, *, notes: bool = False) -> None:
        self.folded = folded
        self._paper = Paper(folded.source, folded.raw, notes=notes)
        self._stretches: dict[tuple[int, ...], _Stretch] = {}

    @cached_property
    def _order(self) -> tuple["array[int]", "array[int]", "array[int]", str]:
        """The paragraphs in the order of reading, where each starts, and where units start."""
        blocks, starts, units = array("I"), array("Q"), array("Q")
        pieces: list[str] = []
        offset = 0
        for block, joined in self._paper.order():
            if pieces and not joined:
                pieces.append("\n")
                offset += 1
            if not joined:
                units.append(offset)
            text = _bare(self._text(block))
            blocks.append(block)
            starts.append(offset)
            pieces.append(text)
            offset += len(text)
        return blocks, starts, units, "".join(pieces)

    @property
    def whole(self) -> str:
        """All paragraphs without spaces, dashes and marks of thousands; a newline parts units."""
        return self._order[3]

    def _text(self, block: int) -> str:
        skips = self._paper.skips(block)
        return squeeze(fold(skips.raw).text) if skips.kinds else self.folded.haystack.text(block)

    def unit_end(self, offset: int) -> int:
        """Return where the paragraphs end that one sentence joins."""
        at = self.whole.find("\n", offset)
        return at if at >= 0 else len(self.whole)

    def unit_start(self, offset: int) -> int:
        """Return where the paragraphs begin that one sentence joins."""
        units = self._order[2]
        return units[bisect_right(units, offset) - 1]

    def find(self, words: str, start: int, stop: int) -> Iterator[FoundWords]:
        """Yield where words are, but for differences that typesetting makes.

        Args:
            words: The words of a card, neither folded nor stripped.
            start: Offset in `whole` to begin at.
            stop: Offset in `whole` just past the last code point to look at.
        """
        plain = squeeze(fold(words.strip()).text)
        seen: set[tuple[int, int]] = set()
        for variant, quotes, differences in _variants(plain):
            bare = _bare(variant)
            at = self.whole.find(bare, start, stop) if bare else -1
            while at >= 0:
                end = at + len(bare)
                found = self._compare(variant, at, end, quotes, differences)
                if found is not None and (at, end) not in seen:
                    seen.add((at, end))
                    yield FoundWords(at, end, tuple(dict.fromkeys((*differences, *found))))
                at = self.whole.find(bare, at + 1, stop)
            if seen:
                return

    def _blocks_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and the last place, in the order of reading, of a stretch."""
        starts = self._order[1]
        return bisect_right(starts, start) - 1, bisect_right(starts, max(start, end - 1)) - 1

    def _stretch(self, first: int, last: int) -> _Stretch:
        """Return neighbouring paragraphs, in the order of reading, folded as one text."""
        blocks = tuple(self._order[0][first : last + 1])
        if blocks not in self._stretches:
            if len(self._stretches) > 32:
                self._stretches.clear()
            skips = [self._paper.skips(block) for block in blocks]
            folds = tuple(fold(each.raw) for each in skips)
            starts, text = [], ""
            for folded in folds:
                text += " " if text else ""
                starts.append(len(text))
                text += squeeze(folded.text)
            kinds = frozenset(kind for each in skips for kind in each.kinds)
            self._stretches[blocks] = _Stretch(text, blocks, folds, tuple(starts), kinds)
        return self._stretches[blocks]

    def _place(self, start: int, end: int) -> tuple[_Stretch, int, int] | None:
        """Return the folded text behind a stretch of `whole`, and the offsets in it."""
        first, last = self._blocks_of(start, end)
        if last - first >= _MAX_BLOCKS or "\n" in self.whole[start:end]:
            return None
        stretch = self._stretch(first, last)
        kept = _kept(stretch.text)
        base = self._order[1][first]
        return stretch, kept[start - base], kept[end - 1 - base] + 1

    def _compare(
        self, words: str, start: int, end: int, quotes: str, style: tuple[str, ...]
    ) -> tuple[str, ...] | None:
        """Return what differs between words and a stretch; None if it is more than typography."""
        place = self._place(start, end)
        if place is None:
            return None
        stretch, low, high = place
        if not stands_alone(stretch.text, low, high):
            return None
        after = _AFTER_FINAL.match(stretch.text, high)
        if quotes and (after is None or len(after[1]) < len(quotes)):
            return None
        if FINAL_MARK in style and _TURNS_STATEMENT.match(stretch.text, high):
            return None
        found = _differences(words, stretch, low, high, self.folded.language)
        if found is None:
            return None
        broken = (PAGE_BREAK,) if len(stretch.blocks) > 1 else ()
        return (*found, *broken, *sorted(stretch.kinds & self._skipped_in(stretch, low, high)))

    def _skipped_in(self, stretch: _Stretch, low: int, high: int) -> frozenset[str]:
        """Return what kinds of marks of a page are amid the words."""
        kinds: set[str] = set()
        for part in _parts(stretch, low, high):
            raw = self._paper.skips(part.block)
            if "\u200b" in raw.raw[part.span.start : part.span.end].strip("\u200b"):
                kinds |= raw.kinds
        return frozenset(kinds)

    def parts(self, start: int, end: int) -> tuple[ParagraphPart, ...]:
        """Return the stretches of paragraphs behind a stretch of `whole`; one or two."""
        place = self._place(start, end)
        return _parts(*place) if place else ()

    def original(self, start: int, end: int) -> str:
        """Return the source's own words behind a stretch, paragraphs one after the other."""
        return self.text_of(self.parts(start, end))

    def text_of(self, parts: Iterable[ParagraphPart]) -> str:
        """Return the source's own words in some stretches of paragraphs."""
        return self.folded.text_of(parts)

    def words(self, start: int, end: int) -> str:
        """Return the folded words of a stretch, with the spaces and dashes around it."""
        if start >= end:
            return ""
        place = self._place(start, end)
        return place[0].text[place[1] : place[2]] if place else ""


def _variants(plain: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield words as house style may have changed them, the most alike first.

    Each comes with the quotation marks that must follow it in the source, and what differs.
    """
    yield plain, "", ()
    ends: list[tuple[str, str, tuple[str, ...]]] = [(plain, "", ())]
    if final := _FINAL.search(plain):
        ends.append((plain[: final.start()], final["quotes"], (FINAL_MARK,)))
        yield ends[-1]
    at = next((i for i, char in enumerate(plain) if char not in "' "), 0)
    swapped = plain[at : at + 1].swapcase()
    if swapped != plain[at : at + 1] and len(swapped) == 1:
        for words, quotes, differences in ends:
            yield f"{words[:at]}{swapped}{words[at + 1 :]}", quotes, (FIRST_LETTER, *differences)


def _kept(text: str) -> "array[int]":
    """Return the offsets of the characters that `_bare` keeps."""
    kept = array("I")
    at = 0
    for match in _dropped().finditer(text):
        kept.extend(range(at, match.start()))
        at = match.end()
    kept.extend(range(at, len(text)))
    return kept


def _parts(stretch: _Stretch, low: int, high: int) -> tuple[ParagraphPart, ...]:
    parts = []
    ends = [*(start - 1 for start in stretch.starts[1:]), len(stretch.text)]
    for block, folded, start, end in zip(
        stretch.blocks, stretch.folds, stretch.starts, ends, strict=True
    ):
        first, last = max(low, start) - start, min(high, end) - start
        if first < last:
            span = folded.original(first, last)
            parts.append(ParagraphPart(block, Span(span.start, span.end)))
    return tuple(parts)


def _runs(text: str, low: int, high: int) -> Mapping[int, tuple[str, int]]:
    """Return what is left out between two offsets: by how many characters are kept before it."""
    runs: dict[int, tuple[str, int]] = {}
    kept, at = 0, low
    for match in _dropped().finditer(text, low, high):
        kept += match.start() - at
        at = match.end()
        runs[kept] = (match[0], match.start())
    return runs


def _differences(
    words: str, stretch: _Stretch, low: int, high: int, language: str
) -> tuple[str, ...] | None:
    """Compare words with what is in the source, both the same but for what `_bare` drops.

    Returns:
        What typesetting changed, beyond marks, dashes and spaces; None where words differ.
    """
    asked, there = _runs(words, 0, len(words)), _runs(stretch.text, low, high)
    bare = _bare(words)
    found: dict[str, None] = {}
    for kept in sorted({*asked, *there}):
        ours, at = asked.get(kept, ("", 0))
        theirs, place = there.get(kept, ("", 0))
        ours, theirs = ours.strip(_JOINERS), theirs.strip(_JOINERS)
        before, after = bare[kept - 1 : kept], bare[kept : kept + 1]
        if ours == theirs:
            continue
        if before.isdigit() and after.isdigit() and "-" not in ours + theirs:
            tokens = ((words, at, ours), (stretch.text, place, theirs))
            grouped = all(not run or is_grouping(text, i, language) for text, i, run in tokens)
            if not grouped:
                return None
            found[THOUSANDS] = None
        elif theirs.startswith("-") and ours in ("", "-") and stretch.breaks_line(place):
            found[LINE_END] = None
        elif not (
            _same_typography(ours, theirs, before, after)
            or (theirs == " " and not ours and stretch.is_join(place) and _may_touch(before, after))
        ):
            return None
    return tuple(found)


def _may_touch(before: str, after: str) -> bool:
    """Whether two characters may be side by side where a page parts them."""
    if is_unsegmented(before) and is_unsegmented(after):
        return True
    return not (is_word_character(before) and is_word_character(after))


def _same_typography(ours: str, theirs: str, before: str, after: str) -> bool:
    """Whether two runs of spaces and dashes differ only as house styles do."""
    if "-" in ours and "-" in theirs:
        is_sign = after.isdigit() and not before.isdigit()
        return not is_sign
    if "-" in ours or "-" in theirs:
        return False
    return "'" in (before, after) or after in tuple(";:!?%")
