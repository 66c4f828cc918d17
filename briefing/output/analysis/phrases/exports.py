"""The history of a phrase as Markdown, and as a table of comma-separated values."""

from collections.abc import Iterator

from briefing.analysis.phrases.history import PhraseHistory, PhraseUse
from briefing.output.analysis.escaping import csv_lines, markdown_text
from briefing.output.analysis.phrases.wording import (
    around,
    bar_words,
    claim_words,
    claims_words,
    day_words,
    most_uses,
    notes_of,
    place_words,
    sum_words,
    variant_line,
    variant_words,
    voice_words,
)
from briefing.output.names import Names
from briefing.output.wording import count

HEADER = (
    "date", "of meeting", "type", "source", "paragraph", "start", "end", "words", "variant", "card",
    "number", "who", "claims", "text", "caution",
)  # fmt: skip


def history_csv(history: PhraseHistory, names: Names) -> list[str]:
    """Return one row for each use that is given."""
    return csv_lines(HEADER, (_row(use, names) for use in history.uses))


def _row(use: PhraseUse, names: Names) -> tuple[str, ...]:
    said = (names.speaker_name(speaker) for speaker in use.who)
    return (
        use.date.isoformat() if use.date else "",
        "yes" if use.of_meeting else "",
        use.kind,
        use.source,
        str(use.paragraph or ""),
        str(use.span.start),
        str(use.span.end),
        use.words,
        "" if use.variant is None else "yes",
        use.card,
        str(use.number or ""),
        "; ".join(name for name in said if name),
        "; ".join(dict.fromkeys(map(claim_words, use.claims))),
        use.text,
        names.caution(use.source) if use.source else "",
    )


def history_markdown(history: PhraseHistory, names: Names) -> Iterator[str]:
    """Yield the history of a phrase as lines of Markdown, every use with its place."""
    yield f"# {markdown_text(sum_words(history))}"
    if history.meetings:
        yield ""
    most = most_uses(history)
    for meeting in history.meetings:
        day = f"{meeting.date.isoformat()} " if meeting.date else ""
        title = meeting.title if meeting.card else f"no claim in {meeting.title}"
        numbers = count(meeting.exact + meeting.variants, "use")
        yield f"* {markdown_text(f'{day}{bar_words(meeting, most)} {title}: {numbers}')}"
    if history.variants:
        yield ""
        yield "## Close variants"
        yield ""
    yield from (f"* {markdown_text(variant_line(variant))}" for variant in history.variants)
    if history.uses:
        yield ""
        yield "## Uses by date"
        yield ""
    for use in history.uses:
        yield from _use(history, use, names)
    notes = notes_of(history)
    if notes:
        yield ""
    yield from (f"* {markdown_text(note)}" for note in notes)


def _use(history: PhraseHistory, use: PhraseUse, names: Names) -> Iterator[str]:
    before, words, after = map(markdown_text, around(use))
    yield f"* **{markdown_text(day_words(use))}** {before}**{words}**{after}"
    facts = [
        variant_words(history, use),
        place_words(use),
        voice_words(use, names),
        claims_words(use),
    ]
    yield f"  * {markdown_text(', '.join(fact for fact in facts if fact))}"
    if use.source and (caution := names.caution(use.source)):
        yield f"  * {markdown_text(f'caution: {caution}')}"
