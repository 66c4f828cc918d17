"""Who says a quotation, by the rest of its sentence in a script with capitals."""

import re
from functools import cache

from briefing.language.attribution.clauses import Around
from briefing.language.attribution.lexicon import any_of, verb_pattern, words_for
from briefing.language.attribution.naming import (
    LEADS,
    Named,
    Suggestion,
    is_pronoun,
    named_after,
    named_before,
    reacting,
)

_MOST_BETWEEN = 160
"""Code points between a verb of speaking and the quotation it may belong to."""
_LONGEST_OBJECT = 60
"""Code points after a verb of speaking that may name its hearers and place."""
_WEAK = frozenset(["thought", "began", "dachte", "begann", "pensait", "pense"])
"""Verbs after which words may be quoted, and more often are not."""
_CLAUSE = re.compile(r";|\b(?:and|but|und|aber|et|mais|y|pero)\s", re.IGNORECASE)


def speaker_of(place: Around, language: str) -> Suggestion | None:
    """Return who says a quotation; None where its sentence does not tell.

    Args:
        place: What is around it.
        language: BCP 47 tag.
    """
    after, before = _after(place, language), _before(place, language)
    if after and before and after.certain and before.certain and after.name != before.name:
        # Two that would both be certain cannot both be right.
        return after._replace(certain=False)
    if after and (after.certain or not (before and before.certain)):
        return after
    return before


def _after(place: Around, language: str) -> Suggestion | None:
    """Read `said Hayashi`, `Hayashi said`, `, so Hayashi` after the closing mark."""
    text = place.after
    lead = len(text) - len(text.lstrip(" \n\t\xa0,–—-"))
    ended = place.inner[-1:] in ".…" and "," not in text[:lead]
    rest = text[lead:]
    if not rest or (ended and not rest[0].islower()):
        return None
    verb = _leading_verb(language).match(rest)
    if verb:
        return _verb_first(place, lead, verb, language)
    verb = verb_pattern(language).search(rest)
    if verb is None or ended:
        return _by_according(place, lead, language)
    named = named_before(rest[: verb.start()], language)
    if named is None or len(rest[: verb.start()]) > 120:
        return None
    straight = rest[: verb.start()].lstrip().startswith(named.phrase[:12])
    denied = _denied(rest[: verb.end() + 14], language)
    start = place.after_start + lead
    sure = (
        named.proper
        and straight
        and not denied
        and not _is_next(place)
        and verb.group() not in _WEAK
        and _belongs(place.inner[-1:], text[:lead], rest[verb.end() :])
    )
    return Suggestion(named.name, rest[: verb.end()], start, start + verb.end(), sure)


def _belongs(last: str, between: str, following: str) -> bool:
    """Whether a comma ties the telling to the quotation, or nothing follows what is told.

    `“Is it?” Hayashi replied that it was.` is a sentence of its own.
    """
    if last == "," or "," in between:
        return True
    return bool(re.search(r"[?!…—–-]", last + between)) and following.lstrip()[:1] in ("", *",.;:")


def _is_next(place: Around) -> bool:
    """Whether what follows rather tells of the next quotation: `“How?” Hayashi said, “So.”`."""
    return place.inner[-1:] in ".?!…" and place.after.rstrip()[-1:] in (",", ":")


def _verb_first(place: Around, lead: int, verb: re.Match[str], language: str) -> Suggestion | None:
    rest = place.after[lead:]
    named = named_after(rest[verb.end() :], language)
    if named is None:
        return None
    end = verb.end() + named.end
    following = rest[end : end + 12].lstrip()
    # `called Blinken "firm"`, `told Hayashi`: who is spoken to, not who speaks.
    addressed = verb["verb"].lower() in ("told", "called", "asked") and following[:1] not in ",.;"
    sure = named.proper and not _denied(rest[:end], language) and not addressed
    if not named.proper and (better := _apposed(rest[end:], language)):
        named, end = better, end + better.end
        sure = False
    start = place.after_start + lead
    return Suggestion(named.name, rest[:end], start, start + end, sure)


def _apposed(text: str, language: str) -> Named | None:
    """Read the name in `said the director of the programme, Erik Solheim`."""
    if not text.startswith(","):
        return None
    named = named_after(text[1:], language)
    return named._replace(end=named.end + 1) if named and named.proper else None


@cache
def _leading_verb(language: str) -> re.Pattern[str]:
    """Return what finds a verb of speaking right after a quotation, its auxiliaries before it."""
    words = words_for(language)
    so = "|so" if language not in ("en", "fr", "es") else ""
    return re.compile(
        rf"(?:(?:{any_of(words.after)}|lui|me|nous|le|lo|se|ai|l['’]a)\s+|(?:a|avait|aurait)(?:-t)?-(?:il|elle|on)\s+){{0,3}}"
        rf"(?P<verb>{any_of(words.verbs)}{so})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _according(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words_for(language).according)})\s", re.IGNORECASE)


def _by_according(place: Around, lead: int, language: str) -> Suggestion | None:
    rest = place.after[lead:]
    found = _according(language).search(rest)
    if found is None or found.start() > 60:
        return None
    named = named_after(rest[found.end() :], language)
    if named is None:
        return None
    start, end = place.after_start + lead + found.start(), found.end() + named.end
    return Suggestion(
        named.name, rest[found.start() : end], start, place.after_start + lead + end, False
    )


def _before(place: Around, language: str) -> Suggestion | None:
    """Read `Hayashi said that`, `dazu sagte Merkel:`, `selon M. Soyer,` before the opening mark."""
    text = place.before
    verbs = list(verb_pattern(language).finditer(text))
    if not verbs:
        found = _labelled(place, language) or _by_according_before(place, language)
        return found or _reacting(place, language)
    verb, subject = _last_with_subject(text, verbs, language)
    between = text[verb.end() :]
    if len(between) > _MOST_BETWEEN:
        return None
    turned = named_after(between, language)
    if (
        language != "en"
        and turned
        and turned.proper
        and between[turned.end :].strip() in (":", ",")
    ):
        start = place.before_start + verb.start()
        words = text[verb.start() : verb.end() + turned.end]
        return Suggestion(
            turned.name, words, start, start + len(words), not _denied(text, language)
        )
    if subject is None:
        return _by_according_before(place, language)
    lead = subject.end - len(subject.phrase)
    before = text[:lead].strip()
    begins = LEADS.fullmatch(f"{before} " if before else "")
    alone = len(verbs) == 1 and not place.joined and not _denied(text, language)
    start = place.before_start + lead
    words = text[lead : verb.end()]
    near = len(between) <= _LONGEST_OBJECT and not _CLAUSE.search(between)
    near = near and between.rstrip()[-1:] not in (".", "!", "?", "…")
    alone = alone and near and verb.group() not in _WEAK
    sure = subject.proper and bool(begins) and alone and not _passive(text, verb)
    return Suggestion(subject.name, words.strip(), start, place.before_start + verb.end(), sure)


def _last_with_subject(
    text: str, verbs: list[re.Match[str]], language: str
) -> tuple[re.Match[str], Named | None]:
    """Return the last verb before which someone is named, and who."""
    for verb in reversed(verbs):
        subject = named_before(text[: verb.start()], language)
        if subject is not None:
            return verb, subject
    return verbs[-1], None


def _passive(text: str, verb: re.Match[str]) -> bool:
    """Whether the subject is spoken to or of: `was told`, `wurde genannt`, `is called`."""
    return (
        re.search(
            r"\b(?:was|were|is|are|been|being|wurde|wurden|wird|été|fue|fueron|ser)\s+(?:\w+\s+)?$",
            text[: verb.start()],
        )
        is not None
    )


def _by_according_before(place: Around, language: str) -> Suggestion | None:
    places = list(_according(language).finditer(place.before))
    found = places[-1] if places else None
    named = named_after(place.before[found.end() :], language) if found else None
    if found is None or named is None:
        return None
    start, end = place.before_start + found.start(), found.end() + named.end
    words = place.before[found.start() : end]
    return Suggestion(named.name, words, start, place.before_start + end, False)


def _labelled(place: Around, language: str) -> Suggestion | None:
    """Read `Hayashi: “…”`."""
    text = place.before.strip()
    if not text.endswith(":") or place.joined:
        return None
    named = named_after(text, language)
    if named is None or not named.proper or named.phrase != text[:-1].strip():
        return None
    sure = len(named.name.split()) <= 4 and is_pronoun(language).fullmatch(named.name) is None
    start = place.before_start + place.before.find(text)
    return Suggestion(
        named.name, text, start, start + len(text), sure and len(named.name.split()) > 1
    )


def _reacting(place: Around, language: str) -> Suggestion | None:
    """Read `John Doe disagreed: “…”`, whatever he does."""
    named = None if place.joined else reacting(place.before, language)
    if named is None:
        return None
    start = place.before_start + place.before.index(named.phrase)
    return Suggestion(named.name, named.phrase, start, start + len(named.phrase), False)


def _denied(text: str, language: str) -> bool:
    found = re.search(
        rf"(?<![\w])(?:{any_of(words_for(language).not_said)})(?!\w)", text, re.IGNORECASE
    )
    return found is not None or re.search(r"n['’]t\b", text) is not None
