"""The JSON shapes of evidence: what is where in a source, and how well it was found."""

from typing import TypedDict

from briefing.library.library import Library
from briefing.model.card import QuotedWords
from briefing.model.evidence import Continued, Evidence
from briefing.output.wording import passage_locator


class InsertionRecord(TypedDict):
    """A bracket of ours in a quotation."""

    text: str
    masked: str | None
    risks: list[str]


class GapRecord(TypedDict):
    """What an ellipsis skips."""

    words: int
    risks: list[str]
    sense_checked: bool


class ContinuedRecord(TypedDict):
    """Where words go on in another paragraph."""

    paragraph: int
    start: int
    end: int


class EvidenceRecord(TypedDict):
    """Exact words in a source, and where they were found."""

    source: str
    file: str
    paragraph: int | None
    locator: str | None
    start: int | None
    end: int | None
    exact: str
    prefix: str | None
    suffix: str | None
    paragraph_hint: int | None
    absent: list[str]
    state: str
    score: float
    insertions: list[InsertionRecord]
    gaps: list[GapRecord]
    differences: list[str]
    sense_checked: bool
    continued: ContinuedRecord | None
    reason: str | None
    caution: str | None


class QuotedWordsRecord(TypedDict):
    """Words in a sentence of ours that were found in the paragraphs of its evidence."""

    start: int
    end: int
    source: str
    paragraph: int | None
    state: str


def evidence_record(evidence: Evidence, library: Library) -> EvidenceRecord:
    """Return some evidence with its passage; the places are null where nothing was found."""
    record = library.sources.get(evidence.source)
    passage = evidence.passage
    return {
        "source": evidence.source,
        "file": record.file if record else "",
        "paragraph": passage.paragraph,
        "locator": passage_locator(evidence.source, passage, library) or None,
        "start": passage.start,
        "end": passage.end,
        "exact": evidence.exact,
        "prefix": evidence.prefix or None,
        "suffix": evidence.suffix or None,
        "paragraph_hint": evidence.paragraph,
        "absent": list(evidence.absent),
        "state": passage.state.value,
        "score": round(passage.score, 1),
        "insertions": [
            {"text": each.text, "masked": each.masked or None, "risks": list(each.risks)}
            for each in passage.insertions
        ],
        "gaps": [
            {"words": gap.words, "risks": list(gap.risks), "sense_checked": gap.checked}
            for gap in passage.gaps
        ],
        "differences": list(passage.differences),
        "sense_checked": passage.checked and all(gap.checked for gap in passage.gaps),
        "continued": _continued_record(passage.continued),
        "reason": passage.reason or None,
        "caution": (record.caution if record else "") or None,
    }


def _continued_record(continued: Continued | None) -> ContinuedRecord | None:
    if continued is None:
        return None
    spans = continued.spans
    return {"paragraph": continued.paragraph, "start": spans[0].start, "end": spans[-1].end}


def quoted_words_record(words: QuotedWords) -> QuotedWordsRecord:
    """Return where quoted words are: `start` and `end` in the item's text."""
    return {
        "start": words.span.start,
        "end": words.span.end,
        "source": words.source,
        "paragraph": words.passage.paragraph,
        "state": words.passage.state.value,
    }
