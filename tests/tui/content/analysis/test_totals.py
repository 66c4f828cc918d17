"""Rows of counts of all meetings: measured without being made, and found by all they say."""

import pytest

from briefing.catalogue.queries.speakers import SpeakerSum
from briefing.catalogue.queries.topics import TopicRow
from briefing.tui.content.analysis.grid import ColumnChoice
from briefing.tui.content.analysis.speakers import speakers_page
from briefing.tui.content.analysis.table import TablePage
from briefing.tui.content.analysis.topics import topics_page
from briefing.tui.lineview.blocks import Layout
from briefing.tui.widgets.table.table_blocks import TableBlocks

NAMES = (
    "Ada Voss",
    "",
    "岸田文雄 " * 12,
    "Très long " * 9,
    "👩‍👩‍👧 家族",
    "one\ntwo\tthree\x07",
    "x" * 60,
)
ROLES = ("", "Minister", "外務大臣", "Deputy Assistant Secretary of Everything " * 2)
WIDTHS = (1, 20, 39, 40, 60, 88, 115, 200)


def speakers() -> TablePage:
    totals = [
        SpeakerSum(f"{number}-{role[:2]}", name, 10**number, number, 3, bool(number % 2), role)
        for number, name in enumerate(NAMES)
        for role in ROLES
    ]
    return speakers_page([], ColumnChoice(), totals)


def topics() -> TablePage:
    totals = [TopicRow(f"{n}", name, "", 10**n, n) for n, name in enumerate(NAMES)]
    return topics_page([], ColumnChoice(), totals)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", [speakers(), topics()], ids=["speakers", "topics"])
def test_they_are_as_tall_as_when_they_are_made(page: TablePage, width: int) -> None:
    told = Layout(TableBlocks(page, width, {}), width)
    made = Layout(tuple(TableBlocks(page, width, {})), width)

    assert [told.top(n) for n in range(len(made.blocks) + 1)] == [
        made.top(n) for n in range(len(made.blocks) + 1)
    ]


def test_they_say_who_in_which_office_and_how_often() -> None:
    rows = [
        SpeakerSum("voss", "Ada Voss", 1, 1, 0, True, "Minister"),
        SpeakerSum("lind", "Cara Lind", 0, 0, 2, False, ""),
    ]
    page = speakers_page([], ColumnChoice(), rows)
    first, second = (row.lines(88)[0].text for row in page.rows)

    assert first == "Ada Voss · Minister · 1 item in 1 meeting"
    assert (
        second
        == "Cara Lind · 0 items in 0 meetings · took part, and no words of their own are quoted"
    )
    assert [row.words for row in page.rows] == [f"{first} voss", f"{second} lind"]
