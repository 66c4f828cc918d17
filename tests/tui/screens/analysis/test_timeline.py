"""The line of time: its signs, its scales, today on it, and what its rows open."""

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from briefing.analysis.timeline import Timeline, TimelineEntry, Zoom
from briefing.catalogue.queries.events import EventRow
from briefing.catalogue.queries.names import ViewNames
from briefing.model.core import Span
from briefing.tui.content.analysis.timeline import entries_under, timeline_page
from briefing.tui.screens.analysis import timeline as view
from briefing.tui.widgets.key_bar import KeyBar
from tests.tui.helpers import drawn, wait_until
from tests.tui.screens.analysis.views import (
    back_in_reader,
    open_view,
    reading,
    said,
    text_of,
)


async def test_meetings_what_is_due_and_dates_of_sources_stand_in_order() -> None:
    async with reading(size=(100, 60)) as pilot:
        screen = await open_view(pilot, "T", "home")
        text = text_of(screen)

        assert said(screen).startswith("Timeline  10 dates · by day · all series")
        assert text.index("○ “The two-plus-two talks") < text.index("7 Jan   ● U.S.–Japan")
        assert text.index("7 Jan   ● U.S.–Japan") < text.index("11 Jan  ● U.S.–Japan")
        assert text.index("11 Jan  ● U.S.–Japan") < text.index("May     ◆ The G-7 summit")
        assert text.index("May     ◆ The G-7") < text.index("ahead of 1 June 2023")
        assert text.index("ahead of 1 June 2023") < text.index("due FY2027")
        assert "│" in drawn(screen.table)[2]


async def test_the_cursor_begins_at_the_open_meeting() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "T")

        assert screen.table.row is not None
        assert screen.table.row.key == "meeting\t2023-01-11-us-japan-2plus2"


async def test_zooming_keeps_the_time_under_the_cursor() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "T")

        def key() -> str:
            return screen.table.row.key if screen.table.row else ""

        await pilot.press("minus")
        await wait_until(pilot, lambda: key() == "group\t2023-01")
        assert "Jan     ├ ●●" in text_of(screen)
        await pilot.press("minus")
        await wait_until(pilot, lambda: key() == "group\t2023")
        assert "2023    ├ ●●◆◆" in text_of(screen)
        assert "2 meetings · 2 dates set by items" in text_of(screen).replace("\u00a0", " ")
        await pilot.press("minus")
        assert key() == "group\t2023"
        await pilot.press("enter", "plus")
        await wait_until(pilot, lambda: key() == "meeting\t2023-01-11-us-japan-2plus2")


async def test_only_the_scales_that_there_are_are_offered() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "T")

        def offered() -> set[str]:
            return {key.id for key in screen.query_one(KeyBar).keys if "timeline" in key.id}

        assert offered() == {"timeline.wider", "timeline.series"}
        await pilot.press("plus")
        await wait_until(pilot, lambda: "+ does nothing here" in said(screen))
        await pilot.press("minus")
        await wait_until(pilot, lambda: len(offered()) == 3)
        await pilot.press("minus")
        await wait_until(pilot, lambda: offered() == {"timeline.closer", "timeline.series"})


async def test_each_sort_of_row_opens_its_own_place() -> None:
    async with reading() as pilot:
        await open_view(pilot, "T")
        await pilot.press("home", "enter")
        behind = await back_in_reader(pilot)
        await wait_until(pilot, lambda: behind.source_view.paragraph == 23)
        assert behind.source_view.has_focus
        await pilot.press("escape")
        screen = await open_view(pilot)
        assert screen.table.row is not None
        assert screen.table.row.key.startswith("event\tkyodo-2023-01\t23\t")
        await pilot.press("slash", *"virtual", "enter")
        behind = await back_in_reader(pilot)
        left = behind.place_left()
        assert left is not None
        assert left.card == "2022-01-07-us-japan-2plus2"
        await pilot.press("escape")
        await open_view(pilot)
        await pilot.press("escape", "end", "enter")
        behind = await back_in_reader(pilot)
        assert behind.card_view.item is not None
        assert behind.card_view.item.due == "FY2027"


async def test_a_dated_sentence_is_copied_with_its_paragraph() -> None:
    async with reading() as pilot:
        await open_view(pilot, "T", "home", "y")

        assert pilot.app.clipboard.startswith("The two-plus-two talks, officially called")
        assert "¶23" in pilot.app.clipboard


async def test_only_the_series_of_the_open_card() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "T", "a")
        await wait_until(pilot, lambda: "us-japan-2plus2" in said(screen))

        assert "Hayashi–Blinken meeting" not in text_of(screen)


async def test_a_file_of_it_looks_up_what_each_row_stands_for_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def counted(
        entries: Sequence[TimelineEntry], zoom: Zoom
    ) -> Mapping[str, Sequence[TimelineEntry]]:
        asked.append(zoom)
        return entries_under(entries, zoom)

    async with reading() as pilot:
        screen = await open_view(pilot, "T")
        monkeypatch.setattr(view, "entries_under", counted)
        for zoom in ("day", "month", "year"):
            asked.clear()
            table = screen.exported("csv")
            assert asked == [zoom]
            assert len(table.splitlines()) == 11, "a head, and every date at every scale"
            await pilot.press("minus")


def test_sentences_that_name_several_times_are_rows_of_their_own() -> None:
    event = EventRow("s", 1, date(2023, 1, 1), date(2023, 1, 1), "1 January", "Both.", Span(0, 5))
    other = event._replace(first=date(2024, 1, 1), last=date(2024, 1, 1), words="1 January 2024")
    entries = [
        TimelineEntry("event", each.first, each.last, each.words, event=each)
        for each in (event, other)
    ]
    assert len(entries_under(entries, "day")) == 2
    assert [len(some) for some in entries_under(entries, "year").values()] == [1, 1]


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        (date(2023, 5, 4), date(2023, 5, 4), "4 May"),
        (date(2023, 2, 1), date(2023, 2, 28), "Feb"),
        (date(2023, 5, 1), date(2023, 5, 10), "May"),
        (date(2023, 3, 1), date(2023, 5, 31), "Mar–May"),
        (date(2023, 1, 1), date(2023, 12, 31), "2023"),
        (date(2027, 1, 1), date(2028, 3, 31), "2027–28"),
    ],
)
def test_a_time_is_named_as_exactly_as_it_is_known(first: date, last: date, label: str) -> None:
    event = EventRow("s", 1, first, last, "then", "It will be then.", Span(0, 4))
    line = Timeline(
        (TimelineEntry("event", first, last, "then", event=event),), ViewNames({}, {}, {})
    )
    (row,) = timeline_page(line, "day", first, str).rows

    assert row.lines(80)[0].lead.text == f"{label:<8}○ "
