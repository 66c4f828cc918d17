"""Segments on disk."""

import datetime
import errno
import json
import os
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.library.entries import Entry
from briefing.search.completion import complete
from briefing.search.engine import SearchEngine
from briefing.search.index import array_file
from briefing.search.index.checked_file import SegmentError
from briefing.search.index.kernel import Kernel
from briefing.search.index.numpy_kernel import NumpyKernel
from briefing.search.index.plain_kernel import PlainKernel
from briefing.search.index.segment import Segment
from briefing.search.index.segment_building import build
from tests.search.helpers import quote

ENTRIES = [
    quote(
        "the joint statement", card="c", item="i", section="s", source="k", paragraph=3,
        speaker="p", topics=("x", "y"), series="z", date=datetime.date(2023, 1, 11),
        voice="spoken", item_kind="fact", state="verbatim", sides=("Japan",), extra="Alias",
    ),
    Entry("paragraph", "日米同盟 and the treaty\ud800"),
]  # fmt: skip


def saved(folder: Path) -> Path:
    path = folder / "main.segment"
    Segment(build(ENTRIES)).save(path)
    return path


IN_MEMORY, IN_STRETCHES = None, 0


@pytest.fixture(params=[IN_MEMORY, IN_STRETCHES], ids=["small", "large"])
def small(request: pytest.FixtureRequest) -> int | None:
    """Whether files are read whole or in stretches."""
    found: int | None = request.param
    return found


def test_what_is_saved_comes_back(small: int | None, tmp_path: Path) -> None:
    segment = Segment.load(saved(tmp_path), small=small)
    assert list(segment.records) == ENTRIES
    for query in ("statement", "traety", "同盟", "speaker:p", '"the joint"', "date:2023"):
        expected = SearchEngine.build(ENTRIES).search(query)
        assert SearchEngine((segment,)).search(query) == expected
        assert expected.hits


@given(st.sets(st.integers(0, 59)), st.integers(0, 40))
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_sequences_of_several_entries_are_those_of_each(
    small: int | None, tmp_path: Path, docs: set[int], near: int
) -> None:
    words = ["one", "two-three", "four", ""]
    entries = [quote(" ".join(words[n % 4 :] * (n % 5))) for n in range(60)]
    segment = Segment(build(entries))
    if not (tmp_path / "many").exists():
        segment.save(tmp_path / "many")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("briefing.search.index.segment._NEAR", near)
        order, ends = Segment.load(tmp_path / "many", small=small).sequences(sorted(docs))
    found = [list(order[first:last]) for first, last in pairwise(ends)]
    assert found == [list(segment.sequence(doc)) for doc in sorted(docs)]


def test_nothing_at_all_can_be_saved(tmp_path: Path) -> None:
    Segment(build(())).save(tmp_path / "empty")
    engine = SearchEngine((Segment.load(tmp_path / "empty"),))
    assert engine.search("anything").hits == ()


def test_every_changed_byte_is_noticed(tmp_path: Path) -> None:
    path = saved(tmp_path)
    whole = path.read_bytes()
    sections = array_file.read(path)
    used = sum(section.data.nbytes for section in sections.values())
    noticed = 0
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x20]) + whole[place + 1 :])
        try:
            Segment.load(path)
        except SegmentError:
            noticed += 1
    # Only the padding between sections may change unnoticed.
    padding = len(whole) - used
    assert noticed >= (len(whole) - padding) / 7 - 1


@settings(max_examples=40, deadline=None)
@given(st.floats(0, 1, exclude_max=True))
def test_a_file_cut_short_is_noticed(
    tmp_path_factory: pytest.TempPathFactory, share: float
) -> None:
    path = saved(tmp_path_factory.mktemp("cut"))
    whole = path.read_bytes()
    # What follows the last section is padding.
    path.write_bytes(whole[: int((len(whole) - 64) * share)])
    with pytest.raises(SegmentError):
        Segment.load(path)


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_what_is_no_plain_file_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "other"
    path.mkdir() if kind == "folder" else os.mkfifo(path)
    with pytest.raises(SegmentError, match="no plain file"):
        Segment.load(path)


@pytest.mark.parametrize(
    ("content", "why"), [(b"", "cut short"), (b"x" * 500, "does not start like one")]
)
def test_other_files_are_refused(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    with pytest.raises(SegmentError, match=why):
        Segment.load(path)


def test_another_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path)
    monkeypatch.setattr(array_file, "VERSION", array_file.VERSION + 1)
    with pytest.raises(SegmentError, match="version"):
        Segment.load(path)


def test_damage_is_found_later_when_loading_did_not_look(tmp_path: Path) -> None:
    path = saved(tmp_path)
    whole = bytearray(path.read_bytes())
    at = whole.index(b"the joint")
    whole[at] ^= 1
    path.write_bytes(whole)
    Segment.load(path, verify=False)
    with pytest.raises(SegmentError, match="text"):
        array_file.verify(path)


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path)
    before = path.read_bytes()

    def fail(handle: int) -> None:
        raise OSError("no space")

    monkeypatch.setattr("briefing.search.index.array_file.os.fsync", fail)
    with pytest.raises(OSError, match="no space"):
        Segment(build(ENTRIES[:1])).save(path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


Harm = Callable[[Path], object]
HARMS: dict[str, Harm] = {
    "cut to nothing": lambda path: os.truncate(path, 0),
    "cut within its head": lambda path: os.truncate(path, 100),
    "cut by a byte": lambda path: os.truncate(path, path.stat().st_size - 1),
    "written into": lambda path: written_over(path, 0, b"\xff"),
    "made longer": lambda path: written_over(path, path.stat().st_size, b"more"),
}


def written_over(path: Path, offset: int, data: bytes) -> None:
    before = path.stat()
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)
    # As a clock that ticks slowly would not have it.
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))


@pytest.mark.parametrize("harm", HARMS)
def test_a_file_harmed_while_it_is_open_is_an_error_and_no_end(
    small: int | None, tmp_path: Path, harm: str
) -> None:
    path = saved(tmp_path)
    engine = SearchEngine([Segment.load(path, small=small)])
    assert engine.search("statement").hits
    HARMS[harm](path)
    with pytest.raises(SegmentError, match=r"cut short|written into"):
        engine.search("treaty")
    assert complete("speaker:", 8, engine).options == ()


@pytest.mark.parametrize("harm", ["moved away", "replaced", "folder gone"])
def test_a_file_that_is_gone_or_replaced_is_still_read(
    small: int | None, tmp_path: Path, harm: str
) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    path = saved(folder)
    engine = SearchEngine([Segment.load(path, small=small)])
    expected = SearchEngine.build(ENTRIES).search("treaty")
    if harm == "replaced":
        Segment(build(ENTRIES[:1])).save(path)
    else:
        path.unlink()
    if harm == "folder gone":
        folder.rmdir()
    assert engine.search("treaty") == expected


def test_what_the_system_cannot_read_is_an_error_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = SearchEngine([Segment.load(saved(tmp_path), small=IN_STRETCHES)])

    def fail(handle: int, size: int, offset: int) -> bytes:
        raise OSError(errno.ESTALE, "stale file handle")

    monkeypatch.setattr("briefing.search.index.array_file.os.pread", fail)
    with pytest.raises(SegmentError, match="stale"):
        engine.search("treaty")


def test_reads_that_come_in_pieces_are_put_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.pread
    monkeypatch.setattr(
        "briefing.search.index.array_file.os.pread",
        lambda handle, size, at: whole(handle, min(size, 7), at),
    )
    assert list(Segment.load(saved(tmp_path), small=IN_STRETCHES).records) == ENTRIES


def test_where_files_cannot_be_read_at_a_place_they_are_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("briefing.search.index.array_file.os.pread")
    assert list(Segment.load(saved(tmp_path), small=IN_STRETCHES).records) == ENTRIES


def test_short_columns_that_are_read_often_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [quote(f"item {n}", card="c", item=str(n)) for n in range(20_000)]
    path = tmp_path / "main.segment"
    Segment(build(entries)).save(path)
    records = Segment.load(path, small=IN_STRETCHES).records
    reads: list[int] = []
    whole = os.pread

    def counted(handle: int, size: int, at: int) -> bytes:
        reads.append(size)
        return whole(handle, size, at)

    monkeypatch.setattr("briefing.search.index.array_file.os.pread", counted)
    places = range(0, 20_000, 7)
    assert [records.item(doc) for doc in places] == [str(doc) for doc in places]
    assert {records.value("card", doc) for doc in places} == {"c"}
    # A read each at first, then those of the whole columns: 80 kB of places, 89 kB of items.
    assert len(reads) < 50
    assert sum(reads) < 250_000


def place_of(path: Path, section: str) -> int:
    """Return where a section begins: the first one at a multiple of 64 after the table."""
    data = path.read_bytes()
    start = data.index(b'{"byteorder"')
    table = data[start : start + 8192]
    sections = json.loads(table)["sections"]
    return int(-(-(start + len(table)) // 64) * 64 + sections[section][1])


@pytest.mark.parametrize(
    ("name", "byte", "query"),
    [
        ("text", 0xFF, "statement"),
        ("text.at", 0xFF, "statement"),
        ("date", 0xFF, "statement"),
        ("date", 0xFF, "speaker:p"),
        ("in.speaker", 0xFF, "speaker:p"),
        ("of.speaker", 0xFF, "statement"),
        ("of.kind", 0x7F, "kind:quote"),
        ("docs", 0xFF, "statement"),
        ("order", 0x7F, "statement"),
        ("order.at", 0xFF, "statement"),
        ("order.at", 0xFF, '"the joint"'),
    ],
)
@pytest.mark.parametrize("kernel", [PlainKernel(), NumpyKernel()])
def test_a_large_file_written_over_in_the_middle_of_a_search_is_an_error(
    tmp_path: Path,
    name: str,
    byte: int,
    query: str,
    kernel: Kernel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Segment, "check", lambda self: None)  # it was whole a moment ago
    path = saved(tmp_path)
    written = build(ENTRIES)[name].data.nbytes
    engine = SearchEngine([Segment.load(path, small=IN_STRETCHES)], kernel=kernel)
    written_over(path, place_of(path, name), bytes((byte,)) * written)
    with pytest.raises((SegmentError, IndexError, ValueError)):
        engine.search(query)
    assert complete("speaker:", 8, engine).start == 8
    assert complete("date:", 5, engine).start == 5
