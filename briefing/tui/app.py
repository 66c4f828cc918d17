"""The application around the reader: keys, palette, and the ways out."""

import gc
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from rich.console import RenderableType
from textual import events, on
from textual.app import ScreenStackError
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.errors import NoWidget
from textual.notifications import Notify, SeverityLevel
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import WorkerFailed

from briefing.errors import LibraryError
from briefing.tui.content.messages import fit_message
from briefing.tui.keys.app import APP_KEYS, keys_everywhere
from briefing.tui.terminal.driver.driver import TerminalDriver, TerminalLost
from briefing.tui.terminal.pasting import clean_paste
from briefing.tui.terminal.terminal import copy_in_tmux
from briefing.tui.themed_app import ThemedApp

if TYPE_CHECKING:
    from textual.command import Provider

    from briefing.library.library import Library
    from briefing.library.locations import KnownLibrary
    from briefing.tui.session.library.library_access import LibraryAccess
    from briefing.tui.session.location.memory import Memory


def _commands() -> "type[Provider]":
    """Return what the palette offers; loaded when it is opened."""
    from briefing.tui.screens.commands import ReaderCommands

    return ReaderCommands


def _collect_garbage() -> None:
    """Look for garbage again after a start that did not, but never among what the start made."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


class BriefingApp(ThemedApp, inherit_bindings=False):
    """A terminal reader for briefing cards.

    Args:
        library: The library to read, or its folder where the first frame need not wait for it.
        start: `CARD` or `CARD#ITEM` to open first; None for where the reader left off.
        theme: Name of the theme to start with, before the one that was chosen last; empty for none.
        keymap: The user's keys, binding id to keys; must have passed `check_keymap`.
        driver_class: What shows the reader instead of a terminal, such as a browser's driver.
        memory: Where the reader left off and the theme that was chosen; None remembers nothing.

    Attributes:
        crash: The fault of its own that ended the reader, if one did.
        lost: The loss of the terminal that ended it, if one did.
        wanted: The library it was left for; None where it was left for good.
    """

    TITLE = "Briefing"
    # Absolute, because a relative path is looked up beside the module of a subclass. The reader's
    # is among them because a sheet that comes later makes Textual parse all of them again.
    CSS_PATH = [
        Path(__file__).with_name("app.tcss"),
        Path(__file__).parent / "screens" / "reader.tcss",
    ]
    BINDING_GROUP_TITLE = "Everywhere"
    COMMANDS = {_commands}

    BINDINGS: ClassVar[list[BindingType]] = [*APP_KEYS]

    def __init__(
        self,
        library: "Library | Path",
        start: str | None = None,
        *,
        theme: str = "",
        keymap: Mapping[str, str] | None = None,
        driver_class: type[Driver] | None = None,
        memory: "Memory | None" = None,
    ) -> None:
        super().__init__(theme, memory, driver_class or TerminalDriver)
        self.crash: BaseException | None = None
        self.lost: TerminalLost | None = None
        self.wanted: Path | None = None
        self._leaving = False
        self._library = library
        self._access: LibraryAccess | None = None
        self._start = start
        self._user_keys = dict(keymap or {})
        self._keys_everywhere = keys_everywhere(self._user_keys)

    def get_default_screen(self) -> Screen[None]:
        """Return the screen that all others are on."""
        return self.first_screen()

    def first_screen(self) -> Screen[None]:
        """Return the reader, the screen that all others are on."""
        from briefing.tui.screens.reader import ReaderScreen
        from briefing.tui.session.library.library_access import LibraryAccess

        if isinstance(self._library, Path):
            self._access = LibraryAccess(self._library)
        else:
            self._access = LibraryAccess(self._library.root, self._library)
        left = self._memory.left if self._memory else None
        screen = ReaderScreen(
            self._access, self._start, left, record_key=self._shown_key("reader.brief", "v")
        )
        # Told before anything is styled, or all would be styled again at the first layout.
        screen.add_class(*screen.classes_at(self.size), update=False)
        return screen

    def close_library(self) -> None:
        """Close the library's files, when the reader and all its threads have ended."""
        if self._access is not None:
            self._access.catalogue_sync.close()

    def on_mount(self) -> None:
        """Take the user's keys, and repaint when the shell brings the program back."""
        self.set_keymap(self._user_keys)
        self.call_after_refresh(_collect_garbage)
        self.app_resume_signal.subscribe(self, lambda _: self.call_later(self.screen.refresh))

    async def on_event(self, event: events.Event) -> None:
        """Clean what is pasted before any box has it, and leave out clicks on what is gone.

        A key that acts everywhere acts at once on a modal screen, which would not let it through.

        Args:
            event: What happened.
        """
        if isinstance(event, events.Key) and not event.is_forwarded:
            action = self._action_past_modal(event)
            if action:
                await self.run_action(action, self)
                return
        if isinstance(event, events.MouseEvent) and self._is_over_a_ruin(event):
            return
        if isinstance(event, events.Paste) and not event.is_forwarded:
            event.text = clean_paste(event.text)
        await super().on_event(event)

    def _action_past_modal(self, key: events.Key) -> str:
        """Return what a key does on any modal screen; empty if it is typed, or the screen's own."""
        action = self._keys_everywhere.get(key.key, "")
        if not action or not self.screen.is_modal or key.is_printable:
            return ""
        active = self.screen.active_bindings.get(key.key)
        return "" if active is not None and active.binding.id else action

    def _is_over_a_ruin(self, event: events.MouseEvent) -> bool:
        """Whether the mouse is over a widget that was taken away since the last frame.

        Textual looks for the place of such a widget in its parent, which it has no more.
        """
        try:
            widget, _ = self.get_widget_at(int(event.x), int(event.y))
        except (NoWidget, ScreenStackError):
            return False
        return widget.parent is None

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Leave the program; the first to say so decides how.

        Args:
            result: Nothing: the reader has no result.
            return_code: The exit status.
            message: What to print after leaving.
        """
        if not self._leaving:
            self._leaving = True
            if self._memory:
                self._memory.keep_place(self.screen_stack, crashed=self.crash is not None)
            super().exit(result, return_code, message)

    @on(TerminalLost)
    def _end_without_terminal(self, event: TerminalLost) -> None:
        self.lost = event
        self.exit(return_code=1)

    def _handle_exception(self, error: Exception) -> None:
        """Keep a fault for the report and leave.

        Textual has no other place where every unhandled exception passes; what it does itself is
        to print the trace with all local values, and so the library's text.
        """
        fault = error.error if isinstance(error, WorkerFailed) else error
        if self._leaving and isinstance(fault, NoMatches):
            return  # something was done for a screen whose widgets were taken apart already
        if self.crash is None:
            self.crash = fault
        if self.is_headless:
            super()._handle_exception(error)  # a test's pilot raises it
        else:
            self.exit(return_code=1)

    def libraries(self) -> "Sequence[KnownLibrary]":
        """Return the other libraries that can be opened; none in a browser: it shows one reader."""
        return self._memory.libraries() if self._memory and not self.is_web else ()

    def open_library(self, root: Path) -> None:
        """Leave this library for another; stay, and say why, if it cannot be opened.

        Args:
            root: The folder of the other one.
        """
        from briefing.library.locations import require_library

        try:
            require_library(root)
        except LibraryError as error:
            self.notify(str(error), severity="error")
            return
        if not self._leaving:
            self.wanted = root
            self.exit()

    def action_help(self) -> None:
        """Show every key and what it does."""
        from briefing.tui.keys.keymap import all_bindings, with_keymap
        from briefing.tui.screens.help import HelpScreen

        if not self._come_back_to(HelpScreen):
            self.push_screen(HelpScreen(with_keymap(all_bindings(), self._user_keys)))

    def action_command_palette(self) -> None:
        """Open the palette, unless it is open."""
        from briefing.tui.screens.palette import PLACEHOLDER, Palette

        if not self._come_back_to(Palette):
            self.push_screen(Palette(placeholder=PLACEHOLDER))

    def _come_back_to(self, kind: type[Screen[Any]]) -> bool:
        """Close what is before a screen that is open; tell whether one of the kind is."""
        found = [isinstance(screen, kind) for screen in self.screen_stack]
        if any(found):
            for screen in reversed(self.screen_stack[found.index(True) + 1 :]):
                screen.dismiss(None)
        return any(found)

    def action_close(self) -> None:
        """Go back one screen; stay on the first."""
        if len(self.screen_stack) > 1:
            self.screen.dismiss(None)

    async def action_back(self) -> None:
        """Go back one screen; on the first, leave the program."""
        if len(self.screen_stack) > 1:
            self.screen.dismiss(None)
        else:
            self.exit()

    def action_copy(self) -> None:
        """Copy the selected text; without any, say how to leave."""
        line = self.focused
        typed = line.selected_text if isinstance(line, Input) else ""
        text = self.screen.get_selected_text() or typed
        if text:
            self.copy_to_clipboard(text)
        else:
            self.notify(f"Nothing is selected. To leave the program, press {self._quit_key()}.")

    def copy_to_clipboard(self, text: str) -> None:
        """Copy to the terminal's clipboard, and to tmux's buffer where tmux keeps it back.

        Only what is certain is confirmed; else the message shows what was sent.

        Args:
            text: The text to copy.
        """
        from briefing.tui.content.copying import copied_words

        super().copy_to_clipboard(text)
        self.notify(copied_words(text, certain=copy_in_tmux(text)))

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a message; it may quote a library, so it is never read as markup.

        Args:
            message: The message.
            title: Its title; empty for none.
            severity: How bad it is.
            timeout: Seconds to show it; None for the usual time.
            markup: Ignored: no message of this program carries markup.
        """
        said = fit_message(message, self.size.width)
        super().notify(said, title=title, severity=severity, timeout=timeout, markup=False)

    @on(Notify)
    def _make_room(self) -> None:
        """Take the message before off the screen: two would reach what is read.

        The toolkit would leave what held it, and there is room for two of those only.
        """
        self.clear_notifications()
        with suppress(ScreenStackError):
            self.screen.query("ToastHolder").remove()

    def _quit_key(self) -> str:
        quits = next(binding for binding in APP_KEYS if binding.id == "app.quit")
        return self._shown_key("app.quit", quits.key)

    def _shown_key(self, binding_id: str, usual: str) -> str:
        """Return the first key of an action as it is shown, given its usual keys."""
        keys = self._user_keys.get(binding_id, usual)
        return self.get_key_display(Binding(keys.split(",")[0].strip(), ""))
