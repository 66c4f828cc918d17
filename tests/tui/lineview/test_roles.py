"""Every role has a style, and styles lie over each other."""

from typing import get_args

import pytest
from textual.color import Color
from textual.style import Style

from briefing.tui.lineview.roles import ROLE_STYLES, TextRole, role_style
from briefing.tui.themes.themes import THEMES

PAPER = Style(Color.parse("#000000"), Color.parse("#888888"))
VARIABLES = {**THEMES[0].variables, "foreground": "#e6e2d8", "error": "#ef8479"}


def test_every_role_has_a_style() -> None:
    # What is selected looks as the terminal toolkit has it everywhere.
    assert {*get_args(TextRole)} - {"", "selection"} <= {*ROLE_STYLES}


@pytest.mark.parametrize("role", ROLE_STYLES)
def test_every_style_changes_something(role: str) -> None:
    assert role_style(PAPER, [role], VARIABLES, focused=False) != PAPER


def test_the_last_role_lies_on_top_and_lets_through_what_it_does_not_change() -> None:
    lit = role_style(PAPER, ["removed", "evidence"], VARIABLES, focused=False)
    assert lit.background == Color.parse(VARIABLES["evidence-background"])
    assert lit.foreground == Color.parse(VARIABLES["evidence-foreground"])
    assert lit.strike
    under = role_style(PAPER, ["evidence", "quiet"], VARIABLES, focused=False)
    assert under.background == lit.background
    assert under.foreground == Color.parse(VARIABLES["text-quiet"])


def test_what_is_dimmed_is_bright_where_the_reader_is() -> None:
    dim = role_style(PAPER, ["dimmed"], VARIABLES, focused=False)
    bright = role_style(PAPER, ["dimmed"], VARIABLES, focused=True)
    assert dim.foreground != bright.foreground == Color.parse(VARIABLES["foreground"])


def test_a_style_may_be_named_by_the_theme() -> None:
    plain = role_style(PAPER, ["heading"], {**VARIABLES, "heading-style": "none"}, focused=False)
    loud = role_style(
        PAPER, ["heading"], {**VARIABLES, "heading-style": "bold underline"}, focused=False
    )
    assert (plain.bold, plain.underline) == (None, None)
    assert (loud.bold, loud.underline) == (True, True)


@pytest.mark.parametrize("role", ["evidence", "hit", "more-evidence"])
def test_what_is_lit_can_be_told_without_colours(role: str) -> None:
    variables = {**VARIABLES, **dict.fromkeys(("evidence-style", "hit-style"), "none")}
    lit = role_style(PAPER, [role], variables, focused=False, colours=False)

    assert lit.reverse or lit.underline
    assert not role_style(PAPER, ["hit"], variables, focused=False).underline


def test_a_role_without_a_style_adds_nothing() -> None:
    assert role_style(PAPER, ["", "nonesuch"], VARIABLES, focused=False) == PAPER
