"""Entries as columns: a million of them in the memory that a hundred thousand objects would take.

Fields that repeat (cards, speakers, topics) are numbers into a table of their different values,
which is also what filters look through; fields that do not repeat are one long text with offsets.
"""

import datetime
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, compress
from typing import cast

from briefing.library.entries import Entry, EntryKind
from briefing.search.index.array_file import StoredArray, Stretches, Typecode
from briefing.search.index.checked_file import impossible

REPEATED = (
    "kind", "card", "section", "source", "speaker", "by", "topics", "series", "voice", "item_kind",
    "sides", "state", "title", "status", "due", "more_days", "in_day", "extra",
)  # fmt: skip
"""Fields kept as numbers into a table of values."""
SEPARATOR = "\n"
"""What is between the values of a field that may have several."""
SEVERAL = frozenset(("by", "topics", "sides"))
"""Such fields."""
_LONG = ("text", "item")
_MOST_KNOWN = 4096
"""How many values of a repeated field are kept as strings once they were asked for."""


def _parts(values: str) -> tuple[str, ...]:
    return tuple(values.split(SEPARATOR)) if values else ()


class Texts:
    """Many strings in one run of UTF-8."""

    def __init__(self, data: StoredArray, offsets: StoredArray) -> None:
        """Read strings.

        Args:
            data: The bytes of all strings, one after the other.
            offsets: Where each one starts, and where the last one ends.
        """
        self._sections = data, offsets
        self._data, self._offsets = data.stretches(), offsets.stretches()

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, index: int) -> str:
        return _text(self._data, self._offsets, index)

    def __iter__(self) -> Iterator[str]:
        data, offsets = (section.view() for section in self._sections)
        return (_text(data, offsets, index) for index in range(len(self)))


def _text(data: Stretches, offsets: Stretches, index: int) -> str:
    ends = offsets[index : index + 2] if index >= 0 else ()
    # A stretch that does not lie in the bytes would be cut short without an error.
    if len(ends) != 2 or not ends[0] <= ends[1] <= len(data):
        raise impossible()
    try:
        return str(data[ends[0] : ends[1]], "utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise impossible() from error


class TextsBuilder:
    """Collects the strings of a `Texts`."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._offsets = array("I", (0,))

    def extend(self, texts: Iterable[str]) -> None:
        """Add strings."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        ends = accumulate(map(len, encoded), initial=len(self._data))
        next(ends)
        self._data += b"".join(encoded)
        if len(self._data) >> 32 and self._offsets.typecode == "I":
            self._offsets = array("Q", self._offsets)
        self._offsets.extend(ends)

    def sections(self, name: str) -> dict[str, StoredArray]:
        """Return the two sections that hold the strings."""
        return {
            name: StoredArray("B", memoryview(self._data)),
            f"{name}.at": offsets_section(self._offsets),
        }


def offsets_section(offsets: "array[int]") -> StoredArray:
    """Return a section of offsets in the type they were collected in."""
    typecode: Typecode = "Q" if offsets.typecode == "Q" else "I"
    return StoredArray(typecode, memoryview(offsets).cast("B"))


class Records:
    """The entries of a segment, rebuilt when asked for."""

    def __init__(self, sections: Mapping[str, StoredArray]) -> None:
        """Read entries from the sections a `RecordsBuilder` made."""
        self.texts = _texts(sections, "text")
        self._items = _texts(sections, "item")
        self._columns = {name: sections[f"of.{name}"] for name in REPEATED}
        self._numbers = {name: self._columns[name].stretches() for name in REPEATED}
        self._values = {name: _texts(sections, f"in.{name}") for name in REPEATED}
        self._known: dict[str, dict[int, str]] = {name: {} for name in REPEATED}
        self._dates = sections["date"]
        self._days = self._dates.stretches()
        self._paragraph_of = sections["paragraph"]
        self._paragraphs = self._paragraph_of.stretches()

    def __len__(self) -> int:
        return len(self.texts)

    def __getitem__(self, doc: int) -> Entry:
        values = (self.value(name, doc) for name in REPEATED)
        (
            kind,
            card,
            section,
            source,
            speaker,
            by,
            topics,
            series,
            voice,
            item_kind,
            sides,
            state,
            title,
            status,
            due,
            more_days,
            in_day,
            extra,
        ) = values
        day = self._days[doc]
        return Entry(
            kind=cast(EntryKind, kind),
            text=self.texts[doc],
            card=card,
            item=self._items[doc],
            section=section,
            source=source,
            paragraph=self._paragraphs[doc] or None,
            speaker=speaker,
            by=_parts(by),
            topics=_parts(topics),
            series=series,
            date=_day(day) if day else None,
            voice=voice,
            item_kind=item_kind,
            state=state,
            sides=_parts(sides),
            title=title,
            status=status,
            due=due,
            more_days=more_days,
            in_day=in_day,
            extra=extra,
        )

    def __iter__(self) -> Iterator[Entry]:
        return (self[doc] for doc in range(len(self)))

    def value(self, name: str, doc: int) -> str:
        """Return one repeated field of one entry, without making the entry."""
        try:
            number = self._numbers[name][doc]
        except IndexError as error:
            raise impossible() from error
        known = self._known[name]
        found = known.get(number)
        if found is None:
            if len(known) >= _MOST_KNOWN:
                known.clear()
            found = known[number] = self._values[name][number]
        return found

    def item(self, doc: int) -> str:
        """Return the id of the item that an entry is or is in; empty where there is none."""
        return self._items[doc]

    def has(self, name: str) -> bool:
        """Whether a repeated field is not empty in every entry."""
        return any(self._values[name])

    def column(self, name: str) -> memoryview:
        """Return a repeated field of all entries, as numbers into `values`; not kept here."""
        return self._columns[name].view()

    def day(self, doc: int) -> int:
        """Return the day of an entry, as an ordinal; 0 for none."""
        return self._days[doc]

    @property
    def dates(self) -> memoryview:
        """The days of all entries, as ordinals; 0 for none. They are not kept here."""
        return self._dates.view()

    @property
    def paragraphs(self) -> memoryview:
        """The paragraphs of all entries, from 1; 0 for none. They are not kept here."""
        return self._paragraph_of.view()

    def values(self, name: str) -> Texts:
        """Return the different values of a repeated field."""
        return self._values[name]

    def used(self, name: str, alive: bytes | None = None) -> Iterator[str]:
        """Yield the different values of a repeated field, in no order.

        Args:
            name: The field.
            alive: 1 for each entry that counts; None where all do.
        """
        values = self._values[name]
        if alive is None:
            yield from values
        else:
            yield from map(values.__getitem__, set(compress(self.column(name), alive)))

    def years(self, alive: bytes | None = None) -> set[int]:
        """Return the different years of the entries that count.

        Args:
            alive: 1 for each of them; None where all do.
        """
        # A set of whole arrays first: a million entries have a few hundred days.
        days = set(self.dates if alive is None else compress(self.dates, alive)) - {0}
        return {_day(day).year for day in days}

    def place(self, doc: int) -> tuple[str, int]:
        """Return the source and the paragraph of an entry; 0 where it has none."""
        return self.value("source", doc), self._paragraphs[doc]


class RecordsBuilder:
    """Collects entries."""

    def __init__(self) -> None:
        self._long = {name: TextsBuilder() for name in _LONG}
        self._sorts: dict[tuple[str | tuple[str, ...], ...], int] = {}
        """The combinations of repeated fields; entries side by side have mostly the same."""
        self._sort_of = array("I")
        self._dates = array("I")
        self._paragraphs = array("I")

    def extend(self, entries: Sequence[Entry]) -> None:
        """Add entries, one at least; field by field takes half the time of one by one."""
        fields = dict(zip(Entry._fields, zip(*entries, strict=True), strict=False))
        for name in _LONG:
            self._long[name].extend(fields[name])
        self._dates.extend([date.toordinal() if date else 0 for date in fields["date"]])
        self._paragraphs.extend([paragraph or 0 for paragraph in fields["paragraph"]])
        sorts = self._sorts
        repeated = zip(*map(fields.__getitem__, REPEATED), strict=True)
        self._sort_of.extend([sorts.setdefault(sort, len(sorts)) for sort in repeated])

    def sections(self) -> dict[str, StoredArray]:
        """Return what `Records` reads."""
        made: dict[str, StoredArray] = {}
        for name in _LONG:
            made |= self._long[name].sections(name)
        for place, name in enumerate(REPEATED):
            made |= self._column(name, [sort[place] for sort in self._sorts])
        made["date"] = StoredArray("I", memoryview(self._dates).cast("B"))
        made["paragraph"] = StoredArray("I", memoryview(self._paragraphs).cast("B"))
        return made

    def _column(self, name: str, values: Sequence[str | tuple[str, ...]]) -> dict[str, StoredArray]:
        """Return a repeated field, given its value in each combination."""
        numbers: dict[str, int] = {}
        in_sort = [numbers.setdefault(_as_text(value), len(numbers)) for value in values]
        texts = TextsBuilder()
        texts.extend(numbers)
        # The smallest type that holds the numbers.
        typecode: Typecode = (
            "B" if len(numbers) <= 1 << 8 else "H" if len(numbers) <= 1 << 16 else "I"
        )
        # Many fields are empty in all entries.
        column = (
            array(typecode, map(in_sort.__getitem__, self._sort_of))
            if len(numbers) > 1
            else array(typecode, bytes(len(self._sort_of)))
        )
        return {
            **texts.sections(f"in.{name}"),
            f"of.{name}": StoredArray(typecode, memoryview(column).cast("B")),
        }


def _day(ordinal: int) -> datetime.date:
    try:
        return datetime.date.fromordinal(ordinal)
    except (ValueError, OverflowError) as error:
        raise impossible() from error


def _as_text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else SEPARATOR.join(value)


def _texts(sections: Mapping[str, StoredArray], name: str) -> Texts:
    return Texts(sections[name], sections[f"{name}.at"])
