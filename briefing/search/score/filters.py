"""Fields of a query as masks over the entries.

A value means a speaker, topic or source by its id, its name, an alias, or the beginning of their
words; if nothing fits, by the same with slips, which is then said.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.search.index.checked_file import impossible
from briefing.search.index.kernel import Kernel
from briefing.search.index.records import SEPARATOR, SEVERAL, Records
from briefing.search.index.segment import Segment
from briefing.search.language.case_folding import fold
from briefing.search.language.date_ranges import HINTS, period
from briefing.search.language.query import Filter
from briefing.search.language.slip_budget import budget
from briefing.search.language.words import asked_words, is_number, words_in_order
from briefing.search.results import QueryNote
from briefing.search.score.documented import ENTRY_KINDS, RESERVED, closed_values
from briefing.search.score.masks import all_of, any_of
from briefing.text.suggest import one_of

_COLUMNS = {
    "speaker": ("speaker", "by"),
    "topic": ("topics",),
    "meeting": ("card",),
    "series": ("series",),
    "kind": ("kind", "item_kind"),
    "voice": ("voice",),
    "source": ("source",),
    "side": ("sides",),
    "status": ("status",),
}
_NAMED_BY = {"speaker": "speaker", "topic": "topic", "meeting": "meeting"}
"""Fields whose values have names, in entries of this kind."""
_NAMED = 4
"""How many values of a field are named where the one asked for is not among them."""
_INVERT = bytes((1, 0)) + bytes(254)


class FieldValue(NamedTuple):
    """A value of a field, and what it may be called."""

    id: str
    label: str
    """What to call it on screen."""
    called: tuple[str, ...]
    """Folded id, name and aliases."""
    text: str
    """The words of all of these, with a blank before and after each: a library may have ten
    thousand meetings, and a key typed looks for words and their beginnings in all of them."""

    @property
    def words(self) -> frozenset[str]:
        """The different words of all it may be called."""
        return frozenset(self.text.split())

    def has_words(self, begun: Iterable[str]) -> bool:
        """Whether each of these is the beginning of one of its words."""
        text = self.text
        return all(f" {start}" in text for start in begun)


class Filters:
    """Makes and remembers masks."""

    def __init__(
        self, segments: Sequence[Segment], kernel: Kernel, alive: Sequence[bytes | None]
    ) -> None:
        """Filter the entries of segments.

        Args:
            segments: The parts of the index.
            kernel: What loops over entries.
            alive: For each segment 1 for each entry that counts; None where all of them do.
        """
        self._segments = segments
        self._alive = alive
        self._kernel = kernel
        self.names = lru_cache(maxsize=None)(self._names)
        self.meant = lru_cache(maxsize=256)(self._meant)
        self._mask = lru_cache(maxsize=64)(self._mask_of)

    def masks(self, filters: Sequence[Filter]) -> list[bytearray] | None:
        """Return a mask for each segment, or None without filters.

        Several values of one field are alternatives; different fields must all hold.
        """
        if not filters:
            return None
        groups = alternatives(filters)
        return [
            all_of(self._field_mask(number, group) for group in groups)
            for number in range(len(self._segments))
        ]

    def notes(self, filters: Iterable[Filter]) -> list[QueryNote]:
        """Return what to say about values that nothing has, are unknown or were read with slips."""
        found: list[QueryNote] = []
        for one in filters:
            if one.field in HINTS:
                continue
            values, corrected = self.meant(one.field, one.value)
            if not values:
                hint = self._examples(one.field)
                message = f"no {one.field} is called {one.value!r}"
                found.append(QueryNote(one.start, one.end, message, hint, early=one.typed))
            elif values[0] not in self.names(one.field):
                found.append(self._unheld(one, values, corrected))
            elif corrected:
                labels = ", ".join(sorted(value.label for value in values))
                message = f"{one.field}:{one.value} is read as {labels}"
                found.append(QueryNote(one.start, one.end, message, f"{one.field}:{values[0].id}"))
        return found

    def _unheld(self, one: Filter, values: Sequence[FieldValue], corrected: bool) -> QueryNote:
        """Say that nothing has a value which the format knows."""
        message = f"nothing here has the {one.field} {one_of([value.id for value in values])}"
        held = [] if one.field in RESERVED else [name.id for name in self.names(one.field)]
        hint = f"what is here: {_some(held)}" if held else ""
        if corrected:
            hint = f"{one.field}:{values[0].id}"
        begun = one.typed and not corrected and fold(one.value) != values[0].called[0]
        return QueryNote(one.start, one.end, message, hint, early=begun)

    def _field_mask(self, number: int, group: Sequence[Filter]) -> bytes:
        mask = any_of(self._mask(number, one.field, one.value) for one in group)
        return mask.translate(_INVERT) if group[0].negated else mask

    def _mask_of(self, number: int, field: str, value: str) -> bytes:
        records = self._segments[number].records
        if field == "date":
            return any_of(self._days(records, *period(value).days))
        if field == "due":
            asked = period(value, fiscal=True)
            fits = bytes(map(asked.fits, records.values("due")))
            return bytes(self._table(records, "due", fits))
        ids = {meant.id for meant in self.meant(field, value)[0]}
        masks = []
        for name in _COLUMNS[field]:
            chosen = (not ids.isdisjoint(_split(v, name)) for v in records.values(name))
            masks.append(bytes(self._table(records, name, bytes(chosen))))
        return any_of(masks)

    def _days(self, records: Records, first: datetime.date, last: datetime.date) -> Iterator[bytes]:
        """Yield masks of the entries of which a day is between two, by how long they go on."""
        lengths = records.values("more_days")
        for number, more in enumerate(lengths):
            # A day of 0 is none, and before all others.
            earliest = max(1, first.toordinal() - int(more or 0))
            mask = bytes(self._kernel.mask(records.dates, earliest, last.toordinal()))
            chosen = bytes(each == number for each in range(len(lengths)))
            yield bytes(all_of((mask, bytes(self._table(records, "more_days", chosen)))))

    def _table(self, records: Records, name: str, chosen: bytes) -> bytearray:
        """Return 1 for each entry whose value of a column is chosen."""
        try:
            return self._kernel.table(records.column(name), chosen)
        except (IndexError, ValueError) as error:
            raise impossible() from error

    def _meant(self, field: str, value: str) -> tuple[tuple[FieldValue, ...], bool]:
        """Return the values of a field that were meant, and whether slips had to be corrected.

        A value that nothing has is meant where none that something has fits as well.
        """
        folded = " ".join(words_in_order(value)) or fold(value)
        parts = asked_words(value) or folded.split()
        for fits in (_same, _id_begun, _same_words, _begun):
            for names in (self.names(field), _documented(field, whole=fits is _same)):
                if found := tuple(name for name in names if fits(name, folded, parts)):
                    return found, False
        for names in (self.names(field), _documented(field)):
            if found := tuple(name for name in names if _with_slips(name, parts)):
                return found, True
        return (), True

    def _names(self, field: str) -> tuple[FieldValue, ...]:
        """Return the different values of a field with what they are called, sorted by id.

        Kinds of entry come before those of statements, in the order they are documented in.
        """
        ids: set[str] = set()
        for segment, alive in zip(self._segments, self._alive, strict=True):
            for column in _COLUMNS[field]:
                for value in segment.records.used(column, alive):
                    ids.update(_split(value, column))
        ids.discard("")
        ranks = {kind: rank for rank, kind in enumerate(ENTRY_KINDS if field == "kind" else ())}
        ordered = sorted(ids, key=lambda id_: (ranks.get(id_, len(ranks)), id_))
        called: dict[str, list[str]] = {id_: [id_] for id_ in ordered}
        for id_, names in self._called(field):
            called.setdefault(id_, [id_]).extend(names)
        return tuple(_names_of(id_, names) for id_, names in called.items())

    def _called(self, field: str) -> Iterable[tuple[str, list[str]]]:
        """Yield ids with the name and aliases their own entries give them."""
        kind = _NAMED_BY.get(field)
        for segment, alive in zip(self._segments, self._alive, strict=True) if kind else ():
            records = segment.records
            chosen = bytes(value == kind for value in records.values("kind"))
            mask = self._table(records, "kind", chosen)
            mask = all_of((bytes(mask), alive)) if alive else mask
            doc = mask.find(1)
            while doc >= 0:
                id_ = records.value(_COLUMNS[field][0], doc).split(SEPARATOR)[0]
                aliases = [] if field == "meeting" else records.value("extra", doc).split("\n")
                yield id_, [records.texts[doc], *aliases]
                doc = mask.find(1, doc + 1)

    def _examples(self, field: str) -> str:
        held = [name.id for name in self.names(field)]
        ids = [*dict.fromkeys((*closed_values(field), *held))]
        return f"there is {_some(ids)}" if ids else f"nothing here has a {field}"


def _documented(field: str, whole: bool = False) -> Iterator[FieldValue]:
    """Yield the values that the format names; ids that it reserves only where all is typed."""
    for id_ in (*closed_values(field), *(RESERVED.get(field, ()) if whole else ())):
        yield _names_of(id_, [id_])


def _some(ids: Sequence[str]) -> str:
    """Name some values, and say how many more there are; one more is named itself."""
    more = len(ids) - _NAMED
    if more <= 1:
        return ", ".join(ids)
    return f"{', '.join(ids[:_NAMED])} and {more:,} more"


def alternatives(filters: Iterable[Filter]) -> list[list[Filter]]:
    """Return filters in groups of one field: one of a group has to hold, or none where negated."""
    groups: dict[str, list[Filter]] = {}
    for one in filters:
        groups.setdefault("-" * one.negated + one.field, []).append(one)
    return [*groups.values()]


def _split(value: str, column: str) -> Sequence[str]:
    return value.split(SEPARATOR) if column in SEVERAL else (value,)


def _names_of(id_: str, names: list[str]) -> FieldValue:
    called = tuple(" ".join(words_in_order(name)) for name in names)
    label = names[1] if len(names) > 1 else id_
    return FieldValue(id_, label, (fold(id_), *called), f" {' '.join(called)} ")


def _same(name: FieldValue, folded: str, parts: list[str]) -> bool:
    return folded in name.called


def _id_begun(name: FieldValue, folded: str, parts: list[str]) -> bool:
    # `2023-01` is a beginning, and not what has a 01 anywhere.
    return len(parts) > 1 and name.called[0].startswith("-".join(parts))


def _same_words(name: FieldValue, folded: str, parts: list[str]) -> bool:
    return bool(parts) and all(f" {part} " in name.text for part in parts)


def _begun(name: FieldValue, folded: str, parts: list[str]) -> bool:
    return bool(parts) and name.has_words(parts)


def _with_slips(name: FieldValue, parts: list[str]) -> bool:
    from rapidfuzz.distance import OSA

    def close(part: str, word: str) -> bool:
        slips = 0 if is_number(part) else budget(part)
        return OSA.distance(part, word, score_cutoff=slips) <= slips

    words = name.words
    return bool(parts) and all(any(close(part, word) for word in words) for part in parts)
