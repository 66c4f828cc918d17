"""What changes on disk while the reader is open is found when the search is opened."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.catalogue.sync.progress import Progress
from briefing.search.engine import SearchEngine
from briefing.search.index.checked_file import SegmentError
from briefing.tui.app import BriefingApp
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.screens.search import SearchScreen
from briefing.tui.session.library.catalogue_sync import CatalogueSync
from briefing.tui.session.library.library_access import LibraryAccess
from tests.catalogue.libraries import MadeLibrary
from tests.cli.libraries import CARD, write_card, write_library
from tests.tui.helpers import drawn, wait_until

ZEBRA = CARD.format(bottom_line="We share one river.", more="").replace("River", "Zebra")


async def test_a_card_added_while_the_reader_is_open_is_listed_and_found(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    app = BriefingApp(root)
    async with app.run_test(size=(160, 40)) as pilot:
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await app.workers.wait_for_complete()
        write_card(root, "2024-02-02-zebra", ZEBRA)
        await pilot.press("slash", *"zebra")
        search = app.screen
        assert isinstance(search, SearchScreen)
        await wait_until(pilot, lambda: search.hit is not None and "zebra" in search.hit.entry.card)
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.screen is reader)
        assert "Zebra" in "\n".join(drawn(reader.card_view))
        assert [meeting.card for meeting in reader.meetings()].count("2024-02-02-zebra") == 1


async def test_a_card_edited_while_the_reader_is_open_is_shown_as_it_is_now(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    write_card(root, "2024-02-02-zebra", ZEBRA)
    app = BriefingApp(root, "2024-02-02-zebra")
    async with app.run_test(size=(120, 40)) as pilot:
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await app.workers.wait_for_complete()
        write_card(root, "2024-02-02-zebra", ZEBRA.replace("Zebra", "Okapi"))
        await pilot.press("slash", "escape")
        await app.workers.wait_for_complete()
        await wait_until(pilot, lambda: "Okapi" in "\n".join(drawn(reader.card_view)))


def test_a_card_edited_after_the_library_was_opened_anew_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody reads a card, it is edited, and the sync under way meets the edited one."""
    root = write_library(tmp_path)
    write_card(root, "2024-02-02-zebra", ZEBRA)
    access = LibraryAccess(root)
    assert access.library.card("2024-02-02-zebra").title == "Zebra talks"

    def run(self: CatalogueSync, progress: Callable[[Progress], None], *_: object) -> bool:
        progress(Progress(0, 1))
        assert access.library.card("2024-02-02-zebra").title == "Zebra talks"
        write_card(root, "2024-02-02-zebra", ZEBRA.replace("Zebra", "Okapi"))
        progress(Progress(1, 1))
        return True

    monkeypatch.setattr(CatalogueSync, "run", run)
    access.catch_up(lambda _: None)
    assert access.library.card("2024-02-02-zebra").title == "Okapi talks"


def test_a_damaged_search_is_given_up_and_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue_sync = CatalogueSync(write_library(tmp_path))
    catalogue_sync.run(lambda _: None)
    before = catalogue_sync.answer("river")
    assert before is not None
    assert before.hits

    def damaged(*_: object, **__: object) -> None:
        raise SegmentError("a part is not what was written")

    with monkeypatch.context() as broken:
        broken.setattr(SearchEngine, "search", damaged)
        assert catalogue_sync.answer("river") is None
    assert catalogue_sync.answer("river") is None
    catalogue_sync.run(lambda _: None)
    after = catalogue_sync.answer("river")
    assert after is not None
    assert after.hits == before.hits
    assert catalogue_sync.trouble == ""


def test_the_search_grows_while_the_catalogue_is_built(tmp_path: Path) -> None:
    catalogue_sync = CatalogueSync(MadeLibrary(tmp_path / "library", 100).root)
    searchable: list[int] = []

    def progress(made: Progress) -> None:
        engine = catalogue_sync.engine()
        if made.stored and made.done < made.total:
            searchable.append(engine.search("talks kind:meeting").total if engine else 0)

    assert catalogue_sync.run(progress)
    # The first batches hold cards, of which the search knows as soon as they are stored.
    assert len(searchable) >= 2
    assert 0 < searchable[0] < searchable[1] < 100
    whole = catalogue_sync.answer("talks kind:meeting")
    assert whole is not None
    assert whole.total == 100
    catalogue_sync.close()
