"""While a large source is read everything else is answered."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from briefing.library import documents
from briefing.library.library import Library
from briefing.model.source import Source, SourceRecord
from briefing.sources.reading import read_source
from briefing.tui.lineview.line_view import LineView
from briefing.tui.session.latest import Latest
from tests.catalogue.libraries import MadeLibrary
from tests.tui.helpers import drawn, wait_until
from tests.tui.reader_host import WIDE, ReaderHost

HEAVY = 4000
"""Bytes from which on a document is treated as one that takes long to read."""
LARGE, SMALL, OTHER = 2, 1, 3


class Gate:
    """Holds whoever reads a large source for the reader until it is opened."""

    def __init__(self) -> None:
        self.open = Event()
        self.reads: list[str] = []

    def __call__(
        self, record: SourceRecord, root: Path, progress: Callable[[float], None] | None = None
    ) -> Source:
        if progress is not None:
            self.reads.append(record.id)
            progress(0.4)
            assert threading.current_thread() is not threading.main_thread()
            assert self.open.wait(60)
        return read_source(record, root, progress)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    found = Gate()
    monkeypatch.setattr(documents, "read_source", found)
    yield found
    found.open.set()


@pytest.fixture
def access(tmp_path: Path) -> MadeLibrary:
    made = MadeLibrary(tmp_path / "library")
    path = made.source_path(LARGE)
    path.write_text(path.read_text("utf-8") + "\nMore words.\n" * 400, encoding="utf-8")
    return made


def reader(access: MadeLibrary, number: int) -> ReaderHost:
    library = Library.open(access.root)
    library.documents.heavy = HEAVY
    return ReaderHost(library, access.card_id(number))


def shown(view: LineView) -> str:
    return " ".join(" ".join(drawn(view)).split())


async def wait_long(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Wait for what a thread does, however little it comes to run."""
    for _ in range(6000):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("the condition never came true")


async def test_other_cards_are_answered_while_a_large_source_is_read(
    access: MadeLibrary, gate: Gate
) -> None:
    app = reader(access, LARGE)
    async with app.run_test(size=WIDE) as pilot:
        view, source = app.reader.card_view, app.reader.source_view
        await wait_long(pilot, lambda: "reading seeds/report-2.txt… 40 %" in app.where)
        assert "reading seeds/report-2.txt… 40 %" in shown(source)
        assert access.card_id(LARGE) in shown(view)
        app.reader.open_card(access.card_id(SMALL))
        assert "river1" in shown(view)
        assert "harbour" in app.lit(source)
        await pilot.press("down", "down", "down")
        await wait_until(pilot, lambda: app.item != "")
        gate.open.set()
        await wait_until(pilot, lambda: not app.access.is_heavy(access.card_id(LARGE)))
        assert "river1" in shown(view), "what was overtaken is not shown"
        app.reader.open_card(access.card_id(LARGE))
        assert "river2" in shown(view)
        assert gate.reads == ["report-2"]


async def test_a_card_that_was_waited_for_is_shown_with_what_was_asked(
    access: MadeLibrary, gate: Gate
) -> None:
    app = reader(access, SMALL)
    async with app.run_test(size=WIDE) as pilot:
        await wait_long(pilot, lambda: "bottom line" in app.where)
        item = Library.open(access.root).card(access.card_id(LARGE)).items[2]
        app.reader.open_item(access.card_id(LARGE), item.id, ["river2"])
        await wait_until(pilot, lambda: "reading" in shown(app.reader.source_view))
        gate.open.set()
        await wait_until(pilot, lambda: app.item == item.id)
        assert "We will share" in app.lit(app.reader.source_view)
        assert "river2" in app.lit(app.reader.card_view, "hit")
        assert "reading seeds" not in app.where
        assert "reading the source" not in app.where


async def test_a_paragraph_of_a_large_source_is_gone_to_when_it_is_read(
    access: MadeLibrary, gate: Gate
) -> None:
    app = reader(access, SMALL)
    async with app.run_test(size=WIDE) as pilot:
        await wait_long(pilot, lambda: "bottom line" in app.where)
        app.reader.open_paragraph("report-2", 300)
        await wait_until(pilot, lambda: "reading" in shown(app.reader.source_view))
        assert "river1" in shown(app.reader.card_view)
        gate.open.set()
        await wait_until(pilot, lambda: app.reader.source_view.paragraph == 300)
        app.reader.action_back()
        await wait_long(pilot, lambda: "bottom line" in app.where)


async def test_the_program_can_be_left_while_a_large_source_is_read(
    access: MadeLibrary, gate: Gate
) -> None:
    app = reader(access, LARGE)
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: gate.reads != [])
        app.exit()
    assert not gate.open.is_set()


async def test_a_large_source_that_stayed_is_not_read_again(
    access: MadeLibrary, gate: Gate
) -> None:
    gate.open.set()
    app = reader(access, LARGE)
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: "bottom line" in app.where)
        before = app.reader.source_view.source
        access.write_card(LARGE, "second")
        app.reader.catch_up()
        await wait_long(pilot, lambda: "second" in shown(app.reader.card_view))
        assert app.reader.source_view.source is before
        assert gate.reads == ["report-2"]


async def test_a_large_source_is_read_once_for_the_reader_and_the_catalogue(
    access: MadeLibrary, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def reading(
        record: SourceRecord, root: Path, progress: Callable[[float], None] | None = None
    ) -> Source:
        read.append(record.id)
        return gate(record, root, progress)

    monkeypatch.setattr(documents, "read_source", reading)
    app = reader(access, LARGE)
    async with app.run_test(size=WIDE) as pilot:
        await wait_long(pilot, lambda: gate.reads == ["report-2"])
        assert app.access.catalogue_sync.progress is None, "the catalogue waits for it"
        gate.open.set()
        await wait_long(pilot, lambda: "bottom line" in app.where)
        await wait_long(pilot, lambda: app.access.catalogue_sync.progress is None)
        await app.workers.wait_for_complete()
        assert app.access.catalogue_sync.ready
        assert read.count("report-2") == 1


async def test_what_goes_wrong_in_a_thread_is_raised_to_whoever_asked() -> None:
    def ask(question: int) -> int:
        return 1 // question

    answers: list[int] = []
    latest = Latest(ask, lambda _, answer: answers.append(answer), patient=False)
    await latest.put(1)
    assert answers == [1]
    with pytest.raises(ZeroDivisionError):
        await latest.put(0)
    assert not latest.busy
