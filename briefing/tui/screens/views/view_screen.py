"""What all views over time have in common: a title, a filter, a table, and what a row can do."""

import sqlite3
from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import ClassVar, Self

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Static

from briefing.errors import BriefingError
from briefing.tui.content.analysis.table import TablePage, TableRow
from briefing.tui.content.line import shown
from briefing.tui.content.messages import fit_message
from briefing.tui.keys.views import VIEW_KEYS
from briefing.tui.lineview.line_view import LineView
from briefing.tui.screens.closing import Closing
from briefing.tui.screens.views.context import STYLES, Place, ViewContext
from briefing.tui.screens.views.export import ENDINGS, ExportScreen, Form
from briefing.tui.widgets.inputs.line_input import LineInput
from briefing.tui.widgets.key_bar import KeyBar
from briefing.tui.widgets.table_view import TableView

AT_ONCE = 1_000
"""Up to this many cards a view is made before the next frame, and no key meets an empty table."""


class ViewScreen(Closing[None]):
    """Shows rows computed from all meetings; a row opens beside its source, in the reader behind.

    Args:
        context: What there is to ask, and where rows are opened.
        place: Where somebody was in the view.
    """

    CSS_PATH = STYLES
    BINDING_GROUP_TITLE = "Views over time"
    BINDINGS: ClassVar[list[BindingType]] = VIEW_KEYS
    AUTO_FOCUS = "#table"
    ENDINGS: ClassVar[Mapping[str, Form]] = ENDINGS
    """Which forms a file of the view can have, by the ending of its name."""

    said = query_one("#said", Static)
    filter_line = query_one("#filter", LineInput)
    table = query_one("#table", TableView)

    def __init__(self, context: ViewContext, place: Place | None = None) -> None:
        super().__init__()
        self.context = context
        self._place = place or Place()
        self._laid_out = False
        self._whole = TablePage(())
        self._read = ""

    # What each view says of itself

    @abstractmethod
    def again(self) -> Self:
        """Return the view as it is, to be opened once more."""
        raise NotImplementedError

    @abstractmethod
    def read(self) -> TablePage:
        """Ask for what is shown and lay it out; may run in a thread.

        Raises:
            BriefingError: There is nothing to show, or it cannot be read.
            sqlite3.DatabaseError: The catalogue is damaged.
        """
        raise NotImplementedError

    @abstractmethod
    def heading(self) -> tuple[str, str]:
        """Return what the view is called, and what is said of it."""
        raise NotImplementedError

    @abstractmethod
    def open_row(self, row: TableRow) -> None:
        """Do what `enter` does on a row."""
        raise NotImplementedError

    @abstractmethod
    def citation(self, row: TableRow) -> str:
        """Return a row's words with what they rest on; empty where there is nothing to copy."""
        raise NotImplementedError

    @abstractmethod
    def exported(self, form: Form) -> str:
        """Return the rows that are shown as a file of some form."""
        raise NotImplementedError

    @property
    def file_name(self) -> str:
        """What a file of the view is called, without its ending."""
        return type(self).__name__.removesuffix("Screen").lower()

    # Showing

    def compose(self) -> ComposeResult:
        """Lay out the heading over the filter and the table."""
        with Vertical(id="view"):
            yield Static(id="said")
            yield LineInput(self._place.typed, placeholder="words to look for", id="filter")
            yield TableView(id="table")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what there is, at once where that takes no longer than a frame or two."""
        self._laid_out = True
        self.filter_line.can_focus = False
        self.filter_line.display = bool(self._place.typed)
        # Watched and not told by message, so that a key and its answer are painted as one.
        self.watch(self.filter_line, "value", self._narrow, init=False)
        self.refresh_view()

    @property
    def place(self) -> Place:
        """Where somebody is in the view now."""
        row = self.table.row if self._laid_out else None
        typed = self.filter_line.value if self._laid_out else self._place.typed
        return self._place._replace(typed=typed, key=row.key if row else self._place.key)

    @property
    def at_once(self) -> bool:
        """Whether the view is made on the event loop."""
        return len(self.context.access.card_ids) <= AT_ONCE

    def refresh_view(self) -> None:
        """Ask again, for more of the library may be catalogued by now."""
        if not self._laid_out:
            return  # it asks when it is there
        if self.at_once:
            self._take(*self._asked())
        else:
            self._tell("reading …")
            self._ask()

    @work(thread=True, exclusive=True)
    def _ask(self) -> None:
        page, trouble = self._asked()
        self.app.call_from_thread(self._take, page, trouble)
        page.prepare()  # the rows are there already; only a filter needs it

    def _asked(self) -> tuple[TablePage, str]:
        try:
            return self.read(), ""
        except (BriefingError, sqlite3.Error, OSError) as error:
            return TablePage((), nothing=str(error) or type(error).__name__), "nothing to show"

    def _take(self, page: TablePage, trouble: str) -> None:
        if self.closed or not self.is_attached:
            return
        self._whole, self._read = page, trouble
        place = self.place
        self.table.show_page(page.matching(place.typed), place.key)
        self.say()

    def show_again(self, page: TablePage, key: str) -> None:
        """Show other rows of the same; the filter stays.

        Args:
            page: The rows.
            key: Key of the one to put the cursor on.
        """
        self._whole = page
        self.table.show_page(page.matching(self.filter_line.value), key)
        self.say()

    def _narrow(self, typed: str) -> None:
        row = self.table.row
        self.table.show_page(self._whole.matching(typed), row.key if row else "", anew=False)
        self.say()

    def say(self) -> None:
        """Say what is shown."""
        self._tell(self._read or self.heading()[1])

    def _tell(self, words: str) -> None:
        parts = [words]
        if self.table.page is not self._whole:
            parts.append(f"{len(self.table.rows):,} of {sum(1 for _ in self._whole.rows):,} rows")
        progress = self.context.access.catalogue_sync.progress
        if progress is not None:
            parts.append(f"still reading, {progress.done:,} of {progress.total:,} cards")
        said = " · ".join(shown(part) for part in parts if part)
        title = shown(self.heading()[0])
        self.said.update(Content.assemble((title, "$heading bold"), f"  {said}"), layout=False)

    # What a row can do

    @on(LineView.Activated, "#table")
    def _open(self) -> None:
        if (row := self.table.row) is not None:
            self.open_row(row)

    @on(Input.Submitted, "#filter")
    def _open_from_filter(self) -> None:
        self.leave_filter()
        self._open()

    def leave_for(self, opened: Callable[[], None]) -> None:
        """Open something in the reader; the views are kept, to come back to the row one was at.

        Args:
            opened: Opens it.
        """
        views = [each for each in self.app.screen_stack if isinstance(each, ViewScreen)]
        self.context.keep([each.again() for each in views])
        for each in reversed(views):
            each.dismiss(None)
        opened()

    def action_copy_row(self) -> None:
        """Copy the row under the cursor with what it rests on."""
        row = self.table.row
        try:
            text = self.citation(row) if row is not None else ""
        except (BriefingError, sqlite3.Error, OSError) as error:
            self.notify(str(error), severity="error")
            return
        if text:
            self.app.copy_to_clipboard(text)

    def action_export(self) -> None:
        """Ask for a file and write the rows that are shown to it."""
        if self.table.rows:
            self.app.push_screen(
                ExportScreen(self.file_name, self.exported, self.ENDINGS), self._tell_written
            )
        else:
            self.notify("There is no row to write.", markup=False)

    def _tell_written(self, path: str | None) -> None:
        if path is not None:
            self.notify(fit_message(f"Wrote {path}", self.size.width), markup=False)

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Take what was typed before the line of the filter had the focus, or the next view it.

        Args:
            event: A key that was on its way here already when that changed.
        """
        if not self.is_current:
            self.app.simulate_key(event.key)
            event.stop()
            return
        active = self.active_bindings.get(event.key)
        typing = self.filter_line.display and self.filter_line.can_focus
        if typing and not self.filter_line.has_focus and event.is_printable and event.character:
            self.filter_line.insert_text_at_cursor(event.character)
            event.stop()
        elif typing and event.key == "enter":
            self._open_from_filter()
            event.stop()
        elif active is not None and active.binding.id == "views.filter":
            self.action_filter()
            event.stop()

    def action_filter(self) -> None:
        """Go to the line of the filter."""
        self.filter_line.display = self.filter_line.can_focus = True
        self.filter_line.focus()

    def action_step(self, direction: int) -> None:
        """Go to the next or previous row."""
        self.table.action_step(direction)

    def action_leave(self) -> None:
        """Take the filter off; without one, go back."""
        if self.filter_line.value or self.filter_line.has_focus:
            self.filter_line.value = ""
            self.leave_filter()
        else:
            self.dismiss(None)

    def leave_filter(self) -> None:
        """Go from the line of the filter to the table."""
        self.table.focus()
        self.filter_line.can_focus = False
        self.filter_line.display = bool(self.filter_line.value)
