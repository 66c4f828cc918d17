"""A source folded once, all paragraphs in one text, and the way back to its paragraphs."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from briefing.evidence.texts.edges import stands_alone
from briefing.evidence.texts.fragments import squeeze
from briefing.evidence.texts.haystack import Haystack
from briefing.model.core import Span
from briefing.model.evidence import Insertion
from briefing.model.source import Source
from briefing.text.cleaning import REPLACEMENT, clean_block
from briefing.text.folding import Folded, fold, whole_graphemes

TIME_STAMP = "time stamp"
"""The difference of words amid which a transcript tells the time."""

_KEPT = 16
"""Folded paragraphs that are kept: the same few are asked for again while a card is read."""


class FoundWords(NamedTuple):
    """Words found: a stretch of the text that was searched."""

    start: int
    end: int
    differences: tuple[str, ...] = ()
    """What differs in typography beyond marks, dashes and spaces."""
    insertions: tuple[Insertion, ...] = ()
    """The brackets of ours, and what each masks."""
    reason: str = ""
    """Why a bracket may not be there; empty where all may."""
    remedy: str = ""


class ParagraphPart(NamedTuple):
    """A stretch of one paragraph."""

    block: int
    """0-based place of the paragraph among those of the source."""
    span: Span
    """In code points of the paragraph's text."""


class FoldedSource:
    """A source as one folded text, so that a search is one pass.

    Args:
        source: The document.

    Attributes:
        source: The document.
        language: Its language, a BCP 47 tag.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.language = source.record.language
        self._folds: dict[int, Folded] = {}
        self._moved: set[int] = set()
        # Paragraphs that are cut out of a document when asked for give their words for less.
        self._raw_of: Callable[[int], str] | None = getattr(source.paragraphs, "raw", None)

    @cached_property
    def haystack(self) -> Haystack:
        """The folded paragraphs, squeezed."""
        return Haystack(map(self._squeezed, range(len(self.source.paragraphs))))

    def _squeezed(self, block: int) -> str:
        folded = fold(self.raw(block))
        if not folded.one_to_one:
            self._moved.add(block)
        return squeeze(folded.text)

    @property
    def whole(self) -> str:
        """All folded paragraphs, a newline between them."""
        return self.haystack.whole

    def raw(self, block: int) -> str:
        """Return a paragraph as the document has it, line breaks and invisible characters too.

        A paragraph's clean text has other characters for these, and words would seem to differ
        by them. It is as long in code points.
        """
        if self._raw_of is not None:
            return self._raw_of(block)
        paragraph = self.source.paragraphs[block]
        raw = self.source.text[paragraph.start : paragraph.end]
        as_read = raw == paragraph.text or clean_block(raw) == paragraph.text
        return raw if as_read else paragraph.text

    def clean(self, block: int) -> str:
        """Return a paragraph as it is shown."""
        if self._raw_of is not None:
            return clean_block(self._raw_of(block))
        return self.source.paragraphs[block].text

    def folded(self, block: int) -> Folded:
        """Return a paragraph folded, with the map to its text."""
        if block not in self._folds:
            if len(self._folds) >= _KEPT:
                del self._folds[next(iter(self._folds))]
            self._folds[block] = fold(self.raw(block))
        return self._folds[block]

    def find(self, words: str, start: int, stop: int) -> Iterator[FoundWords]:
        """Yield where words are, up to typography, and cut nothing.

        Args:
            words: The words of a card, neither folded nor stripped.
            start: Offset in `whole` to begin at.
            stop: Offset in `whole` just past the last code point to look at.
        """
        plain = squeeze(fold(words.strip()).text)
        for at in self.haystack.find_all(plain, start, stop):
            if stands_alone(self.whole, at, at + len(plain)):
                yield FoundWords(at, at + len(plain))

    def visibly(self, words: str) -> list[FoundWords]:
        """Find words that show U+FFFD for a character that `clean` does not let through."""
        if REPLACEMENT not in words:
            return []
        hits = self.find(words.replace(REPLACEMENT, ""), 0, len(self.whole))
        return [hit for hit in hits if self.original(hit.start, hit.end) == words.strip()]

    def unit_end(self, offset: int) -> int:
        """Return where the paragraph ends that an offset is in."""
        return self.haystack.end(self.haystack.block_at(offset))

    def unit_start(self, offset: int) -> int:
        """Return where the paragraph begins that an offset is in."""
        return self.haystack.starts[self.haystack.block_at(offset)]

    def parts(self, start: int, end: int) -> tuple[ParagraphPart, ...]:
        """Return the stretch of a paragraph behind a stretch of the folded text."""
        block = self.haystack.block_at(start)
        first = self.haystack.starts[block]
        low, high = start - first, end - first
        if block in self._moved or low >= high:
            span = self.folded(block).original(low, high)
        else:
            span = whole_graphemes(self.raw(block), low, high)
        return (ParagraphPart(block, span),)

    def original(self, start: int, end: int) -> str:
        """Return the source's own words behind a stretch of the folded text."""
        return self.text_of(self.parts(start, end))

    def text_of(self, parts: Iterable[ParagraphPart]) -> str:
        """Return the source's own words in some stretches of paragraphs."""
        return " ".join(self.clean(part.block)[part.span.start : part.span.end] for part in parts)

    def words(self, start: int, end: int) -> str:
        """Return the folded words of a stretch."""
        return self.whole[start:end]
