"""The help screen: every key and what it does, made from the bindings themselves."""

from collections.abc import Sequence
from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.tui.keymap import BoundKeys


def matching(bindings: Sequence[BoundKeys], typed: str, shown: Sequence[str]) -> list[int]:
    """Find the bindings in which every typed word occurs.

    Args:
        bindings: All bindings.
        typed: Words in any order and case; nothing typed matches everything.
        shown: For each binding, its keys as the user sees them.

    Returns:
        Indexes into `bindings`, in order.
    """
    words = typed.lower().split()

    def said(index: int) -> str:
        bound = bindings[index]
        parts = (shown[index], bound.description, bound.tooltip, bound.where, bound.id)
        return " ".join((*parts, *bound.keys)).lower()

    return [index for index in range(len(bindings)) if all(word in said(index) for word in words)]


class HelpScreen(ModalScreen[None]):
    """Shows every key, grouped by where it acts; typing filters.

    Args:
        bindings: The bindings with the user's keymap applied.
    """

    CSS_PATH = "help.tcss"
    BINDING_GROUP_TITLE = "Help"

    BINDINGS = [
        Binding(
            "escape",
            "dismiss",
            "Close",
            id="help.close",
            tooltip="Close the help",
        ),
        Binding(
            "down",
            "scroll_keys(1)",
            "Down",
            id="help.down",
            show=False,
            tooltip="Show the next line of the help",
        ),
        Binding(
            "up",
            "scroll_keys(-1)",
            "Up",
            id="help.up",
            show=False,
            tooltip="Show the previous line of the help",
        ),
        Binding(
            "pagedown",
            "page_keys(1)",
            "Page down",
            id="help.page-down",
            show=False,
            tooltip="Show the next page of the help",
        ),
        Binding(
            "pageup",
            "page_keys(-1)",
            "Page up",
            id="help.page-up",
            show=False,
            tooltip="Show the previous page of the help",
        ),
    ]

    def __init__(self, bindings: Sequence[BoundKeys]) -> None:
        super().__init__()
        self._keys = tuple(bindings)

    def compose(self) -> ComposeResult:
        """Lay out the filter above the list of keys."""
        with Vertical(id="help"):
            yield Static(Content("Keys"), id="help-title")
            yield Input(placeholder="type to find a key or what it does", id="help-filter")
            with VerticalScroll(id="help-list", can_focus=False):
                yield Static(id="help-keys")

    def on_mount(self) -> None:
        """Show all keys before anything is typed."""
        self._show("")

    @on(Input.Changed, "#help-filter")
    def _filter(self, event: Input.Changed) -> None:
        self._show(event.value)

    def action_scroll_keys(self, lines: int) -> None:
        """Scroll the list.

        Args:
            lines: How far, down when positive.
        """
        self.query_one("#help-list").scroll_relative(y=lines, animate=False)

    def action_page_keys(self, pages: int) -> None:
        """Scroll the list by pages.

        Args:
            pages: How far, down when positive.
        """
        listing = self.query_one("#help-list")
        listing.scroll_relative(y=pages * listing.size.height, animate=False)

    def _show(self, typed: str) -> None:
        shown = [self._display(bound) for bound in self._keys]
        found = matching(self._keys, typed, shown)
        width = max((len(shown[index]) for index in found), default=0)
        groups = [
            self._group(where, [(shown[i], self._keys[i]) for i in indexes], width)
            for where, indexes in groupby(found, key=lambda i: self._keys[i].where)
        ]
        nothing = Content.styled(f"No key matches “{typed}”.", "$text-quiet")
        self.query_one("#help-keys", Static).update(Content("\n\n").join(groups) or nothing)
        self.query_one("#help-list").scroll_home(animate=False)

    def _group(self, where: str, rows: Sequence[tuple[str, BoundKeys]], width: int) -> Content:
        lines = [Content.styled(where, "$heading $heading-style")]
        for keys, bound in rows:
            lines.append(
                Content.assemble(
                    (keys.rjust(width), "$accent"),
                    f"  {bound.description}",
                    (f" – {bound.tooltip}" if bound.tooltip else "", "$text-quiet"),
                )
            )
        return Content("\n").join(lines)

    def _display(self, bound: BoundKeys) -> str:
        return " ".join(self.app.get_key_display(Binding(key, bound.action)) for key in bound.keys)
