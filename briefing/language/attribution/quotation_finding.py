"""The quotations of a document: those split by their attribution, those that run on, dialogue.

Rules on the one list of marks in `briefing.language.quotation`. A speaker is always a suggestion
with the words it was read from; nothing here decides. See docs/decisions/0024-drafts.md.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from briefing.language.attribution import sentence_before, speakers, unspaced
from briefing.language.attribution.clauses import Around, around
from briefing.language.attribution.kinds import Kind, kind_of
from briefing.language.attribution.lexicon import LATIN, verb_pattern
from briefing.language.attribution.naming import Suggestion, is_pronoun
from briefing.language.quotation.quotations import quotations
from briefing.language.quotation.scanning import Quotation

_NEIGHBOURS: Final = 3
"""Paragraphs around a dash in which dialogue has to be certain for it to be one too."""
_LONGEST_ATTRIBUTION: Final = 140
"""Code points between two parts of one quotation."""
_KANA: Final = re.compile("[\u3040-\u30ff]")
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_ARABIC: Final = re.compile("[\u0621-\u064a]")


class Found(NamedTuple):
    """A quotation of a document."""

    paragraph: int
    """Index, from 0, of the paragraph it is in; one that runs on is found in each again."""
    quotation: Quotation
    """Where it is there."""
    kind: Kind
    certain: bool
    """Whether someone's words are quoted; False for titles, words set apart, dashes and marks that
    may be something else."""
    continues: bool
    """Whether it goes on from the one before, split by its attribution or by a new paragraph."""
    speaker: Suggestion | None


def find(paragraphs: Sequence[str], language: str = "") -> tuple[Found, ...]:
    """Find the outermost quotations of a document.

    Args:
        paragraphs: Its paragraphs, in order.
        language: BCP 47 tag; without one the letters tell it where they can.

    Returns:
        The quotations in order, each with who says it as far as the text tells.
    """
    base = language.partition("-")[0].lower() or _language(paragraphs)
    found: list[Found] = []
    running = False
    dashes = _dialogue(paragraphs, base)
    for number, text in enumerate(paragraphs):
        outer = _outer(text, base, dashed=number in dashes)
        for index, quotation in enumerate(outer):
            place = around(text, outer, index)
            runs_on = running and index == 0 and not text[: quotation.start].strip()
            found.append(_one(found, paragraphs, number, quotation, place, base, runs_on=runs_on))
        running = bool(outer) and not outer[-1].closed and outer[-1].style != "dash"
    return tuple(found)


def _language(paragraphs: Sequence[str]) -> str:
    sample = " ".join(paragraphs[:40])[:8000]
    if len(_KANA.findall(sample)) * 10 > len(sample):
        return "ja"
    if len(_HAN.findall(sample)) * 4 > len(sample):
        return "zh"
    return "ar" if len(_ARABIC.findall(sample)) * 3 > len(sample) else ""


def _outer(text: str, language: str, *, dashed: bool) -> list[Quotation]:
    """Return the outermost quotations of a paragraph that hold a word."""
    return [
        each
        for each in quotations(text, language)
        if each.level == 1
        and (dashed or each.style != "dash")
        and any(c.isalnum() for c in text[each.inner_start : each.inner_end])
    ]


def _dialogue(paragraphs: Sequence[str], language: str) -> frozenset[int]:
    """Return the paragraphs whose dashes open what is said, not the entries of a list.

    Where the text tells who speaks after a dash, it is said. Others are, where that is near and
    they are whole sentences.
    """
    sure: set[int] = set()
    perhaps: set[int] = set()
    for number, text in enumerate(paragraphs):
        if text.lstrip()[:1] not in ("—", "–", "―", "-") and "—" not in text and "–" not in text:
            continue
        spoken = [each for each in quotations(text, language) if each.style == "dash"]
        if any(each.closed for each in spoken):
            sure.add(number)
        elif spoken and text.rstrip()[-1:] in '.!?…»”"' and _capital(text, spoken[0]):
            perhaps.add(number)
    asking = {n for n in perhaps if paragraphs[n].rstrip()[-1:] in "?!"}
    anchors = sure | asking
    near = {n for n in perhaps if any(abs(n - a) <= _NEIGHBOURS and a != n for a in anchors)}
    return frozenset(sure | near)


def _capital(text: str, quotation: Quotation) -> bool:
    first = text[quotation.inner_start : quotation.inner_start + 1]
    return first.isupper() or first in "¿¡…«“„\"'‘"


def _one(
    before: Sequence[Found],
    paragraphs: Sequence[str],
    number: int,
    quotation: Quotation,
    place: Around,
    language: str,
    *,
    runs_on: bool,
) -> Found:
    """Judge one quotation by its sentence and by the quotations before it."""
    text = paragraphs[number]
    last = before[-1] if before else None
    kind = kind_of(text, quotation, place, language)
    own = _speaker(place, language)
    if runs_on and last is not None:
        inherited = last.speaker._replace(start=-1, end=-1) if last.speaker else None
        return Found(number, quotation, last.kind, last.certain, True, own or inherited)
    same = last is not None and last.paragraph == number
    told_anew = own is not None and own.start >= quotation.end
    split = (
        same and not told_anew and last is not None and _is_split(text, last, quotation, language)
    )
    if split and kind == "term" and len(place.inner) > 1:
        kind = "speech"
    speaker = _resolved(own, before, number, language) if own else None
    certain = kind == "speech" and (quotation.certain or quotation.style == "double")
    if speaker is None and language in ("ja", "zh") and kind != "title":
        speaker = _before(paragraphs, number, quotation, place, last, language)
        kind = "speech" if speaker else kind
    if speaker is None and same and last is not None and last.speaker:
        # Nothing else is named, so whoever spoke before may go on; that is a reading.
        speaker = last.speaker._replace(certain=False)
    return Found(number, quotation, kind, certain, bool(split) and kind == "speech", speaker)


def _speaker(place: Around, language: str) -> Suggestion | None:
    if language in ("ja", "zh", "ar"):
        return unspaced.speaker_of(place, language)
    return speakers.speaker_of(place, language if language in LATIN else "")


def _before(
    paragraphs: Sequence[str],
    number: int,
    quotation: Quotation,
    place: Around,
    last: Found | None,
    language: str,
) -> Suggestion | None:
    """Return who speaks in the sentence before a quotation that is one of its own."""
    if not sentence_before.is_own_sentence(place.inner, place.after):
        return None
    if place.before.strip() or number == 0 or paragraphs[number][: quotation.start].strip():
        sentence, start = sentence_before.last_sentence(place.before)
        return sentence_before.speaker_before(sentence, place.before_start + start, language)
    earlier = paragraphs[number - 1]
    if last is not None and last.paragraph == number - 1 and last.speaker is not None:
        # A paragraph that is all quotation goes on with whoever spoke in it.
        outside = earlier[: last.quotation.start] + earlier[last.quotation.end :]
        if not outside.strip("。 \n"):
            return last.speaker._replace(start=-1, end=-1, certain=False)
    sentence, _ = sentence_before.last_sentence(earlier)
    return sentence_before.speaker_before(sentence, -1, language)


def _is_split(text: str, last: Found, quotation: Quotation, language: str) -> bool:
    """Whether only the telling of who speaks is between two quotations."""
    between = text[last.quotation.end : quotation.start]
    if last.speaker is None or not 0 < len(between) <= _LONGEST_ATTRIBUTION:
        return False
    if last.speaker.start < last.quotation.end or last.kind != "speech":
        return False
    told = between[: last.speaker.end - last.quotation.end]
    rest = between[len(told) :].strip()
    if language in ("ja", "zh"):
        return rest in ("", "，", "。", "：", "、")
    plain = (
        rest[:1] in (",", ".", ";", ":", "–", "—", "")
        and verb_pattern(language).search(rest) is None
    )
    return plain and rest.count(".") <= 1 and rest[-1:] in (",", ".", ":", ";", "–", "—", "")


def _resolved(own: Suggestion, before: Sequence[Found], number: int, language: str) -> Suggestion:
    """Return a suggestion with the name that a pronoun stands for, where one was near."""
    pronoun = language not in ("ja", "zh", "ar") and is_pronoun(language).fullmatch(own.name)
    if not pronoun and not (language == "zh" and own.name in ("他", "她", "其")):
        return own
    for earlier in reversed(before):
        if earlier.paragraph < number - 2:
            break
        if earlier.speaker and earlier.speaker.certain:
            return own._replace(name=earlier.speaker.name, certain=False)
    return own._replace(certain=False)


def spoken(found: Sequence[Found]) -> Iterator[Found]:
    """Yield what someone says or may say: no titles and no words set apart."""
    return (each for each in found if each.kind == "speech")
