"""Words that carry the sense: numbers, negations, modal verbs, names and dates.

Small English lists, with the commonest signs of Japanese and Chinese. They exist to warn, so they
would rather name too much than too little.
"""

import re
from collections import Counter


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_UNITS = _listed("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty
""")
_TENS = _listed("zero ten twenty thirty forty fifty sixty seventy eighty ninety")
_NUMBERS = {
    **{word: str(10 * tens) for tens, word in enumerate(_TENS)},
    **{word: str(value) for value, word in enumerate(_UNITS)},
}
_QUANTITIES = frozenset(
    _listed("""
    hundred thousand million billion trillion hundreds thousands millions billions trillions dozen
    dozens half halves third thirds quarter quarters twice double doubled doubling triple tripled
    both several few many most all first second fourth fifth sixth seventh eighth ninth tenth once
    single percent
""")
)
_NEGATIONS = frozenset(
    _listed("""
    not no never neither nor none nobody nothing nowhere without hardly barely scarcely unless
    except lack lacks lacked deny denies denied refuse refuses refused fail fails failed non
""")
)
_MODALS = frozenset(
    _listed("""
    shall will would should may might must can could ought need needs needed
""")
)
_MODAL_FORMS = {"ll": "will", "d": "would"}
_NEGATED_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
_CALENDAR = frozenset(
    _listed("""
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thurs fri sat sun
""")
)
_DAYS = frozenset(_listed("today yesterday tomorrow tonight"))
_FUNCTION_WORDS = frozenset(
    _listed("""
    a an the this that these those it its i we he she they you our his her their your my in on at
    of and or but for as to with by from if when while after before so then there here is are was
    were be been has have had do does did what which who how why
""")
)
_YEAR = re.compile(r"(?:FY)?(?:1[6-9]|20|21)\d\d", re.IGNORECASE)

HAN_NUMERALS = "〇一二三四五六七八九十百千万萬億兆"
JAPANESE_NO = "ない|なかっ|なく|なけれ|ません"
"""What says no after a Japanese stem, as alternatives of a regular expression."""

_HAN_SIGNS = (
    ("negation", f"{JAPANESE_NO}|[不未非無没沒否]"),
    ("number", f"[{HAN_NUMERALS}]"),
    ("modal", "べき|かもしれ|だろう|でしょう|[應应]該|必須"),
    ("date", "[月火水木金土日]曜|昨日|今日|明日|昨年|今年|来年"),
)
"""Regular expressions, compiled when there is such text."""


def senses(word: str) -> frozenset[tuple[str, str]]:
    """Say what a word touches.

    Args:
        word: A folded word or number, an apostrophe inside it allowed.

    Returns:
        Pairs of what is touched and by which value, so that `two` and `2`, or `cannot` and
        `can't`, count the same; empty for a word that carries none of them.
    """
    lower = word.casefold()
    if any(char.isdigit() for char in word):
        return _number_senses(word)
    if lower.endswith("n't") or lower == "cannot":
        stem = "can" if lower == "cannot" else lower[:-3]
        return senses(_NEGATED_STEMS.get(stem, stem)) | {("negation", "not")}
    stem, _, ending = lower.partition("'")
    found: set[tuple[str, str]] = set()
    if ending in _MODAL_FORMS:
        found.add(("modal", _MODAL_FORMS[ending]))
    if stem in _NEGATIONS:
        found.add(("negation", stem))
    if stem in _NUMBERS or stem in _QUANTITIES:
        found.add(("number", _NUMBERS.get(stem, stem)))
    capital = word[:1].isupper()
    if stem in _DAYS or (capital and stem in _CALENDAR):
        found.add(("date", stem))
    elif stem in _MODALS:
        found.add(("modal", stem))
    elif capital and not found and stem not in _FUNCTION_WORDS:
        found.add(("name", word.partition("'")[0]))
    return frozenset(found)


def _number_senses(word: str) -> frozenset[tuple[str, str]]:
    value = word.replace(",", "")
    found = {("number", value)}
    if _YEAR.fullmatch(word):
        found.add(("date", value))
    if any(char.isupper() for char in word) and not _YEAR.fullmatch(word):
        found.add(("name", word))
    return frozenset(found)


def unsegmented_senses(text: str) -> Counter[tuple[str, str]]:
    """Count the signs of number, negation, modality and date in Japanese or Chinese text."""
    return Counter(
        (category, match) for category, sign in _HAN_SIGNS for match in re.findall(sign, text)
    )


def negates(text: str) -> bool:
    """Whether any word, or ending of a word, in a folded text says no."""
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text)
    if any(word.casefold().endswith("less") for word in words):
        return True
    found = {category for word in words for category, _ in senses(word)}
    return "negation" in found or any(kind == "negation" for kind, _ in unsegmented_senses(text))


def same_sense(inserted: str, masked: str) -> bool:
    """Whether an editor's insertion says neither more nor less than the words it stands for.

    Both must agree in whether they say no, in their numbers and in their modal verbs; an insertion
    may name what a pronoun means, but not turn fifty ships into five or a may into a shall.
    """
    return negates(inserted) == negates(masked) and _weights(inserted) == _weights(masked)


def _weights(text: str) -> set[tuple[str, str]]:
    words = re.findall(r"\w+(?:['.,]\w+)*", text)
    found = {sense for word in words for sense in senses(word)} | set(unsegmented_senses(text))
    weighty = {(category, value) for category, value in found if category in ("number", "modal")}
    return {(category, value) for category, value in weighty if value not in _QUANTITIES}
