"""The looks of the reader: ink, paper, and sixteen colours.

Beside Textual's own variables each theme defines the reader's, so that a style sheet names what a
colour means (`$evidence-background`) and never which colour it is. `READER_VARIABLES` lists them.
In `briefing-ansi` all is the terminal's own, so meaning rests on words and text styles.
Grounds are so little coloured that a terminal of 256 colours shows them as greys: a warmer or
cooler one is nearest to pink or navy there.
"""

from collections.abc import Mapping

from textual.theme import BUILTIN_THEMES, Theme

READER_VARIABLES: Mapping[str, str] = {
    "heading": "titles of cards and sections",
    "heading-style": "text style of the same",
    "text-dim": "source text that the current item does not rest on",
    "text-quiet": "labels, attributions, hints",
    "rule": "lines between panes and under titles",
    "gutter": "paragraph numbers",
    "gutter-cited": "count of claims beside a cited paragraph",
    "quote": "verified words of a speaker",
    "cursor-background": "the item under the cursor",
    "cursor-bar": "the bar at its left edge",
    "evidence-background": "exact words in the source",
    "evidence-foreground": "exact words in the source",
    "evidence-style": "text style of the same",
    "hit-background": "characters a search matched",
    "hit-foreground": "characters a search matched",
    "hit-style": "text style of the same",
    "state-verbatim": "the state's word",
    "state-typography": "the state's word",
    "state-drifted": "the state's word",
    "state-ambiguous": "the state's word",
    "state-missing": "the state's word",
    "diff-added": "words the source has and the card lacks",
    "diff-removed": "words the card has and the source lacks",
    "caution": "what to know before trusting a source's wording",
    "commitment": "what was promised, and when it is due",
}
"""Name and meaning of every variable that the reader's style sheets may use."""

DARK = Theme(
    name="briefing-dark",
    dark=True,
    primary="#8ab4d8",
    secondary="#9aa5b8",
    accent="#d8b365",
    warning="#e0a35a",
    error="#ef8479",
    success="#8cc796",
    foreground="#e6e2d8",
    background="#14171e",
    surface="#191d26",
    panel="#22262d",
    variables={
        "text": "#e6e2d8",
        "text-muted": "#a5abb8",
        "text-disabled": "#8c93a2",
        "foreground-muted": "#a5abb8",
        "border": "#566176",
        "border-blurred": "#2c3342",
        "block-cursor-foreground": "#f4f1e8",
        "block-cursor-background": "#2d3a4e",
        "block-cursor-text-style": "bold",
        "block-hover-background": "#20242a",
        "footer-foreground": "#a5abb8",
        "footer-background": "#191d26",
        "footer-key-foreground": "#d8b365",
        "footer-description-foreground": "#a5abb8",
        "input-cursor-background": "#e6e2d8",
        "input-cursor-foreground": "#14171e",
        "input-selection-background": "#3a5678",
        "screen-selection-background": "#33506f",
        "screen-selection-foreground": "#f4f1e8",
        "scrollbar": "#3a4355",
        "scrollbar-hover": "#4b566c",
        "scrollbar-active": "#6a7791",
        "scrollbar-background": "#14171e",
        "scrollbar-background-hover": "#14171e",
        "scrollbar-background-active": "#14171e",
        "scrollbar-corner-color": "#14171e",
        "heading": "#f4f1e8",
        "heading-style": "bold",
        "text-dim": "#8c93a2",
        "text-quiet": "#a5abb8",
        "rule": "#39424f",
        "gutter": "#8c93a2",
        "gutter-cited": "#d8b365",
        "quote": "#f1e6cb",
        "cursor-background": "#262b33",
        "cursor-bar": "#d8b365",
        "evidence-background": "#4d3d12",
        "evidence-foreground": "#fff0bd",
        "evidence-style": "none",
        "hit-background": "#124a4d",
        "hit-foreground": "#d3fbf5",
        "hit-style": "bold",
        "state-verbatim": "#8cc796",
        "state-typography": "#8ab4d8",
        "state-drifted": "#e0a35a",
        "state-ambiguous": "#c9a6e3",
        "state-missing": "#ef8479",
        "diff-added": "#8cc796",
        "diff-removed": "#ef8479",
        "caution": "#e0a35a",
        "commitment": "#d8b365",
    },
)
"""Warm paper-coloured words on ink; brass marks what matters."""

LIGHT = Theme(
    name="briefing-light",
    dark=False,
    primary="#1d4e80",
    secondary="#4e5766",
    accent="#7d5200",
    warning="#8f4a00",
    error="#a3261d",
    success="#22642f",
    foreground="#22252c",
    background="#fbf8f1",
    surface="#f5f1ec",
    panel="#ebe4d5",
    variables={
        "text": "#22252c",
        "text-muted": "#555b66",
        "text-disabled": "#60656f",
        "foreground-muted": "#555b66",
        "border": "#9a9280",
        "border-blurred": "#d8d0bf",
        "block-cursor-foreground": "#14171e",
        "block-cursor-background": "#d3dfea",
        "block-cursor-text-style": "bold",
        "block-hover-background": "#edece7",
        "footer-foreground": "#555b66",
        "footer-background": "#f5f1ec",
        "footer-key-foreground": "#7d5200",
        "footer-description-foreground": "#555b66",
        "input-cursor-background": "#22252c",
        "input-cursor-foreground": "#fbf8f1",
        "input-selection-background": "#b9d2ea",
        "screen-selection-background": "#b9d2ea",
        "screen-selection-foreground": "#14171e",
        "scrollbar": "#cfc6b3",
        "scrollbar-hover": "#b9af9a",
        "scrollbar-active": "#988e79",
        "scrollbar-background": "#fbf8f1",
        "scrollbar-background-hover": "#fbf8f1",
        "scrollbar-background-active": "#fbf8f1",
        "scrollbar-corner-color": "#fbf8f1",
        "heading": "#0f1216",
        "heading-style": "bold",
        "text-dim": "#60656f",
        "text-quiet": "#555b66",
        "rule": "#cdc4b2",
        "gutter": "#60656f",
        "gutter-cited": "#7d5200",
        "quote": "#3a2c10",
        "cursor-background": "#ebeae5",
        "cursor-bar": "#a06a00",
        "evidence-background": "#ffe48a",
        "evidence-foreground": "#1f1a08",
        "evidence-style": "none",
        "hit-background": "#b4e4dd",
        "hit-foreground": "#06302d",
        "hit-style": "bold",
        "state-verbatim": "#22642f",
        "state-typography": "#1d4e80",
        "state-drifted": "#8f4a00",
        "state-ambiguous": "#693a8a",
        "state-missing": "#a3261d",
        "diff-added": "#22642f",
        "diff-removed": "#a3261d",
        "caution": "#8f4a00",
        "commitment": "#7d5200",
    },
)
"""Ink on warm paper, with a highlighter's yellow for the exact words."""

ANSI = Theme(
    name="briefing-ansi",
    ansi=True,
    dark=True,
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "text-muted": "ansi_default",
        "text-disabled": "ansi_default",
        "foreground-muted": "ansi_default",
        "border": "ansi_default",
        "border-blurred": "ansi_default",
        "block-cursor-foreground": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-text-style": "bold underline",
        "block-cursor-blurred-foreground": "ansi_default",
        "block-cursor-blurred-background": "ansi_default",
        "block-cursor-blurred-text-style": "bold underline",
        "footer-key-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_cyan",
        "input-selection-foreground": "ansi_black",
        "screen-selection-background": "ansi_cyan",
        "screen-selection-foreground": "ansi_black",
        "scrollbar": "ansi_default",
        "scrollbar-hover": "ansi_default",
        "scrollbar-active": "ansi_default",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
        "heading": "ansi_default",
        "heading-style": "bold underline",
        "text-dim": "ansi_default",
        "text-quiet": "ansi_default",
        "rule": "ansi_default",
        "gutter": "ansi_default",
        "gutter-cited": "ansi_default",
        "quote": "ansi_default",
        "cursor-background": "ansi_default",
        "cursor-bar": "ansi_yellow",
        "evidence-background": "ansi_yellow",
        "evidence-foreground": "ansi_black",
        "evidence-style": "none",
        "hit-background": "ansi_cyan",
        "hit-foreground": "ansi_black",
        "hit-style": "bold",
        "state-verbatim": "ansi_default",
        "state-typography": "ansi_default",
        "state-drifted": "ansi_default",
        "state-ambiguous": "ansi_default",
        "state-missing": "ansi_default",
        "diff-added": "ansi_default",
        "diff-removed": "ansi_default",
        "caution": "ansi_default",
        "commitment": "ansi_default",
    },
)
"""The terminal's own colours on its own background.

Nobody knows whether that is dark or light, and none of the sixteen can be read on both: inks are
the terminal's own, and its colours are grounds and lines only.
"""

THEMES: tuple[Theme, ...] = (DARK, LIGHT, ANSI)
"""The reader's own themes, the usual one first."""


def theme_names() -> tuple[str, ...]:
    """List every theme that can be chosen: the reader's own, then Textual's by name."""
    return (*(theme.name for theme in THEMES), *sorted(BUILTIN_THEMES))


def choose_theme(
    wanted: str, color_system: str | None, environ: Mapping[str, str], *, no_color: bool
) -> str:
    """Choose the theme to start with.

    Args:
        wanted: The theme the user's settings name; empty for none.
        color_system: What the terminal shows: `truecolor`, `256`, `standard`, or None.
        environ: The environment; `COLORFGBG`, set by some terminals, tells a light background.
        no_color: Whether the user asked for no colours at all (https://no-color.org).

    Returns:
        A theme's name.
    """
    if no_color:
        return ANSI.name
    if wanted:
        return wanted
    if color_system not in ("truecolor", "256"):
        return ANSI.name
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT.name if background in ("7", "15") else DARK.name
