"""A few pictures of what people see first; each was looked at before it was kept.

They are redrawn with `pytest tests/tui/test_snapshots.py --snapshot-update -n 0`.
"""

from collections.abc import Awaitable, Callable
from typing import Protocol

import pytest
from textual.app import App
from textual.pilot import Pilot

from briefing.library.library import Library
from briefing.library.locations import bundled_library
from briefing.tui.app import BriefingApp

CARD = "2023-01-11-us-japan-2plus2"
SETTLING = 4
BIG, SMALL = (120, 40), (80, 24)
NAMES = {" ": "space", ":": "colon"}


class SnapCompare(Protocol):
    """What the snapshot plugin gives a test."""

    def __call__(
        self,
        app: App[None],
        *,
        terminal_size: tuple[int, int],
        run_before: Callable[[Pilot[None]], Awaitable[None]],
    ) -> bool: ...


def keys(*pressed: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Press keys once the library is catalogued; text after `=` is typed."""

    async def press(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        for key in pressed:
            typed = [NAMES.get(letter, letter) for letter in key[1:]]
            await pilot.press(*(typed if key.startswith("=") else [key]))
            # A key moves the card's cursor, that posts a message, and that moves the source.
            for _ in range(SETTLING):
                await pilot.pause()

    return press


@pytest.mark.parametrize(
    ("theme", "size", "pressed"),
    [
        pytest.param("briefing-dark", BIG, ("j", "j"), id="reader-dark-big"),
        pytest.param("briefing-light", SMALL, ("J", "j"), id="reader-light-small"),
        pytest.param("briefing-ansi", SMALL, ("J", "J"), id="reader-ansi-small"),
        pytest.param("briefing-dark", BIG, ("slash", "=taiwn strat"), id="search-dark-big"),
        pytest.param("briefing-light", SMALL, ("slash", "=speaker:h"), id="search-light-small"),
        pytest.param("briefing-light", SMALL, ("t", "left"), id="topics-light-small"),
        pytest.param("briefing-dark", BIG, ("c", "slash", "=space"), id="compare-dark-big"),
    ],
)
def test_it_looks_as_it_was_approved(
    snap_compare: SnapCompare, theme: str, size: tuple[int, int], pressed: tuple[str, ...]
) -> None:
    app = BriefingApp(Library.open(bundled_library()), CARD, theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=keys(*pressed))
