"""Quotation marks of all languages: where a quotation begins and ends, and what is no mark.

Which mark opens and which closes differs by language (“ ” „ “ « » » « ” ” 「 」) and is told by
what stands around a mark and what is open already; no language need be known. Apostrophes, the
dashes of dialogue and quotations that run on into the next paragraph are known as such. The marks
are those of the Unicode Standard, chapter 6.2, and of its annex on quotation marks by language.
"""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from briefing.text import NOTHING

Style = Literal["double", "single", "angle", "corner", "dash"]

_OPENERS = {"“": "”", "„": "“”", "‟": "”", "‘": "’", "‚": "‘’", "‛": "’", "「": "」", "『": "』",
            "《": "》", "〈": "〉", "〝": "〞〟", "❝": "❞", "❛": "❜"}  # fmt: skip
"""Marks that open, each with those that may close it."""
_BOTH = {"«": "»", "»": "«", "‹": "›", "›": "‹", "”": "”", "’": "’", '"': '"', "＂": "＂", "'": "'"}
"""Marks that open in one language and close in another, each with what closes it."""
_BY_OPENER = {
    **_BOTH,
    **_OPENERS,
    "»": "«»",
    "›": "‹›",
    "`": "'’`",
    "``": ("''", '"', "``"),
    "''": ("''",),
}
_MARKS = frozenset("".join(_OPENERS) + "".join(_BOTH) + "“‘」』》〉〞〟❞❜`＇")
_SINGLE = frozenset("‘’‚‛❛❜'`＇‹›")
_DIALOGUE = frozenset("–—―")
_ANGLES = frozenset("«»‹›")
_ELIDED = frozenset(["tis", "twas", "cause", "em", "n", "til", "round", "bout"])
"""Words that begin with an apostrophe, such as 'tis."""


_LONGEST = 2_000
"""Code points within which the mark is looked for that closes a single one."""


class Quotation(NamedTuple):
    """Words between quotation marks."""

    start: int
    """Offset of the opening mark, in code points."""
    end: int
    """Offset just past the closing mark."""
    inner_start: int
    """Offset of the first code point between the marks."""
    inner_end: int
    level: int
    """How many other quotations it stands in."""
    closed: bool
    """Whether its closing mark is there; otherwise it runs to the end of its paragraph."""
    style: Style
    certain: bool
    """False for marks that are often something else: single straight ones, dashes of dialogue."""

    def words(self, text: str) -> str:
        """Return the quoted words of the text it was found in."""
        return text[self.inner_start : self.inner_end]


class _Open(NamedTuple):
    mark: str
    start: int


def quotations(text: str) -> tuple[Quotation, ...]:
    """Find the quotations in a text.

    Args:
        text: Any text; an empty line ends a paragraph, and every quotation in it.

    Returns:
        The quotations in the order of their beginnings; they hold one another or stand apart.
    """
    if _MARKS.isdisjoint(text) and _DIALOGUE.isdisjoint(text):
        return ()
    found: list[Quotation] = []
    for start, end in _paragraphs(text):
        found.extend(_Scanner(text, start, end).run())
    found.sort(key=lambda quotation: (quotation.start, -quotation.end))
    return tuple(_levels(found))


def unquoted(text: str) -> str:
    """Return a text without the marks around all of it; as it is where there are none."""
    stripped = text.strip()
    if stripped[:1] not in _MARKS:
        return text
    for quotation in quotations(stripped):
        whole = quotation.start == 0 and quotation.end == len(stripped)
        if whole and quotation.closed and quotation.style != "dash":
            return quotation.words(stripped).strip()
    return text


def nested(text: str) -> str:
    """Return words with their inner marks as they are drawn between “ ”: ‘ ’, and “ ” in these.

    Args:
        text: The words of a quotation, without the marks around them.

    Returns:
        A text of the same length in code points.
    """
    drawn = list(text)
    for quotation in quotations(text):
        if quotation.style != "dash":
            _draw(drawn, quotation, "‘’" if quotation.level % 2 == 0 else "“”")
    return "".join(drawn)


def redrawn(text: str, verified: Callable[[str], bool]) -> tuple[str, tuple[str, ...]]:
    """Return our own words with “ ” around what was verified, and straight marks elsewhere.

    Args:
        text: A sentence of ours.
        verified: Tells whether some quoted words stand in a source.

    Returns:
        A text of the same length in code points, and the quoted words that stand nowhere.
    """
    outer = [q for q in quotations(text) if q.level == 0 and q.style != "dash"]
    if not outer:
        return text, ()
    drawn, missing = list(text), []
    for quotation in outer:
        words = quotation.words(text).strip()
        holds = bool(words) and verified(words)
        if words and not holds:
            missing.append(words)
        inside = nested(quotation.words(text)) if holds else _straight(quotation.words(text))
        drawn[quotation.inner_start : quotation.inner_end] = inside
        _draw(drawn, quotation, "“”" if holds else '""')
    return "".join(drawn), tuple(missing)


def straightened(text: str) -> str:
    """Return a text in which no mark says that words were verified; its length is kept."""
    return redrawn(text, lambda words: False)[0]


def leaves_quotation(text: str, start: int, end: int) -> bool:
    """Whether the quotation that holds one offset of a text closes before another offset.

    Args:
        text: A paragraph.
        start: Offset within a quotation, or right before its closing mark.
        end: A later offset.
    """
    return any(
        quotation.closed
        and quotation.inner_start <= start <= quotation.inner_end
        and quotation.end <= end
        for quotation in quotations(text)
    )


def _draw(drawn: list[str], quotation: Quotation, marks: str) -> None:
    """Set the two marks of a quotation; what a mark of two characters leaves shows nothing."""
    for mark, start, end in (
        (marks[0], quotation.start, quotation.inner_start),
        (marks[1], quotation.inner_end, quotation.end),
    ):
        drawn[start:end] = list((mark + NOTHING * (end - start))[: end - start])


def _straight(text: str) -> str:
    drawn = list(text)
    for quotation in quotations(text):
        if quotation.style != "dash":
            _draw(drawn, quotation, "''")
    return "".join(drawn)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while (at := text.find("\n\n", start)) >= 0:
        yield start, at
        start = at + 2
    yield start, len(text)


def _levels(found: list[Quotation]) -> Iterator[Quotation]:
    around: list[Quotation] = []
    for quotation in found:
        while around and around[-1].end <= quotation.start:
            around.pop()
        yield quotation._replace(level=len(around))
        around.append(quotation)


class _Scanner:
    """Finds the quotations of one paragraph, from left to right."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._open: list[_Open] = []
        self._found: list[Quotation] = []

    def run(self) -> list[Quotation]:
        at = self._dialogue()
        while at < self._end:
            mark = self._mark_at(at)
            if mark and self._closes(mark, at):
                self._close(mark, at)
            elif mark and self._opens(mark, at):
                self._open.append(_Open(mark, at))
            at += len(mark) or 1
        for opened in self._open:
            if opened.mark not in ("'", "’", "`", "＇"):
                self._add(opened, self._end, self._end, closed=False)
        return self._found

    def _dialogue(self) -> int:
        """Take a paragraph that begins with a dash as speech; return where to go on."""
        at = self._start
        while at < self._end and self._text[at].isspace():
            at += 1
        if at >= self._end or self._text[at] not in _DIALOGUE:
            return self._start
        inner = at + 1
        while inner < self._end and self._text[inner] == " ":
            inner += 1
        if inner < self._end and (self._text[inner].isalpha() or self._text[inner] in "¿¡…"):
            speech = Quotation(at, self._end, inner, self._end, 0, True, "dash", certain=False)
            self._found.append(speech)
        return self._start

    def _mark_at(self, at: int) -> str:
        pair = self._text[at : at + 2]
        if pair in ("``", "''") and at + 2 <= self._end:
            return pair
        return self._text[at] if self._text[at] in _MARKS else ""

    def _before(self, at: int) -> str:
        return self._text[at - 1] if at > self._start else " "

    def _after(self, at: int) -> str:
        return self._text[at] if at < self._end else " "

    def _closes(self, mark: str, at: int) -> bool:
        """Whether a mark closes what is open; inside a word it is an apostrophe."""
        opened = self._opened_by(mark)
        if opened is None:
            return False
        before, after = self._before(at), self._after(at + len(mark))
        if mark in ("'", "’", "＇"):
            if after.isalnum() or before.isspace():
                return False
            return not self._is_possessive(mark, at)
        if mark in ('"', "＂", "”") and self._text[opened.start] == mark:
            return not before.isspace() or not after.isalnum()
        return True

    def _is_possessive(self, mark: str, at: int) -> bool:
        """Whether a mark after an s is more likely the apostrophe of a plural."""
        if self._before(at) not in "sS" or not self._after(at + 1).isspace():
            return False
        if not self._after(at + 2).islower():
            return False
        later = self._text.find(mark, at + 1, self._end)
        while later >= 0:
            if not self._after(later + 1).isalnum() and not self._before(later).isspace():
                return True
            later = self._text.find(mark, later + 1, self._end)
        return False

    def _opened_by(self, mark: str) -> _Open | None:
        """Return the innermost open quotation that a mark may close."""
        for opened in reversed(self._open):
            if mark in _BY_OPENER.get(opened.mark, ()):
                return opened
        return None

    def _opens(self, mark: str, at: int) -> bool:
        before, after = self._before(at), self._after(at + len(mark))
        if after.isspace() and mark not in _ANGLES:
            return False
        if mark in ("「", "『", "《", "〈", "〝", "„", "‟", "❝", "❛", "``"):
            return True
        if mark in "」』》〉〞〟❞❜":
            return False
        if before.isalnum():
            return mark in "“«" and not before.isascii()
        if mark in ("'", "’", "＇", "`", "‘", "‚"):
            return self._opens_single(mark, at, after)
        if mark in "»›”":
            return before.isspace() or before in "([{—–-/…"
        return True

    def _opens_single(self, mark: str, at: int, after: str) -> bool:
        """Whether a single mark opens: something closes it, and it is not left out letters."""
        word = self._word(at + 1)
        if mark != "‘" and mark != "‚" and (after.isdigit() or word in _ELIDED):
            return False
        closers = _BY_OPENER[mark if mark != "＇" else "'"]
        for later in range(at + 1, min(self._end, at + _LONGEST)):
            if self._text[later] in closers:
                ends = not self._after(later + 1).isalnum()
                if ends and not self._before(later).isspace() and later > at + 1:
                    return True
        return mark in "‘‚" and word not in _ELIDED

    def _word(self, at: int) -> str:
        end = at
        while end < self._end and self._text[end].isalpha():
            end += 1
        return self._text[at:end].casefold()

    def _close(self, mark: str, at: int) -> None:
        opened = self._opened_by(mark)
        while self._open:
            top = self._open.pop()
            if top is opened:
                self._add(top, at, at + len(mark), closed=True)
                return

    def _add(self, opened: _Open, inner_end: int, end: int, *, closed: bool) -> None:
        inner_start = opened.start + len(opened.mark)
        style: Style = "double"
        if opened.mark in _ANGLES:
            style = "angle"
        elif opened.mark in _SINGLE:
            style = "single"
        elif opened.mark in "「『《〈〝":
            style = "corner"
        certain = closed and opened.mark not in ("'", "’", "`", "＇")
        quotation = Quotation(opened.start, end, inner_start, inner_end, 0, closed, style, certain)
        self._found.append(quotation)
