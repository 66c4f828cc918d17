"""Segments on disk."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.entries import Entry
from briefing.search import store
from briefing.search.building import build
from briefing.search.completion import complete
from briefing.search.engine import SearchEngine
from briefing.search.kernels import Kernel, NumpyKernel, PlainKernel
from briefing.search.postings import Segment
from briefing.search.store import SegmentError
from tests.search.helpers import quote

ENTRIES = [
    quote(
        "the joint statement", card="c", item="i", section="s", source="k", paragraph=3,
        speaker="p", topics=("x", "y"), series="z", date=datetime.date(2023, 1, 11),
        voice="spoken", item_kind="fact", state="verbatim", side="Japan", extra="Alias",
    ),
    Entry("paragraph", "日米同盟 and the treaty\ud800"),
]  # fmt: skip


def saved(folder: Path) -> Path:
    path = folder / "main.segment"
    Segment(build(ENTRIES)).save(path)
    return path


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    segment = Segment.load(saved(tmp_path))
    assert list(segment.records) == ENTRIES
    for query in ("statement", "traety", "同盟", "speaker:p"):
        expected = SearchEngine.build(ENTRIES).search(query)
        assert SearchEngine((segment,)).search(query) == expected
        assert expected.hits


def test_what_was_given_back_is_there_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_SMALL", 0)
    segment = Segment.load(saved(tmp_path))
    for _ in range(2):
        segment.release()
        assert list(segment.records) == ENTRIES
        assert SearchEngine((segment,)).search("traety").healed == {"traety": "treaty"}
    in_memory = Segment(build(ENTRIES))
    in_memory.release()
    assert list(in_memory.records) == ENTRIES


def test_nothing_at_all_can_be_saved(tmp_path: Path) -> None:
    Segment(build(())).save(tmp_path / "empty")
    engine = SearchEngine((Segment.load(tmp_path / "empty"),))
    assert engine.search("anything").hits == ()


def test_every_changed_byte_is_noticed(tmp_path: Path) -> None:
    path = saved(tmp_path)
    whole = path.read_bytes()
    sections = store.read(path)
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
    monkeypatch.setattr(store, "VERSION", store.VERSION + 1)
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
        store.verify(path)


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path)
    before = path.read_bytes()

    def fail(handle: int) -> None:
        raise OSError("no space")

    monkeypatch.setattr("briefing.search.store.os.fsync", fail)
    with pytest.raises(OSError, match="no space"):
        Segment(build(ENTRIES[:1])).save(path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_file_cut_short_while_it_is_searched_is_an_error_and_no_end(tmp_path: Path) -> None:
    path = saved(tmp_path)
    engine = SearchEngine([Segment.load(path)])
    assert engine.search("statement").hits
    with path.open("r+b") as file:
        file.truncate(100)
    with pytest.raises(SegmentError, match="cut short"):
        engine.search("treaty")


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
    ],
)
@pytest.mark.parametrize("kernel", [PlainKernel(), NumpyKernel()])
def test_a_file_written_over_while_it_is_searched_is_an_error_of_its_own(
    tmp_path: Path, name: str, byte: int, query: str, kernel: Kernel
) -> None:
    path = saved(tmp_path)
    written = build(ENTRIES)[name].data.nbytes
    engine = SearchEngine([Segment.load(path)], kernel=kernel)
    table, start = store._table(path)
    with path.open("r+b") as file:
        file.seek(start + table[name][1])
        file.write(bytes((byte,)) * written)
    with pytest.raises(SegmentError, match="impossible values"):
        engine.search(query)
    assert complete("speaker:", 8, engine).start == 8
    assert complete("date:", 5, engine).start == 5
