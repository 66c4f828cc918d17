"""The reader comes back to where it was left, and in the theme that was chosen."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.tui.app import BriefingApp
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.session.location.memory import Memory
from briefing.user.last_place import LeftOff, StateFolder
from tests.e2e.harbour import CARD as CARD_TEXT
from tests.e2e.harbour import write_library
from tests.tui.helpers import drawn

CARD, OTHER = "2023-01-11-harbour", "2022-01-07-shore"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library")


def reader(
    root: Path, start: str | None = None, *, fresh: bool = False, theme: str = ""
) -> BriefingApp:
    return BriefingApp(root, start, theme=theme, memory=Memory(root, fresh=fresh))


@asynccontextmanager
async def reading(app: BriefingApp) -> AsyncIterator[tuple[Pilot[None], ReaderScreen]]:
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        yield pilot, app.screen


async def leave(app: BriefingApp, *keys: str) -> None:
    """Read, press keys, and leave."""
    async with reading(app) as (pilot, _):
        await pilot.press(*keys, "ctrl+q")


def shown(screen: ReaderScreen) -> tuple[str, str]:
    """Return the title of the card and the text under its cursor."""
    item = screen.card_view.item
    return screen.card_view.page.blocks[0].text, item.text if item else ""


async def test_it_comes_back_to_card_and_item(root: Path) -> None:
    await leave(reader(root, OTHER), "J", "J")

    async with reading(reader(root)) as (_, screen):
        title, text = shown(screen)
        assert title == "Talks on the far shore"
        assert text.startswith("The tides are a shared")
        assert screen.focused is screen.card_view
        assert screen.source_view.paragraph == 2


async def test_a_card_that_is_named_and_a_fresh_start_come_before_it(root: Path) -> None:
    await leave(reader(root, OTHER), "J", "J")

    for again in (reader(root, CARD), reader(root, fresh=True)):
        async with reading(again) as (_, screen):
            assert shown(screen) == ("Talks in a quiet harbour", "The two sides will meet again.")


async def test_it_comes_back_into_the_source(root: Path) -> None:
    await leave(reader(root, OTHER), "tab", "g", "g")

    async with reading(reader(root)) as (_, screen):
        assert screen.focused is screen.source_view
        assert screen.source_view.paragraph == 1


async def test_a_source_that_was_held_is_held(root: Path) -> None:
    await leave(reader(root, OTHER), "f", "J", "J")

    async with reading(reader(root)) as (_, screen):
        assert screen.source_view.paragraph == 3
        assert screen.source_view.border_title == "Source, held"
        assert screen.focused is screen.card_view


async def test_from_the_search_it_comes_back_to_what_lies_under_it(root: Path) -> None:
    await leave(reader(root, OTHER), "J", "slash", "t")

    async with reading(reader(root)) as (_, screen):
        assert shown(screen)[1] == "Another meeting comes before the autumn."


async def test_words_lead_back_to_a_card_that_has_changed(root: Path) -> None:
    await leave(reader(root, OTHER), "J")
    changed = CARD_TEXT.format(title="Changed", date="2022-01-07").replace(
        "    items:\n      - point: Another meeting comes",
        "    items:\n      - point: Quite a new one.\n        kind: fact\n"
        "        evidence: [{source: gazette, exact: old customs house}]\n"
        "      - point: Another meeting will come",
    )
    (root / "content/meetings" / f"{OTHER}.yaml").write_text(changed, "utf-8")

    async with reading(reader(root)) as (_, screen):
        assert shown(screen) == ("Changed", "Another meeting will come before the autumn.")


@pytest.mark.parametrize(
    "harm",
    [
        lambda root: (root / "content/meetings" / f"{OTHER}.yaml").unlink(),
        lambda root: StateFolder().keep_place(root, LeftOff("nonesuch", source="nonesuch")),
        lambda root: StateFolder().forget_place(root),
    ],
)
async def test_without_the_card_it_opens_the_newest(
    harm: Callable[[Path], None], root: Path
) -> None:
    await leave(reader(root, OTHER))
    harm(root)

    async with reading(reader(root)) as (_, screen):
        assert shown(screen)[0] == "Talks in a quiet harbour"


async def test_a_source_that_is_gone_leaves_card_and_item(root: Path) -> None:
    gone = LeftOff(OTHER, position=1, source="nonesuch", paragraph=3, in_source=True)
    StateFolder().keep_place(root, gone)

    async with reading(reader(root)) as (_, screen):
        assert shown(screen)[1] == "Another meeting comes before the autumn."
        assert screen.source_view.source is not None
        assert screen.focused is screen.card_view


async def test_a_card_that_broke_meanwhile_says_so(root: Path) -> None:
    await leave(reader(root, OTHER))
    (root / "content/meetings" / f"{OTHER}.yaml").write_text("format: 1\n", "utf-8")

    async with reading(reader(root)) as (_, screen):
        assert OTHER in shown(screen)[0]


async def test_a_place_that_crashes_the_reader_is_not_come_back_to(root: Path) -> None:
    await leave(reader(root, OTHER))
    memory = Memory(root)

    async with reading(reader(root)) as (pilot, screen):
        memory.keep_place([screen], crashed=True)
        assert StateFolder().place(root) is None

        await pilot.press("J")
        memory.keep_place([screen], crashed=True)
        kept = StateFolder().place(root)
        assert kept is not None
        assert kept.words == "Another meeting comes before the autumn."


async def test_the_theme_that_was_chosen_is_remembered(root: Path) -> None:
    async with reading(reader(root)) as (pilot, _):
        pilot.app.theme = "nord"

    assert reader(root).theme == "nord"
    assert reader(root, fresh=True).theme == "nord"
    assert reader(root, theme="dracula").theme == "dracula"


async def test_a_theme_that_was_not_chosen_is_not_remembered(root: Path) -> None:
    async with reading(reader(root, theme="dracula")):
        pass

    assert StateFolder().theme(few_colours=False) == ""
    assert StateFolder().theme(few_colours=True) == ""


async def test_the_settings_come_before_a_choice_and_say_so(root: Path) -> None:
    app = reader(root, theme="dracula")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        app.theme = "nord"
        await pilot.pause()
        assert drawn(app.screen.query_one("Toast"))[0].strip().startswith("The settings name drac")

    assert StateFolder().theme(few_colours=False) == ""


async def test_a_theme_that_is_no_more_is_none(root: Path) -> None:
    for few in (True, False):
        StateFolder().keep_theme("nonesuch", few_colours=few)

    assert reader(root).theme.startswith("briefing-")
