"""A large library is listed at once, and the reader answers keys while its indexes are read."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.errors import LibraryError
from briefing.library.library import Library
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.session.library.library_access import LibraryAccess
from tests.tui import libraries
from tests.tui.helpers import wait_until
from tests.tui.reader_host import WIDE, ReaderHost


class Gate:
    """Lets a library be opened once it is told to."""

    def __init__(self) -> None:
        self.reached, self.opened = threading.Event(), threading.Event()
        self.error: LibraryError | None = None
        self.library = libraries.tidy()
        self._open = Library.open

    def open(self, root: Path) -> Library:
        self.reached.set()
        assert self.opened.wait(30)
        if self.error is not None:
            raise self.error
        return self._open(root)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate()
    monkeypatch.setattr(Library, "open", made.open)
    yield made
    made.opened.set()


class LargeHost(ReaderHost):
    """The reader on a library that counts as large, not opened yet."""

    def __init__(self, library: Library, start: str | None = None) -> None:
        super().__init__(library)
        self.access = LibraryAccess(library.root, few=0)
        self.access.catalogue_sync.open()
        self.reader = ReaderScreen(self.access, start)


async def test_keys_are_answered_while_a_library_is_opened(gate: Gate) -> None:
    app = LargeHost(gate.library)
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, gate.reached.is_set)
        assert "opening the library" in app.where
        await pilot.press("o")
        await wait_until(pilot, lambda: app.focused is app.reader.outline)
        assert "opening the library" in app.where
        assert not app.item
        gate.opened.set()
        await wait_until(pilot, lambda: bool(app.item))
        assert "opening the library" not in app.where


async def test_a_card_that_was_asked_for_opens_once_the_library_is_open(gate: Gate) -> None:
    app = LargeHost(gate.library, "2021-05-03-river-talks")
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, gate.reached.is_set)
        gate.opened.set()
        await wait_until(pilot, lambda: app.reader.card_view.item is not None)
        left = app.reader.place_left()
        assert left is not None
        assert left.card == "2021-05-03-river-talks"


async def test_a_library_that_cannot_be_opened_is_told(gate: Gate) -> None:
    app = LargeHost(gate.library)
    gate.error = LibraryError("cannot read 'content/sources.yaml': Permission denied")
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, gate.reached.is_set)
        gate.opened.set()
        await wait_until(pilot, lambda: any("Permission denied" in said for said in app.said))
