"""Dialogue after dashes: `— Bonjour, dit-il.`, `—No —dijo—. Adiós.`, `– Nie – powiedział.`.

What is said runs to where the text tells who says it, and goes on after the dash that follows.
Without marks this stays a reading: nothing found here is certain.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.language.quotation.scanning import Quotation, paragraphs_of

_LANGUAGES = (
    " fr es pt ca gl eu it ro pl ru uk be bg mk sr hr bs sl cs sk hu fi sv no nb nn da et lv lt tr"
    " el is sq hy ka az kk vi "
)
"""Languages whose news and novels open what is said with a dash."""

_GOES_ON = frozenset(["fr", "ro", "el"])
"""Of these, the ones in which what is said goes on after the sentence that names the speaker."""

_WORDS = (
    "dit|dis|lance|conclut|insiste|dijo|dice|disse|diz|ha detto|ha risposto|ha aggiunto|chiese"
    "|rispose|spiega|zise|spuse|a spus|a declarat|rzekł|mówi|każe|каже|kaže|mond|säger|sade|sa"
    "|svarar|menar|sier|svarer|mener|siger|sagde|sanoo|sanoi|kertoo|toteaa|totesi|vastasi|kysyi|dedi|diyor"
    "|είπε|λέει|δήλωσε|ütles|teica|sakė|teigė"
)
_STEMS = (
    "disai|déclar|affirm|ajout|répond|répliqu|demand|expliqu|assur|précis|s['’]exclam|soulign|martel"
    "|respondi|afirm|pregunt|añadi|explic|declar|contest|asegur|señal|insisti|perguntou|acrescent"
    "|powiedzia|odpowiedzia|zapyta|dodał|stwierdzi|oświadczy"
    "|сказа|говор|ответи|отвеча|спроси|заяви|добави|поясни|отмети|подчеркн|відпові"
    "|řekl|uvedl|dodal|prohlásil|odpověděl|povedal|rekao|rekla|kazala|felel|kérdez|válaszol"
    "|berätta|tilläg|förklara|konstater|fortell|fortæll|söyledi|sacīj"
)
_BEGINS = r"(?=[^\W\d_]|[¿¡…«“„\"'‘])"
"""A lookahead for what a sentence begins with."""


@cache
def _opening() -> re.Pattern[str]:
    """Return what finds the dash that opens a dialogue at the start of a line."""
    return re.compile(rf"[^\S\r\n]*(?P<dash>[—–―]|-(?=\s))\s?{_BEGINS}")


@cache
def _later() -> re.Pattern[str]:
    """Return what finds a dash after a whole sentence."""
    return re.compile(rf"(?<=[.!?…:»”\"])\s{{1,3}}(?P<dash>[—–―])\s?{_BEGINS}")


@cache
def _attribution() -> re.Pattern[str]:
    """Return what finds where the text begins to tell who speaks."""
    return re.compile(
        rf"(?P<mark>[,?!…»”\"]?)\s{{0,3}}(?<=[\s,?!…»”\"])(?P<dash>[—–―-]\s?)?"
        rf"(?:(?:a|ont|avait|ha|han|har|has)\s)?(?:(?:{_WORDS})\b|(?:{_STEMS})\w*)",
        re.IGNORECASE,
    )


@cache
def _resuming() -> re.Pattern[str]:
    """Return what finds a dash after which the dialogue goes on."""
    return re.compile(r"\s[—–―-]\s|(?<=[^\s—–―])[—–―](?=[\s.,;:!?…])[.,;:!?…]*")


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(r"[.!?…]\s+")


def spoken(text: str, language: str, quoted: Sequence[Quotation]) -> Iterator[Quotation]:
    """Yield what is said after dashes.

    Args:
        text: Any text.
        language: BCP 47 tag; empty means that any may be meant.
        quoted: The quotations between marks in the text; what tells who speaks is not in them.
    """
    base = language.partition("-")[0].lower()
    if base and f" {base} " not in _LANGUAGES:
        return
    regions = [(each.start, each.end) for each in quoted if each.closed and each.level == 1]
    for start, end in paragraphs_of(text):
        opening = _first(text, start, end, base, regions)
        if opening >= 0:
            yield from _speech(text, opening, end, base, regions)


def _first(
    text: str, start: int, end: int, language: str, regions: Sequence[tuple[int, int]]
) -> int:
    """Return where the first dash of a dialogue is in a paragraph, -1 if there is none.

    After a whole sentence a dash opens one too, as a line may have begun there. That and a hyphen
    mean dialogue only in a language known to write so.
    """
    opening = _opening().match(text, start, end)
    if opening and (language or opening["dash"] != "-"):
        return opening.start("dash")
    for later in _later().finditer(text, start, end) if language else ():
        begins = text[later.end()]
        if (begins.isupper() or not begins.isalpha()) and not _within(later.end(), regions):
            return later.start("dash")
    return -1


def _speech(
    text: str, start: int, end: int, language: str, regions: Sequence[tuple[int, int]]
) -> Iterator[Quotation]:
    """Yield the parts of a paragraph that are said, the first with its dash."""
    at = begin = start
    while begin < end:
        told = _outside(_attribution().finditer(text, at + 1, end), regions)
        stop = told.end("mark") if told and told["mark"] else told.start() if told else end
        yield _said(text, begin, stop, closed=told is not None)
        if told is None:
            return
        after = _sentence() if told["dash"] is None and language in _GOES_ON else _resuming()
        more = after.search(text, told.end(), end)
        if more is None:
            return
        begin = at = more.end()


def _outside(
    matches: Iterator[re.Match[str]], regions: Sequence[tuple[int, int]]
) -> re.Match[str] | None:
    """Return the first match that is in no quotation between marks."""
    for match in matches:
        place = match.start("dash") if match["dash"] else match.end() - 1
        if not _within(place, regions):
            return match
    return None


def _within(place: int, regions: Sequence[tuple[int, int]]) -> bool:
    index = bisect_left(regions, (place,)) - 1
    return index >= 0 and regions[index][1] > place


def _said(text: str, start: int, stop: int, *, closed: bool) -> Quotation:
    words = text[start:stop]
    end = start + len(words.rstrip())
    first = start + len(words) - len(words.lstrip("—–―- \xa0\u202f"))
    dashed = words[:1] in ("—", "–", "―", "-")
    first = min(first, end)
    return Quotation(start if dashed else first, end, first, end, 1, closed, "dash", False)
