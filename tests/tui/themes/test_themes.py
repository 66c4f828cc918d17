"""The themes are complete and readable."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.design import ColorSystem as ColorSystems
from textual.theme import BUILTIN_THEMES, Theme

from briefing.tui.themed_app import ThemedApp
from briefing.tui.themes.contrast import ENHANCED, MINIMUM
from briefing.tui.themes.contrast import contrast as contrast_of
from briefing.tui.themes.deriving import readable_theme
from briefing.tui.themes.themes import ANSI, DARK, LIGHT, READER_VARIABLES, THEMES, choose_theme

GROUNDS = ("background", "surface", "panel", "cursor-background")
READ = ("foreground", "text", "heading", "quote")
QUIET = (
    "text-muted",
    "text-quiet",
    "accent",
    "primary",
    "error",
    "warning",
    "success",
    "gutter-cited",
    "state-verbatim",
    "state-typography",
    "state-drifted",
    "state-ambiguous",
    "state-missing",
    "diff-added",
    "diff-removed",
    "caution",
    "commitment",
    "text-dim",
    "gutter",
    "text-disabled",
)
PAIRS = (
    ("evidence-foreground", "evidence-background"),
    ("hit-foreground", "hit-background"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("screen-selection-foreground", "screen-selection-background"),
)


def colors_of(theme: Theme) -> dict[str, str]:
    return {**theme.to_color_system().generate(), **theme.variables}


def contrast(theme: Theme, ink: str, ground: str) -> float:
    colors = colors_of(theme)
    return contrast_of(Color.parse(colors[ink]), Color.parse(colors[ground]))


def test_the_contrast_of_black_on_white_is_21() -> None:
    plain = Theme("plain", primary="#000000", foreground="#000000", background="#ffffff")

    assert contrast(plain, "foreground", "background") == pytest.approx(21)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ink", READ)
def test_what_is_read_stands_out(theme: Theme, ink: str) -> None:
    for ground in GROUNDS:
        assert contrast(theme, ink, ground) >= ENHANCED, ground


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ink", QUIET)
def test_what_is_quiet_can_be_read(theme: Theme, ink: str) -> None:
    for ground in GROUNDS:
        assert contrast(theme, ink, ground) >= MINIMUM, ground


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_lit_words_can_be_read(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(theme, ink, ground) >= ENHANCED


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", [*GROUNDS, "footer-background", "block-hover-background"])
def test_grounds_are_grey_where_there_are_256_colours(theme: Theme, ground: str) -> None:
    cube_greys, ramp = range(16, 232, 43), range(232, 256)
    nearest = RichColor.parse(colors_of(theme)[ground]).downgrade(ColorSystem.EIGHT_BIT).number

    assert nearest in cube_greys or nearest in ramp


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_evidence_hits_and_the_page_differ(theme: Theme) -> None:
    grounds = ("background", "evidence-background", "hit-background", "cursor-background")
    colors = colors_of(theme)

    assert len({colors[name] for name in grounds}) == len(grounds)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_theme_defines_every_variable_of_the_reader(theme: Theme) -> None:
    assert READER_VARIABLES.keys() <= theme.variables.keys()


@pytest.mark.parametrize("theme", BUILTIN_THEMES.values(), ids=lambda theme: theme.name)
def test_every_other_theme_gets_every_variable(theme: Theme) -> None:
    own = ANSI if theme.ansi else DARK

    assert own.variables.keys() - {"ansi-background"} <= readable_theme(theme).variables.keys()


colors = st.builds("#{:06x}".format, st.integers(0, 0xFFFFFF))


@settings(deadline=None, max_examples=40)
@given(st.lists(colors, min_size=8, max_size=8), st.booleans())
def test_no_theme_is_so_bad_that_it_cannot_be_read(given_colors: list[str], dark: bool) -> None:
    names = (
        "primary",
        "secondary",
        "accent",
        "warning",
        "foreground",
        "background",
        "surface",
        "panel",
    )
    bad = Theme("bad", dark=dark, **dict(zip(names, given_colors, strict=True)))  # type: ignore[arg-type]  # all are text
    mended = {
        name: Color.parse(value)
        for name, value in colors_of(readable_theme(bad)).items()
        if value.startswith("#")
    }
    grounds = (*GROUNDS, "block-cursor-background", "block-hover-background")

    for ink, ground in (*product((*READ, *QUIET), grounds), *PAIRS):
        assert contrast_of(mended[ink], mended[ground]) >= MINIMUM - 0.1, (ink, ground)


@pytest.mark.parametrize("theme", BUILTIN_THEMES.values(), ids=lambda theme: theme.name)
def test_in_every_theme_evidence_and_hits_can_be_told_apart(theme: Theme) -> None:
    grounds = ("background", "evidence-background", "hit-background", "block-cursor-background")
    variables = readable_theme(theme).variables
    known = {variables[name] for name in grounds if name in variables}

    assert len(known) == len([name for name in grounds if name in variables])


def test_all_themes_define_the_same_meanings() -> None:
    assert DARK.variables.keys() == LIGHT.variables.keys()


def test_the_sixteen_colour_theme_uses_no_other_colours() -> None:
    colors = [value for name, value in ANSI.variables.items() if not name.endswith("style")]

    assert all(value.startswith("ansi_") for value in colors)


@pytest.mark.parametrize(
    ("wanted", "system", "environ", "no_color", "expected"),
    [
        ("", "truecolor", {}, False, "briefing-dark"),
        ("", "256", {}, False, "briefing-dark"),
        ("", "standard", {}, False, "briefing-ansi"),
        ("", None, {}, False, "briefing-ansi"),
        ("", "256", {"COLORFGBG": "0;15"}, False, "briefing-light"),
        ("", "256", {"COLORFGBG": "0;default;7"}, False, "briefing-light"),
        ("", "256", {"COLORFGBG": "15;0"}, False, "briefing-dark"),
        ("nord", "standard", {}, False, "nord"),
        ("nord", "truecolor", {}, True, "briefing-ansi"),
    ],
)
def test_the_theme_to_start_with(
    wanted: str, system: str | None, environ: dict[str, str], no_color: bool, expected: str
) -> None:
    assert choose_theme(wanted, system, environ, no_color=no_color) == expected


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name, "nord"])
def test_the_colours_of_one_theme_are_worked_out_at_the_start(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    generate, of = ColorSystems.generate, []

    def noted(system: ColorSystems) -> dict[str, str]:
        of.append(system.primary.hex)
        return generate(system)

    monkeypatch.setattr("briefing.tui.themes.deriving.readable_theme", lambda theme: theme)
    monkeypatch.setattr(ColorSystems, "generate", noted)
    app = ThemedApp(theme, None, None)

    assert of == [Color.parse(app.current_theme.primary).hex]
    assert app.theme_variables["primary"] == of[0]
