"""What a stretch of text can mean, and how each meaning looks.

The colours are the variables of the themes (`themes.READER_VARIABLES`).
"""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from textual.color import Color
from textual.style import Style

Look = Literal[
    "",
    "title",
    "heading",
    "label",
    "quiet",
    "quote",
    "doubtful",
    "speaker",
    "tag",
    "caution",
    "furniture",
    "verbatim",
    "typography",
    "inserted",
    "drifted",
    "ambiguous",
    "absent",
    "missing",
    "added",
    "removed",
    "evidence",
    "more-evidence",
    "hit",
    "evidence-hit",
    "dimmed",
    "gutter",
    "cited",
    "key",
    "error",
    "selection",
]
"""What a stretch of text means; the style sheet decides what that looks like."""


class LookStyle(NamedTuple):
    """How a look is drawn; what is empty stays as it is around it."""

    color: str = ""
    """A variable of the themes."""
    background: str = ""
    """A variable of the themes."""
    text: str = ""
    """Text styles such as `bold`, or `$` and a variable that names some."""
    bare: str = ""
    """Text styles instead where there are no colours to tell it by."""


LOOK_STYLES: Mapping[str, LookStyle] = {
    "title": LookStyle("heading", text="$heading-style"),
    "heading": LookStyle("heading", text="$heading-style"),
    "label": LookStyle("text-quiet", text="bold"),
    "quiet": LookStyle("text-quiet"),
    "quote": LookStyle("quote"),
    "doubtful": LookStyle("text-quiet", text="italic"),
    "speaker": LookStyle("foreground"),
    "tag": LookStyle("commitment"),
    "caution": LookStyle("caution"),
    "furniture": LookStyle("text-dim", text="italic"),
    "verbatim": LookStyle("state-verbatim"),
    "typography": LookStyle("state-typography"),
    "inserted": LookStyle("state-typography"),
    "drifted": LookStyle("state-drifted", text="bold"),
    "ambiguous": LookStyle("state-ambiguous", text="bold"),
    "absent": LookStyle("state-verbatim"),
    "missing": LookStyle("state-missing", text="bold"),
    "added": LookStyle("diff-added", text="underline"),
    "removed": LookStyle("diff-removed", text="strike"),
    "evidence": LookStyle(
        "evidence-foreground", "evidence-background", "$evidence-style", bare="reverse"
    ),
    "more-evidence": LookStyle("foreground", text="underline"),
    "hit": LookStyle("hit-foreground", "hit-background", "$hit-style", bare="bold underline"),
    "evidence-hit": LookStyle(
        "evidence-foreground", "evidence-background", "bold underline", "reverse bold underline"
    ),
    "dimmed": LookStyle("text-dim"),
    "gutter": LookStyle("gutter"),
    "cited": LookStyle("gutter-cited"),
    "key": LookStyle("footer-key-foreground", text="bold"),
    "error": LookStyle("error"),
    "cursor": LookStyle(background="cursor-background"),
    "bar": LookStyle("cursor-bar"),
    "quiet-bar": LookStyle("text-quiet"),
}
"""The style of every look, and of the block under the cursor and the bar at its edge."""


def look_style(
    base: Style,
    looks: Iterable[str],
    variables: Mapping[str, str],
    *,
    focused: bool,
    colours: bool = True,
) -> Style:
    """Return the style of looks laid over each other.

    The looks are no component classes of the view: Textual would work each of them out anew for
    every view whenever it restyles one, which is most of the work of the first frame and of a step
    from pane to pane.

    Args:
        base: The style of the view.
        looks: Names of looks, the one on top last; a name without a style of its own adds nothing.
        variables: The variables of the theme.
        focused: Whether the view has the focus; what is dimmed is bright then.
        colours: Whether there are any; the user may have asked for none.
    """
    for name in looks:
        look = LOOK_STYLES.get(name, LookStyle())
        if name == "dimmed" and focused:
            look = LookStyle("foreground")
        text = variables[look.text[1:]] if look.text.startswith("$") else look.text
        worn = set((text if colours or not look.bare else look.bare).split())
        base += Style(
            Color.parse(variables[look.background]) if look.background else None,
            Color.parse(variables[look.color]) if look.color else None,
            bold="bold" in worn or None,
            italic="italic" in worn or None,
            underline="underline" in worn or None,
            strike="strike" in worn or None,
            reverse="reverse" in worn or None,
        )
    return base
