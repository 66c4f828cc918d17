"""The reader: what its keys do, what it opens first, its search, and catching up with changes."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message

from briefing.errors import BriefingError
from briefing.tui.content.status import (
    StatusPart,
    hint_status,
    opening_status,
    problems_status,
    progress_status,
    trouble_status,
)
from briefing.tui.keys.hints import idle_hint
from briefing.tui.keys.reader import READER_KEYS
from briefing.tui.lineview.line_view import LineView
from briefing.tui.live.live_library import LibraryChanged, LiveLibrary
from briefing.tui.screens.reading import ReadingScreen
from briefing.tui.screens.views.trail import ViewTrail, refresh_shown
from briefing.tui.session.library.catalogue_sync import CatalogueChanged
from briefing.tui.session.library.library_access import LibraryAccess
from briefing.tui.session.search_session import SearchSession

if TYPE_CHECKING:
    from briefing.catalogue.sync.progress import Progress
    from briefing.tui.screens.search import SearchScreen
    from briefing.tui.session.search_session import Chosen
    from briefing.user.last_place import LeftOff
    from briefing.user.notebook import Notebook


class LibraryOpened(Message):
    """The indexes of a large library have been read."""


class ReaderScreen(ReadingScreen):
    """Turns keys and what the panes say into what is opened.

    Args:
        access: What there is to read.
        start: `CARD` or `CARD#ITEM` to open first; None for where the reader left off.
        left: Where that was; None for the newest meeting.
    """

    CSS_PATH = "reader.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (150, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    BINDING_GROUP_TITLE = "Reader"
    BINDINGS: ClassVar[list[BindingType]] = READER_KEYS
    AUTO_FOCUS = "#card"

    def __init__(
        self,
        access: LibraryAccess,
        start: str | None = None,
        left: "LeftOff | None" = None,
        *,
        record_key: str = "v",
    ) -> None:
        super().__init__(access)
        self._record_key = record_key
        self._start = start
        self._left = left
        self._search_session = SearchSession(self, self._make_search)
        self._views = ViewTrail()
        self._progress: Progress | None = None
        self._opening = False
        self._catching_up = False
        self._again = False
        self._hint = ""
        self._live = LiveLibrary(self, self._session, self._panes, access)

    def status_before(self) -> list[StatusPart]:
        """Return that the library is being opened, or which hit of a search is open."""
        return opening_status() if self._opening else self._search_session.status()

    @classmethod
    def classes_at(cls, size: Size) -> tuple[str, ...]:
        """Return the classes that Textual gives the screen at a size.

        Args:
            size: Of the terminal, in cells.
        """
        wide = max(each for each in cls.HORIZONTAL_BREAKPOINTS if each[0] <= size.width)
        tall = max(each for each in cls.VERTICAL_BREAKPOINTS if each[0] <= size.height)
        return wide[1], tall[1]

    def status_after(self) -> list[StatusPart]:
        """Return what else there is to say: of a key, of the catalogue."""
        after = self._problems_status()
        after += progress_status(self._progress)
        trouble = trouble_status(self._access.catalogue_sync.trouble)
        return [*hint_status(self._hint), *self._views.status(), *after, *trouble]

    def on_mount(self) -> None:
        """Open the card that was asked for, or the newest; all else waits for the first frame.

        A large library is listed first: listing it takes less time than reading its indexes.
        """
        if not self._panes.laid_out:
            return
        self.card_view.record_key = self._record_key
        if self._access.few:
            self._open_first()
        else:
            self._lists_meetings = True
            self._list_meetings()
            self._opening = True
            self._say_where()
            self.call_after_refresh(self._open_library)
            return
        self.call_after_refresh(self._settle)

    def on_unmount(self) -> None:
        """Stop what runs in the background."""
        self._live.stop()
        self._access.catalogue_sync.stop()
        self._search_session.close()

    @work(thread=True)
    def _open_library(self) -> None:
        with suppress(BriefingError):  # whatever is opened next says what is wrong with it
            _ = self._access.library
        self.post_message(LibraryOpened())

    @on(LibraryOpened)
    def _go_on_opened(self) -> None:
        self._opening = False
        if not self._session.card_id:
            self._open_first()
        self._settle()

    def _open_first(self) -> None:
        card_id, _, item_id = (self._start or "").partition("#")
        if card_id and self._show(card_id, item_id or None):
            return
        if not card_id and self._left and self._come_back_to(self._left):
            return
        try:
            newest = self._access.newest()
        except BriefingError as error:
            self._refuse(str(error))
            return
        if newest:
            self._show(newest)

    def _come_back_to(self, left: "LeftOff") -> bool:
        from briefing.tui.session.returning import come_back

        if not come_back(left, self._session, self._panes, self._access):
            return False
        self._came_back()
        return True

    def _settle(self) -> None:
        """List the meetings, and bring the catalogue up to date."""
        self._lists_meetings = True
        self._list_meetings()
        self.catch_up()

    # The catalogue

    def catch_up(self) -> None:
        """Look for what was added, changed or removed; run again if a sync is already running."""
        if self._catching_up:
            self._again = True
        elif self._lists_meetings:
            self._catching_up = True
            self._index()

    @work(thread=True)
    def _index(self) -> None:
        def post(progress: "Progress | None") -> None:
            self.post_message(CatalogueChanged(progress))

        self._access.catch_up(post, lambda: self._session.is_reading)
        post(None)

    @on(CatalogueChanged)
    def _tell_indexed(self, event: CatalogueChanged) -> None:
        self._progress = event.progress
        if event.progress is None or event.progress.stored:
            self._list_meetings()
            self._search_session.refresh()
            refresh_shown(self.app)
        if event.progress is None:
            self._catching_up = False
            again, self._again = self._again, False
            if again:
                self.catch_up()
            self._live.reread()
            self._live.start()
            if trouble := self._access.catalogue_sync.trouble:
                self._refuse(f"The search is not available: {trouble}")
        self._say_where()

    # Edited files

    @on(LibraryChanged)
    def _read_changes(self, event: LibraryChanged) -> None:
        if not event.was_read:
            self.run_worker(self._live.read())
            return
        self._live.reread()
        self._list_meetings()
        self._say_where()
        self.catch_up()

    def _say_where(self) -> None:
        self._panes.show_problems(self._live.problems)
        super()._say_where()

    def action_edit(self) -> None:
        """Open what is under the cursor in the user's editor, and read again what came of it."""
        if why := self._live.edit():
            self._refuse(why)

    @on(LineView.Activated, "#problems")
    def _edit_problem(self) -> None:
        self.action_edit()

    def _problems_status(self) -> list[StatusPart]:
        if not (problems := self._live.problems):
            return []
        keys = (each for each in self.active_bindings.values() if each.binding.action == "edit")
        found = next(keys, None)
        key = self.app.get_key_display(found.binding) if found else "the palette"
        return problems_status(len(problems), key)

    # The search

    def action_search(self) -> None:
        """Search the library."""
        self.search_for("")

    def search_for(self, query: str) -> None:
        """Open the search with a query answered in it, the last one if it is empty."""
        screen = self._search_session.open(query)
        self.app.push_screen(screen, partial(self._take, screen))

    def _make_search(self, notebook: "Notebook", query: str) -> "SearchScreen":
        from briefing.tui.screens.search import SearchScreen  # the first frame does without

        access = self._access
        return SearchScreen(access.catalogue_sync, access.library, notebook, query, self.catch_up)

    def _take(self, screen: "SearchScreen", chosen: "Chosen | None") -> None:
        self._search_session.take(screen, chosen)
        self._say_where()

    def action_hit(self, direction: int) -> None:
        """Open the next or previous hit of the last search."""
        if self._search_session.found:
            self._search_session.step(direction)
            self._say_where()
        else:
            self.notify("Nothing was searched for yet.", markup=False)

    def action_dismiss_light(self) -> None:
        """Close the drawer; else clear the highlights, or go back to the view one came from."""
        if self.focused is self.outline:
            self._panes.go_to(self.card_view)
        elif self._session.hits:
            self._search_session.clear_highlights()
            self._say_where()
        else:
            self._views.come_back(self.app)
            self._say_where()

    # Views over time

    def action_view(self, name: str) -> None:
        """Open a view over all meetings.

        Args:
            name: Its name.
        """
        from briefing.tui.screens.analysis.opening import open_view, today
        from briefing.tui.screens.views.context import (
            ViewContext,
        )  # the first frame does without

        # Such a key is answered before the panes are there, and after they are gone.
        there = self.is_mounted and bool(self.children)
        card, item = self._session.card, self.card_view.item if there else None
        context = ViewContext(
            self._access,
            self,
            today(),
            card.id if card else "",
            card.series if card else "",
            self._views.keep,
            self.catch_up,
        )
        open_view(name, self.app, context, item, self.get_selected_text() or "")

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Say quietly of a key that it does nothing; the next key takes that back.

        Args:
            event: The key, which a pane has let pass.
        """
        self._hint_at(idle_hint(self, event.key))

    def on_screen_suspend(self) -> None:
        """Take back what was said of a key: the one that opened another screen did something."""
        self._hint_at("")

    def _hint_at(self, hint: str) -> None:
        if hint != self._hint:
            self._hint = hint
            self._say_where()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is: a next piece of evidence, a record beside the brief."""
        if action == "brief":
            return self.is_mounted and self.card_view.has_brief
        if action == "evidence":
            item = self.card_view.item if self.is_mounted else None
            return item is not None and len(item.evidence) > 1
        return True

    def action_pane(self, direction: int, around: bool = True) -> None:
        """Go to the next or previous pane, in a circle or not."""
        self._panes.step(direction, around=around)

    def action_outline(self) -> None:
        """Go to the list of meetings, opening its drawer where there is no room for a pane."""
        self._panes.toggle_outline()

    def action_evidence(self, direction: int) -> None:
        """Light the next or previous piece of the item's evidence."""
        self._session.step_evidence(direction)
        self._say_where()

    def action_follow(self) -> None:
        """Let the source pane follow the card's cursor, or hold it where it is."""
        self._session.toggle_following()
        self._say_where()

    def action_brief(self) -> None:
        """Show the whole record of the card, or its brief again."""
        self.card_view.toggle_brief()
        self._say_where()

    def action_zoom(self) -> None:
        """Show one pane alone, or all that fit."""
        self.toggle_class("-zoomed")

    def action_back(self) -> None:
        """Go back to the place before the last jump."""
        if not self._session.way_back.back():
            self.notify("There is no earlier place.", markup=False)
        self._came_back()

    def action_forward(self) -> None:
        """Go forward again."""
        if not self._session.way_back.forward():
            self.notify("There is no later place.", markup=False)
        self._came_back()

    def action_copy_citation(self) -> None:
        """Copy the item or paragraph under the cursor with its citation."""
        if text := self._session.whereabouts.citation():
            self.app.copy_to_clipboard(text)
