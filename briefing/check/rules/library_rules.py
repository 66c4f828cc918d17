"""Rules about a library as a whole: furniture that is there, nothing uncited, nothing unused."""

from collections.abc import Iterator
from itertools import groupby

from briefing.check.findings import note, place_of_key, shortened, warning
from briefing.errors import Place, Problem, SourceError
from briefing.library.coverage import library_coverage
from briefing.library.library import SOURCES_FILE, SPEAKERS_FILE, TOPICS_FILE, Library
from briefing.model.source import Source, SourceRecord
from briefing.sources.reading import encoding_name, opening_with

_REMOVE = "remove the entry"


def _readable_sources(library: Library) -> Iterator[Source]:
    for source_id in library.sources:
        try:
            yield library.source(source_id)
        except SourceError:
            continue


def _place(record: SourceRecord) -> Place:
    return record.place or Place(SOURCES_FILE)


def unmatched_furniture(library: Library) -> Iterator[Problem]:
    """Find furniture that is listed but not in the document."""
    for source in _readable_sources(library):
        for opening in source.record.furniture:
            if not opening_with(source, opening):
                yield warning(
                    "unmatched-furniture",
                    _place(source.record),
                    f"no paragraph of {source.id} begins with '{shortened(opening)}'",
                    "list furniture by its opening words, exactly as in the document",
                )


def no_publisher(library: Library) -> Iterator[Problem]:
    """Find sources of which nobody knows who published them."""
    for record in library.sources.values():
        if not record.publisher:
            message = f"nothing says who published {record.id}"
            yield warning("no-publisher", _place(record), message, "write it after 'publisher:'")


def own_source(library: Library) -> Iterator[Problem]:
    """Find sources that are a later version of themselves, or of one that is later than they."""
    for record in library.sources.values():
        if record.id not in (record.supersedes, *_before(record, library)):
            continue
        others = "itself" if record.supersedes == record.id else record.supersedes
        back = "" if record.supersedes == record.id else ", which comes after it"
        message = f"{record.id} is said to supersede {others}{back}"
        yield warning("own-source", _place(record), message, "name the version before it")


def _before(record: SourceRecord, library: Library) -> Iterator[str]:
    """Yield the sources before one, to where they come round."""
    seen: set[str] = set()
    name = record.supersedes
    while name in library.sources and name not in seen:
        seen.add(name)
        yield name
        name = library.sources[name].supersedes
        if name == record.id:
            yield name


def doubtful_text(library: Library) -> Iterator[Problem]:
    """Find documents whose words may not be what they seem, as their encoding is only a guess."""
    for source in _readable_sources(library):
        name = encoding_name(source.encoding)
        if source.guessed:
            message = f"{source.id} is read as {name}, a guess"
            hint = "save it as UTF-8, or name its encoding with 'encoding:'"
            yield warning("guessed-encoding", _place(source.record), message, hint)
        if source.damaged:
            places = "1 place is" if source.damaged == 1 else f"{source.damaged} places are"
            message = f"{source.id} is read as {name}, in which {places} not valid and shown as �"
            hint = "fix the file, or name its encoding with 'encoding:'"
            yield warning("damaged-text", _place(source.record), message, hint)


def _cited_sources(library: Library) -> set[str]:
    return {e.source for card in library.cards() for item in card.items for e in item.evidence}


def uncited_paragraphs(library: Library) -> Iterator[Problem]:
    """Find body paragraphs that nothing rests on, neighbours together.

    A source that no card cites is one finding of its own, not one for each paragraph.
    """
    cited = _cited_sources(library)
    for coverage in library_coverage(library):
        if coverage.source not in cited:
            continue
        source = library.source(coverage.source)
        for numbers in _runs(coverage.uncited):
            first = source.paragraph(numbers[0])
            many = len(numbers) > 1
            which = f"paragraphs {numbers[0]} to {numbers[-1]}" if many else f"{numbers[0]}"
            yield note(
                "uncited-paragraph",
                Place(source.record.file, first.line),
                f"nothing rests on {'' if many else 'paragraph '}{which} of {source.id}, "
                f"'{shortened(first.text)}'",
                "cite it in a card, or list its opening words under 'omitted'",
            )


def _runs(numbers: tuple[int, ...]) -> Iterator[list[int]]:
    """Yield neighbouring numbers together."""
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        yield [number for _, number in run]


def unused_source(library: Library) -> Iterator[Problem]:
    """Find sources that no card cites."""
    cited = _cited_sources(library)
    for source_id in library.sources:
        if source_id not in cited:
            place = place_of_key(library.root, SOURCES_FILE, source_id)
            yield warning(
                "unused-source", place, f"no card cites {source_id}", "cite it, or " + _REMOVE
            )


def unused_speaker(library: Library) -> Iterator[Problem]:
    """Find speakers who neither took part in a meeting nor are quoted or named by a point."""
    cards = library.cards()
    used = {speaker for card in cards for item in card.items for speaker in item.speakers}
    used |= {who.speaker for card in cards for who in card.participants}
    used |= {who.speaker for card in cards for who in card.quoted}
    for speaker_id in library.speakers:
        if speaker_id not in used:
            place = place_of_key(library.root, SPEAKERS_FILE, speaker_id)
            message = f"{speaker_id} neither takes part in a meeting nor is quoted"
            yield warning("unused-speaker", place, message, _REMOVE)


def unused_topic(library: Library) -> Iterator[Problem]:
    """Find topics that no item is filed under."""
    used = {t for card in library.cards() for item in card.items for t in item.topics}
    for topic_id in library.topics:
        if topic_id not in used:
            place = place_of_key(library.root, TOPICS_FILE, topic_id)
            yield warning("unused-topic", place, f"no item is filed under {topic_id}", _REMOVE)
