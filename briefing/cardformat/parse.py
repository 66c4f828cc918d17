"""The YAML files of a library to values, one file by itself, with all its mistakes at once.

Whether the sources, speakers and topics that a card names exist is not decided here: the names
come back as references, and `briefing.library.library` looks them up.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Generic, NamedTuple, TypeVar
from zlib import crc32

from briefing.cardformat.composites import Row
from briefing.cardformat.declaration import CARD, SOURCES, SPEAKERS, TOPICS, VERSION
from briefing.cardformat.scalars import Form, slug
from briefing.cardformat.yaml import nodes
from briefing.cardformat.yaml.nodes import Log, Node, Reference, Scalar
from briefing.cardformat.yaml.parsing import parse
from briefing.errors import MOST_PROBLEMS, Problem
from briefing.model.card import (
    Card,
    Item,
    ItemType,
    Meeting,
    Omission,
    Participant,
    QuotedSpeaker,
    Related,
    Section,
    Speaker,
    Topic,
    Translation,
    Waiver,
)
from briefing.model.evidence import Evidence
from briefing.model.source import SourceRecord

T = TypeVar("T")

BOTTOM_LINE: Final = "bottom-line"
"""The id of every card's bottom line."""

MOST_KEY_ITEMS: Final = 7
"""How many items a brief that is read in three minutes may have, its bottom line apart."""

_WORDS_IN_ID: Final = 5
_OPENING: Final = 100
"""Code points of a text that hold as many words, in most cases."""
_SELECTOR: Final = ("source", "prefix", "suffix", "paragraph")
_TYPES: Final[tuple[ItemType, ...]] = ("quote", "point", "open")
_PLAIN: Final = (
    "series",
    "status",
    "superseded_by",
    "author",
    "reviewed_by",
    "reviewed",
    "note",
)
"""Keys of a card whose values need nothing done to them."""


class Parsed(NamedTuple, Generic[T]):
    """What came out of reading a file."""

    value: T | None
    """What the file says. A card with any mistake has none; of the other files, whatever could be
    read is here."""
    problems: tuple[Problem, ...]
    """The mistakes, in the order of the file."""
    references: tuple[Reference, ...] = ()
    """What has to exist elsewhere in the library."""
    more: int = 0
    """How many mistakes there are beyond these."""
    lost: bool = False
    """Whether something could not be read at all, so that names which others use may be missing."""


def read_card(text: str, file: str, card_id: str, limit: int = MOST_PROBLEMS) -> Parsed[Card]:
    """Read a card.

    Args:
        text: The YAML text.
        file: Path of the file, for the card and for the places of mistakes.
        card_id: Id of the card: the stem of the file's name.
        limit: How many mistakes to say; of the others only the number is told.
    """
    log = Log(file, limit)
    node = parse(text, log)
    row = None
    if node is not None and not _is_of_other_format(node, log):
        row = CARD.read(node, log)
    if row is None:
        return Parsed(None, log.in_order, more=log.more, lost=log.lost)
    sections: Iterable[Row] = row.values.get("sections", ())
    groups: list[tuple[Row, ...]] = [section.values.get("items", ()) for section in sections]
    if not log.lost:
        for group in groups:
            _check_continued(group, log)
    items = [item for group in groups for item in group]
    _check_ids(items, log)
    _check_key_items(items, log)
    if (meeting := row.values.get("meeting")) is not None:
        _check_days(meeting, log)
    card = None if log.problems else _CardBuilder(items).card(row, file, card_id)
    return Parsed(card, log.in_order, tuple(log.references), log.more, log.lost)


def read_sources(
    text: str, file: str, limit: int = MOST_PROBLEMS
) -> Parsed[dict[str, SourceRecord]]:
    """Read `sources.yaml`; a record without a readable `file` has an empty one."""
    return _read_index(SOURCES, text, file, _source, limit)


def read_speakers(text: str, file: str, limit: int = MOST_PROBLEMS) -> Parsed[dict[str, Speaker]]:
    """Read `speakers.yaml`; a speaker without a readable name is called by the id."""
    return _read_index(SPEAKERS, text, file, _speaker, limit)


def read_topics(text: str, file: str, limit: int = MOST_PROBLEMS) -> Parsed[dict[str, Topic]]:
    """Read `topics.yaml`; a topic without a readable label is called by the id."""
    return _read_index(TOPICS, text, file, _topic, limit)


def derived_id(text: str) -> str:
    """Return the id of an item whose card gives none: its first words and a checksum of it all."""
    words = slug(text[:_OPENING]).split("-")
    if len(words) <= _WORDS_IN_ID:  # the last word may be cut off
        words = slug(text).split("-")
    words = words[:_WORDS_IN_ID]
    return "-".join([*filter(None, words), f"{crc32(text.encode()) & 0xFFFFFF:06x}"])


def _is_of_other_format(node: Node, log: Log) -> bool:
    """Whether a card is of another format version, where going on would only mislead."""
    if not isinstance(node, nodes.Mapping):
        return False
    for key, value in node.pairs:
        if not isinstance(key, Scalar) or key.value != "format" or not isinstance(value, Scalar):
            continue
        if value.value.isdecimal() and value.value != VERSION:
            message = f"made for format {value.value}, which this version cannot read"
            hint = f"it reads format {VERSION}; is there a newer briefing?"
            log.error(log.place(value), "other-format", message, hint)
            return True
    return False


def _read_index(
    form: Form[dict[str, Row]],
    text: str,
    file: str,
    build: Callable[[str, Row], T],
    limit: int,
) -> Parsed[dict[str, T]]:
    log = Log(file, limit)
    node = parse(text, log, may_be_empty=True)
    rows = form.read(node, log) if node is not None else None
    values = {name: build(name, row) for name, row in (rows or {}).items()}
    return Parsed(values, log.in_order, tuple(log.references), log.more, log.lost)


def _source(name: str, row: Row) -> SourceRecord:
    values = {"file": "", **row.values}
    return SourceRecord(id=name, place=row.place, **values)


def _speaker(name: str, row: Row) -> Speaker:
    return Speaker(id=name, **{"name": name, **row.values})


def _topic(name: str, row: Row) -> Topic:
    return Topic(id=name, **{"label": name, **row.values})


def _check_continued(items: Sequence[Row], log: Log) -> None:
    """Note the quotes of a section that claim to go on from something they cannot go on from."""
    for index, item in enumerate(items):
        before = items[index - 1] if index else None
        if item.values.get("continues") and not _goes_on(before, item):
            message = "continues no quote of the same speaker and source"
            hint = "put it right after the first part, or remove 'continues'"
            log.error(item.place_of("continues"), "continues-nothing", message, hint)


def _goes_on(before: Row | None, item: Row) -> bool:
    if before is None or "quote" not in before.nodes:
        return False
    keys = ("speaker", "source")
    return all(before.values.get(key) == item.values.get(key) for key in keys)


def _check_ids(items: Iterable[Row], log: Log) -> None:
    """Note ids that are given by hand and not unique within the card."""
    taken = {BOTTOM_LINE: "the bottom line"}
    for item in items:
        name = item.values.get("id")
        if name in taken:
            message = f"the id '{name}' is taken by {taken[name]}"
            log.error(
                item.place_of("id"), "duplicate-id", message, "choose another, or leave it out"
            )
        elif name is not None:
            taken[name] = f"the item on line {item.place.line}"


def _check_key_items(items: Iterable[Row], log: Log) -> None:
    """Note the items that are one too many for a brief."""
    for item in [item for item in items if item.values.get("key")][MOST_KEY_ITEMS:]:
        message = f"a brief has {MOST_KEY_ITEMS} key items at most"
        hint = "remove 'key: true' here or at another item"
        log.error(item.place_of("key"), "too-many-key-items", message, hint)


def _check_days(meeting: Row, log: Log) -> None:
    """Note a meeting that ends before it begins."""
    first, last = meeting.values.get("date"), meeting.values.get("end")
    if first is not None and last is not None and last <= first:
        hint = "'date' is the first day and 'end' the last; of one day leave 'end' out"
        message = f"the meeting would end on its first day, {first}, or before"
        log.error(meeting.place_of("end"), "bad-date", message, hint)


class _CardBuilder:
    """Puts a card together from rows that were read without a mistake."""

    def __init__(self, items: Iterable[Row]) -> None:
        given = (item.values.get("id", "") for item in items)
        self._taken = {BOTTOM_LINE, *given}

    def card(self, row: Row, file: str, card_id: str) -> Card:
        values = row.values
        return Card(
            id=card_id,
            file=file,
            title=values["title"],
            meeting=Meeting(**values["meeting"].values),
            bottom_line=self._bottom_line(values["bottom_line"]),
            sections=tuple(self._section(section) for section in values["sections"]),
            participants=tuple(Participant(**p.values) for p in values.get("participants", ())),
            quoted=tuple(QuotedSpeaker(**q.values) for q in values.get("quoted", ())),
            related=tuple(Related(**r.values) for r in values.get("related", ())),
            omitted=tuple(Omission(place=o.place, **o.values) for o in values.get("omitted", ())),
            accept=_waivers(values.get("accept", ())),
            **{key: values[key] for key in _PLAIN if key in values},
        )

    def _bottom_line(self, row: Row) -> Item:
        return Item(BOTTOM_LINE, "bottom_line", place=row.place, **_of_item(row))

    def _section(self, row: Row) -> Section:
        title = row.values["title"]
        return Section(title, tuple(self._item(item, title) for item in row.values["items"]))

    def _item(self, row: Row, section: str) -> Item:
        values = _of_item(row)
        type_ = next(name for name in _TYPES if name in values)
        text = values.pop(type_)
        if type_ == "quote":
            words: dict[str, Any] = {key: values.pop(key) for key in _SELECTOR if key in values}
            quote = Row(row.place_of("quote"), {"exact": text, **words}, {})
            values["evidence"] = _evidence([quote])
        name = values.pop("id", "") or self._derive_id(text)
        return Item(name, type_, text, section, place=row.place, **values)

    def _derive_id(self, text: str) -> str:
        name = wanted = derived_id(text)
        count = 1
        while name in self._taken:
            count += 1
            name = f"{wanted}-{count}"
        self._taken.add(name)
        return name


def _of_item(row: Row) -> dict[str, Any]:
    """Return what an item's row says, records of it as values of the model."""
    values = dict(row.values)
    if "evidence" in values:
        values["evidence"] = _evidence(values["evidence"])
    if "accept" in values:
        values["accept"] = _waivers(values["accept"])
    if "translation" in values:
        values["translation"] = Translation(**values["translation"].values)
    return values


def _waivers(rows: Iterable[Row]) -> tuple[Waiver, ...]:
    return tuple(Waiver(place=row.place, **row.values) for row in rows)


def _evidence(rows: Iterable[Row]) -> tuple[Evidence, ...]:
    return tuple(Evidence(place=row.place, **row.values) for row in rows)
