"""Title, day and place of a meeting, as far as the sources and their index tell."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from briefing.drafting.draft import DraftError, Finding
from briefing.importing.prose.turns import turn_of
from briefing.language.dates.finding import find_dates
from briefing.language.sentences import CLOSING
from briefing.model.source import Paragraph, Source

_OPENING = 3
"""Paragraphs of a story in which the day and place of its events are, if any."""
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^\W\d_’'.-]*(?:(?: / |[ -])[^\W\d_][^\W\d_’'.-]*){0,3})"
    r"(?:,\s[^.–—]{0,40}?\d{1,4}\b|\s\([A-Z][^()]{1,30}\)|\s[–—]{1,2}\s|\s--?\s)"
)
_SENTENCE = re.compile(rf".{{60,300}}?(?:[.!?][{CLOSING}»]*(?=\s|$)|[。！？][{CLOSING}」』]*)")
"""A sentence with the marks that close at its end."""
_SPOKEN_KINDS = ("transcript", "captions")
_NOBODY = re.compile(
    r"[QARPF]\d*|question(?:er)?|answer|press|reporter|journalist|moderator|operator|narrator"
    r"|speaker ?\d*|frage|antwort|réponse|pregunta|respuesta|[問答问]",
    re.IGNORECASE,
)
"""Labels of turns that name nobody."""
_LONGEST_TITLE = 120
_LEAST_WORDS = 2
"""A paragraph of so few is a label, such as a date, and no title."""


def title_of(sources: Sequence[Source]) -> Finding:
    """Return the title of the first source that has one, else its first heading or words."""
    for source in sources:
        if source.record.title:
            return Finding(source.record.title, source.id, "the title of the source")
    first = sources[0]
    told = (each for each in first.paragraphs if len(each.text.split()) > _LEAST_WORDS)
    paragraph = next(told, first.paragraphs[0])
    words = " ".join(paragraph.text.split())
    if len(words) > _LONGEST_TITLE:
        words = words[:_LONGEST_TITLE].rpartition(" ")[0] or words[:_LONGEST_TITLE]
    return Finding(words, first.id, f"how paragraph {paragraph.number} begins")


def date_of(sources: Sequence[Source], given: date | None) -> Finding:
    """Return the day of the meeting: the one that is given, that a text names, of publication.

    Raises:
        DraftError: None is known; a card has to have one.
    """
    if given is not None:
        return Finding(given.isoformat(), "", "as you gave it")
    for source in sources:
        for paragraph in _opening(source):
            for found in find_dates(paragraph.text, _anchor(source), source.record.language):
                period = found.periods[0]
                sure = not (found.relative or found.floating or found.alternatives)
                if sure and period.first == period.last and not found.fiscal:
                    why = f"paragraph {paragraph.number}: ‘{' '.join(found.words.split())}’"
                    return Finding(period.first.isoformat(), source.id, why)
    for source in sources:
        published = source.record.published
        if published is not None and published.exact is not None:
            day = published.exact
            return Finding(day.isoformat(), source.id, "the day of publication")
    names = ", ".join(source.id for source in sources)
    raise DraftError(
        f"no day of the meeting is named in {names}", hint="give it with --date, as 2023-01-31"
    )


def place_of(sources: Sequence[Source]) -> Finding | None:
    """Return the place that a story's first words name, as in `Lyon, 3 May.`; None if none."""
    for source in sources:
        for paragraph in _opening(source)[:1]:
            match = _DATELINE.match(" ".join(paragraph.text.split())[:120])
            if match and match["place"][0].isupper():
                place = match["place"]
                place = place.title() if place.isupper() and len(place) > 3 else place
                why = f"paragraph {paragraph.number} begins ‘{match.group().strip()}’"
                return Finding(place, source.id, why)
    return None


def lead_of(sources: Sequence[Source]) -> Iterator[tuple[str, str]]:
    """Yield sentences with which the stories begin: a source's id and the words."""
    for source in sources:
        for paragraph in _opening(source):
            words = " ".join(paragraph.text.split())
            sentence = _SENTENCE.match(words)
            yield source.id, sentence.group() if sentence else words[:300].strip()


def _opening(source: Source) -> list[Paragraph]:
    numbers = list(source.body[:_OPENING])
    return [source.paragraph(number) for number in numbers]


def _anchor(source: Source) -> date:
    published = source.record.published
    return published.first if published else date(2000, 1, 1)


def turn_speakers(sources: Sequence[Source]) -> Iterator[str]:
    """Yield who speaks in transcripts and captions, by the labels of their turns, once each."""
    seen: set[str] = set()
    for source in sources:
        if source.record.kind not in _SPOKEN_KINDS:
            continue
        for number in source.body:
            turn = turn_of(source.paragraph(number).text)
            name = turn.name.partition("(")[0].strip() if turn else ""
            if name and name not in seen and not _NOBODY.fullmatch(name):
                seen.add(name)
                yield name.title() if name.isupper() else name
