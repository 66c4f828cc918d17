"""Several processes at one catalogue."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import get_args

import pytest

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.discarding import discard
from briefing.catalogue.db.schema import BUSY_MS, connect
from briefing.catalogue.sync import batches
from briefing.catalogue.sync.batches import SIZES, BatchSizes, Step, bring_up_to_date
from briefing.catalogue.sync.changed_files import changed_files
from briefing.catalogue.sync.progress import Progress
from briefing.catalogue.sync.sync import sync, sync_with_recovery
from briefing.catalogue.sync.sync_plan import OvertakenError, prepare, survey
from briefing.library.library import Library
from tests.catalogue.libraries import MadeLibrary
from tests.catalogue.processes import CARDS, ended, start
from tests.catalogue.truth import assert_no_orphans, assert_true, built


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


def interleaved(
    made: MadeLibrary,
    folder: Path,
    at: Step,
    act: Callable[[], None],
    sizes: BatchSizes = SIZES,
) -> Catalogue:
    """Sync a catalogue, and let something else happen once before a step of it."""
    done: list[Step] = []

    def before(step: Step) -> None:
        if step == at and not done:
            done.append(step)
            act()

    catalogue = Catalogue.open(made.root, folder)
    assert bring_up_to_date(catalogue, sizes=sizes, before=before).complete
    assert done
    return catalogue


@pytest.mark.parametrize("at", get_args(Step))
@pytest.mark.parametrize("edit", ["nothing", "source", "card", "index"])
def test_another_process_may_do_all_between_two_steps(
    at: Step, edit: str, made: MadeLibrary, folder: Path
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

    with interleaved(made, folder, at, other) as catalogue:
        sync(catalogue)
        assert_true(catalogue)
        assert_no_orphans(catalogue)


def test_what_a_slow_process_read_before_an_edit_is_not_stored_after_it(
    made: MadeLibrary, folder: Path
) -> None:
    """The lost update: read the old source, another stores the new one, store the old card."""

    def other() -> None:
        made.write_source(1, "second")
        ended([start(made.root, folder)])

    with interleaved(made, folder, "index", other) as catalogue:
        assert_true(catalogue)


def test_a_process_stopped_between_a_source_and_its_cards_misleads_no_other(
    made: MadeLibrary, folder: Path
) -> None:
    """The other stores the new source and announces the card, which this one has read before."""
    made.write_card(2, source="report-1")
    built(made.root, folder).close()
    made.write_card(1, "second")

    def other() -> None:
        made.write_source(1, "second")
        with Catalogue.open(made.root, folder) as two:
            stored: list[int] = []
            bring_up_to_date(
                two,
                progress=lambda p: stored.append(p.stored),
                cancelled=lambda: any(stored),
                sizes=BatchSizes(first=1),
            )
            unread = {
                owner for (owner,) in two.database.rows("SELECT owner FROM file WHERE read = 0")
            }
            assert unread == {"card:2020-01-02-talks-1"}

    with interleaved(made, folder, "index", other, BatchSizes(first=1)) as catalogue:
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

    def connecting(
        path: Path | None, *, known: bool = False, busy_ms: int = BUSY_MS
    ) -> sqlite3.Connection:
        connection = connect(path, known=known, busy_ms=busy_ms)
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
    large: MadeLibrary, tmp_path: Path
) -> None:
    # Two threads may come to run in such turns that each reads nearly all; not time after time.
    reads = (read_by_two(large, tmp_path / f"cache-{number}") for number in range(5))
    assert any(read < 1.5 * (2 * CARDS + 3) for read in reads)


def read_by_two(library: MadeLibrary, folder: Path) -> int:
    """Return how many files two read together that build one catalogue at once."""
    sizes = BatchSizes(first=2, largest=4)
    with Catalogue.open(library.root, folder) as one, Catalogue.open(library.root, folder) as two:
        reads: list[int] = []
        other = Thread(target=lambda: reads.append(bring_up_to_date(two, sizes=sizes).read))

        def progress(found: Progress) -> None:
            if found.stored and not other.ident:
                other.start()

        reads.append(bring_up_to_date(one, progress=progress, sizes=sizes).read)
        other.join()
        assert_true(two)
        return sum(reads)


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


def test_sync_mending_takes_a_catalogue_that_others_use(made: MadeLibrary, folder: Path) -> None:
    with built(made.root, folder) as one:
        two, result = sync_with_recovery(Catalogue.open(made.root, folder))
        with two:
            assert result.read == 0
            assert one.meetings() == two.meetings()
