"""The query language: words, "phrases", -not and fields, each with its place in what was typed.

Anything may be typed. What cannot be meant (a month 13, a field that does not exist) becomes a note
about its place, and the rest of the query goes on without it.
"""

import re
from typing import NamedTuple

from briefing.search.language.chunks import ACROSS
from briefing.search.language.date_ranges import HINTS, PeriodError, may_become, period
from briefing.search.language.words import QueryUnit, characters, units
from briefing.search.results import QueryNote

FIELDS = (
    "speaker", "topic", "meeting", "series", "date", "kind", "due", "status", "voice", "source",
    "side",
)  # fmt: skip
"""The fields a query may name."""

QUOTES = '"“”„«»'
"""The marks that may open and close a phrase or a value with blanks."""
_ITEM = re.compile(
    rf"""
    (?P<negated>-(?=[^\s-]))?
    (?: (?P<field>[A-Za-z]\w*):(?:[{QUOTES}](?P<quoted>[^{QUOTES}]*)[{QUOTES}]?
                             |(?P<value>[^\s{QUOTES}]*))
      | (?P<open>[{QUOTES}])(?P<phrase>[^{QUOTES}]*)(?P<close>[{QUOTES}])?
      | (?P<word>[^\s{QUOTES}]+(?:(?:{ACROSS})[^\s{QUOTES}]+)*)
    )""",
    re.VERBOSE,
)
_MOST_WAYS = 16
"""In how many ways a phrase is looked for at most."""
_FIELD_LIKE = re.compile(r"[a-z]{2,}")


class QueryWord(NamedTuple):
    """A word to be found, or with `negated` not to be."""

    unit: QueryUnit
    negated: bool = False
    typed: bool = False
    """Whether it is still being typed, so that it may be the beginning of a word."""


class Phrase(NamedTuple):
    """Words that have to be side by side."""

    units: tuple[QueryUnit, ...]
    negated: bool = False
    typed: bool = False
    """Whether its last word is still being typed."""

    @property
    def ways(self) -> tuple[tuple[str, ...], ...]:
        """The folded words in each way they may be written, scripts without spaces in characters.

        A hyphenated word is its parts or one word, `Köln` is `koeln` too, and `1000` is `1 000`.
        """
        found: list[tuple[str, ...]] = [()]
        for number, unit in enumerate(self.units):
            after = bool(number) and self.units[number - 1].end > unit.start
            ways = _ways(unit, after)
            if len(found) * len(ways) > _MOST_WAYS:
                ways = ways[:1]
            found = [(*before, *way) for before in found for way in ways]
        return tuple(found)


def _ways(unit: QueryUnit, after_pair: bool) -> list[tuple[str, ...]]:
    """Return the ways to write a word of a phrase, the likeliest first."""
    chars = characters(unit.word)
    if len(chars) == 2:
        # Of two pairs that share a character, the second adds one.
        return [chars[1:] if after_pair else chars]
    return unit.writings


class Filter(NamedTuple):
    """A field and the value asked of it."""

    field: str
    value: str
    start: int
    """Offset of the field's first code point in the query."""
    end: int
    negated: bool = False
    typed: bool = False
    """Whether the value is still being typed."""


class Query(NamedTuple):
    """A query that was read."""

    text: str
    words: tuple[QueryWord, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    filters: tuple[Filter, ...] = ()
    notes: tuple[QueryNote, ...] = ()

    @property
    def excludes(self) -> bool:
        """Whether some word or phrase may not be in what is found."""
        words = any(word.negated for word in self.words)
        return words or any(phrase.negated for phrase in self.phrases)


def parse(text: str) -> Query:
    """Read a query.

    Its last word counts as still being typed, unless a blank or a quotation mark follows it.

    Args:
        text: What was typed; anything.

    Returns:
        Its parts, and notes about what could not be meant.
    """
    reader = _Reader(text)
    for match in _ITEM.finditer(text):
        reader.read(match)
    return Query(
        text, tuple(reader.words), tuple(reader.phrases), tuple(reader.filters), tuple(reader.notes)
    )


def without_filters(text: str) -> str:
    """Return a query without its fields: its words and phrases as they were typed.

    Args:
        text: What was typed.
    """
    kept, end = "", 0
    for one in parse(text).filters:
        kept += text[end : one.start - one.negated]
        end = one.end
    return " ".join((kept + text[end:]).split())


def nearest_field(name: str) -> str | None:
    """Return the field that was probably meant, or None."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extractOne(
        name.lower(), FIELDS, scorer=OSA.distance, score_cutoff=1 if len(name) < 6 else 2
    )
    if found:
        return found[0]
    starting = [field for field in FIELDS if len(name) > 2 and field.startswith(name.lower())]
    return starting[0] if len(starting) == 1 else None


class _Reader:
    """Collects the parts of a query, match by match."""

    def __init__(self, text: str) -> None:
        self.words: list[QueryWord] = []
        self.phrases: list[Phrase] = []
        self.filters: list[Filter] = []
        self.notes: list[QueryNote] = []
        self._end = len(text)

    def read(self, match: re.Match[str]) -> None:
        negated = match["negated"] is not None
        if match["field"] is not None:
            self._field(match, negated)
        elif match["open"] is not None:
            typed = match["close"] is None and match.end() == self._end
            self._phrase(match["phrase"], match.start("phrase"), negated, typed)
        else:
            self._word(match["word"], match.start("word"), negated)

    def _word(self, text: str, start: int, negated: bool) -> None:
        for unit in units(text, start):
            self.words.append(QueryWord(unit, negated, typed=unit.end == self._end))

    def _phrase(self, text: str, start: int, negated: bool, typed: bool) -> None:
        found = tuple(units(text, start))
        if found:
            typed = typed and found[-1].end == self._end
            self.phrases.append(Phrase(found, negated, typed))

    def _field(self, match: re.Match[str], negated: bool) -> None:
        name = match["field"]
        group = "value" if match["quoted"] is None else "quoted"
        value, typed = match[group], match.end() == self._end
        if name.lower() not in FIELDS:
            self._no_field(match, group, negated)
        elif value.strip():
            self._filter(name.lower(), value.strip(), match, negated, typed)
        else:
            message, hint = f"{name}: has no value", f"{name}:…"
            self.notes.append(QueryNote(match.start(), match.end(), message, hint, early=typed))

    def _filter(
        self, name: str, value: str, match: re.Match[str], negated: bool, typed: bool
    ) -> None:
        if name in HINTS:
            try:
                period(value, fiscal=name == "due")
            except PeriodError as error:
                early = typed and may_become(value, fiscal=name == "due")
                start, end = match.span()
                self.notes.append(QueryNote(start, end, str(error), HINTS[name], early))
                return
        start = match.start("field")
        self.filters.append(Filter(name, value, start, match.end(), negated, typed))

    def _no_field(self, match: re.Match[str], group: str, negated: bool) -> None:
        """Read a field that does not exist as words, and say so where one was probably meant."""
        name, value = match["field"], match[group]
        # What goes on with a slash is an address.
        told = bool(value.strip()) and not value.startswith("/")
        meant = nearest_field(name) if told else None
        if meant:
            message = f"there is no field {name!r}"
            self.notes.append(
                QueryNote(match.start("field"), match.end(), message, f"{meant}:{value}")
            )
        else:
            if told and _FIELD_LIKE.fullmatch(name):
                message, hint = f"there is no field {name!r}", f"there is {', '.join(FIELDS)}"
                self.notes.append(QueryNote(match.start("field"), match.end(), message, hint))
            self._word(name, match.start("field"), negated)
        if group == "quoted":
            self._phrase(value, match.start(group), negated, typed=False)
        else:
            self._word(value, match.start(group), negated)
