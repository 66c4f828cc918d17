"""Processes that are killed while they build a catalogue, and what is left of them."""

import random
from pathlib import Path

import pytest

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.discarding import discard
from briefing.library.entries import library_entries
from briefing.library.library import Library
from tests.catalogue.libraries import MadeLibrary
from tests.catalogue.processes import CARDS, ended, start
from tests.catalogue.truth import assert_no_orphans, assert_true, built, entries


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
    while kills < 5:
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
