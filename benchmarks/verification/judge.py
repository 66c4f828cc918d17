"""Whether an answer is right, judged by the source's text alone."""

from enum import StrEnum
from itertools import product

from benchmarks.verification.question import Material, Question, Wanted
from benchmarks.verification.words import UNSEGMENTED, letters
from briefing.evidence.matcher import SourceMatcher
from briefing.model.core import State
from briefing.model.evidence import Evidence, Passage
from briefing.model.source import Source, SourceRecord
from briefing.sources.reading import split_paragraphs


class Verdict(StrEnum):
    """How an answer compares with the right one."""

    RIGHT = "right"
    """As wanted."""
    OPEN = "ambiguous"
    """Not verified because the words stand in several places, where that is an honest answer."""
    TOLD = "told"
    """Verified, with the warning that was wanted."""
    ALARM = "alarm"
    """Verified as wanted, with a warning that nothing calls for."""
    MISSED = "missed"
    """Not verified, and should be."""
    UNTOLD = "untold"
    """Verified as wanted, but a bracket or gap is told wrongly or not at all."""
    ELSEWHERE = "other words"
    """Verified at other words, or at another place than the one that is meant."""
    SILENT = "silent"
    """Verified without a warning, and should not be."""
    WARNED = "warned"
    """Verified with a warning, and should not be."""


FINE = frozenset({Verdict.RIGHT, Verdict.OPEN, Verdict.TOLD, Verdict.ALARM})


class Bench:
    """A text with its finder of evidence, asked many questions.

    Args:
        material: The text.
    """

    def __init__(self, material: Material) -> None:
        record = SourceRecord("text", "text.txt", "Bench", language=material.language)
        self._source = Source(record, material.text, split_paragraphs(material.text))
        self._matcher = SourceMatcher(self._source)
        self._material = material

    def ask(self, question: Question) -> tuple[Verdict, Passage]:
        """Return the verdict on the answer to a question, and the answer."""
        passage = self._matcher.find(
            Evidence("text", question.exact, question.prefix, question.suffix, question.paragraph)
        )
        return self._judge(question, passage), passage

    def _judge(self, question: Question, passage: Passage) -> Verdict:
        if not passage.state.verified:
            return _unverified(question, passage)
        told = warns(passage)
        if question.wanted is Wanted.REFUSED:
            return Verdict.WARNED if told else Verdict.SILENT
        if question.pieces and not self._at_right_words(question, passage):
            return Verdict.ELSEWHERE
        if question.wanted is Wanted.TOLD:
            typography = question.kind.startswith("E") and passage.state is not State.VERBATIM
            return Verdict.TOLD if told or typography else Verdict.SILENT
        if not tells(question, passage):
            return Verdict.UNTOLD
        return Verdict.ALARM if told else Verdict.RIGHT

    def _at_right_words(self, question: Question, passage: Passage) -> bool:
        """Whether what was found is the words that are meant, and where they stand."""
        places = [
            (paragraph.start + span.start, paragraph.start + span.end)
            for number, spans in passage.parts
            for paragraph in (self._source.paragraph(number),)
            for span in spans
        ]
        found = letters("".join(self._material.slice(*place) for place in places))
        if found not in _answers(question, self._material):
            return False
        if question.kind.startswith("D"):
            piece = question.pieces[0]
            return bool(places) and piece.start - 2 <= places[0][0] < piece.end
        return True


def _answers(question: Question, material: Material) -> set[str]:
    """Return what may be found: all words, with and without those under brackets."""
    choices = [
        ("", words) if piece.masked else (words,)
        for piece in question.pieces
        for words in (material.slice(piece.start, piece.end),)
    ]
    return {letters("".join(each)) for each in product(*choices)}


def _unverified(question: Question, passage: Passage) -> Verdict:
    ambiguous = passage.state is State.AMBIGUOUS
    if question.wanted is Wanted.FOUND:
        return Verdict.OPEN if ambiguous else Verdict.MISSED
    return Verdict.OPEN if ambiguous else Verdict.RIGHT


def warns(passage: Passage) -> bool:
    """Whether an answer says that something may be wrong with the sense."""
    risks = [gap.risks for gap in passage.gaps] + [each.risks for each in passage.insertions]
    unchecked = not passage.checked or any(not gap.checked for gap in passage.gaps)
    return bool(passage.risks or unchecked or any(risks))


def tells(question: Question, passage: Passage) -> bool:
    """Whether brackets and gaps are told as they are."""
    if question.inserted and not _tells_masked(question, passage):
        return False
    if not question.inserted and passage.state is State.INSERTED:
        return False
    if question.gaps and question.material.language not in UNSEGMENTED:
        return tuple(gap.words for gap in passage.gaps) == question.gaps
    return True


def _tells_masked(question: Question, passage: Passage) -> bool:
    """Whether the words under a bracket are told, wholly or as the letters that it changes."""
    if passage.state is not State.INSERTED or len(passage.insertions) != 1:
        return False
    material = question.material
    masked = "".join(letters(material.slice(p.start, p.end)) for p in question.pieces if p.masked)
    told = letters(passage.insertions[0].masked)
    if not masked:
        return not told
    glued = "]" in question.exact and question.exact[question.exact.index("]") + 1 :][:1].isalnum()
    added = question.exact[: question.exact.index("[")][-1:].isalnum()
    return told == masked or (glued and masked.startswith(told) and bool(told)) or added
