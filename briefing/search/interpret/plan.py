"""A query made ready: each of its words with the ways to read it."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.search.interpret.interpretation import Interpretation
from briefing.search.interpret.interpretations import interpretations, joined
from briefing.search.interpret.lexicon import SCALE, Lexicon
from briefing.search.language.query import Phrase, Query, QueryWord
from briefing.search.language.words import QueryUnit

_UNKNOWN = 0.5
"""What a word counts that cannot be read at all, as a share of the rarest word there could be."""
_MOST_WORDS = 32
"""How many words of a query are looked for; nobody types more, but someone may paste a page."""


class Wanted(NamedTuple):
    """A word of the query and how it may be read."""

    unit: QueryUnit
    interpretations: tuple[Interpretation, ...]
    """Worth most first; empty when it cannot be read at all."""

    @property
    def value(self) -> int:
        """Its score contribution at most."""
        return self.interpretations[0].value if self.interpretations else 0

    @property
    def likeliest(self) -> Interpretation | None:
        """The likeliest reading; None when it cannot be read at all."""
        return max(self.interpretations, key=lambda r: (r.likeness, r.value), default=None)

    @property
    def least(self) -> int:
        """Its score contribution at least where it is found, as it is most likely meant.

        `syst` may be a rare word of its own, and yet be meant as a beginning.
        """
        literal = [
            interpretation.value
            for interpretation in self.interpretations
            if not interpretation.corrected
        ]
        likeliest = self.likeliest
        return min(literal) if literal else likeliest.value if likeliest else 0


def as_meant(query: Query, lexicon: Lexicon) -> Query:
    """Return a query whose phrases hold no possessive without its mark, as `chinas` is.

    The index knows `China's` as `china`, and a phrase finds nothing but the words it names.

    Args:
        query: A query that was read.
        lexicon: Where words are looked up.
    """
    phrases = tuple(
        phrase._replace(units=tuple(_owner(unit, phrase, lexicon) for unit in phrase.units))
        for phrase in query.phrases
    )
    return query._replace(phrases=phrases)


def wanted_of(query: Query, lexicon: Lexicon) -> tuple[Wanted, ...]:
    """Return the words a query looks for, those of its phrases included.

    Args:
        query: A query that was read.
        lexicon: Where words are looked up.
    """
    found = _words([word for word in query.words if not word.negated][:_MOST_WORDS], lexicon)
    for phrase in query.phrases:
        if not phrase.negated:
            found += _phrase_words(phrase, lexicon)
    return tuple(found[:_MOST_WORDS])


def expected(wanted: Sequence[Wanted], lexicon: Lexicon) -> int:
    """Return the least sum that an entry has which holds every word as it is most likely meant."""
    unknown = round(_UNKNOWN * SCALE * lexicon.rarity(1))
    return sum(word.least or unknown for word in wanted)


def _owner(unit: QueryUnit, phrase: Phrase, lexicon: Lexicon) -> QueryUnit:
    """Return a word of a phrase without the s of a possessive, where only that is in a text."""
    going_on = phrase.typed and unit is phrase.units[-1]
    bare = unit.word.removesuffix("s")
    if unit.parts or bare == unit.word or lexicon.count(unit.word, going_on):
        return unit
    return unit._replace(word=bare) if lexicon.count(bare) else unit


def _words(words: Sequence[QueryWord], lexicon: Lexicon) -> list[Wanted]:
    units: list[tuple[QueryUnit, bool]] = []
    for word in words:
        units.extend(_apart(word.unit, word.typed, lexicon))
    found = [Wanted(unit, interpretations(unit, typed, lexicon)) for unit, typed in units]
    for index in range(len(found) - 1):
        second, typed = units[index + 1]
        together = joined(found[index].unit, second, typed, lexicon)
        if together:
            found[index] = _with(found[index], together)
            found[index + 1] = _with(found[index + 1], together)
    return found


def _apart(unit: QueryUnit, typed: bool, lexicon: Lexicon) -> list[tuple[QueryUnit, bool]]:
    """Return the word, or its parts where it is hyphenated and nothing can be read as a whole."""
    if not unit.parts or lexicon.count(unit.word):
        return [(unit, typed)]
    if all(lexicon.count(part) for part in unit.parts):
        return [(unit, typed)]
    last = len(unit.parts) - 1
    return [
        (QueryUnit(part, unit.start, unit.end), typed and number == last)
        for number, part in enumerate(unit.parts)
    ]


def _with(word: Wanted, together: Sequence[Interpretation]) -> Wanted:
    """Return a word with readings that join it to its neighbour, and none that splits it."""
    whole = (other for other in word.interpretations if len(other.words) == 1)
    more = sorted((*whole, *together), key=lambda r: (-r.value, r.words))
    return Wanted(word.unit, tuple(more))


def _phrase_words(phrase: Phrase, lexicon: Lexicon) -> list[Wanted]:
    found: list[Wanted] = []
    for number, unit in enumerate(phrase.units):
        prefix = phrase.typed and number == len(phrase.units) - 1
        ways = (_as_written(way, prefix, lexicon) for way in unit.writings)
        interpretations = [interpretation for interpretation in ways if interpretation]
        interpretations.sort(key=lambda interpretation: -interpretation.value)
        found.append(Wanted(unit._replace(exact=True), tuple(interpretations)))
    return found


def _as_written(words: tuple[str, ...], prefix: bool, lexicon: Lexicon) -> Interpretation | None:
    """Return the reading of a word of a phrase, None where it occurs nowhere."""
    last = len(words) - 1
    fewest = min(lexicon.count(word, prefix and at == last) for at, word in enumerate(words))
    if not fewest:
        return None
    value = lexicon.value(1.0, fewest)
    return Interpretation(words, 1.0, value, prefix=prefix, adjacent=len(words) > 1)
