"""Several processes at one catalogue, and processes that are killed while they write it."""

import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Thread

import pytest

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db import file_stamps
from briefing.catalogue.db.discarding import discard
from briefing.catalogue.db.schema import connect
from briefing.catalogue.segments import segment_store as shelves
from briefing.catalogue.sync import batches, merging
from briefing.catalogue.sync.changed_files import changed_files
from briefing.catalogue.sync.progress import Progress
from briefing.catalogue.sync.sync import sync, sync_with_recovery
from briefing.catalogue.sync.sync_plan import OvertakenError, prepare, survey
from briefing.library.entries import Entry, library_entries
from briefing.library.library import Library
from briefing.search.index.array_file import StoredArray
from briefing.search.index.segment import Segment
from briefing.search.index.segment_building import build
from tests.catalogue.libraries import MadeLibrary
from tests.catalogue.truth import assert_no_orphans, assert_true, built, entries

ROOT = Path(__file__).parent.parent.parent
CARDS = 96


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> MadeLibrary:
    """Write a library of many cards; tests leave it as it is."""
    return MadeLibrary(tmp_path_factory.mktemp("large") / "library", CARDS)


def start(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.catalogue.builder", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(processes: Sequence[subprocess.Popen[str]]) -> list[int]:
    """Wait for processes and return the moments they counted; -1 for one that was killed."""
    counts = []
    for process in processes:
        out, err = process.communicate(timeout=120)
        assert process.returncode in (0, -signal.SIGKILL), err
        counts.append(int(out) if process.returncode == 0 else -1)
    return counts


def assert_nothing_wrong(root: Path, folder: Path, truth: set[str]) -> None:
    """Fail if what is left of a killed build holds anything that is not so."""
    with Catalogue.open(root, folder) as catalogue:
        assert catalogue.folder == folder
        found = entries(catalogue)
        assert len(found) == len(set(found))
        assert set(found) <= truth
        titles = {row.title for row in catalogue.meetings()}
        assert titles <= {f"Talks number {n}, first" for n in range(1, CARDS + 1)}
        catalogue.verify()
        if found:
            assert catalogue.engine().search("talks").total


@pytest.mark.parametrize("seed", range(3))
def test_a_build_killed_at_any_moment_leaves_nothing_wrong(
    seed: int, large: MadeLibrary, tmp_path: Path
) -> None:
    folder = tmp_path / "cache" / "library"
    truth = set(map(repr, library_entries(Library.open(large.root))))
    (moments,) = ended([start(large.root, folder)])
    discard(folder)
    dice = random.Random(seed)
    kills = 0
    while kills < 8:
        # A later kill meets a build that goes on from what an earlier one left.
        killed = ended([start(large.root, folder, dice.randrange(1, moments))]) == [-1]
        assert_nothing_wrong(large.root, folder, truth)
        kills += killed
        if not killed:
            discard(folder)
    with built(large.root, folder) as catalogue:
        assert_true(catalogue)
        assert_no_orphans(catalogue)


def test_a_merge_or_a_sweep_killed_at_any_moment_is_done_again(
    large: MadeLibrary, tmp_path: Path
) -> None:
    folder = tmp_path / "cache" / "library"
    (moments,) = ended([start(large.root, folder)])
    discard(folder)
    for before_end in (1, 5, 13, 34):
        ended([start(large.root, folder, moments - before_end)])
        with built(large.root, folder) as catalogue:
            assert_no_orphans(catalogue)
            assert catalogue.is_tidy()
        discard(folder)


def test_processes_that_build_at_once_make_what_one_makes(
    large: MadeLibrary, tmp_path: Path
) -> None:
    folder = tmp_path / "cache" / "library"
    for _ in range(2):
        counts = ended([start(large.root, folder) for _ in range(3)])
        assert -1 not in counts
        with Catalogue.open(large.root, folder) as catalogue:
            assert sync(catalogue).read == 0, "everything was done"
            assert_true(catalogue)
            assert_no_orphans(catalogue)
        discard(folder)


def test_processes_that_build_while_one_is_killed_go_on(large: MadeLibrary, tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "library"
    counts = ended([start(large.root, folder, 20), start(large.root, folder)])
    assert -1 in counts
    with built(large.root, folder) as catalogue:
        assert_true(catalogue)
        assert_no_orphans(catalogue)


def test_a_segment_merged_away_elsewhere_is_asked_for_again(
    made: MadeLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One reads the names of segments; before it opens them, another merges and sweeps them."""
    monkeypatch.setattr(merging, "MOST_SEGMENTS", 1)
    built(made.root, folder).close()
    get = shelves.SegmentStore.get
    words = ["second", "third"]
    with Catalogue.open(made.root, folder) as reading, Catalogue.open(made.root, folder) as other:

        def getting(self: shelves.SegmentStore, name: str) -> Segment:
            if self is reading.segments and words:
                made.write_card(1, words.pop())
                sync(other)
                assert name not in other.segments.names()
            return get(self, name)

        monkeypatch.setattr(shelves.SegmentStore, "get", getting)
        engine = reading.engine()

        assert not words
        assert engine.search("p1 second").total
        assert entries(reading) == entries(other)


def interleaved(
    made: MadeLibrary,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    at: str,
    act: Callable[[], None],
) -> Catalogue:
    """Sync a catalogue, and let something else happen once before a step of it."""
    holder = batches if hasattr(batches, at) else batches._Round
    step = getattr(holder, at)
    done: list[bool] = []

    def stepping(*arguments: object) -> object:
        if not done:
            done.append(True)
            act()
        return step(*arguments)

    monkeypatch.setattr(holder, at, stepping)
    catalogue = Catalogue.open(made.root, folder)
    assert sync(catalogue).complete
    assert done
    return catalogue


@pytest.mark.parametrize(
    "at", ["survey", "prepare", "_not_done_elsewhere", "_add", "indexed", "merge", "sweep"]
)
@pytest.mark.parametrize("edit", ["nothing", "source", "card", "index"])
def test_another_process_may_do_all_between_two_steps(
    at: str, edit: str, made: MadeLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other() -> None:
        if edit == "source":
            made.write_source(1, "second")
        elif edit == "card":
            made.write_card(1, "second")
        elif edit == "index":
            made.speakers["okafor"].append("Another")
            made.write_index()
        ended([start(made.root, folder)])

    with interleaved(made, folder, monkeypatch, at, other) as catalogue:
        sync(catalogue)
        assert_true(catalogue)
        assert_no_orphans(catalogue)


def test_what_a_slow_process_read_before_an_edit_is_not_stored_after_it(
    made: MadeLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lost update: read the old source, another stores the new one, store the old card."""

    def other() -> None:
        made.write_source(1, "second")
        ended([start(made.root, folder)])

    with interleaved(made, folder, monkeypatch, "indexed", other) as catalogue:
        assert_true(catalogue)


def test_a_file_swept_before_it_is_named_is_written_again(
    made: MadeLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = shelves.SegmentStore.add

    def adding(self: shelves.SegmentStore, sections: Iterable[tuple[str, StoredArray]]) -> str:
        name = add(self, sections)
        self.keep_only(self.names() - {name})  # as another process's sweep would
        return name

    monkeypatch.setattr(shelves.SegmentStore, "add", adding)
    with built(made.root, folder) as catalogue:
        assert_true(catalogue)
        for word in ("second", "third", "fourth", "fifth"):
            made.write_card(1, word)
            sync(catalogue)
        assert_true(catalogue)


def test_a_process_stopped_between_a_source_and_its_cards_misleads_no_other(
    made: MadeLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other stores the new source and announces the card, which this one has read before."""
    monkeypatch.setattr(batches, "FIRST_BATCH", 1)
    made.write_card(2, source="report-1")
    built(made.root, folder).close()
    made.write_card(1, "second")

    def other() -> None:
        made.write_source(1, "second")
        with Catalogue.open(made.root, folder) as two:
            stored: list[int] = []
            sync(two, progress=lambda p: stored.append(p.stored), cancelled=lambda: any(stored))
            unread = {
                owner for (owner,) in two.database.rows("SELECT owner FROM file WHERE read = 0")
            }
            assert unread == {"card:2020-01-02-talks-1"}

    with interleaved(made, folder, monkeypatch, "indexed", other) as catalogue:
        assert_true(catalogue)


def test_nothing_is_announced_to_a_catalogue_that_has_changed(
    made: MadeLibrary, folder: Path
) -> None:
    with built(made.root, folder) as one, Catalogue.open(made.root, folder) as two:
        made.write_card(1, "second")
        found = changed_files(one, {})
        plan = survey(one, Library.open(made.root), found)
        sync(two)
        with pytest.raises(OvertakenError):
            prepare(one, plan, found)

        assert_true(one)


def test_a_catalogue_that_is_made_anew_while_it_is_opened_is_opened_again(
    made: MadeLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else one would read the old one, write the new one, and never come to an end."""
    done: list[bool] = []

    def connecting(path: Path | None, *, known: bool = False) -> sqlite3.Connection:
        connection = connect(path, known=known)
        if not done:
            done.append(True)
            discard(folder)
            ended([start(made.root, folder)])
        return connection

    monkeypatch.setattr("briefing.catalogue.db.database.connect", connecting)
    with Catalogue.open(made.root, folder) as catalogue:
        assert sync(catalogue).read == 0, "it is the new one"
        assert_true(catalogue)


def test_whoever_is_overtaken_again_and_again_still_comes_to_the_end(
    made: MadeLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy machine others may store something between any two steps of this one."""
    tries = iter(range(5 * batches.ROUNDS))

    def overtaken(*arguments: object) -> object:
        if next(tries, None) is not None:
            raise OvertakenError
        return prepare(*arguments)  # type: ignore[arg-type]  # they are passed on as they came

    monkeypatch.setattr(batches, "prepare", overtaken)
    with Catalogue.open(made.root, folder) as catalogue:
        assert sync(catalogue).complete
        assert_true(catalogue)


def test_two_who_build_at_once_do_not_read_everything_twice(
    large: MadeLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "FIRST_BATCH", 2)
    monkeypatch.setattr(batches, "LARGEST_BATCH", 4)
    folder = tmp_path / "cache"
    with Catalogue.open(large.root, folder) as one, Catalogue.open(large.root, folder) as two:
        reads: list[int] = []
        other = Thread(target=lambda: reads.append(sync(two).read))

        def progress(found: Progress) -> None:
            if found.stored and not other.ident:
                other.start()

        reads.append(sync(one, progress=progress).read)
        other.join()

        assert sum(reads) < 1.5 * (2 * CARDS + 3)
        assert_true(two)


def test_threads_may_ask_while_another_builds(large: MadeLibrary, tmp_path: Path) -> None:
    with Catalogue.open(large.root, tmp_path / "cache") as catalogue:
        failures: list[Exception] = []
        seen: list[list[int]] = [[], []]
        finished: list[bool] = []

        def ask(counts: list[int]) -> None:
            try:
                while not finished:
                    counts.append(len(catalogue.meetings()))
                    catalogue.engine().search("harbour")
            except Exception as error:
                failures.append(error)

        threads = [Thread(target=ask, args=(counts,)) for counts in seen]
        for thread in threads:
            thread.start()
        sync(catalogue)
        finished.append(True)
        for thread in threads:
            thread.join()

        assert failures == []
        assert all(counts == sorted(counts) for counts in seen), "it only grows"
        assert len(catalogue.meetings()) == CARDS


def test_a_merge_keeps_all_that_lives_and_nothing_else(
    made: MadeLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "MOST_SEGMENTS", 100)
    with built(made.root, folder) as catalogue:
        for word in ("second", "third", "fourth", "fifth"):
            for number in (1, 2, 3):
                made.write_card(number, word)
                sync(catalogue)
        ((before,),) = catalogue.database.rows("SELECT count(*) FROM segment")
        monkeypatch.undo()
        merging.merge(catalogue)
        ((after,),) = catalogue.database.rows("SELECT count(*) FROM segment")

        assert before > 3 >= after
        assert_true(catalogue)


def test_an_owner_that_is_read_again_during_a_merge_keeps_what_was_read(
    made: MadeLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "MOST_SEGMENTS", 1)
    built(made.root, folder).close()
    monkeypatch.setattr(merging, "_joined", lambda *_: None)
    done: list[bool] = []

    def building_while_another_reads(found: Iterable[Entry]) -> dict[str, StoredArray]:
        sections = build(found)
        if not done:
            done.append(True)
            made.write_card(1, "third")
            monkeypatch.setattr(merging, "MOST_SEGMENTS", 100)
            built(made.root, folder).close()
        return sections

    monkeypatch.setattr(merging, "build", building_while_another_reads)
    made.write_card(2, "second")
    with built(made.root, folder) as catalogue:
        assert done
        assert_true(catalogue)


def test_what_a_killed_process_left_is_swept_though_nothing_has_changed(
    made: MadeLibrary, folder: Path, settled: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "MOST_SEGMENTS", 100)
    with built(made.root, folder) as catalogue:
        for word in ("second", "third", "fourth", "fifth"):
            for number in (1, 2, 3):
                made.write_card(number, word)
                sync(catalogue)
    monkeypatch.undo()
    monkeypatch.setattr(file_stamps, "SETTLED_NS", -1)
    (folder / "abc.segmentxyz.tmp").write_bytes(b"half a segment")
    with Catalogue.open(made.root, folder) as catalogue:
        assert not catalogue.is_tidy()
        assert sync(catalogue).read == 0
        assert catalogue.is_tidy()
        assert_no_orphans(catalogue)


def test_sync_mending_takes_a_catalogue_that_others_use(made: MadeLibrary, folder: Path) -> None:
    with built(made.root, folder) as one:
        two, result = sync_with_recovery(Catalogue.open(made.root, folder))
        with two:
            assert result.read == 0
            assert one.meetings() == two.meetings()
