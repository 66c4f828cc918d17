"""Verbs that say how firm a statement is, read from the words of a source and never inferred.

A verb counts as it is there. Where it is denied, only planned, or said of a mere intention to
look at something, the words that make it so are part of what is found, and it is plain no more.
"""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Literal, NamedTuple

from briefing.evidence.texts.tokens import listed
from briefing.model.core import Span

Hedge = Literal["", "negated", "planned", "tentative"]
"""Why a verb is not to be taken plainly: denied, not done yet, or done to no firm end."""


class Strength(IntEnum):
    """The ladder from weak to strong; it orders verbs and is never shown without one."""

    NOTED = 1
    DISCUSSED = 2
    REAFFIRMED = 3
    AGREED = 4
    DECIDED = 5
    COMMITTED = 6


class StrengthVerb(NamedTuple):
    """A verb of the ladder where it is in a source."""

    word: str
    """As it is there."""
    strength: Strength
    source: str
    """Id of the source."""
    paragraph: int
    """1-based paragraph."""
    span: Span
    """In code points of the paragraph's text."""
    hedge: Hedge = ""
    hedge_word: str = ""
    """The words of the source that hedge it; empty where nothing does."""
    hedge_span: Span | None = None
    """Where they are in the paragraph."""

    @property
    def plain(self) -> bool:
        """Whether nothing denies it, defers it or weakens it."""
        return not self.hedge


class _Form(NamedTuple):
    strength: Strength
    kind: Literal["base", "past", "gerund"]
    noun: bool
    """Whether the same letters are as often a noun: `pledge`, `notes`."""


class _Word(NamedTuple):
    text: str
    """In small letters, its apostrophe straight."""
    span: Span


_VERBS = {
    Strength.NOTED: "note* acknowledge",
    Strength.DISCUSSED: "discuss",
    Strength.REAFFIRMED: "reaffirm affirm reiterate confirm restate",
    Strength.AGREED: "agree concur",
    Strength.DECIDED: "decide resolve*",
    Strength.COMMITTED: "commit pledge* promise* vow* undertake",
}
"""The base forms; a star marks what is a noun too."""
_GO_ON = {
    "resolv": frozenset(("to", "that")),
    "undert": frozenset(("to",)),
    "commit": frozenset(
        listed(
            """
            to that themselves itself himself herself ourselves troops forces funds money resources
            . ; : ! ? , ) ”
            """
        )
    ),
}
"""How verbs go on that have another sense too: one resolves a dispute, undertakes a journey and
commits a crime."""
_IRREGULAR = {"undertake": ("undertook", "undertaken"), "commit": ("committed",)}
_DOUBLED = {"commit": "committing", "concur": "concurring"}
_CONCURRED = {"concur": "concurred"}

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]*)*|\d+|[.;:!?,()—–]")
_STOPS = frozenset(".;:!?()—–")
_TURNS = frozenset(("but", "and", "while", "whereas", "although", "though", "because"))
_BEFORE = 7
"""How many words back something may still hedge a verb of the same clause."""
_AFTER = 12
"""How many words on the aim of a verb may be."""
_NEGATIONS = frozenset(
    listed(
        """
        not never no none nobody neither nor without cannot hardly barely scarcely failed fail
        fails failing refused refuse refuses refusing declined decline declines declining unable
        unwilling reluctant unlikely denied denies deny denying instead avoided avoid stopped
        """
    )
)
_MODALS = frozenset(
    listed(
        """
        will would can could may might shall should must ll 'll if unless whether until
        """
    )
)
_PLANS = frozenset(
    listed(
        """
        plan plans planned planning expect expects expected expecting hope hopes hoped hoping want
        wants wanted intend intends intended intending aim aims aimed aiming seek seeks sought
        seeking likely urge urges urged urging ask asks asked asking due set ready consider
        considers considered considering
        """
    )
)
_GERUND_PLANS = frozenset(listed("consider considered considering of from toward towards before"))
_SUBJECTS = frozenset(listed("i we they he she it who both you which ministers leaders sides"))
_DETERMINERS = frozenset(
    listed("a an the this these those their its his her our my your no any some such new")
)
_WEAK_AIMS = frozenset(
    listed(
        """
        consider explore study examine review discuss assess evaluate weigh seek try look think
        talk consult debate disagree contemplate
        """
    )
)
_NOTHING_FIRM = (("in", "principle"), ("on", "the", "need"), ("the", "need", "to"))


def strength_verbs(
    text: str, spans: Sequence[Span], source: str, paragraph: int, language: str = "en"
) -> Iterator[StrengthVerb]:
    """Yield the verbs of strength in some words of a paragraph, in reading order.

    What hedges a verb may be beside those words: nobody cuts a `not` off by leaving it out.

    Args:
        text: All of the paragraph.
        spans: The words in question, in code points of it.
        source: Id of the source.
        paragraph: Its 1-based number.
        language: BCP 47 tag of the source; verbs are known for English only.
    """
    if language.partition("-")[0].casefold() != "en":
        return
    words = [
        _Word(match[0].casefold().replace("’", "'"), Span(*match.span()))
        for match in _WORD.finditer(text)
    ]
    for at, word in enumerate(words):
        form = _FORMS.get(word.text.strip("'"))
        inside = any(s.start <= word.span.start and word.span.end <= s.end for s in spans)
        if form is None or not inside or not _is_verb(words, at, form):
            continue
        hedge, by = _hedge(words, at, form)
        hedging = Span(by[0].span.start, by[-1].span.end) if by else None
        yield StrengthVerb(
            text[word.span.start : word.span.end],
            form.strength,
            source,
            paragraph,
            word.span,
            hedge,
            text[hedging.start : hedging.end] if hedging else "",
            hedging,
        )


def _forms() -> dict[str, _Form]:
    """Return what each form of each verb says, by the form."""
    found: dict[str, _Form] = {}
    for strength, verbs in _VERBS.items():
        for marked in verbs.split():
            verb, noun = marked.rstrip("*"), marked.endswith("*")
            stem = verb.removesuffix("e")
            past = _CONCURRED.get(verb, f"{stem}ed")
            for form in _IRREGULAR.get(verb, (past,)):
                found[form] = _Form(strength, "past", noun=False)
            gerund = _DOUBLED.get(verb, f"{verb}ing" if verb == "agree" else f"{stem}ing")
            found[gerund] = _Form(strength, "gerund", noun=False)
            for form in (verb, f"{verb}es" if verb.endswith("ss") else f"{verb}s"):
                found[form] = _Form(strength, "base", noun)
    return found


_FORMS = _forms()


def _is_verb(words: Sequence[_Word], at: int, form: _Form) -> bool:
    """Whether a form is a verb there and no noun or adjective: `an agreed plan`, `new pledges`."""
    before = words[at - 1].text if at else ""
    if before.endswith("ly") and at > 1:
        before = words[at - 2].text
    if before in _DETERMINERS or before.endswith(("'s", "'")):
        return False
    if form.noun and not _has_subject(words, at):
        return False
    after = words[at + 1].text if at + 1 < len(words) else "."
    wanted = next((to for verb, to in _GO_ON.items() if words[at].text.startswith(verb)), None)
    return wanted is None or after in wanted or (after.isdecimal() and "forces" in wanted)


def _has_subject(words: Sequence[_Word], at: int) -> bool:
    """Whether a form that may be a noun follows what only a verb follows."""
    before = [word.text for word in words[max(0, at - 2) : at]]
    before = [word for word in before if not word.endswith("ly")]
    return bool(before) and (before[-1] in _SUBJECTS or before[-1] in _MODALS or before[-1] == "to")


def _hedge(words: Sequence[_Word], at: int, form: _Form) -> tuple[Hedge, Sequence[_Word]]:
    """Return how a verb is hedged, and by which words."""
    before = _clause_before(words, at, form)
    if denied := _denial(before):
        return "negated", denied
    if planned := _plan(before, form):
        return "planned", planned
    if weak := _weak_aim(words, at):
        return "tentative", weak
    return "", ()


def _denial(before: Sequence[_Word]) -> Sequence[_Word]:
    """Return the words that deny a verb, given those before it, the nearest first."""
    for number, word in enumerate(before):
        following = before[number - 1].text if number else ""
        if word.text == "not" and following in ("only", "just", "merely"):
            continue
        if word.text == "yet" and following == "to":
            return before[number - 1 : number + 1][::-1]
        if _denies(word):
            first = number - 1 if following == "yet" else number
            end = number + 1
            while end < len(before) and _denies(before[end]):
                end += 1
            return before[first:end][::-1]
    return ()


def _denies(word: _Word) -> bool:
    return word.text in _NEGATIONS or word.text.endswith("n't")


def _clause_before(words: Sequence[_Word], at: int, form: _Form) -> list[_Word]:
    """Return the words of a clause before a verb, the nearest first.

    A comma right before the verb closes an insertion (`have not, he said, agreed`); any other one
    begins a clause of its own.
    """
    inserted = at > 0 and words[at - 1].text == ","
    found: list[_Word] = []
    for word in reversed(words[:at]):
        if word.text in _STOPS or len(found) == _BEFORE:
            break
        if word.text == ",":
            if not inserted:
                break
            continue
        if word.text in _TURNS and form.kind == "past":
            break
        found.append(word)
    return found


def _plan(before: Sequence[_Word], form: _Form) -> Sequence[_Word]:
    """Return the words that make a verb something still to be done."""
    nearest = [word for word in before if not word.text.endswith("ly")]
    if nearest and nearest[0].text == "once":
        return nearest[:1]
    if form.kind == "base":
        count = 2 if len(nearest) > 1 and nearest[1].text in _PLANS else 1
        hedged = bool(nearest) and (nearest[0].text == "to" or nearest[0].text in _MODALS)
        return nearest[:count][::-1] if hedged else ()
    if form.kind == "gerund":
        return [word for word in nearest[:1] if word.text in _GERUND_PLANS]
    return [word for word in nearest[:4] if word.text in _MODALS or word.text in _PLANS][:1]


def _weak_aim(words: Sequence[_Word], at: int) -> Sequence[_Word]:
    """Return the words after a verb that say it binds to nothing but looking at something."""
    clause: list[_Word] = []
    for word in words[at + 1 : at + 1 + _AFTER]:
        if word.text in _STOPS or word.text in (",", "but", "and"):
            break
        clause.append(word)
    texts = [word.text for word in clause]
    for start, text in enumerate(texts):
        if any(tuple(texts[start : start + len(said)]) == said for said in _NOTHING_FIRM):
            return clause[start : start + 2]
        end = start + 1
        while end < len(texts) and (texts[end].endswith("ly") or texts[end] == "further"):
            end += 1
        if text == "to" and end < len(texts) and texts[end] in _WEAK_AIMS:
            return clause[start : end + 1]
    return ()
