"""What is read again after an edit, and what is not."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.file_stamps import Witness
from briefing.catalogue.sync.known_files import is_current
from briefing.catalogue.sync.reading import Unit, UnitReader
from briefing.catalogue.sync.sync import sync
from tests.catalogue.libraries import Shelf
from tests.catalogue.truth import assert_no_orphans, assert_true, built, living

Edit = Callable[[Shelf], object]


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Collect the owners that are read."""
    seen: set[str] = set()
    read = UnitReader.read

    def noting(self: UnitReader, owner: str) -> Unit:
        seen.add(owner)
        return read(self, owner)

    monkeypatch.setattr(UnitReader, "read", noting)
    return seen


def touch(path: Path) -> None:
    os.utime(path, (1_600_000_000, 1_600_000_000))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def rename_card(shelf: Shelf) -> None:
    shelf.card_path(1).rename(shelf.card_path(9))


def delete_all(shelf: Shelf) -> None:
    for number in (1, 2, 3):
        shelf.card_path(number).unlink()


def swap_cards(shelf: Shelf) -> None:
    """Give two cards each other's bytes, as a rename of both would."""
    one, two = shelf.card_path(1), shelf.card_path(2)
    aside = shelf.root / "aside"
    one.rename(aside)
    two.rename(one)
    aside.rename(two)


def change_record(shelf: Shelf, name: str, **values: str) -> None:
    shelf.records[name].update(values)
    shelf.write_index()


def add_alias(shelf: Shelf) -> None:
    shelf.speakers["okafor"].append("Minister of water")
    shelf.write_index()


def drop_speaker(shelf: Shelf) -> None:
    del shelf.speakers["okafor"]
    shelf.write_index()


def add_speaker(shelf: Shelf) -> None:
    shelf.speakers["newcomer"] = []
    shelf.write_index()


def relabel(shelf: Shelf) -> None:
    shelf.labels["water"] = "The great water"
    shelf.write_index()


def list_twice(shelf: Shelf) -> None:
    shelf.records["again"] = {"file": "seeds/report-1.txt"}
    shelf.write_index()


CARDS = {n: f"card:2020-01-{n + 1:02}-talks-{n}" for n in (1, 2, 3)}
SOURCES = {n: f"source:report-{n}" for n in (1, 2, 3)}

EDITS: dict[str, tuple[Edit, set[str]]] = {
    "nothing": (lambda shelf: None, set()),
    "touch a card": (lambda shelf: touch(shelf.card_path(1)), set()),
    "touch a source": (lambda shelf: touch(shelf.source_path(1)), set()),
    "touch an index": (lambda shelf: touch(shelf.index_paths["sources"]), set()),
    "write the same": (lambda shelf: shelf.write_card(1), set()),
    "replace by the same": (
        lambda shelf: edit(shelf.card_path(1), "first", "first"), set(),
    ),
    "edit a card": (lambda shelf: shelf.write_card(1, "second"), {CARDS[1]}),
    "break a card": (lambda shelf: shelf.card_path(1).write_text("format: 1\n"), {CARDS[1]}),
    "add a card": (lambda shelf: shelf.write_card(4, source="report-1"),
                   {"card:2020-01-05-talks-4"}),
    "delete a card": (lambda shelf: shelf.card_path(1).unlink(), set()),
    "delete all cards": (delete_all, set()),
    "rename a card": (rename_card, {"card:2020-01-10-talks-9"}),
    "swap two cards": (swap_cards, {CARDS[1], CARDS[2]}),
    "edit a source": (lambda shelf: shelf.write_source(1, "second"), {SOURCES[1], CARDS[1]}),
    "delete a source's file": (lambda shelf: shelf.source_path(1).unlink(),
                               {SOURCES[1], CARDS[1]}),
    "a caution": (lambda shelf: change_record(shelf, "report-1", caution="Re-worded."),
                  {"index:sources", SOURCES[1], CARDS[1]}),
    "furniture": (lambda shelf: change_record(shelf, "report-1", furniture="[The Gazette]"),
                  {"index:sources", SOURCES[1], CARDS[1]}),
    "another file": (lambda shelf: change_record(shelf, "report-1", file="seeds/report-2.txt"),
                     {"index:sources", SOURCES[1], CARDS[1]}),
    "a remark above": (
        lambda shelf: shelf.index_paths["sources"].write_text(
            "# A remark.\n" + shelf.index_paths["sources"].read_text("utf-8"), encoding="utf-8"
        ),
        {"index:sources"},
    ),
    "an alias": (add_alias, {"index:speakers", CARDS[1]}),
    "a new speaker": (add_speaker, {"index:speakers"}),
    "a lost speaker": (drop_speaker, {"index:speakers", CARDS[1]}),
    "a label": (relabel, {"index:topics", CARDS[2]}),
    "a file listed twice": (list_twice, {"index:sources", "source:again"}),
}  # fmt: skip


@pytest.mark.parametrize("trusting", [True, False], ids=["settled", "fresh files"])
@pytest.mark.parametrize("name", EDITS)
def test_an_edit_reads_what_it_touches_and_nothing_else(
    name: str,
    trusting: bool,
    shelf: Shelf,
    folder: Path,
    reads: set[str],
    request: pytest.FixtureRequest,
) -> None:
    if trusting:
        request.getfixturevalue("settled")
    act, expected = EDITS[name]
    with built(shelf.root, folder) as catalogue:
        reads.clear()
        act(shelf)
        result = sync(catalogue)

        assert reads == expected
        assert result.read == len(expected)
        assert result.complete
        assert_true(catalogue)
        assert_no_orphans(catalogue)


def test_nothing_is_opened_when_nothing_has_changed(
    shelf: Shelf, folder: Path, settled: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(shelf.root, folder).close()
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("it was read"))
    with Catalogue.open(shelf.root, folder) as catalogue:
        assert is_current(catalogue)
        sync(catalogue)

        assert len(catalogue.meetings()) == 3


def test_a_shared_file_touches_both_of_its_sources(
    shelf: Shelf, folder: Path, reads: set[str]
) -> None:
    list_twice(shelf)
    shelf.write_card(2, source="again")
    with built(shelf.root, folder) as catalogue:
        reads.clear()
        shelf.write_source(1, "second")
        sync(catalogue)

        assert reads == {SOURCES[1], "source:again", CARDS[1], CARDS[2]}
        assert_true(catalogue)


@pytest.mark.parametrize(
    ("damage", "mend"),
    [
        (lambda s: s.write_card(1, speaker="newcomer"), add_speaker),
        (lambda s: s.write_card(1, source="again"), list_twice),
        (lambda s: s.source_path(1).unlink(), lambda s: s.write_source(1)),
        (drop_speaker, lambda s: (s.speakers.update(okafor=[]), s.write_index())),
        (lambda s: s.index_paths["sources"].write_text("[]"), lambda s: s.write_index()),
    ],
    ids=["unlisted speaker", "unlisted source", "no file", "speaker gone", "no index"],
)
def test_what_was_missing_is_found_when_it_appears(
    damage: Edit, mend: Edit, shelf: Shelf, folder: Path
) -> None:
    with built(shelf.root, folder) as catalogue:
        damage(shelf)
        sync(catalogue)
        assert_true(catalogue)
        mend(shelf)
        sync(catalogue)

        assert_true(catalogue)
        assert not any(row.broken for row in catalogue.meetings())


@pytest.mark.parametrize("index", ["sources", "speakers", "topics"])
@pytest.mark.parametrize("broken", ["unlisted: [", "- a list", "a: {name: 'x"])
def test_what_only_a_broken_index_hid_is_found_when_it_is_mended(
    shelf: Shelf, folder: Path, index: str, broken: str
) -> None:
    """A card that names what nothing lists is readable only while nobody can know that."""
    path = shelf.index_paths[index]
    whole = path.read_text("utf-8")
    card = shelf.card_path(1)
    named = {"sources": "source: ", "speakers": "speaker: ", "topics": "topics: ["}[index]
    card.write_text(card.read_text("utf-8").replace(named, f"{named}nowhere-", 1), "utf-8")
    with built(shelf.root, folder) as catalogue:
        assert [row.broken != "" for row in catalogue.meetings()].count(True) == 1
        path.write_text(f"{whole}{broken}" if ":" in broken else broken, "utf-8")
        sync(catalogue)
        assert_true(catalogue)
        assert not any(row.broken for row in catalogue.meetings())
        path.write_text(whole, "utf-8")
        sync(catalogue)

        assert_true(catalogue)
        assert [row.broken != "" for row in catalogue.meetings()].count(True) == 1


def test_a_problem_moves_with_the_record_it_is_about(shelf: Shelf, folder: Path) -> None:
    shelf.source_path(2).unlink()
    with built(shelf.root, folder) as catalogue:
        path = shelf.index_paths["sources"]
        path.write_text("# A remark.\n" + path.read_text("utf-8"), encoding="utf-8")
        sync(catalogue)

        assert_true(catalogue)


def test_an_edit_back_and_forth_is_followed(shelf: Shelf, folder: Path) -> None:
    with built(shelf.root, folder) as catalogue:
        for word in ("second", "first", "second", "first"):
            shelf.write_source(1, word)
            shelf.write_card(2, word)
            sync(catalogue)
            assert_true(catalogue)


def test_entries_that_are_gone_are_not_found(shelf: Shelf, folder: Path) -> None:
    with built(shelf.root, folder) as catalogue:
        assert catalogue.engine().search("river1").hits
        shelf.card_path(1).unlink()
        shelf.write_source(1, "second")
        shelf.source_path(1).unlink()
        sync(catalogue)

        assert not catalogue.engine().search('"river1 water"').hits
        assert all(entry.card != "2020-01-02-talks-1" for entry in living(catalogue))


def test_an_engine_lasts_until_something_changes(shelf: Shelf, folder: Path) -> None:
    with built(shelf.root, folder) as catalogue:
        engine = catalogue.engine()
        touch(shelf.card_path(1))
        sync(catalogue)
        assert catalogue.engine() is engine
        shelf.write_card(1, "second")
        sync(catalogue)

        assert catalogue.engine() is not engine


def test_a_cancelled_sync_goes_on_where_it_stopped(
    shelf: Shelf, folder: Path, reads: set[str]
) -> None:
    with Catalogue.open(shelf.root, folder) as catalogue:
        first = sync(catalogue, cancelled=lambda: len(reads) >= 4)
        assert not first.complete
        half = set(reads)
        reads.clear()
        second = sync(catalogue)

        assert second.complete
        assert not half & reads
        assert_true(catalogue)
        assert_no_orphans(catalogue)


def test_a_file_edited_while_it_is_read_is_read_once_more(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = UnitReader.read
    edits = iter(["second", "first", "third"])

    def reading(self: UnitReader, owner: str) -> Unit:
        unit = read(self, owner)
        if owner == SOURCES[1] and (word := next(edits, None)):
            shelf.write_source(1, word)  # the unit is of the words before
        return unit

    monkeypatch.setattr(UnitReader, "read", reading)
    with Catalogue.open(shelf.root, folder) as catalogue:
        assert sync(catalogue).complete
        assert next(edits, None) is None
        assert_true(catalogue)


def test_an_index_edited_while_cards_are_read_is_read_again(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = UnitReader.read

    def reading(self: UnitReader, owner: str) -> Unit:
        if owner == CARDS[1] and len(shelf.speakers["okafor"]) == 1:
            add_alias(shelf)
        return read(self, owner)

    monkeypatch.setattr(UnitReader, "read", reading)
    with Catalogue.open(shelf.root, folder) as catalogue:
        assert sync(catalogue).complete
        assert_true(catalogue)


def test_a_library_that_never_holds_still_ends_the_sync(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_stayed = Witness.has_stayed

    def restless(self: Witness, path: str) -> bool:
        return path != "seeds/report-1.txt" and has_stayed(self, path)

    monkeypatch.setattr(Witness, "has_stayed", restless)
    with Catalogue.open(shelf.root, folder) as catalogue:
        assert not sync(catalogue).complete
        assert len(catalogue.meetings()) == 2
        monkeypatch.undo()
        assert sync(catalogue).complete
        assert_true(catalogue)
