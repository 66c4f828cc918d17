"""Finding the evidence of cards in one source."""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.evidence.strategies.context import Context, choose, tell_apart
from briefing.evidence.strategies.places import Find, FoundPlace, SearchText, in_order
from briefing.evidence.texts.folded import TIME_STAMP, FoldedSource, FoundWords
from briefing.evidence.texts.fragments import Fragment, restyled, take_apart
from briefing.language.quotation.quotations import unquoted
from briefing.model.core import Span, State
from briefing.model.evidence import (
    Continued,
    Evidence,
    Gap,
    Passage,
)
from briefing.model.source import Source

if TYPE_CHECKING:
    from briefing.evidence.strategies.drift import DriftFinder
    from briefing.evidence.strategies.loose import LooseSource

# Where all words are found to the letter, as in nearly all cards, nothing else need be imported.

BETWEEN_STAMPS = (
    "time stamps are between the words",
    "quote the parts between them, or take the stamps out of the file",
)
REFUSED = 99.0
"""The likeness of words that are there and may not be joined or masked as the card has them."""


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
        from briefing.evidence.strategies.drift import DriftFinder

        return DriftFinder(self._folded)

    @cached_property
    def _loose(self) -> "LooseSource":
        from briefing.evidence.strategies.loose import LooseSource

        return LooseSource(self._folded)

    @cached_property
    def _without_notes(self) -> "LooseSource":
        from briefing.evidence.strategies.loose import LooseSource

        return LooseSource(self._folded, notes=True)

    def find(self, evidence: Evidence) -> Passage:
        """Find where the words of some evidence are.

        The words as they are come first, brackets and ellipses included; then, with an ellipsis or
        brackets of ours in them, as fragments; then as paper and house style may have changed them;
        then by likeness. Several places are decided by prefix and suffix, then for the one in the
        story rather than in its furniture. A paragraph that the evidence names decides nothing by
        itself: paragraphs move.

        Args:
            evidence: The words and what helps to tell places apart.

        Returns:
            The passage; verified only where the words are there, whole, up to typography and to
            brackets that mask words and turn no sense.
        """
        reading, places, fragments = self._places(evidence.exact)
        if places:
            return self._passage(reading, places, evidence)
        if not fragments:
            return Passage(State.MISSING)
        if bracket := _empty_bracket(fragments):
            reason = f"the bracket [{bracket}] stands for nothing that is there"
            return Passage(State.MISSING, reason=reason, remedy="drop the bracket")
        if words := self._too_short(fragments):
            reason = f"'{words}' between ellipses is too little to mean one place"
            return Passage(State.MISSING, reason=reason, remedy="quote two words at least")
        return self._drifted(fragments) or self._missing(fragments)

    def holds(self, words: str) -> bool:
        """Whether words are in the source, once or more often, up to what `find` verifies."""
        state = self.find(Evidence(self._source.id, words)).state
        return state.verified or state is State.AMBIGUOUS

    def find_within(self, words: str, paragraphs: Collection[int]) -> Passage | None:
        """Find words in some paragraphs and nowhere else.

        Args:
            words: The words.
            paragraphs: 1-based numbers of the paragraphs.

        Returns:
            The first place of them there; None where they are not, up to what `find` verifies.
        """
        reading, places, _ = self._places(words)
        for place in places:
            blocks = {part.block for parts in place.parts for part in parts}
            if all(block + 1 in paragraphs for block in blocks):
                passage = self._passage(reading, [place], Evidence(self._source.id, words))
                if passage.state.verified:
                    return passage
        return None

    def find_absence(self, words: Sequence[str]) -> Passage:
        """Look for words that should be nowhere in the source; see `absence.find_absence`."""
        from briefing.evidence.strategies.absence import find_absence

        return find_absence(self._folded, words)

    def places_of(self, words: str) -> Iterator[tuple[int, Span]]:
        """Yield where words are, longer forms too; see `absence.places_of`."""
        from briefing.evidence.strategies.absence import places_of

        return places_of(self._folded, words)

    def context(self, evidence: Evidence) -> Context | None:
        """Return what tells the place that some evidence names from all others like it.

        Args:
            evidence: Words that occur in several places, with the paragraph that is meant.

        Returns:
            The prefix and suffix, as short as they can be; None where the words are in one place
            or in none, the paragraph holds several, or nothing tells them apart.
        """
        _, places, _ = self._places(evidence.exact)
        meant = [place for place in places if place.block + 1 == evidence.paragraph]
        if len(meant) != 1 or len(places) < 2:
            return None
        others = [place for place in places if place is not meant[0]]
        return tell_apart(self._folded, meant[0], others)

    def _places(self, words: str) -> tuple[SearchText, list[FoundPlace], tuple[Fragment, ...]]:
        """Find all places in which words are, and the fragments they were taken apart into."""
        for each in dict.fromkeys((words, unquoted(words))):
            literal = (Fragment((each,)),)
            if places := in_order(self._folded, literal, self._in_folded) or self._visibly(each):
                return self._folded, places, ()
        words = unquoted(words)
        fragments = take_apart(words)
        if not fragments or self._too_short(fragments) or _empty_bracket(fragments):
            return self._folded, [], fragments
        if any(fragment.insertions for fragment in fragments):
            return self._folded, self._inserted(fragments), fragments
        if places := in_order(self._folded, fragments, self._in_folded):
            return self._folded, places, fragments
        for reading in (self._loose, self._without_notes):
            if places := in_order(reading, fragments, _finding(reading)):
                return reading, places, fragments
        return self._folded, [], fragments

    def _inserted(self, fragments: tuple[Fragment, ...]) -> list[FoundPlace]:
        """Find fragments with brackets of ours in the source as it is, their ends restyled."""
        refused: list[FoundPlace] = []
        for styled, differences in restyled(fragments):
            places = in_order(self._folded, styled, self._in_folded)
            allowed = [each.differing(differences) for each in places if not each.refused]
            if allowed:
                return allowed
            refused = refused or places
        return refused

    def _in_folded(self, fragment: Fragment, start: int, stop: int) -> Iterator[FoundWords]:
        if not fragment.insertions:
            return self._folded.find(fragment.literals[0], start, stop)
        from briefing.evidence.strategies.insertions import find_inserted

        return find_inserted(self._folded, fragment, start, stop)

    def _visibly(self, words: str) -> list[FoundPlace]:
        hits = self._folded.visibly(words)
        return [
            FoundPlace((hit,), (self._folded.parts(hit.start, hit.end),), verbatim=True)
            for hit in hits
        ]

    def _too_short(self, fragments: tuple[Fragment, ...]) -> str:
        """Return a fragment that is too little to mean one place; empty if none is."""
        if len(fragments) < 2:
            return ""
        from briefing.evidence.strategies.ellipses import too_short

        return too_short(fragments, self._folded)

    def _passage(
        self, reading: SearchText, places: Sequence[FoundPlace], evidence: Evidence
    ) -> Passage:
        """Choose one place, and say what was found there."""
        places = [place for place in places if not place.refused] or places
        decided = choose(self._folded, places, evidence)
        if len(decided) != 1:
            numbers = tuple(place.block + 1 for place in decided or places)
            return Passage(State.AMBIGUOUS, candidates=numbers)
        place = decided[0]
        if place.refused:
            return self._refused(reading, place, place.refused.reason, place.refused.remedy)
        gaps: tuple[Gap, ...] = ()
        if len(place.hits) > 1:
            from briefing.evidence.strategies.ellipses import skipped

            joined = skipped(reading, self._source, place, self._folded.language)
            if joined.reason:
                return self._refused(reading, place, joined.reason, joined.remedy)
            gaps = joined.gaps
        if TIME_STAMP in place.differences:
            return self._refused(reading, place, *BETWEEN_STAMPS)
        state = State.VERBATIM if place.verbatim else State.TYPOGRAPHY
        return self._at(place, State.INSERTED if place.insertions else state, gaps)

    def _at(self, place: FoundPlace, state: State, gaps: tuple[Gap, ...] = ()) -> Passage:
        """Return the passage at a place, what of it is in a second paragraph apart."""
        spans: dict[int, list[Span]] = {}
        for part in (part for parts in place.parts for part in parts):
            spans.setdefault(part.block, []).append(part.span)
        (first, here), *more = spans.items()
        continued = Continued(more[0][0] + 1, tuple(more[0][1])) if more else None
        return Passage(
            state,
            first + 1,
            tuple(here),
            100.0,
            insertions=place.insertions,
            gaps=gaps,
            differences=place.differences,
            continued=continued,
        )

    def _refused(self, reading: SearchText, place: FoundPlace, reason: str, remedy: str) -> Passage:
        """Return words that are there, and may not be joined or masked as the card has them."""
        from briefing.evidence.sense.checks import RISKS

        risks = {risk for insertion in place.insertions for risk in insertion.risks}
        return self._at(place, State.DRIFTED)._replace(
            score=REFUSED,
            risks=tuple(risk for risk in RISKS if risk in risks),
            found=" … ".join(reading.original(hit.start, hit.end) for hit in place.hits),
            reason=reason,
            remedy=remedy,
        )

    def _missing(self, fragments: Sequence[Fragment]) -> Passage:
        from briefing.evidence.reasons import why_missing

        longest = max(fragments, key=lambda fragment: len(fragment.plain))
        why = why_missing(self._folded, longest.plain)
        return Passage(State.MISSING, reason=why.reason, remedy=why.remedy)

    def _drifted(self, fragments: Sequence[Fragment]) -> Passage | None:
        drift = self._drifts.find(fragments)
        if drift is None:
            return None
        from briefing.evidence.sense.checks import RISKS, check_sense

        paragraph = self._source.paragraphs[drift.block]
        pieces = [paragraph.text[span.start : span.end] for span in drift.spans]
        checks = [
            check_sense(fragment.plain, piece, self._folded.language)
            for fragment, piece in zip(fragments, pieces, strict=True)
        ]
        risks = {risk for check in checks for risk in check.risks}
        return Passage(
            State.DRIFTED,
            paragraph.number,
            drift.spans,
            drift.score,
            risks=tuple(risk for risk in RISKS if risk in risks),
            found=" … ".join(pieces),
            checked=all(check.checked for check in checks),
        )


def _finding(reading: "LooseSource") -> Find:
    """Return what finds a fragment without brackets in a source read as paper."""
    return lambda fragment, start, stop: reading.find(fragment.literals[0], start, stop)


def _empty_bracket(fragments: Sequence[Fragment]) -> str:
    """Return a bracket that has no words beside it; empty if none is so."""
    bare = (fragment.insertions[0] for fragment in fragments if not any(fragment.literals))
    return next(bare, "")
