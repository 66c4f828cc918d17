"""A screen that asks in a thread: only what was asked last is shown, and never half of it."""

from datetime import date
from threading import Event
from typing import cast

from textual.app import App

from briefing.errors import BriefingError
from briefing.tui.content.analysis.table import TablePage
from briefing.tui.screens.views.asking_screen import AskingScreen, Question
from briefing.tui.screens.views.context import ViewContext
from briefing.tui.session.library.library_access import LibraryAccess
from briefing.tui.session.opens import Opens
from tests.tui.helpers import wait_until


class FakeAccess:
    """Knows in which state the catalogue is, and that nothing is answered at once."""

    def __init__(self, fits_in_a_frame: bool) -> None:
        self.fits_in_a_frame = fits_in_a_frame
        self.state = 1

    def catalogue_state(self) -> object:
        return self.state


class Asking(AskingScreen[str]):
    """Asks for a word, which is answered when it is let go."""

    def __init__(self, *, at_once: bool = False) -> None:
        self.fake = FakeAccess(at_once)
        context = ViewContext(
            cast("LibraryAccess", self.fake), cast("Opens", None), date(2023, 6, 1)
        )
        super().__init__(context)
        self.word = ""
        self.asked: list[str] = []
        self.shown: list[tuple[str | None, str, bool]] = []
        self.held = {word: Event() for word in ("one", "two", "three")}

    def question(self) -> Question[str]:
        word = self.word

        def ask() -> tuple[str, TablePage]:
            self.asked.append(word)
            if word == "nothing":
                raise BriefingError("there is nothing")
            if word in self.held:
                assert self.held[word].wait(60)
            return word, TablePage((), nothing=word)

        return ask

    def show_answer(self, page: TablePage, *, anew: bool) -> None:
        self.shown.append((self.found, page.nothing, anew))

    def say(self) -> None:
        pass

    def ask_for(self, word: str) -> None:
        self.word = word
        self.ask()

    def let_go(self, *words: str) -> None:
        for word in words:
            self.held[word].set()


class Host(App[None]):
    """Shows the screen."""


async def test_an_answer_that_was_overtaken_is_not_shown() -> None:
    screen = Asking()
    async with Host().run_test() as pilot:
        await pilot.app.push_screen(screen)
        screen.ask_for("one")
        await wait_until(pilot, lambda: screen.asked == ["one"])
        screen.ask_for("two")
        screen.ask_for("three")
        assert screen.is_reading
        screen.let_go("one", "two", "three")
        await wait_until(pilot, lambda: bool(screen.shown))
        await pilot.app.workers.wait_for_complete()

    assert screen.shown == [("three", "three", True)]
    assert screen.asked == ["one", "three"], "what was overtaken before it was asked never is"


async def test_what_was_found_stays_until_the_next_is_there() -> None:
    screen = Asking()
    async with Host().run_test() as pilot:
        await pilot.app.push_screen(screen)
        screen.let_go("one")
        screen.ask_for("one")
        await wait_until(pilot, lambda: screen.found == "one")
        screen.ask_for("two")
        await wait_until(pilot, lambda: screen.asked == ["one", "two"])
        assert (screen.found, screen.is_reading) == ("one", True)
        screen.let_go("two")
        await wait_until(pilot, lambda: screen.found == "two")
        assert not screen.is_reading


async def test_it_asks_again_only_where_more_is_catalogued() -> None:
    for at_once in (True, False):
        screen = Asking(at_once=at_once)
        async with Host().run_test() as pilot:
            await pilot.app.push_screen(screen)
            screen.ask_for("four")
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            screen.refresh_view()
            screen.refresh_view()
            await pilot.app.workers.wait_for_complete()
            assert screen.asked == ["four"]
            screen.fake.state = 2
            screen.refresh_view()
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
        assert screen.asked == ["four", "four"]
        assert [anew for *_, anew in screen.shown] == [True, False]


async def test_what_is_catalogued_while_it_is_asked_is_asked_for_afterwards() -> None:
    screen = Asking()
    async with Host().run_test() as pilot:
        await pilot.app.push_screen(screen)
        screen.ask_for("one")
        await wait_until(pilot, lambda: screen.asked == ["one"])
        screen.fake.state = 2
        screen.refresh_view()
        screen.refresh_view()
        screen.let_go("one")
        await wait_until(pilot, lambda: len(screen.shown) == 2)
        await pilot.app.workers.wait_for_complete()

    assert screen.asked == ["one", "one"]
    assert [anew for *_, anew in screen.shown] == [True, False]


async def test_what_goes_wrong_is_said_and_nothing_old_is_left() -> None:
    screen = Asking(at_once=True)
    async with Host().run_test() as pilot:
        await pilot.app.push_screen(screen)
        screen.ask_for("four")
        screen.ask_for("nothing")

    assert screen.shown == [("four", "four", True), (None, "there is nothing", True)]
