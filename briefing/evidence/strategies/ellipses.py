"""What an ellipsis skips: how many words, and whether they may turn what it joins."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from briefing.evidence.sense import checks
from briefing.evidence.strategies.places import MAX_GAP, FoundPlace, SearchText
from briefing.evidence.texts.folded import FoldedSource, FoundWords
from briefing.evidence.texts.fragments import Fragment
from briefing.language.quotation.quotations import leaves_quotation
from briefing.model.evidence import Gap
from briefing.model.source import Source
from briefing.text.folding import is_unsegmented

QUOTATION = "quotation"
"""The risk that words after an ellipsis belong to no quotation or to another one."""

NEGATION = "negation"
CONDITION = "condition"

_RARE = 5
"""A single word of so many letters may stand alone between ellipses if the source has it once."""
_CHARACTERS = 4
"""The same for scripts that do not part words."""


_HARMLESS = checks.SenseCheck((), checked=True)


class Joined(NamedTuple):
    """What the ellipses of some words skip, or why they join what does not belong together."""

    gaps: tuple[Gap, ...]
    reason: str = ""
    remedy: str = ""


@cache
def _turn() -> re.Pattern[str]:
    """Return what finds a transcript's labels: `NAME:`, `Mr. Name (title):`, `<NAME>`, `The NAME.`.

    A dash that begins a line is one too: another speaks.
    """
    opening = r"(?:^|\n|(?<=[.?!…»”\"'。？！] )|(?<=[。？！」]))[ \t>*_-]*"
    title = r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gen)\. )?"
    capitals = r"(?:Mr|Mrs|Ms|Dr|The|Senator|Chairman)\.? [A-Z][A-Z -]{2,40}(?=\. )"
    shouted = r"(?<=\n)[^\W\d_a-zа-яß]{3,}(?: [^\W\d_a-zа-яß]{2,}){0,3}\. "
    capitals = rf"{capitals}|{shouted}"
    names = rf"<([^<>\n]{{1,40}})>|({title}[^\n:：<>.?!]{{1,60}})[:：]|({capitals})"
    return re.compile(rf"{opening}(?:{names})|(\n[ \t]*[-–—]) ?(?=\w|$)")


def _is_label(label: str) -> bool:
    """Whether words before a colon are a name: each begins with a capital, or has none."""
    words = re.sub(r"\([^)]*\)", "", label).split()
    small = ("de", "van", "von", "al", "bin", "the", "of", "and", "für", "der", "du", "la")
    return 0 < len(words) <= 5 and all(
        word[:1] == word[:1].upper() and word[:1].isalpha() for word in words if word not in small
    )


@cache
def _attribution() -> re.Pattern[str]:
    """Return what finds who is said to have spoken, before or after a quotation."""
    verbs = (
        r"(?:said|says|added|replied|asked|warned|wrote|stated|noted|argued|countered|insisted"
        r"|answered|declared|announced|explained|claimed)"
    )
    name = r"[A-Z][\w’'-]+(?:[ ][A-Z][\w.’'-]+){0,5}"
    return re.compile(rf"(?P<first>{name})\s+(?:{verbs}|told)\b|\b{verbs}\s+(?P<second>{name})")


def too_short(fragments: Sequence[Fragment], folded: FoldedSource) -> str:
    """Return the words between ellipses that are too few to mean one place; empty if none are.

    Two words at least, or one that the source has once.
    """
    if len(fragments) < 2:
        return ""
    for fragment in fragments:
        plain = fragment.plain
        words = re.findall(r"\w+", plain)
        unsegmented = sum(map(is_unsegmented, plain))
        if len(words) >= 2 or unsegmented >= _CHARACTERS:
            continue
        letters = max((len(word) for word in words), default=0)
        if any(checks.is_function_word(word, folded.language) for word in words):
            return fragment.words.strip()
        places = folded.haystack.find_all(plain, 0, len(folded.whole))
        once = next(places, None) is not None and next(places, None) is None
        if letters < _RARE or not once:
            return fragment.words.strip()
    return ""


def skipped(reading: SearchText, source: Source, place: FoundPlace, language: str) -> Joined:
    """Say what the ellipses between the fragments of a place skip.

    Args:
        reading: The text in which the fragments were found.
        source: The document.
        place: Where they are.
        language: BCP 47 tag of the source.
    """
    gaps = []
    for before, after in pairwise(place.hits):
        words = reading.words(before.end, after.start)
        count = _count(words)
        if count > MAX_GAP:
            reason = f"the ellipsis skips {count} words, and {MAX_GAP} are the most"
            return Joined((), reason, "quote the two parts apart")
        found = (
            _HARMLESS if _is_harmless(words, language) else checks.skipped_risks(words, language)
        )
        risks = found.risks
        if CONDITION not in risks and _lists(_ONLY, words, language):
            risks = (*risks, CONDITION)
        if NEGATION not in risks and _lists(_DENIALS, words, language):
            risks = (NEGATION, *risks)
        # A mark may be in a fragment as well as in what is skipped.
        leaves = any(
            _leaves(reading, source, start, after.start) for start in (before.start, before.end)
        )
        risks = (*risks, QUOTATION) if leaves else risks
        gaps.append(Gap(count, risks, found.checked))
        turns = _new_turn(reading, source, before.end, after.start)
        if turns or (leaves and _other_speaker(reading, before.start, after)):
            reason = "the words before and after the ellipsis are said by two speakers"
            return Joined((), reason, "quote each speaker apart")
    return Joined(tuple(gaps))


_ONLY = {
    "en": "only until except solely",
    "fr": "seulement uniquement sauf jusqu jusque",
    "de": "nur bis außer lediglich",
    "es": "solo sólo solamente únicamente hasta salvo",
    "ru": "только лишь пока кроме",
    "ar": "فقط إلا حتى",
    "ja": "のみ だけ 限り",
    "zh": "只 仅 直到",
}
"""Words that restrict what is said, by language."""
_DENIALS = {
    "en": "supposedly allegedly purportedly falsely false lie far impossible untrue",
    "fr": "loin prétendument faux impossible",
    "de": "keineswegs mitnichten keinesfalls unmöglich angeblich falsch",
    "es": "lejos supuestamente falso imposible",
    "ru": "якобы невозможно ложь отнюдь",
}
"""Words that take back what is said, and that are no plain negations."""


@cache
def _wary() -> re.Pattern[str]:
    """Return what finds any English word that may say no or if, and many that do not."""
    words = r"no|not|non|nor|none|neither|never|nothing|nobody|nowhere|without|cannot"
    begun = r"hard|bare|scarce|rare|seldom|fail|refus|den|lack|reject|oppos|un|if|provid"
    conditions = (
        r"depend|condition|assum|suppos|except|otherwise|whether|instead|rather|despite|only"
    )
    phrases = r"(?:as|so) long as|in case|but for|should (?:it|he|she|they|we|you|the)"
    return re.compile(
        rf"\b(?:(?:{words}|{phrases})\b|(?:{begun}|{conditions})\w*)|n['’]t\b|less\b|[^\x00-\u024f–—‘’“”…]",
        re.IGNORECASE,
    )


def _is_harmless(words: str, language: str) -> bool:
    """Whether nothing in English words needs the lists, which take longer to read than a card."""
    return language.startswith("en") and not _wary().search(words)


def _lists(words_of: Mapping[str, str], words: str, language: str) -> bool:
    """Whether words hold one of those that are listed for their language."""
    listed = words_of.get(language[:2].lower(), "").split()
    if language[:2] in ("ja", "zh"):
        return any(word in words for word in listed)
    return not {word.casefold() for word in re.findall(r"\w+", words)}.isdisjoint(listed)


def _count(words: str) -> int:
    """Count words, or characters in a script that does not part words."""
    characters = sum(map(is_unsegmented, words))
    return characters or len(re.findall(r"\w+(?:['’.-]\w+)*", words))


def _around(reading: SearchText, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the 0-based paragraphs between two offsets, each with a stretch of its text."""
    for part in reading.parts(start, end):
        yield part.block, part.span.start, part.span.end


def _leaves(reading: SearchText, source: Source, start: int, end: int) -> bool:
    """Whether the quotation that holds the words before an ellipsis closes before those after."""
    if start >= end:
        return False
    return any(
        leaves_quotation(source.paragraphs[block].text, low, high)
        for block, low, high in _around(reading, start, end)
    )


def _new_turn(reading: SearchText, source: Source, start: int, end: int) -> bool:
    """Whether a transcript names another speaker between two offsets."""
    for block, low, high in _around(reading, start, end) if start < end else ():
        paragraph = source.paragraphs[block]
        raw = source.text[paragraph.start + low : paragraph.start + high]
        text = raw if len(raw) == high - low else paragraph.text[low:high]
        for match in _turn().finditer(text):
            if match[3] or match[4] or _is_label(match[1] or match[2]):
                return True
    return False


def _other_speaker(reading: SearchText, start: int, after: FoundWords) -> bool:
    """Whether two quotations in one paragraph are attributed to two names."""
    between = _speakers(reading.words(start, after.end))
    following = _speakers(reading.words(after.end, reading.unit_end(after.start)))
    return bool(between and following) and following[0] not in between


def _speakers(text: str) -> list[str]:
    """Return the last names of those who are said to have spoken."""
    matches = _attribution().finditer(text)
    return [(match["first"] or match["second"]).split()[-1] for match in matches]
