"""What sources date themselves: the sentences of a story that name a day, month or year.

Only dates that name their year count. Others would have to be reckoned from the day of the text,
and nobody but the program would then have said them.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from briefing.language.dates.finding import DateWords, find_dates
from briefing.language.dates.periods import Period
from briefing.language.sentences import sentence_ends
from briefing.model.core import Span
from briefing.model.source import Source
from briefing.search.language.date_ranges import days_of_due

MOST_EVENTS: Final = 500
"""Of one source: a register of a million dates is no story."""
# What is before the year is looked at last, for a search for a digit is twice as fast.
_YEAR: Final = re.compile(r"(?:1(?<!\d1)[5-9]|2(?<!\d2)[01])\d\d(?!\d)")
"""What a paragraph has to hold before dates are looked for in it, which takes far longer."""
_LONGEST: Final = 400
"""Code points of a sentence that are kept around a date."""
_BLANK: Final = re.compile(r"\s+")


def event_rows(source: Source) -> Iterator[tuple[object, ...]]:
    """Yield the dated sentences of a source's story, in order.

    Args:
        source: A source that was read; its furniture is left out.

    Yields:
        Source, number, paragraph, first and last day as ordinals, the date's words, the sentence,
        and where it is in the paragraph.
    """
    published = source.record.published
    anchor = published.last if published else date(2000, 1, 1)
    number = 0
    for paragraph in source.paragraphs:
        text = paragraph.text
        if paragraph.furniture or not _YEAR.search(text):
            continue
        for when in find_dates(text, anchor, source.record.language, with_year=True):
            days = _days(when)
            if days is None:
                continue
            start, end = sentence_around(text, when.span)
            yield (
                source.id, number, paragraph.number, days.first.toordinal(), days.last.toordinal(),
                when.words, text[start:end], f"{start}-{end}",
            )  # fmt: skip
            number += 1
            if number >= MOST_EVENTS:
                return


def _days(when: DateWords) -> Period | None:
    """Return the days of a date that names its year; None for any other."""
    if when.relative or when.floating or when.counted or not _YEAR.search(when.words):
        return None
    return days_of_due(when.due)


def sentence_around(text: str, span: Span) -> Span:
    """Return the sentence that some words are in, cut around them where it is very long.

    Args:
        text: A paragraph.
        span: The words, in code points of it.
    """
    ends = list(sentence_ends(text))
    start = max((end for end in ends if end <= span.start), default=0)
    end = min((end for end in ends if end >= span.end), default=len(text))
    if end - start > _LONGEST:
        start, end = _kept(text, start, end, span)
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _kept(text: str, start: int, end: int, span: Span) -> tuple[int, int]:
    """Return what is kept of a long sentence around some words of it.

    It begins and ends between words where blanks part them, as in some scripts they do not.
    """
    first = max(start, span.start - _LONGEST // 2)
    if first > start:
        blank = _BLANK.search(text, first - 1, span.start)
        first = blank.end() if blank else first
    last = min(end, max(span.end, first + _LONGEST))
    if last < end:
        blanks = [match.start() for match in _BLANK.finditer(text, span.end, last + 1)]
        last = blanks[-1] if blanks else last
    return first, last
