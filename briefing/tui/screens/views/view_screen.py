"""What all views over time have in common: a title, a filter, a table, and what a row can do."""

import sqlite3
from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar, Self

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.css.query import NoMatches
from textual.getters import query_one
from textual.widgets import Input, Static

from briefing.errors import BriefingError
from briefing.output.wording import count
from briefing.tui.content.analysis.table import TablePage, TableRow
from briefing.tui.content.line import shown
from briefing.tui.keys.hints import idle_hint
from briefing.tui.keys.views import VIEW_KEYS
from briefing.tui.lineview.line_view import LineView
from briefing.tui.screens.views.asking_screen import AskingScreen, Found
from briefing.tui.screens.views.context import STYLES, Place, ViewContext
from briefing.tui.screens.views.export import ENDINGS, ExportScreen, Form
from briefing.tui.widgets.inputs.filter_line import FilterLine
from briefing.tui.widgets.key_bar import KeyBar
from briefing.tui.widgets.table.table_view import TableView


class ViewScreen(AskingScreen[Found]):
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
    """Which forms a file of the view can have, by the ending of its name; none where there is
    nothing to write."""

    said = query_one("#said", Static)
    filter_line = query_one("#filter", FilterLine)
    table = query_one("#table", TableView)

    def __init__(self, context: ViewContext, place: Place | None = None) -> None:
        super().__init__(context)
        self._place = place or Place()
        self._laid_out = False
        self._whole = TablePage(())
        self._hint = ""
        self._before = ""
        """Key of the row that was left for a filter, to come back to where it left none."""

    # What each view says of itself

    @abstractmethod
    def again(self) -> Self:
        """Return the view as it is, to be opened once more."""
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
        """Return the rows that are shown as the text of a file."""
        raise NotImplementedError

    def start_key(self) -> str:
        """Return the key of the row to begin at, of what was found; empty for the first one."""
        return ""

    @property
    def file_name(self) -> str:
        """What a file of the view is called, without its ending."""
        return type(self).__name__.removesuffix("Screen").lower()

    # Showing

    def compose(self) -> ComposeResult:
        """Lay out the heading over the filter and the table."""
        with Vertical(id="view"):
            yield Static(id="said")
            yield FilterLine(
                self._place.typed,
                placeholder="words to look for",
                # Focus comes after the first letters of a fast typist, which it must not select.
                select_on_focus=False,
                id="filter",
            )
            yield self.make_table()
        yield KeyBar()

    def make_table(self) -> TableView:
        """Return the table of the view."""
        return TableView(id="table")

    def on_mount(self) -> None:
        """Show what there is, at once where that takes no longer than a frame or two."""
        self._laid_out = True
        self.filter_line.can_focus = False
        self.filter_line.display = bool(self._place.typed)
        # Watched and not told by message, so that a key and its answer are painted as one.
        self.watch(self.filter_line, "value", self._narrow, init=False)
        self.ask()

    def on_unmount(self) -> None:
        """Let go of the rows at once.

        A screen is in circles, and thousands of rows that wait in them for the collector of garbage
        are collected while the next view is opened.
        """
        self._whole = TablePage(())
        self.forget_answer()

    def on_screen_resume(self) -> None:
        """Show what was catalogued while another screen was before it."""
        self.refresh_view()

    @property
    def place(self) -> Place:
        """Where somebody is in the view now."""
        row = self.table.row if self._laid_out else None
        typed = self.filter_line.value if self._laid_out else self._place.typed
        return self._place._replace(typed=typed, key=row.key if row else self._place.key)

    def refresh_view(self) -> None:
        """Ask again if more of the library is catalogued by now; all stays where it is."""
        if self.is_there:  # it asks as soon as it is
            super().refresh_view()

    @property
    def is_there(self) -> bool:
        """Whether its widgets are there: they come after the screen, and go before it."""
        if not (self._laid_out and super().is_there):
            return False
        try:  # they go one after the other
            return all(part.is_attached for part in (self.table, self.said, self.filter_line))
        except NoMatches:
            return False

    def show_answer(self, page: TablePage, *, anew: bool) -> None:
        """Show what was found, as far as the filter lets it through.

        Args:
            page: The rows.
            anew: Whether something was asked for; else cursor, selection and rows in view stay.
        """
        self._whole = page
        kept = page.matching(self.filter_line.value)
        if anew:
            self.table.show_page(kept, self.place.key or self.start_key())
        else:
            self.table.renew_page(kept)
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
        row, self._hint = self.table.row, ""
        key = row.key if row else self._before
        self.table.show_page(self._whole.matching(typed), key, anew=False)
        self.say()

    def say(self) -> None:
        """Say what is shown."""
        said = self._hint or " · ".join(shown(part) for part in self._facts() if part)
        title = Content.assemble((shown(self.heading()[0]), "$heading bold"), f"  {said}")
        self.said.update(title, layout=False)

    def _facts(self) -> Iterator[str]:
        if self.table.page is not self._whole:
            # First, for the end of a long line is cut off.
            total = sum(1 for _ in self._whole.rows)
            yield f"{len(self.table.rows):,} of {count(total, 'row')}"
        if self.is_reading:
            yield "reading …"
        elif self.found is None:
            yield "nothing to show"
        else:
            yield self.heading()[1]
        progress = self.context.access.catalogue_sync.progress
        if progress is not None:
            yield f"still reading, {progress.done:,} of {count(progress.total, 'card')}"

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
            self.notify("There is no row to write.")

    def _tell_written(self, path: str | None) -> None:
        if path is not None:
            self.notify(f"Wrote {path}")

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a file only where there is a form for one, and the filter where none is typed.

        Args:
            action: Name of the action.
            parameters: What it was given.
        """
        if action == "export" and not self.ENDINGS:
            return False
        if action == "filter" and self.is_there and self.filter_line.has_focus:
            return False
        return super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        """Take what was typed before the line of the filter had the focus, or the next view it.

        Of a key that does nothing it is said so; the next one takes that back.

        Args:
            event: A key that was on its way here already when that changed.
        """
        if not self.is_current:
            self.app.simulate_key(event.key)
            event.stop()
            return
        active = self.active_bindings.get(event.key)
        typing = self.filter_line.display and self.filter_line.can_focus
        hint = ""
        if typing and not self.filter_line.has_focus and event.is_printable and event.character:
            self.filter_line.insert_text_at_cursor(event.character)
            event.stop()
        elif typing and event.key == "enter":
            self._open_from_filter()
            event.stop()
        elif active is not None and active.binding.id == "views.filter":
            self.action_filter()
            event.stop()
        elif not typing:
            hint = idle_hint(self, event.key)
        self._hint_at(hint)

    def on_screen_suspend(self) -> None:
        """Take back what was said of a key: the one that opened another screen did something."""
        self._hint_at("")

    def _hint_at(self, hint: str) -> None:
        if hint != self._hint:
            self._hint = hint
            self.say()

    def action_filter(self) -> None:
        """Go to the line of the filter."""
        if not self.filter_line.value:
            self._before = self.place.key
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


AnyView = ViewScreen[Any]
"""A view, whatever it shows."""
