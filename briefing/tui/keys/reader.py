"""The reader's own keys: panes, evidence, the way back, and copying.

A terminal without the kitty keyboard protocol sends the same byte for `ctrl+i` and `tab`, so going
forward has `alt+right` besides, and going back `alt+left`.
"""

from textual.binding import Binding, BindingType

from briefing.tui.keys.views import OPENING_KEYS

READER_KEYS: list[BindingType] = [
    Binding(
        "tab",
        "pane(1)",
        "Pane",
        id="reader.next-pane",
        tooltip="Go to the next pane: meetings, card, source",
    ),
    Binding(
        "shift+tab",
        "pane(-1)",
        "Previous pane",
        id="reader.previous-pane",
        show=False,
        tooltip="Go to the pane before",
    ),
    Binding(
        "h,left",
        "pane(-1, False)",
        "Pane left",
        id="reader.left",
        show=False,
        tooltip="Go to the pane on the left, or above",
    ),
    Binding(
        "l,right",
        "pane(1, False)",
        "Pane right",
        id="reader.right",
        show=False,
        tooltip="Go to the pane on the right, or below",
    ),
    Binding(
        "slash",
        "search",
        "Search",
        id="reader.search",
        # At once, so that what a fast typist types next goes into the query and not to the reader.
        priority=True,
        tooltip="Search everything: quotes, points, sources, people, topics",
    ),
    Binding(
        "n",
        "hit(1)",
        "Next hit",
        id="reader.next-hit",
        show=False,
        tooltip="Open the next hit of the last search",
    ),
    Binding(
        "N",
        "hit(-1)",
        "Previous hit",
        id="reader.previous-hit",
        show=False,
        tooltip="Open the hit before",
    ),
    Binding(
        "o",
        "outline",
        "List",
        id="reader.meetings",
        tooltip="Go to the list of meetings and sections, and back",
    ),
    Binding(
        "v",
        "brief",
        "Record/brief",
        id="reader.brief",
        tooltip="Show the whole record of the card, or its three-minute brief again",
    ),
    Binding(
        "e",
        "evidence(1)",
        "Evidence",
        id="reader.next-evidence",
        tooltip="Light the next passage that the item rests on",
    ),
    Binding(
        "E",
        "evidence(-1)",
        "Previous evidence",
        id="reader.previous-evidence",
        show=False,
        tooltip="Light the passage before",
    ),
    Binding(
        "f",
        "follow",
        "Hold source",
        id="reader.follow",
        show=False,
        tooltip="Hold the source where it is, or let it follow the card again",
    ),
    Binding(
        "z",
        "zoom",
        "One pane",
        id="reader.zoom",
        show=False,
        tooltip="Show one pane alone, or all that fit",
    ),
    Binding(
        "y",
        "copy_citation",
        "Copy",
        id="reader.copy",
        tooltip="Copy the item, paragraph or claim with its citation and cautions",
    ),
    Binding(
        "ctrl+e",
        "edit",
        "Edit",
        id="reader.edit",
        show=False,
        tooltip="Open what is under the cursor in your editor, at its line in its file",
    ),
    Binding(
        "ctrl+o,alt+left",
        "back",
        "Go back",
        id="reader.back",
        show=False,
        tooltip="Go back to the place before the last jump",
    ),
    Binding(
        "ctrl+i,alt+right",
        "forward",
        "Go forward",
        id="reader.forward",
        show=False,
        tooltip="Go forward again; ctrl+i only where the terminal can tell it from tab",
    ),
    Binding(
        "escape",
        "dismiss_light",
        "Clear",
        id="reader.clear",
        show=False,
        tooltip="Leave the list of meetings, clear the highlights, or go back to the view before",
    ),
    *OPENING_KEYS.values(),
]
"""What the reader's screen does itself, whichever pane has the focus."""
