"""Rules about when meetings were and how cards hang together: file names, series, successors."""

import os
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from briefing.check.findings import note, place_of_value, warning
from briefing.errors import Place, Problem
from briefing.library.library import Library
from briefing.library.locations import MEETINGS
from briefing.model.card import Card
from briefing.model.core import GONE, PartialDate
from briefing.text.cleaning import clean
from briefing.text.suggest import nearest

_DATE = re.compile(r"(?<![0-9a-z])((?:19|20)\d\d)(?:-?(\d\d)(?:-?(\d\d))?)?(?![0-9a-z])")
_FIRST_OR_ALONE = "well for its first card; where it has others, write the same word in all of them"


def wrong_date_in_name(card: Card, library: Library) -> Iterator[Problem]:
    """Find a file named after another day than the meeting's."""
    named = _date_in(card.id)
    held = card.meeting
    if named is not None and not (
        named.first <= (held.end or held.date) and held.date <= named.last
    ):
        yield warning(
            "wrong-date-in-name",
            place_of_value(library.root, card.file, "meeting", "date"),
            f"the file is named after {named}, and the meeting was on {held.date}",
            "correct the date, or rename the file; its name is the card's id",
        )


def _date_in(card_id: str) -> PartialDate | None:
    """Return the day in a card's name, or the year or month that it begins with."""
    for match in _DATE.finditer(card_id):
        year, month, day = (int(part or 0) for part in match.groups())
        try:
            date(year, month or 1, day or 1)
        except ValueError:
            continue
        # A year further on may be what the talks were about: vision-2030.
        if day or not match.start():
            return PartialDate(year, month, day)
    return None


def unknown_time_zone(card: Card, library: Library) -> Iterator[Problem]:
    """Find a time zone that the system's time zone database does not have, where it has one."""
    name = card.meeting.timezone
    if "/" in name and _is_zone("Etc/UTC") and not _is_zone(name):
        yield warning(
            "unknown-time-zone",
            place_of_value(library.root, card.file, "meeting", "timezone"),
            f"there is no time zone '{name}'",
            "write it as the IANA database has it, such as Asia/Tokyo, or as +09:00",
        )


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo  # few cards name a time zone

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def replaced_card(card: Card, library: Library) -> Iterator[Problem]:
    """Find a card whose status and whose successor do not agree, and one that names itself."""
    if card.superseded_by and card.status not in GONE:
        yield warning(
            "status-and-successor",
            place_of_value(library.root, card.file, "superseded_by"),
            f"'superseded_by' names {card.superseded_by}, but the status is '{card.status}'",
            "write 'status: superseded', or remove 'superseded_by'",
        )
    if card.status == "superseded" and not card.superseded_by:
        yield warning(
            "status-and-successor",
            place_of_value(library.root, card.file, "status"),
            "the card is superseded, and does not say by which card",
            "name that card in 'superseded_by', or write 'status: retracted' if there is none",
        )
    named: dict[tuple[str | int, ...], str] = {("superseded_by",): card.superseded_by}
    named |= {("related", n, "card"): each.card for n, each in enumerate(card.related)}
    for path in [path for path, name in named.items() if name == card.id]:
        place = place_of_value(library.root, card.file, *path)
        yield warning("own-card", place, "the card names itself as another", "name the other card")
    if card.superseded_by != card.id and _comes_round(card, library):
        place = place_of_value(library.root, card.file, "superseded_by")
        message = f"{card.superseded_by} is superseded by this card in its turn"
        yield warning("own-card", place, message, "leave the last of them without a successor")


def _comes_round(card: Card, library: Library) -> bool:
    """Whether the cards that supersede a card lead back to it."""
    name, seen = card.superseded_by, set[str]()
    while name not in seen and (other := library.as_written(name)) is not None:
        seen.add(name)
        name = other.superseded_by
        if name == card.id:
            return True
    return False


def series_of_one(library: Library) -> Iterator[Problem]:
    """Find series that one card alone has: a slip where another is spelled alike, else a note.

    In a library of one card it says nothing.
    """
    if len(library.cards()) < 2:
        return
    cards = [card for card in library.cards() if card.series]
    counts = Counter(card.series for card in cards)
    for card in cards:
        if counts[card.series] > 1:
            continue
        place = place_of_value(library.root, card.file, "series")
        message = f"no other card is of the series {card.series}"
        others = [series for series in counts if series != card.series]
        if meant := nearest(card.series, others):
            yield warning("series-of-one", place, message, f"did you mean '{meant}'?")
        else:
            yield note("series-of-one", place, message, _FIRST_OR_ALONE)


def card_in_subfolder(library: Library) -> Iterator[Problem]:
    """Find YAML files in folders inside the folder of cards, which are not read."""
    top = library.root / MEETINGS
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = os.path.relpath(folder, top)
        for name in sorted(names) if inside != "." else ():
            if name.lower().endswith((".yaml", ".yml")) and not name.startswith("."):
                yield warning(
                    "card-in-subfolder",
                    Place(clean(f"{MEETINGS}/{inside}/{name}")),
                    "cards are read from one folder, and this file is in a folder inside it",
                    f"move it to {MEETINGS}/",
                )
