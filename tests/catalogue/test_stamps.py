"""Files whose stamps lie, and files that are none."""

import os
import time
from functools import partial
from pathlib import Path

import pytest

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db import file_stamps
from briefing.catalogue.db.file_stamps import (
    ABSENT,
    FileMonitor,
    Seen,
    Stamp,
    has_stamp,
    look,
    stamp_from,
    stamp_in,
)
from briefing.catalogue.db.owner import Owner
from briefing.catalogue.sync.sync import sync
from tests.catalogue.libraries import MadeLibrary, same_size
from tests.catalogue.truth import assert_true, built

FILE = "file.txt"


@pytest.fixture
def coarse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the file system's clock stand still, as between two ticks."""

    def stamp(status: os.stat_result) -> Stamp:
        now = time.time_ns()
        return Stamp(status.st_size, now - now % 10**12, now - now % 10**12, status.st_ino)

    monkeypatch.setattr(file_stamps, "stamp_from", stamp)
    monkeypatch.setattr(file_stamps, "SETTLED_NS", 10**15)


def test_an_edit_within_one_tick_is_seen_though_no_stamp_tells(
    made: MadeLibrary, folder: Path, coarse: None
) -> None:
    with built(made.root, folder) as catalogue:
        for path in (made.card_path(1), made.source_path(2), made.index_paths["topics"]):
            before = stamp_in(str(made.root), str(path.relative_to(made.root)))
            path.write_text(same_size(path.read_text("utf-8")), encoding="utf-8")
            assert stamp_in(str(made.root), str(path.relative_to(made.root))) == before
            sync(catalogue)
            assert_true(catalogue)


def test_an_edit_within_one_tick_while_reading_is_seen(
    made: MadeLibrary, folder: Path, coarse: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefing.catalogue.sync.reading import OwnerContent, UnitReader

    read = UnitReader.read
    path = made.card_path(1)
    edits = [same_size(path.read_text("utf-8"))]

    def reading(self: UnitReader, owner: Owner) -> OwnerContent:
        unit = read(self, owner)
        if owner.id.endswith("talks-1") and edits:
            path.write_text(edits.pop(), encoding="utf-8")
        return unit

    monkeypatch.setattr(UnitReader, "read", reading)
    with Catalogue.open(made.root, folder) as catalogue:
        assert sync(catalogue).complete
        assert_true(catalogue)


def test_a_changed_stamp_with_the_size_and_time_of_before_is_seen(
    made: MadeLibrary, folder: Path, settled: None
) -> None:
    path = made.card_path(1)
    with built(made.root, folder) as catalogue:
        before = path.stat()
        path.write_text(same_size(path.read_text("utf-8")), encoding="utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        sync(catalogue)

        assert_true(catalogue)


def test_a_stamp_is_sure_only_some_time_after_the_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / FILE
    path.write_text("a")
    changed = path.stat().st_mtime_ns
    for seconds, sure in ((0, False), (1, False), (3, True), (-1, False), (-3, True)):
        monkeypatch.setattr(time, "time_ns", partial(int, changed + seconds * 10**9))
        assert look(tmp_path, FILE).sure is sure, seconds


def test_a_file_is_opened_only_where_its_stamp_leaves_doubt(
    tmp_path: Path, settled: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / FILE
    path.write_text("a")
    seen = look(tmp_path, FILE)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("it was read"))

    assert look(tmp_path, FILE, seen) is seen


@pytest.mark.parametrize("path", [FILE, "gone.txt", "below/gone.txt", "../outside.txt", "", "/"])
def test_a_file_has_the_stamp_that_was_found_and_no_other(tmp_path: Path, path: str) -> None:
    root = tmp_path / "library"
    root.mkdir()
    for file in (root / FILE, tmp_path / "outside.txt"):
        file.write_text("a")
    stamp = stamp_in(str(root), path)

    assert has_stamp(str(root), path, stamp)
    for place in range(len(stamp)):
        other = [*stamp]
        other[place] += 1
        assert not has_stamp(str(root), path, Stamp(*other))


def test_a_file_that_came_or_went_has_another_stamp(tmp_path: Path) -> None:
    before = stamp_in(str(tmp_path), FILE)
    (tmp_path / FILE).write_text("a")
    there = stamp_in(str(tmp_path), FILE)

    assert not has_stamp(str(tmp_path), FILE, before)
    (tmp_path / FILE).unlink()
    assert not has_stamp(str(tmp_path), FILE, there)


def test_a_witness_notices_an_edit_and_its_undoing(tmp_path: Path, settled: None) -> None:
    path = tmp_path / FILE
    path.write_text("a")
    witness = FileMonitor(tmp_path, {FILE: look(tmp_path, FILE)})
    assert witness.has_stayed(FILE)
    path.write_text("b")
    path.write_text("a")
    os.utime(path, (1, 1))

    assert not witness.has_stayed(FILE)


def test_a_stamp_fits_where_it_is_kept() -> None:
    status = os.stat_result(
        (0, 2**64 - 1, 0, 1, 0, 0, 7, 0, 0, 0, 0.0, 0.0, 0.0, 0, 2**64 + 5, -(2**40))
    )
    stamp = stamp_from(status)

    assert stamp.size == 7
    assert all(0 <= number < 2**63 for number in stamp)


@pytest.mark.parametrize(
    "path", ["", "/etc/hostname", "../x", "a/../../x", "a\0b", "x" * 5000, "none", "loop", "away"]
)
def test_what_may_not_be_read_has_a_reason_and_is_not_opened(
    tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "outside").write_text("a secret")
    root = tmp_path / "library"
    root.mkdir()
    (root / "loop").symlink_to("loop")
    (root / "away").symlink_to(tmp_path / "outside")
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("it was read"))

    assert look(root, path).digest.startswith(b"!")


def test_a_pipe_and_a_huge_file_are_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(2**30)
    (tmp_path / "folder").mkdir()
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("it was read"))
    digests = {look(tmp_path, name).digest for name in ("pipe", "huge", "folder", "none")}

    assert len(digests) == 4, "each for its own reason"
    assert look(tmp_path, "none") == Seen(ABSENT, b"!error 2", True)


def test_links_are_followed_inside_the_library_only(made: MadeLibrary, folder: Path) -> None:
    outside = made.root.parent / "outside.txt"
    outside.write_text("Began in the old harbour.")
    inside = made.root / "seeds/inside.txt"
    inside.write_text(made.source_path(1).read_text("utf-8"), encoding="utf-8")
    with built(made.root, folder) as catalogue:
        for target in (inside, outside, made.source_path(2), made.root / "none"):
            made.source_path(1).unlink()
            made.source_path(1).symlink_to(target)
            sync(catalogue)
            assert_true(catalogue)


@pytest.mark.parametrize(
    "name",
    [b"caf\xe9.yaml", b"A B.yaml", b"x\x1b[2J.yaml", "日本.yaml".encode(), b"x.YML", b".x.yaml"],
)
def test_any_file_name_is_kept(name: bytes, made: MadeLibrary, folder: Path) -> None:
    path = os.path.join(os.fsencode(made.root / "content/meetings"), name)  # noqa: PTH118  # bytes
    with open(path, "wb") as file:  # noqa: PTH123  # bytes
        file.write(made.card_path(1).read_bytes())
    with built(made.root, folder) as catalogue:
        assert_true(catalogue)
        assert sync(catalogue).read == 0
        os.unlink(path)  # noqa: PTH108  # bytes
        sync(catalogue)
        assert_true(catalogue)


def test_a_card_that_is_a_folder_or_a_dead_link_is_broken_until_it_leaves(
    made: MadeLibrary, folder: Path
) -> None:
    card = made.card_path(1)
    with built(made.root, folder) as catalogue:
        for link in (False, True):
            card.unlink()
            card.symlink_to("nowhere") if link else card.mkdir()
            sync(catalogue)
            assert_true(catalogue)
            assert sum(bool(row.broken) for row in catalogue.meetings()) == 1
            card.rmdir() if card.is_dir() else card.unlink()
            sync(catalogue)
            assert_true(catalogue)
            made.write_card(1)
            sync(catalogue)


def test_text_that_no_encoding_holds_is_kept(made: MadeLibrary, folder: Path) -> None:
    made.write_card(1, r"x")
    path = made.card_path(1)
    text = path.read_text("utf-8").replace(
        "Bottom line 1 x.", r'"Bottom \ud800 \0 \U0010ffff line"'
    )
    path.write_text(text, encoding="utf-8")
    made.records["x"] = {"file": r'"seeds/\ud800.txt"'}
    made.write_index()
    with built(made.root, folder) as catalogue:
        assert_true(catalogue)
        assert sync(catalogue).read == 0
