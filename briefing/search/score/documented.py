"""Values of fields that the card format names itself, whether or not a library uses them."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import get_args

from briefing.model.core import NOBODY, UNCLEAR

ENTRY_KINDS = (
    "quote", "point", "open", "bottom_line", "paragraph", "meeting", "speaker", "topic",
)  # fmt: skip
"""The kinds of entries, in the order they are documented in."""
RESERVED: Mapping[str, tuple[str, ...]] = MappingProxyType({"speaker": (UNCLEAR, NOBODY)})
"""Ids that stand for nothing a library lists, by field; they mean themselves only as a whole."""


@cache
def closed_values(field: str) -> tuple[str, ...]:
    """Return all values that a field can have, as documented; none where a library names them.

    Args:
        field: One of `query.FIELDS`.
    """
    if field not in ("kind", "status", "voice"):
        return ()
    # Most searches ask for no value that nothing has, and do without the model of cards.
    from briefing.model.card import Kind, Status, Voice

    if field == "kind":
        return (*ENTRY_KINDS, *get_args(Kind))
    return get_args(Status if field == "status" else Voice)
