"""Each quotation of a memo against the sources of a library."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.evidence.remarks import gap_words, insertion_words, worth_telling
from briefing.evidence.word_diff import word_diff
from briefing.language.attribution.kinds import Kind
from briefing.language.attribution.naming import Suggestion, is_pronoun
from briefing.language.attribution.quotation_finding import Found, find
from briefing.library.library import Library
from briefing.library.versions import latest_version
from briefing.model.core import Span, State
from briefing.model.evidence import Passage
from briefing.output.wording import passage_locator
from briefing.verifying.finders import finders_of
from briefing.verifying.joining import Part, parts_of
from briefing.verifying.memo import Memo, MemoParagraph
from briefing.verifying.placing import Placed, place_of
from briefing.verifying.turning_words import Cut, cuts_of
from briefing.verifying.verdict import Attributed, Standing, Verdict
from briefing.verifying.voices import Voices

_ENDS = re.compile(r"[.!?][\"”’»」]?\s+\S|[。！？]")


class Quoted(NamedTuple):
    """A quotation of a memo, before anything is looked for."""

    paragraph: int
    """Index, from 0."""
    span: Span
    kind: Kind
    speaker: Suggestion | None


class Verifier:
    """Holds quotations against a library's sources.

    Args:
        library: The library.
        sources: Ids of the sources to look in; all that can be read where none are named.
    """

    def __init__(self, library: Library, sources: Sequence[str] = ()) -> None:
        self._library = library
        self._finders = finders_of(library, sources)
        self._voices = Voices(library)

    def verify(self, memo: Memo) -> Iterator[Verdict]:
        """Yield the verdict on each quotation of a memo, in order."""
        for quoted in quoted_in(memo):
            yield self._verdict(memo.paragraphs[quoted.paragraph], quoted)

    def _verdict(self, paragraph: MemoParagraph, quoted: Quoted) -> Verdict:
        words = " ".join(paragraph.text[quoted.span.start : quoted.span.end].split())
        at = paragraph.place(quoted.span.start)
        verdict = Verdict(
            words,
            quoted.paragraph + 1,
            at[0] if at else None,
            at[1] if at else None,
            "missing",
            title=quoted.kind == "title",
        )
        around = f"{paragraph.text[: quoted.span.start]} {paragraph.text[quoted.span.end :]}"
        named = self._named(paragraph, quoted)
        theirs = (lambda place: self._is_theirs(named, place)) if named is not None else None
        placed = place_of(words, around, self._finders, self._library, theirs)
        if placed is None or placed.passage.state is State.DRIFTED:
            if parts := parts_of(words, self._finders):
                return _joined(verdict, parts)
            if placed is None:
                return self._missing(verdict, words)
        return self._placed(verdict, placed, around, named)

    def _placed(
        self, verdict: Verdict, placed: Placed, around: str, named: Suggestion | None
    ) -> Verdict:
        passage = placed.passage
        standing: Standing = _STANDINGS[passage.state]
        told = [insertion_words(each) for each in worth_telling(passage)]
        told += [gap_words(gap) for gap in passage.gaps]
        if passage.state is State.AMBIGUOUS:
            told.append(f"the words occur in {_places(placed)}, and nothing says which is meant")
        elif passage.state is State.DRIFTED:
            told += _drift(passage)
        else:
            cuts = [cut for cut in self._cuts(placed) if not _tells(around, cut)]
            told += [_cut_words(cut) for cut in cuts]
            risky = any(gap.risks for gap in passage.gaps)
            standing = "truncated" if cuts or risky else standing
            told += self._superseded(placed.source)
        speaker = None
        if named is not None and passage.paragraph is not None:
            speaker = self._compared(named, placed)
        return verdict._replace(
            standing=standing,
            source=placed.source,
            passage=passage,
            locator=passage_locator(placed.source, passage, self._library),
            found=passage.found,
            difference=word_diff(verdict.text, passage.found) if passage.found else (),
            told=tuple(told),
            speaker=speaker,
            caution=self._library.caution(placed.source),
        )

    def _compared(self, named: Suggestion, placed: Placed) -> Attributed:
        """Compare whom the memo names with who speaks, by a card on an earlier version too."""
        told_from = " ".join(named.words.split())
        found = [
            self._voices.compared(named.name, told_from, each.source, each.passage)
            for each in (placed, *placed.earlier)
        ]
        return next((each for each in found if each.found), found[0])

    def _is_theirs(self, named: Suggestion, placed: Placed) -> bool:
        return self._compared(named, placed).agrees is True

    def _superseded(self, source: str) -> Sequence[str]:
        """Say that words are no longer in the last version of their document."""
        last = latest_version(self._library.sources, source)
        if last == source or last not in {finder.name for finder in self._finders}:
            return ()
        return (f"the later version {last} does not have these words",)

    def _cuts(self, placed: Placed) -> Sequence[Cut]:
        number = placed.passage.paragraph
        if number is None:
            return ()
        source = self._library.source(placed.source)
        return cuts_of(source.paragraph(number), placed.passage, source.record.language)

    def _missing(self, verdict: Verdict, words: str) -> Verdict:
        """Say what the nearest words are, where a source has any."""
        reasons = [
            (finder.name, reason)
            for finder in self._finders
            if (reason := finder.find(words).reason)
        ]
        told = tuple(f"{name}: {reason}" for name, reason in reasons[:1])
        return verdict._replace(told=told, source=reasons[0][0] if reasons else "")

    def _named(self, paragraph: MemoParagraph, quoted: Quoted) -> Suggestion | None:
        """Return whom the memo names for a quotation, if its own sentence does.

        A pronoun, or a speaker carried over from an earlier sentence, is no claim to be held
        against the memo.
        """
        named = quoted.speaker
        if named is None or named.start < 0 or is_pronoun("").fullmatch(named.words.split()[0]):
            return None
        low, high = sorted((named.end, quoted.span.start))
        if named.start >= quoted.span.end:
            low, high = quoted.span.end, named.start
        return None if _ENDS.search(paragraph.text, low, high) else named


_STANDINGS: dict[State, Standing] = {
    State.VERBATIM: "verbatim",
    State.TYPOGRAPHY: "typography",
    State.INSERTED: "inserted",
    State.DRIFTED: "drifted",
    State.AMBIGUOUS: "ambiguous",
}


def quoted_in(memo: Memo) -> Iterator[Quoted]:
    """Yield the quotations of a memo; a block quotation without marks is one as a whole."""
    found: dict[int, list[Found]] = {}
    for each in find(memo.texts, memo.language):
        found.setdefault(each.paragraph, []).append(each)
    for number, paragraph in enumerate(memo.paragraphs):
        if paragraph.set_off and not found.get(number):
            yield Quoted(number, Span(0, len(paragraph.text)), "speech", None)
        for each in found.get(number, ()):
            span = Span(each.quotation.inner_start, each.quotation.inner_end)
            yield Quoted(number, span, each.kind, each.speaker)


def _joined(verdict: Verdict, parts: Sequence[Part]) -> Verdict:
    return verdict._replace(
        standing="joined", source=parts[0].source, told=tuple(map(_part_words, parts))
    )


def _part_words(part: Part) -> str:
    number = part.passage.paragraph or part.passage.candidates[0]
    return f"‘{part.words}’ is in paragraph {number} of {part.source}"


def _drift(passage: Passage) -> list[str]:
    if passage.reason:
        return [passage.reason]
    if passage.risks:
        return [f"the difference touches {', '.join(passage.risks)}"]
    return [] if passage.checked else ["sense not checked"]


def _places(placed: Placed) -> str:
    if placed.others:
        return ", ".join(f"paragraph {number} of {name}" for name, number in placed.others)
    numbers = ", ".join(map(str, placed.passage.candidates))
    return f"paragraphs {numbers} of {placed.source}"


def _cut_words(cut: Cut) -> str:
    if cut.before:
        return f"left out before it: ‘{cut.text}’"
    return f"goes on in the source: ‘{cut.text} …’"


def _tells(around: str, cut: Cut) -> bool:
    """Whether the memo itself says what was left out: Austin doubts that “…”."""
    folded = around.casefold()
    stems = (re.escape(turn.split()[0][:5].casefold()) for turn in cut.turns)
    return any(re.search(rf"(?<!\w){stem}", folded) for stem in stems)
