"""The reader with its search, driven as somebody would who searches."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from briefing.library.library import Library
from briefing.tui.app import BriefingApp
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.screens.search import SearchScreen
from tests.tui.catalogued import catalogued_library
from tests.tui.helpers import wait_until

NAMES = {" ": "space", ":": "colon", '"': "quotation_mark", "-": "minus", ".": "full_stop"}


class Reading:
    """A reader at work."""

    def __init__(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def search(self) -> SearchScreen:
        assert isinstance(self.app.screen, SearchScreen)
        return self.app.screen

    @property
    def reader(self) -> ReaderScreen:
        assert isinstance(self.app.screen, ReaderScreen)
        return self.app.screen

    @property
    def said(self) -> str:
        return str(self.search.said.render())

    @property
    def item(self) -> str:
        item = self.reader.card_view.item
        return item.text if item else ""

    @property
    def where(self) -> str:
        return str(self.reader.status.render())

    @property
    def place(self) -> str:
        """What the status line says but how far the library is read, which is no one's doing."""
        return self.where.partition(" · reading the library")[0]

    async def type(self, text: str) -> None:
        await self.pilot.press(*(NAMES.get(letter, letter) for letter in text))

    async def search_for(self, text: str) -> None:
        await self.pilot.press("slash")
        await wait_until(self.pilot, lambda: isinstance(self.app.screen, SearchScreen))
        await self.type(text)
        await wait_until(self.pilot, lambda: self.search.answered == text)

    async def search_for_more(self, text: str) -> None:
        self.search.query_input.value = text
        await wait_until(self.pilot, lambda: self.search.answered == text)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)


@asynccontextmanager
async def reading(
    root: Path | None = None, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Reading]:
    start = None if root else "2023-01-11-us-japan-2plus2"
    app = BriefingApp(Library.open(root or catalogued_library()), start, theme="briefing-dark")
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        at = Reading(app, pilot)
        await wait_until(pilot, lambda: "reading the library" not in at.where)
        yield at
