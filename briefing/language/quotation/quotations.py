"""Quotations in running text: one list of marks for drawing, checking and finding.

Marks are read in their context, as most of them open in one language and close in another, and
single ones are apostrophes more often than not. See docs/decisions/0013-quotation-marks.md.
"""

from bisect import bisect_right
from collections.abc import Iterable

from briefing.language.quotation.dialogue import spoken
from briefing.language.quotation.marks import MARKS as MARKS
from briefing.language.quotation.marks import may_be_marked as may_be_marked
from briefing.language.quotation.marks import may_quote
from briefing.language.quotation.scanning import Quotation as Quotation
from briefing.language.quotation.scanning import paired
from briefing.text.cleaning import NOTHING

_DRAWN = (("‘", "’"), ("“", "”"))
_DOUBLED = ("<<", ">>", "''", "``", "‘‘", "’’", "´´", ",,")


def quotations(text: str, language: str = "") -> tuple[Quotation, ...]:
    """Find the quotations in a text, those within others too.

    A blank line ends a paragraph; a quotation that is not closed runs to the end of its paragraph.
    The time is linear in the length of the text.

    Args:
        text: Any text, folded or not.
        language: BCP 47 tag. It tells whether a dash at the start of a paragraph opens what is
            said; without one it may, except a hyphen.

    Returns:
        The quotations by their start; any two are apart or one is within the other.
    """
    if not may_quote(text):
        return ()
    marked = _levelled(paired(text).quotations)
    said = tuple(spoken(text, language, marked))
    return _levelled(_apart(marked, said))


def _apart(marked: Iterable[Quotation], said: tuple[Quotation, ...]) -> list[Quotation]:
    """Join both kinds; what is not closed ends with the speech that it began in."""
    starts = [each.start for each in said]
    joined = list(said)
    for each in marked:
        index = bisect_right(starts, each.start) - 1
        if index >= 0 and each.start < said[index].end < each.end:
            end = said[index].end
            inner = min(each.inner_end, end)
            each = each._replace(end=end, inner_end=inner, closed=False, certain=False)
            each = each._replace(inner_start=min(each.inner_start, inner))
        joined.append(each)
    return sorted(joined, key=lambda each: (each.start, -each.end))


def _levelled(ordered: Iterable[Quotation]) -> tuple[Quotation, ...]:
    levelled = []
    around: list[int] = []
    for each in ordered:
        while around and around[-1] <= each.start:
            around.pop()
        around.append(each.end)
        levelled.append(each._replace(level=len(around)))
    return tuple(levelled)


def unquoted(text: str) -> str:
    """Return a text without the marks around it, if the whole of it is one quotation.

    Args:
        text: Any text.

    Returns:
        The words between the outer marks, white space beside these dropped; the text itself where
        it is no quotation, or more than one.
    """
    stripped = text.strip()
    if stripped[:1].isalnum():
        return text
    marked = paired(stripped).quotations
    if marked and marked[0].closed and marked[0].start == 0 and marked[0].end == len(stripped):
        return stripped[marked[0].inner_start : marked[0].inner_end]
    return text


def nested(text: str) -> str:
    """Return a text with its marks as they are drawn within “ ”: ‘ ’, within these “ ” again.

    Args:
        text: The words of a quotation, its own outer marks not among them.

    Returns:
        Text of the same length in code points; apostrophes stay. Where two signs are one mark, as
        in ''so'', the second becomes U+034F, which shows nothing.
    """
    scan = paired(text)
    if not (scan.quotations or scan.orphans):
        return text
    out = list(text)
    for orphan in scan.orphans:
        _draw(out, orphan, _DRAWN[0][1], text)
    for each in _levelled(scan.quotations):
        opening, closing = _DRAWN[(each.level - 1) % 2]
        _draw(out, each.start, opening, text)
        if each.closed:
            doubled = text[each.end - 2 : each.end] in _DOUBLED and each.end - 2 >= each.inner_end
            _draw(out, each.end - 1 - doubled, closing, text)
    return "".join(out)


def _draw(out: list[str], at: int, mark: str, text: str) -> None:
    out[at] = mark
    if text[at : at + 2] in _DOUBLED:
        out[at + 1] = NOTHING


def leaves_quotation(text: str, start: int, end: int, language: str = "") -> bool:
    """Whether the words before one offset are quoted, and no more those before another.

    Args:
        text: One paragraph or more.
        start: Offset just past the first words, in code points.
        end: Offset of the words after them.
        language: BCP 47 tag, see `quotations`.

    Returns:
        True if a quotation that holds `start` closes between the two, or one that began before
        the text does.
    """
    found = quotations(text, language)
    for each in found:
        last = max(each.inner_end, each.end - 1)
        if each.closed and each.start < start <= last < end:
            return True
    outer = [each for each in found if each.level == 1]
    starts = [each.start for each in outer]
    for orphan in paired(text).orphans:
        index = bisect_right(starts, orphan) - 1
        if start <= orphan < end and (index < 0 or outer[index].end <= orphan):
            return True
    return False
