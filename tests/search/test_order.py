"""The order of hits where there are words, and where there are none."""

import datetime
from collections.abc import Sequence

import pytest

from briefing.library.entries import Entry
from briefing.search.completion import complete
from briefing.search.engine import SearchEngine
from briefing.search.index.kernel import Kernel
from briefing.search.index.numpy_kernel import NumpyKernel
from briefing.search.index.plain_kernel import PlainKernel
from briefing.search.index.segment import Segment
from briefing.search.index.segment_building import build

KERNELS = [PlainKernel(), NumpyKernel()]


def point(text: str, card: str, year: int, due: str = "", status: str = "reviewed") -> Entry:
    return Entry(
        "point",
        text,
        card=card,
        item=text,
        date=datetime.date(year, 1, 11),
        item_kind="commitment",
        status=status,
        due=due,
    )


OLD = [point("buy boats", "b", 2022, due="2025"), point("more trade", "b", 2022, due="2027-Q2")]
NEW = [
    point("trade in all goods that are known to anybody at all, in each port", "c", 2023),
    point("open ports", "c", 2023, due="FY2027"),
    point("meet again", "c", 2023, due="2023-05", status="draft"),
]
TWIN = [point("clear mines", "a", 2023, due="2028")]
PAPER = [Entry("paragraph", "A trade paper.", source="s", paragraph=1)]


def index(groups: Sequence[Sequence[Entry]], kernel: Kernel) -> SearchEngine:
    return SearchEngine([Segment(build(group)) for group in groups], kernel=kernel)


def texts(engine: SearchEngine, query: str, limit: int = 50) -> list[str]:
    return [hit.entry.text for hit in engine.search(query, limit).hits]


@pytest.mark.parametrize("kernel", KERNELS)
@pytest.mark.parametrize("groups", [[OLD + PAPER + NEW + TWIN], [NEW, TWIN, PAPER, OLD]])
def test_fields_alone_list_by_date_and_card(groups: list[list[Entry]], kernel: Kernel) -> None:
    engine = index(groups, kernel)
    in_order = [entry.text for entry in (*NEW, *TWIN, *OLD)]
    assert texts(engine, "kind:commitment") == in_order
    assert texts(engine, "-boats") == [t for t in (*in_order, "A trade paper.") if "boats" not in t]
    results = engine.search("kind:commitment")
    assert results.dated
    assert {hit.score for hit in results.hits} == {100.0}


@pytest.mark.parametrize("kernel", KERNELS)
def test_the_latest_are_not_cut_off(kernel: Kernel) -> None:
    many = [point(f"item {n}", f"card-{n}", 1900 + n) for n in range(100)]
    engine = index([many[:60], many[60:]], kernel)
    assert texts(engine, "kind:commitment", 3) == ["item 99", "item 98", "item 97"]
    assert engine.search("kind:commitment", 3).total == 100


def test_words_list_by_how_well_they_are_answered() -> None:
    results = index([OLD + NEW], PlainKernel()).search("kind:commitment trade")
    assert not results.dated
    assert {hit.entry.text for hit in results.hits} == {"more trade", NEW[0].text}


def test_equal_hits_stand_newest_first_however_they_were_read() -> None:
    same = [point("trade", card, year) for card, year in (("x", 2020), ("z", 2024), ("y", 2024))]
    cards = [
        [hit.entry.card for hit in index(groups, PlainKernel()).search("trade").hits]
        for groups in ([same], [same[::-1]], [same[1:], same[:1]])
    ]
    assert cards == [["z", "y", "x"]] * 3


@pytest.mark.parametrize("kernel", KERNELS)
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("due:2025", ["buy boats"]),
        ("due:..2025", ["meet again", "buy boats"]),
        ("due:2027", ["open ports", "more trade"]),
        ("due:fy2027", ["open ports", "more trade"]),
        ("due:2027-05", ["open ports", "more trade"]),
        ("due:2028", ["open ports", "clear mines"]),
        ("due:2023-05-31", ["meet again"]),
        ("due:2024", []),
        ("due:2025-spring", ["buy boats"]),
        ("due:2027-h1", ["open ports", "more trade"]),
        ("due:..2023-summer", ["meet again"]),
        ("status:draft", ["meet again"]),
        ("-status:reviewed kind:commitment", ["meet again"]),
        ("status:rev due:2028..", ["open ports", "clear mines"]),
    ],
)
def test_what_is_due_and_how_far_a_card_is(query: str, found: list[str], kernel: Kernel) -> None:
    engine = index([OLD + PAPER, NEW + TWIN], kernel)
    assert texts(engine, query) == found
    assert not [note for note in engine.search(query).notes if not note.early]


def test_a_wrong_due_is_told_and_a_status_nobody_has_is_too() -> None:
    engine = index([OLD], PlainKernel())
    (note,) = engine.search("due:soon ").notes
    assert "FY2022" in note.hint
    (note,) = engine.search("status:finished ").notes
    assert note.hint == "there is draft, reviewed, superseded, retracted"


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("du", ("due:",)),
        ("stat", ("status:",)),
        ("due:", ("2023-05", "2025", "FY2027", "2027-Q2", "2028")),
        ("due:f", ("FY2027",)),
        ("due:..2027", ("..2027-Q2",)),
        ("status:", ("draft", "reviewed")),
    ],
)
def test_completion_knows_what_is_due(query: str, options: tuple[str, ...]) -> None:
    engine = index([OLD + NEW + TWIN], PlainKernel())
    assert complete(query, len(query), engine).options == options


def meeting(number: int) -> list[Entry]:
    card, day = f"session-{number}", datetime.date(2022, 5, 3)
    first = Entry("point", f"{card} 1", card, "1", date=day, in_day=str(number), due="2022")
    return [first, first._replace(text=f"{card} 2", item="2")]


@pytest.mark.parametrize("kernel", KERNELS)
@pytest.mark.parametrize("query", ["due:2022", "-boats", "session"])
def test_meetings_of_one_day_stand_by_their_number(kernel: Kernel, query: str) -> None:
    groups = [meeting(number) for number in (1, 10, 2)]
    found = texts(index(groups, kernel), query)
    assert found == [f"session-{number} {item}" for number in (10, 2, 1) for item in (1, 2)]


@pytest.mark.parametrize("query", ["kind:quote kind:paragraph", "trade", "-boats"])
@pytest.mark.parametrize("limit", [1, 20, 60, 128, 500])
def test_a_total_does_not_depend_on_how_many_are_shown(query: str, limit: int) -> None:
    said = [
        Entry("quote", f"trade {n}", card="c", item=str(n), source="s", paragraph=n)
        for n in range(1, 56)
    ]
    paper = [Entry("paragraph", f"free trade {n}", source="s", paragraph=n) for n in range(1, 56)]
    results = SearchEngine.build([*said, *paper]).search(query, limit)
    assert (results.total, results.exact) == (55, True)
    assert len(results.hits) == min(limit, 55)


def test_of_very_many_hits_as_many_are_shown_as_are_asked_for() -> None:
    numbers = range(1, 301)
    said = [
        Entry("quote", f"trade {n}", card="c", item=str(n), source="s", paragraph=n)
        for n in numbers
    ]
    paper = [Entry("paragraph", f"free trade {n}", source="s", paragraph=n) for n in numbers]
    results = SearchEngine.build([*said, *paper]).search("trade", 120)
    assert (len(results.hits), results.exact) == (120, False)
    assert 300 <= results.total <= 600
