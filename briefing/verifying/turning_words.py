"""What is right before and after quoted words and turns their sense: but, unless, not."""

import re
from functools import cache
from typing import Final, NamedTuple

from briefing.language.quotation.quotations import quotations
from briefing.model.evidence import Passage
from briefing.model.source import Paragraph

_NEAR: Final = 4
"""Words after a quotation within which what turns it belongs to it."""
_FAR: Final = 12
"""The same for doubt and denial, which may come late."""

_AFTER: Final = {
    "en": (
        r"but|yet|unless|except|however|although|though|if|provided|not|\w+n['’]t|never|without"
        r"|until|nor|only if"
    ),
    "de": r"aber|jedoch|doch|sondern|außer|wenn|falls|sofern|nicht|nie|ohne|obwohl|es sei denn",
    "fr": (
        r"mais|sauf|toutefois|cependant|pourtant|si|ne|n['’]\w+|pas|jamais|sans|bien que|à moins"
        r"|à condition"
    ),
    "es": r"pero|sino|salvo|excepto|aunque|si|no|nunca|sin|a menos|siempre que|sin embargo",
}
_DOUBT: Final = {
    "en": (
        r"doubt\w*|den(?:y|ies|ied)|untrue|not true|false|wrong|don['’]t (?:think|believe)"
        r"|unlikely"
    ),
    "de": r"bezweif\w*|zweif\w*|bestreit\w*|falsch|unwahr\w*",
    "fr": r"doute\w*|démen\w*|faux|improbable",
    "es": r"dud[oa]\w*|desm[ie]nt\w*|fals[oa]|improbable",
}
_BEFORE: Final = {
    "en": (
        r"not|\w+n['’]t|never|no|without|unless|if|whether(?: or not)?|nor|neither|hardly|cannot"
        r"|nobody|no one|none|few|doubt\w*|den(?:y|ies|ied)"
    ),
    "de": r"nicht|nie|niemand|kein\w*|ohne|wenn|falls|ob|weder|kaum|bezweif\w*|bestreit\w*",
    "fr": r"ne|n['’]\w+|pas|jamais|sans|si|ni|aucune?|personne|doute\w*|dément\w*",
    "es": r"no|nunca|sin|si|ni|nadie|ningun\w*|dud[oa]\w*|desm[ie]nt\w*",
}
_CLOSE: Final = 6
"""Words before a quotation within which what turns it belongs to it."""
_EASTERN: Final = {
    "ja": (
        r"[、,]?(?:が、|けれど|しかし|ただし|ではない|ではなく|わけではない"
        r"|とは(?:思わ|言え|限ら)ない|かどうか|なら|場合)"
    ),
    "zh": (
        r"[，,]?(?:但|不过|不過|然而|除非|如果|是不|并非|並非"
        r"|的说法不|這是假|这是假|我怀疑|我懷疑)"
    ),
    "ar": r"\s*[،,]?\s*(?:لكن|ولكن|إلا|ما لم|إذا|غير أن|ليس|لا)(?!\w)",
}
_SENTENCE: Final = re.compile(r"[.!?…؟]+(?=[\s\"”’»)]|$)|[。！？]")


class Cut(NamedTuple):
    """What was left out beside quoted words."""

    text: str
    """The words from the quotation up to what turns it, as the source has them."""
    before: bool
    turns: tuple[str, ...]
    """The words in it that turn the sense."""


def cuts_of(paragraph: Paragraph, passage: Passage, language: str) -> tuple[Cut, ...]:
    """Return what beside some verified words turns their sense and was left out.

    Args:
        paragraph: Where they are.
        passage: Their place in it.
        language: BCP 47 tag of the source; languages without lists have nothing to find.
    """
    base = language.partition("-")[0].lower()
    if passage.start is None or passage.end is None or passage.continued is not None:
        return ()
    start, end = _bounds(paragraph.text, passage.start, passage.end, language)
    rest = paragraph.text[passage.end : end]
    ahead = paragraph.text[start : passage.start]
    found = [_after(rest, base), _before(ahead, base)]
    return tuple(each for each in found if each is not None)


def _bounds(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    """Return where the sentence around a place begins and ends, within its quotation if any."""
    low, high = 0, len(text)
    for each in quotations(text, language):
        if each.level == 1 and each.start <= start and end <= each.end:
            low, high = each.inner_start, max(each.inner_end, end)
    for match in _SENTENCE.finditer(text, low, start):
        low = match.end()
    following = _SENTENCE.search(text, end, high)
    ended = text[end - 1 : end] in (".", "!", "?", "。", "！", "？")
    return low, end if ended else following.start() if following else high


@cache
def _after_pattern(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w])(?P<far>{_DOUBT[language]})(?!\w)|(?<![\w])(?P<near>{_AFTER[language]})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _before_pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{_BEFORE[language]})(?!\w)", re.IGNORECASE)


def _after(rest: str, language: str) -> Cut | None:
    if language in _EASTERN:
        found = re.match(_EASTERN[language], rest)
        return Cut(found.group().strip(), False, (found.group(),)) if found else None
    if language not in _AFTER:
        return None
    turns: list[re.Match[str]] = []
    for match in _after_pattern(language).finditer(rest):
        words = len(rest[: match.start()].split())
        if words <= (_FAR if match["far"] else _NEAR):
            turns.append(match)
    if not turns:
        return None
    return Cut(_trimmed(rest[: turns[-1].end()]), False, tuple(match.group() for match in turns))


def _before(ahead: str, language: str) -> Cut | None:
    if language not in _BEFORE:
        return None
    near = [
        match
        for match in _before_pattern(language).finditer(ahead)
        if len(ahead[match.end() :].split()) <= _CLOSE
    ]
    if not near:
        return None
    return Cut(_trimmed(ahead[near[0].start() :]), True, tuple(match.group() for match in near))


def _trimmed(text: str) -> str:
    return " ".join(text.split()).strip(' ,;:–—"“”')
