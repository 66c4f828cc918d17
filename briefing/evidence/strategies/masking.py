"""What a bracket of ours may stand for: it may clarify words of the source, and not replace them.

A quotation with a bracket counts as verified only where the bracket changes no sense: it gives a
letter its case or a word its ending, says what a pronoun or a general noun means, spells a name
out, or adds such an explanation beside it. Whatever else is in a bracket is someone's claim.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.evidence.sense import checks
from briefing.evidence.texts.tokens import listed
from briefing.model.evidence import Insertion
from briefing.text.folding import fold, is_word_character

_REMARKS = frozenset(
    ("sic", "sic!", "!", "?", "emphasis added", "emphasis in original", "emphasis mine")
)
_LONGEST = 8
"""A clarification of more words is a sentence of its own."""
_ENDINGS = frozenset(
    listed("""
    s es ed d ing e en er t n m a o i os as is em et te ten ter es ée és ées nt ent aient
""")
) | {"", "'s", "'"}
"""Endings that change the grammar of a word and not its meaning."""
_FORMS = tuple(
    frozenset(forms.split())
    for forms in ("am is are was were be been being", "have has had having", "do does did doing")
)
_TURNING = frozenset(
    ("negation", "modal", "condition", "number", "quantity", "connective", "time", "date")
)
"""What a bracket may not bring in: each would say more than the source does."""
_VERBS = frozenset(
    listed("""
    am is are was were be been being have has had do does did say says said saying tell tells
    told claim claims claimed think thinks thought know knows knew believe believes believed
    want wants wanted make makes made get gets got go goes went come comes came see sees saw
    take takes took agree agrees agreed oppose opposes opposed support supports supported plan
    plans planned
""")
)


_SPEAKING = frozenset(
    ("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "you", "your", "yours")
)
"""Pronouns of those who speak, which others put in the third person when they report it."""
_GRAMMAR = frozenset(("a", "an", "the", "that", "of", "to", "is", "are", "was", "were"))
"""Words that an English sentence may be given without saying more."""
_AMBIGUOUS = frozenset(
    listed("""
    that which who whom what this dieser diese dieses diesem diesen jener jene jenes este esta esto
    estos estas ese esa eso cette cet ces ce la los las el lo le les l un une die der das den dem
    des ein eine
    """)
)
"""Words that are articles or join clauses as often as they are pronouns."""


_DERIVED = re.compile(r"\w{4,}(?:ing|ed|ly|ness|tion|ment)s?", re.IGNORECASE)
"""Words that sentences begin with, and that are no names for all their capital."""
_NAMES = frozenset(("Beijing", "Nanjing", "Chongqing", "Boeing", "Sterling", "Manfred", "Wilfred"))


class Verdict(NamedTuple):
    """Whether a bracket may stand for what it masks."""

    insertion: Insertion
    allowed: bool
    reason: str = ""
    """Why not, in words that follow "is not in the source: "."""
    remedy: str = ""


def judge_part_of_word(
    whole: str, between: tuple[int, int], inserted: str, language: str
) -> Verdict:
    """Judge a bracket within a word, such as `[T]he`, `state[s]` or `commit[ted]`.

    Args:
        whole: The folded source.
        between: What the bracket masks, maybe nothing.
        inserted: What is in the bracket.
        language: BCP 47 tag of the source.
    """
    start, end = between
    low, high = start, end
    while low > 0 and is_word_character(whole[low - 1]):
        low -= 1
    while high < len(whole) and is_word_character(whole[high]):
        high += 1
    ours, masked = fold(inserted).text, whole[start:end]
    insertion = Insertion(inserted, masked)
    if ours.casefold() == masked.casefold():
        return Verdict(insertion, allowed=True)
    theirs, made = whole[low:high], whole[low:start] + ours + whole[end:high]
    if any(map(str.isdigit, theirs)):
        return _refused(Insertion(inserted, theirs), f"makes '{made}' of the number '{theirs}'")
    risks = checks.check_sense(made, theirs, language).risks
    grammatical = _is_ending(ours.casefold()) and _is_ending(masked)
    at_end = high == end and low < start
    if at_end and grammatical and not risks:
        return Verdict(insertion, allowed=True)
    return _refused(Insertion(inserted, theirs, risks), f"turns '{theirs}' into '{made}'")


def _is_ending(letters: str) -> bool:
    """Whether letters are an ending, its consonant doubled or not, as in `commit[ted]`."""
    return letters in _ENDINGS or (letters[:1] in "bdgklmnprt" and letters[1:] in _ENDINGS)


def judge_words(
    inserted: str, masked: str, before: str, language: str, at_edge: bool = False
) -> Verdict:
    """Judge a bracket that stands for words of the source, or adds to them.

    Args:
        inserted: What is in the bracket.
        masked: The source's words it stands for; empty where it only adds.
        before: The word before the bracket, which an addition explains.
        language: BCP 47 tag of the source.
        at_edge: Whether the bracket begins or ends the words.
    """
    ours = fold(inserted).text.strip()
    insertion = Insertion(inserted, masked)
    if not masked:
        return _judge_addition(insertion, ours, before, language, at_edge)
    if fold(masked).text.casefold() == ours.casefold():
        return Verdict(insertion, allowed=True)
    if not any(map(is_word_character, ours)):
        return _refused(insertion, f"stands for '{masked}', which it does not say")
    found = checks.check_sense(ours, fold(masked).text, language)
    if _is_form(ours, masked, language) or _spells_out(ours, masked, language):
        return Verdict(insertion, allowed=True)
    if _refers(masked, language) and _is_nominal(ours, masked, language):
        return Verdict(insertion, allowed=True)
    risks = tuple(dict.fromkeys((*found.risks, *_brought_in(ours, masked, language))))
    return _refused(insertion._replace(risks=risks), f"stands for '{masked}'")


def _judge_addition(
    insertion: Insertion, ours: str, before: str, language: str, at_edge: bool
) -> Verdict:
    if ours.casefold() in _REMARKS or not ours.strip(",.;:"):
        return Verdict(insertion, allowed=True)
    if at_edge:
        return _refused(insertion, "stands for nothing that is there", "drop the bracket")
    explained = before and (
        checks.is_pronoun(before, language)
        or checks.is_generic_noun(before, language)
        or (before[:1].isupper() and not checks.is_function_word(before, language))
    )
    if explained and _is_nominal(ours, before, language):
        return Verdict(insertion, allowed=True)
    if _is_grammar(ours, language) or _dates(ours, before, language):
        return Verdict(insertion, allowed=True)
    risks = _brought_in(ours, "", language)
    return _refused(insertion._replace(risks=risks), "adds what the source does not say")


def _refused(insertion: Insertion, reason: str, remedy: str = "") -> Verdict:
    bracket = f"the bracket [{insertion.text}] {reason}"
    return Verdict(
        insertion, allowed=False, reason=bracket, remedy=remedy or "quote the source's own words"
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['’.&-][^\W_]+)*", fold(text).text)


def _brought_in(ours: str, masked: str, language: str) -> tuple[str, ...]:
    """Return what a bracket says that the masked words do not, and the other way round."""
    mine, theirs = checks.signs(ours, language), checks.signs(masked, language)
    changed = {category for category, _ in mine ^ theirs}
    return tuple(risk for risk in checks.RISKS if risk in changed)


def _is_form(ours: str, masked: str, language: str) -> bool:
    """Whether two single words are forms of one, such as `is` and `was`, `state` and `states`."""
    pair = {word.casefold() for word in (*_words(ours), *_words(masked))}
    if len(_words(ours)) != 1 or len(_words(masked)) != 1:
        return False
    if any(pair <= forms for forms in _FORMS):
        return True
    first, second = sorted(pair)[0], sorted(pair)[-1]
    shared = next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
        min(len(first), len(second)),
    )
    related = shared >= 3 and all(word[shared:] in _ENDINGS for word in (first, second))
    return related and not checks.check_sense(ours, masked, language).risks


def _spells_out(ours: str, masked: str, language: str) -> bool:
    """Whether a bracket spells a name or an acronym out, or adds a title to a name."""
    mine, theirs = _words(ours), _words(masked)
    if not theirs or len(mine) > _LONGEST or _adds_sense(ours, masked, language):
        return False
    capitals = "".join(part[0] for part in re.split(r"[\s-]+", ours) if part[:1].isupper())
    acronym = "".join(theirs).replace(".", "")
    if len(theirs) == 1 and acronym.isupper() and len(acronym) > 1:
        return capitals.startswith(acronym)
    added = list(mine)
    if all(checks.is_function_word(word, language) for word in theirs):
        return False
    for word in theirs:
        if checks.is_function_word(word, language) and word.casefold() not in map(
            str.casefold, added
        ):
            continue
        if word not in added:
            return False
        added.remove(word)
    named = any(word[:1].isupper() for word in theirs)
    return named and len(added) <= 3 and not any(word.casefold() in _VERBS for word in added)


def _refers(masked: str, language: str) -> bool:
    """Whether the masked words only point at something: a pronoun or a general noun."""
    words = _words(masked)
    if not words or not checks.has_lists(language):
        return False
    if len(words) == 1 and words[0].casefold() in _AMBIGUOUS:
        return False
    if len(words) <= 2 and all(checks.is_pronoun(word, language) for word in words):
        return True
    # A noun with a capital, such as Congress, is a name; German writes all nouns so.
    named = any(
        word[:1].isupper() and not checks.is_function_word(word, language) for word in words
    )
    return not named and checks.is_generic_noun(fold(masked).text, language)


def _is_nominal(ours: str, masked: str, language: str) -> bool:
    """Whether a bracket names something and says nothing of it.

    It is a name, with titles and articles around it, a general noun such as "the ministers", or
    pronouns: any other word would be a claim that nobody can look up.
    """
    words = _words(ours)
    if not words or len(words) > _LONGEST or _adds_sense(ours, masked, language):
        return False
    if any(word.casefold() in _VERBS for word in words):
        return False
    if all(checks.is_pronoun(word, language) for word in words):
        return language.startswith("en") and masked.casefold() in _SPEAKING
    if checks.is_generic_noun(ours, language):
        return True
    names = [word for word in words if _is_name(word, language)]
    others = [word for word in words if word not in names]
    return bool(names) and all(checks.is_function_word(word, language) for word in others)


def _is_name(word: str, language: str) -> bool:
    """Whether a word is a name: by its capital, in German only if it is known as one."""
    if not word[:1].isupper() or checks.is_function_word(word, language):
        return False
    if language.startswith("de"):
        return any(category == "name" for category, _ in checks.signs(word, language))
    return word in _NAMES or not _DERIVED.fullmatch(word)


def _adds_sense(ours: str, masked: str, language: str) -> bool:
    """Whether a bracket says no, how many, when or on which condition, and the source does not."""
    return bool(_turning(ours, language) - _turning(masked, language))


def _turning(text: str, language: str) -> set[tuple[str, str]]:
    return {sign for sign in checks.signs(text, language) if sign[0] in _TURNING}


def _dates(ours: str, before: str, language: str) -> bool:
    """Whether a bracket gives the date of the day that the word before it names."""
    kinds = {category for category, _ in checks.signs(ours, language)}
    named = {category for category, _ in checks.signs(before, language)}
    return named == {"date"} and "date" in kinds and kinds <= {"date", "number"}


def _is_grammar(ours: str, language: str) -> bool:
    """Whether a bracket only adds words such as `the` or `that`, which change no sense."""
    words: Sequence[str] = _words(ours)
    return (
        0 < len(words) <= 2
        and language.startswith("en")
        and all(word.casefold() in _GRAMMAR for word in words)
    )
