"""What a printed page puts between the words of a text: line numbers, page heads, note marks.

A document that was once on paper breaks its sentences at the end of a page, numbers its lines as
hearings do, and sets the numbers of footnotes beside words. None of these is part of the words.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from briefing.evidence.texts.folded import TIME_STAMP
from briefing.evidence.texts.tokens import listed
from briefing.model.source import Source
from briefing.text.folding import is_unsegmented

SKIPPED = "\u200b"
"""What stands for a character that is not part of the words; folding drops it."""
LINE_NUMBER = "line number"
NOTE_MARK = "footnote mark"
LINE_END = "line-end hyphen"

_NUMBERED_LINES = 3
"""So many lines in a row make numbers at their beginnings the numbers of lines."""
_LINE_LENGTH = 20
"""Mean length, in code points, below which numbered lines are a list and not a page."""
_HEAD_WORDS = 12
"""A longer block is no head or foot of a page."""
_PAGE_BLOCKS = 4
"""At most so many blocks are between the halves of a sentence: foot, number, head, date."""
_LONG = 12
"""Words before a break after which the next paragraph may go on with a capital letter."""
_CHARACTERS = 24
"""The same for scripts without capitals, in code points."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the expressions of this module, compiled when a source is read as paper."""
    sources = {
        "stamp": r"[\[(]?(?<!\d)\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?[\])]?[ \t]*",
        "beside": r"[^\s\d]\d|[¹²³⁰-⁹]",
        "soft": r"\u00ad(?=[ \t]*\n)",
        "digit": r"[\d¹²³⁰-⁹]",
        "numbered": r"^[ \t]*(\d{1,4})([ \t]+|$)",
        "page": r"(?:[-–—\[(]\s*)?(?:(?:page|p\.|pg\.?|seite|s\.|página|стр\.?|страница|صفحة)\s*)?"
        r"(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of|von|de|sur|из)\s*\d{1,4})?(?:\s*[-–—\])])?",
        "superscript": r"(?<=[^\W\d_])[.,;:!?]?[\"'”’»)]*([¹²³⁰-⁹]{1,3})(?!\w)",
        "glued": r"(?<!\w)([^\W\d_]{4,})(?:[.,;!?][\"'”’»)]*|[\"”»)]+)(\d{1,3})(?=\s|$)",
        "in_word": r"(?<!\w)([^\W\d_]{4,})(\d{1,2})(?=[\s.,;:)]|$)",
        "unit": r"(?<!\w)(?:[kcmdµn]?m|ft|in|mi|yd|km|sq|cu)\Z",
        "turn": r"(?:[A-Z][\w.'’-]*(?: [A-Z(][\w.'’)-]*){0,4}|[QA])\s?:\s",
        "bullet": r"[^\w\"'“‘«„(\[¿¡—–-]|[-–—•*]\s|\(?\w{1,3}[.)]\s",
    }
    return {name: re.compile(pattern, re.MULTILINE) for name, pattern in sources.items()}


_NUMBERED_NOUNS = frozenset(
    listed("""
    phase type level area mach page step stage tier track section chapter version covid
    article annex group unit line room zone class grade model form base title appendix figure
    table case round wave block batch team grid gate pier flight route channel radio studio
    vision agenda para chap sect vers abs
""")
)
"""Nouns that are written with a number glued to them."""

_ENDS = ".!?…:。！？؟۔।॥։"
_CLOSING = "\"'”’»«)]』」›‹“‘"


class Skips(NamedTuple):
    """What of a paragraph is not part of its words."""

    raw: str
    """The paragraph with `SKIPPED` in place of each such character; its length is kept."""
    kinds: frozenset[str]
    """`line number`, `footnote mark`, `time stamp`, `line-end hyphen`."""


class Paper:
    """Reads a source as printed pages.

    Args:
        source: The document.
        raw: Gives a paragraph, by its 0-based place, as the document has it.
        notes: Whether the numbers of footnotes are to be skipped.
    """

    def __init__(self, source: Source, raw: Callable[[int], str], *, notes: bool) -> None:
        self._notes = notes
        self._paragraphs = source.paragraphs
        self._raw = raw
        self._has_numbers = any(
            _line_numbers(raw(block), None, _NUMBERED_LINES) for block in range(self._count)
        )

    @property
    def _count(self) -> int:
        return len(self._paragraphs)

    def skips(self, block: int) -> Skips:
        """Return a paragraph without its line numbers and note marks."""
        raw = self._raw(block)
        kinds: set[str] = set()
        if "\u00ad" in raw:
            raw, hyphens = _patterns()["soft"].subn("-", raw)
            kinds.update((LINE_END,) if hyphens else ())
        if not _patterns()["digit"].search(raw):
            return Skips(raw, frozenset(kinds))
        numbered = _line_numbers(raw, None, 1) if self._has_numbers else None
        spans = list(numbered or ())
        if spans:
            kinds.add(LINE_NUMBER)
        stamps = [m.span() for m in _patterns()["stamp"].finditer(raw)] if ":" in raw else []
        if stamps:
            kinds.add(TIME_STAMP)
        marks = list(_note_marks(raw)) if self._notes else []
        if marks:
            kinds.add(NOTE_MARK)
        for start, end in (*spans, *stamps, *marks):
            raw = raw[:start] + SKIPPED * (end - start) + raw[end:]
        return Skips(raw, frozenset(kinds))

    def order(self) -> Iterator[tuple[int, bool]]:
        """Yield the paragraphs in the order of reading, each with whether it goes on one before.

        Where a page breaks a sentence, what is between its halves comes after them.
        """
        repeated = self._repeated()
        block = 0
        while block < self._count:
            yield block, False
            between: list[int] = []
            while after := self._rest_of(block, repeated):
                between.extend(range(block + 1, after))
                block = after
                yield block, True
            yield from ((skipped, False) for skipped in between)
            block += 1

    def _rest_of(self, block: int, repeated: frozenset[str]) -> int:
        """Return the paragraph in which the sentence of one goes on, or 0."""
        text = self._paragraphs[block].text
        if self._paragraphs[block].furniture or _ends_sentence(text):
            return 0
        for after in range(block + 1, min(self._count, block + 2 + _PAGE_BLOCKS)):
            paragraph = self._paragraphs[after]
            if not paragraph.furniture and _goes_on(text, paragraph.text, after == block + 1):
                return after
            if not self._is_page_matter(after, repeated):
                break
        return 0

    def _is_page_matter(self, block: int, repeated: frozenset[str]) -> bool:
        """Whether a block between the halves of a sentence is a head, a foot or a page number."""
        paragraph = self._paragraphs[block]
        text = paragraph.text.strip()
        if paragraph.furniture or _patterns()["page"].fullmatch(text.casefold()):
            return True
        words = text.split()
        if len(words) > _HEAD_WORDS or text[:1].islower():
            return False
        capitals = text.isupper() or sum(word[:1].isupper() for word in words) * 2 > len(words)
        return _shape(text) in repeated or (capitals and not text.endswith((".", "?", "!")))

    def _repeated(self) -> frozenset[str]:
        """Return the shapes of short blocks that are in the source more than once."""
        shapes = Counter(
            _shape(paragraph.text) for paragraph in self._paragraphs if len(paragraph.text) <= 80
        )
        return frozenset(shape for shape, times in shapes.items() if times > 1)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _line_numbers(raw: str, before: int | None, least: int) -> list[tuple[int, int]] | None:
    """Return where the numbers of lines are in a paragraph; None where lines have none.

    The numbers follow one another, and begin again at 1 on a new page; a line without one is the
    head of a page.
    """
    numbered = _patterns()["numbered"]
    if ("\n" not in raw and least > 1) or not numbered.search(raw):
        return None
    spans: list[tuple[int, int]] = []
    offset = lines = 0
    for line in raw.split("\n"):
        lines += 1
        if match := numbered.match(line):
            number = int(match[1])
            if before is not None and number not in (before + 1, 1):
                return None
            if least == 1 and len(match[2]) < 2 and "\n" not in raw:
                return None
            before = number
            spans.append((offset + match.start(1), offset + match.end()))
        offset += len(line) + 1
    long_lines = len(raw) >= _LINE_LENGTH * lines or lines < _NUMBERED_LINES
    return spans if len(spans) >= max(least, 0.6 * lines) and long_lines else None


def _note_marks(raw: str) -> Iterator[tuple[int, int]]:
    """Yield where the numbers of footnotes are, glued to the word or mark before them."""
    patterns = _patterns()
    if not patterns["beside"].search(raw):
        return
    for match in patterns["superscript"].finditer(raw):
        if not patterns["unit"].search(raw[: match.start(1)]):
            yield match.span(1)
    for name in ("glued", "in_word"):
        for match in patterns[name].finditer(raw):
            word = match[1]
            named = word.casefold() in _NUMBERED_NOUNS or any(map(is_unsegmented, word))
            if name == "in_word":
                named |= word != word.lower()
            if not named and match[2].isascii():
                yield match.span(2)


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING + " \u200b")[-1:] in _ENDS


def _goes_on(text: str, following: str, next_to_it: bool) -> bool:
    """Whether a paragraph goes on with the sentence that another leaves open."""
    patterns = _patterns()
    if not following or patterns["bullet"].match(following) or patterns["turn"].match(following):
        return False
    first = next((char for char in following if char.isalnum()), "")
    if not first or following[0].isdigit():
        return False
    if first.islower():
        return True
    if patterns["page"].fullmatch(following.casefold()):
        return False
    if first.isupper():
        long = len(text.split()) >= _LONG and not text.istitle()
        return long and next_to_it and len(following.split()) > _HEAD_WORDS
    return len(text) >= _CHARACTERS and len(following) >= _CHARACTERS
