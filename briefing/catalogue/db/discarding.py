"""Throwing a catalogue away, while other processes may have it open."""

import os
from contextlib import suppress
from pathlib import Path

_DISCARDED = ".discarded-"


def discard(folder: Path) -> None:
    """Throw a catalogue away; processes that have it open go on with what they hold.

    It is moved away in one step before it is removed, so that no other process can make a new
    database beside the remains of the old one.

    Raises:
        OSError: The folder cannot be written.
    """
    away = folder.with_name(f"{folder.name}{_DISCARDED}{os.urandom(8).hex()}")
    with suppress(FileNotFoundError):
        folder.rename(away)
    delete_discarded(folder)


def delete_discarded(folder: Path) -> None:
    """Remove what is left of catalogues that were thrown away."""
    with suppress(OSError):
        for path in list(folder.parent.iterdir()):
            if path.name.startswith(f"{folder.name}{_DISCARDED}"):
                import shutil  # every start would pay for what is nearly never done

                shutil.rmtree(path, ignore_errors=True)
