"""What a card puts into the tables: its items, and who and what they are about."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from briefing.catalogue.db.rows import ANY_MANNER, TOOK_PART
from briefing.library.cards.main_passage import main_piece
from briefing.model.card import Card, Item
from briefing.model.core import GONE, NOBODY, Manner
from briefing.model.meeting_order import moment_of
from briefing.search.language.date_ranges import days_of_due

Row = tuple[object, ...]

_MANNERS = {
    "spoken": Manner.OWN,
    "document": Manner.OWN,
    "joint statement": Manner.JOINT,
    "spokesperson": Manner.REPORTED,
    "reported": Manner.REPORTED,
}


def standing_moment(card: Card, held: int) -> int:
    """Return the moment that is asked for over time, given the one at which a meeting was held.

    It is 0 for a card that another has replaced or that was withdrawn: what meetings said over time
    is asked of the others.
    """
    return 0 if card.status in GONE else held


def rows_of_card(card: Card) -> Mapping[str, Sequence[Row]]:
    """Return the rows of a card by table, that of its meeting apart."""
    moment = standing_moment(card, moment_of(card.meeting))
    over_time = _rows_over_time(card, moment) if moment else {}
    return {
        "item": [_item_row(card, number, moment, item) for number, item in enumerate(card.items)],
        "attendance": list(_attendance_rows(card, moment)),
        "evidence": list(_evidence_rows(card)),
        "omission": sorted(
            {(left.source, n, card.id) for left in card.omitted for n in left.paragraphs}
        ),
        "depends": [(name, card.id) for name in sorted(set(_records_of(card)))],
        **over_time,
    }


def _rows_over_time(card: Card, moment: int) -> Mapping[str, Sequence[Row]]:
    """Return what topics and speakers of a card are counted by, and found through."""
    topics = [
        (topic, moment, card.id, number)
        for number, item in enumerate(card.items)
        for topic in dict.fromkeys(item.topics)
    ]
    speakers = [
        (speaker, moment, card.id, number, manner_of(item).value)
        for number, item in enumerate(card.items)
        for speaker in dict.fromkeys(item.speakers)
        if speaker != NOBODY
    ]
    by_topic = Counter(topic for topic, *_ in topics)
    by_manner = Counter((speaker, manner) for speaker, *_, manner in speakers)
    by_manner.update((speaker, ANY_MANNER) for speaker, *_ in speakers)
    by_manner.update((each.speaker, TOOK_PART) for each in card.participants)
    return {
        "item_topic": topics,
        "item_speaker": speakers,
        "card_topic": [(card.id, topic, count) for topic, count in by_topic.items()],
        "card_speaker": [
            (card.id, speaker, manner, count) for (speaker, manner), count in by_manner.items()
        ],
    }


def manner_of(item: Item) -> Manner:
    """Return how the words of an item are those of whoever says or undertakes it."""
    if item.voice is not None:
        return _MANNERS[item.voice]
    if not item.quoted:
        return Manner.TOLD
    return Manner.IN_POINT if len(item.by) == 1 else Manner.JOINT


def _item_row(card: Card, number: int, moment: int, item: Item) -> Row:
    # To choose takes time, and of one there is nothing to choose.
    first = main_piece(item) if len(item.evidence) > 1 else 0
    piece = item.evidence[first] if item.evidence else None
    place = piece.passage.parts[0] if piece is not None and piece.passage.parts else (0, ())
    days = days_of_due(item.due) if item.due else None
    return (
        card.id, number, item.id, item.type, item.section, item.text, item.speaker,
        item.voice or "", item.kind or "", item.due, item.state.value if item.state else "",
        piece.source if piece else "", place[0], _spans(place[1]),
        " ".join(dict.fromkeys(item.speakers)), " ".join(dict.fromkeys(item.topics)), moment,
        days.first.toordinal() if days else 0, days.last.toordinal() if days else 0,
        item.follows.card if item.follows else "", item.follows.item if item.follows else "",
    )  # fmt: skip


def _attendance_rows(card: Card, moment: int) -> Iterator[Row]:
    people = [(each.speaker, "participant", each.role, each.side) for each in card.participants]
    people += [(each.speaker, "quoted", each.role, "") for each in card.quoted]
    for number, (speaker, part, role, side) in enumerate(people):
        yield card.id, number, speaker, part, role, side, moment


def _evidence_rows(card: Card) -> Iterator[Row]:
    for position, item in enumerate(card.items):
        for number, evidence in enumerate(item.evidence):
            passage = evidence.passage
            for paragraph, found in passage.parts:
                yield (
                    evidence.source, paragraph, card.id, position, number,
                    _spans(found), passage.state.value, float(passage.score),
                )  # fmt: skip


def _spans(found: Sequence[tuple[int, int]]) -> str:
    return " ".join(f"{start}-{end}" for start, end in found)


def _records_of(card: Card) -> Iterator[str]:
    """Yield the names of the index records whose change would change what is kept of a card."""
    for person in card.participants:
        yield f"speaker:{person.speaker}"
    yield from (f"source:{omission.source}" for omission in card.omitted)
    for item in card.items:
        if item.speaker:
            yield f"speaker:{item.speaker}"
        yield from (f"topic:{topic}" for topic in item.topics)
        yield from (f"source:{evidence.source}" for evidence in item.evidence)
