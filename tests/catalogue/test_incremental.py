"""What is read again after an edit, and what is not."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.file_stamps import FileMonitor
from briefing.catalogue.db.owner import CARD, INDEX, SOURCE, Owner
from briefing.catalogue.sync.known_files import is_current
from briefing.catalogue.sync.reading import OwnerContent, UnitReader
from briefing.catalogue.sync.sync import sync
from tests.catalogue.libraries import MadeLibrary
from tests.catalogue.truth import assert_no_orphans, assert_true, built, living

Edit = Callable[[MadeLibrary], object]


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> set[Owner]:
    """Collect the owners that are read."""
    seen: set[Owner] = set()
    read = UnitReader.read

    def noting(self: UnitReader, owner: Owner) -> OwnerContent:
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


def rename_card(made: MadeLibrary) -> None:
    made.card_path(1).rename(made.card_path(9))


def delete_all(made: MadeLibrary) -> None:
    for number in (1, 2, 3):
        made.card_path(number).unlink()


def swap_cards(made: MadeLibrary) -> None:
    """Give two cards each other's bytes, as a rename of both would."""
    one, two = made.card_path(1), made.card_path(2)
    aside = made.root / "aside"
    one.rename(aside)
    two.rename(one)
    aside.rename(two)


def change_record(made: MadeLibrary, name: str, **values: str) -> None:
    made.records[name].update(values)
    made.write_index()


def add_alias(made: MadeLibrary) -> None:
    made.speakers["okafor"].append("Minister of water")
    made.write_index()


def drop_speaker(made: MadeLibrary) -> None:
    del made.speakers["okafor"]
    made.write_index()


def add_speaker(made: MadeLibrary) -> None:
    made.speakers["newcomer"] = []
    made.write_index()


def relabel(made: MadeLibrary) -> None:
    made.labels["water"] = "The great water"
    made.write_index()


def list_twice(made: MadeLibrary) -> None:
    made.records["again"] = {"file": "seeds/report-1.txt"}
    made.write_index()


CARDS = {n: Owner(CARD, f"2020-01-{n + 1:02}-talks-{n}") for n in (1, 2, 3)}
SOURCES = {n: Owner(SOURCE, f"report-{n}") for n in (1, 2, 3)}

EDITS: dict[str, tuple[Edit, set[Owner]]] = {
    "nothing": (lambda made: None, set()),
    "touch a card": (lambda made: touch(made.card_path(1)), set()),
    "touch a source": (lambda made: touch(made.source_path(1)), set()),
    "touch an index": (lambda made: touch(made.index_paths["sources"]), set()),
    "write the same": (lambda made: made.write_card(1), set()),
    "replace by the same": (
        lambda made: edit(made.card_path(1), "first", "first"), set(),
    ),
    "edit a card": (lambda made: made.write_card(1, "second"), {CARDS[1]}),
    "break a card": (lambda made: made.card_path(1).write_text("format: 1\n"), {CARDS[1]}),
    "add a card": (lambda made: made.write_card(4, source="report-1"),
                   {Owner(CARD, "2020-01-05-talks-4")}),
    "delete a card": (lambda made: made.card_path(1).unlink(), set()),
    "delete all cards": (delete_all, set()),
    "rename a card": (rename_card, {Owner(CARD, "2020-01-10-talks-9")}),
    "swap two cards": (swap_cards, {CARDS[1], CARDS[2]}),
    "edit a source": (lambda made: made.write_source(1, "second"), {SOURCES[1], CARDS[1]}),
    "delete a source's file": (lambda made: made.source_path(1).unlink(),
                               {SOURCES[1], CARDS[1]}),
    "a caution": (lambda made: change_record(made, "report-1", caution="Re-worded."),
                  {Owner(INDEX, "sources"), SOURCES[1], CARDS[1]}),
    "furniture": (lambda made: change_record(made, "report-1", furniture="[The Gazette]"),
                  {Owner(INDEX, "sources"), SOURCES[1], CARDS[1]}),
    "another file": (lambda made: change_record(made, "report-1", file="seeds/report-2.txt"),
                     {Owner(INDEX, "sources"), SOURCES[1], CARDS[1]}),
    "a remark above": (
        lambda made: made.index_paths["sources"].write_text(
            "# A remark.\n" + made.index_paths["sources"].read_text("utf-8"), encoding="utf-8"
        ),
        {Owner(INDEX, "sources")},
    ),
    "an alias": (add_alias, {Owner(INDEX, "speakers"), CARDS[1]}),
    "a new speaker": (add_speaker, {Owner(INDEX, "speakers")}),
    "a lost speaker": (drop_speaker, {Owner(INDEX, "speakers"), CARDS[1]}),
    "a label": (relabel, {Owner(INDEX, "topics"), CARDS[2]}),
    "a file listed twice": (list_twice, {Owner(INDEX, "sources"), Owner(SOURCE, "again")}),
}  # fmt: skip


@pytest.mark.parametrize("trusting", [True, False], ids=["settled", "fresh files"])
@pytest.mark.parametrize("name", EDITS)
def test_an_edit_reads_what_it_touches_and_nothing_else(
    name: str,
    trusting: bool,
    made: MadeLibrary,
    folder: Path,
    reads: set[Owner],
    request: pytest.FixtureRequest,
) -> None:
    if trusting:
        request.getfixturevalue("settled")
    act, expected = EDITS[name]
    with built(made.root, folder) as catalogue:
        reads.clear()
        act(made)
        result = sync(catalogue)

        assert reads == expected
        assert result.read == len(expected)
        assert result.complete
        assert_true(catalogue)
        assert_no_orphans(catalogue)


def test_nothing_is_opened_when_nothing_has_changed(
    made: MadeLibrary, folder: Path, settled: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(made.root, folder).close()
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("it was read"))
    with Catalogue.open(made.root, folder) as catalogue:
        assert is_current(catalogue)
        sync(catalogue)

        assert len(catalogue.meetings()) == 3


def test_a_shared_file_touches_both_of_its_sources(
    made: MadeLibrary, folder: Path, reads: set[Owner]
) -> None:
    list_twice(made)
    made.write_card(2, source="again")
    with built(made.root, folder) as catalogue:
        reads.clear()
        made.write_source(1, "second")
        sync(catalogue)

        assert reads == {SOURCES[1], Owner(SOURCE, "again"), CARDS[1], CARDS[2]}
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
    damage: Edit, mend: Edit, made: MadeLibrary, folder: Path
) -> None:
    with built(made.root, folder) as catalogue:
        damage(made)
        sync(catalogue)
        assert_true(catalogue)
        mend(made)
        sync(catalogue)

        assert_true(catalogue)
        assert not any(row.broken for row in catalogue.meetings())


@pytest.mark.parametrize("index", ["sources", "speakers", "topics"])
@pytest.mark.parametrize("broken", ["unlisted: [", "- a list", "a: {name: 'x"])
def test_what_only_a_broken_index_hid_is_found_when_it_is_mended(
    made: MadeLibrary, folder: Path, index: str, broken: str
) -> None:
    """A card that names what nothing lists is readable only while nobody can know that."""
    path = made.index_paths[index]
    whole = path.read_text("utf-8")
    card = made.card_path(1)
    named = {"sources": "source: ", "speakers": "speaker: ", "topics": "topics: ["}[index]
    card.write_text(card.read_text("utf-8").replace(named, f"{named}nowhere-", 1), "utf-8")
    with built(made.root, folder) as catalogue:
        assert [row.broken != "" for row in catalogue.meetings()].count(True) == 1
        path.write_text(f"{whole}{broken}" if ":" in broken else broken, "utf-8")
        sync(catalogue)
        assert_true(catalogue)
        assert not any(row.broken for row in catalogue.meetings())
        path.write_text(whole, "utf-8")
        sync(catalogue)

        assert_true(catalogue)
        assert [row.broken != "" for row in catalogue.meetings()].count(True) == 1


def test_a_problem_moves_with_the_record_it_is_about(made: MadeLibrary, folder: Path) -> None:
    made.source_path(2).unlink()
    with built(made.root, folder) as catalogue:
        path = made.index_paths["sources"]
        path.write_text("# A remark.\n" + path.read_text("utf-8"), encoding="utf-8")
        sync(catalogue)

        assert_true(catalogue)


def test_an_edit_back_and_forth_is_followed(made: MadeLibrary, folder: Path) -> None:
    with built(made.root, folder) as catalogue:
        for word in ("second", "first", "second", "first"):
            made.write_source(1, word)
            made.write_card(2, word)
            sync(catalogue)
            assert_true(catalogue)


def test_entries_that_are_gone_are_not_found(made: MadeLibrary, folder: Path) -> None:
    with built(made.root, folder) as catalogue:
        assert catalogue.engine().search("river1").hits
        made.card_path(1).unlink()
        made.write_source(1, "second")
        made.source_path(1).unlink()
        sync(catalogue)

        assert not catalogue.engine().search('"river1 water"').hits
        assert all(entry.card != "2020-01-02-talks-1" for entry in living(catalogue))


def test_an_engine_lasts_until_something_changes(made: MadeLibrary, folder: Path) -> None:
    with built(made.root, folder) as catalogue:
        engine = catalogue.engine()
        touch(made.card_path(1))
        sync(catalogue)
        assert catalogue.engine() is engine
        made.write_card(1, "second")
        sync(catalogue)

        assert catalogue.engine() is not engine


def test_a_cancelled_sync_goes_on_where_it_stopped(
    made: MadeLibrary, folder: Path, reads: set[Owner]
) -> None:
    with Catalogue.open(made.root, folder) as catalogue:
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
    made: MadeLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = UnitReader.read
    edits = iter(["second", "first", "third"])

    def reading(self: UnitReader, owner: Owner) -> OwnerContent:
        unit = read(self, owner)
        if owner == SOURCES[1] and (word := next(edits, None)):
            made.write_source(1, word)  # the unit is of the words before
        return unit

    monkeypatch.setattr(UnitReader, "read", reading)
    with Catalogue.open(made.root, folder) as catalogue:
        assert sync(catalogue).complete
        assert next(edits, None) is None
        assert_true(catalogue)


def test_an_index_edited_while_cards_are_read_is_read_again(
    made: MadeLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = UnitReader.read

    def reading(self: UnitReader, owner: Owner) -> OwnerContent:
        if owner == CARDS[1] and len(made.speakers["okafor"]) == 1:
            add_alias(made)
        return read(self, owner)

    monkeypatch.setattr(UnitReader, "read", reading)
    with Catalogue.open(made.root, folder) as catalogue:
        assert sync(catalogue).complete
        assert_true(catalogue)


def test_a_library_that_never_holds_still_ends_the_sync(
    made: MadeLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_stayed = FileMonitor.has_stayed

    def restless(self: FileMonitor, path: str) -> bool:
        return path != "seeds/report-1.txt" and has_stayed(self, path)

    monkeypatch.setattr(FileMonitor, "has_stayed", restless)
    with Catalogue.open(made.root, folder) as catalogue:
        assert not sync(catalogue).complete
        assert len(catalogue.meetings()) == 2
        monkeypatch.undo()
        assert sync(catalogue).complete
        assert_true(catalogue)
