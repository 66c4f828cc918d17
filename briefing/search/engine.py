"""The search engine: segments of an index asked as one.

A query is read, its words are looked up, each word gives a column of worths over all entries, the
columns are added, and the best entries are looked at by their text. Columns are kept, so that a
key typed costs the lookup of one word.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from briefing.library.entries import Entry
from briefing.search.index.kernel import Kernel
from briefing.search.index.kernels import kernel_for
from briefing.search.index.segment import Segment
from briefing.search.interpret.corrections import corrected_words, nearest_words, unheld_words
from briefing.search.interpret.lexicon import Lexicon
from briefing.search.interpret.plan import Wanted, as_meant, expected, wanted_of
from briefing.search.language.date_ranges import HINTS
from briefing.search.language.highlight import Lit, merged, spans
from briefing.search.language.phrases import PhraseMatcher
from briefing.search.language.query import Query, parse, without_filters
from briefing.search.results import Alone, Hit, Results
from briefing.search.score.doubles import doubles, grouped
from briefing.search.score.filters import FieldValue, Filters, alternatives
from briefing.search.score.masks import alive_masks
from briefing.search.score.order import Found, by_date, by_score
from briefing.search.score.ranking import UNRANKED, Ranked, Ranker
from briefing.search.score.score_columns import ScoreColumns
from briefing.search.score.term_masks import Conditions

_POOL = 64
"""How many entries are looked at by their text."""
_COUNTED = 128
"""Up to how many hits doubles are known, so that these are counted exactly."""
_SHARE_OF_BEST = 0.55
"""What an entry must have of the best entry's sum to be a hit."""
_SHARE_OF_QUERY = 0.35
"""What it must have of the sum of an entry that holds every word."""
_LEAST = 8
"""What it must have in any case: more than the highest bonus for kind and length."""


class SearchEngine:
    """Answers queries over the entries of a library.

    Attributes:
        segments: The parts of the index.
        kernel: What loops over entries.
        alive: For each segment, 1 for each entry that counts; None where all do.
        lexicon: The words of all segments.
    """

    def __init__(
        self,
        segments: Sequence[Segment],
        gone: Sequence[Iterable[int]] = (),
        kernel: Kernel | None = None,
    ) -> None:
        """Ask segments as one index.

        Args:
            segments: The parts, oldest first; equal hits keep their order.
            gone: For each segment, the numbers of the entries that count no longer.
            kernel: What loops over entries; by default the one that suits how many there are.
        """
        self.segments = tuple(segments)
        self.kernel = kernel or kernel_for(len(self))
        self.alive = alive = alive_masks([*map(len, self.segments)], gone)
        self.lexicon = Lexicon(self.segments, self.kernel, alive)
        self._filters = Filters(self.segments, self.kernel, alive)
        self._columns = ScoreColumns(self.segments, self.kernel)
        self._conditions = Conditions(self.segments, alive, self.kernel)

    @classmethod
    def build(cls, entries: Iterable[Entry]) -> "SearchEngine":
        """Index entries in memory.

        Args:
            entries: What can be found; equal hits keep this order.
        """
        # Whoever asks a stored index needs no builder, and pays for its import only here.
        from briefing.search.index.segment_building import build

        return cls((Segment(build(entries)),))

    def __len__(self) -> int:
        return sum(map(len, self.segments))

    def values(self, field: str) -> tuple[FieldValue, ...]:
        """Return the values a field can have, with what each may be called.

        Args:
            field: One of `query.FIELDS`; dates have no list of values.
        """
        return () if field in HINTS else self._filters.names(field)

    @cached_property
    def years(self) -> frozenset[int]:
        """The years of meetings and documents."""
        parts = zip(self.segments, self.alive, strict=True)
        return frozenset(year for part, alive in parts for year in part.records.years(alive))

    @cached_property
    def dues(self) -> frozenset[str]:
        """When something is due, as the cards say it."""
        parts = zip(self.segments, self.alive, strict=True)
        return frozenset(due for part, alive in parts for due in part.records.used("due", alive))

    def search(self, query: str, limit: int = 50) -> Results:
        """Answer a query; its last word may be a beginning, unless a blank follows it.

        Args:
            query: Words, "phrases", -not and fields; anything at all may be here.
            limit: How many hits to return at most.

        Returns:
            The best hits, best first, and what to say about them.

        Raises:
            SegmentError: A file of the index is not what it was when it was opened.
        """
        for segment in self.segments:
            segment.check()
        parsed = as_meant(parse(query), self.lexicon)
        wanted = wanted_of(parsed, self.lexicon)
        notes = (*parsed.notes, *self._filters.notes(parsed.filters))
        if not wanted and not parsed.filters and not parsed.excludes:
            return Results(query, notes=notes)
        every = self._sums(parsed, wanted)
        floor = self._floor(every, wanted)
        kept = self._filtered(parsed, every)
        ranker = Ranker(wanted) if wanted else None
        found, total, exact = self._counted(kept, floor, limit, ranker)
        hits = self._hits(found[:limit], parsed)
        hidden, judged = 0, found
        if wanted and kept is not every:
            # Counted in the same way, so that both together are what the words alone would find.
            whole, unfiltered, _ = self._counted(every, floor, limit, ranker)
            hidden, judged = max(0, unfiltered - total), found or whole
        interpretations = [one.ranked.interpretations for one in judged]
        return Results(
            query,
            hits,
            total=total,
            exact=exact,
            hidden=hidden,
            corrected=corrected_words(query, wanted, interpretations, self.lexicon),
            dated=not wanted,
            notes=(*notes, *unheld_words(query, wanted, interpretations)),
            nearest=() if total or hidden else nearest_words(wanted, self.lexicon),
            alone=() if total or wanted else tuple(self._alone(parsed, every, limit)),
        )

    def _sums(self, query: Query, wanted: Sequence[Wanted]) -> list[Any]:
        """Return the score of each entry of each segment, 0 where a condition does not hold."""
        found: list[Any] = []
        for number, segment in enumerate(self.segments):
            columns = [
                self._columns.column(number, w.interpretations) for w in wanted if w.interpretations
            ]
            if not wanted:
                columns = [bytearray((_LEAST,)) * len(segment)]
            sums = self.kernel.sums(segment.priors, columns)
            for mask in self._conditions.masks(query, number):
                sums = self.kernel.keep(sums, mask)
            found.append(sums)
        return found

    def _floor(self, every: Sequence[Any], wanted: Sequence[Wanted]) -> int:
        best = max((self.kernel.highest(sums) for sums in every), default=0)
        asked = expected(wanted, self.lexicon)
        if not wanted:
            return _LEAST
        return max(_LEAST, round(_SHARE_OF_BEST * best), round(_SHARE_OF_QUERY * asked))

    def _filtered(self, query: Query, every: Sequence[Any]) -> Sequence[Any]:
        masks = self._filters.masks(query.filters)
        if masks is None:
            return every
        return [self.kernel.keep(sums, mask) for sums, mask in zip(every, masks, strict=True)]

    def _alone(self, query: Query, every: Sequence[Any], limit: int) -> Iterator[Alone]:
        """Yield what each condition of a query finds by itself, counted as its own query would be.

        Args:
            query: One without words to find.
            every: The score of each entry, 0 where it holds a word that it may not hold.
            limit: How many hits the query asked for.
        """
        whole = self._sums(Query(query.text), ())
        for group in alternatives(query.filters):
            parts = tuple(query.text[one.start - one.negated : one.end] for one in group)
            kept = self._filtered(query._replace(filters=tuple(group)), whole)
            yield Alone(parts, *self._counted(kept, _LEAST, limit, None)[1:])
        if query.excludes:
            parts = (without_filters(query.text),)
            yield Alone(parts, *self._counted(every, _LEAST, limit, None)[1:])

    def _first(
        self, kept: Sequence[Any], floor: int, most: int, dated: bool
    ) -> list[tuple[int, int]]:
        """Return the segments and numbers of entries, at most so many.

        Those with the highest sums, or where there is no word to rank them by the latest.
        """
        found = [
            (-worth, number, doc)
            for number, sums in enumerate(kept)
            for worth, doc in (
                self.kernel.latest(sums, floor, self.segments[number].records.dates, most)
                if dated
                else self.kernel.best(sums, floor, most)
            )
        ]
        found.sort()
        return [(number, doc) for _, number, doc in found[:most]]

    def _counted(
        self, kept: Sequence[Any], floor: int, limit: int, ranker: Ranker | None
    ) -> tuple[list[Found], int, bool]:
        """Return the entries that answer best, in order, how many hits there are, and if exactly.

        As many are looked at as fill the limit once doubles are left out; of more than `_COUNTED`
        entries, the doubles among those that are not looked at are not known.
        """
        total = sum(self.kernel.count(sums, floor) for sums in kept)
        looked = max(_POOL, limit)
        while True:
            most = max(looked, total) if total <= _COUNTED else looked
            first = self._first(kept, floor, most, dated=ranker is None)
            groups = grouped(first, self.segments)
            # Which of two doubles is the hit can only be told once both were looked at.
            found = self._ordered({*first[:looked], *groups.members()}, ranker)
            held = {(one.segment, one.doc): _held(one) for one in found}
            dropped = doubles(groups, held, self.segments)
            left = [one for one in found if (one.segment, one.doc) not in dropped]
            if len(left) >= limit or looked >= total:
                return left, total - len(dropped), most >= total
            looked *= 2

    def _ordered(self, chosen: Iterable[tuple[int, int]], ranker: Ranker | None) -> list[Found]:
        """Return entries by how well their text answers, or by date where no word asks."""
        if ranker is None:
            return by_date([Found(*one, UNRANKED) for one in chosen], self.segments)
        found = [Found(n, doc, ranker.rank(self.segments[n], doc)) for n, doc in chosen]
        return by_score(found, self.segments)

    def _hits(self, found: Iterable[Found], query: Query) -> tuple[Hit, ...]:
        phrases = [
            PhraseMatcher(way, phrase.typed)
            for phrase in query.phrases
            if not phrase.negated
            for way in phrase.ways
        ]
        hits: list[Hit] = []
        for one in found:
            entry = self.segments[one.segment].records[one.doc]
            lit = spans(entry.text, _lit(self.segments[one.segment], one.ranked))
            whole = [span for phrase in phrases for span in phrase.spans(entry.text)]
            hits.append(Hit(entry, one.ranked.score, merged((*lit, *whole)) if whole else lit))
        return tuple(hits)


def _held(found: Found) -> int:
    return sum(interpretation is not None for interpretation in found.ranked.interpretations)


def _lit(segment: Segment, ranked: Ranked) -> list[Lit]:
    """Return the words to light: only the letters typed, where a word was just begun."""
    found: list[Lit] = []
    for number, (interpretation, times) in ranked.lit.items():
        begun = (
            interpretation.prefix
            and not interpretation.corrected
            and len(interpretation.words) == 1
        )
        letters = len(interpretation.words[0]) if begun else 0
        found.append(Lit(segment.vocabulary.words[number], letters, times))
    return found
