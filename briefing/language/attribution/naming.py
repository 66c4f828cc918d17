"""Phrases that name someone, in scripts that have capitals."""

import re
from functools import cache
from typing import Final, NamedTuple

from briefing.language.attribution.lexicon import LATIN, any_of, words_for
from briefing.language.attribution.offices import office_for_something

_CAPITAL: Final = r"(?:(?:Mc|Mac|O['’]|D['’]|d['’]|al-|el-)?[A-ZÀ-ÖØ-ÞĀŁŠŽĐ][\w’'-]*\.?)"
_PARTICLE: Final = (
    r"(?:de la|de los|de las|van der|van den|von der|bin|ibn|al|el|la|le|de|del|di|da|dos|du"
    r"|van|von|zu|y|ten)"
)
_PROPER: Final = re.compile(rf"{_CAPITAL}(?:\s+(?:{_PARTICLE}\s+)?{_CAPITAL}){{0,7}}")
_STOP: Final = re.compile(
    r"[,;:!?()\[\]\"“”„«»‹›—–]|(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St|Sr|Lt))"
    r"(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Adm|Col))(?<!\bProf)\.(?=\s|$)"
)
_FOLLOWS: Final = (
    "in on at to after before during when who whom as while with from for by that about against"
    " during through into over under upon and but because if yesterday today tomorrow earlier"
    " im am an auf bei nach vor während mit zu zur zum gegenüber dem den der und aber als wenn"
    " heute gestern à au aux dans sur en lors pendant après avant avec qui et mais hier à_la"
    " al a en durante tras con y que cuando sobre ante hoy ayer"
)
"""Words that end a phrase which names someone."""
_JOINS: Final = (
    "of or if so yet though although since until without because where why how whether"
    " doch auch wie bis seit ohne weil ob oder von laut dazu entgegen neben zwischen"
    " pour sans ou où comme quand si depuis selon de du des car donc"
    " por para sin o como cuando si desde según del así pero"
)
LEADS: Final = re.compile(
    r"(?:(?:And|But|Earlier|Later|Meanwhile|Und|Aber|Mais|Et|Pero|Y|Then|Still),?\s*"
    r"|(?:On|In|At|During|After|Am|Im|Nach|Le|Lors|Dans|El|En|Tras)\s[^,]{2,60},\s*)?"
)
"""What may stand at a sentence's beginning before its subject."""
_OWNED: Final = re.compile(r"['’]s\b|['’]$|\b(?:of|des|du|de la|del|de los)\b", re.IGNORECASE)


_DAY: Final = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch"
)


class Suggestion(NamedTuple):
    """Who a text gives some words to; never more than a suggestion."""

    name: str
    """The speaker as the text has it, or a pronoun or role where it has no name."""
    words: str
    """The words this was read from, such as `said Hayashi`."""
    start: int
    """Where those begin in the paragraph, in code points; -1 where they are in another."""
    end: int
    certain: bool
    """Whether a proper name is right beside a verb of speaking and the quotation, and nothing
    else in the sentence could be meant."""


class Named(NamedTuple):
    """A phrase that may name a speaker."""

    phrase: str
    name: str
    """The proper name in it; the phrase where it has none."""
    proper: bool
    """Whether there is a proper name, and nobody else's."""
    end: int
    """Offset just past the phrase in the text that was read."""


@cache
def _follows() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{any_of(_FOLLOWS)})(?!\w)")


@cache
def _joins() -> re.Pattern[str]:
    """Return what finds a small word or a genitive: what is before is more than an office."""
    listed = f"{_FOLLOWS} {_JOINS} {' '.join(words_for(each).roles for each in LATIN)}"
    return re.compile(rf"(?<![\w])(?:{any_of(listed)})(?!\w)|['’]s\b|['’](?=\s)", re.IGNORECASE)


@cache
def _begins_role(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words_for(language).roles)})(?!\w)\s*", re.IGNORECASE)


@cache
def is_pronoun(language: str) -> re.Pattern[str]:
    """Return what matches a phrase that is a pronoun."""
    return re.compile(rf"[-\s]*(?:{any_of(words_for(language).pronouns)})\s*", re.IGNORECASE)


def named_after(text: str, language: str) -> Named | None:
    """Read who is named at the beginning of a text, as after `said`.

    Args:
        text: What follows.
        language: BCP 47 tag.
    """
    lead = len(text) - len(text.lstrip(" \n\t\xa0-"))
    body = text[lead:]
    stop = _STOP.search(body)
    phrase = body[: stop.start()] if stop else body
    further = _follows().search(phrase)
    if further:
        phrase = phrase[: further.start()]
    phrase = phrase.rstrip()
    if not phrase or len(phrase) > 120:
        return None
    return _named(phrase, language, lead + len(phrase), last=True)


def named_before(text: str, language: str) -> Named | None:
    """Read who is named at the end of a text, as before `said`.

    Args:
        text: What is before, from the beginning of its sentence.
        language: BCP 47 tag.
    """
    body = _without_adverbs(text.rstrip(), language)
    if body.endswith(","):
        return _with_apposition(body, language)
    start = max((m.end() for m in _STOP.finditer(body)), default=0)
    phrase = body[start:].strip()
    if not phrase:
        return None
    proper = list(_PROPER.finditer(phrase))
    if proper and proper[-1].end() == len(phrase):
        lead, name = phrase[: proper[-1].start()], proper[-1].group()
        if (office := office_for_something(phrase)) is not None:
            return Named(phrase, phrase[office:], False, len(body))
        plain = not _joins().search(lead) and not (lead and language == "de")
        return Named(phrase, name, plain and _names(name, language), len(body))
    if _begins_role(language).fullmatch(phrase):
        return None
    if is_pronoun(language).fullmatch(phrase.split()[-1]):
        return Named(phrase.split()[-1], phrase.split()[-1], False, len(body))
    return _role_at_end(phrase, language, len(body))


def _role_at_end(phrase: str, language: str, end: int) -> Named | None:
    """Read `the foreign and defense chiefs`: from its last article on, and few words."""
    pattern = rf"(?<!\w){_begins_role(language).pattern}"
    starts = [match.start() for match in re.finditer(pattern, phrase, re.IGNORECASE)]
    role = phrase[starts[-1] :] if starts else ""
    if not 1 < len(role.split()) <= 6:
        return None
    return Named(role, role, False, end)


def _with_apposition(body: str, language: str) -> Named | None:
    """Read `Wang Wenbin, a spokesman for the ministry,` and `The minister, Wang Wenbin,`."""
    if (office := _office_and_name(language).search(body)) is not None:
        name = office["name"]
        sure = len(name.split()) > 1 and _names(name, language)
        return Named(body[office.start("office") :], name, sure, len(body))
    found = re.search(
        rf"(?P<lead>^|\s)(?P<name>{_PROPER.pattern}),[^,;:]{{2,90}},$",
        body,
    )
    if found is None:
        return None
    sure = not body[: found.start("name")].strip(" ,;:") and _names(found["name"], language)
    return Named(body[found.start("name") :], found["name"], sure, len(body))


@cache
def _office_and_name(language: str) -> re.Pattern[str]:
    """Return what finds an office and then a name between commas at the end of a text."""
    article = any_of(words_for(language).roles)
    return re.compile(
        rf"(?:^|\s)(?P<office>(?:(?i:{article}))(?<![’'])\s[^,;:]{{2,60}}|(?:[LlDd][’'])[^,;:]{{2,60}}),"
        rf"\s(?P<name>{_PROPER.pattern}),$"
    )


def reacting(text: str, language: str) -> Named | None:
    """Read who does anything at all before a colon: `John Doe disagreed:`, `But Doe was blunt:`.

    Args:
        text: What stands before a quotation, from the beginning of its sentence.
        language: BCP 47 tag.

    Returns:
        Who is named first; never surely whose words follow.
    """
    body = text.strip()
    lead = LEADS.match(body)
    start = lead.end() if lead else 0
    found = _reaction().match(body, start)
    if found is None or not _names(found["name"], language):
        return None
    # A single word in capitals that begins a sentence may be any word, in German anywhere.
    single = len(found["name"].split()) == 1
    if re.search(r"['’]s?$", found["name"]) or (single and (not start or language == "de")):
        return None
    return Named(body[start:], found["name"], False, len(body))


@cache
def _reaction() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<name>{_PROPER.pattern})(?:,\s[^,;:]{{2,60}},)?\s+[^\W\d_A-ZÀ-Þ][^,;:]{{1,60}}?\s?:$"
    )


def _named(phrase: str, language: str, end: int, *, last: bool) -> Named:
    if is_pronoun(language).fullmatch(phrase.split()[0]):
        return Named(phrase.split()[0], phrase.split()[0], False, end)
    proper = list(_PROPER.finditer(phrase))
    role = _begins_role(language).match(phrase)
    if not proper or (role and _OWNED.search(phrase)):
        return Named(phrase, phrase, False, end)
    chosen = proper[-1] if last else proper[0]
    if re.search(r"['’]s$", chosen.group()):
        return Named(phrase, phrase, False, end)
    if chosen.start() and _OWNED.search(phrase[: chosen.start()]):
        return Named(phrase, phrase, False, end)
    whole = chosen.end() == len(phrase)
    return Named(
        phrase, chosen.group(), whole and not role and _names(chosen.group(), language), end
    )


def _names(name: str, language: str) -> bool:
    """Whether a phrase in capitals can be a name: no small word that begins a sentence is one."""
    first = name.split()[0]
    role = _begins_role(language).fullmatch(first) or _joins().fullmatch(first)
    pronoun = any(is_pronoun(language).fullmatch(each.strip(".")) for each in name.split())
    return not (role or pronoun or _DAY.fullmatch(name)) and len(name) > 1


def _without_adverbs(text: str, language: str) -> str:
    """Return a text without auxiliaries and adverbs at its end."""
    adverb = re.compile(rf"(?:^|[\s,])(?:{any_of(words_for(language).after)})$", re.IGNORECASE)
    for _ in range(4):
        found = adverb.search(text)
        if found is None:
            break
        kept = text[: found.start()].rstrip()
        if not kept:
            break
        text = kept
    return text
