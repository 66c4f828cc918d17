"""Every look has a style, and styles lie over each other."""

from typing import get_args

import pytest
from textual.color import Color
from textual.style import Style

from briefing.tui.lineview.roles import LOOK_STYLES, Look, look_style
from briefing.tui.themes.themes import THEMES

PAPER = Style(Color.parse("#000000"), Color.parse("#888888"))
VARIABLES = {**THEMES[0].variables, "foreground": "#e6e2d8", "error": "#ef8479"}


def test_every_look_has_a_style() -> None:
    # What is selected looks as the terminal toolkit has it everywhere.
    assert {*get_args(Look)} - {"", "selection"} <= {*LOOK_STYLES}


@pytest.mark.parametrize("look", LOOK_STYLES)
def test_every_style_changes_something(look: str) -> None:
    assert look_style(PAPER, [look], VARIABLES, focused=False) != PAPER


def test_the_last_look_lies_on_top_and_lets_through_what_it_does_not_change() -> None:
    lit = look_style(PAPER, ["removed", "evidence"], VARIABLES, focused=False)
    assert lit.background == Color.parse(VARIABLES["evidence-background"])
    assert lit.foreground == Color.parse(VARIABLES["evidence-foreground"])
    assert lit.strike
    under = look_style(PAPER, ["evidence", "quiet"], VARIABLES, focused=False)
    assert under.background == lit.background
    assert under.foreground == Color.parse(VARIABLES["text-quiet"])


def test_what_is_dimmed_is_bright_where_the_reader_is() -> None:
    dim = look_style(PAPER, ["dimmed"], VARIABLES, focused=False)
    bright = look_style(PAPER, ["dimmed"], VARIABLES, focused=True)
    assert dim.foreground != bright.foreground == Color.parse(VARIABLES["foreground"])


def test_a_style_may_be_named_by_the_theme() -> None:
    plain = look_style(PAPER, ["heading"], {**VARIABLES, "heading-style": "none"}, focused=False)
    loud = look_style(
        PAPER, ["heading"], {**VARIABLES, "heading-style": "bold underline"}, focused=False
    )
    assert (plain.bold, plain.underline) == (None, None)
    assert (loud.bold, loud.underline) == (True, True)


@pytest.mark.parametrize("look", ["evidence", "hit", "more-evidence"])
def test_what_is_lit_can_be_told_without_colours(look: str) -> None:
    variables = {**VARIABLES, **dict.fromkeys(("evidence-style", "hit-style"), "none")}
    lit = look_style(PAPER, [look], variables, focused=False, colours=False)

    assert lit.reverse or lit.underline
    assert not look_style(PAPER, ["hit"], variables, focused=False).underline


def test_a_look_without_a_style_adds_nothing() -> None:
    assert look_style(PAPER, ["", "nonesuch"], VARIABLES, focused=False) == PAPER
