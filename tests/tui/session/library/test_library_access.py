"""What the reader reads: from the cards while these are few, else from the catalogue."""

from pathlib import Path

import pytest

from briefing.cardformat.parse import Parsed, read_card
from briefing.catalogue.db.database import Database
from briefing.library.cards import parsed_cards
from briefing.model.card import Card
from briefing.tui.session.library.library_access import LibraryAccess
from tests.cli.libraries import BROKEN_CARD, CARD, write_card, write_library

ROOT = Path(__file__).parents[4]


def card(day: str) -> str:
    return CARD.format(bottom_line="We share one river.", more="").replace("2023-02-06", day)


@pytest.mark.parametrize(
    ("days", "newest"),
    [
        ({}, "2023-02-06-river"),
        ({"2023-02-06-a": "2023-02-06"}, "2023-02-06-a"),
        ({"2023-02-06-z": "2023-02-06"}, "2023-02-06-river"),
        ({"2024-01-01-z": "2024-01-01", "2024-01-01-b": "2024-01-01"}, "2024-01-01-b"),
    ],
)
@pytest.mark.parametrize("catalogued", [False, True])
def test_of_those_that_nothing_orders_the_first_by_name_of_the_newest_day_is_opened(
    tmp_path: Path, days: dict[str, str], newest: str, catalogued: bool
) -> None:
    root = write_library(tmp_path)
    for card_id, day in days.items():
        write_card(root, card_id, card(day))
    access = LibraryAccess(root)
    if catalogued:
        access.catch_up(lambda _: None, lambda: False)
    assert access.newest() == newest


@pytest.mark.parametrize(
    ("changes", "newest"),
    [
        ({"2023-02-06-a": ("date: 2023-02-06", "date: 2023-02-06, sequence: 2"),
          "2023-02-06-b": ("date: 2023-02-06", "date: 2023-02-06, sequence: 10")}, "2023-02-06-b"),
        ({"2023-02-06-a": ("date: 2023-02-06", "date: 2023-02-06, time: '09:00'"),
          "2023-02-06-b": ("date: 2023-02-06", "date: 2023-02-06, time: '14:00'")}, "2023-02-06-b"),
        ({"2024-01-01-a": ("status: reviewed", "status: superseded")}, "2023-02-06-river"),
        ({"2024-01-01-a": ("status: reviewed", "status: retracted"),
          "2024-01-01-b": ("status: reviewed", "status: draft")}, "2024-01-01-b"),
        ({"2023-02-06-river": ("status: reviewed", "status: retracted")}, "2023-02-06-river"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("catalogued", [False, True])
def test_the_last_of_its_series_that_still_stands_is_opened(
    tmp_path: Path, changes: dict[str, tuple[str, str]], newest: str, catalogued: bool
) -> None:
    root = write_library(tmp_path)
    for card_id, change in changes.items():
        write_card(root, card_id, card(card_id[:10]).replace(*change))
    access = LibraryAccess(root)
    if catalogued:
        access.catch_up(lambda _: None, lambda: False)
    assert access.newest() == newest


def test_the_bundled_library_opens_on_the_two_plus_two() -> None:
    assert LibraryAccess(ROOT).newest() == "2023-01-11-us-japan-2plus2"


RIVER, LATER, BROKEN = "2023-02-06-river", "2024-02-06-later", "2025-01-01-broken"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a library of two cards on one source, and a broken one."""
    root = write_library(tmp_path)
    write_card(root, LATER, card("2024-02-06"))
    write_card(root, BROKEN, BROKEN_CARD)
    return root


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the ids of the cards that are parsed."""
    ids: list[str] = []

    def noting(text: str, file: str, card_id: str, most: int) -> Parsed[Card]:
        ids.append(card_id)
        return read_card(text, file, card_id, most)

    monkeypatch.setattr(parsed_cards, "read_card", noting)
    return ids


def listed(access: LibraryAccess) -> list[str]:
    return [meeting.card for meeting in access.meetings()]


def open_and_list(access: LibraryAccess) -> list[str]:
    """Do what a start of the reader does: open the newest card, list, catch up, list again."""
    access.library.card(access.newest())
    before = listed(access)
    access.catch_up(lambda _: None)
    assert listed(access) == before
    access.library.card(access.newest())
    return before


@pytest.mark.parametrize("few", [0, 50])
def test_meetings_are_listed_newest_first_and_broken_cards_last(root: Path, few: int) -> None:
    access = LibraryAccess(root, few=few)
    assert listed(access) == ([LATER, RIVER, BROKEN] if few else [])
    access.catch_up(lambda _: None)
    assert listed(access) == [LATER, RIVER, BROKEN]


def test_a_first_start_parses_each_card_once(root: Path, parsed: list[str]) -> None:
    assert open_and_list(LibraryAccess(root)) == [LATER, RIVER, BROKEN]
    assert sorted(parsed) == [RIVER, LATER, BROKEN]


def test_a_later_start_parses_the_card_it_opens_and_what_changed(
    root: Path, parsed: list[str]
) -> None:
    open_and_list(LibraryAccess(root))
    parsed.clear()
    # What opens a small library first is found before the catalogue is opened.
    open_and_list(LibraryAccess(root))
    assert sorted(parsed) == [LATER, BROKEN]
    parsed.clear()
    write_card(root, RIVER, card("2022-02-06"))
    open_and_list(LibraryAccess(root))
    assert sorted(parsed) == [RIVER, LATER, BROKEN]


@pytest.mark.parametrize(
    ("few", "catalogued", "is_open", "claimed"),
    [
        pytest.param(50, False, False, {RIVER, LATER}, id="few cards are all read"),
        pytest.param(50, False, True, {RIVER}, id="with a card open its own are enough"),
        pytest.param(0, False, False, set(), id="many are not read for it"),
        pytest.param(0, False, True, {RIVER}, id="of many the open one is known"),
        pytest.param(50, True, True, {RIVER, LATER}, id="the catalogue knows few"),
        pytest.param(0, True, True, {RIVER, LATER}, id="and many"),
    ],
)
def test_claims_on_a_source_are_counted_as_far_as_they_are_known(
    root: Path, few: int, catalogued: bool, is_open: bool, claimed: set[str]
) -> None:
    access = LibraryAccess(root, few=few)
    if catalogued:
        access.catch_up(lambda _: None)
    opened = access.library.card(RIVER) if is_open else None
    found = access.citations("gazette", opened)
    assert {claim.card for claims in found.values() for claim in claims} == claimed
    # The bottom line rests on the second paragraph, a quote on the third.
    assert set(found) >= ({2, 3} if claimed else set())


def test_claims_are_read_from_their_cards_one_for_each_item(root: Path) -> None:
    access = LibraryAccess(root)
    access.catch_up(lambda _: None)
    assert [(claim.card, claim.item.text) for claim in access.claims("gazette", 3)] == [
        (LATER, "We share one river,"),
        (RIVER, "We share one river,"),
    ]
    assert access.claims("gazette", 1) == ()


def test_a_claim_of_a_card_that_broke_since_is_left_out(root: Path) -> None:
    access = LibraryAccess(root)
    access.catch_up(lambda _: None)
    write_card(root, LATER, "format: 1\n")
    assert [claim.card for claim in access.claims("gazette", 3)] == [RIVER]


LEFT_OUT = "omitted: [{source: gazette, starts: The weather, why: Not about the talks.}]\n"


@pytest.fixture
def leaving_out(tmp_path: Path) -> Path:
    """Write two cards on one source, the older of which leaves its sixth paragraph out."""
    root = write_library(tmp_path)
    path = root / f"content/meetings/{RIVER}.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("sections:", f"{LEFT_OUT}sections:"), "utf-8")
    with (root / "seeds/gazette.txt").open("a", encoding="utf-8") as file:
        file.write("\nThe weather was fine.\n")
    write_card(root, LATER, card("2024-02-06"))
    return root


@pytest.mark.parametrize("few", [50, 0])
def test_what_any_card_leaves_out_is_left_out_beside_all(leaving_out: Path, few: int) -> None:
    access = LibraryAccess(leaving_out, few=few)
    river, later = access.library.card(RIVER), access.library.card(LATER)
    assert access.counts("gazette", river).omitted == {6}
    assert access.counts("gazette", later).whose == "by this card"
    access.catch_up(lambda _: None)
    assert access.counts("gazette", later).omitted == access.counts("gazette").omitted == {6}
    assert access.counts("nothing-listed", later).omitted == frozenset()
    assert access.counts("gazette", later).whose == ""


def test_the_only_card_counts_all_claims(tmp_path: Path) -> None:
    access = LibraryAccess(write_library(tmp_path))
    assert access.counts("gazette", access.library.card(RIVER)).whose == ""


@pytest.mark.parametrize("few", [50, 0])
def test_what_is_counted_beside_a_source_is_asked_for_at_one_moment(
    root: Path, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    access = LibraryAccess(root, few=few)
    access.catch_up(lambda _: None)
    card, asked = access.library.card(RIVER), list[int]()
    generation = Database.generation

    def counted(database: Database) -> int:
        asked.append(1)
        return generation(database)

    monkeypatch.setattr(Database, "generation", counted)
    for source in ("gazette", "gazette", "nothing-listed"):
        asked.clear()
        access.counts(source, card)
        assert len(asked) == 1


@pytest.mark.parametrize("few", [0, 50])
def test_a_card_that_broke_while_it_is_open_is_counted_as_it_was(root: Path, few: int) -> None:
    access = LibraryAccess(root, few=few)
    access.catch_up(lambda _: None)
    river = access.library.card(RIVER)
    before = access.counts("gazette", river)
    write_card(root, RIVER, BROKEN_CARD)
    access.catch_up(lambda _: None)

    after = access.counts("gazette", river)
    assert after.citations.keys() == before.citations.keys()
    for number, found in before.citations.items():
        now = [(each.card, each.item.id) for each in after.citations[number]]
        assert sorted(set(now)) == sorted({(each.card, each.item.id) for each in found})
    alone = access.counts("gazette").citations
    assert {each.card for found in alone.values() for each in found} == {LATER}
