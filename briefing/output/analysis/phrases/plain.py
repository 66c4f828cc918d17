"""The history of a phrase as plain lines, one item a line."""

from collections.abc import Iterator

from briefing.analysis.phrases.history import MeetingUses, PhraseHistory, PhraseUse
from briefing.output.analysis.phrases.wording import (
    around,
    bar_words,
    claims_words,
    day_words,
    most_uses,
    place_words,
    sum_words,
    variant_line,
    variant_words,
    voice_words,
)
from briefing.output.names import Names
from briefing.output.wording import count


def history_lines(history: PhraseHistory, names: Names) -> Iterator[str]:
    """Yield the history of a phrase: how often, at which meetings, in which variants, and where.

    Args:
        history: What was found.
        names: Where names and cautions are.
    """
    yield sum_words(history)
    most = most_uses(history)
    yield from (_meeting(meeting, most) for meeting in history.meetings)
    yield from (f"Variant, {variant_line(variant)}" for variant in history.variants)
    total = history.exact + history.varied
    for number, use in enumerate(history.uses, 1):
        yield f"Use {number} of {total}, {_use(history, use, names)}"


def _meeting(meeting: MeetingUses, most: int) -> str:
    day = f"{meeting.date.isoformat()}, " if meeting.date else ""
    what = meeting.card or f"no claim in {meeting.title}"
    counts = [count(meeting.exact, "use")]
    counts += [f"{count(meeting.variants, 'variant')}"] if meeting.variants else []
    return f"Meeting {day}{what}: {bar_words(meeting, most)} {', '.join(counts)}"


def _use(history: PhraseHistory, use: PhraseUse, names: Names) -> str:
    facts = [
        day_words(use),
        variant_words(history, use),
        place_words(use),
        voice_words(use, names),
        claims_words(use),
    ]
    caution = names.caution(use.source) if use.source else ""
    note = f" [caution: {caution}]" if caution else ""
    return f"{', '.join(fact for fact in facts if fact)}: {''.join(around(use))}{note}"
