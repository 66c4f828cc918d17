"""What a change of words can touch, and what is answered about one."""

from typing import NamedTuple

RISKS = (
    "number",
    "negation",
    "modal",
    "name",
    "date",
    "condition",
    "quantity",
    "direction",
    "degree",
    "unit",
    "opposite",
    "connective",
    "time",
    "attribution",
)
"""What a change of words can touch, in the order in which it is named to readers.

`quantity` is all, some, most, few, only, at least; `direction` up, down or flat; `degree` strong or
weak; `opposite` pairs like support and oppose; `connective` and, or, but; `time` before, after, by,
until, since; `attribution` said, denied, claimed, promised.
"""


class SenseCheck(NamedTuple):
    """What a difference does to the sense, as far as the lists of the language say."""

    risks: tuple[str, ...]
    """Those of `RISKS` that the difference touches, in that order."""
    checked: bool
    """False where words changed that no list knows, or whose language has no lists."""
