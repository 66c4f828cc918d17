"""Rules about one card: what an editor would send back."""

from collections.abc import Iterator

from briefing.check.findings import place_of, place_of_value, shortened, warning
from briefing.errors import Problem
from briefing.library.library import Library
from briefing.model.card import Card, SpeakerKind, Voice
from briefing.model.core import NOBODY, UNCLEAR
from briefing.text.width import READING_WIDTH, wrap

BOTTOM_LINE_LINES = 4
"""Lines of reading width that a bottom line may take."""

_SPEAKERS_OF: dict[Voice, tuple[SpeakerKind, ...]] = {
    "spoken": ("person", "body"),
    "joint statement": ("document", "body"),
    "document": ("document", "body"),
    "spokesperson": ("person", "body"),
    "reported": ("person", "body", "document"),
}
_A_KIND: dict[SpeakerKind, str] = {"person": "a person", "body": "a body", "document": "a document"}


def long_bottom_line(card: Card, library: Library) -> Iterator[Problem]:
    """Find a bottom line that is not one any more."""
    lines = len(wrap(card.bottom_line.text, READING_WIDTH))
    if lines > BOTTOM_LINE_LINES:
        yield warning(
            "long-bottom-line",
            place_of(card, card.bottom_line),
            f"the bottom line takes {lines} lines of {READING_WIDTH} columns",
            f"say it in {BOTTOM_LINE_LINES}",
        )


def voice_and_speaker(card: Card, library: Library) -> Iterator[Problem]:
    """Find quotes whose voice does not suit who is said to have spoken."""
    for item in card.items:
        speaker = library.speakers.get(item.speaker)
        if item.voice is None or speaker is None or item.speaker in (UNCLEAR, NOBODY):
            continue
        if speaker.kind not in _SPEAKERS_OF[item.voice]:
            yield warning(
                "voice-and-speaker",
                place_of(card, item),
                f"the voice is '{item.voice}', but {speaker.name} is {_A_KIND[speaker.kind]}",
                "a joint statement is nobody's personal quote, and a document does not speak",
            )


def repeated_quote(card: Card, library: Library) -> Iterator[Problem]:
    """Find quotes that rest on the very same words of a source."""
    seen: set[tuple[object, ...]] = set()
    for item in card.items:
        if item.type != "quote" or not item.verified:
            continue
        key = tuple((e.source, e.passage.paragraph, e.passage.spans) for e in item.evidence)
        if key in seen:
            yield warning(
                "repeated-quote",
                place_of(card, item),
                f"'{shortened(item.text)}' is quoted twice in this card",
                "keep it once, under the topic it matters most for",
            )
        seen.add(key)


def listed_twice(card: Card, library: Library) -> Iterator[Problem]:
    """Find people who are twice among those who took part, or also among those who did not."""
    listed = [
        *(("participants", number, who.speaker) for number, who in enumerate(card.participants)),
        *(("quoted", number, who.speaker) for number, who in enumerate(card.quoted)),
    ]
    seen: dict[str, str] = {}
    for key, number, speaker in listed:
        if speaker in seen:
            name = library.speaker_name(speaker)
            yield warning(
                "listed-twice",
                place_of_value(library.root, card.file, key, number, "speaker"),
                f"{name} is listed under '{key}', and already under '{seen[speaker]}'",
                "keep one of the two; 'quoted' is for those who did not take part",
            )
        seen.setdefault(speaker, key)
