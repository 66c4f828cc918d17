"""What a trial found."""

from dataclasses import dataclass, field
from typing import Literal

Fault = Literal["traceback", "hang", "leak", "loss", "unrestored", "status", "network"]
FAULTS: tuple[Fault, ...] = (
    "traceback",
    "hang",
    "leak",
    "loss",
    "unrestored",
    "status",
    "network",
)
"""What must never be: a fault that nobody caught, a program that does not end, a character that a
terminal could obey, a word that was kept and is gone, a terminal not given back, an exit status
that says something else than what happened, an attempt to reach the network."""


@dataclass
class Outcome:
    """How many inputs a trial gave to the program, and what went wrong."""

    inputs: int = 0
    found: list[tuple[Fault, str]] = field(default_factory=list)

    def add(self, fault: Fault, said: str) -> None:
        """Note something that went wrong."""
        self.found.append((fault, said[-1500:]))
