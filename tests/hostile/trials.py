"""Every trial by name."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.hostile import sessions
from tests.hostile.outcome import Outcome

TRIALS: dict[str, Callable[[Random, Path], Outcome]] = {
    "any keys at any size": sessions.any_keys,
    "hostile text on every screen": sessions.every_screen,
    "reading damaged libraries": sessions.damaged_reading,
    "ways out": sessions.ways_out,
}
