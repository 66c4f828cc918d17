"""The reader's colours out of any theme's: the same hierarchy in other hues, and always readable.

A theme brings two to eleven colours. Grounds are mixed from its background and a little of these;
inks keep their hue and are mixed with the foreground until they stand out from every ground that
text lies on. A foreground that is too faint itself is moved towards white or black first.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from textual.color import Color
from textual.theme import Theme

from briefing.tui.themes.contrast import (
    ENHANCED,
    MINIMUM,
    contrast,
    difference,
    farthest,
    readable,
)
from briefing.tui.themes.themes import ANSI, THEMES

_ROOM: Final = 0.64
"""Least share of the contrast of white or black with the background that other grounds leave."""
_LIT: Final = 5.5
"""The same contrast with the ground of what is lit: there are no shades on it."""
_PLAIN: Final = 18.0
"""Difference of two grounds that nobody overlooks; 2.3 is the least that can be seen."""
_STEPS: Final = 5
"""Into how many steps the way from a ground to the background is cut."""
_HUES: Final = ("primary", "secondary", "accent", "warning", "error", "success")

_ANSI_GROUNDS: Final = ("ansi-background", "ansi-foreground")
"""What Textual takes the terminal's own two colours for; a native theme knows better."""
_ANSI_INKS: Final[Mapping[str, tuple[str, str]]] = {
    "accent": ("ansi_yellow", "ansi_magenta"),
    "error": ("ansi_bright_red", "ansi_red"),
    "footer-key-foreground": ("ansi_yellow", "ansi_magenta"),
    "gutter-cited": ("ansi_yellow", "ansi_magenta"),
    "state-verbatim": ("ansi_green", "ansi_blue"),
    "state-typography": ("ansi_cyan", "ansi_blue"),
    "state-drifted": ("ansi_yellow", "ansi_red"),
    "state-ambiguous": ("ansi_bright_magenta", "ansi_magenta"),
    "state-missing": ("ansi_bright_red", "ansi_red"),
    "diff-added": ("ansi_green", "ansi_blue"),
    "diff-removed": ("ansi_bright_red", "ansi_red"),
    "caution": ("ansi_yellow", "ansi_red"),
    "commitment": ("ansi_yellow", "ansi_magenta"),
}
"""Inks of the sixteen that can be read on dark grounds, and on light ones: blue and red are too
dark for the former, yellow, green and cyan too light for the latter."""


def readable_theme(theme: Theme) -> Theme:
    """Return a theme with every variable of the reader, and no text that cannot be read.

    Args:
        theme: Any theme, such as one of Textual's; the reader's own are returned as they are.
    """
    if any(theme is own for own in THEMES):
        return theme
    if theme.ansi:
        own = {name: value for name, value in ANSI.variables.items() if name not in _ANSI_GROUNDS}
        inks = {name: pair[0 if theme.dark else 1] for name, pair in _ANSI_INKS.items()}
        return replace(theme, variables={**theme.variables, **own, **inks})
    return replace(theme, variables={**theme.variables, **_variables(theme)})


class _Palette:
    """The colours of a theme, and those mixed of them.

    Args:
        theme: A theme whose colours are no terminal's.
    """

    def __init__(self, theme: Theme) -> None:
        named = theme.to_color_system().generate()

        def color(name: str) -> Color:
            return Color.parse(named[name])

        self.background = color("background").with_alpha(1)
        self.extreme = farthest(self.background)
        self.surface = self._roomy(color("surface"))
        self.panel = self._roomy(color("panel"))
        self.hues = {name: self._opaque(color(name)) for name in _HUES}
        wished = self._opaque(color("foreground"))
        self.cursor = self._roomy(self.mixed(wished, 0.09))
        self.hover = self._roomy(self.mixed(wished, 0.05))
        self.chosen = self._roomy(self.mixed(self.hues["primary"], 0.25))
        self.grounds = (
            self.background,
            self.surface,
            self.panel,
            self.cursor,
            self.hover,
            self.chosen,
        )
        self.foreground = readable(wished, self.extreme, self.grounds, ENHANCED)

    def _opaque(self, color: Color) -> Color:
        return self.background + color

    def _roomy(self, ground: Color) -> Color:
        """Return a ground moved towards the background until it takes the same inks."""
        most = contrast(self.extreme, self.background)
        room = max(_ROOM * most, min(most, ENHANCED))
        ground = self._opaque(ground)
        for _ in range(_STEPS):
            if contrast(self.extreme, ground) >= room:
                return ground
            ground = ground.blend(self.background, 1 / _STEPS, 1)
        return self.background

    def mixed(self, color: Color, share: float) -> Color:
        """Return the background with a share of a colour."""
        return self.background.blend(color, share, 1)

    def ink(self, hue: str) -> Color:
        """Return one of the theme's colours as it can be read on every ground."""
        return readable(self.hues[hue], self.extreme, self.grounds, MINIMUM)

    def faint(self, share: float) -> Color:
        """Return the foreground with a share of the background, as far as it can be read."""
        wished = self.foreground.blend(self.background, share, 1)
        return readable(wished, self.foreground, self.grounds, MINIMUM)

    def lit(self, hue: str) -> tuple[Color, Color]:
        """Return a ground in one of the theme's colours that catches the eye, and its ink."""
        grounds = [self.mixed(self.hues[hue], step / 20) for step in range(6, 21)]
        ground = next(filter(self._catches_the_eye, grounds), grounds[-1])
        return ground, readable(self.foreground, farthest(ground), (ground,), ENHANCED)

    def _catches_the_eye(self, ground: Color) -> bool:
        near = min(difference(ground, other) for other in (self.background, self.cursor))
        return near >= _PLAIN and contrast(farthest(ground), ground) >= _LIT

    def unlike(self, hue: str) -> str:
        """Return the one of the theme's colours that is least like another."""
        return max(_HUES, key=lambda name: difference(self.hues[name], self.hues[hue]))


def _variables(theme: Theme) -> dict[str, str]:
    palette = _Palette(theme)
    colors = {
        **_grounds(palette),
        **_texts(palette),
        **_meanings(palette),
        **_lines(palette),
        **_boxes(palette),
    }
    styles = {"heading-style": "bold", "evidence-style": "none", "hit-style": "bold"}
    cursor = {"block-cursor-text-style": "bold", "block-cursor-blurred-text-style": "bold"}
    box = {"input-cursor-text-style": "none"}
    return {**{name: color.hex6 for name, color in colors.items()}, **styles, **cursor, **box}


def _grounds(palette: _Palette) -> dict[str, Color]:
    return {
        "background": palette.background,
        "surface": palette.surface,
        "panel": palette.panel,
        "cursor-background": palette.cursor,
        "block-cursor-background": palette.chosen,
        "block-cursor-blurred-background": palette.chosen,
        "block-hover-background": palette.hover,
        "footer-background": palette.surface,
    }


def _texts(palette: _Palette) -> dict[str, Color]:
    heading = palette.foreground.blend(palette.extreme, 0.5, 1)
    quiet, dim = palette.faint(0.3), palette.faint(0.42)
    quote = palette.foreground.blend(palette.hues["accent"], 0.18, 1)
    return {
        "foreground": palette.foreground,
        "text": palette.foreground,
        "heading": heading,
        "block-cursor-foreground": heading,
        "block-cursor-blurred-foreground": heading,
        "quote": readable(quote, palette.foreground, palette.grounds, ENHANCED),
        **dict.fromkeys(("text-quiet", "text-muted", "foreground-muted"), quiet),
        **dict.fromkeys(("footer-foreground", "footer-description-foreground"), quiet),
        **dict.fromkeys(("text-dim", "text-disabled", "gutter"), dim),
    }


def _meanings(palette: _Palette) -> dict[str, Color]:
    evidence_ground, evidence = palette.lit("warning")
    hit_ground, hit = palette.lit(palette.unlike("warning"))
    inks = {name: palette.ink(name) for name in _HUES}
    return {
        **inks,
        "evidence-background": evidence_ground,
        "evidence-foreground": evidence,
        "hit-background": hit_ground,
        "hit-foreground": hit,
        **dict.fromkeys(("gutter-cited", "commitment", "footer-key-foreground"), inks["accent"]),
        **dict.fromkeys(("state-drifted", "caution"), inks["warning"]),
        **dict.fromkeys(("state-verbatim", "diff-added"), inks["success"]),
        **dict.fromkeys(("state-missing", "diff-removed"), inks["error"]),
        "state-typography": inks["primary"],
        "state-ambiguous": inks["secondary"],
    }


def _lines(palette: _Palette) -> dict[str, Color]:
    foreground, background = palette.foreground, palette.background
    shares = {
        "rule": 0.2,
        "border": 0.4,
        "border-blurred": 0.15,
        "scrollbar": 0.22,
        "scrollbar-hover": 0.32,
        "scrollbar-active": 0.45,
    }
    empty = ("", "-hover", "-active")
    return {
        **{name: palette.mixed(foreground, share) for name, share in shares.items()},
        **{f"scrollbar-background{state}": background for state in empty},
        "scrollbar-corner-color": background,
        "cursor-bar": palette.ink("accent"),
    }


def _boxes(palette: _Palette) -> dict[str, Color]:
    selection = palette.mixed(palette.hues["primary"], 0.4)
    selected = readable(palette.foreground, farthest(selection), (selection,), MINIMUM)
    return {
        "input-cursor-background": palette.foreground,
        "input-cursor-foreground": palette.background,
        "input-selection-background": selection,
        "input-selection-foreground": selected,
        "screen-selection-background": selection,
        "screen-selection-foreground": selected,
    }
