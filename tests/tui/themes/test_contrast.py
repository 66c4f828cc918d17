"""Every text of every screen can be read in every theme that can be chosen.

What is drawn is walked cell by cell. A native theme leaves its colours to the terminal, so they are
taken as xterm ships them, and a theme that says neither dark nor light has to hold on both.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from rich.color import Color as RichColor
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from textual.app import App
from textual.color import Color
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget

from briefing.library.library import Library
from briefing.tui.app import BriefingApp
from briefing.tui.themes.contrast import MINIMUM, contrast
from briefing.tui.themes.themes import ANSI, theme_names
from tests.tui.libraries import rough

WHOLE, PART, SMALL = (110, 44), (100, 30), (80, 24)
"""All of the rough card is seen where nothing is before it; else what is before it is looked at,
and has no style at a larger size that it has not at this one."""
INKLESS = frozenset(" \u00a0█▀▄▌▐▏▎▍▋▊▉▁▂▃▅▆▇▔▕╸╺━─│┌┐└┘├┤╭╮╰╯┃⎸⎹▪•·")
"""Lines, bars and blanks: what they say is said in words as well."""

XTERM = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
    (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
]  # fmt: skip
TERMINALS = {
    True: TerminalTheme((0, 0, 0), (229, 229, 229), XTERM[:8], XTERM[8:]),
    False: TerminalTheme((255, 255, 255), (0, 0, 0), XTERM[:8], XTERM[8:]),
}
"""A dark terminal and a light one."""


class Faint(NamedTuple):
    """A text that cannot be read."""

    widget: str
    ink: str
    ground: str
    ratio: float
    text: str


def pair(style: Style, terminal: TerminalTheme) -> tuple[Color, Color]:
    """Return ink and ground of a style as a terminal shows them."""

    def shown(color: RichColor | None, *, ink: bool) -> Color:
        color = color or RichColor.default()
        return Color(*color.get_truecolor(terminal, foreground=ink))

    ink, ground = shown(style.color, ink=True), shown(style.bgcolor, ink=False)
    if style.reverse:
        ink, ground = ground, ink
    return (ground.blend(ink, 0.5, 1) if style.dim else ink), ground


def faint_texts(app: App[None], terminal: TerminalTheme) -> Iterator[Faint]:
    """Find what cannot be read on any screen, as if no window covered it."""
    known: dict[Style, tuple[Color, Color, float]] = {}
    widgets = (one for screen in app.screen_stack for one in screen.walk_children(Widget))
    for widget in widgets:
        if not widget.display or not widget.outer_size.area:
            continue
        for strip in widget.render_lines(Region(0, 0, *widget.outer_size)):
            for text, style, _ in strip:
                if style is None or INKLESS.issuperset(text):
                    continue
                if style not in known:
                    colors = pair(style, terminal)
                    known[style] = (*colors, contrast(*colors))
                ink, ground, ratio = known[style]
                if ratio < MINIMUM:
                    name = f"{type(widget).__name__}#{widget.id}"
                    yield Faint(name, ink.hex6, ground.hex6, round(ratio, 2), text)


def look(app: App[None], faint: dict[str, set[Faint]]) -> None:
    """Look at the screens in the present theme, on each terminal that it may be shown on."""
    theme = app.current_theme
    for dark, terminal in TERMINALS.items():
        if theme is ANSI or theme.dark == dark:
            name = f"{theme.name} on {'dark' if dark else 'light'}"
            faint[name].update(faint_texts(app, terminal))


def library(folder: Path) -> Library:
    """A library with every state, and a card that cannot be read."""
    rough(folder)
    (folder / "content/meetings/2020-01-01-broken.yaml").write_text("format: 1\n", "utf-8")
    return Library.open(folder)


SCENES: dict[str, tuple[str, ...]] = {
    "words that drifted, and hits": ("slash", "=speaker:ann day", "enter", "j", "j"),
    "claims on a paragraph": ("tab", "enter"),
    "help over the source": ("tab", "j", "question_mark", "=page"),
    "palette": ("ctrl+p", "=t"),
    "columns by meeting": ("t", "left", "slash", "=t"),
    "words of a speaker": ("s", "slash", "=lee", "enter"),
    "what is due, and a file for it": ("d", "x"),
    "the line of time": ("T", "minus"),
    "a card that cannot be read": ("ctrl+p", "=broken", "enter", "slash", "=speaker:"),
}
"""Keys to what is looked at, all that it covers included; text after `=` is typed."""
ANEW = "palette"
SIZES = {ANEW: SMALL, "help over the source": SMALL}
OPENED = {
    "help over the source": "HelpScreen",
    "palette": "Palette",
    "columns by meeting": "TopicsScreen",
    "words of a speaker": "WordsScreen",
    "what is due, and a file for it": "ExportScreen",
    "the line of time": "TimelineScreen",
    "a card that cannot be read": "SearchScreen",
}


async def type_keys(pilot: Pilot[None], keys: Iterable[str]) -> None:
    for key in keys:
        typed = [{" ": "space", ":": "colon"}.get(letter, letter) for letter in key[1:]]
        await pilot.press(*(typed if key.startswith("=") else [key]))
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


@pytest.mark.parametrize("scene", SCENES)
async def test_every_text_can_be_read_in_every_theme(scene: str, tmp_path: Path) -> None:
    app = BriefingApp(library(tmp_path), "rough#ports")
    faint: dict[str, set[Faint]] = defaultdict(set)
    async with app.run_test(size=SIZES.get(scene, PART if scene in OPENED else WHOLE)) as pilot:
        await app.workers.wait_for_complete()
        await type_keys(pilot, SCENES[scene])
        opened = type(app.screen).__name__
        for theme in theme_names():
            if scene == ANEW:
                # The toolkit's palette never changes its colours once it is open.
                await pilot.press("escape")
            app.theme = theme
            await pilot.pause()
            if scene == ANEW:
                await type_keys(pilot, SCENES[scene])
            look(app, faint)

    assert opened == OPENED.get(scene, "ReaderScreen")
    assert not {theme: found for theme, found in faint.items() if found}
