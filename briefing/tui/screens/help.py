"""The help screen: every key and what it does, made from the bindings themselves."""

from collections.abc import Sequence
from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from briefing.text.width import cells
from briefing.tui.content.line import join
from briefing.tui.content.line import shown as cleaned
from briefing.tui.keys.keymap import BoundKeys
from briefing.tui.lineview.blocks import Block, Run
from briefing.tui.lineview.line_view import LineView
from briefing.tui.screens.closing import ClosingScreen
from briefing.tui.widgets.inputs.line_input import LineInput

PLACEHOLDER = "type to find a key, what it does, or its id for the settings"


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


class HelpScreen(ClosingScreen[None]):
    """Shows every key, grouped by where it acts; typing filters, and shows ids too.

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
            yield LineInput(placeholder=PLACEHOLDER, id="help-filter")
            yield LineView(id="help-list")

    def on_mount(self) -> None:
        """Show all keys before anything is typed."""
        self.query_one("#help-list").can_focus = False
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
        width = max((cells(shown[index]) for index in found), default=0)
        blocks: list[Block] = []
        for where, indexes in groupby(found, key=lambda index: self._keys[index].where):
            if blocks:
                blocks[-1] = blocks[-1]._replace(space_after=True)
            blocks.append(Block(where, "heading"))
            blocks += [_row(shown[i], width, self._keys[i], bool(typed)) for i in indexes]
        nothing = Block(f"No key matches '{cleaned(typed)}'.", "quiet")
        self.query_one("#help-list", LineView).show_blocks(blocks or [nothing])

    def _display(self, bound: BoundKeys) -> str:
        return " ".join(self.app.get_key_display(Binding(key, bound.action)) for key in bound.keys)


def _row(keys: str, width: int, bound: BoundKeys, with_id: bool) -> Block:
    """Return one binding: its keys, flush right, beside what it does and perhaps its id."""
    said = join([bound.description, Run(bound.tooltip, "quiet")], " – ")
    line = join([said.text, Run(bound.id if with_id else "", "gutter")], "  ")
    lead = " " * (width - cells(keys)) + keys
    return Block(line.text, "", (*said.marks, *line.marks), lead=Run(f"{lead}  ", "key"))
