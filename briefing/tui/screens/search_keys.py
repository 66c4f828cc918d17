"""The keys of the search screen; everything else that is typed goes into the query."""

from textual.binding import Binding, BindingType

SEARCH_KEYS: list[BindingType] = [
    Binding(
        "enter",
        "open",
        "Open",
        id="search.open",
        priority=True,
        tooltip="Open the hit on its card, with its source in view",
    ),
    Binding(
        "down",
        "step(1)",
        "Next hit",
        id="search.next",
        tooltip="Go to the next hit",
        priority=True,
    ),
    Binding(
        "up",
        "step(-1)",
        "Previous hit",
        id="search.previous",
        show=False,
        priority=True,
        tooltip="Go to the hit before",
    ),
    Binding(
        "pagedown",
        "page(1)",
        "Screen down",
        id="search.page-down",
        show=False,
        priority=True,
        tooltip="Go a screen of hits down",
    ),
    Binding(
        "pageup",
        "page(-1)",
        "Screen up",
        id="search.page-up",
        show=False,
        priority=True,
        tooltip="Go a screen of hits up",
    ),
    Binding(
        "tab",
        "complete",
        "Complete",
        id="search.complete",
        priority=True,
        tooltip="Take the first of the words offered under the query",
    ),
    Binding(
        "ctrl+s",
        "keep",
        "Save / drop",
        id="search.keep",
        priority=True,
        tooltip="Keep this query among the saved ones, or drop it from them",
    ),
    Binding(
        "escape",
        "leave",
        "Close",
        id="search.close",
        priority=True,
        tooltip="Go back to where the search began",
    ),
]
"""What works while a query is typed."""
