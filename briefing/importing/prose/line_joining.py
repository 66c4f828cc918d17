"""Lines of a paragraph joined to running text; a hyphen at a line's end only as far as is known."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from briefing.text.folding import is_unsegmented

SOFT_HYPHEN: Final = "\xad"
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-\u2010’'][^\W\d_]+)*")
_ENDS_IN_HYPHEN: Final = re.compile(r"([^\W_]+)[-\u2010]$")
_LONGEST: Final = 100
"""Code points of a line's end that are looked at."""
_STARTS: Final = re.compile(r"[^\W_]+")


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """Return the words of a document, in lower case, without those that lines break.

    Args:
        lines: All lines of the document, as they were printed.
    """
    found: set[str] = set()
    broken = False
    for line in lines:
        words = _WORD.findall(line.strip().lower().replace("\u2010", "-"))
        ends = line.rstrip().endswith(("-", "\u2010", SOFT_HYPHEN))
        found.update(words[1 if broken else 0 : len(words) - 1 if ends else None])
        broken = ends
    return frozenset(found)


def join(lines: Sequence[str], words: frozenset[str]) -> str:
    """Join the lines of a paragraph.

    A soft hyphen goes. A hyphen goes where the document has the joined word, and stays where it has
    the word with the hyphen; in any other case the line break stays behind it. Nothing is put
    behind a dash that is close to its word, nor between letters of scripts without blanks.

    Args:
        lines: The lines, in order.
        words: The words of the document, by `words_of`.
    """
    pieces: list[str] = []
    for line in filter(None, map(str.strip, lines)):
        if pieces:
            pieces[-1], between = _joint(pieces[-1], line, words)
            pieces.append(between)
        pieces.append(line)
    return "".join(pieces)


def _joint(before: str, after: str, words: frozenset[str]) -> tuple[str, str]:
    """Return a line as it is before another one, and what is between the two."""
    if before.endswith(SOFT_HYPHEN):
        return before[:-1], ""
    left, right = _ENDS_IN_HYPHEN.search(before[-_LONGEST:]), _STARTS.match(after)
    if left and right:
        parts = left[1].lower(), right[0].lower()
        with_hyphen = "-".join(parts) in words
        if "".join(parts) in words and not with_hyphen and right[0][0].islower():
            return before[:-1], ""
        return before, "" if with_hyphen else "\n"
    if before[-1] in "-\u2010" and before[-2:-1] not in ("", " ", "-") and right:
        return before, "\n"
    if before[-1] in "–—" and before[-2:-1] not in ("", " "):
        return before, ""
    if _needs_no_blank(before[-1]) and _needs_no_blank(after[0]):
        return before, ""
    return before, " "


def _needs_no_blank(char: str) -> bool:
    """Return whether a character is of a script without blanks, punctuation of such scripts too."""
    if is_unsegmented(char):
        return True
    return unicodedata.east_asian_width(char) in "WF" and not "\uac00" <= char <= "\ud7a3"


def open_hyphens(texts: Iterable[str]) -> int:
    """Return in how many places a line break was kept because nobody knows about the hyphen."""
    return sum(len(re.findall(r"[-\u2010]\n", text)) for text in texts)


def hyphen_warnings(texts: Iterable[str]) -> tuple[str, ...]:
    """Return what is to be said of hyphens that were left open."""
    count = open_hyphens(texts)
    if not count:
        return ()
    words = "1 hyphen at a line's end is" if count == 1 else f"{count:,} hyphens at line ends are"
    return (f"{words} kept with the line break: the document does not say which word is meant",)
