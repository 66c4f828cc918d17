"""Rules about `due`: a commitment carries the date its evidence sets, and no other."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from briefing.check.claims.grounds import Ground, grounds
from briefing.check.findings import place_of, warning
from briefing.errors import Problem
from briefing.language.dates.finding import DateWords, find_dates
from briefing.library.cards.brief import is_ahead
from briefing.library.library import Library
from briefing.model.card import Card

_WILL = (
    r"(?<!\w)(?:will|shall|'ll|going\sto|(?:plan|aim|intend|expect|agree|promise|pledge|vow|commit|"
    r"resolve|undertake|decide)(?:s|d|ed)?\sto|(?:is|are)\s(?:due\s)?to|wird|werden|sollen|soll|"
    r"sera|seront|aura|auront|devra|devront|será|serán|deberá|va\sa|van\sa|будет|будут)(?!\w)"
    r"[^.;:!?]{0,90}$"
)
_TO_THE_NEXT = 3
"""How many code points, blanks and a comma, may be between words and a date they stop before."""


@cache
def _will() -> re.Pattern[str]:
    """Return what finds, right before a date, that the sentence speaks of the future."""
    return re.compile(_WILL, re.IGNORECASE)


def commitment_without_date(card: Card, library: Library) -> Iterator[Problem]:
    """Find commitments whose evidence sets a date that the card does not carry.

    The evidence's own words count. Of what is around them only a date is told that they stop
    right before, because nothing else in a sentence surely belongs to the commitment.
    """
    for item in card.items:
        if item.kind != "commitment" or item.due:
            continue
        rests_on = grounds(card, item, library)
        found = [(ground, set_date(ground, card.meeting.date)) for ground in rests_on]
        dated = [(ground, when) for ground, when in found if when is not None]
        if dated:
            ground, when = min(dated, key=lambda pair: pair[1].role != "deadline")
            yield warning(
                "commitment-without-date",
                place_of(card, item),
                f"the evidence sets a date for this commitment: '{when.words}'",
                f"add {suggestion(when, ground.anchors[0])}",
            )
            continue
        for ground in rests_on:
            if next_date := _cut_off(ground, card.meeting.date):
                due = suggestion(next_date, ground.anchors[0])
                yield warning(
                    "commitment-without-date",
                    place_of(card, item, ground.evidence),
                    f"in {ground.places} the evidence stops right before '{next_date.words}'",
                    f"take that into the evidence and add {due}",
                )
                break


def due_before_meeting(card: Card, library: Library) -> Iterator[Problem]:
    """Find what is to be done by a time that was over when the meeting was held."""
    for item in card.items:
        if item.due and not is_ahead(item.due, card):
            yield warning(
                "due-before-meeting",
                place_of(card, item),
                f"due is {item.due}, before the meeting of {card.meeting.date}",
                "correct the year, or remove 'due': nothing is due any more then",
            )


def set_date(ground: Ground, meeting: date) -> DateWords | None:
    """Return the date that a piece of evidence sets; limits go before other times.

    Args:
        ground: The evidence.
        meeting: The day of the meeting; dates up to it set nothing.

    Returns:
        The date, or None where the evidence has none that is ahead.
    """
    found: list[DateWords] = []
    for text in ground.words:
        for when in find_dates(text, ground.anchors[0], ground.language):
            if _lies_ahead(when, text, meeting):
                found.append(when)
    return min(found, key=lambda when: when.role != "deadline", default=None)


def _lies_ahead(when: DateWords, text: str, meeting: date) -> bool:
    """Whether a date says when something is still to happen, and is not only mentioned."""
    first = when.periods[0]
    if when.role == "deadline":
        return first.last > meeting
    if when.role == "mention" or all(period.last <= meeting for period in when.periods):
        return False
    if when.counted:
        return when.ahead and _says_will(text, when)
    if when.ahead or (first.first > meeting and not when.floating):
        return True
    return (first.last > meeting and first.first > meeting) or (
        _says_will(text, when) and any(period.last > meeting for period in when.periods)
    )


def _says_will(text: str, when: DateWords) -> bool:
    return _will().search(text, 0, when.span.start) is not None


def _cut_off(ground: Ground, meeting: date) -> DateWords | None:
    """Return the limit that a piece of evidence stops right before; None if it does not."""
    parts = ground.evidence.passage.parts
    if not parts or not parts[-1][1]:
        return None
    end = parts[-1][1][-1].end
    text = ground.paragraphs[-1][1][end:]
    for when in find_dates(text, ground.anchors[0], ground.language)[:1]:
        near = when.span.start <= _TO_THE_NEXT and not text[: when.span.start].strip(" ,\xa0")
        if near and when.role == "deadline" and when.periods[0].last > meeting:
            return when
    return None


def suggestion(when: DateWords, anchor: date) -> str:
    """Return what to write for a date, such as `due: 2025`, with the reason where it is no copy.

    Args:
        when: The date.
        anchor: The day that it was counted from if it is relative.
    """
    if when.alternatives:
        return f"due: {' or '.join(when.alternatives)}, whichever is meant"
    reasons = [when.reason] if when.reason else []
    if when.relative and not when.counted:
        reasons.append(f"counted from {anchor.isoformat()}")
    return f"due: {when.due}" + (f" ({'; '.join(reasons)})" if reasons else "")


def due_not_in_evidence(card: Card, library: Library) -> Iterator[Problem]:
    """Find a `due` that the evidence does not set: another date, a more exact one, or none."""
    for item in card.items:
        if not item.due:
            continue
        rests_on = grounds(card, item, library)
        if any(_has(ground, ground.words, item.due) for ground in rests_on):
            continue
        place = place_of(card, item)
        around = next((g for g in rests_on if _has(g, _texts(g), item.due)), None)
        if around is not None:
            yield warning(
                "due-not-in-evidence",
                place,
                f"due is {item.due}; that date is in {around.places}, but not in the evidence",
                "lengthen the evidence, so that it has the date",
            )
            continue
        found = next(filter(None, (set_date(g, card.meeting.date) for g in rests_on)), None)
        if found is None:
            message = f"due is {item.due}, but the evidence sets no such date"
            hint = "cite the words that set it, or leave due out"
        else:
            message = f"due is {item.due}, but the evidence has '{found.words}'"
            hint = (
                f"write {suggestion(found, rests_on[0].anchors[0])}, or cite the words that set it"
            )
        yield warning("due-not-in-evidence", place, message, hint)


def _texts(ground: Ground) -> tuple[str, ...]:
    return tuple(text for _, text in ground.paragraphs)


def _has(ground: Ground, texts: tuple[str, ...], due: str) -> bool:
    """Whether one of some texts has a date that fits a `due`, counted from any of the anchors."""
    return any(
        when.fits(due)
        for text in texts
        for anchor in ground.anchors
        for when in find_dates(text, anchor, ground.language)
    )
