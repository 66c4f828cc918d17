"""Why words are not in a source, and what to do: for whoever has to fix a card."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from briefing.evidence.texts.edges import stands_alone
from briefing.evidence.texts.folded import FoldedSource
from briefing.evidence.texts.fragments import squeeze
from briefing.model.source import Paragraph
from briefing.text.folding import fold, is_unsegmented

LARGEST = 4_000_000
"""In a larger source, in code points, nobody looks for a reason: it takes too long."""
_NEAREST = 70.0
"""Least likeness, from 0 to 100, of words that are shown as the nearest."""
_SHOWN = 120
"""So many code points of the source are shown at most."""


SPLIT_QUOTE = "split them: one quote a paragraph, the later ones with continues: true"
SPLIT_EVIDENCE = "split them: two pieces of evidence, each within one paragraph"


class Reason(NamedTuple):
    """Why words were not found."""

    reason: str
    """In words that follow "is not in the source: "; empty where nothing is known."""
    remedy: str = ""


@cache
def _stamps() -> re.Pattern[str]:
    """Return what finds the time stamps, cue numbers and speaker labels between captions."""
    clock = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
    return re.compile(
        rf"[\[(]?{clock}[\])]?(?:\s*-->\s*{clock})?|<v [^>]*>|(?:(?<=\n)|^)\d+(?=\n)", re.MULTILINE
    )


@cache
def _not_letters() -> re.Pattern[str]:
    """Return what finds everything but letters, digits and the breaks of paragraphs."""
    return re.compile(r"[^\w\n]+|_")


def why_missing(folded: FoldedSource, words: str) -> Reason:
    """Say why words are not in a source; the most telling reason comes first.

    Args:
        folded: The source.
        words: The words as a card has them, without ellipses.
    """
    if len(folded.source.text) > LARGEST or not _letters(words):
        return Reason("")
    for reason in (_over_paragraphs, _between_stamps, _other_marks):
        if found := reason(folded, words):
            return found
    return _nearest(folded, words) or Reason("")


def _letters(text: str) -> str:
    return _not_letters().sub("", fold(text).text.casefold())


def _over_paragraphs(folded: FoldedSource, words: str) -> Reason | None:
    """Find words that are in neighbouring paragraphs."""
    paragraphs = folded.source.paragraphs
    at = _blocks_holding(paragraphs, _letters(words))
    if at is None or at[0] == at[1]:
        return None
    first, last = (paragraphs[block].number for block in at)
    count = at[1] - at[0] + 1
    reason = f"the words go over {count} paragraphs, {first} to {last}"
    return Reason(reason, SPLIT_QUOTE)


def _blocks_holding(paragraphs: Sequence[Paragraph], wanted: str) -> tuple[int, int] | None:
    """Return the first and last 0-based paragraph of those that hold letters in a row."""
    starts, pieces, offset = [], [], 0
    for paragraph in paragraphs:
        starts.append(offset)
        pieces.append(_letters(paragraph.text))
        offset += len(pieces[-1])
    at = "".join(pieces).find(wanted)
    if at < 0:
        return None
    first = max(block for block, start in enumerate(starts) if start <= at)
    last = max(block for block, start in enumerate(starts) if start < at + len(wanted))
    return first, last


def _between_stamps(folded: FoldedSource, words: str) -> Reason | None:
    """Find words between which captions have their times and numbers."""
    stamps = _stamps()
    wanted = _letters(words)
    text = "\n".join(folded.raw(block) for block, _ in _stamped(folded))
    if text and wanted in _letters(stamps.sub(" ", text)).replace("\n", ""):
        reason = "the words are in several captions, with time stamps between"
        return Reason(reason, "quote one caption at a time, or take the stamps out of the file")
    return None


def _stamped(folded: FoldedSource) -> Iterator[tuple[int, Paragraph]]:
    for block, paragraph in enumerate(folded.source.paragraphs):
        if ":" in paragraph.text and _stamps().search(folded.raw(block)):
            yield block, paragraph


def _other_marks(folded: FoldedSource, words: str) -> Reason | None:
    """Find words that differ only in capitals, marks or spaces."""
    wanted = _letters(words)
    for block, paragraph in enumerate(folded.source.paragraphs):
        text = squeeze(fold(folded.raw(block)).text)
        if wanted not in _letters(text):
            continue
        found = _stretch(text, wanted)
        if found is None:
            continue
        theirs, ours = text[slice(*found)], squeeze(fold(words).text).strip()
        if not stands_alone(text, *found):
            reason = f"the words are part of longer ones in paragraph {paragraph.number}"
            return Reason(f"{reason}: '{_around(text, *found)}'", "quote whole words")
        what = _kind_of_difference(ours, theirs)
        shown = f"paragraph {paragraph.number} has '{_cut(theirs)}'"
        return Reason(f"{what}: {shown}", "copy the words as they are there")
    return None


def _kind_of_difference(ours: str, theirs: str) -> str:
    if ours.lower() == theirs.lower():
        return "it differs in capitals"
    if ours.replace("'", "") == theirs.replace("'", ""):
        return "it differs in quotation marks or apostrophes"
    if ours.replace(" ", "") == theirs.replace(" ", ""):
        return "it differs in spaces"
    if ours.replace("-", "").replace(" ", "") == theirs.replace("-", "").replace(" ", ""):
        return "it differs in hyphens"
    if ours.casefold() == theirs.casefold():
        return "it differs in letters that are written otherwise"
    return "it differs in capitals or marks"


def _stretch(text: str, wanted: str) -> tuple[int, int] | None:
    """Return where letters are in a folded text, whatever is between them."""
    offsets = [i for i, char in enumerate(text) for _ in _letters(char)]
    letters = "".join(_letters(char) for char in text)
    at = letters.find(wanted)
    return None if at < 0 else (offsets[at], offsets[at + len(wanted) - 1] + 1)


def _around(text: str, start: int, end: int) -> str:
    low = text.rfind(" ", 0, start) + 1
    high = text.find(" ", end)
    return _cut(text[low : high if high >= 0 else len(text)])


def _nearest(folded: FoldedSource, words: str) -> Reason | None:
    """Find the words of a source that are most like some others."""
    from rapidfuzz import fuzz  # only what is missing needs it

    wanted = squeeze(fold(words).text).strip()
    best: tuple[float, int, str] | None = None
    for block in range(len(folded.source.paragraphs)):
        text = folded.haystack.text(block)
        floor = best[0] if best else _NEAREST
        aligned = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=floor)
        if aligned is None or (best and aligned.score <= best[0]):
            continue
        if len(text) < len(wanted) * 0.6:
            continue
        best = (aligned.score, block, _whole_words(text, aligned.dest_start, aligned.dest_end))
    if best is None:
        return None
    number = folded.source.paragraphs[best[1]].number
    reason = f"the nearest words, in paragraph {number}, are '{_cut(best[2])}'"
    return Reason(reason, "copy the words from the source")


def _whole_words(text: str, start: int, end: int) -> str:
    if any(map(is_unsegmented, text[start:end])):
        return text[start:end].strip()
    low = text.rfind(" ", 0, start + 1) + 1
    high = text.find(" ", max(start, end - 1))
    return text[low : high if high >= 0 else len(text)].strip(" '")


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
