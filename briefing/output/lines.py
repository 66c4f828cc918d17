"""Lines for a terminal, made of stretches that have a meaning and not yet a look.

The command line decides how each role looks, so nothing here holds an instruction to a terminal.
"""

from dataclasses import dataclass
from typing import Literal

Role = Literal["text", "title", "heading", "quote", "dim", "good", "warning", "error", "hit"]
"""What a stretch of a line means."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line with its meaning."""

    text: str
    role: Role = "text"


Line = tuple[Piece, ...]
"""One line; an empty tuple is an empty line."""
