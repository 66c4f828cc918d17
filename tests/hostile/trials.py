"""Every trial by name."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.hostile import commands, documents, killing, offline, scarce, sessions, together, writing
from tests.hostile.outcome import Outcome

TRIALS: dict[str, Callable[[Random, Path], Outcome]] = {
    "any keys at any size": sessions.any_keys,
    "hostile text on every screen": sessions.every_screen,
    "reading damaged libraries": sessions.damaged_reading,
    "ways out": sessions.ways_out,
    "every command": commands.every_command,
    "commands on a sound library": commands.sound_commands,
    "killed while saving": killing.killed_saving,
    "killed after saving": killing.killed_reading,
    "killed while building": killing.killed_building,
    "killed while writing": writing.killed_writing,
    "hostile documents": documents.hostile_documents,
    "building together": together.building_together,
    "saving together": together.saving_together,
    "sockets denied": offline.offline,
    "commands with little memory": scarce.scarce_commands,
    "reading with little memory": scarce.scarce_reading,
}
