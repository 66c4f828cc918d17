"""Rules about evidence: is it there, is it in the story, is it all that was said."""

import re
from collections.abc import Iterator

from briefing.check.findings import note, place_of, shortened, warning
from briefing.errors import Problem, SourceError
from briefing.evidence.remarks import gap_words, insertion_words, worth_telling
from briefing.language.quotation.quotations import MARKS
from briefing.library.library import Library
from briefing.model.card import Card, Item
from briefing.model.core import NOT_CHECKED, State
from briefing.model.evidence import Evidence, Passage
from briefing.model.source import Paragraph

_MARKS = rf"\s{re.escape(MARKS)}"
_NOT_BEFORE = re.compile(
    rf"(?:\b(?:not|never|no longer|unless|without|neither|nor|cannot|hardly)|n[’']t)[{_MARKS}]*$",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    rf"(?:[{_MARKS}]*(?:not|never|no longer)|[{_MARKS},;–—]*(?:unless|except|only if))\b",
    re.IGNORECASE,
)
_COPY = "copy the words from the source"


def passages(card: Card, library: Library) -> Iterator[tuple[Item, Evidence, Paragraph]]:
    """Yield every piece of verified evidence of a card with the paragraph it is in."""
    for item in card.items:
        for evidence in item.evidence:
            number = evidence.passage.paragraph
            if not evidence.state.verified or number is None:
                continue
            try:
                yield item, evidence, library.source(evidence.source).paragraph(number)
            except SourceError:
                continue


def unverified(card: Card, library: Library) -> Iterator[Problem]:
    """Find evidence that is missing, ambiguous or drifted.

    Of a source that cannot be read nobody knows what is in it; that is an error of its own.
    """
    for item in card.items:
        for evidence in item.evidence:
            if evidence.state.holds or not _readable(evidence.source, library):
                continue
            message, hint = _why(evidence)
            code = "not-absent" if evidence.absent else f"evidence-{evidence.state.value}"
            yield warning(code, place_of(card, item, evidence), message, hint)


def _readable(source_id: str, library: Library) -> bool:
    try:
        library.source(source_id)
    except SourceError:
        return False
    return True


def _why(evidence: Evidence) -> tuple[str, str]:
    passage = evidence.passage
    if evidence.absent:
        lacking = "', '".join(evidence.absent)
        claim = f"the card says that '{lacking}' occurs nowhere in {evidence.source}"
        return f"{claim}, but {passage.reason}", passage.remedy
    words = f"'{shortened(evidence.exact)}'"
    if passage.state is State.DRIFTED:
        return f"{words} is not what {evidence.source} says{_sense(passage)}", _cure(passage)
    if passage.state is State.AMBIGUOUS:
        places = ", ".join(str(number) for number in passage.candidates)
        message = f"{words} occurs in several places of {evidence.source} (paragraphs {places})"
        if len(passage.candidates) == 1:
            message = f"{words} is in {evidence.source}, but not where its context says"
            return message, f"read paragraph {places}, then correct prefix and suffix"
        pinned = "run 'briefing check --pin'" if evidence.paragraph else "add prefix or suffix"
        return message, f"lengthen it, or {pinned}"
    why = f": {passage.reason}" if passage.reason else ""
    return f"{words} is not in {evidence.source}{why}", passage.remedy or _COPY


def _sense(passage: Passage) -> str:
    """Say why words that drifted, or are joined or masked wrongly, are not the source's."""
    if passage.reason:
        return f": {passage.reason}"
    if passage.risks:
        return f", touching {', '.join(passage.risks)}"
    return "" if passage.checked else f", {NOT_CHECKED}"


def _cure(passage: Passage) -> str:
    if passage.remedy:
        return passage.remedy
    return f"paragraph {passage.paragraph} has '{passage.found}'"


def in_furniture(card: Card, library: Library) -> Iterator[Problem]:
    """Find evidence that is in a caption, a credit or a heading."""
    for item, evidence, paragraph in passages(card, library):
        if paragraph.furniture:
            yield warning(
                "evidence-in-furniture",
                place_of(card, item, evidence),
                f"the words are in paragraph {paragraph.number} of {evidence.source}, "
                "which is listed as furniture",
                "cite the story itself, or take the paragraph off the furniture list",
            )


def cut_negation(card: Card, library: Library) -> Iterator[Problem]:
    """Find evidence whose words stop right at what turns their sense around.

    A note that names what was left out speaks for itself.
    """
    for item, evidence, paragraph in passages(card, library):
        if not library.source(evidence.source).record.language.startswith("en"):
            continue
        left_out = _left_out(evidence, paragraph.text)
        if left_out and left_out.casefold() not in item.note.casefold():
            yield warning(
                "cut-negation",
                place_of(card, item, evidence),
                f"the words leave out '{left_out}' beside them in paragraph {paragraph.number} "
                f"of {evidence.source}",
                f"take it into the words, or say in the item's note why '{left_out}' is left out",
            )


def _left_out(evidence: Evidence, text: str) -> str:
    spans = evidence.passage.spans
    if not spans:
        return ""
    if before := _NOT_BEFORE.search(text[: spans[0].start]):
        return before.group().strip(f" {MARKS}")
    after = _NOT_AFTER.match(text, spans[-1].end)
    return after.group().strip(f" {MARKS},;–—") if after else ""


def risky_ellipsis(card: Card, library: Library) -> Iterator[Problem]:
    """Find quotations whose ellipsis skips what may turn the sense, in any language with lists.

    A point may leave a quotation of its source, as it is in our words.
    """
    for item, evidence, _ in passages(card, library):
        for gap in evidence.passage.gaps:
            risks = [risk for risk in gap.risks if item.type == "quote" or risk != "quotation"]
            told = gap_words(gap, risks)
            if risks and "ellipsis" not in item.note.casefold():
                yield warning(
                    "risky-ellipsis",
                    place_of(card, item, evidence),
                    f"the ellipsis in '{shortened(evidence.exact)}' {told.lstrip('… ')}",
                    "quote the parts apart, or say in the item's note what the ellipsis skips",
                )


def across_paragraphs(card: Card, library: Library) -> Iterator[Problem]:
    """Tell which words go on past a page or a blank line amid a sentence."""
    for item, evidence, paragraph in passages(card, library):
        if (continued := evidence.passage.continued) is not None:
            yield note(
                "across-paragraphs",
                place_of(card, item, evidence),
                f"'{shortened(evidence.exact)}' begins in paragraph {paragraph.number} of "
                f"{evidence.source} and goes on in paragraph {continued.paragraph}",
            )


def inserted_words(card: Card, library: Library) -> Iterator[Problem]:
    """Tell what the brackets in verified quotations stand for."""
    for item, evidence, paragraph in passages(card, library):
        for inserted in worth_telling(evidence.passage):
            yield note(
                "inserted-words",
                place_of(card, item, evidence),
                f"{insertion_words(inserted)}, paragraph {paragraph.number} of {evidence.source}",
            )
