"""The words both printed forms share: states, places, speakers, counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from briefing.model.core import NOT_CHECKED, State

if TYPE_CHECKING:
    # What is printed from the catalogue needs no library.
    from briefing.library.library import Library
    from briefing.model.card import (
        Card,
        Item,
        Participant,
        QuotedSpeaker,
        Translation,
    )
    from briefing.model.evidence import Evidence, Passage
    from briefing.model.source import SourceRecord
    from briefing.output.names import SourceNames

ChangeKind: TypeAlias = Literal["same", "removed", "added", "earlier", "later"]
"""Of two texts, the first has what is `removed` or `earlier`, the second the rest that differs."""

_NAMED_IN_BRIEF = 2
"""So many speakers are named where there is little room."""
_TYPES = {"bottom_line": "bottom line", "open": "open question"}
_PAGES: Final = re.compile(r"pp?\. (\d{1,7})(?:–(\d{1,7}))?")


def count(number: int, noun: str) -> str:
    """Return a number with its noun: `1 claim`, `12 claims`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def change_words(kind: ChangeKind, words: str) -> str:
    """Return words as wdiff marks them: `[-removed-]`, `{+added+}`, blanks outside of the marks."""
    marks = {"same": ("", ""), "removed": ("[-", "-]"), "earlier": ("[-", "-]")}
    before, after = marks.get(kind, ("{+", "+}"))
    first = " " if words[:1].isspace() else ""
    last = " " if words[-1:].isspace() else ""
    return f"{first}{before}{words.strip()}{after}{last}"


def status_words(status: str) -> str:
    """Return the status of a card where a reader has to know it: not of one that was reviewed."""
    return status if status in ("draft", "superseded", "retracted") else ""


def and_others(name: str, others: int) -> str:
    """Return a name with how many others there are: `Austin`, `Austin and 3 others`."""
    if not name or others < 1:
        return name
    return f"{name} and {others} others" if others > 1 else f"{name} and another"


def enumeration(words: Sequence[str]) -> str:
    """Return words as a sentence names them: `a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def percent(share: float) -> str:
    """Return a share from 0 to 1 as a whole percentage; only all of it is 100 %."""
    whole = round(share * 100)
    if whole == 100 and share < 1:
        whole = 99
    return f"{whole} %"


def type_words(name: str) -> str:
    """Return the name of an item's or entry's type as a reader would say it."""
    return _TYPES.get(name, name.replace("_", " "))


def quoted(text: str, state: State) -> str:
    """Put quotation marks around words that were found in their source, and around no others."""
    return f"“{text}”" if state.verified else text


def evidence_words(evidence: Evidence) -> str:
    """Return the words of some evidence as they are drawn: “ ” around what was found.

    Marks that were typed around all of it are not drawn again.
    """
    # A list and a search print no evidence, and need not know how quotation marks are read.
    from briefing.language.quotation.quotations import nested, unquoted
    from briefing.library.quotation_marks import straight

    words = unquoted(evidence.exact)
    return quoted(nested(words) if evidence.state.verified else straight(words), evidence.state)


def item_words(item: Item) -> str:
    """Return the text of an item; a quote is in quotation marks only if it was verified."""
    return f"“{item.text}”" if item.type == "quote" and item.verified else item.text


def state_words(passage: Passage) -> str:
    """Say how well some words were found, and what is wrong where they were not."""
    if passage.state is State.DRIFTED:
        if passage.reason:
            return "drifted"
        risks = f", touches {enumeration(passage.risks)}" if passage.risks else ""
        unchecked = "" if passage.risks or passage.checked else f", {NOT_CHECKED}"
        return f"drifted, {passage.score:.0f} % alike{risks}{unchecked}"
    if passage.state is State.TYPOGRAPHY and passage.differences:
        return f"typography: {enumeration(passage.differences)}"
    if passage.state is State.PRESENT:
        return "not absent"
    if passage.state is State.AMBIGUOUS and passage.candidates:
        return f"ambiguous, {paragraph_words(passage.candidates)}"
    return passage.state.value


def item_state_words(item: Item) -> str:
    """Say how well the weakest evidence of an item was found.

    Empty for a sentence of ours whose evidence holds: the evidence is the source's words, the
    sentence is ours, and no state of it would be true.
    """
    if item.type != "quote" and item.holds:
        return ""
    weakest = next((e for e in item.evidence if e.state is item.state), None)
    return state_words(weakest.passage) if weakest else "no evidence"


def doubts(item: Item) -> Iterator[str]:
    """Yield why evidence of an item does not hold, and what to do, where that is known.

    Quoted words in a sentence of ours that none of its sources has are named too.
    """
    for words in item.unfound:
        yield f"not in the paragraphs of its evidence: {words}"
    for evidence in item.evidence:
        passage = evidence.passage
        if not passage.state.holds and passage.reason:
            remedy = f" ({passage.remedy})" if passage.remedy else ""
            yield f"{passage.reason}{remedy}"


def absence_words(item: Item, library: Library) -> Iterator[str]:
    """Yield what an item proves to occur nowhere: `not in this source, Kyodo News: 'nuclear'`.

    An absence is a claim about one file, and never that something was not said.
    """
    for evidence in item.evidence:
        name, words = source_name(evidence.source, library), absent_words(evidence)
        if evidence.state is State.ABSENT:
            yield f"not in this source, {name}: {words}"
        elif evidence.absent and evidence.state is State.MISSING:
            yield f"nobody knows whether {words} is in {name}, which cannot be read"


def absent_words(evidence: Evidence) -> str:
    """Return the words that evidence of absence names, each between straight marks."""
    from briefing.library.quotation_marks import straight

    return enumeration([f"'{straight(each)}'" for each in evidence.absent])


def source_name(source_id: str, library: Library) -> str:
    """Return what a source is called in a sentence: its publisher in short, or its id."""
    from briefing.sources.short_names import short_name

    record = library.sources.get(source_id)
    return short_name(record) if record is not None else source_id


def paragraph_words(numbers: Sequence[int]) -> str:
    """Name paragraphs: `paragraph 9`, `paragraphs 9 and 11`."""
    unique = sorted(set(numbers))
    noun = "paragraph" if len(unique) == 1 else "paragraphs"
    return f"{noun} {enumeration([str(n) for n in unique])}"


def locator_words(locators: Iterable[str | None]) -> str:
    """Name pages or times of an original: `p. 4`, `pp. 4–5`, `pp. 4, 9`, `00:12:31`.

    Args:
        locators: Those of some paragraphs, in order; None for one of which nobody knows.

    Returns:
        The words; empty where nothing is known of any.
    """
    known = list(dict.fromkeys(locator for locator in locators if locator))
    matches = [_PAGES.fullmatch(locator) for locator in known]
    ranges = [(int(found[1]), int(found[2] or found[1])) for found in matches if found]
    if len(ranges) < len(known) or not known:
        return ", ".join(known)
    merged: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    pages = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in merged)
    return f"p. {pages}" if pages.isdecimal() else f"pp. {pages}"


def passage_locator(source_id: str, passage: Passage, library: Library) -> str:
    """Name the pages or times of the original where some words are; empty where nobody knows."""
    return locator_words(library.locators(source_id, [number for number, _ in passage.parts]))


def place_words(
    item: Item, library: Library, *, name_source: bool, called: SourceNames = str
) -> str:
    """Say where a quote is, or what a point rests on; empty when nothing was found.

    Args:
        item: The item.
        library: Knows pages and times of the originals.
        name_source: Whether the source must be named, because the card has several.
        called: Gives what a source is called by its id; by default that.
    """
    by_source: dict[str, list[int]] = {}
    for one in item.evidence:
        by_source.setdefault(one.source, []).extend(number for number, _ in one.passage.parts)
    by_source = {source: sorted(numbers) for source, numbers in by_source.items() if numbers}
    resting = "rests on " if by_source and item.type != "quote" else ""
    return resting + enumeration(
        [
            _place(
                called(source) if name_source else "", numbers, library.locators(source, numbers)
            )
            for source, numbers in by_source.items()
        ]
    )


def _place(source: str, numbers: Sequence[int], locators: Iterable[str | None]) -> str:
    pages = locator_words(locators)
    of_source = f" of {source}" if source else ""
    return f"{paragraph_words(numbers)}{of_source}{f' ({pages})' if pages else ''}"


def speaker_words(item: Item, library: Library, *, short: bool = False) -> str:
    """Name who says or undertakes an item and, where words came through others, how.

    Args:
        item: The item.
        library: Gives names.
        short: Whether to count those after the first where there are more than two.

    Returns:
        The words; empty where the card names nobody.
    """
    names = [name for speaker in item.speakers if (name := library.speaker_name(speaker))]
    is_cut = short and len(names) > _NAMED_IN_BRIEF
    name = and_others(names[0], len(names) - 1) if is_cut else enumeration(names)
    return ", ".join(word for word in (name, through_words(item, library)) if word)


def office_words(speaker_id: str, card: Card, library: Library) -> str:
    """Name a speaker with the office held that day; a document and a body hold none.

    Args:
        speaker_id: The speaker; nobody, and one that is unclear, has no name.
        card: The card that says who took part, who is quoted besides, and in which office.
        library: Gives names.
    """
    name, speaker = library.speaker_name(speaker_id), library.speakers.get(speaker_id)
    if speaker is not None and speaker.kind != "person":
        return name
    people: tuple[Participant | QuotedSpeaker, ...] = (*card.participants, *card.quoted)
    roles = (each.role for each in people if each.speaker == speaker_id and each.role)
    return ", ".join([name, *list(roles)[:1]])


def through_words(item: Item, library: Library) -> str:
    """Say through whom a quote came; empty where the source has it from the speaker directly.

    A person with that voice is the spokesperson; a body has one.
    """
    if item.voice == "reported":
        return "as reported"
    if item.voice != "spokesperson":
        return ""
    speaker = library.speakers.get(item.speaker)
    is_person = speaker is not None and speaker.kind == "person"
    return "as a spokesperson" if is_person else "through a spokesperson"


def cautions(item: Item, library: Library) -> tuple[str, ...]:
    """Return what a reader must know of the item's sources, each caution once."""
    found = (library.caution(e.source) for e in item.evidence if e.source in library.sources)
    return tuple(dict.fromkeys(caution for caution in found if caution))


def cited_sources(card: Card) -> tuple[str, ...]:
    """Return the ids of the sources a card cites, in reading order."""
    return tuple(dict.fromkeys(e.source for item in card.items for e in item.evidence))


def source_words(record: SourceRecord) -> str:
    """Say what a source is: its publisher, title, authors and date, and which version it is."""
    facts = [
        record.publisher,
        record.title,
        f"by {record.byline}" if record.byline else "",
        str(record.published) if record.published else "",
        *version_words(record),
    ]
    return ", ".join(fact for fact in facts if fact) or record.file


def version_words(record: SourceRecord) -> Iterator[str]:
    """Say which of several versions of a document a source is, and when it was fetched."""
    if record.version:
        yield f"version {record.version}"
    if record.supersedes:
        yield f"in place of {record.supersedes}"
    if record.retrieved:
        yield f"retrieved {record.retrieved}"


def card_cautions(card: Card, library: Library) -> dict[str, str]:
    """Return what a reader must know of the sources of a card, by source id."""
    known = (source for source in cited_sources(card) if source in library.sources)
    found = {source: library.caution(source) for source in known}
    return {source: caution for source, caution in found.items() if caution}


def translation_words(translation: Translation) -> str:
    """Return a translation as ours: its language, its words, who made it."""
    by = f", by {translation.by}" if translation.by else ""
    return f"our translation ({translation.language}{by}): {translation.text}"


def review_words(card: Card) -> str:
    """Say who reviewed a card and when; empty where nobody is named."""
    day = f"on {card.reviewed.isoformat()}" if card.reviewed else ""
    by = f"by {card.reviewed_by}" if card.reviewed_by else ""
    return " ".join(part for part in (by, day) if part)


def topic_labels(item: Item, library: Library) -> tuple[str, ...]:
    """Return the labels of an item's topics; an unknown topic keeps its id."""
    topics = library.topics
    return tuple(topics[t].label if t in topics else t for t in item.topics)
