"""What every printed form of a phrase's history says in the same words."""

from collections.abc import Sequence

from briefing.analysis.phrases.history import MeetingUses, PhraseHistory, PhraseUse, PhraseVariant
from briefing.catalogue.queries.claims_on_paragraphs import RestingClaim
from briefing.evidence.word_diff import DiffPart
from briefing.model.core import State
from briefing.output.names import Names, SourceNames
from briefing.output.wording import change_words, count, enumeration, type_words

BAR = "█"
_WIDEST = 24
"""Cells of the longest bar."""
_MOST_TYPED = 120
"""Code points of a phrase that are told of again."""
_AROUND = 90
"""How many code points before and after the words are printed of a long paragraph."""


def sum_words(history: PhraseHistory) -> str:
    """Return how often a phrase and its variants are used, and in how many meetings."""
    meetings = sum(bool(meeting.card) for meeting in history.meetings)
    words = [count(history.exact, "use")]
    if history.varied:
        variants = count(len(history.variants), "close variant")
        words.append(f"{count(history.varied, 'use')} of {variants}")
    words.append(f"in {count(meetings, 'meeting')}")
    return f"{_short(history.phrase.text)}: {', '.join(words)}"


def _short(text: str) -> str:
    """Return a text as it is, or cut in the middle where nobody would read all of it."""
    half = _MOST_TYPED // 2
    return text if len(text) <= _MOST_TYPED else f"{text[:half]}…{text[-half:]}"


def notes_of(history: PhraseHistory, shows: str = "--limit shows more") -> list[str]:
    """Return what has to be said of an answer that is not the whole one, or is none.

    Args:
        history: The answer.
        shows: What to say of uses that are left out: which are shown, or what shows the others.
    """
    notes = []
    if history.phrase.unknown:
        unknown = map(_short, history.phrase.unknown)
        notes.append(f"no such word in the library: {', '.join(unknown)}")
    if history.phrase.nearest:
        notes.append(f"nearest words: {', '.join(history.phrase.nearest)}")
    if history.partial:
        notes.append("the words are in very many places, and not all were looked at")
    total = history.exact + history.varied
    if len(history.uses) < total:
        notes.append(f"{len(history.uses):,} of {count(total, 'use')} shown, {shows}")
    return notes


def day_words(use: PhraseUse) -> str:
    """Return the day of a use; of a source alone, that it is when it may have been published."""
    if use.date is None:
        return "undated"
    day = use.date.isoformat()
    return day if use.of_meeting else f"{day} at the earliest"


def place_words(use: PhraseUse, called: SourceNames = str) -> str:
    """Return where a use is, or what an item on a card alone rests on.

    Args:
        use: The use.
        called: Gives what a source is called by its id; by default that.
    """
    where = f"paragraph {use.paragraph} of {called(use.source)}" if use.paragraph else ""
    if use.kind == "paragraph":
        return where
    resting = f", rests on {where}" if where and use.kind != "quote" else ""
    return f"{use.card}#{use.number}, {type_words(use.kind)}{resting}"


def voice_words(use: PhraseUse, names: Names) -> str:
    """Say whose words they are: a speaker's, the source's, or ours."""
    said = [name for name in map(names.speaker_name, use.who) if name]
    if use.kind == "paragraph":
        return f"quoted from {enumeration(said)}" if said else ""
    if use.kind == "quote":
        state = "" if use.state and State(use.state).verified else f", {use.state}"
        return f"{enumeration(said)}{state}"
    return "in our words"


def claims_words(use: PhraseUse) -> str:
    """Return the claims that rest on the words."""
    if not use.claims:
        return ""
    return f"claims: {', '.join(dict.fromkeys(map(claim_words, use.claims)))}"


def claim_words(claim: RestingClaim) -> str:
    """Return what a claim can be opened by: `CARD#3`, or a card for its bottom line."""
    return f"{claim.card}#{claim.number}" if claim.number else f"{claim.card} (bottom line)"


def variant_words(history: PhraseHistory, use: PhraseUse) -> str:
    """Say whether a use is the phrase itself, and which one of it, or a variant."""
    if use.variant is None:
        return "first use" if use is history.first else ""
    return "variant"


def around(use: PhraseUse) -> tuple[str, str, str]:
    """Return what is before the words, the words, and what is after them, all of it short.

    The cuts fall between words, and are told by an ellipsis in brackets, which no source has.
    """
    before, after = use.text[: use.span.start], use.text[use.span.end :]
    if len(before) > _AROUND:
        cut = before[-_AROUND:]
        before = f"[…] {cut.partition(' ')[2]}"
    if len(after) > _AROUND:
        cut = after[:_AROUND]
        after = f"{cut.rpartition(' ')[0]} […]"
    return before, use.words, after


def difference_words(differences: Sequence[DiffPart]) -> str:
    """Return a difference in one line: `[-removed-]` and `{+added+}`."""
    return " ".join("".join(change_words(part.kind, part.text) for part in differences).split())


def variant_line(variant: PhraseVariant) -> str:
    """Return a variant with its difference, how often it is used, and since when."""
    since = f", first {variant.first.isoformat()}" if variant.first else ""
    return f"{difference_words(variant.differences)}: {count(variant.uses, 'use')}{since}"


def bar_words(meeting: MeetingUses, most: int) -> str:
    """Return a bar for a meeting: full for the phrase itself, light for its variants.

    Args:
        meeting: The meeting.
        most: How many uses the meeting with most of them has.
    """
    unit = max(1, -(-most // _WIDEST))
    full, light = -(-meeting.exact // unit), -(-meeting.variants // unit)
    return BAR * full + "░" * light


def most_uses(history: PhraseHistory) -> int:
    """Return how many uses the meeting with most of them has."""
    return max((each.exact + each.variants for each in history.meetings), default=0)
