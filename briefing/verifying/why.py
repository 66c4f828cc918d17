"""What is proven of one item of a card: by which words, where, and what nobody has checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from briefing.check.report import findings_of_item
from briefing.check.rules.point_rules import compares_names
from briefing.check.waivers import Accepted
from briefing.errors import Problem, SourceError
from briefing.library.library import Library
from briefing.model.card import Card, Item
from briefing.model.core import NOBODY, NOT_CHECKED, UNCLEAR
from briefing.model.evidence import Evidence
from briefing.output.wording import enumeration, passage_locator
from briefing.verifying.verdict import Attributed
from briefing.verifying.voices import Voices

_AROUND = 48
"""How many code points before and after the words are shown."""


class Proof(NamedTuple):
    """One piece of evidence, and the words around it where it was found."""

    evidence: Evidence
    file: str = ""
    """The document, inside the library; empty where it cannot be read."""
    line: int | None = None
    """1-based line of the document on which the words begin; None where they were not found."""
    locator: str = ""
    """The page or time of the original where the words are; empty where nobody knows."""
    before: str = ""
    words: tuple[str, ...] = ()
    """The source's own, one stretch for each that was found; what they skip is not among them."""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """All that can be said for an item, and against it."""

    card: Card
    item: Item
    proofs: tuple[Proof, ...]
    speaker: Attributed | None
    """Whom the card names as the speaker of a quote, and whom the words beside it in the source."""
    checked: tuple[str, ...]
    """What was compared and agrees, one clause each."""
    unchecked: tuple[str, ...]
    """What nobody has checked, one clause each."""
    findings: tuple[Problem, ...]
    accepted: tuple[Accepted, ...]


def why(library: Library, card: Card, item: Item) -> Why:
    """Gather what is proven of an item of a card, and what is not.

    Args:
        library: Where the card is.
        card: The card.
        item: The item, one of the card's.
    """
    findings, accepted = findings_of_item(library, card, item)
    found = {problem.code for problem in findings} | {each.problem.code for each in accepted}
    said = _speaker(library, item)
    return Why(
        card,
        item,
        tuple(_proof(library, evidence) for evidence in item.evidence),
        said,
        tuple(_checked(library, card, item, found, said)),
        tuple(_unchecked(library, card, item, said)),
        tuple(findings),
        tuple(accepted),
    )


def _proof(library: Library, evidence: Evidence) -> Proof:
    passage = evidence.passage
    try:
        source = library.source(evidence.source)
    except SourceError:
        return Proof(evidence)
    if passage.paragraph is None or passage.start is None or passage.end is None:
        return Proof(evidence, source.record.file)
    paragraph = source.paragraph(passage.paragraph)
    text, start = paragraph.text, passage.start
    breaks = source.text[paragraph.start : paragraph.start + start].count("\n")
    before = text[max(0, start - _AROUND) : start]
    last, spans = passage.parts[-1]
    follows, end = source.paragraph(last).text, spans[-1].end
    after = follows[end : end + _AROUND]
    return Proof(
        evidence,
        source.record.file,
        paragraph.line + breaks,
        passage_locator(evidence.source, passage, library),
        f"…{before.partition(' ')[2]}" if start > _AROUND else before,
        tuple(
            source.paragraph(number).text[span.start : span.end]
            for number, spans in passage.parts
            for span in spans
        ),
        f"{after.rpartition(' ')[0]}…" if end + _AROUND < len(follows) else after,
    )


def _speaker(library: Library, item: Item) -> Attributed | None:
    """Compare who speaks by the card with the words beside the quote in its source."""
    if item.type != "quote" or item.speaker in (UNCLEAR, NOBODY) or not item.verified:
        return None
    evidence = item.evidence[0]
    named = library.speaker_name(item.speaker)
    voice = Voices(library).beside(evidence.source, evidence.passage)
    if voice is None:
        return Attributed(named, "")
    agrees = item.speaker in voice.ids if voice.ids else None
    return Attributed(named, "", voice.name, voice.by, agrees if voice.certain or agrees else None)


def _checked(
    library: Library, card: Card, item: Item, found: set[str], said: Attributed | None
) -> Iterator[str]:
    if said is not None and said.agrees:
        yield f"who speaks: {said.found}, by {said.by}"
    if item.type in ("point", "bottom_line") and item.holds and item.evidence:
        names = ["name"] if compares_names(card, item, library) else []
        missing = [
            each for each in ("number", "date", *names) if f"{each}-not-in-evidence" in found
        ]
        there = [each for each in ("number", "date", *names) if each not in missing]
        if there:
            yield f"every {enumeration(there)} in it is in the words, or is the card's own"
    if item.due and "due-not-in-evidence" not in found:
        yield f"due {item.due}: the words set it"
    for source_id in dict.fromkeys(evidence.source for evidence in item.evidence):
        record = library.sources.get(source_id)
        if record and record.sha256 and library.source_problem(source_id) is None:
            yield f"{record.file} is the file whose digest is recorded"


def _unchecked(library: Library, card: Card, item: Item, said: Attributed | None) -> Iterator[str]:
    if item.type in ("point", "bottom_line"):
        yield "whether the sentence says no more than the words: it is the card's"
        if item.evidence and not compares_names(card, item, library):
            yield "its names: they are compared in one language with capitals for names"
    if item.by:
        names = ", ".join(map(library.speaker_name, item.by))
        yield f"who says or undertakes it: {names} is the card's word"
    if item.type == "quote" and item.speaker in (UNCLEAR, NOBODY):
        yield "who speaks: the card leaves it open"
    elif item.type == "quote" and (said is None or not said.agrees):
        named = library.speaker_name(item.speaker)
        yield f"who speaks: {named} is the card's word{_beside(said)}"
    judged = [word for word in (item.kind, item.voice, "topics" if item.topics else "") if word]
    if judged:
        yield f"the editor's judgement: {', '.join(judged)}"
    if item.translation:
        yield "the translation: it is the card's"
    if any(
        not e.passage.checked or not all(g.checked for g in e.passage.gaps) for e in item.evidence
    ):
        yield f"what the difference does: {NOT_CHECKED}"
    yield from _unchecked_documents(library, item)
    if not card.reviewed_by and not card.reviewed:
        yield "whether anyone reviewed the card: it names no reviewer"


def _beside(said: Attributed | None) -> str:
    if said is None or not said.found:
        return ", and no words beside the quote name anyone"
    return f", while {said.by} may name {said.found}"


def _unchecked_documents(library: Library, item: Item) -> Iterator[str]:
    for source_id in dict.fromkeys(evidence.source for evidence in item.evidence):
        record = library.sources.get(source_id)
        if record is None:
            continue
        publisher = record.publisher or "its publisher"
        yield f"whether {publisher} published it so: {record.file} is all there is"
        if not record.sha256:
            yield f"whether {record.file} changed: no digest of it is recorded"
