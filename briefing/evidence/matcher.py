"""Finding the evidence of cards in one source."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.evidence.differences import RISKS, sense_risks
from briefing.evidence.places import FoldedSource, Place
from briefing.evidence.segments import Segment, squeeze, take_apart
from briefing.model import Evidence, Passage, Source, State
from briefing.text import fold

if TYPE_CHECKING:
    from briefing.evidence.drift import DriftFinder


class SourceMatcher:
    """Finds evidence in one source, which is folded once and on the first question.

    Args:
        source: The document to search.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._folded = FoldedSource(source)

    @cached_property
    def _drifts(self) -> "DriftFinder":
        # Where all words are found to the letter, alignment need not be imported.
        from briefing.evidence.drift import DriftFinder

        return DriftFinder(self._folded)

    def find(self, evidence: Evidence) -> Passage:
        """Find where the words of some evidence stand.

        The words as they are come first; then, with an ellipsis or brackets in them, as segments
        and with insertions masked; then by likeness. Several places are decided by prefix and
        suffix, then by the paragraph that the evidence names, then for the one in the story
        rather than in its furniture.

        Args:
            evidence: The words and what helps to tell places apart.

        Returns:
            The passage; verified only where the words stand there, whole, up to typography.
        """
        words = evidence.exact
        places = self._folded.literally(words) or self._folded.visibly(words)
        segments = () if places else take_apart(words)
        if segments:
            places = self._folded.in_order(segments)
        if places:
            return self._passage(self._decide(places, evidence))
        return self._drifted(segments, evidence) or Passage(State.MISSING)

    def _decide(self, places: list[Place], evidence: Evidence) -> list[Place]:
        if len(places) == 1:
            return places
        if evidence.prefix or evidence.suffix:
            fits = [self._fit(place, evidence) for place in places]
            best = max(fits)
            places = [place for place, fit in zip(places, fits, strict=True) if fit == best]
        paragraphs = self._source.paragraphs
        hinted = [each for each in places if paragraphs[each.block].number == evidence.paragraph]
        places = hinted or places
        story = [each for each in places if not paragraphs[each.block].furniture]
        return story if len(story) == 1 else places

    def _fit(self, place: Place, evidence: Evidence) -> int:
        """Count on how many sides the words around a place are those that the evidence names."""
        whole = self._folded.whole
        prefix, suffix = (
            squeeze(fold(words).text.strip()) for words in (evidence.prefix, evidence.suffix)
        )
        before = _flat(whole[max(0, place.start - len(prefix) - 2) : place.start])
        after = _flat(whole[place.end : place.end + len(suffix) + 2])
        fits_before = bool(prefix) and before.rstrip().endswith(prefix)
        fits_after = bool(suffix) and after.lstrip().startswith(suffix)
        return fits_before + fits_after

    def _passage(self, places: Sequence[Place]) -> Passage:
        numbers = tuple(self._source.paragraphs[place.block].number for place in places)
        if len(places) > 1:
            return Passage(State.AMBIGUOUS, candidates=numbers)
        state = State.VERBATIM if places[0].verbatim else State.TYPOGRAPHY
        return Passage(state, numbers[0], places[0].spans, 100.0)

    def _drifted(self, segments: tuple[Segment, ...], evidence: Evidence) -> Passage | None:
        drift = self._drifts.find(segments) if segments else None
        if drift is None:
            return None
        paragraph = self._source.paragraphs[drift.block]
        pieces = [paragraph.text[span.start : span.end] for span in drift.spans]
        risks = {
            risk
            for segment, piece in zip(segments, pieces, strict=True)
            for risk in sense_risks(segment.plain, piece)
        }
        return Passage(
            State.DRIFTED,
            paragraph.number,
            drift.spans,
            drift.score,
            risks=tuple(risk for risk in RISKS if risk in risks),
            found=" … ".join(pieces),
        )


def _flat(text: str) -> str:
    return text.replace("\n", " ")
