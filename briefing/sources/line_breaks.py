"""Which line breaks of a document carry meaning, and which only end a line that was full.

In prose that was wrapped for some width each line is so full that the first word of the next would
hardly have fitted, and few lines begin with a capital letter. Tables, verse, addresses, lists and
quoted mail break their lines earlier, or have marks of their own. What is decided is only how a
paragraph is shown and copied; evidence is found across any line break.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise

from briefing.text.folding import is_unsegmented

FULL_LINE = 50
"""Code points that lines of wrapped prose have at least, where the document says nothing else."""
FULL_LINE_UNSEGMENTED = 18
"""The same for scripts written without spaces."""
_TIGHT = 0.8
"""Share of the breaks in a block that full lines must explain before all count as wrapping."""
_SLACK = 0.15
"""Part of a line that may stay empty in it all the same: edited prose is not wrapped again."""
_CAPITALS = 0.8
"""Share of lines that begin with a capital letter in verse and lists, and never in prose."""
_TITLES = 0.6
"""Share of words from which on capital letters are those of titles, and say nothing of lines."""
_NARROWER = 0.7
"""Part of a document's usual line length that lines of a wrapped block have at least."""
_EARLY = 0.3
"""Part of a line that is left empty where a break in wrapped prose is meant."""
_KNOWN = 8
"""So many breaks show how long the lines of a document are."""
_COLUMNS = re.compile(r"\S(?: *\t+ *| {3,})\S")
"""A gap between two columns of a table."""
_QUOTED = re.compile(r"[ \t]*[>|]")
_BULLET = re.compile(
    r"^[ \t]*(?:([-*•·▪◦‣])|(\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)]))[ \t]+\S", re.MULTILINE
)
_ENDS = (".", ":", "!", "?", "…", "”", '"', "。", "：")


def kept_breaks(raw: str, full: int = 0) -> tuple[int, ...]:
    """Return the line breaks of a block that carry meaning.

    Args:
        raw: The block as the document has it.
        full: Code points of a full line of the document, as `full_line` tells; 0 if not known.

    Returns:
        Offsets of newlines in `raw`, in code points, rising.
    """
    if "\n" not in raw:
        return ()
    lines = raw.split("\n")
    if _is_set_in_rows(raw, lines):
        kept: Iterable[int] = range(len(lines) - 1)
    elif _BULLET.search(raw):
        kept = _kept_in_entries(lines, full)
    else:
        kept = _kept_in_entry(lines, full)
    ends = list(accumulate((len(line) + 1 for line in lines), initial=-1))[1:]
    return tuple(ends[number] for number in kept)


def silent_breaks(raw: str) -> tuple[tuple[int, int], ...]:
    """Return the line breaks between two signs that are written without spaces.

    Where such lines are joined, nothing stands between them, as in 力による⏎一方的な.

    Args:
        raw: A block as the document has it.

    Returns:
        Stretches of `raw` in code points, each a break with the blanks around it.
    """
    if raw.isascii() or "\n" not in raw:
        return ()
    return tuple(match.span() for match in _silent().finditer(raw))


@cache
def _silent() -> re.Pattern[str]:
    """Return what finds a break between Han, kana, or their marks; a wide blank is an indent."""
    signs = "[\u3001-\u303f\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60]"
    return re.compile(rf"(?<={signs})[ \t]*\n[ \t]*(?={signs})")


def full_line(blocks: Iterable[str]) -> int:
    """Return how many code points the full lines of a document have.

    Args:
        blocks: Some of its blocks, as the document has them.

    Returns:
        The length, or 0 where too few blocks have several lines or they are not full.
    """
    lengths, breaks, tight = [], 0, 0
    for raw in blocks:
        lines = raw.split("\n")
        if len(lines) < 3 or _is_set_in_rows(raw, lines):
            continue
        longest, rooms = _rooms(lines)
        explained = sum(room < _SLACK * longest for room in rooms)
        breaks += len(rooms)
        tight += explained
        if explained == len(rooms):
            lengths.append(longest)
    if breaks < _KNOWN or tight < _TIGHT * breaks or not lengths:
        return 0
    return sorted(lengths)[len(lengths) // 2]


def _is_set_in_rows(raw: str, lines: Sequence[str]) -> bool:
    """Return whether lines are the rows of a table, or are marked one by one as quoted mail is."""
    if ("\t" in raw or "   " in raw) and _is_table(lines):
        return True
    if ">" not in raw and "|" not in raw:
        return False
    return sum(_QUOTED.match(line) is not None for line in lines) >= max(2, len(lines) / 2)


def _is_table(lines: Sequence[str]) -> bool:
    """Return whether lines are the rows of a table: most have columns with gaps between them."""
    rows = sum(_COLUMNS.search(line) is not None for line in lines)
    return rows >= 2 and rows >= 0.6 * len(lines)


def _kept_in_entries(lines: Sequence[str], full: int) -> Iterator[int]:
    """Yield the breaks that are meant in lines that may be the entries of a list.

    A line may begin with the mark of a list by chance, so it takes two of them.
    """
    marks = [_mark(line) for line in lines]
    several = {mark for mark in marks if mark and marks.count(mark) > 1}
    starts = [n for n, mark in enumerate(marks) if n == 0 or mark in several]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield from (start + number for number in _kept_in_entry(lines[start:end], full))
        if end < len(lines):
            yield end - 1


def _kept_in_entry(lines: Sequence[str], full: int) -> Iterator[int]:
    """Yield the breaks that are meant in lines that are no list.

    In wrapped prose these are the ones before paragraphs that step in, and after short lines.
    """
    longest, rooms = _rooms(lines)
    wrapped = _is_wrapped(lines, longest, rooms, full)
    for number, room in enumerate(rooms):
        if not wrapped or room >= _EARLY * longest or (number and _steps_in(lines, number + 1)):
            yield number


def _steps_in(lines: Sequence[str], number: int) -> bool:
    """Return whether a line begins a paragraph by its indent."""
    before, after = lines[number - 1], lines[number]
    if after[:1] not in " \t\u3000":
        return False
    indents = [len(line) - len(line.lstrip()) for line in (before, after)]
    return indents[1] >= indents[0] + 2 and before.rstrip().endswith(_ENDS)


def _is_wrapped(lines: Sequence[str], longest: int, rooms: Sequence[int], full: int) -> bool:
    """Return whether most lines end because they were full, with hardly room for another word."""
    if longest < (_NARROWER * full if full else _least(lines)):
        return False
    explained = sum(room < _SLACK * longest for room in rooms)
    return explained >= _TIGHT * len(rooms) and not _has_capitals(lines[1:])


def _rooms(lines: Sequence[str]) -> tuple[int, list[int]]:
    """Return the length of the longest line, and the room that the next word leaves in the others.

    The indent of lines does not count: the first line of a block has lost it.
    """
    stripped = [line.strip() for line in lines]
    longest = max(map(len, stripped))
    pairs = pairwise(stripped)
    return longest, [longest - len(line) - _first_word(after) for line, after in pairs]


def _has_capitals(lines: Sequence[str]) -> bool:
    """Return whether nearly all of several lines begin with a capital letter, and few words do."""
    if len(lines) < 3 or _capitals(lines) < _CAPITALS:
        return False
    return _capitals(" ".join(lines).split()) < _TITLES


def _capitals(texts: Sequence[str]) -> float:
    """Return the share of some texts that begin with a capital letter."""
    begins = (text.lstrip("\"'“‘«(¿¡ \t")[:1] for text in texts)
    return sum(map(str.isupper, begins)) / len(texts)


def _least(lines: Sequence[str]) -> int:
    text = "".join(lines)
    unsegmented = sum(map(is_unsegmented, text)) if not text.isascii() else 0
    return FULL_LINE_UNSEGMENTED if unsegmented * 2 > len(text) else FULL_LINE


def _first_word(line: str) -> int:
    """Return what the first word of a line and the space before it would take at another's end."""
    word = line.partition(" ")[0]
    # Where words have no spaces, a line may break at any sign but those that may not begin one.
    return 3 if word and is_unsegmented(word[0]) else 1 + len(word)


def _mark(line: str) -> str:
    """Return what kind of mark a line begins with, if it begins like the entry of a list."""
    match = _BULLET.match(line)
    if match is None:
        return ""
    return match[1] or ("number" if any(map(str.isdecimal, match[2])) else "letter")
