"""Meetings, what is due and what the sources date, on one line."""

from datetime import date

from briefing.analysis.timeline import grouped, timeline
from briefing.catalogue.catalogue import Catalogue


def test_one_series_with_its_dates_and_those_of_its_sources(made: Catalogue) -> None:
    line = timeline(made, series="fishery")

    assert [(e.kind, e.first.isoformat(), e.when) for e in line.entries] == [
        ("event", "2017-01-01", "in 2017"),
        ("meeting", "2018-06-11", "2018-06-11"),
        ("meeting", "2019-06-10", "2019-06-10"),
        ("meeting", "2020-06-08", "2020-06-08"),
        ("meeting", "2021-06-14", "2021-06-14"),
        ("due", "2022-01-01", "2022"),
        ("meeting", "2022-06-13", "2022-06-13"),
        ("meeting", "2023-06-12", "2023-06-12"),
    ]


def test_a_stretch_of_time_holds_what_begins_in_it(made: Catalogue) -> None:
    line = timeline(made, first=date(2024, 1, 1), last=date(2026, 12, 31))

    assert [(e.kind, e.when, e.last.isoformat()) for e in line.entries] == [
        ("due", "2024", "2024-12-31"),
        ("due", "2024-05-01", "2024-05-01"),
        ("due", "FY2026", "2027-03-31"),
    ]


def test_a_sentence_is_not_told_again_where_an_item_rests_on_it(made: Catalogue) -> None:
    events = [e for e in timeline(made, kinds=("due", "event")).entries if e.kind == "event"]

    assert [(e.event.words, e.source) for e in events if e.event] == [
        ("in 2017", "report-2018-06-11-fishery"),
        ("in February 2019", "report-2019-03-04-harbour"),
        ("in 2021", "report-2020-01-06-harbour"),
    ]
    alone = timeline(made, kinds=("event",), series="fishery").entries
    assert [(e.when, e.paragraph) for e in alone] == [("in 2017", 2), ("in 2022", 2)]


def test_only_the_kinds_that_are_asked_for(made: Catalogue) -> None:
    assert len(timeline(made, kinds=("meeting",)).entries) == 20
    assert len(timeline(made, kinds=("meeting",), series="").entries) == 2


def test_zooming_groups_what_begins_in_one_year_or_month(made: Catalogue) -> None:
    entries = timeline(made, series="harbour").entries

    years = grouped(entries, "year")
    assert [(g.label, g.count("meeting"), g.count("due")) for g in years] == [
        ("2018", 2, 0), ("2019", 2, 1), ("2020", 2, 0), ("2021", 2, 1), ("2022", 2, 0),
        ("2023", 2, 0), ("2024", 0, 1), ("2026", 0, 1),
    ]  # fmt: skip
    assert [g.label for g in grouped(entries, "month")][:3] == ["2018-03", "2018-09", "2019-01"]
    assert [g.label for g in grouped(entries, "day")][-1] == "2026-01-01"
