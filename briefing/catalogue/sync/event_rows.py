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
from briefing.model.core import Span
from briefing.model.source import Source
from briefing.search.language.date_ranges import days_of_due

MOST_EVENTS: Final = 500
"""Of one source: a register of a million dates is no story."""
_YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]|2[01])\d\d(?!\d)")
"""What a paragraph has to hold before dates are looked for in it, which takes far longer."""
_STOP: Final = re.compile(r"[.!?]['\"’”)\]]*\s+(?=[\"'“‘(\[]?[^\W\d_a-z])|[。！？]")
"""The end of a sentence: a stop, and a letter after it that is no small one."""
_SHORT: Final = re.compile(
    r"(?:^|\W)(?:\w|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|"
    r"Col|Maj|Capt|Adm|St|Jr|Sr|Inc|Ltd|Corp|No|no|vs|etc|approx)$"
)
"""What is before a stop that ends no sentence: an initial, a month, a title."""
_LONGEST: Final = 400
"""Code points of a sentence that are kept around a date."""


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
    for place in source.body:
        text = source.paragraphs[place - 1].text
        if not _YEAR.search(text):
            continue
        for when in find_dates(text, anchor, source.record.language):
            days = _days(when)
            if days is None:
                continue
            start, end = sentence_around(text, when.span)
            yield (
                source.id, number, place, days.first.toordinal(), days.last.toordinal(),
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
    ends = [match.end() for match in _STOP.finditer(text) if not _is_short(text, match.start())]
    start = max((end for end in ends if end <= span.start), default=0)
    end = min((end for end in ends if end >= span.end), default=len(text))
    if end - start > _LONGEST:
        start = _blank_after(text, max(start, span.start - _LONGEST // 2))
        end = min(end, max(span.end, text.rfind(" ", start, start + _LONGEST)))
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _is_short(text: str, stop: int) -> bool:
    return text[stop] == "." and _SHORT.search(text, max(0, stop - 8), stop) is not None


def _blank_after(text: str, start: int) -> int:
    """Return the first beginning of a word at or after a place."""
    while 0 < start < len(text) and not text[start - 1].isspace():
        start += 1
    return start
