"""The query language: words, "phrases", -not and fields, each with its place in what was typed.

Anything may be typed. What cannot be meant (a month 13, a field that does not exist) becomes a note
about its place, and the rest of the query goes on without it.
"""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from briefing.search.chunks import ACROSS
from briefing.search.results import QueryNote
from briefing.search.words import Unit, characters, units

FIELDS = (
    "speaker", "topic", "meeting", "series", "date", "kind", "voice", "source", "side",
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
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_DATE_HINT = "a date is 2022, 2022-01 or 2022-01-31; a range is 2022..2023, ..2023 or 2022.."
_MOST_WAYS = 16
"""In how many ways a phrase is looked for at most."""
_TYPED_ON = (
    *"0123456789", *("12", "28", "29", "30", "31", "01", "99", "001", "999", "2001", "9999"),
    *("-1", "-01", ".", ".9999"),
)  # fmt: skip
"""What may follow the beginning of a date; if none of these makes one of it, nothing does."""
_FIELD_LIKE = re.compile(r"[a-z]{2,}")
_LAST_DAY = date.max.toordinal()


class Word(NamedTuple):
    """A word to be found, or with `negated` not to be."""

    unit: Unit
    negated: bool = False
    typed: bool = False
    """Whether it is still being typed, so that it may be the beginning of a word."""


class Phrase(NamedTuple):
    """Words that have to stand side by side."""

    units: tuple[Unit, ...]
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


def _ways(unit: Unit, after_pair: bool) -> list[tuple[str, ...]]:
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
    words: tuple[Word, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    filters: tuple[Filter, ...] = ()
    notes: tuple[QueryNote, ...] = ()

    @property
    def excludes(self) -> bool:
        """Whether some word or phrase may not stand in what is found."""
        words = any(word.negated for word in self.words)
        return words or any(phrase.negated for phrase in self.phrases)


class DateError(ValueError):
    """What was typed is no date and no range of dates."""


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


def days(value: str) -> tuple[int, int]:
    """Read a date or a range of dates.

    Args:
        value: Such as `2022`, `2022-01`, `2022-01-07`, `2022..2023-06`, `..2023`, `2022..`.

    Returns:
        The first and the last day, as `date.toordinal` numbers them.

    Raises:
        DateError: It is neither; the message says why.
    """
    first, dots, last = value.partition("..")
    last = last.lstrip(".")
    if not dots:
        return _period(first)
    if not first and not last:
        raise DateError("a range needs a date on one side of '..'")
    low = _period(first)[0] if first else 1
    high = _period(last)[1] if last else _LAST_DAY
    if low > high:
        raise DateError(f"{first} is later than {last}")
    return low, high


def _period(text: str) -> tuple[int, int]:
    match = _DATE.fullmatch(text)
    if not match:
        raise DateError(f"{text!r} is no date")
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year:
        raise DateError("there is no year 0")
    if month is None:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if not 1 <= month <= 12:
        raise DateError(f"there is no month {month}")
    length = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1).toordinal(), date(year, month, length).toordinal()
    if not 1 <= day <= length:
        raise DateError(f"{year}-{month:02} has no day {day}")
    ordinal = date(year, month, day).toordinal()
    return ordinal, ordinal


def _may_become_a_date(value: str) -> bool:
    """Whether a value that is still being typed can become a date or a range by typing on."""
    for more in _TYPED_ON:
        try:
            days(value + more)
        except DateError:
            continue
        return True
    return False


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
        self.words: list[Word] = []
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
            self.words.append(Word(unit, negated, typed=unit.end == self._end))

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
        if name == "date":
            try:
                days(value)
            except DateError as error:
                early = typed and _may_become_a_date(value)
                start, end = match.span()
                self.notes.append(QueryNote(start, end, str(error), _DATE_HINT, early))
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
