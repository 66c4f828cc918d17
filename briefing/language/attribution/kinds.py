"""Whether words between marks are someone's, or a title or a term set apart."""

import re
from functools import cache
from typing import Literal

from briefing.language.attribution.clauses import Around
from briefing.language.attribution.lexicon import (
    ARABIC_SAYING,
    CHINESE_SAYING,
    JAPANESE_SAYING,
    any_of,
    verb_pattern,
    words_for,
)
from briefing.language.quotation.scanning import Quotation

Kind = Literal["speech", "title", "term"]
"""`speech` is what someone said or wrote; the others name a work or set words apart."""

_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "and",
        "or",
        "for",
        "by",
        "with",
        "from",
        "as",
        "is",
        "it",
        "i",
        "der",
        "die",
        "das",
        "und",
        "von",
        "im",
        "de",
        "la",
        "le",
        "les",
        "du",
        "des",
        "et",
        "el",
        "los",
        "las",
        "y",
        "en",
        "un",
        "una",
        "l",
        "d",
    ]
)
_WORD = re.compile(r"\w[\w’'-]*")
_TITLED_BEFORE = re.compile(r"(?:《|『)$")


def kind_of(text: str, quotation: Quotation, place: Around, language: str) -> Kind:
    """Return what kind of quotation one is, as far as its sentence tells.

    Args:
        text: The paragraph.
        quotation: One of its outermost quotations.
        place: What is around it.
        language: BCP 47 tag, of which the part before the first hyphen is looked at.
    """
    mark = text[quotation.start : quotation.start + 1]
    if language in ("ja", "zh"):
        return _unspaced(mark, place, language)
    if language == "ar":
        return _arabic(place)
    return _latin(quotation, place, language)


def _latin(quotation: Quotation, place: Around, language: str) -> Kind:
    words = _WORD.findall(place.inner)
    whole = place.inner[-1:] in ".!?…" or (place.inner[-1:] == "," and len(words) > 1)
    if quotation.style == "dash":
        return "speech"
    if _after_naming(place.before, language):
        return "title" if _in_capitals(words) else "term"
    spoken = _speaks(place, language)
    if whole and len(words) > 1:
        return "speech" if spoken or len(words) > 3 or not _in_capitals(words) else "title"
    if _in_capitals(words) and len(words) > 1 and not place.before.rstrip().endswith(":"):
        return "title"
    if spoken or len(words) > 5:
        return "speech"
    return "term"


def _in_capitals(words: list[str]) -> bool:
    """Whether words are written as a title is: in capitals but for small words."""
    lower = [w for w in words if w[0].islower() and w.lower() not in _SMALL]
    return bool(words) and not lower and any(word[0].isupper() for word in words)


@cache
def _naming(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{any_of(words_for(language).titled)})\s*(?:[:,]\s*)?[(\s]*$", re.IGNORECASE
    )


def _after_naming(before: str, language: str) -> bool:
    return _naming(language).search(before) is not None


def _speaks(place: Around, language: str) -> bool:
    """Whether the sentence outside the marks tells of speaking."""
    pattern = verb_pattern(language)
    if pattern.search(place.before) or place.before.rstrip().endswith(":"):
        return True
    return pattern.search(place.after) is not None or place.after.lstrip(", ")[:3] == "so "


def _unspaced(mark: str, place: Around, language: str) -> Kind:
    spoken = _said_in(place, language)
    if mark in "《〈":
        return "title"
    if spoken:
        return "speech"
    whole = place.inner[-1:] in "。！？，…、"
    if mark == "『" and not whole:
        return "title"
    return "speech" if whole or len(place.inner) >= (25 if language == "ja" else 14) else "term"


def _said_in(place: Around, language: str) -> bool:
    if language == "ja":
        return re.match(rf"(?:など)?と.{{0,30}}?(?:{JAPANESE_SAYING})", place.after) is not None
    before = place.before.rstrip("：:，,　 ")
    told = re.search(rf"(?:{CHINESE_SAYING})(?:道)?$", before) and before != place.before
    return (
        bool(told)
        or re.match(rf"[，,]?[^，。,]{{0,16}}(?:{CHINESE_SAYING})", place.after) is not None
    )


def _arabic(place: Around) -> Kind:
    words = place.inner.split()
    if place.before.rstrip().endswith(":") and len(words) > 1:
        return "speech"
    if re.search(rf"(?<!\w)[وف]?(?:{ARABIC_SAYING})(?!\w)", place.before) and len(words) > 1:
        return "speech"
    return "speech" if len(words) > 5 or place.inner[-1:] in "؟!" else "term"
