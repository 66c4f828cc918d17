"""One way to read a word of a query."""

from typing import NamedTuple


class Interpretation(NamedTuple):
    """One way to read a word of a query."""

    words: tuple[str, ...]
    """The words of the index it stands for; all of them have to be there."""
    likeness: float
    value: int
    """Its score contribution to an entry that holds it, 1 to 255."""
    prefix: bool = False
    """Whether its last word may go on."""
    adjacent: bool = False
    """Whether its words have to be side by side."""
    corrected: bool = False
    """Whether something else than the letters typed is found, and must be told."""
    joined: int = 0
    """How many words of the query it takes together with this one; 0 for none."""
