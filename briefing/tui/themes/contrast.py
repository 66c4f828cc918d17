"""Colours that can be read: the contrast of two, and the nearest one that has enough of it."""

from collections.abc import Iterable
from math import dist
from typing import Final

from textual.color import Color, rgb_to_lab

ENHANCED: Final = 7.0
"""Ratio for what is read on and on, https://www.w3.org/TR/WCAG22/#contrast-enhanced."""
MINIMUM: Final = 4.5
"""Ratio for any other text, https://www.w3.org/TR/WCAG22/#contrast-minimum."""

_WHITE: Final = Color(255, 255, 255)
_BLACK: Final = Color(0, 0, 0)
_STEPS: Final = 25
"""Into how many steps the way from one colour to another is cut."""


def luminance(color: Color) -> float:
    """Return the relative luminance of an opaque colour, from 0 to 1.

    As defined at https://www.w3.org/TR/WCAG22/#dfn-relative-luminance.
    """

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in color.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two opaque colours, from 1 to 21.

    As defined at https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
    """
    return _ratio(luminance(one), luminance(other))


def difference(one: Color, other: Color) -> float:
    """Return how different two opaque colours look: their distance in CIE L*a*b* (1976)."""
    return dist(rgb_to_lab(one), rgb_to_lab(other))


def farthest(ground: Color) -> Color:
    """Return white or black, whichever stands out more from a ground."""
    return max(_WHITE, _BLACK, key=lambda ink: contrast(ink, ground))


def readable(ink: Color, towards: Color, grounds: Iterable[Color], ratio: float) -> Color:
    """Return the colour nearest to an ink that stands out from all of some grounds.

    Args:
        ink: The colour that is wished for.
        towards: What it is mixed with, as little as will do.
        grounds: What it is written on.
        ratio: The contrast that is needed with each of them.

    Returns:
        The mixed colour; `towards` itself where no mixture will do.
    """
    lights = [luminance(ground) for ground in grounds]
    for step in range(_STEPS):
        mixed = ink.blend(towards, step / _STEPS, 1)
        light = luminance(mixed)
        if all(_ratio(light, each) >= ratio for each in lights):
            return mixed
    return towards


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
