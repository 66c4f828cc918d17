"""The keys of the search screen; everything else that is typed goes into the query."""

from textual.binding import Binding, BindingType

SEARCH_KEYS: list[BindingType] = [
    Binding(
        "down",
        "step(1)",
        "Next hit",
        id="search.next",
        tooltip="Go to the next hit",
    ),
    Binding(
        "up",
        "step(-1)",
        "Previous hit",
        id="search.previous",
        show=False,
        tooltip="Go to the hit before",
    ),
    Binding(
        "pagedown",
        "page(1)",
        "Screen down",
        id="search.page-down",
        show=False,
        tooltip="Go a screen of hits down",
    ),
    Binding(
        "pageup",
        "page(-1)",
        "Screen up",
        id="search.page-up",
        show=False,
        tooltip="Go a screen of hits up",
    ),
    Binding(
        "tab",
        "complete",
        "Complete",
        id="search.complete",
        tooltip="Take the first of the words offered under the query",
    ),
    Binding(
        "ctrl+r",
        "unfilter",
        "Filters off / on",
        id="search.unfilter",
        tooltip="Leave the fields out of the query to see what they hide, or put them back",
    ),
    Binding(
        "ctrl+s",
        "keep",
        "Save / drop",
        id="search.keep",
        tooltip="Keep this query among the saved ones, or drop it from them",
    ),
    Binding(
        "escape",
        "leave",
        "Close",
        id="search.close",
        tooltip="Go back to where the search began",
    ),
]
"""What works while a query is typed."""
