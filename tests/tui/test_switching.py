"""The palette offers other libraries, and the reader is left for the one that is chosen."""

import shutil
from pathlib import Path

import pytest
from textual.content import Content
from textual.widgets import OptionList

from briefing.library.locations import bundled_library
from briefing.tui.app import BriefingApp
from briefing.tui.screens.commands import LIBRARY, Offer, offers
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.session.memory import Memory
from briefing.user.last_place import StateFolder
from tests.e2e.harbour import write_library
from tests.tui.helpers import drawn, wait_until


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a folder that is no library."""
    monkeypatch.chdir(tmp_path)


def reader(root: Path, *before: Path) -> BriefingApp:
    memory = Memory(root, state=StateFolder(root.parent / "state"), before=before)
    return BriefingApp(root, theme="briefing-dark", memory=memory)


def libraries(app: BriefingApp) -> list[Offer]:
    return [offer for offer in offers(app, app.screen) if offer.name.startswith(LIBRARY)]


async def test_other_libraries_are_offered_with_their_folders(tmp_path: Path) -> None:
    one, two = write_library(tmp_path / "one"), write_library(tmp_path / "[x] two")
    app = reader(one, two)
    async with app.run_test() as pilot:
        assert [(offer.name, offer.help) for offer in libraries(app)] == [
            (f"{LIBRARY}{bundled_library().name}", f"{bundled_library()}, comes with the program"),
            (f"{LIBRARY}[x] two", f"{two}, opened before"),
        ]
        await pilot.press("ctrl+p", *"library")
        await app.workers.wait_for_complete()
        await pilot.pause()
        prompts = [option.prompt for option in app.screen.query_one(OptionList).options]

    texts = [prompt.plain for prompt in prompts if isinstance(prompt, Content)]
    assert f"{LIBRARY}[x] two\n{two}, opened before" in texts


async def test_choosing_one_leaves_for_it_and_keeps_the_place(tmp_path: Path) -> None:
    one, two = write_library(tmp_path / "one"), write_library(tmp_path / "two")
    app = reader(one, two)
    async with app.run_test() as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await wait_until(pilot, lambda: screen.card_view.item is not None)
        await pilot.press("ctrl+p", *"library", "space", *"two")
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        await wait_until(pilot, lambda: not app.is_running)

    assert app.wanted == two
    assert app.return_code == 0
    assert StateFolder(tmp_path / "state").place(one) is not None
    app.close_library()


def said_by(app: BriefingApp) -> str:
    """Return the words of the messages that are shown."""
    return "".join(line.strip() for toast in app.screen.query("Toast") for line in drawn(toast))


async def test_one_that_is_gone_meanwhile_is_told_and_the_reader_stays(tmp_path: Path) -> None:
    one, two = write_library(tmp_path / "one"), write_library(tmp_path / "two")
    app = reader(one, two)
    async with app.run_test(notifications=True) as pilot:
        (offer,) = (offer for offer in libraries(app) if offer.name == f"{LIBRARY}two")
        shutil.rmtree(two)
        offer.run()
        # A message is on the screen before it has a size to be drawn in.
        await wait_until(pilot, lambda: said_by(app).startswith("there is no folder '"))
        assert app.is_running
        assert app.wanted is None
        assert not [offer for offer in libraries(app) if offer.name == f"{LIBRARY}two"]


async def test_a_program_that_is_ending_is_not_left_for_a_library(tmp_path: Path) -> None:
    one, two = write_library(tmp_path / "one"), write_library(tmp_path / "two")
    app = reader(one, two)
    async with app.run_test():
        app.exit(return_code=3)
        app.open_library(two)

    assert app.wanted is None
    assert app.return_code == 3
