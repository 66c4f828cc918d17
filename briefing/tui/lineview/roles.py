"""What a stretch of text can mean, and how each meaning looks.

The colours are the variables of the themes (`themes.READER_VARIABLES`).
"""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from textual.color import Color
from textual.style import Style

TextRole = Literal[
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
    "present",
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
    "chosen",
    "selection",
]
"""What a stretch of text means; the style sheet decides what that looks like."""


class RoleStyle(NamedTuple):
    """How a role is drawn; what is empty stays as it is around it."""

    color: str = ""
    """A variable of the themes."""
    background: str = ""
    """A variable of the themes."""
    text: str = ""
    """Text styles such as `bold`, or `$` and a variable that names some."""
    bare: str = ""
    """Text styles instead where there are no colours to tell it by."""


ROLE_STYLES: Mapping[str, RoleStyle] = {
    "title": RoleStyle("heading", text="$heading-style"),
    "heading": RoleStyle("heading", text="$heading-style"),
    "label": RoleStyle("text-quiet", text="bold"),
    "quiet": RoleStyle("text-quiet"),
    "quote": RoleStyle("quote"),
    "doubtful": RoleStyle("text-quiet", text="italic"),
    "speaker": RoleStyle("foreground"),
    "tag": RoleStyle("commitment"),
    "caution": RoleStyle("caution"),
    "furniture": RoleStyle("text-dim", text="italic"),
    "verbatim": RoleStyle("state-verbatim"),
    "typography": RoleStyle("state-typography"),
    "inserted": RoleStyle("state-typography"),
    "drifted": RoleStyle("state-drifted", text="bold"),
    "ambiguous": RoleStyle("state-ambiguous", text="bold"),
    "absent": RoleStyle("state-verbatim"),
    "present": RoleStyle("state-missing", text="bold"),
    "missing": RoleStyle("state-missing", text="bold"),
    "added": RoleStyle("diff-added", text="underline"),
    "removed": RoleStyle("diff-removed", text="strike"),
    "evidence": RoleStyle(
        "evidence-foreground", "evidence-background", "$evidence-style", bare="reverse"
    ),
    "more-evidence": RoleStyle("foreground", text="underline"),
    "hit": RoleStyle("hit-foreground", "hit-background", "$hit-style", bare="bold underline"),
    "evidence-hit": RoleStyle(
        "evidence-foreground", "evidence-background", "bold underline", "reverse bold underline"
    ),
    "dimmed": RoleStyle("text-dim"),
    "gutter": RoleStyle("gutter"),
    "cited": RoleStyle("gutter-cited"),
    "key": RoleStyle("footer-key-foreground", text="bold"),
    "error": RoleStyle("error"),
    "chosen": RoleStyle("hit-foreground", "hit-background", "$hit-style", bare="reverse"),
    "cursor": RoleStyle(background="cursor-background"),
    "bar": RoleStyle("cursor-bar"),
    "quiet-bar": RoleStyle("text-quiet"),
}
"""The style of every role, and of the block under the cursor and the bar at its edge."""


def role_style(
    base: Style,
    roles: Iterable[str],
    variables: Mapping[str, str],
    *,
    focused: bool,
    colours: bool = True,
) -> Style:
    """Return the style of roles laid over each other.

    The roles are no component classes of the view: Textual would work each of them out again for
    every view whenever it restyles one, which is most of the work of the first frame and of a step
    from pane to pane.

    Args:
        base: The style of the view.
        roles: Names of roles, the one on top last; a name without a style of its own adds nothing.
        variables: The variables of the theme.
        focused: Whether the view has the focus; what is dimmed is bright then.
        colours: Whether there are any; the user may have asked for none.
    """
    for name in roles:
        role = ROLE_STYLES.get(name, RoleStyle())
        if name == "dimmed" and focused:
            role = RoleStyle("foreground")
        text = variables[role.text[1:]] if role.text.startswith("$") else role.text
        worn = set((text if colours or not role.bare else role.bare).split())
        base += Style(
            Color.parse(variables[role.background]) if role.background else None,
            Color.parse(variables[role.color]) if role.color else None,
            bold="bold" in worn or None,
            italic="italic" in worn or None,
            underline="underline" in worn or None,
            strike="strike" in worn or None,
            reverse="reverse" in worn or None,
        )
    return base
