"""The order of meetings: the one that lists, views over time and comparisons are in.

Meetings are ordered by their day where they were held; of one day by `sequence`, those without one
first; then by the time of day, each counted from that day's midnight in UTC, those without a time
first and a time without a zone as it stands; and by the ids of their cards where nothing else tells
them apart. The newest first is the same order backwards.
"""

import datetime
from typing import Final

from briefing.model.card import Card, Meeting

_MINUTES: Final = 5000
"""More than there are places of a time within a day."""
_SEQUENCES: Final = 500_000_000
"""Larger numbers count as one less than this, so that any moment fits into 64 bits with a sign."""
MOMENTS_A_DAY: Final = _SEQUENCES * _MINUTES
"""A meeting's moment is its day's ordinal times this, plus its place on that day."""
_MIDNIGHT: Final = 24 * 60
"""The place of 00:00 UTC of the day itself: a zone may lie a day before it at most."""


def oldest_first(card: Card) -> tuple[int, str]:
    """Return the key that puts cards in the order of their meetings; reversed, the newest first."""
    return moment_of(card.meeting), card.id


def moment_of(meeting: Meeting) -> int:
    """Return a number, 1 at least, that orders meetings; those it leaves equal go by card id."""
    return meeting.date.toordinal() * MOMENTS_A_DAY + place_in_day(meeting)


def place_in_day(meeting: Meeting) -> int:
    """Return a number that orders the meetings of one day: 0 where the card has nothing to tell."""
    minutes = _minutes(meeting) if meeting.time else 0
    return min(meeting.sequence, _SEQUENCES - 1) * _MINUTES + minutes


def _minutes(meeting: Meeting) -> int:
    hour, _, minute = meeting.time.partition(":")
    local = int(hour) * 60 + int(minute)
    return _MIDNIGHT + local - (_offset(meeting, local) if meeting.timezone else 0)


def _offset(meeting: Meeting, local: int) -> int:
    """Return by how many minutes a meeting's zone is before UTC; 0 for a zone nobody knows."""
    zone = meeting.timezone
    if zone[0] in "+-":
        hours, _, minutes = zone[1:].partition(":")
        offset = int(hours) * 60 + int(minutes)
        return offset if zone[0] == "+" else -offset
    if zone == "UTC":
        return 0
    from zoneinfo import ZoneInfo  # few cards name a time zone

    try:
        day = datetime.datetime.combine(meeting.date, datetime.time(*divmod(local, 60)))
        offset_of_zone = ZoneInfo(zone).utcoffset(day)
    except (KeyError, ValueError, OSError, OverflowError):
        return 0
    return int(offset_of_zone.total_seconds() // 60) if offset_of_zone else 0
