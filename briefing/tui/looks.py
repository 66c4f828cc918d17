"""What a stretch of text can mean, and how each meaning looks.

The colours are the variables of the themes (`themes.READER_VARIABLES`).
"""

from typing import Literal, get_args

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
    "drifted",
    "ambiguous",
    "missing",
    "added",
    "removed",
    "evidence",
    "more-evidence",
    "hit",
    "dimmed",
    "gutter",
    "cited",
    "error",
    "selection",
]
"""What a stretch of text means; the style sheet decides what that looks like."""

LOOKS: tuple[str, ...] = tuple(look for look in get_args(Look) if look)
"""Every look that has a style of its own."""

STYLES = """
& > .line-view--title { color: $heading; text-style: $heading-style; }
& > .line-view--heading { color: $heading; text-style: $heading-style; }
& > .line-view--label { color: $text-quiet; text-style: bold; }
& > .line-view--quiet { color: $text-quiet; }
& > .line-view--quote { color: $quote; }
& > .line-view--doubtful { color: $text-quiet; text-style: italic; }
& > .line-view--speaker { color: $foreground; }
& > .line-view--tag { color: $commitment; }
& > .line-view--caution { color: $caution; }
& > .line-view--furniture { color: $text-dim; text-style: italic; }
& > .line-view--verbatim { color: $state-verbatim; }
& > .line-view--typography { color: $state-typography; }
& > .line-view--drifted { color: $state-drifted; text-style: bold; }
& > .line-view--ambiguous { color: $state-ambiguous; text-style: bold; }
& > .line-view--missing { color: $state-missing; text-style: bold; }
& > .line-view--added { color: $diff-added; text-style: underline; }
& > .line-view--removed { color: $diff-removed; text-style: strike; }
& > .line-view--evidence {
    background: $evidence-background;
    color: $evidence-foreground;
    text-style: $evidence-style;
}
& > .line-view--more-evidence { color: $foreground; text-style: underline; }
& > .line-view--hit {
    background: $hit-background;
    color: $hit-foreground;
    text-style: $hit-style;
}
& > .line-view--dimmed { color: $text-dim; }
&:focus > .line-view--dimmed { color: $foreground; }
& > .line-view--gutter { color: $gutter; }
& > .line-view--cited { color: $gutter-cited; }
& > .line-view--error { color: $error; }
& > .line-view--cursor { background: $cursor-background; }
& > .line-view--bar { color: $cursor-bar; }
& > .line-view--quiet-bar { color: $text-quiet; }
"""
"""The rules that go inside the style of a line view, one for each look and for the cursor."""
