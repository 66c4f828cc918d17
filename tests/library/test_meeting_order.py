"""The order of meetings: by day, number, time of day in UTC, and id of the card."""

import sys
from datetime import date
from typing import Any

import pytest

from briefing.model.card import Meeting
from briefing.model.meeting_order import moment_of, place_in_day

DAY = date(2024, 6, 3)
OSLO, LONDON = {"timezone": "Europe/Oslo"}, {"timezone": "Europe/London"}
NEW_YORK, TOKYO = {"timezone": "America/New_York"}, {"timezone": "Asia/Tokyo"}


def moment(**keys: Any) -> int:
    return moment_of(Meeting("Talks", **{"date": DAY, **keys}))


@pytest.mark.parametrize(
    "in_time",
    [
        [{"time": "09:00"}, {"time": "12:00"}, {"time": "14:00"}],
        [{"time": "09:00", **OSLO}, {"time": "20:00", **OSLO}],
        [{"time": "09:00", **LONDON}, {"time": "09:00", **NEW_YORK}],
        [{"time": "10:00", **OSLO}, {"time": "09:30", **LONDON}],
        [{"time": "09:00", "timezone": "+09:30"}, {"time": "09:00", "timezone": "-03:30"}],
        [{"time": "00:00", **TOKYO}, {"time": "09:00", "timezone": "+14:59"}, {"time": "00:00"}],
        [{}, {"time": "00:00", "timezone": "+14:59"}],
        [{}, {**TOKYO, "time": "00:00"}],
        [{"sequence": 2}, {"sequence": 10}],
        [{"sequence": 2, "time": "20:00"}, {"sequence": 10, "time": "09:00"}],
        [{"sequence": 2, "time": "20:00"}, {"sequence": 3}],
        [{"sequence": 3, "time": "09:00"}, {"sequence": 3, "time": "20:00"}],
        [{"time": "20:00"}, {"sequence": 1, "time": "09:00"}],
        [{"sequence": 202_406_031}, {"sequence": 202_406_032}],
        [
            {"sequence": 999_999_999, "time": "23:59", "timezone": "-14:59"},
            {"date": date(2024, 6, 4), "time": "00:00", "timezone": "+14:59"},
        ],
        # London is an hour before UTC in summer.
        [{"time": "09:59", "timezone": "+01:00"}, {"time": "10:00", **LONDON}],
    ],
)
def test_meetings_are_in_order(in_time: list[dict[str, Any]]) -> None:
    moments = [moment(**keys) for keys in in_time]
    assert moments == sorted(set(moments))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"time": "09:00"}, {"time": "09:00", "timezone": "UTC"}),
        ({"time": "09:00"}, {"time": "09:00", "timezone": "Europe/Nowhere"}),
        ({"time": "09:00", **LONDON}, {"time": "10:00", **OSLO}),
        ({}, OSLO),
        ({"place": "Oslo"}, {"end": date(2024, 6, 5)}),
    ],
)
def test_the_ids_of_their_cards_order_others(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert moment(**one) == moment(**other)


def test_a_moment_fits_into_the_catalogue() -> None:
    last = moment(date=date.max, sequence=999_999_999, time="23:59", timezone="-14:59")
    assert place_in_day(Meeting("Talks", date.min, time="00:00", timezone="+14:59")) > 0
    assert last < 1 << 63


def test_cards_without_a_time_zone_load_no_database_of_zones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "zoneinfo", None)
    assert moment(time="09:00") == moment(time="09:00", timezone="UTC")
    assert moment(**OSLO) == moment()
    with pytest.raises(ImportError):
        moment(time="09:00", **OSLO)
