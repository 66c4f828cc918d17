"""Where the reader left off, on disk and found again."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.library.library import Library
from briefing.model.card import Card, Item
from briefing.model.source import Source
from briefing.user.last_place import (
    KEPT_LIBRARIES,
    LeftOff,
    StateFolder,
    find_item,
    find_paragraph,
    opening,
)
from briefing.user.settings import state_folder
from tests.e2e.harbour import write_library

CARD = "2023-01-11-harbour"
PLACE = LeftOff(
    CARD,
    item="tides",
    words="The tides [b]",
    position=2,
    piece=1,
    source="gazette",
    paragraph=2,
    opening="The tides",
    in_source=True,
    follows=False,
)


@pytest.fixture
def state(tmp_path: Path) -> StateFolder:
    return StateFolder(tmp_path / "state")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(write_library(tmp_path / "library"))


def test_a_place_comes_back_as_it_was_kept(state: StateFolder, tmp_path: Path) -> None:
    state.keep_place(tmp_path, PLACE)

    assert state.place(tmp_path) == PLACE
    assert state.place(tmp_path / "other") is None


def test_the_last_to_leave_decides(state: StateFolder, tmp_path: Path) -> None:
    state.keep_place(tmp_path, PLACE)
    StateFolder(tmp_path / "state").keep_place(tmp_path, LeftOff("other"))

    assert state.place(tmp_path) == LeftOff("other")


def test_one_library_may_have_two_names(state: StateFolder, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    state.keep_place(tmp_path / "real", PLACE)

    assert state.place(tmp_path / "link") == PLACE


def test_a_place_is_forgotten(state: StateFolder, tmp_path: Path) -> None:
    state.keep_place(tmp_path, PLACE)
    state.forget_place(tmp_path)
    state.forget_place(tmp_path)

    assert state.place(tmp_path) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: "rubbish\tand\nmore rubbish",
        lambda text: text.replace("position\t2", "position\ttwo"),
        lambda text: text.replace("card\t", "crad\t"),
        lambda text: text.replace("library\t", "library\t/elsewhere"),
        lambda text: text + "\ud800",
    ],
)
def test_a_damaged_file_counts_as_none(
    damage: Callable[[str], str], state: StateFolder, tmp_path: Path
) -> None:
    state.keep_place(tmp_path, PLACE)
    (file,) = (tmp_path / "state" / "places").iterdir()
    file.write_bytes(damage(file.read_text("utf-8")).encode(errors="surrogatepass"))

    assert state.place(tmp_path) is None


def test_what_a_place_holds_stays_on_its_line(state: StateFolder, tmp_path: Path) -> None:
    state.keep_place(tmp_path, PLACE._replace(words="one\ncard\tother\x1b"))
    place = state.place(tmp_path)

    assert place is not None
    assert place.card == CARD
    assert "\n" not in place.words
    assert "\x1b" not in place.words


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    state = StateFolder(tmp_path / "file" / "state")
    state.keep_place(tmp_path, PLACE)
    state.keep_theme("nord", few_colours=False)
    state.forget_place(tmp_path)

    assert state.place(tmp_path) is None
    assert state.theme(few_colours=False) == ""


def test_the_oldest_places_are_forgotten(state: StateFolder, tmp_path: Path) -> None:
    places = tmp_path / "state" / "places"
    places.mkdir(parents=True)
    for number in range(KEPT_LIBRARIES):
        (places / str(number)).touch()
        os.utime(places / str(number), (0, number))
    state.keep_place(tmp_path, PLACE)

    assert not (places / "0").exists()
    assert (places / "1").exists()
    assert state.place(tmp_path) == PLACE


def test_sixteen_colours_have_a_choice_of_their_own(state: StateFolder) -> None:
    state.keep_theme("nord", few_colours=False)
    state.keep_theme("ansi-light", few_colours=True)

    assert state.theme(few_colours=False) == "nord"
    assert state.theme(few_colours=True) == "ansi-light"


def test_the_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert state_folder().name == "briefing"
    monkeypatch.setenv("BRIEFING_STATE", str(tmp_path))
    assert state_folder() == tmp_path


# Finding a place again


def place_of(card: Card, number: int) -> LeftOff:
    item = card.items[number]
    return LeftOff(card.id, item=item.id, words=opening(item.text), position=number)


def with_items(card: Card, *items: Item) -> Card:
    return card._replace(sections=(card.sections[0]._replace(items=items),))


def test_an_item_is_found_by_its_id_wherever_it_stands(library: Library) -> None:
    card = library.card(CARD)
    _, first, second = card.items

    assert find_item(with_items(card, second, first), place_of(card, 1)) == first


def test_a_reworded_item_is_found_by_its_words(library: Library) -> None:
    card = library.card(CARD)
    _, first, second = card.items
    reworded = first._replace(id="new", text="Another meeting will come before autumn.")

    assert find_item(with_items(card, second, reworded), place_of(card, 1)) == reworded


def test_an_item_that_is_gone_leaves_its_neighbour(library: Library) -> None:
    card = library.card(CARD)
    _, first, second = card.items

    assert find_item(with_items(card, second), place_of(card, 1)) == second
    assert find_item(with_items(card, first), place_of(card, 2)) == first


def test_a_paragraph_is_found_by_how_it_begins(library: Library) -> None:
    source = library.source("gazette")
    words = opening(source.paragraph(2).text)
    left = LeftOff(CARD, source="gazette", paragraph=2, opening=words)
    text = f"{source.paragraph(1).text}\n\n{source.text}"
    moved = (p._replace(number=p.number + 1) for p in source.paragraphs)
    before = Source(source.record, text, (source.paragraph(1), *moved))

    assert find_paragraph(source, left) == 2
    assert find_paragraph(before, left) == 3


@pytest.mark.parametrize(("paragraph", "expected"), [(0, 1), (2, 2), (99, 3)])
def test_a_paragraph_that_is_gone_leaves_its_number(
    library: Library, paragraph: int, expected: int
) -> None:
    left = LeftOff(CARD, source="gazette", paragraph=paragraph, opening="Gone.")

    assert find_paragraph(library.source("gazette"), left) == expected
