"""A screen that asks for what it shows, in a thread where that takes long, and asks again."""

import asyncio
import sqlite3
from abc import abstractmethod
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from textual import work

from briefing.errors import BriefingError
from briefing.tui.content.analysis.table import TablePage
from briefing.tui.screens.closing import Closing
from briefing.tui.screens.views.context import ViewContext
from briefing.tui.session.latest import Latest
from briefing.tui.session.library.library_access import LibraryAccess

Found = TypeVar("Found")

Question = Callable[[], tuple[Found, TablePage]]
"""Asks for what is shown and lays it out. It may run in a thread while the screen goes on, so it
holds all that it needs and leaves the screen alone."""


PATIENCE = 0.12
"""Seconds for which the first frame waits for the answer: to paint twice takes nearly as long."""

WRITTEN = 0.05
"""Seconds in which the picture of a view is on its way to the terminal, by a thread of its own."""


class Answer(NamedTuple, Generic[Found]):
    """What there is to show."""

    found: Found | None
    """What was found; None where it could not be asked for."""
    page: TablePage
    """The same as rows; where nothing was found, why."""
    state: object
    """The state of the catalogue before it was asked."""


def answered(access: LibraryAccess, question: Question[Found]) -> Answer[Found]:
    """Ask a question; what goes wrong is the answer then.

    Args:
        access: Knows the state of the catalogue.
        question: What to ask.
    """
    state = access.catalogue_state()
    try:
        return Answer(*question(), state)
    except (BriefingError, sqlite3.Error, OSError) as error:
        page = TablePage((), nothing=str(error) or type(error).__name__)
        return Answer(None, page, state)


class AskingScreen(Closing[None], Generic[Found]):
    """Shows the answer to what was asked last, and as soon as more is catalogued, a newer one.

    Args:
        context: What there is to ask.
    """

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self.context = context
        self._answer: Answer[Found] | None = None
        self._reading = False
        self._outdated = False
        """Whether more was catalogued while it was asked."""
        self._latest: Latest[Question[Found], Answer[Found]] = Latest(
            lambda question: answered(context.access, question), self._take
        )

    @abstractmethod
    def question(self) -> Question[Found]:
        """Return what asks for what is to be shown.

        It raises BriefingError where there is nothing to show, or it cannot be read, and
        sqlite3.DatabaseError where the catalogue is damaged.
        """
        raise NotImplementedError

    @abstractmethod
    def show_answer(self, page: TablePage, *, anew: bool) -> None:
        """Show what was found.

        Args:
            page: The rows.
            anew: Whether something was asked for; else it is the same as it is by now, and
                everything stays where it is.
        """
        raise NotImplementedError

    @abstractmethod
    def say(self) -> None:
        """Say what is shown."""
        raise NotImplementedError

    @property
    def found(self) -> Found | None:
        """What was found for the rows that are shown; None before, and where it failed."""
        return self._answer.found if self._answer is not None else None

    def forget_answer(self) -> None:
        """Let go of what was found."""
        self._answer = None

    @property
    def is_reading(self) -> bool:
        """Whether something else was asked for than is shown."""
        return self._reading

    @property
    def is_there(self) -> bool:
        """Whether it can show anything: not before it is laid out, nor once it closes."""
        return not self.closed and self.is_attached

    @property
    def at_once(self) -> bool:
        """Whether the answer is there before the next frame, and no key meets an empty table."""
        return self.context.access.fits_in_a_frame

    def ask(self) -> None:
        """Ask for what is to be shown; until the answer is there, what was found is shown."""
        self._reading = True
        self._put()

    def refresh_view(self) -> None:
        """Ask again if more of the library is catalogued by now."""
        if self._latest.busy:
            self._outdated = True
        elif self._answer is None or self._answer.state != self.context.access.catalogue_state():
            self._put()
        else:
            self.say()

    def _put(self) -> None:
        question = self.question()
        if self.at_once:
            self._take(question, answered(self.context.access, question))
        else:
            self.say()
            # While older rows are shown nobody waits for a picture, and keys go first.
            self._latest.within = PATIENCE if self._answer is None else 0.0
            self._ask_in_thread(question)

    @work
    async def _ask_in_thread(self, question: Question[Found]) -> None:
        await self._latest.put(question)

    @work
    async def _make_ready(self) -> None:
        """Do what only a filter needs, and look for what has changed in the library."""
        if self._answer is not None and not self.at_once:
            await asyncio.to_thread(self._answer.page.prepare)
        self.context.catch_up_once()

    def _take(self, question: Question[Found], answer: Answer[Found]) -> None:
        if not self.is_there:
            return
        anew, self._reading = self._reading, False
        self._answer = answer
        self.show_answer(answer.page, anew=anew)
        # Either would take from the view the time in which it is painted and written out.
        self.call_after_refresh(self.set_timer, WRITTEN, self._make_ready)
        outdated, self._outdated = self._outdated, False
        if outdated:
            self.call_later(self.refresh_view)
