"""Who says some words: by the cards that quote them, or by the words beside them in the source."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.language.attribution.naming import is_pronoun
from briefing.language.attribution.quotation_finding import Found, find
from briefing.library.library import Library
from briefing.library.speaker_names import called
from briefing.model.card import Citation
from briefing.model.core import NOBODY, UNCLEAR
from briefing.model.evidence import Passage
from briefing.model.source import Source
from briefing.output.wording import enumeration
from briefing.verifying.verdict import Attributed

_LABEL = re.compile(r"(?P<name>[^\W\d_a-z][\w.'’\-()/, ]{0,47}?)\s?[:：]\s")


class Voice(NamedTuple):
    """Someone who says some words."""

    name: str
    ids: tuple[str, ...]
    """Listed speakers that are meant; none where nobody listed fits."""
    by: str
    """What tells it."""
    certain: bool


class Voices:
    """Who says what in the sources of a library.

    Args:
        library: The library.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._read: dict[str, tuple[Found, ...]] = {}

    def said_by(self, source_id: str, passage: Passage) -> Voice | None:
        """Return who says the words at a place; None where nothing tells."""
        return self._by_card(source_id, passage) or self.beside(source_id, passage)

    def compared(self, named: str, words: str, source_id: str, passage: Passage) -> Attributed:
        """Compare whom a memo names with who says the words.

        Args:
            named: Whom the memo names.
            words: What that was read from.
            source_id: Where the words are.
            passage: Their place.
        """
        voice = self.said_by(source_id, passage)
        if voice is None:
            return Attributed(named, words)
        meant = called(named, self._library.speakers.values())
        # Two Wangs share a name: where both are listed, only the ids count.
        both = bool(meant) and bool(voice.ids)
        shared = bool(set(meant) & set(voice.ids)) if both else _alike(named, voice.name)
        agrees: bool | None = True
        if not shared:
            known = bool(meant) or bool(re.match(r"[^\W\d_a-z]", named))
            agrees = False if known and (voice.certain or voice.ids) else None
        return Attributed(named, words, voice.name, voice.by, agrees)

    def _by_card(self, source_id: str, passage: Passage) -> Voice | None:
        if passage.paragraph is None:
            return None
        for each in self._library.citations(source_id).get(passage.paragraph, ()):
            speakers = tuple(one for one in each.item.speakers if one not in (UNCLEAR, NOBODY))
            if speakers and any(_overlap(one, passage) for one in _quoted(each, source_id)):
                name = enumeration([self._library.speaker_name(one) for one in speakers])
                return Voice(name, speakers, f"card {each.card}", certain=True)
        return None

    def beside(self, source_id: str, passage: Passage) -> Voice | None:
        """Return who says the words at a place by the words beside them; None if none tell."""
        source = self._library.source(source_id)
        number, start, end = passage.paragraph, passage.start, passage.end
        if number is None or start is None or end is None:
            return None
        for found in self._found(source):
            within = found.quotation.start <= start and end <= found.quotation.end
            if found.paragraph == number - 1 and within and found.speaker is not None:
                speaker = found.speaker
                if is_pronoun("").fullmatch(speaker.name):
                    return None
                words = " ".join(speaker.words.split())
                by = f"‘{words}’ in paragraph {number} of {source_id}"
                return self._voice(speaker.name, by, certain=speaker.certain)
        label = _LABEL.match(source.paragraph(number).text)
        if label and start >= label.end():
            return self._voice(label["name"], f"paragraph {number} of {source_id}", certain=True)
        return None

    def _voice(self, name: str, by: str, *, certain: bool) -> Voice:
        return Voice(name, called(name, self._library.speakers.values()), by, certain)

    def _found(self, source: Source) -> tuple[Found, ...]:
        if source.id not in self._read:
            texts = [paragraph.text for paragraph in source.paragraphs]
            self._read[source.id] = find(texts, source.record.language)
        return self._read[source.id]


def _quoted(citation: Citation, source_id: str) -> Iterator[Passage]:
    """Yield where the words are that a card quotes: as a quote, or within a point."""
    if citation.item.type == "quote":
        yield citation.evidence.passage
    for words in citation.item.quoted:
        if words.source == source_id:
            yield words.passage


def _overlap(one: Passage, other: Passage) -> bool:
    if one.paragraph != other.paragraph or one.start is None or other.start is None:
        return False
    return one.start < (other.end or 0) and other.start < (one.end or 0)


def _alike(one: str, other: str) -> bool:
    """Whether two names share a word in capitals, or one holds the other."""
    names = [set(re.findall(r"[^\W\d_a-z][\w’'-]+", each)) for each in (one, other)]
    return bool(names[0] & names[1]) or one.casefold() in other.casefold()
