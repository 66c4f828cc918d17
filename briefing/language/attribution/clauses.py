"""What is around a quotation: the rest of its sentence, before and after."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing.language.quotation.scanning import Quotation

_SHORT = (
    "Mr Mrs Ms Dr Gen Sen Rep Gov Lt Col Capt Prof St Sr Sra Dra Jr No Co Inc vs etc"
    " U.S U.N U.K D.C a.m p.m z.B d.h u.a bzw"
    " M MM Mme Mlle Ud Uds EE UU Nr Jan Feb Aug Sept Oct Nov Dec"
)


class Around(NamedTuple):
    """The rest of the sentence that a quotation is in."""

    before: str
    """From the sentence's beginning, or the quotation before it, to the opening mark."""
    after: str
    """From the closing mark to the sentence's end, or the next quotation."""
    before_start: int
    """Offset of `before` in the paragraph, in code points."""
    after_start: int
    inner: str
    """The quoted words."""
    joined: bool
    """Whether `before` begins at a quotation, so that both are in one sentence."""


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(r"[.!?…؟]+[\"”’»)\]]*(?=\s+[^\sa-zà-ÿ]|\s*$)|[。！？]+[」』”’]*|\n[ \t]*\n")


@cache
def _short() -> re.Pattern[str]:
    listed = "|".join(re.escape(each) for each in _SHORT.split())
    return re.compile(rf"(?:(?<![\w.])(?:{listed})|(?<![\w])[A-Z]|\d)$")


def around(text: str, quotations: Sequence[Quotation], index: int) -> Around:
    """Return the rest of the sentence of one of a paragraph's outer quotations.

    Args:
        text: The paragraph.
        quotations: Its outermost quotations, in order.
        index: Which of them.
    """
    quotation = quotations[index]
    start = quotations[index - 1].end if index else 0
    stop = quotations[index + 1].start if index + 1 < len(quotations) else len(text)
    begin = start
    before = text[start : quotation.start]
    for match in _ends().finditer(before):
        if not _is_short(before, match) and match.end() < len(before.rstrip()):
            begin = start + match.end()
    after = text[quotation.end : stop]
    end = next((m.end() for m in _ends().finditer(after) if not _is_short(after, m)), len(after))
    inner = text[quotation.inner_start : quotation.inner_end]
    joined = index > 0 and begin == start and not _finished(text, quotations[index - 1], before)
    return Around(text[begin : quotation.start], after[:end], begin, quotation.end, inner, joined)


def _is_short(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends an abbreviation or an initial."""
    return match.group().startswith(".") and _short().search(text, 0, match.start()) is not None


def _finished(text: str, quotation: Quotation, between: str) -> bool:
    """Whether a sentence ended within a quotation, so that what follows is a new one."""
    last = text[quotation.inner_end - 1 : quotation.inner_end]
    words = between.lstrip()
    return (
        last in ".!?…。！？؟"
        and bool(words)
        and not words[0].islower()
        and words[0] not in ",;，、"
    )
