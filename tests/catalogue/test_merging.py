"""Segments are merged and swept, whatever others do meanwhile."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.segments.segment_store import MOST_SEGMENTS, SegmentStore
from briefing.catalogue.sync import merging
from briefing.catalogue.sync.batches import Step, bring_up_to_date
from briefing.catalogue.sync.sync import sync
from briefing.search.index.array_file import StoredArray
from briefing.search.index.segment import Segment
from tests.catalogue.libraries import MadeLibrary
from tests.catalogue.truth import assert_no_orphans, assert_true, built, entries


def write_cards(made: MadeLibrary, catalogue: Catalogue) -> None:
    """Write each card a few times and sync each time: a segment for each."""
    for word in ("second", "third", "fourth", "fifth"):
        for number in (1, 2, 3):
            made.write_card(number, word)
            sync(catalogue)


def test_a_segment_merged_away_elsewhere_is_asked_for_again(
    made: MadeLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One reads the names of segments; before it opens them, another merges and sweeps them."""
    built(made.root, folder).close()
    get = SegmentStore.get
    words = ["second", "third"]
    with Catalogue.open(made.root, folder) as reading, Catalogue.open(made.root, folder) as other:
        other.segments.most = 1

        def getting(self: SegmentStore, name: str) -> Segment:
            if self is reading.segments and words:
                made.write_card(1, words.pop())
                sync(other)
                assert name not in other.segments.names()
            return get(self, name)

        monkeypatch.setattr(SegmentStore, "get", getting)
        engine = reading.engine()

        assert not words
        assert engine.search("p1 second").total
        assert entries(reading) == entries(other)


def test_a_file_swept_before_it_is_named_is_written_again(
    made: MadeLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = SegmentStore.add

    def adding(self: SegmentStore, sections: Iterable[tuple[str, StoredArray]]) -> str:
        name = add(self, sections)
        self.keep_only(self.names() - {name})  # as another process's sweep would
        return name

    monkeypatch.setattr(SegmentStore, "add", adding)
    with built(made.root, folder) as catalogue:
        assert_true(catalogue)
        for word in ("second", "third", "fourth", "fifth"):
            made.write_card(1, word)
            sync(catalogue)
        assert_true(catalogue)


def test_a_merge_keeps_all_that_lives_and_nothing_else(made: MadeLibrary, folder: Path) -> None:
    with built(made.root, folder) as catalogue:
        catalogue.segments.most = 100
        write_cards(made, catalogue)
        ((before,),) = catalogue.database.rows("SELECT count(*) FROM segment")
        catalogue.segments.most = MOST_SEGMENTS
        merging.merge(catalogue)
        ((after,),) = catalogue.database.rows("SELECT count(*) FROM segment")

        assert before > 3 >= after
        assert_true(catalogue)


def test_an_owner_that_is_read_again_during_a_merge_keeps_what_was_read(
    made: MadeLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(made.root, folder).close()
    made.write_card(2, "second")
    with Catalogue.open(made.root, folder) as catalogue:
        catalogue.segments.most = 1
        steps: list[Step] = []
        done: list[bool] = []
        add = catalogue.segments.add

        def adding_while_another_reads(sections: Iterable[tuple[str, StoredArray]]) -> str:
            merged = list(sections)
            if steps[-1] == "merge" and not done:
                done.append(True)
                made.write_card(1, "third")
                with Catalogue.open(made.root, folder) as other:
                    other.segments.most = 100
                    sync(other)
            return add(merged)

        monkeypatch.setattr(catalogue.segments, "add", adding_while_another_reads)
        bring_up_to_date(catalogue, before=steps.append)
        assert done
        sync(catalogue)
        assert_true(catalogue)


def test_what_a_killed_process_left_is_swept_though_nothing_has_changed(
    made: MadeLibrary, folder: Path, settled: None
) -> None:
    with built(made.root, folder) as catalogue:
        catalogue.segments.most = 100
        write_cards(made, catalogue)
    (folder / "abc.segmentxyz.tmp").write_bytes(b"half a segment")
    with Catalogue.open(made.root, folder) as catalogue:
        assert not catalogue.is_tidy()
        assert sync(catalogue).read == 0
        assert catalogue.is_tidy()
        assert_no_orphans(catalogue)
